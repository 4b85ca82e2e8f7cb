/* The shelter takes both in; her grandmother answers with her; her worker looks at how she is and makes a plan in her words. */
import { describe, expect, it } from 'vitest';
import { getUnitByCode } from '../../../db/seed/units.ts';
import { addDays } from '../../../kernel/day.ts';
import { type Json, type Person, reasonsOf, refusal } from '../../support/world.ts';
import { baby, bundles, chuyen, dao, her, my, nam, phua, shelter, today, told, warned } from './girl.ts';

export function atTheShelter(): void {
  describe('the shelter takes both in', () => {
    const admit = (who: Person, person: string | undefined, more: object = {}) =>
      who.act('stay.admit', { person, facility: her.house, admittedOn: today, places: 1, ...more });

    it('by nobody but the house; who holds the files is told, without a name', async () => {
      her.house = (
        await my.act('facility.register', {
          name: 'Nhà Nhân ái',
          facilityKind: 'shelter',
          services: ['safe_house', 'psychological'],
          servedSex: ['female'],
          ageFrom: 10,
          withChildren: 'yes',
          servedNationality: 'anyone',
          languages: ['vie', 'hmn'],
          unit: getUnitByCode('02647', today).id,
          secretPlace: 'yes',
          opening: 'Cả ngày đêm',
          roundTheClock: 'yes',
          contactOffice: shelter,
        })
      ).id;
      await my.act('capacityChange.record', {
        facility: her.house,
        fromDay: addDays(today, -10),
        places: 4,
        capacityReason: 'first_entry',
      });
      expect((await refusal(admit(dao, her.file))).code).toBe('person.not_shared');
      expect(await reasonsOf(admit(my, her.file, { admittedOn: addDays(today, 1) }))).toEqual([
        'admittedOn in_future',
      ]);
      // A house for girls from ten on: her little boy is there with her, and nobody is warned of his age.
      const stays = await Promise.all([admit(my, her.file), admit(my, baby.file)]);
      expect(stays.flatMap(warned)).toEqual([]);
      [her.stay, baby.stay] = stays.map(one => one.id) as [string, string];
      expect(await reasonsOf(admit(my, baby.file))).toEqual(['facility already_stays']);
      expect((await phua.notices()).filter(one => one.kind === 'stay_begun')).toHaveLength(2);
      expect(JSON.stringify(await phua.notices())).not.toContain('Lầu');
      const { facilities } = await phua.ask('/api/facilities', {});
      expect(facilities.find((one: Json) => one.id === her.house)).toMatchObject({
        places: 4,
        taken: 2,
        free: 2,
      });
    });

    it('her uncle’s word counts for nothing against hers; her grandmother answers with her, and then the shelter may see more', async () => {
      const answer = (more: object) =>
        phua.act('consent.record', {
          person: her.file,
          consentPurpose: 'services',
          given: 'yes',
          explained: told,
          language: 'hmn',
          dataClasses: [
            'who',
            'needs',
            'children',
            'status',
            'consents',
            'interests',
            'interpreters',
            'safeContact',
          ],
          ...more,
        });
      const send = (consent: string, sharedFields: readonly string[], more: object = {}) =>
        phua.act('referral.send', {
          person: her.file,
          toOffice: shelter,
          referralPurpose: 'services',
          services: ['psychological'],
          sharedFields,
          ground: 'consent',
          consent,
          until: addDays(today, 90),
          ...more,
        });
      const uncle = await answer({
        givenBy: 'guardian',
        guardianAnswer: 'yes',
        guardianWho: 'Chú ruột',
        guardianInvolved: 'unknown',
        childAssent: 'no',
      });
      expect(warned(uncle)).toEqual(['assent_refused', 'guardian_involved']);
      expect(
        (await refusal(send(uncle.id, bundles('who'), { doubtNote: 'Chú là người giám hộ' }))).code,
      ).toBe('consent.dissent');
      const guardian = { interestStep: 'guardian', outcome: 'guardian_appointed', doneOn: today };
      expect(await reasonsOf(phua.act('bestInterests.record', { person: her.file, ...guardian }))).toEqual([
        'byWhom required',
      ]);
      await phua.act('bestInterests.record', {
        person: her.file,
        ...guardian,
        byWhom: 'Bà ngoại, xã Bản Phiệt',
      });
      const both = await answer({
        givenBy: 'herself_and_guardian',
        guardianAnswer: 'yes',
        guardianWho: 'Bà ngoại',
        guardianInvolved: 'no',
        childAssent: 'yes',
      });
      expect(warned(both)).toEqual([]);
      her.consent = both.id;
      const named = bundles(
        'who',
        'children',
        'status',
        'consents',
        'interests',
        'interpreters',
        'safeContact',
      );
      expect((await refusal(send(both.id, [...named, 'arrival.herAccount']))).code).toBe(
        'share.fields_not_covered',
      );
      her.referral = (await send(both.id, named)).id;
      await my.act('referral.accept', {}, { subject: her.referral });
      await my.act('referral.complete', { outcome: 'service_given' }, { subject: her.night! });
      const { parts } = await my.path(her.file!);
      expect(parts.bestInterests.at(-1)).toMatchObject({ byWhom: 'Bà ngoại, xã Bản Phiệt' });
      expect(parts.assertion.map((one: Json) => one.assertionKind)).toEqual([
        'screened',
        'presumed',
        'identified',
      ]);
      expect(parts.consent.map((one: Json) => one.givenBy)).toContain('herself_and_guardian');
      // What went out for the first nights on the law alone came back when they were over.
      expect(parts.needs).toEqual([]);
    });
  });

  describe('how she is, and a plan in her words', () => {
    it('her worker at the shelter looks at each domain; an investigator does not, nor anybody without a reason', async () => {
      const look = (who: Person, more: object = {}) =>
        who.act('assessment.record', {
          person: her.file,
          onDay: today,
          factorSet: 'needs.v1',
          riskLevel: 'high',
          riskReasons: 'Người chú đưa em đi còn ở cùng xã',
          safetyNeed: 'urgent',
          safetyWords: 'Em sợ chú biết em về',
          childrenNeed: 'urgent',
          childrenFactors: { 'children.child_unregistered': 'yes' },
          educationNeed: 'some',
          ...more,
        });
      expect((await refusal(look(nam))).status).toBe(403);
      expect(await reasonsOf(look(my, { riskReasons: 'cao' }))).toEqual(['riskReasons too_short']);
      expect((await look(my)).next).toMatchObject({ rule: 'practice.reassess_high', from: today });
      expect((await phua.path(her.file!)).parts.assessment).toMatchObject([
        { safetyWords: 'Em sợ chú biết em về', healthNeed: 'not_known' },
      ]);
    });

    it('her yes to it is hers; that her guardian has not agreed is said, until she has', async () => {
      const plan = { person: her.file, openedOn: today, agreedBy: 'herself', agreedOn: today };
      expect((await refusal(chuyen.act('supportPlan.open', plan))).code).toBe('person.not_shared');
      const opened = await my.act('supportPlan.open', plan);
      her.plan = opened.id;
      expect(warned(opened)).toEqual(['guardian_to_agree']);
      const agree = (agreedBy: string) =>
        my.act('supportPlan.agree', { agreedBy, agreedOn: today }, { subject: her.plan! });
      expect(await reasonsOf(agree('not_yet'))).toEqual(['agreedBy choice']);
      expect(warned(await agree('herself_and_guardian'))).toEqual([]);
      her.goal = (
        await my.act('planGoal.add', {
          person: her.file,
          plan: her.plan,
          domain: 'education',
          goal: 'Học tiếp lớp 9 ở gần bà ngoại',
          herWords: 'Em muốn đi học, có người trông con cho em',
        })
      ).id;
      const action = (toOffice: string) =>
        my.act('planAction.add', {
          person: her.file,
          goal: her.goal,
          what: 'Hỏi trường và lớp mầm non',
          toOffice,
          dueOn: addDays(today, 10),
        });
      expect((await refusal(action(chuyen.office))).code).toBe('plan.owner_not_shared');
      her.action = (await action(shelter)).id;
      await my.act('planAction.report', { state: 'done' }, { subject: her.action });
      expect((await phua.path(her.file!)).parts.planGoal).toMatchObject([
        { herWords: 'Em muốn đi học, có người trông con cho em' },
      ]);
    });
  });
}
