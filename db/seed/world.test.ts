/* The invented world: the same for the same seed, true to the law and the calendar of its day, shaped like the published figures, and nobody real. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import areas from '../../data/reference/foreign-areas.json' with { type: 'json' };
import languages from '../../data/reference/languages.json' with { type: 'json' };
import { ageOn, dayOf, getDay, parseInstant, parsePartialDay, startOfDay } from '../../kernel/day.ts';
import { getAgency, getOfficeById, isOpenOn } from './agencies.ts';
import { getOfficer, postsOn } from './cast.ts';
import { getUnit } from './units.ts';
import { DESK } from './world/reception.ts';
import { DEFAULT_SIZE, inventJourney, inventWorld, type PersonJourney, prepareWorld } from './world.ts';

const today = getDay('2026-11-24');
const journeys = [...inventWorld({ seed: 7, today, size: 4000 })];
const usual = [...inventWorld({ seed: 1, today })];

/** Everything in a journey that happened at an office: when, where, and who of the cast. */
function events(
  journey: PersonJourney,
): { at: string; office: string; officer: string | null; desk: keyof typeof DESK | null }[] {
  const { arrival, consents, screening, verification, assertions, referrals, notes } = journey;
  return [
    { at: arrival.arrivedAt, ...arrival, desk: 'receives' as const },
    ...consents.map(row => ({ at: row.givenAt, ...row, desk: 'receives' as const })),
    ...(screening ? [{ at: screening.screenedAt, ...screening, desk: 'receives' as const }] : []),
    ...(verification ? [{ at: verification.sentAt, ...verification, desk: 'receives' as const }] : []),
    ...(verification?.answer
      ? [{ at: verification.answer.answeredAt, ...verification.answer, desk: 'verifies' as const }]
      : []),
    ...assertions.map(row => ({
      at: row.assertedAt,
      ...row,
      desk: row.assertionKind === 'identified' ? ('identifies' as const) : null,
    })),
    ...referrals.map(row => ({ at: row.sentAt, ...row, desk: 'receives' as const })),
    ...notes.map(row => ({ ...row, desk: 'notes' as const })),
  ];
}

const isVictim = (journey: PersonJourney) =>
  journey.assertions.some(row => row.assertionKind === 'identified' && row.finding === 'victim');
const share = (list: readonly PersonJourney[], test: (journey: PersonJourney) => boolean) =>
  list.filter(test).length / list.length;
const arrivalDay = (journey: PersonJourney) => dayOf(journey.arrival.arrivedAt);

describe('refused', () => {
  test('a world that ends before it begins', () => {
    expect(() => prepareWorld({ seed: 1, today: getDay('2020-01-01') })).toThrow(RangeError);
  });

  test('nothing on or after the day the world ends, and no moment that is none', () => {
    const end = startOfDay(today);
    const wrong: string[] = [];
    for (const journey of journeys) {
      const moments = [
        ...events(journey).map(event => event.at),
        journey.arrival.recordedAt,
        ...(journey.closed ? [journey.closed.at] : []),
        ...journey.referrals.flatMap(row => [row.answeredAt, row.endedAt].filter(at => at !== null)),
      ];
      wrong.push(
        ...moments.filter(at => parseInstant(at) !== at || at >= end).map(at => `${journey.key} ${at}`),
      );
    }
    expect(wrong).toEqual([]);
  });

  test('no personal number and no telephone that somebody could have', () => {
    for (const { person, recruiter } of journeys) {
      for (const paper of person.papers) expect(paper.paperNumber).toMatch(/^(010|012|015)[0-3]\d\d9\d{5}$/);
      for (const phone of [person.phone, recruiter?.phone]) if (phone) expect(phone).toMatch(/^0300\d{6}$/);
    }
  });

  test('no referral without a consent given before it, for that receiver, and not taken back until it was revoked', () => {
    let seen = 0;
    for (const { referrals, consents } of journeys) {
      for (const referral of referrals) {
        const consent = consents.find(row => row.id === referral.consent);
        expect(consent?.given).toBe('yes');
        expect(consent!.consentPurpose).toBe('referral');
        expect(consent!.givenAt < referral.sentAt).toBe(true);
        expect([null, referral.toOffice]).toContain(consent!.recipient);
        expect(consent!.withdrawnAt !== null).toBe(referral.state === 'revoked');
        expect(referral.toOffice).not.toBe(referral.office);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(1000);
    const askedTooLate = journeys.filter(
      j =>
        j.screening &&
        j.consents.some(row => row.withdrawnAt === null && row.givenAt > j.screening!.screenedAt),
    );
    expect(askedTooLate.map(journey => journey.key)).toEqual([]);
  });
});

describe('the same for the same seed', () => {
  test('twice the same, differently for another seed', () => {
    const again = [...inventWorld({ seed: 7, today, size: 4000 })];
    expect(again).toEqual(journeys);
    const other = [...inventWorld({ seed: 8, today, size: 200 })];
    expect(other.map(journey => journey.person.fullName)).not.toEqual(
      [...inventWorld({ seed: 7, today, size: 200 })].map(journey => journey.person.fullName),
    );
  });

  test('a person can be invented alone, and the stream is lazy', () => {
    const world = prepareWorld({ seed: 7, today, size: 4000 });
    expect(inventJourney(world, 3210)).toEqual(journeys[3210]);
    const first = inventWorld({ seed: 7, today, size: 2_000_000_000 }).next();
    expect(first.value?.key).toBe('P000001');
  });

  test('keys count up, ids are unique and shaped as version 7, days of arrival never go back', () => {
    const ids = journeys.flatMap(
      ({
        person,
        arrival,
        needs,
        children,
        consents,
        screening,
        verification,
        assertions,
        referrals,
        stays,
        notes,
      }) =>
        [
          person,
          ...person.papers,
          arrival,
          needs,
          ...children,
          ...consents,
          screening,
          verification,
          ...assertions,
          ...referrals,
          ...stays,
          ...notes,
        ]
          .filter(row => row !== null)
          .map(row => row.id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter(id => !shape.test(id))).toEqual([]);
    for (const [n, journey] of journeys.entries()) {
      expect(Number(journey.key.slice(1))).toBe(n + 1);
      if (n > 0) expect(arrivalDay(journey) >= arrivalDay(journeys[n - 1]!)).toBe(true);
    }
  });
});

describe('true to its day', () => {
  test('every office was open when something happened there, and whoever did it held a fitting post', () => {
    const wrong: string[] = [];
    let byTheCast = 0;
    for (const journey of journeys) {
      for (const { at, office, officer, desk } of events(journey)) {
        const day = dayOf(at as never);
        const place = `${journey.key} ${getOfficeById(office).key} ${day}`;
        if (!isOpenOn(getOfficeById(office), day)) wrong.push(`${place} was not open`);
        if (officer === null) continue;
        byTheCast++;
        const post = postsOn(getOfficer(officer), day).find(row => row.office === office);
        if (!post) wrong.push(`${place}: ${officer} had no post`);
        else if (desk && !(DESK[desk] as readonly string[]).includes(post.role))
          wrong.push(`${place}: ${officer} as ${post.role}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(byTheCast).toBeGreaterThan(1000);
  });

  test('the place of origin was in force on the day of arrival', () => {
    const eras = new Set<string>();
    for (const journey of journeys) {
      const { origin, originNote } = journey.person;
      expect((origin === null) === (originNote !== null)).toBe(true);
      if (origin === null) continue;
      const unit = getUnit(origin);
      const day = arrivalDay(journey);
      expect(
        (unit.valid_from ?? '') <= day && day < (unit.valid_to ?? '9999'),
        `${journey.key} ${unit.key}`,
      ).toBe(true);
      eras.add(unit.valid_from ?? 'old');
    }
    expect(eras.size).toBe(2);
  });

  test('the law of the day; identified only by those who may; each identified victim has a paper', () => {
    for (const journey of journeys) {
      for (const row of journey.assertions) {
        expect(row.law).toBe(row.assertedOn < '2025-07-01' ? '66/2011/QH12' : '53/2024/QH15');
        expect(row.assertedOn).toBe(dayOf(row.assertedAt));
        if (row.assertionKind === 'identified') {
          expect(getOfficeById(row.office).competences).toContain('identify');
          expect(row.paper !== null).toBe(row.finding === 'victim');
        }
        if (row.assertionKind === 'found_by_court') {
          expect(getAgency(getOfficeById(row.office).agency).kind).toBe('court');
          expect(row).toMatchObject({ court: row.office, paper: { paperKind: 'judgment' } });
        } else expect(row.court).toBeNull();
      }
      const days = journey.assertions.map(row => row.assertedAt);
      expect(days).toEqual([...days].sort());
    }
    const deciding = (from: string, to: string) =>
      new Set(
        journeys
          .flatMap(journey => journey.assertions)
          .filter(row => row.assertionKind === 'identified' && row.assertedOn >= from && row.assertedOn < to)
          .map(row => getOfficeById(row.office).level),
      );
    expect(deciding('2020-01-01', '2025-03-01')).toEqual(new Set(['district', 'province']));
    expect(deciding('2025-03-01', '2027-01-01')).toEqual(new Set(['province']));
  });

  test('a request still open when the district police ended is answered by whoever took over', () => {
    const passed = journeys.filter(({ verification }) => {
      const answer = verification?.answer;
      return answer && answer.office !== verification.toOffice && dayOf(answer.answeredAt) >= '2025-03-01';
    });
    expect(passed.length).toBeGreaterThan(0);
    for (const { verification } of passed) expect(verification!.receivedOn < '2025-07-01').toBe(true);
  });

  test('signs are those of the indicator set, areas and languages those of the lists', () => {
    const set = parse(
      readFileSync(new URL('../../rules/indicators/legal_elements.v1.yaml', import.meta.url), 'utf8'),
    ) as {
      items: { code: string }[];
    };
    const codes = new Set(set.items.map(item => item.code));
    const areaKeys = new Set(areas.map(area => area.key));
    const spoken = new Set(languages.map(language => language.code));
    const wrong: string[] = [];
    for (const { screening, arrival, person } of journeys) {
      wrong.push(...Object.keys(screening?.signs ?? {}).filter(code => !codes.has(code)));
      if (arrival.fromArea && !areaKeys.has(arrival.fromArea)) wrong.push(arrival.fromArea);
      wrong.push(...person.spoken.filter(code => !spoken.has(code)));
      if (person.born && parsePartialDay(person.born) === null) wrong.push(person.born);
    }
    expect(wrong).toEqual([]);
  });

  test('no compounds before 2022', () => {
    const forced = journeys.filter(journey => journey.truth.exploitation === 'forced_criminality');
    expect(forced.length).toBeGreaterThan(50);
    expect(forced.filter(journey => arrivalDay(journey) < '2022-03-01')).toEqual([]);
  });
});

describe('shaped like the published figures', () => {
  const victims = journeys.filter(isVictim);

  test('23 to 24 % of the victims are children', () => {
    const children = share(
      victims,
      ({ person, arrival }) => person.born !== null && ageOn(person.born, dayOf(arrival.arrivedAt)).most < 18,
    );
    expect(children).toBeGreaterThan(0.18);
    expect(children).toBeLessThan(0.29);
  });

  test('more than nine in ten are of ethnic minorities, Hmong most of all', () => {
    expect(share(victims, ({ person }) => person.ethnicity !== '01')).toBeGreaterThan(0.9);
    expect(share(victims, ({ person }) => person.ethnicity === '08')).toBeGreaterThan(0.4);
  });

  test('most come back by themselves, and from Yunnan', () => {
    expect(share(journeys, ({ arrival }) => arrival.route === 'self_return')).toBeGreaterThan(0.4);
    expect(share(victims, ({ arrival }) => /^CN-5[3]/.test(arrival.fromArea ?? ''))).toBeGreaterThan(0.5);
  });

  test('hardly any men among the victims before the compounds, more after', () => {
    const men = (list: readonly PersonJourney[]) => share(list, ({ person }) => person.sex === 'male');
    const [before, after] = [
      victims.filter(v => arrivalDay(v) < '2022-03-01'),
      victims.filter(v => arrivalDay(v) >= '2022-03-01'),
    ];
    expect(men(before)).toBeLessThan(0.1);
    expect(men(after)).toBeGreaterThan(0.1);
    expect(men(after)).toBeLessThan(0.3);
  });

  test('the usual world has 400 journeys and about as many victims in 2021 to 2025 as were received: 66', () => {
    expect(usual.length).toBe(DEFAULT_SIZE);
    const received = usual.filter(
      journey =>
        isVictim(journey) && arrivalDay(journey) >= '2021-01-01' && arrivalDay(journey) < '2026-01-01',
    );
    expect(received.length).toBeGreaterThan(45);
    expect(received.length).toBeLessThan(90);
  });

  test('every stage and every route is there, in the usual world too', () => {
    expect([...new Set(usual.map(journey => journey.arrival.route))].length).toBe(7);
    const stages = new Set(journeys.map(journey => journey.stage));
    expect(stages.size).toBe(8);
    expect(new Set(usual.map(journey => journey.stage)).size).toBeGreaterThanOrEqual(6);
  });

  test('most referrals are answered and most of those lead to a service; some do not', () => {
    const referrals = journeys
      .filter(j => arrivalDay(j) < '2026-01-01')
      .flatMap(journey => journey.referrals);
    const answered = referrals.filter(row => row.answeredAt !== null).length / referrals.length;
    expect(answered).toBeGreaterThan(0.88);
    expect(answered).toBeLessThan(0.98);
    expect(new Set(referrals.map(row => row.state)).size).toBe(5);
  });
});

describe('doubles on purpose', () => {
  const doubles = journeys.filter(journey => journey.duplicateOf !== null);
  const byKey = new Map(journeys.map(journey => [journey.key, journey]));

  test('three or four in a hundred, each of an earlier person who is no double', () => {
    expect(doubles.length / journeys.length).toBeGreaterThan(0.02);
    expect(doubles.length / journeys.length).toBeLessThan(0.05);
    for (const double of doubles) {
      const original = byKey.get(double.duplicateOf!.key)!;
      expect(original.duplicateOf).toBeNull();
      expect(arrivalDay(original) <= arrivalDay(double)).toBe(true);
      expect(original.person.id).not.toBe(double.person.id);
    }
  });

  test('the same person in another spelling: sex, people and year of birth agree, the name never does', () => {
    const changes = new Set<string>();
    for (const double of doubles) {
      const original = byKey.get(double.duplicateOf!.key)!;
      expect(double.person.fullName).not.toBe(original.person.fullName);
      expect(double.person.sex).toBe(original.person.sex);
      expect(double.person.ethnicity).toBe(original.person.ethnicity);
      expect(double.person.born?.slice(0, 4)).toBe(original.person.born?.slice(0, 4));
      changes.add(double.duplicateOf!.change);
    }
    expect(changes).toEqual(new Set(['tone', 'no_marks', 'spelling', 'middle_left_out']));
  });

  test('different persons share a name more often than chance would have it, as in life', () => {
    const people = usual
      .filter(journey => journey.duplicateOf === null)
      .map(journey => journey.person.fullName);
    expect(new Set(people).size).toBeLessThan(people.length);
  });
});
