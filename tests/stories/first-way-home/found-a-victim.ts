/* The competent body is asked under the clock of the law, sees what was shared and no more, and identifies her with a paper. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/day.ts';
import { verificationFields } from '../../../modules/victims/index.ts';
import { type Json, refusal } from '../../support/world.ts';
import { court, hang, her, nhai, pc02, phua, shelter, today } from './woman.ts';

export function foundAVictim(): void {
  describe('the competent body', () => {
    it('is asked, with the clock of the 2024 law: its article, its day, and that it is advisory', async () => {
      expect(
        (
          await refusal(
            phua.act('verification.request', { person: her.file, toOffice: shelter, receivedOn: today }),
          )
        ).code,
      ).toBe('limit.not_competent');
      const asked = await phua.act('verification.request', {
        person: her.file,
        toOffice: pc02,
        receivedOn: today,
        question: 'Đề nghị xác minh nhân thân',
      });
      her.verification = asked.id;
      expect(asked.number).toMatch(/^XM-/);
      expect(asked.term).toMatchObject({
        rule: 'victim2024.initial_check',
        article: 'Điều 27.3 Luật 53/2024',
        advisory: true,
      });
      expect(asked.term.due >= addDays(today, 3)).toBe(true);
      const { clocks, parts } = await phua.path(her.file!);
      expect(parts.verification[0]).toMatchObject({
        law: '53/2024/QH15',
        rule: 'victim2024.initial_check',
        advisory: 'yes',
        dueOn: asked.term.due,
        state: 'sent',
      });
      const verify = clocks.find((clock: Json) => clock.family === 'victim.verify');
      expect(verify).toMatchObject({ due: null, advisory: true });
      expect(verify.steps.length).toBeGreaterThan(0);
    });

    it('finds it in her work, never as overdue', async () => {
      const item = (await nhai.work()).find(one => one.kind === 'verification_to_answer');
      expect(item).toMatchObject({ id: her.verification, person: her.file });
      expect(item!.state).not.toBe('overdue');
      expect((await nhai.notices()).map(one => one.kind)).toContain('verification_asked');
    });

    it('sees exactly the fields that were shared, and knows which are withheld', async () => {
      const { person, parts, shared } = await nhai.path(her.file!);
      expect(new Set(shared)).toEqual(new Set(verificationFields));
      const ofPerson = verificationFields.flatMap(name =>
        name.startsWith('person.') ? [name.slice(7)] : [],
      );
      for (const name of ofPerson) expect(person).toHaveProperty(name);
      expect(person.withheld.sort()).toEqual(['bankAccount', 'entry', 'exchange', 'importKey']);
      expect(person).not.toHaveProperty('bankAccount');
      expect(person.unanswered).toEqual({ address: 'declined' });
      expect(person.phone).toEqual({ sealed: true });
      expect(await nhai.open('person', her.file!, 'phone', 'xác minh')).toBe('0300 123 4567');
      expect((await refusal(nhai.open('person', her.file!, 'bankAccount'))).code).toBe('field.not_yours');
      for (const name of ['needs', 'child', 'consent', 'note', 'likeness', 'exceptionAccess'])
        expect([name, parts[name] ?? []]).toEqual([name, []]);
      expect(parts.arrival[0]).not.toHaveProperty('herAccount');
      expect(parts.arrival[0]).not.toHaveProperty('childrenWithHer');
      expect(parts.screening[0]).toMatchObject({
        impression: 'clear_signs',
        signs: { exploited: 'unknown' },
      });
      expect(parts.screening[0]).not.toHaveProperty('note');
      expect(parts.verification).toMatchObject([
        { id: her.verification, question: 'Đề nghị xác minh nhân thân' },
      ]);
    });

    it('can do no more with the file than answer: not correct, not send on, not ask others', async () => {
      expect(
        (
          await refusal(
            nhai.act('person.correct', { fullName: 'Khác', reason: 'thử' }, { subject: her.file! }),
          )
        ).code,
      ).toBe('act.not_yours');
      expect(
        (await refusal(nhai.act('person.close', { grounds: 'other', reason: 'thử' }, { subject: her.file! })))
          .code,
      ).toBe('act.not_yours');
      const onwards = {
        person: her.file,
        toOffice: shelter,
        referralPurpose: 'shelter',
        sharedFields: ['person.fullName'],
        ground: 'legal_duty',
        groundArticle: 'Điều 1',
        until: addDays(today, 9),
      };
      expect((await refusal(nhai.act('referral.send', onwards))).code).toBe('act.not_yours');
    });

    it('identifies only with a paper, and her station is told', async () => {
      const found = {
        person: her.file,
        finding: 'victim',
        assertedOn: today,
        verification: her.verification,
      };
      expect(await refusal(nhai.act('assertion.identify', found))).toMatchObject({
        code: 'input.invalid',
        fields: [{ field: 'paperKind', reason: 'paper_needed' }],
      });
      expect((await refusal(phua.act('assertion.identify', found))).code).toBe('act.not_yours');
      await nhai.act('assertion.identify', {
        ...found,
        paperKind: 'police_certificate',
        paperNumber: '9123/GXN',
        paperDate: today,
        paperIssuer: 'Công an tỉnh Lào Cai',
      });
      const { parts } = await phua.path(her.file!);
      expect(parts.assertion.map((one: Json) => one.assertionKind)).toEqual([
        'screened',
        'presumed',
        'identified',
      ]);
      expect(parts.assertion[2]).toMatchObject({
        office: pc02,
        paperNumber: '9123/GXN',
        madeBy: nhai.officer,
      });
      expect(parts.verification[0]).toMatchObject({ state: 'answered', finding: 'victim' });
      expect((await phua.notices()).map(one => one.kind)).toContain('identified');
    });

    it('notes what a court found: the finding is the court’s, and stands beside the three others', async () => {
      const judged = {
        person: her.file,
        finding: 'victim',
        assertedOn: today,
        court,
        paperNumber: '12/HS-ST',
      };
      expect((await refusal(phua.act('assertion.noteJudgment', judged))).code).toBe('act.not_yours');
      expect((await refusal(hang.act('assertion.noteJudgment', judged))).code).toBe('act.not_yours');
      const wrong = async (more: object) =>
        (await refusal(nhai.act('assertion.noteJudgment', { ...judged, ...more }))).fields;
      expect(await wrong({ court: shelter })).toMatchObject([{ field: 'court', reason: 'not_a_court' }]);
      expect(await wrong({ court: null })).toMatchObject([{ field: 'court', reason: 'required' }]);
      expect(await wrong({ paperNumber: null })).toMatchObject([
        { field: 'paperNumber', reason: 'required' },
      ]);
      expect(await wrong({ assertedOn: addDays(today, 1) })).toMatchObject([
        { field: 'assertedOn', reason: 'in_future' },
      ]);
      await nhai.act('assertion.noteJudgment', judged);
      const { parts } = await phua.path(her.file!);
      expect(parts.assertion.map((one: Json) => one.assertionKind)).toEqual([
        'screened',
        'presumed',
        'identified',
        'found_by_court',
      ]);
      expect(parts.assertion[3]).toMatchObject({
        court,
        office: pc02,
        madeBy: nhai.officer,
        paperKind: 'judgment',
        paperNumber: '12/HS-ST',
        paperDate: today,
      });
    });
  });
}
