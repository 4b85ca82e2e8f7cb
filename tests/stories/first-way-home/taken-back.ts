/* She takes her consent back: what rested on it closes at once, what rests on the law stays. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/day.ts';
import { refusal } from '../../support/world.ts';
import { her, my, nhai, phua, quyet, shelter, today } from './woman.ts';

export function takenBack(): void {
  describe('she takes her consent back', () => {
    it('the share ends in the same breath; the shelter is told and can no longer read', async () => {
      const before = await my.path(her.file!);
      expect(before.person.fullName).toBe('Vàng Thị Mại');
      await phua.act(
        'consent.withdraw',
        { withdrawnWhy: 'Chị muốn về nhà ngay' },
        { subject: her['consent referral']! },
      );
      expect((await refusal(my.path(her.file!))).code).toBe('person.not_shared');
      expect(await my.list('person')).toEqual([]);
      expect(await my.list('arrival')).toEqual([]);
      expect(await my.search('Vàng Thị Mại')).toEqual([]);
      expect((await my.notices())[0]).toMatchObject({
        kind: 'share_revoked',
        subject: { record: 'referral', id: her.referral },
      });
      expect(await my.get('referral', her.referral!)).toMatchObject({ state: 'revoked' });
      expect(
        (await refusal(my.act('note.write', { person: her.file, noteKind: 'talk', onDay: today, text: 'x' })))
          .status,
      ).toBe(403);
      expect(
        (await refusal(phua.act('consent.withdraw', {}, { subject: her['consent referral']! }))).code,
      ).toBe('act.wrong_state');
    });

    it('what rests on the law and not on her consent stays: the competent body still sees its fields', async () => {
      expect((await nhai.path(her.file!)).person.fullName).toBe('Vàng Thị Mại');
    });

    it('another officer who would send her on with the withdrawn consent is refused', async () => {
      const again = {
        person: her.file,
        toOffice: shelter,
        referralPurpose: 'shelter',
        sharedFields: ['person.fullName'],
        ground: 'consent',
        consent: her['consent referral'],
        until: addDays(today, 5),
      };
      expect((await refusal(quyet.act('referral.send', again))).code).toBe('consent.missing');
    });
  });
}
