/* How she may be reached, the way out of the shelter, two files closed by two each, and being asked after only as she allowed. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/day.ts';
import { type Json, reasonsOf, refusal } from '../../support/world.ts';
import { baby, her, my, phua, quyet, today } from './girl.ts';

export function leftInPeace(): void {
  describe('closing, and being left in peace', () => {
    it('she says how she may be reached; the numbers are hers and stay sealed', async () => {
      const rules = {
        person: her.file,
        givenOn: today,
        givenBy: 'herself_and_guardian',
        contactAfter: 'yes',
        ways: ['home_visit', 'message'],
        times: ['morning'],
        words: 'Nói là người của trường',
        callNumber: '0300 777 1502',
        neverCall: '0300 777 1599',
      };
      expect(await reasonsOf(phua.act('safeContact.keep', { ...rules, ways: ['through_person'] }))).toEqual([
        'throughWhom required',
      ]);
      her.rules = (await phua.act('safeContact.keep', rules)).id;
      expect((await my.path(her.file!)).parts.safeContact).toMatchObject([{ words: rules.words }]);
      expect((await refusal(my.open('safeContact', her.rules, 'neverCall'))).code).toBe('field.not_yours');
    });

    it('both leave the shelter, and it is done with what it was sent', async () => {
      for (const stay of [her.stay, baby.stay])
        await my.act('stay.leave', { leftOn: today, leaveReason: 'went_home' }, { subject: stay! });
      await my.act('referral.complete', { outcome: 'service_given' }, { subject: her.referral! });
      await my.act('referral.complete', { outcome: 'service_given' }, { subject: baby.night! });
      for (const file of [her.file, baby.file])
        expect((await refusal(my.path(file!))).code).toBe('person.not_shared');
    });

    it('each file is closed by another than who asked; hers does not close her child’s', async () => {
      const ask = async (file: string | undefined) =>
        (
          await phua.act(
            'person.close',
            { grounds: 'reintegrated', reason: 'Ở với bà ngoại, đi học lại' },
            { subject: file! },
          )
        ).decision;
      const asked = await ask(her.file);
      expect((await refusal(phua.act('fileDecision.approve', {}, { subject: asked }))).code).toBe(
        'act.not_yours',
      );
      expect((await phua.get('person', her.file!)).state).toBe('open');
      await quyet.act('fileDecision.approve', {}, { subject: asked });
      expect((await phua.get('person', her.file!)).state).toBe('closed');
      expect((await phua.get('person', baby.file!)).state).toBe('open');
      await quyet.act('fileDecision.approve', {}, { subject: await ask(baby.file) });
      expect(
        (
          await refusal(
            phua.act('bestInterests.record', {
              person: baby.file,
              interestStep: 'tracing',
              outcome: 'family_found',
              doneOn: today,
            }),
          )
        ).code,
      ).toBe('person.closed');
    });

    it('afterwards she is asked after only as she allowed, and about her child nobody asks at all', async () => {
      const planned = (await phua.path(her.file!)).parts.followUp.filter(
        (one: Json) => one.state === 'planned',
      );
      expect(planned).toMatchObject([{ rule: 'practice.followup_after_closing' }]);
      const contact = (more: object) =>
        phua.act(
          'followUp.record',
          { onDay: today, way: 'home_visit', dayPart: 'morning', outcome: 'contact_made', ...more },
          { subject: planned[0].id },
        );
      for (const [more, why] of [
        [{ way: 'phone_call', numberUsed: 'agreed' }, 'way'],
        [{ dayPart: 'evening' }, 'time'],
        [{ way: 'message', numberUsed: 'other' }, 'number'],
      ] as const)
        expect((await refusal(contact(more))).details).toEqual({ why });
      const done = await contact({ needsHelp: 'no', howSheIs: 'Đi học đều' });
      expect(done.warnings).toEqual([]);
      const other = await refusal(phua.act('followUp.plan', { person: baby.file, dueOn: addDays(today, 9) }));
      expect([other.code, other.details.why]).toEqual(['contact.not_allowed', 'closed']);
    });
  });
}
