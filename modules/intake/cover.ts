/* What a consent lets be done, and what about it gives doubt: pure, the same on the server and on the screen. A consent speaks of one purpose, of one receiver
 * (or a kind of agency, or anybody) and of classes of data; what was taken back of it since no longer counts. A guardian's yes is never hers. */
import { type Day, isUnder18, type PartialDay } from '../../kernel/day.ts';
import type { Answers } from '../../kernel/fields/kinds.ts';
import { explanations } from './record.ts';

/** The classes of data, named as the bundles of what can be shared (modules/referrals/shareable.ts, which a test holds to this list). */
export const dataClasses = [
  'who',
  'contact',
  'papers',
  'hardship',
  'arrival',
  'herAccount',
  'needs',
  'keepFrom',
  'children',
  'screening',
  'status',
  'interests',
  'interpreters',
  'foreign',
  'consents',
  'assessment',
  'plan',
  'followUps',
  'safeContact',
  'safeNumbers',
] as const;

/** What a consent without named classes is understood to mean: what a helper needs (how she may be reached among it, so that nobody betrays her by calling), and
 * nothing that could be used to find or to judge her. */
export const everydayClasses = [
  'who',
  'arrival',
  'needs',
  'children',
  'status',
  'consents',
  'safeContact',
] as const;

export const isDataClass = (code: string): boolean => (dataClasses as readonly string[]).includes(code);

/** A row of `consent`, or what is about to become one. */
export type Agreed = Readonly<Record<string, unknown>>;
/** A row of `withdrawal`. */
export type TakenBack = Readonly<Record<string, unknown>>;
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

/** Where a consent stands on a day. `until` is the first day on which it no longer holds. */
export function standingOf(consent: Agreed, today: Day): 'in_force' | 'not_given' | 'withdrawn' | 'ended' {
  if (consent.given !== 'yes') return 'not_given';
  if (consent.withdrawnAt) return 'withdrawn';
  return consent.until && (consent.until as string) <= today ? 'ended' : 'in_force';
}

/** The classes that are left of it. */
export function classesOf(consent: Agreed, takenBack: readonly TakenBack[]): string[] {
  const named = listOf(consent.dataClasses);
  const gone = takenBack.flatMap(one => listOf(one.dataClasses));
  return (named.length > 0 ? named : everydayClasses).filter(code => !gone.includes(code));
}

function reaches(
  consent: Agreed,
  takenBack: readonly TakenBack[],
  office: string | null,
  kind: string | null,
): boolean {
  if (office && takenBack.some(one => listOf(one.recipients).includes(office))) return false;
  if (consent.recipient) return consent.recipient === office;
  return consent.recipientKind ? consent.recipientKind === kind : true;
}

/** Which purposes of consent let a share be made for a purpose. */
const coveringPurposes: Readonly<Record<string, readonly string[]>> = {
  services: ['services', 'referral'],
  shelter: ['services', 'referral'],
  reintegration: ['services', 'referral'],
  verification: ['services', 'referral'],
  investigation: ['criminal_proceedings'],
};

export type Gap = 'not_in_force' | 'purpose' | 'recipient' | 'overruled' | 'dissent' | 'own_answer';

/** What somebody would do on the ground of a consent. */
export interface Wanted {
  readonly purpose: string | null;
  readonly office: string | null;
  /** The kind of agency the office is of. */
  readonly kind: string | null;
  /** All she answered, this consent among it: the latest answer counts. */
  readonly answers?: readonly Agreed[];
  readonly born?: PartialDay | null;
}

/** Why a consent does not cover a share at all; null when it does, for the classes it names. */
export function coveredBy(
  consent: Agreed,
  takenBack: readonly TakenBack[],
  wanted: Wanted,
  today: Day,
): Gap | null {
  if (standingOf(consent, today) !== 'in_force') return 'not_in_force';
  const purposes = wanted.purpose
    ? (coveringPurposes[wanted.purpose] ?? [])
    : Object.values(coveringPurposes).flat();
  if (!purposes.includes(consent.consentPurpose as string)) return 'purpose';
  if (!reaches(consent, takenBack, wanted.office, wanted.kind)) return 'recipient';
  if (wanted.answers?.some(one => overrules(one, consent) && reaches(one, [], wanted.office, wanted.kind)))
    return 'overruled';
  const own = ownAssent(consent);
  if (own === 'no') return 'dissent';
  // From her eighteenth birthday nobody answers in her place.
  const isGrown = Boolean(wanted.born) && isUnder18(wanted.born!, today) === 'no';
  return isGrown && own !== 'yes' ? 'own_answer' : null;
}

/** A later "no" about the same purpose. */
const overrules = (one: Agreed, consent: Agreed): boolean =>
  isRefusal(one.given) &&
  one.consentPurpose === consent.consentPurpose &&
  typeof one.madeAt === 'string' &&
  typeof consent.madeAt === 'string' &&
  one.madeAt > consent.madeAt;

/** She was asked and does not want it. */
export const isRefusal = (given: unknown): boolean => given === 'no' || given === 'declined';

/**
 * What a new "no" takes back of an earlier "yes" about the same purpose: all of it, or certain offices, or nothing. `kind` is that of the office the earlier one names;
 * `live` are offices of the kind the "no" names that see something by it now.
 */
export function takenBackBy(
  no: Agreed,
  earlier: Agreed & { readonly kind?: string | null; readonly live?: readonly string[] },
): 'whole' | readonly string[] {
  const office = (no.recipient as string | null) ?? null;
  const kind = (no.recipientKind as string | null) ?? null;
  if (!office && !kind) return 'whole';
  if (office) {
    if (earlier.recipient) return earlier.recipient === office ? 'whole' : [];
    return [office];
  }
  if (earlier.recipient) return earlier.kind === kind ? 'whole' : [];
  return earlier.recipientKind === kind ? 'whole' : (earlier.live ?? []);
}

/** What the person herself said, whoever else answered with her or for her. */
export function ownAssent(consent: Agreed): string {
  if (consent.childAssent) return consent.childAssent as string;
  return consent.givenBy === 'guardian' ? 'not_asked' : (consent.given as string);
}

export type Doubt =
  | 'assent_missing'
  | 'assent_refused'
  | 'guardian_involved'
  | 'guardian_missing'
  | 'guardian_refused'
  | 'explained_partly';
export const doubtField: Readonly<Record<Doubt, string>> = {
  assent_missing: 'childAssent',
  assent_refused: 'childAssent',
  guardian_involved: 'guardianInvolved',
  guardian_missing: 'guardianAnswer',
  guardian_refused: 'guardianAnswer',
  explained_partly: 'explained',
};
/** Doubts that somebody must answer in words before a share rests on the consent. */
export const graveDoubts: readonly Doubt[] = [
  'assent_missing',
  'guardian_involved',
  'guardian_missing',
  'guardian_refused',
];

/** In doubt a person is a child; where no birth is known, who answered tells. */
export const isChild = (born: PartialDay | null, today: Day, consent: Agreed): boolean =>
  born ? isUnder18(born, today) !== 'no' : consent.givenBy !== 'herself';

/** What gives doubt about a consent that was given. */
export function doubtsOf(consent: Agreed, child: boolean): Doubt[] {
  if (consent.given !== 'yes') return [];
  const own = ownAssent(consent);
  const byGuardian =
    consent.givenBy !== 'herself' || ['yes', 'no'].includes(consent.guardianAnswer as string);
  const told = (consent.explained ?? {}) as Answers;
  return [
    ...(own === 'no' ? (['assent_refused'] as const) : own !== 'yes' ? (['assent_missing'] as const) : []),
    ...(byGuardian && ['yes', 'unknown'].includes(consent.guardianInvolved as string)
      ? (['guardian_involved'] as const)
      : []),
    ...(child && consent.guardianAnswer === 'no'
      ? (['guardian_refused'] as const)
      : child && !byGuardian
        ? (['guardian_missing'] as const)
        : []),
    ...(explanations.some(question => told[question] !== 'yes') ? (['explained_partly'] as const) : []),
  ];
}
