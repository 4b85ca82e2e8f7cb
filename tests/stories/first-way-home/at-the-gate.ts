/* The night at the gate: a draft, a likely double that is nobody's to open, her file with what she does not say, her consents, and the first finding. */
import { describe, expect, it } from 'vitest';
import { addHours, dayOf } from '../../../kernel/day.ts';
import { newId } from '../../../kernel/id.ts';
import { type Json, refusal } from '../../support/world.ts';
import { gate, her, home, phaLong, phua, quyet, tenPastTwo, thang, world } from './woman.ts';

export function atTheGate(): void {
  describe('at ten past two Lieutenant Phừa opens the gate post door', () => {
    it('an earlier file lies at Pha Long, under a name with another tone', async () => {
      const earlier = await thang.act('person.register', {
        fullName: 'Vàng Thị Mái',
        born: '2004',
        sex: 'female',
        ethnicity: '08',
        origin: home,
        route: 'foreign_handover',
        arrivedAt: addHours(tenPastTwo, -24 * 40),
        entry: 'screen',
      });
      her.earlier = earlier.id;
      expect(earlier.number).toMatch(/^NN-\d{4}-\d{6}$/);
      expect(earlier.warnings).toEqual([]);
    });

    it('he keeps a draft; it survives a closed browser and is nobody else’s', async () => {
      const draft = newId();
      const body = JSON.stringify({ fullName: 'Vàng Thị Mại', needs: { food: 'yes' } });
      await phua.act('draft.keep', { draftKind: 'intake', step: 'needs', body: '{}' }, { subject: draft });
      await phua.act('draft.keep', { draftKind: 'intake', step: 'who', body }, { subject: draft });
      const afterwards = await world.as('phua');
      expect((await afterwards.work()).map(item => item.kind)).toEqual(['draft_to_finish']);
      expect(await afterwards.get('draft', draft)).toMatchObject({
        step: 'who',
        state: 'open',
        body: { sealed: true },
      });
      expect(await afterwards.open('draft', draft, 'body', 'viết tiếp')).toBe(body);
      expect(await quyet.list('draft')).toEqual([]);
      expect((await refusal(quyet.get('draft', draft))).code).toBe('record.not_found');
      expect((await refusal(quyet.open('draft', draft, 'body'))).code).toBe('record.not_found');
      expect(
        (await refusal(quyet.act('draft.keep', { draftKind: 'intake', body: 'x' }, { subject: draft })))
          .status,
      ).toBeGreaterThanOrEqual(403);
      her.draft = draft;
    });

    it('while he types her name he is told that Pha Long may know her, and why; he learns no more than whom to ask', async () => {
      const { alike } = await phua.ask('/api/alike', {
        fullName: 'Vàng Thị Mại',
        born: '2004',
        sex: 'female',
        ethnicity: '08',
        origin: home,
      });
      expect(alike).toHaveLength(1);
      expect(alike[0]).toMatchObject({ office: phaLong, ours: false });
      expect(alike[0].reasons.length).toBeGreaterThan(1);
      expect(Object.keys(alike[0]).sort()).toEqual(['bits', 'level', 'office', 'ours', 'person', 'reasons']);
      expect(JSON.stringify(alike)).not.toContain('Vàng');
      expect((await refusal(phua.path(alike[0].person))).code).toBe('person.not_shared');
    });

    it('he opens her file: what she does not want to say stands as declined, not as no', async () => {
      const done = await phua.act('person.register', {
        fullName: 'Vàng Thị Mại',
        otherNames: [
          { text: '王小梅', kind: 'foreign' },
          { text: 'Mại', kind: 'nickname' },
        ],
        born: '2004',
        sex: 'female',
        ethnicity: '08',
        nationality: 'VN',
        spoken: ['hmn', 'vie'],
        origin: home,
        phone: '0300 123 4567',
        address: { unanswered: 'declined' },
        bankAccount: { unanswered: 'not_asked' },
        route: 'self_return',
        arrivedAt: tenPastTwo,
        fromCountry: 'CN',
        fromArea: { unanswered: 'unknown' },
        leftHome: '2022-03',
        childrenWithHer: 1,
        herAccount: { unanswered: 'declined' },
        safety: 'yes',
        medical: 'unknown',
        food: 'yes',
        clothing: 'no',
        rest: 'declined',
        interpreter: 'yes',
        interpreterLanguages: ['hmn'],
        met: ['food'],
        entry: 'screen',
      });
      her.file = done.id;
      her.number = done.number!;
      expect(done.warnings).toEqual([{ field: 'fullName', reason: 'likely_double', params: { count: 1 } }]);
      await phua.act('draft.discard', { used: 'yes' }, { subject: her.draft! });
      const file = await phua.get('person', her.file);
      expect(file).toMatchObject({
        fullName: 'Vàng Thị Mại',
        number: her.number,
        state: 'open',
        address: null,
        phone: { sealed: true },
      });
      expect(file.unanswered).toEqual({ address: 'declined', bankAccount: 'not_asked' });
      const { parts } = await phua.path(her.file);
      expect(parts.arrival[0].unanswered).toEqual({ fromArea: 'unknown', herAccount: 'declined' });
      expect(parts.needs[0]).toMatchObject({
        food: 'yes',
        clothing: 'no',
        rest: 'declined',
        medical: 'unknown',
      });
      expect(await phua.open('person', her.file, 'phone')).toBe('0300 123 4567');
    });

    it('the likely double waits for a person to decide; nothing was merged', async () => {
      const waiting = (await phua.work()).filter(item => item.kind === 'likeness_to_decide');
      expect(waiting).toMatchObject([{ person: her.file, record: 'likeness' }]);
      const { parts } = await phua.path(her.file!);
      expect(parts.likeness).toMatchObject([{ other: her.earlier, verdict: 'open' }]);
      expect((await thang.get('person', her.earlier!)).fullName).toBe('Vàng Thị Mái');
      expect((await refusal(thang.get('person', her.file!))).code).toBe('person.not_shared');
      await phua.act(
        'likeness.decide',
        { verdict: 'undecided', decidedWhy: 'Sẽ gọi Đồn Pha Long lúc sáng' },
        { subject: waiting[0].id },
      );
      expect(await phua.list('person')).toHaveLength(1);
    });

    it('her child is with her, and every consent is asked and kept by itself', async () => {
      await phua.act('child.record', {
        person: her.file,
        childName: 'Vàng A Sinh',
        born: '2023',
        sex: 'male',
        relation: 'own_child',
      });
      const given: Json = {
        services: 'yes',
        referral: 'yes',
        statistics: 'no',
        media: 'declined',
        cross_border: 'not_asked',
        criminal_proceedings: 'unknown',
      };
      for (const [consentPurpose, answer] of Object.entries(given)) {
        const consent = await phua.act('consent.record', {
          person: her.file,
          consentPurpose,
          given: answer,
          language: 'hmn',
          givenBy: 'herself',
          explained: { interview: 'yes', purpose: 'yes' },
        });
        her[`consent ${consentPurpose}`] = consent.id;
      }
      const { parts } = await phua.path(her.file!);
      expect(Object.fromEntries(parts.consent.map((one: Json) => [one.consentPurpose, one.given]))).toEqual(
        given,
      );
      expect(parts.child).toMatchObject([{ childName: 'Vàng A Sinh', born: '2023' }]);
    });

    it('he screens her and presumes; both stand as assertions of his station under the law of today', async () => {
      // Broken off in the middle, it waits for him alone, and is closed by what it becomes.
      const draft = newId();
      const kept = { draftKind: 'screening', step: 'means', body: '{"signs":{}}' };
      expect((await refusal(phua.act('draft.keep', kept, { subject: draft }))).code).toBe(
        'person.not_shared',
      );
      expect(
        (await refusal(thang.act('draft.keep', { ...kept, about: her.file }, { subject: draft }))).code,
      ).toBe('person.not_shared');
      await phua.act('draft.keep', { ...kept, about: her.file }, { subject: draft });
      expect((await phua.work()).find(item => item.kind === 'screening_to_finish')).toMatchObject({
        record: 'person',
        id: her.file,
      });
      expect((await refusal(quyet.get('draft', draft))).code).toBe('record.not_found');
      const screening = await phua.act('screening.record', {
        person: her.file,
        indicatorSet: 'legal_elements.v1',
        signs: { recruited: 'yes', deceived: 'yes', exploited: 'unknown' },
        impression: 'clear_signs',
        screenedAt: tenPastTwo,
      });
      her.screening = screening.id;
      expect(await phua.get('draft', draft)).toMatchObject({ state: 'used', body: null });
      her.presumed = (
        await phua.act('assertion.presume', {
          person: her.file,
          finding: 'victim',
          assertedOn: dayOf(tenPastTwo),
          purposes: ['forced_marriage'],
        })
      ).id;
      const { parts } = await phua.path(her.file!);
      expect(
        parts.assertion.map((one: Json) => [one.assertionKind, one.finding, one.law, one.office]),
      ).toEqual([
        ['screened', 'undetermined', '53/2024/QH15', gate],
        ['presumed', 'victim', '53/2024/QH15', gate],
      ]);
    });
  });
}
