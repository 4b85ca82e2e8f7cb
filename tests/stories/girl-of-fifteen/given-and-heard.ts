/* What she is given, by whom and into whose hand; and what she says on the tablet, which her worker does not learn. */
import { describe, expect, it } from 'vitest';
import { BUDGET_SOURCES } from '../../../db/seed/amounts.ts';
import { type Person, pageHeaders, reasonsOf, refusal } from '../../support/world.ts';
import {
  baby,
  chuyen,
  dao,
  hang,
  health,
  her,
  inspectorate,
  my,
  pc02,
  phua,
  shelter,
  today,
  van,
  warned,
  world,
} from './girl.ts';

export function givenAndHeard(): void {
  describe('what she is given', () => {
    const apply = (person: string | undefined, regimes: string[], more: object = {}) =>
      phua.act('supportApplication.submit', {
        person,
        regimes,
        toOffice: health,
        appliedOn: today,
        signedBy: 'guardian',
        ...more,
      });

    it('is asked for where the law says, and decided by who is competent', async () => {
      expect(await reasonsOf(apply(her.file, ['schooling'], { toOffice: pc02 }))).toEqual([
        'toOffice not_competent_body',
      ]);
      expect((await refusal(van.path(her.file!))).code).toBe('person.not_shared');
      her.application = (await apply(her.file, ['schooling'])).id;
      expect((await van.work()).find(one => one.kind === 'application_to_decide')).toMatchObject({
        id: her.application,
        rule: 'victim2024.support_decide',
      });
      const decide = (who: Person) =>
        who.act('supportDecision.make', {
          person: her.file,
          application: her.application,
          regime: 'schooling',
          decisionOutcome: 'granted',
          decidedOn: today,
          decidedBy: health,
          amount: 1_500_000,
        });
      expect((await refusal(decide(phua))).code).toBe('act.not_yours');
      expect((await refusal(decide(my))).code).toBe('act.not_yours');
      her.grant = (await decide(van)).id;
      expect((await phua.notices())[0]).toMatchObject({ kind: 'application_decided' });
    });

    it('her child has what a child beside her has, also on a file of its own', async () => {
      expect(await reasonsOf(apply(baby.file, ['vocational']))).toEqual(['regimes not_entitled']);
      const { id } = await apply(baby.file, ['schooling']);
      expect(await phua.get('supportApplication', id)).toMatchObject({
        person: baby.file,
        eligibleAs: 'accompanying_under_18',
        state: 'to_decide',
      });
      await phua.act('supportApplication.withdraw', { withdrawnWhy: 'Còn bú mẹ' }, { subject: id });
    });

    it('is paid once, into her grandmother’s hand and not into hers alone; the gate learns that it was decided, not what', async () => {
      const pay = (signedBy: string, amount: number) =>
        dao.act('payment.record', {
          person: her.file,
          decision: her.grant,
          paymentForm: 'cash',
          amount,
          budgetSource: BUDGET_SOURCES[0]!.id,
          paidOn: today,
          receiptNumber: 'PC-1501',
          signedBy,
        });
      expect(await reasonsOf(pay('guardian', 1_500_001))).toEqual(['amount above_granted']);
      expect(warned(await pay('person', 100_000))).toEqual(['minor_signed_alone']);
      expect(warned(await pay('guardian', 1_400_000))).toEqual([]);
      expect(await reasonsOf(pay('guardian', 1))).toEqual(['amount above_granted']);
      const { parts } = await phua.path(her.file!);
      expect(parts.supportApplication).toMatchObject([{ state: 'decided' }]);
      expect([parts.supportDecision, parts.payment]).toEqual([[], []]);
    });
  });

  describe('on the tablet', () => {
    it('she says how she was treated; her worker hands it over and learns nothing', async () => {
      expect(
        (await refusal(chuyen.act('feedback.open', { person: her.file, feedbackLanguage: 'hmn' }))).code,
      ).toBe('person.not_shared');
      const { code } = await my.act('feedback.open', { person: her.file, feedbackLanguage: 'hmn' });
      const given = await world.request({
        method: 'POST',
        url: '/api/feedback/give',
        headers: pageHeaders(),
        payload: {
          code,
          answers: {
            respected: 'good',
            understood: 'middle',
            safe: 'good',
            chosen: 'bad',
            helped: 'good',
            words: 'Em muốn được chọn lớp học',
          },
        },
      });
      expect(given.status).toBe(200);
      for (const who of [my, phua]) expect((await refusal(who.list('feedback'))).status).toBeGreaterThan(402);
      const rows = await hang.list('feedback');
      expect(rows).toMatchObject([{ aboutOffice: shelter, office: inspectorate, chosen: 'bad' }]);
      expect(JSON.stringify(rows)).not.toContain(her.file!);
    });
  });
}
