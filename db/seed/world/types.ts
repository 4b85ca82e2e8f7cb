/*
 * What the invented world is made of: one journey per person, as plain objects in the words of the modules' records, so that turning them
 * into acts or rows is a matter of naming columns. Offices and units are ids; officers are keys of the cast, or null where nobody of the
 * cast stood at that desk. Nothing here is a database row, and nothing here is about anybody real.
 */
import type { Day, Instant, PartialDay } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { NameChange, Sex } from '../names.ts';

export type Answer = 'yes' | 'no' | 'unknown' | 'declined' | 'not_asked';
export type Unanswered = 'unknown' | 'declined' | 'not_asked';
export type Law = '66/2011/QH12' | '53/2024/QH15';
export type Route =
  | 'self_return'
  | 'foreign_handover'
  | 'rescued'
  | 'commune_office'
  | 'hotline_111'
  | 'referred'
  | 'criminal_case';
export type Exploitation =
  | 'forced_marriage'
  | 'sexual_exploitation'
  | 'forced_labour'
  | 'forced_criminality'
  | 'surrogacy'
  | 'other';
export type Finding = 'victim' | 'not_victim' | 'undetermined';

/** Who she or he is. `unanswered` names the fields that stand empty on purpose, each with its state. */
export type InventedPerson = {
  id: Id;
  fullName: string;
  otherNames: string[];
  sex: Sex;
  born: PartialDay | null;
  ethnicity: string;
  nationality: string;
  /** ISO 639-3, mother tongue first. */
  spoken: string[];
  speaksVietnamese: boolean;
  /** A unit that was in force on the day of arrival; null when from outside the two provinces (`originNote` then says where). */
  origin: Id | null;
  originNote: string | null;
  phone: string | null;
  papers: { id: Id; paperKind: 'cccd' | 'birth_certificate'; paperNumber: string }[];
  unanswered: Partial<Record<'born' | 'ethnicity' | 'origin' | 'phone', Unanswered>>;
};

export type Arrival = {
  id: Id;
  route: Route;
  arrivedAt: Instant;
  /** The office that received her, open on that day, and the officer of the cast who did. */
  office: Id;
  officer: string | null;
  fromCountry: string | null;
  /** A key of `data/reference/foreign-areas.json`. */
  fromArea: string | null;
  leftHome: PartialDay | null;
  handedOverBy: string | null;
  /** Somebody set down the whole reception later, from paper. */
  recordedAt: Instant;
};

export const IMMEDIATE_NEEDS = ['safety', 'medical', 'food', 'clothing', 'rest', 'interpreter'] as const;
export type ImmediateNeed = (typeof IMMEDIATE_NEEDS)[number];
export type Needs = Record<ImmediateNeed, Answer> & {
  id: Id;
  met: ImmediateNeed[];
  interpreterLanguages: string[];
};

export type ChildWithHer = {
  id: Id;
  childName: string | null;
  born: PartialDay | null;
  sex: Sex;
  relation: 'own_child' | 'sibling';
};

export type Screening = {
  id: Id;
  office: Id;
  officer: string | null;
  screenedAt: Instant;
  /** Codes of `rules/indicators/legal_elements.v1.yaml`. */
  indicatorSet: 'legal_elements.v1';
  signs: Record<string, Answer>;
  impression: 'no_sign' | 'some_signs' | 'clear_signs' | 'not_possible_now';
  law: Law;
};

export type PaperKind =
  | 'police_certificate'
  | 'rescuer_certificate'
  | 'prosecution_certificate'
  | 'foreign_paper'
  | 'judgment';
export type Assertion = {
  id: Id;
  assertionKind: 'screened' | 'presumed' | 'identified' | 'found_by_court';
  finding: Finding;
  assertedAt: Instant;
  assertedOn: Day;
  office: Id;
  officer: string | null;
  law: Law;
  purposes: Exploitation[];
  paper: { paperKind: PaperKind; paperNumber: string; paperDate: Day; paperIssuer?: string } | null;
  /** Whose finding a judgment is. */
  court: Id | null;
  reason: string | null;
};

export type Verification = {
  id: Id;
  office: Id;
  officer: string | null;
  toOffice: Id;
  sentAt: Instant;
  receivedOn: Day;
  question: string;
  complex: boolean;
  law: Law;
  /** `office` is whoever answered for `toOffice` by then: district police may have ended in between. */
  answer: { office: Id; officer: string | null; answeredAt: Instant; finding: Finding; reply: string } | null;
};

export type ConsentPurpose =
  | 'services'
  | 'referral'
  | 'statistics'
  | 'research'
  | 'media'
  | 'cross_border'
  | 'criminal_proceedings'
  | 'family_contact';
export type Consent = {
  id: Id;
  consentPurpose: ConsentPurpose;
  given: Answer;
  recipient: Id | null;
  office: Id;
  officer: string | null;
  givenAt: Instant;
  language: string;
  givenBy: 'herself' | 'guardian' | 'herself_and_guardian';
  withdrawnAt: Instant | null;
  withdrawnWhy: string | null;
};

export type Service =
  | 'safe_house'
  | 'medical'
  | 'psychological'
  | 'legal_aid'
  | 'interpreting'
  | 'travel'
  | 'schooling'
  | 'vocational'
  | 'family'
  | 'livelihood';
export type Referral = {
  id: Id;
  office: Id;
  officer: string | null;
  toOffice: Id;
  state: 'sent' | 'accepted' | 'returned' | 'completed' | 'revoked';
  referralPurpose: 'services' | 'shelter' | 'reintegration';
  services: Service[];
  ground: 'consent';
  consent: Id;
  sentAt: Instant;
  until: Day;
  answeredAt: Instant | null;
  returnReason: 'no_place' | 'not_our_task' | 'cannot_serve_need' | 'she_does_not_want' | null;
  endedAt: Instant | null;
  outcome: 'service_given' | 'partly_given' | 'she_declined' | 'moved_on' | null;
};

export type Stay = { id: Id; office: Id; from: Day; to: Day | null };
export type NoteKind = 'talk' | 'health' | 'family' | 'school_work' | 'safety' | 'other';
export type Note = {
  id: Id;
  office: Id;
  officer: string | null;
  at: Instant;
  onDay: Day;
  noteKind: NoteKind;
  text: string;
};

/** How far the journey had come on the day the world ends. */
export type Stage =
  | 'received'
  | 'screened'
  | 'presumed'
  | 'verifying'
  | 'identified'
  | 'not_identified'
  | 'undetermined'
  | 'closed';

export type PersonJourney = {
  /** `P` and the number within the world, from 1: `P000117`. */
  key: string;
  person: InventedPerson;
  arrival: Arrival;
  needs: Needs;
  children: ChildWithHer[];
  consents: Consent[];
  screening: Screening | null;
  verification: Verification | null;
  assertions: Assertion[];
  referrals: Referral[];
  stays: Stay[];
  notes: Note[];
  /** What it was, as far as the inventor knows; the records may know less. */
  truth: { exploitation: Exploitation | null; wasTrafficked: boolean };
  /** The recruiter as she described him or her; people of one ring name the same telephone. */
  recruiter: {
    ring: string;
    alias: string;
    phone: string;
    channel: 'facebook' | 'zalo' | 'wechat' | 'tiktok' | 'in_person';
  } | null;
  /** People of one criminal case carry the same key. */
  caseKey: string | null;
  /** Set when this is a person already in the world under another number, written differently. */
  duplicateOf: { key: string; change: NameChange } | null;
  closed: {
    at: Instant;
    reason: 'goals_met' | 'moved_away' | 'lost_contact' | 'own_wish' | 'no_sign';
  } | null;
  stage: Stage;
};
