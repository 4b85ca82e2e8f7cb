/* Runs the cases of `rules/tests/entitlements/`, which a lawyer can read and contradict, and holds the code lists of the records to the rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Day, Lang } from '../../kernel/day.ts';
import en from '../../locales/en/entitlements.json' with { type: 'json' };
import enStatus from '../../locales/en/reception.json' with { type: 'json' };
import enRule from '../../locales/en/rule.json' with { type: 'json' };
import vi from '../../locales/vi/entitlements.json' with { type: 'json' };
import viStatus from '../../locales/vi/reception.json' with { type: 'json' };
import viRule from '../../locales/vi/rule.json' with { type: 'json' };
import { rules } from '../../rules/index.ts';
import { RULES_FOLDER } from '../../rules/read.ts';
import { sayingBy } from '../../tests/support/words.ts';
import { stateless } from '../people/index.ts';
import { eligibleKinds, lawsInRules, regimeCodes } from './codes.ts';
import { type EntitlementFacts, entitlementsOf, type Reading, type RegimeState } from './entitled.ts';
import { factsOfFile } from './facts.ts';

const messages: Record<Lang, Record<string, string>> = {
  vi: { ...viRule, ...viStatus, ...vi },
  en: { ...enRule, ...enStatus, ...en },
};
const say = sayingBy(messages);

interface Said {
  kind: string;
  finding: string;
  on: string;
  by: string;
  court?: string;
  paper?: string;
  /** The day on the paper, where it is another than that of the finding. */
  paper_on?: string;
}
type Answer = Partial<Record<RegimeState, string[]>> & {
  as: string;
  law: string;
  missing?: Record<string, string[]>;
  apply_by?: Record<string, string | null>;
  because?: string[];
  says?: string[];
};
interface Case {
  given: string;
  when: string;
  then: string;
  who: { kind: EntitlementFacts['kind']; born?: string; where?: EntitlementFacts['where'] };
  said: Said[];
  asked?: { on: string }[];
  applied?: { regime: string; on: string }[];
  /** Papers on financial difficulty. */
  shown?: { from: string; until?: string }[];
  on: string;
  answer: Answer[];
}
const keys = ['given', 'when', 'then', 'who', 'said', 'asked', 'applied', 'shown', 'on', 'answer'];
const answerKeys = [
  'as',
  'law',
  'entitled',
  'in_process',
  'unclear',
  'missing',
  'apply_by',
  'because',
  'says',
];

const factsOf = ({
  who,
  said,
  asked = [],
  applied = [],
  shown = [],
}: Pick<Case, 'who' | 'said' | 'asked' | 'applied' | 'shown'>): EntitlementFacts => ({
  kind: who.kind,
  where: who.where ?? 'vietnam',
  born: (who.born ?? null) as EntitlementFacts['born'],
  assertions: said.map(one => ({
    assertionKind: one.kind,
    finding: one.finding,
    assertedOn: one.on,
    office: one.by,
    court: one.court ?? null,
    paperKind: one.paper ?? null,
    paperDate: one.paper_on ?? null,
  })),
  verifications: asked.map(one => ({ state: 'sent', receivedOn: one.on, toOffice: 'police' })),
  settlements: [],
  proofs: shown.map(one => ({
    proof: 'financial_difficulty',
    from: one.from as Day,
    until: (one.until ?? null) as Day | null,
  })),
  applied: applied.map(one => ({ regime: one.regime, on: one.on as Day })),
  received: [],
});

function expectReading(reading: Reading, answer: Answer): void {
  expect(Object.keys(answer).filter(key => !answerKeys.includes(key))).toEqual([]);
  expect([reading.as, reading.law]).toEqual([answer.as, answer.law]);
  const inState = (state: RegimeState) =>
    reading.regimes.filter(one => one.state === state).map(one => one.code);
  for (const state of ['entitled', 'in_process', 'unclear'] as const)
    expect([state, inState(state)]).toEqual([state, answer[state] ?? []]);
  const regime = (code: string) => reading.regimes.find(one => one.code === code)!;
  for (const [code, proofs] of Object.entries(answer.missing ?? {}))
    expect([code, regime(code).missing]).toEqual([code, proofs]);
  for (const [code, due] of Object.entries(answer.apply_by ?? {}))
    expect(regime(code).applyBy?.due ?? null).toBe(due);
  const because = reading.because.map(reason => say(reason, 'vi')).join('; ');
  for (const piece of answer.because ?? []) expect(because).toContain(piece);
  const why = reading.regimes.flatMap(one => one.why);
  for (const piece of answer.says ?? [])
    expect(why.map(reason => say(reason, 'vi')).join('; ')).toContain(piece);
  for (const reason of [...reading.because, ...why]) expect(say(reason, 'en')).not.toMatch(/undefined|[{}]/);
  // Nothing is refused or given without a reason.
  for (const one of reading.regimes) expect([one.code, one.why.length > 0]).toEqual([one.code, true]);
}

const folder = join(RULES_FOLDER, 'tests/entitlements');
for (const file of readdirSync(folder))
  describe(`cases in ${file}`, () => {
    // Days stay text: YAML would make dates of them.
    const cases: Case[] = parse(readFileSync(join(folder, file), 'utf8'), { schema: 'core' });
    it.each(cases.map(each => [`${each.given} ${each.when} ${each.then}`, each] as const))(
      '%s',
      (_, each) => {
        expect(Object.keys(each).filter(key => !keys.includes(key))).toEqual([]);
        const { readings } = entitlementsOf(rules, factsOf(each), each.on as Day);
        expect(readings.map(reading => reading.as)).toEqual(each.answer.map(answer => answer.as));
        for (const [index, reading] of readings.entries()) expectReading(reading, each.answer[index]!);
      },
    );
  });

describe('findings that were settled', () => {
  const finding = (id: string, said: string, assertedOn: string, office: string, paperKind?: string) => ({
    id,
    assertionKind: 'identified',
    finding: said,
    assertedOn,
    office,
    paperKind,
  });
  const both = [finding('no', 'not_victim', '2026-02-20', 'a'), finding('yes', 'victim', '2026-03-20', 'b')];
  const letter = {
    state: 'answered',
    finding: 'not_victim',
    toOffice: 'a',
    receivedOn: '2026-02-01',
    answeredAt: '2026-02-19T03:00:00.000Z',
  };
  const file = (settlements: Record<string, unknown>[], assertions = both, verifications = [letter]) =>
    entitlementsOf(
      rules,
      factsOfFile({
        person: { nationality: 'VN', born: '1999' },
        assertions,
        verifications,
        settlements,
        applications: [],
        hardship: [],
        payments: [],
      }),
      '2026-06-01' as Day,
    ).readings;
  const of = (state: string, stands: string | null) => [
    { state, ours: 'no', theirs: 'yes', stands, answeredAt: '2026-04-10T03:00:00.000Z' },
  ];
  const as = (readings: readonly Reading[]) => readings.map(reading => reading.as);

  it('stand side by side until it is agreed or decided', () => {
    for (const settlements of [[], of('proposed', 'yes'), of('with_superior', 'yes')])
      expect(as(file(settlements))).toEqual(['identified', 'not_victim']);
  });

  it('give nothing where neither stands, until she is being verified anew', () => {
    const [one, ...others] = file(of('agreed', null));
    expect([one!.as, others]).toEqual(['none', []]);
    expect(one!.because.map(reason => reason.code)).toEqual(['status_neither_stands']);
    expect(one!.regimes.filter(regime => regime.state !== 'not')).toEqual([]);
    const asked = { state: 'sent', toOffice: 'a', receivedOn: '2026-04-12' };
    expect(as(file(of('agreed', null), both, [letter, asked as never]))).toEqual(['in_process']);
  });

  it('give one reading afterwards, which says that it was settled', () => {
    const [one, ...others] = file(of('decided', 'yes'));
    expect([one!.as, others]).toEqual(['identified', []]);
    expect(one!.because.map(reason => reason.code)).toContain('status_settled');
    expect(as(file(of('agreed', 'no')))).toEqual(['not_victim']);
  });

  it('the paper of a finding that no longer stands proves nothing', () => {
    const [one] = file(
      [{ state: 'agreed', ours: 'old', theirs: 'no', stands: null, answeredAt: '2026-04-10T03:00:00.000Z' }],
      [
        finding('old', 'victim', '2026-01-10', 'b', 'police_certificate'),
        finding('no', 'not_victim', '2026-02-20', 'a'),
        finding('anew', 'victim', '2026-05-02', 'b'),
      ],
    );
    expect(one!.as).toBe('identified');
    expect(one!.identifiedOn).toBe('2026-05-02');
    expect(one!.regimes.some(regime => regime.missing.includes('victim_paper'))).toBe(true);
  });
});

describe('the facts of a file', () => {
  const of = (person: object, hardship: Record<string, unknown>[] = []) =>
    factsOfFile({
      person: { ...person },
      assertions: [],
      verifications: [],
      settlements: [],
      applications: [],
      hardship,
      payments: [],
    });

  it('say as whom the law looks at her, and never guess what was not answered', () => {
    const kind = (nationality: unknown, livesHere?: unknown) => of({ nationality, livesHere }).kind;
    expect([kind(null), kind(undefined, 'yes'), kind('VN'), kind('CN', 'yes')]).toEqual([
      'unknown',
      'unknown',
      'resident',
      'foreign',
    ]);
    expect([null, undefined, 'unknown', 'declined', 'not_asked'].map(one => kind(stateless, one))).toEqual(
      Array(5).fill('stateless'),
    );
    expect([kind(stateless, 'yes'), kind(stateless, 'no')]).toEqual([
      'stateless_here',
      'stateless_elsewhere',
    ]);
  });

  it('place her here unless it is written that she is still abroad', () => {
    const where = (abroadNow: unknown) => of({ abroadNow }).where;
    expect([undefined, null, 'no', 'unknown', 'yes'].map(where)).toEqual([
      'vietnam',
      'vietnam',
      'vietnam',
      'vietnam',
      'abroad',
    ]);
  });

  it('count no paper that was struck out', () => {
    const paper = { issuedOn: '2026-01-20', validUntil: '2026-12-31', struckAt: null };
    expect(of({}, [{ ...paper, struckAt: '2026-02-01T00:00:00.000Z' }, paper]).proofs).toEqual([
      { proof: 'financial_difficulty', from: '2026-01-20', until: '2026-12-31' },
    ]);
  });
});

describe('what is received', () => {
  it('is counted per regime, with the last day', () => {
    const [first] = entitlementsOf(
      rules,
      {
        ...factsOf({
          who: { kind: 'resident' },
          said: [{ kind: 'identified', finding: 'victim', on: '2026-01-05', by: 'police' }],
        }),
        received: [
          { regime: 'essentials', amount: 300_000, on: '2026-01-20' as Day },
          { regime: 'essentials', amount: null, on: '2026-01-10' as Day },
        ],
      },
      '2026-02-01' as Day,
    ).readings;
    expect(first!.regimes.find(one => one.code === 'essentials')!.received).toEqual({
      times: 2,
      sum: 300_000,
      last: '2026-01-20',
    });
    expect(first!.regimes.find(one => one.code === 'medical')!.received.times).toBe(0);
  });
});

describe('the lists of the records', () => {
  it('are those of the rules, no more and no fewer', () => {
    const inRules = (pick: (law: (typeof rules.support)[number]) => string[]) =>
      [...new Set(rules.support.flatMap(pick))].sort();
    expect([...regimeCodes].sort()).toEqual(inRules(law => law.regimes.map(regime => regime.code)));
    expect([...eligibleKinds].sort()).toEqual(inRules(law => Object.keys(law.eligible)));
    expect(Object.values(lawsInRules).sort()).toEqual(rules.support.map(law => law.law).sort());
  });
});
