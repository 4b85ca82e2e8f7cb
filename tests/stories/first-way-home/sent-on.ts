/* What goes on to others, and to whom nothing does: the shelter with her consent, the investigator with a number, the Women’s Union officer of another district. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/day.ts';
import { shareBundles, shelterBundles } from '../../../modules/referrals/index.ts';
import { type Json, refusal } from '../../support/world.ts';
import { chuyen, her, my, nam, pc02, pcmt, phua, shelter, today, world } from './woman.ts';

export function sentOn(): void {
  describe('the shelter', () => {
    const named = shelterBundles.flatMap(bundle => shareBundles[bundle] ?? []);
    const referral = (more: object = {}) => ({
      person: her.file,
      toOffice: shelter,
      referralPurpose: 'shelter',
      services: ['safe_house', 'psychological'],
      sharedFields: named,
      ground: 'consent',
      consent: her['consent referral'],
      until: addDays(today, 30),
      message: 'Mẹ và một cháu nhỏ',
      ...more,
    });

    it('is not sent anything without a consent that covers it', async () => {
      expect((await refusal(phua.act('referral.send', referral({ consent: null })))).code).toBe(
        'consent.missing',
      );
      expect(
        (await refusal(phua.act('referral.send', referral({ consent: her['consent media'] })))).code,
      ).toBe('consent.missing');
      expect((await refusal(phua.act('referral.send', referral({ sharedFields: ['note.text'] })))).code).toBe(
        'share.fields_not_held',
      );
      // Her needs without her: the receiver would have no file to open.
      expect(
        (await refusal(phua.act('referral.send', referral({ sharedFields: ['needs.food'] })))).fields,
      ).toMatchObject([{ field: 'sharedFields', reason: 'no_file' }]);
      expect(await my.list('person')).toEqual([]);
      expect((await refusal(my.path(her.file!))).code).toBe('person.not_shared');
    });

    it('is sent the named fields on her consent, and accepts', async () => {
      const sent = await phua.act('referral.send', referral());
      her.referral = sent.id;
      expect(sent.number).toMatch(/^CG-/);
      expect((await my.work()).filter(item => item.kind === 'referral_to_answer')).toMatchObject([
        { id: her.referral, person: her.file },
      ]);
      expect((await refusal(phua.act('referral.accept', {}, { subject: her.referral }))).code).toBe(
        'act.not_yours',
      );
      await my.act('referral.accept', { answerNote: 'Có chỗ, sẽ đón lúc 7 giờ' }, { subject: her.referral });
      expect((await phua.notices()).map(one => one.kind)).toContain('referral_accepted');
      expect((await refusal(my.act('referral.accept', {}, { subject: her.referral }))).code).toBe(
        'act.wrong_state',
      );
    });

    it('writes a note, which is offered on the file and stays with the shelter', async () => {
      const { person } = await my.path(her.file!);
      expect(person.abilities).toContain('note.write');
      expect(person.abilities).not.toContain('referral.send');
      her.note = (
        await my.act('note.write', {
          person: her.file,
          noteKind: 'health',
          onDay: today,
          text: 'Cháu bé sốt nhẹ, đã khám',
        })
      ).id;
      expect((await my.list('note')).map(one => one.id)).toEqual([her.note]);
      expect((await refusal(phua.get('note', her.note!))).code).toBe('person.not_shared');
      expect((await phua.path(her.file!)).parts.note ?? []).toEqual([]);
    });

    it('its social worker opens the path and sees the whole way so far', async () => {
      const { person, parts } = await my.path(her.file!);
      expect(person).toMatchObject({ fullName: 'Vàng Thị Mại', number: her.number, via: 'share' });
      expect(person.withheld).toEqual(expect.arrayContaining(['phone', 'address', 'bankAccount']));
      expect((await refusal(my.open('person', her.file!, 'phone'))).code).toBe('field.not_yours');
      const steps = ['arrival', 'needs', 'child', 'consent', 'assertion', 'verification', 'referral', 'note'];
      expect(steps.map(step => [step, parts[step].length])).toEqual([
        ['arrival', 1],
        ['needs', 1],
        ['child', 1],
        ['consent', 6],
        ['assertion', 4],
        ['verification', 1],
        ['referral', 1],
        ['note', 1],
      ]);
      expect(parts.screening).toEqual([]);
      const times = steps.flatMap(step => parts[step].map((one: Json) => one.madeAt));
      expect(times.every(time => typeof time === 'string')).toBe(true);
    });

    it('finds her by name the Vietnamese way, and by number', async () => {
      expect((await my.search('vang thi mai')).map(hit => hit.id)).toEqual([her.file]);
      expect((await my.search(her.number!)).map(hit => hit.id)).toEqual([her.file]);
      expect(await my.search('0300 123 4567')).toEqual([]);
      expect((await phua.search('03001234567')).map(hit => hit.id)).toEqual([her.file]);
    });
  });

  describe('the investigator', () => {
    it('is told that a statement may be available and whom to ask; the file and the note stay closed', async () => {
      her.statement = (
        await my.act('statementNotice.send', {
          person: her.file,
          toOffice: pcmt,
          available: 'yes',
          fromDay: addDays(today, 3),
          withSupportPerson: 'yes',
        })
      ).id;
      expect(await nam.list('statementNotice')).toMatchObject([
        { id: her.statement, fileNumber: her.number, contact: shelter, available: 'yes' },
      ]);
      expect((await nam.work()).map(item => item.kind)).toEqual(['statement_to_ask_for']);
      expect((await refusal(nam.path(her.file!))).code).toBe('person.not_shared');
      expect((await refusal(nam.get('note', her.note!))).code).toBe('person.not_shared');
      expect(await nam.list('person')).toEqual([]);
      expect(await nam.search('Vàng Thị Mại')).toEqual([]);
    });

    it('of the division that verified sees no more, though the file was shared with her division for verifying', async () => {
      const toan = await world.as('toan');
      expect(toan.office).toBe(pc02);
      expect((await refusal(toan.path(her.file!))).code).toBe('person.not_shared');
      expect(await toan.list('person')).toEqual([]);
      expect(await toan.search('Vàng Thị Mại')).toEqual([]);
      expect(
        (
          await refusal(
            toan.act('consent.record', {
              person: her.file,
              consentPurpose: 'criminal_proceedings',
              given: 'yes',
              givenBy: 'herself',
            }),
          )
        ).status,
      ).toBe(403);
    });
  });

  describe('the Women’s Union officer of Văn Bàn', () => {
    it('sees nothing and is refused with a sentence she understands', async () => {
      for (const record of [
        'person',
        'arrival',
        'screening',
        'assertion',
        'consent',
        'referral',
        'share',
        'note',
        'exceptionAccess',
      ])
        expect([record, await chuyen.list(record)]).toEqual([record, []]);
      const refused = await refusal(chuyen.path(her.file!));
      expect(refused).toMatchObject({ status: 403, code: 'person.not_shared' });
      expect(refused.message).toMatch(/hồ sơ|đơn vị/i);
      expect(refused.message).not.toBe(refused.code);
      expect(JSON.stringify(refused)).not.toContain('Vàng');
      expect(
        (
          await refusal(
            chuyen.act('note.write', { person: her.file, noteKind: 'talk', onDay: today, text: 'x' }),
          )
        ).status,
      ).toBe(403);
      expect(
        (await refusal(chuyen.act('consent.withdraw', {}, { subject: her['consent referral']! }))).code,
      ).toBe('person.not_shared');
      expect(await chuyen.search('Vàng Thị Mại')).toEqual([]);
      expect(await chuyen.work()).toEqual([]);
    });
  });
}
