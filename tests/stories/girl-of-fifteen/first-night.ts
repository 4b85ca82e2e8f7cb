/* The first night: what nobody may do because no guardian is here, and what the law lets be done for two lives all the same. */
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../kernel/day.ts';
import { type Json, reasonsOf, refusal } from '../../support/world.ts';
import {
  atNight,
  baby,
  born,
  bundles,
  her,
  my,
  nam,
  phua,
  quyet,
  shelter,
  today,
  told,
  warned,
  world,
} from './girl.ts';

export function theFirstNight(): void {
  describe('at two at night she stands at the gate, alone, with her child', () => {
    it('what cannot be is not taken down, and nothing of it stays', async () => {
      const wrong = { fullName: 'Lầu Thị Xúa', route: 'self_return', entry: 'screen', arrivedAt: atNight };
      expect(await reasonsOf(phua.act('person.register', { ...wrong, met: ['food'] }))).toEqual([
        'met contradicts',
      ]);
      expect(
        await reasonsOf(phua.act('person.register', { ...wrong, born: addDays(today, 3).slice(0, 10) })),
      ).toEqual(['born in_future']);
      expect((await refusal(nam.act('person.register', wrong))).code).toBe('act.not_yours');
      expect(await phua.list('person')).toEqual([]);
    });

    it('what she needs now comes first; what she does not say stands as not said', async () => {
      const done = await phua.act('person.register', {
        fullName: 'Lầu Thị Xúa',
        born,
        sex: 'female',
        ethnicity: '08',
        nationality: 'VN',
        spoken: ['hmn'],
        phone: '0300 777 1501',
        address: { unanswered: 'declined' },
        route: 'self_return',
        arrivedAt: atNight,
        fromCountry: 'CN',
        leftHome: addDays(today, -600).slice(0, 7),
        childrenWithHer: 1,
        herAccount: { unanswered: 'declined' },
        safety: 'yes',
        medical: 'yes',
        medicalNote: 'Con còn bú, mẹ sốt',
        food: 'yes',
        rest: 'yes',
        interpreter: 'yes',
        interpreterLanguages: ['hmn'],
        met: ['food', 'rest'],
        keepFrom: 'Chú ruột',
        entry: 'screen',
      });
      her.file = done.id;
      her.number = done.number!;
      const { parts } = await phua.path(her.file);
      expect(parts.needs).toMatchObject([{ medical: 'yes', clothing: null, met: ['food', 'rest'] }]);
      expect(parts.arrival[0]).toMatchObject({ unanswered: { herAccount: 'declined' }, childrenWithHer: 1 });
    });

    it('her child gets a file of its own, linked from hers, with the way they came and nothing else of hers', async () => {
      const line = await phua.act('child.record', {
        person: her.file,
        childName: 'Lầu A Tủa',
        born: addDays(today, -210).slice(0, 7),
        sex: 'male',
        relation: 'own_child',
      });
      baby.line = line.id;
      for (const stranger of [my, await world.as('thang')])
        expect((await refusal(stranger.act('child.openFile', {}, { subject: line.id }))).status).toBe(403);
      baby.file = (await phua.act('child.openFile', { nationality: 'VN' }, { subject: line.id })).file;
      expect((await refusal(phua.act('child.openFile', {}, { subject: line.id }))).code).toBe(
        'act.wrong_state',
      );
      expect(await phua.get('child', line.id)).toMatchObject({ ownFile: baby.file });
      const { person, parts } = await phua.path(baby.file!);
      expect(person).toMatchObject({ fullName: 'Lầu A Tủa', state: 'open', phone: null });
      expect(parts.arrival).toMatchObject([{ route: 'self_return', fromCountry: 'CN', herAccount: null }]);
      expect(parts.needs).toEqual([]);
    });

    it('an interpreter whom her uncle pays is heard only with a reason; another one has no conflict', async () => {
      const conflicts = {
        knows_family: 'no',
        same_village: 'no',
        related: 'no',
        knows_suspect: 'no',
        paid_by_other: 'no',
        works_for_party: 'no',
      };
      const engage = (more: object) =>
        phua.act('interpreterEngagement.record', {
          person: her.file,
          interpreterName: 'Thào Thị Dua',
          language: 'hmn',
          mode: 'in_person',
          interpretingFor: 'screening',
          onDay: dayOf(atNight),
          sexPreferred: 'female',
          interpreterSex: 'female',
          confidentialityOn: dayOf(atNight),
          conflicts,
          ...more,
        });
      expect(
        await reasonsOf(
          engage({
            interpreterName: 'Sùng A Vàng',
            conflicts: { ...conflicts, knows_family: 'yes', paid_by_other: 'yes' },
          }),
        ),
      ).toEqual(['goOnWhy conflict_needs_reason']);
      expect(warned(await engage({}))).toEqual([]);
      expect((await phua.path(her.file!)).parts.interpreterEngagement).toHaveLength(1);
    });
  });

  describe('no guardian is here', () => {
    const consent = (more: object) =>
      phua.act('consent.record', {
        person: her.file,
        language: 'hmn',
        interpreter: 'yes',
        interpreterWho: 'Thào Thị Dua',
        givenBy: 'herself',
        explained: told,
        ...more,
      });
    const send = (person: string | undefined, more: object) =>
      phua.act('referral.send', {
        person,
        toOffice: shelter,
        referralPurpose: 'shelter',
        services: ['safe_house'],
        sharedFields: bundles('who', 'needs', 'children', 'interests', 'interpreters'),
        until: addDays(today, 5),
        ...more,
      });

    it('she says what may be done; her yes alone is doubted, and her no is kept as hers', async () => {
      const yes = await consent({
        consentPurpose: 'referral',
        given: 'yes',
        dataClasses: ['who', 'needs', 'children', 'interests', 'interpreters'],
      });
      her.alone = yes.id;
      expect(warned(yes)).toEqual(['guardian_missing']);
      expect(warned(await consent({ consentPurpose: 'media', given: 'no' }))).toEqual([]);
      her.uncle = (await consent({ consentPurpose: 'family_contact', given: 'no' })).id;
      await consent({ consentPurpose: 'criminal_proceedings', given: 'declined' });
    });

    it('nothing goes out on that yes without a word why, nor on the law without its article', async () => {
      expect(await reasonsOf(send(her.file, { ground: 'consent', consent: her.alone }))).toEqual([
        'doubtNote doubt_unanswered',
      ]);
      expect((await refusal(send(her.file, { ground: 'consent', consent: her.uncle }))).code).toBe(
        'consent.missing',
      );
      expect(await reasonsOf(send(her.file, { ground: 'vital_interest' }))).toEqual([
        'groundArticle required',
      ]);
      expect(await my.list('person')).toEqual([]);
    });

    it('what is done for each of the two in their own interest is noted step by step, and a named person decides', async () => {
      const step = (person: string | undefined, input: object) =>
        phua.act('bestInterests.record', { person, doneOn: dayOf(atNight), ...input });
      const placed = (reasons: string) => ({
        interestStep: 'decision',
        outcome: 'place_shelter',
        byWhom: 'Nguyễn Hữu Quyết, đồn trưởng',
        reasons,
        reviewOn: addDays(today, 14),
      });
      expect(await reasonsOf(step(her.file, { ...placed('Về với chú'), outcome: 'place_family' }))).toEqual([
        'outcome family_not_assessed',
      ]);
      expect(await reasonsOf(step(her.file, { ...placed('x'), reviewOn: null, byWhom: null }))).toEqual([
        'byWhom required',
        'reviewOn required',
      ]);
      await step(her.file, { interestStep: 'guardian', outcome: 'guardian_none' });
      await step(her.file, {
        interestStep: 'view',
        outcome: 'view_heard',
        heardBy: ['talk', 'interpreter'],
        reasons: 'Em muốn ở cùng con, không muốn về nhà chú',
      });
      const decided = await step(her.file, placed('Chưa có người giám hộ; em sợ người chú'));
      expect(decided.warnings).toMatchObject([{ reason: 'steps_open', params: { count: 3 } }]);
      await step(baby.file, { interestStep: 'view', outcome: 'view_heard', heardBy: ['observation'] });
      await step(baby.file, placed('Còn bú, ở cùng mẹ'));
      const due = (await quyet.work()).filter(item => item.kind === 'interests_to_review');
      expect(due.map(item => item.person).sort()).toEqual([her.file, baby.file].sort());
    });

    it('for her life and the child’s the law lets both be sent to the shelter that night, with what it needs and no more', async () => {
      const law = { ground: 'vital_interest', groundArticle: 'Điều 37 Luật 53/2024/QH15' };
      her.night = (await send(her.file, law)).id;
      baby.night = (await send(baby.file, { ...law, sharedFields: bundles('who', 'interests') })).id;
      const { person, parts } = await my.path(her.file!);
      expect(person).toMatchObject({ fullName: 'Lầu Thị Xúa', via: 'share' });
      expect(parts.bestInterests.map((row: Json) => row.outcome)).toEqual([
        'guardian_none',
        'view_heard',
        'place_shelter',
      ]);
      expect(parts.interpreterEngagement).toMatchObject([
        { interpreterName: 'Thào Thị Dua', language: 'hmn' },
      ]);
      expect(parts.needs[0]).toMatchObject({ medicalNote: 'Con còn bú, mẹ sốt' });
      expect(parts.needs[0]).not.toHaveProperty('keepFrom');
      expect(parts.child).toMatchObject([{ childName: 'Lầu A Tủa', ownFile: baby.file }]);
      for (const part of ['arrival', 'consent', 'screening', 'assertion'])
        expect([part, parts[part] ?? []]).toEqual([part, []]);
      expect((await refusal(my.open('person', her.file!, 'phone'))).code).toBe('field.not_yours');
      expect((await my.path(baby.file!)).parts.bestInterests.map((row: Json) => row.outcome)).toEqual([
        'view_heard',
        'place_shelter',
      ]);
      for (const id of [her.night, baby.night]) await my.act('referral.accept', {}, { subject: id! });
    });
  });
}
