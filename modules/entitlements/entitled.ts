/* What a person is entitled to on a day, and why: from the regimes as dated data and what competent bodies said. Pure. Where two bodies contradict each other
 * both readings are given, each by name, and none is chosen; what cannot be said because something is not known is `unclear`, not refused. */
import { type Day, isUnder18, type PartialDay } from '../../kernel/day.ts';
import { countClock } from '../../kernel/rule/clock.ts';
import type { Bilingual, Confidence } from '../../kernel/rule/parameter.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import type { Term } from '../../kernel/rule/term.ts';
import type { LongestSupport, Proof, Rules, SupportRegime, SupportRegimes } from '../../rules/schema.ts';
import { type LegalStatus, type StatusFacts, standingFindings, statusOf } from '../victims/index.ts';
import { type EligibleKind, lawsInRules } from './codes.ts';

export type LawRules = Pick<Rules, 'parameters' | 'calendar' | 'support' | 'papers'>;

export interface EntitlementFacts {
  /** `accompanying`: a child under 18 who came with her; what was said then is what was said of her. */
  readonly kind:
    | 'resident'
    | 'foreign'
    | 'accompanying'
    | 'unknown'
    /** Nobody's citizen: living here for good, not so, or not yet asked. */
    | 'stateless_here'
    | 'stateless_elsewhere'
    | 'stateless';
  readonly where: 'vietnam' | 'abroad';
  readonly born: PartialDay | null;
  readonly assertions: readonly (StatusFacts['assertions'][number] & {
    readonly paperKind?: unknown;
    readonly paperDate?: unknown;
  })[];
  readonly verifications: StatusFacts['verifications'];
  readonly settlements: NonNullable<StatusFacts['settlements']>;
  /** Proofs in hand beside the papers of the assertions, each with its days; null where the paper names no last one. */
  readonly proofs: readonly { readonly proof: Proof; readonly from: Day; readonly until: Day | null }[];
  readonly applied: readonly { readonly regime: string; readonly on: Day }[];
  readonly received: readonly { readonly regime: string; readonly amount: number | null; readonly on: Day }[];
}

export type RegimeState = 'entitled' | 'in_process' | 'unclear' | 'not';
export interface RegimeEntitlement {
  readonly code: string;
  readonly point: string | null;
  readonly title: Bilingual;
  readonly state: RegimeState;
  readonly why: readonly Reason[];
  /** What must still be shown by a paper. */
  readonly missing: readonly Proof[];
  readonly form: Bilingual | null;
  /** Until when to apply; null where no such day is known. */
  readonly applyBy: Term | null;
  /** The part of the regime that day is for; null where it is for all of it. */
  readonly applyPart: string | null;
  readonly longest: LongestSupport | null;
  readonly times: 'once' | null;
  readonly confidence: Confidence;
  readonly note: Bilingual | null;
  readonly received: { readonly times: number; readonly sum: number; readonly last: Day | null };
}
export interface Reading {
  readonly as: LegalStatus['status'];
  readonly law: LegalStatus['law'];
  readonly identifiedOn: Day | null;
  readonly eligibleAs: EligibleKind | null;
  readonly because: readonly Reason[];
  readonly regimes: readonly RegimeEntitlement[];
}
export interface Entitlements {
  readonly day: Day;
  /** One; two where bodies contradict each other. */
  readonly readings: readonly Reading[];
}

export function entitlementsOf(rules: LawRules, facts: EntitlementFacts, day: Day): Entitlements {
  const whole = statusOf({ ...facts, onDay: day });
  if (whole.status !== 'contradicted') return { day, readings: [readingOf(rules, facts, day, whole)] };
  const readings = (['not_victim', 'victim'] as const).map(silent =>
    readingOf(rules, facts, day, statusOf({ ...facts, onDay: day, silent })),
  );
  return { day, readings };
}

function readingOf(rules: LawRules, facts: EntitlementFacts, day: Day, status: LegalStatus): Reading {
  const support = rules.support.find(each => each.law === lawsInRules[status.law]);
  const identifiedOn = status.status === 'identified' ? status.since : null;
  const kinds = kindsOf(facts, status, support);
  const aged = facts.kind === 'accompanying' ? ageReason(facts.born, day) : null;
  return {
    as: status.status,
    law: status.law,
    identifiedOn,
    eligibleAs: kinds.length > 0 ? kinds.at(-1)! : null,
    because: status.reasons,
    regimes: (support?.regimes ?? []).map(regime => {
      const given = stateOf(support!, regime, kinds, facts.kind, status, aged);
      const applyBy = applyTerm(rules, regime, identifiedOn, certifiedOn(facts, day));
      const over = given.state === 'entitled' && isOver(applyBy, regime, facts, day);
      const applyPart = regime.apply_within_part ?? null;
      const lapsed = over && applyPart === null;
      const received = facts.received.filter(one => one.regime === regime.code);
      return {
        code: regime.code,
        point: regime.point,
        title: regime.title,
        state: lapsed ? 'not' : given.state,
        why: [
          ...given.why,
          ...(over ? [tooLate(applyBy!, applyPart)] : []),
          ...windowReasons(regime, given.state, identifiedOn, applyBy),
          ...paperReasons(rules, facts, regime, given.state, day),
        ],
        missing: given.state === 'entitled' && !lapsed ? missingOf(regime, facts, day) : [],
        form: regime.form,
        applyBy,
        applyPart,
        longest: regime.longest,
        times: regime.times,
        confidence: regime.confidence,
        note: regime.note ?? null,
        received: {
          times: received.length,
          sum: received.reduce((sum, one) => sum + (one.amount ?? 0), 0),
          last:
            received
              .map(one => one.on)
              .sort()
              .at(-1) ?? null,
        },
      };
    }),
  };
}

/** As whom the law looks at her; two where that cannot be said, the narrower first. None: the law of that day gives nothing. */
function kindsOf(
  { kind, where }: EntitlementFacts,
  { status, law }: LegalStatus,
  support: SupportRegimes | undefined,
): EligibleKind[] {
  if (status === 'in_process')
    return law === '53/2024/QH15' && kind !== 'accompanying'
      ? [where === 'abroad' ? 'in_process_abroad' : 'in_process_in_vn']
      : [];
  if (status !== 'identified') return [];
  if (kind === 'accompanying') return ['accompanying_under_18'];
  if (kind === 'resident') return ['victim_vn_or_stateless_resident'];
  if (kind === 'foreign') return ['foreign_victim'];
  const read =
    kind === 'stateless_here'
      ? support?.stateless.living_here
      : kind === 'stateless_elsewhere'
        ? support?.stateless.elsewhere
        : null;
  if (read) return [read as EligibleKind];
  return ['foreign_victim', 'victim_vn_or_stateless_resident'];
}

function ageReason(born: PartialDay | null, day: Day): { young: 'yes' | 'no' | 'unknown'; reason: Reason } {
  const young = born === null ? 'unknown' : isUnder18(born, day);
  return { young, reason: { code: `entitled_under_18_${young}`, params: { day } } };
}

/** What is to be found out before more can be said; anything else is a nationality that was not written down. */
const unclear: Readonly<Record<string, string>> = {
  stateless: 'stateless_where',
  stateless_here: 'stateless_unread',
  stateless_elsewhere: 'stateless_unread',
};

function stateOf(
  support: SupportRegimes,
  regime: SupportRegime,
  kinds: readonly EligibleKind[],
  whose: EntitlementFacts['kind'],
  { status }: LegalStatus,
  aged: ReturnType<typeof ageReason> | null,
): { state: RegimeState; why: Reason[] } {
  const { article } = support;
  // Whether a child with somebody still being identified has rights of its own, nobody has read.
  if (status === 'in_process' && aged)
    return { state: 'unclear', why: [{ code: 'entitled_child_in_process', params: {}, article }] };
  if (kinds.length === 0)
    return { state: 'not', why: [{ code: `entitled_nothing_${status}`, params: {}, article }] };
  const given = kinds.filter(kind => support.eligible[kind]?.includes(regime.code));
  const kind = (given.at(-1) ?? kinds.at(-1))!;
  const why: Reason[] = [
    {
      code: given.length > 0 ? 'entitled_kind' : 'entitled_not_kind',
      params: { kind },
      article: regime.article,
    },
  ];
  if (given.length > 0 && given.length < kinds.length)
    return {
      state: 'unclear',
      why: [...why, { code: `entitled_${unclear[whose] ?? 'nationality_unknown'}`, params: {} }],
    };
  if (given.length === 0) return { state: 'not', why };
  if (!aged) return { state: status === 'in_process' ? 'in_process' : 'entitled', why };
  return {
    state: aged.young === 'yes' ? 'entitled' : aged.young === 'no' ? 'not' : 'unclear',
    why: [...why, aged.reason],
  };
}

/** The day for applying is counted from the certificate; the day of identification only says by which law. */
function applyTerm(
  rules: LawRules,
  { apply_within }: SupportRegime,
  identifiedOn: Day | null,
  certified: Day | null,
): Term | null {
  return apply_within && identifiedOn && certified
    ? countClock(rules, { family: apply_within, start: certified, lineDay: identifiedOn })
    : null;
}

const tooLate = ({ due, article }: Term, part: string | null): Reason =>
  part
    ? { code: 'entitled_part_too_late', params: { due: due!, part }, article }
    : { code: 'entitled_too_late', params: { due: due! }, article };

/** Nobody is late before there is a certificate to count from. */
const windowReasons = (
  { apply_within }: SupportRegime,
  state: RegimeState,
  identifiedOn: Day | null,
  applyBy: Term | null,
): Reason[] =>
  apply_within && state === 'entitled' && identifiedOn && !applyBy
    ? [{ code: 'entitled_not_certified', params: {} }]
    : [];

/** The day for applying has passed and nobody applied in time. Advice takes no right away. */
function isOver(
  term: Term | null,
  { code }: SupportRegime,
  { applied }: EntitlementFacts,
  day: Day,
): boolean {
  if (!term?.due || term.advisory || day <= term.due) return false;
  return !applied.some(one => one.regime === code && one.on <= term.due!);
}

/** The papers of findings that she is a victim; the rules name the papers by families of their own, and a judgment is none of them. */
const paperFamilies: Readonly<Record<string, string>> = {
  police_certificate: 'police_certificate',
  rescuer_certificate: 'rescue_certificate',
  prosecution_certificate: 'procedure_certificate',
  foreign_paper: 'foreign_paper',
};
const papersOf = (facts: EntitlementFacts, day: Day): { family: string; on: Day }[] =>
  standingFindings({ ...facts, onDay: day }).flatMap(
    ({ assertionKind, finding, paperKind, paperDate, assertedOn }) => {
      const family = paperFamilies[String(paperKind)];
      const isFinding = assertionKind === 'identified' || assertionKind === 'found_by_court';
      return isFinding && finding === 'victim' && (assertedOn as Day) <= day && family
        ? [{ family, on: ((paperDate as Day | null) ?? assertedOn) as Day }]
        : [];
    },
  );

/** The day of the first paper that proves it. */
const certifiedOn = (facts: EntitlementFacts, day: Day): Day | null =>
  papersOf(facts, day)
    .map(paper => paper.on)
    .sort()[0] ?? null;

const holdsOn = ({ from, until }: EntitlementFacts['proofs'][number], day: Day): boolean =>
  from <= day && (until === null || until >= day);

function missingOf({ proof }: SupportRegime, facts: EntitlementFacts, day: Day): Proof[] {
  const hasPaper = papersOf(facts, day).length > 0;
  return proof.filter(one =>
    one === 'victim_paper'
      ? !hasPaper
      : !facts.proofs.some(paper => paper.proof === one && holdsOn(paper, day)),
  );
}

/** A proof that was in hand and holds no longer. */
function endedProof({ proof }: SupportRegime, { proofs }: EntitlementFacts, day: Day): Reason[] {
  const papers = proofs.filter(paper => proof.includes(paper.proof) && paper.from <= day);
  const last = papers
    .flatMap(paper => paper.until ?? [])
    .sort()
    .at(-1);
  return last && !papers.some(paper => holdsOn(paper, day))
    ? [{ code: 'entitled_proof_ended', params: { until: last } }]
    : [];
}

function paperReasons(
  rules: LawRules,
  facts: EntitlementFacts,
  regime: SupportRegime,
  state: RegimeState,
  day: Day,
): Reason[] {
  if (state === 'in_process') return [{ code: 'entitled_proof_unread', params: {} }];
  if (state !== 'entitled') return [];
  const papers = papersOf(facts, day);
  const only = papers.length > 0 && papers.every(paper => paper.family === 'foreign_paper');
  const line = only ? rules.papers.find(one => one.family === 'foreign_paper') : undefined;
  return [
    ...(line?.needs_legalisation ? [{ code: 'entitled_legalise', params: {}, article: line.article }] : []),
    ...endedProof(regime, facts, day),
  ];
}

/** A regime some reading gives, be it unclear or only for the time of identification. */
export const mayHave = ({ readings }: Entitlements, regime: string): boolean =>
  readings.some(reading => reading.regimes.some(one => one.code === regime && one.state !== 'not'));
