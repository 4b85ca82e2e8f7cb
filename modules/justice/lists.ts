/* The code lists of reports and cases, and how a case goes on: which step is taken in which state, by which seat, and where it leads. */
import type { ActingSeat } from './seats.ts';

export const reportKinds = ['denunciation', 'news', 'proposal'] as const;
export const reportWays = [
  'in_person',
  'phone',
  'written',
  'hotline_111',
  'found_by_officer',
  'media',
] as const;
export const reportStates = ['taken', 'handed_over', 'taken_up', 'resolved', 'suspended'] as const;
/** How a report is resolved; suspending it is not the end. */
export const resolvedOutcomes = ['prosecute', 'not_prosecute'] as const;
export const reportOutcomes = [...resolvedOutcomes, 'suspend'] as const;

/** What is decided about the time a report may take (articles 147 to 149 of the Criminal Procedure Code). */
export const reportDecisionKinds = ['extended', 'suspended', 'resumed', 'suspension_cancelled'] as const;
/** What is said of each kind of decision, of all that may be. */
export const decisionNames: Readonly<Record<string, readonly string[]>> = {
  extended: ['decidedOn', 'decisionNumber', 'lengthValue', 'lengthUnit', 'grantedBy'],
  suspended: ['decidedOn', 'decisionNumber', 'suspendGround'],
  resumed: ['decidedOn', 'decisionNumber'],
  suspension_cancelled: ['decidedOn', 'decisionNumber'],
};
/** Why a report may be suspended (article 148.1); the last since Law 02/2021. */
export const suspendGrounds = ['expertise_awaited', 'documents_awaited', 'force_majeure'] as const;

export const caseLevels = ['district', 'region', 'province', 'ministry'] as const;
export const accusedRoles = ['organiser', 'perpetrator', 'instigator', 'helper', 'not_clear'] as const;
export const accusedStates = [
  'suspect',
  'accused',
  'suspended',
  'dropped',
  'convicted',
  'acquitted',
] as const;
export const measureKinds = [
  'emergency_hold',
  'custody',
  'detention',
  'bail',
  'surety',
  'residence_ban',
  'exit_ban',
] as const;

/** The bodies the rules name as granting extensions (rules/granting). */
export const grantingBodies = [
  'investigation_head',
  'custody_issuer',
  'procuracy',
  'procuracy_head',
  'procuracy_district',
  'procuracy_region',
  'procuracy_province',
  'procuracy_supreme',
  'court_chief',
] as const;
/** The limits of a case that can be extended; a test holds them to the rules. */
export const extendable = [
  'investigation.limit',
  'investigation.resumed',
  'investigation.re',
  'detention.investigation',
  'prosecution.decide',
  'trial.prepare',
  'custody.tam_giu',
] as const;
/** Those that run for one of the accused and not for the case. */
export const ofAccused: readonly string[] = ['detention.investigation', 'custody.tam_giu'];

/** The offences of rules/offences; a test holds them to the rules. */
export const offenceCodes = [
  'blhs2015.150',
  'blhs2015.151',
  'blhs2015.152',
  'blhs2015.153',
  'blhs2015.154',
  'blhs2015.296',
  'blhs2015.297',
  'blhs2015.347',
  'blhs2015.348',
  'blhs2015.349',
  'blhs2015.350',
  'blhs2015.327',
  'blhs2015.328',
  'blhs2015.329',
  'blhs2015.141',
  'blhs2015.142',
  'blhs2015.143',
  'blhs2015.144',
  'blhs2015.145',
  'blhs2015.146',
  'blhs2015.147',
  'blhs2015.157',
  'blhs2015.169',
  'blhs2015.170',
  'blhs2015.174',
  'blhs2015.181',
  'blhs2015.324',
  'blhs2015.341',
] as const;

export const caseStates = [
  'investigation',
  'investigation_suspended',
  'prosecution',
  'trial',
  'trial_preparing',
  'hearing',
  'trial_suspended',
  'judged',
  'appeal',
  'in_force',
  'ended',
  'joined',
] as const;
export type CaseState = (typeof caseStates)[number];
export type Seat = ActingSeat | 'nextHandler';

interface StepRule {
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly by: readonly Seat[];
  /** Needs the number of a written decision. */
  readonly decided?: true;
}

/** From where a step is taken, where it leads, and who takes it. */
export const steps = {
  initiated: { from: [], to: 'investigation', by: ['handler'], decided: true },
  investigation_suspended: {
    from: ['investigation'],
    to: 'investigation_suspended',
    by: ['handler'],
    decided: true,
  },
  investigation_resumed: {
    from: ['investigation_suspended'],
    to: 'investigation',
    by: ['handler'],
    decided: true,
  },
  /** The body a file goes to notes the day it has it: from then its time runs (receipts.ts). */
  handler_received: { from: ['investigation'], to: 'investigation', by: ['handler'] },
  concluded: { from: ['investigation'], to: 'prosecution', by: ['handler'], decided: true },
  procuracy_received: { from: ['prosecution'], to: 'prosecution', by: ['procuracy'] },
  returned_by_procuracy: { from: ['prosecution'], to: 'investigation', by: ['procuracy'], decided: true },
  indicted: { from: ['prosecution'], to: 'trial', by: ['procuracy'], decided: true },
  court_accepted: { from: ['trial'], to: 'trial_preparing', by: ['court'] },
  returned_by_court: {
    from: ['trial_preparing', 'hearing'],
    to: 'prosecution',
    by: ['court'],
    decided: true,
  },
  trial_suspended: {
    from: ['trial_preparing', 'hearing'],
    to: 'trial_suspended',
    by: ['court'],
    decided: true,
  },
  trial_resumed: { from: ['trial_suspended'], to: 'trial_preparing', by: ['court'], decided: true },
  trial_ordered: { from: ['trial_preparing'], to: 'hearing', by: ['court'], decided: true },
  trial_postponed: { from: ['hearing'], to: 'hearing', by: ['court'], decided: true },
  judged: { from: ['hearing'], to: 'judged', by: ['court'], decided: true },
  appealed: { from: ['judged'], to: 'appeal', by: ['court'] },
  protested: { from: ['judged', 'appeal'], to: 'appeal', by: ['procuracy'], decided: true },
  /** The file goes up; the court that is to hear the appeal, and its procuracy, have seats from then on. */
  appeal_sent: { from: ['appeal'], to: 'appeal', by: ['court'] },
  appeal_accepted: { from: ['appeal'], to: 'appeal', by: ['appealCourt'] },
  appeal_procuracy_received: { from: ['appeal'], to: 'appeal', by: ['appealProcuracy'] },
  appeal_ordered: { from: ['appeal'], to: 'appeal', by: ['appealCourt'], decided: true },
  appeal_judged: { from: ['appeal'], to: 'in_force', by: ['appealCourt'], decided: true },
  /** The court above sent it back: to be investigated anew, or to be docketed and tried anew. */
  appeal_quashed: { from: ['appeal'], to: 'investigation', by: ['appealCourt'], decided: true },
  appeal_remanded: { from: ['appeal'], to: 'trial', by: ['appealCourt'], decided: true },
  appeal_withdrawn: { from: ['appeal'], to: 'judged', by: ['appealCourt'] },
  judgment_in_force: { from: ['judged'], to: 'in_force', by: ['court'] },
  enforcement: { from: ['in_force'], to: 'ended', by: ['court'], decided: true },
  closed: {
    from: [
      'investigation',
      'investigation_suspended',
      'prosecution',
      'trial',
      'trial_preparing',
      'hearing',
      'trial_suspended',
    ],
    to: 'ended',
    by: ['handler', 'procuracy', 'court'],
    decided: true,
  },
  // Joining and splitting are acts of their own (joining-acts.ts): from no state as a plain step.
  joined: { from: [], to: 'investigation', by: ['handler', 'procuracy'], decided: true },
  joined_into: { from: [], to: 'joined', by: ['handler', 'procuracy'], decided: true },
  split: { from: [], to: 'investigation', by: ['handler', 'procuracy'], decided: true },
  split_off: { from: [], to: 'investigation', by: ['handler', 'procuracy'], decided: true },
  // So is what is decided beside the way of a case (beside-acts.ts). It stays where it is, but for a late appeal that is admitted.
  summary_applied: { from: [], to: 'investigation', by: ['handler', 'procuracy', 'court'], decided: true },
  summary_cancelled: { from: [], to: 'investigation', by: ['handler', 'procuracy', 'court'], decided: true },
  late_appealed: { from: [], to: 'judged', by: ['court'] },
  late_appeal_refused: { from: [], to: 'judged', by: ['court'], decided: true },
  late_appeal_admitted: { from: [], to: 'appeal', by: ['court'], decided: true },
} as const satisfies Record<string, StepRule>;
export type StepKind = keyof typeof steps;
export const stepKinds = Object.keys(steps) as StepKind[];
/** After these the case is where it was. */
export const staying: readonly StepKind[] = [
  'summary_applied',
  'summary_cancelled',
  'late_appealed',
  'late_appeal_refused',
];
/** Decisions that set the day of a hearing. */
export const hasHearing: readonly StepKind[] = ['trial_ordered', 'trial_postponed', 'appeal_ordered'];
/** Steps somebody notes; the first stands with the case itself, and joining and splitting are acts of their own. */
export const laterSteps = stepKinds.filter(kind => steps[kind].from.length > 0);

/** After these the file is on its way, and this is the step by which the body it goes to notes that it has it. */
export const receiptOf: Readonly<Partial<Record<StepKind, StepKind>>> = {
  concluded: 'procuracy_received',
  returned_by_court: 'procuracy_received',
  returned_by_procuracy: 'handler_received',
  appeal_quashed: 'handler_received',
  appeal_accepted: 'appeal_procuracy_received',
};
export const receiptKinds: readonly StepKind[] = [...new Set(Object.values(receiptOf))];
/** What is done in a case meanwhile without the file going anywhere. */
export const besides: readonly StepKind[] = [
  'joined',
  'split',
  'split_off',
  'appealed',
  'protested',
  ...staying,
];
/** The receipt that is still to be noted after these steps; null when nobody waits for a file. */
export const awaitedReceipt = (taken: readonly unknown[]): StepKind | null =>
  receiptOf[taken.findLast(kind => !besides.includes(kind as StepKind)) as StepKind] ?? null;

/** Why cases are joined (articles 170.1 and 242.1 of the Criminal Procedure Code), and why one is split while it is investigated (170.2) or before the indictment (242.2). */
export const joinGrounds = ['many_crimes', 'several_times', 'several_accused'] as const;
export const splitGrounds = {
  investigation: ['cannot_finish_together'],
  prosecution: ['fled', 'seriously_ill', 'compulsory_treatment'],
} as const;
export const joiningGrounds = [
  ...joinGrounds,
  ...splitGrounds.investigation,
  ...splitGrounds.prosecution,
] as const;
/** In which state a case is joined or split, and by whom; the article. */
export const joining = {
  investigation: { by: 'handler', article: 'Điều 170 BLTTHS 2015' },
  prosecution: { by: 'procuracy', article: 'Điều 242 BLTTHS 2015' },
} as const satisfies Partial<Record<CaseState, { by: Seat; article: string }>>;
export type JoiningState = keyof typeof joining;

/** Whose the case is in a state. */
export const seatOfState: Readonly<Partial<Record<CaseState, ActingSeat>>> = {
  investigation: 'handler',
  investigation_suspended: 'handler',
  prosecution: 'procuracy',
  trial: 'court',
  trial_preparing: 'court',
  hearing: 'court',
  trial_suspended: 'court',
  judged: 'court',
  appeal: 'appealCourt',
  in_force: 'court',
};
/** Whose the case is in a state. */
export const seatIn = (state: string): ActingSeat | null => seatOfState[state as CaseState] ?? null;

/** An appeal goes up, perhaps to another court than was named first, until the court above has docketed it. */
const toDocket: readonly StepKind[] = ['appeal_sent', 'appeal_accepted'];
/** With these an appeal begins anew. */
const newAppeal: readonly unknown[] = [
  'judged',
  'appeal_withdrawn',
  'late_appeal_admitted',
] satisfies StepKind[];
const isDocketedAbove = (taken: readonly unknown[]): boolean =>
  taken.slice(taken.findLastIndex(kind => newAppeal.includes(kind)) + 1).includes('appeal_accepted');

/**
 * The steps that can be taken in a state by whoever sits in these seats. A case is closed by whose it is; a file is received by whoever it was sent to and has not received it yet.
 * @param taken the kinds of the steps before, in turn.
 */
export const stepsFrom = (state: string, held: readonly Seat[], taken: readonly unknown[]): StepKind[] =>
  laterSteps.filter(kind => {
    const rule: StepRule = steps[kind];
    if (!(rule.from as readonly string[]).includes(state)) return false;
    if (receiptKinds.includes(kind) && awaitedReceipt(taken) !== kind) return false;
    if (toDocket.includes(kind) && isDocketedAbove(taken)) return false;
    const by: readonly (Seat | null)[] = kind === 'closed' ? [seatIn(state)] : rule.by;
    return held.some(seat => by.includes(seat));
  });
