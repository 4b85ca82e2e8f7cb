/* The limits of a case from its steps: what holds whatever was done and in which order, and that the lists of the module are those of the rules. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayIn, getDay, type Instant } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { SEVERITIES } from '../../rules/schema-justice.ts';
import { type CaseRows, caseClocks, classOf, movedClocks, standingCharges } from './case-clocks.ts';
import {
  caseStates,
  extendable,
  grantingBodies,
  laterSteps,
  offenceCodes,
  stepKinds,
  steps,
  stepsFrom,
} from './lists.ts';
import { seatNames } from './seats.ts';

const empty: CaseRows = {
  severity: 'RNT',
  steps: [],
  accused: [],
  charges: [],
  measures: [],
  extensions: [],
};
const opened = getDay('2024-03-04');
const step = (stepKind: string, onDay: Day) => ({ id: `${stepKind} ${onDay}`, stepKind, onDay });

describe('the lists of the module', () => {
  it('are the offences, the extendable limits and the bodies of the rules', () => {
    expect(new Set(offenceCodes)).toEqual(new Set(rules.offences.map(one => one.id)));
    const bodies = rules.granting.flatMap(one =>
      Object.values(one.by_level).flatMap(kinds => Object.values(kinds).flat()),
    );
    expect(new Set(grantingBodies)).toEqual(new Set(bodies));
    for (const family of extendable) expect(rules.granting.some(one => one.family === family)).toBe(true);
  });

  it('every step but the first can be taken from somewhere, and every state but the last left', () => {
    const seats = seatNames;
    // What was sent last decides who may receive it.
    const taken = new Set(
      caseStates.flatMap(state =>
        [[], ...stepKinds.map(kind => [kind])].flatMap(before => stepsFrom(state, seats, before)),
      ),
    );
    expect(taken).toEqual(new Set(laterSteps));
    for (const state of caseStates.filter(one => one !== 'ended' && one !== 'joined'))
      expect([state, stepsFrom(state, seats, []).length > 0]).toEqual([state, true]);
  });
});

describe('a class that rests on a clause nobody compared with the text', () => {
  const charged = (offence: string, clause: number, severity: string) => ({
    id: `${offence} ${clause}`,
    accused: 'a',
    offence,
    clause,
    severity,
    fromDay: opened,
    replaces: null,
  });
  const of = (...charges: ReturnType<typeof charged>[]) =>
    caseClocks(rules, {
      ...empty,
      severity: 'DBNT',
      steps: [step('initiated', opened)],
      charges,
      measures: [
        {
          id: 'm',
          accused: 'a',
          measureKind: 'detention',
          fromAt: `${opened}T02:00:00.000Z`,
          orderedDays: null,
        },
      ],
    });
  const unread = charged('blhs2015.141', 3, 'DBNT');
  it('gives limits that only advise, with the word why', () => {
    for (const { limit } of of(unread)) {
      expect([limit.line.id, limit.term.advisory]).toEqual([limit.line.id, true]);
      expect(limit.term.steps).toContainEqual({ code: 'class_unread', params: {} });
    }
  });
  it('binds where another charge of the same class was compared, or a graver one', () => {
    for (const { limit } of of(unread, charged('blhs2015.150', 3, 'DBNT')))
      expect([limit.line.id, limit.term.advisory]).toEqual([limit.line.id, false]);
  });
});

/** A way through a case: steps one after another, each allowed where it stands. */
const ways = fc
  .array(fc.tuple(fc.nat(100), fc.integer({ min: 0, max: 90 })), { maxLength: 12 })
  .map(picks => {
    const way = [step('initiated', opened)];
    let [state, day] = ['investigation' as string, opened];
    for (const [pick, gap] of picks) {
      const taken = way.map(one => one.stepKind);
      const offered = stepsFrom(state, seatNames, taken);
      if (offered.length === 0) break;
      const kind = offered[pick % offered.length]!;
      day = addDays(day, gap);
      way.push(step(kind, day));
      state = steps[kind].to;
    }
    return { way, state };
  });

describe('the limits of a case', () => {
  it('never end before they begin, and only one of them runs in a stage', () => {
    fc.assert(
      fc.property(ways, fc.constantFrom(...SEVERITIES), ({ way, state }, severity) => {
        const clocks = caseClocks(rules, { ...empty, severity, steps: way });
        for (const { start, doneOn, limit } of clocks) {
          if (limit.term.due) expect(dayIn(limit.term.due) >= dayIn(start)).toBe(true);
          if (doneOn) expect(doneOn >= dayIn(start)).toBe(true);
        }
        const running = clocks.filter(one => one.doneOn === null).map(one => one.family.split('.')[0]);
        if (state === 'ended') expect(running).toEqual([]);
        if (state === 'in_force') expect(running).toEqual(['judgment']);
        if (state === 'investigation') expect(running).toEqual(['investigation']);
        if (state === 'prosecution') expect(running.filter(one => one !== 'prosecution')).toEqual([]);
      }),
    );
  });

  it('a correction that changes nothing moves nothing; a later beginning never moves an end back', () => {
    fc.assert(
      fc.property(ways, fc.integer({ min: 1, max: 40 }), ({ way }, gap) => {
        const before = caseClocks(rules, { ...empty, steps: way });
        expect(movedClocks(before, caseClocks(rules, { ...empty, steps: [...way] }))).toEqual([]);
        const later = way.map(one => ({ ...one, onDay: addDays(one.onDay, gap) }));
        for (const { from, to } of movedClocks(before, caseClocks(rules, { ...empty, steps: later })))
          expect(from !== null && to !== null && dayIn(to) >= dayIn(from)).toBe(true);
      }),
    );
  });

  it('four accused in different measures have limits of their own', () => {
    const who = ['a', 'b', 'c', 'd'].map(id => ({ id, born: id === 'd' ? '2008' : '1990' }));
    const from = '2024-03-05T02:00:00Z' as Instant;
    const clocks = caseClocks(rules, {
      ...empty,
      steps: [step('initiated', opened)],
      accused: who,
      charges: [
        { id: '1', accused: 'a', severity: 'DBNT', replaces: null },
        { id: '2', accused: 'b', severity: 'NT', replaces: null },
      ],
      measures: [
        { id: 'm1', accused: 'a', measureKind: 'custody', fromAt: from, endedOn: '2024-03-08' },
        { id: 'm2', accused: 'a', measureKind: 'detention', fromAt: '2024-03-08T02:00:00Z', endedOn: null },
        { id: 'm3', accused: 'b', measureKind: 'detention', fromAt: from, endedOn: null },
        { id: 'm4', accused: 'c', measureKind: 'custody', fromAt: from, endedOn: null },
        { id: 'm5', accused: 'd', measureKind: 'residence_ban', fromAt: from, endedOn: null },
      ],
    });
    const own = (accused: string) =>
      clocks.filter(one => one.accused === accused).map(one => [one.family, one.limit.term.due]);
    // 120 days less three of custody, the first day counted.
    expect(own('a')).toEqual([
      ['custody.tam_giu', expect.anything()],
      ['detention.investigation', addDays(getDay('2024-03-08'), 116)],
    ]);
    expect(own('b')).toEqual([['detention.investigation', addDays(getDay('2024-03-05'), 89)]]);
    expect(own('c')).toHaveLength(1);
    // Renewed five days before the investigation ends, which it may not outlast.
    expect(own('d')).toEqual([['measure.renew', '2024-06-29']]);
  });
});

it('a charge that took the place of another counts instead of it', () => {
  const charges = [
    { id: '1', accused: 'a', severity: 'DBNT', replaces: null },
    { id: '2', accused: 'a', severity: 'NT', replaces: '1' },
    { id: '3', accused: 'b', severity: 'RNT', replaces: null },
  ];
  expect(standingCharges(charges).map(one => one.id)).toEqual(['2', '3']);
  expect([classOf(charges), classOf(charges, 'a'), classOf(charges, 'c')]).toEqual(['RNT', 'NT', null]);
});

describe('what was served or granted before', () => {
  const who = [{ id: 'a', born: '1990' }];
  const charges = [{ id: '1', accused: 'a', severity: 'NT', replaces: null }];
  const measure = (id: string, measureKind: string, fromAt: string, endedOn: string | null) => ({
    id,
    accused: 'a',
    measureKind,
    fromAt: `${fromAt}T02:00:00Z`,
    endedOn,
  });
  const detention = (measures: object[], extensions: object[] = []) =>
    caseClocks(rules, {
      ...empty,
      severity: 'NT',
      steps: [step('initiated', opened)],
      accused: who,
      charges,
      measures,
      extensions,
    } as CaseRows).findLast(one => one.family === 'detention.investigation')!.limit.term.due;
  // Ninety days, the first one counted.
  const whole = addDays(getDay('2024-04-01'), 89);

  it('an earlier detention of the same person is deducted, and what was granted in it counts on', () => {
    const twice = [
      measure('m1', 'detention', '2024-03-05', '2024-03-14'),
      measure('m2', 'detention', '2024-04-01', null),
    ];
    expect(detention(twice)).toBe(addDays(whole, -10));
    const granted = {
      id: 'x',
      accused: 'a',
      limitFamily: 'detention.investigation',
      turn: 1,
      lengthUnit: 'month',
      lengthValue: 1,
      decidedOn: '2024-03-10',
      decisionNumber: '1',
    };
    expect(detention(twice, [granted])).toBe(addDays(whole, 20));
  });

  it('a custody nobody noted as ended is deducted up to the detention', () => {
    const measures = [
      measure('m1', 'custody', '2024-03-29', null),
      measure('m2', 'detention', '2024-04-01', null),
    ];
    expect(detention(measures)).toBe(addDays(whole, -3));
  });

  it('what was granted after a limit had ended does not lengthen it', () => {
    const steps = [
      step('initiated', opened),
      step('investigation_suspended', addDays(opened, 20)),
      step('investigation_resumed', addDays(opened, 60)),
    ];
    const extension = (decidedOn: string) => ({
      id: decidedOn,
      accused: null,
      limitFamily: 'investigation.limit',
      turn: 1,
      lengthUnit: 'month',
      lengthValue: 1,
      decidedOn,
      decisionNumber: '1',
    });
    const first = (extensions: object[]) =>
      caseClocks(rules, { ...empty, steps, extensions } as CaseRows)[0]!.limit.term.due;
    expect(first([extension(addDays(opened, 90))])).toBe(first([]));
    expect(first([extension(addDays(opened, 10))])).not.toBe(first([]));
  });
});

it('what the court above sent back is investigated or tried anew, under a limit of its own', () => {
  const judged = addDays(opened, 200);
  const way = [step('initiated', opened), step('judged', judged), step('appealed', addDays(judged, 5))];
  const after = (...kinds: string[]) =>
    caseClocks(rules, {
      ...empty,
      steps: [...way, ...kinds.map((kind, index) => step(kind, addDays(judged, 90 + index)))],
    })
      .filter(one => one.doneOn === null)
      .map(one => one.family);
  expect(after('appeal_quashed')).toEqual(['investigation.limit', 'investigation.re']);
  // What is tried anew is docketed anew, and its time runs from then.
  expect(after('appeal_remanded')).toEqual(['investigation.limit', 'trial.docket']);
  expect(after('appeal_remanded', 'court_accepted')).toEqual(['investigation.limit', 'trial.prepare']);
  expect(after('appeal_judged')).toEqual(['investigation.limit', 'judgment.enforce']);
  expect(stepsFrom('appeal', ['appealCourt'], [])).toContain('appeal_withdrawn');
  expect(stepsFrom('appeal', ['procuracy'], [])).toEqual(['protested']);
  expect(stepsFrom('appeal', ['court'], [])).toEqual(['appeal_sent']);
  // Once it is docketed above it is not sent again; after another judgment it is.
  const docketed = ['judged', 'appealed', 'appeal_sent', 'appeal_accepted'];
  expect(stepsFrom('appeal', ['court'], docketed)).toEqual([]);
  expect(stepsFrom('appeal', ['court'], [...docketed, 'appeal_remanded', 'judged', 'appealed'])).toEqual([
    'appeal_sent',
  ]);
});
