/* In an emergency the glass is broken: with a reason, for hours, with the holder told at once and two who look at it afterwards. */
import { describe, expect, it } from 'vitest';
import { addDays, millisOf } from '../../../kernel/day.ts';
import { newId } from '../../../kernel/id.ts';
import { type Person, refusal } from '../../support/world.ts';
import { chuyen, hang, her, phua, quyet, san, shelter, thang, today, world } from './woman.ts';

export function brokenGlass(): void {
  describe('in an emergency', () => {
    it('glass is not broken for a short word, nor without a purpose', async () => {
      expect(
        (
          await refusal(
            san.act(
              'exceptionAccess.begin',
              { person: her.file, reason: 'cần xem' },
              { purpose: 'khẩn cấp' },
            ),
          )
        ).code,
      ).toBe('exception.reason_too_short');
      const reason = 'Gia đình báo có người lạ đón mẹ con ở bến xe';
      expect((await refusal(san.act('exceptionAccess.begin', { person: her.file, reason }))).code).toBe(
        'act.purpose_missing',
      );
      expect(
        (
          await refusal(
            san.act('exceptionAccess.begin', { person: newId(), reason }, { purpose: 'khẩn cấp' }),
          )
        ).code,
      ).toBe('person.not_shared');
      expect((await refusal(san.path(her.file!))).code).toBe('person.not_shared');
    });

    it('the policeman of Bát Xát breaks it with a reason: he sees the file for four hours, and its holder is told at once', async () => {
      const broken = await san.act(
        'exceptionAccess.begin',
        { person: her.file, reason: 'Gia đình báo có người lạ đón mẹ con ở bến xe' },
        { purpose: 'bảo vệ tính mạng' },
      );
      her.exception = broken.id;
      const { person } = await san.path(her.file!);
      expect(person).toMatchObject({ fullName: 'Vàng Thị Mại', via: 'exception' });
      const mine = await san.get('exceptionAccess', broken.id);
      const hours = (millisOf(mine.until) - Date.now()) / 3_600_000;
      expect(hours).toBeGreaterThan(3.9);
      expect(hours).toBeLessThanOrEqual(4);
      expect((await phua.notices())[0]).toMatchObject({
        kind: 'glass_broken',
        subject: { record: 'exceptionAccess', id: broken.id },
      });
      expect(
        (
          await refusal(
            san.act('referral.send', {
              person: her.file,
              toOffice: shelter,
              referralPurpose: 'shelter',
              sharedFields: ['person.fullName'],
              ground: 'vital_interest',
              groundArticle: 'Điều 1',
              until: addDays(today, 2),
            }),
          )
        ).status,
      ).toBe(403);
    });

    it('it is reviewed by others than himself, and by nobody of another office', async () => {
      expect(
        (
          await refusal(
            san.act('exceptionAccess.review', { reviewedFinding: 'justified' }, { subject: her.exception! }),
          )
        ).code,
      ).toBe('act.not_yours');
      expect(
        (
          await refusal(
            chuyen.act(
              'exceptionAccess.review',
              { reviewedFinding: 'justified' },
              { subject: her.exception! },
            ),
          )
        ).status,
      ).toBe(403);
    });

    it('he does not break it again while it is broken, nor with a key held down', async () => {
      const again = (reason: string, by = san) =>
        refusal(
          by.act('exceptionAccess.begin', { person: her.file, reason }, { purpose: 'bảo vệ tính mạng' }),
        );
      expect((await again('Gia đình báo có người lạ đón mẹ con ở bến xe')).code).toBe(
        'exception.already_open',
      );
      for (const reason of [
        'a'.repeat(40),
        'cần xem cần xem cần xem cần xem',
        '.'.repeat(30),
        '1 2 3 4 5 6 7 8 9 10 11 12',
      ])
        expect([reason, (await again(reason, thang)).code]).toEqual([reason, 'exception.reason_unclear']);
    });

    it('nothing is found about it while it runs; he closes it once, and sees nothing any more', async () => {
      const review = (by: Person, reviewedFinding = 'justified') =>
        by.act('exceptionAccess.review', { reviewedFinding }, { subject: her.exception! });
      const waits = async (by: Person) =>
        (await by.work()).some(item => item.kind === 'exception_to_review' && item.id === her.exception);
      expect((await refusal(review(quyet))).code).toBe('exception.still_open');
      expect([await waits(hang), await waits(quyet)]).toEqual([false, false]);
      await san.act('exceptionAccess.end', {}, { subject: her.exception! });
      expect((await refusal(san.path(her.file!))).code).toBe('person.not_shared');
      const { endedAt } = await san.get('exceptionAccess', her.exception!);
      expect((await refusal(san.act('exceptionAccess.end', {}, { subject: her.exception! }))).code).toBe(
        'exception.over',
      );
      expect((await san.get('exceptionAccess', her.exception!)).endedAt).toBe(endedAt);
      // It waits for the office that holds the file and for the auditors, not for whoever broke it nor for others.
      expect([await waits(hang), await waits(quyet), await waits(san), await waits(chuyen)]).toEqual([
        true,
        true,
        false,
        false,
      ]);
    });

    it('two find whether it was justified, and neither replaces what was found', async () => {
      const son = await world.as('son');
      const review = (by: Person, reviewedFinding: string) =>
        by.act('exceptionAccess.review', { reviewedFinding }, { subject: her.exception! });
      const waits = async (by: Person) =>
        (await by.work()).some(item => item.kind === 'exception_to_review' && item.id === her.exception);
      await review(quyet, 'justified');
      expect((await refusal(review(quyet, 'not_justified'))).code).toBe('exception.reviewed');
      expect([await waits(quyet), await waits(hang)]).toEqual([false, true]);
      await review(hang, 'not_justified');
      expect((await refusal(review(son, 'justified'))).code).toBe('exception.reviewed');
      expect(await waits(son)).toBe(false);
      expect(await hang.get('exceptionAccess', her.exception!)).toMatchObject({
        reviewedBy: quyet.officer,
        reviewedFinding: 'justified',
        secondBy: hang.officer,
        secondFinding: 'not_justified',
      });
    });

    it('hours that have run out close it by themselves', async () => {
      world.shift(-5 * 60);
      const old = await san.act(
        'exceptionAccess.begin',
        { person: her.file, reason: 'Gia đình báo có người lạ đón mẹ con ở bến xe' },
        { purpose: 'bảo vệ tính mạng' },
      );
      world.shift(0);
      expect((await san.get('exceptionAccess', old.id)).endedAt).toBeNull();
      expect((await refusal(san.path(her.file!))).code).toBe('person.not_shared');
    });
  });
}
