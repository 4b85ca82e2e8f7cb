/* The shape in which a person crosses the border of this system: what HTCDS can say, put the way our records say it. It is not a record: acts and queries
 * are wired to it by the caller. Codes are HTCDS's own, plus ours in `extensionCodes`; a code list is a set in the order it was written. `null` and
 * empty lists mean "nothing is said"; an object all of whose parts are empty is `null` (or absent from its list), never a shell. */
import type { PartialDay } from '../../../kernel/day.ts';
import type { ConsentQuestion } from './profile.ts';

/** A name in its three Vietnamese parts, in Vietnamese order: Vàng (family) Thị (middle) Mai (given). */
export type ExchangeName = {
  kind: 'official' | 'alias' | 'foreign';
  family: string | null;
  middle: string | null;
  given: string | null;
};

/** `country` is ISO 3166 alpha-2 where it was recognised, else as written. `city`/`state` are HTCDS's words for commune or town, and province. */
export type ExchangeAddress = {
  street: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  country: string | null;
  /** Decimal degrees, WGS 84. */
  longitude: number | null;
  latitude: number | null;
};

/** Telephones in E.164 where certain, else as written. */
export type ExchangeContact = {
  email: string | null;
  homePhone: string | null;
  mobilePhone: string | null;
  mailing: ExchangeAddress | null;
};

/** Who says what about the person: the status and the kind of body asserting it (`Police`, `NGO`, `CourtOrProsecution`, …). */
export type ExchangeAssertion = { status: string | null; decidedBy: string | null };

export type ExchangeVictim = {
  /** Oldest first. A flat file carries the last. */
  assertions: ExchangeAssertion[];
  relationshipToTrafficker: string | null;
  /** Whole years when first trafficked. */
  ageWhenTrafficked: number | null;
  recruitmentMethods: string[];
  recruitmentWebsites: string[];
  recruitmentPlace: string | null;
  controlMethods: string[];
  exploitationTypes: string[];
  sexExploitationTypes: string[];
  /** ISIC sections. HTCDS has room for the first; the others leave in `x_vic_ForcedLabourIndustry`. */
  forcedLabourIndustries: string[];
  exploitationPlace: string | null;
  exploitationWebsites: string[];
  /** Deprecated in HTCDS 2.0, still carried. */
  agreedToDataManagement: boolean | null;
  vulnerabilities: string[];
  vulnerabilityDetails: string | null;
};

export type ExchangePerpetrator = {
  roles: string[];
  roleDetails: string | null;
  organisation: string | null;
};

export type ExchangeCase = { status: string | null; closureReason: string | null; owner: string | null };

/** `organisation` and `caseWorker` are names as text: HTCDS has no identifiers. */
export type ExchangeReferral = {
  organisation: string | null;
  caseWorker: string | null;
  reason: string | null;
  day: PartialDay | null;
  details: string | null;
};

export type ExchangeEvent = {
  /** `Recruitment`, `Transit` or `Exploitation`. */
  kind: string | null;
  day: PartialDay | null;
  place: ExchangeAddress | null;
  description: string | null;
};

export type ExchangeSupportPlan = {
  kind: string | null;
  objectives: string | null;
  actions: string | null;
  plannedEnd: PartialDay | null;
  actualEnd: PartialDay | null;
};

export type ExchangeOrganisation = {
  name: string | null;
  kind: string | null;
  phone: string | null;
  address: ExchangeAddress | null;
};

export const consentAnswers = ['yes', 'no', 'declined', 'unknown', 'not_asked'] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];
/** `stated`: a file said yes or no in one word, and nothing is made up from it. `answered`: the seven questions one by one. */
export type ExchangeConsent =
  | { kind: 'stated'; given: boolean }
  | { kind: 'answered'; answers: Record<ConsentQuestion, ConsentAnswer> };

export type ExchangePerson = {
  /** The official name first, if there is one. A flat file carries one name. */
  names: ExchangeName[];
  salutation: string | null;
  born: PartialDay | null;
  /** HTCDS gender: `Feminine`, `Masculine`, … `NonSpecifiedUnknown`. See `genderOfSex`. */
  gender: string | null;
  deceased: boolean | null;
  maritalStatus: string | null;
  children: number | null;
  /** ISO 639-2. */
  primaryLanguage: string | null;
  secondaryLanguage: string | null;
  education: string | null;
  /** ISO 3166 alpha-2. */
  citizenships: string[];
  identityNumber: string | null;
  /** Position within an organisation (`prs_Title`), not a form of address. */
  position: string | null;
  contact: ExchangeContact | null;
  victim: ExchangeVictim | null;
  perpetrator: ExchangePerpetrator | null;
  case: ExchangeCase | null;
  /** Oldest first, as all lists below; a flat file carries the last. */
  referralsIn: ExchangeReferral[];
  referralsOut: ExchangeReferral[];
  comments: string[];
  events: ExchangeEvent[];
  supportPlans: ExchangeSupportPlan[];
  consent: ExchangeConsent | null;
  organisation: ExchangeOrganisation | null;
  /** Columns of an imported file that nobody here knows, by their `x_` name. */
  extensions: Record<string, string>;
};

/** The code for a sex as identity papers state it; anything else is not said. */
export function genderOfSex(sex: 'male' | 'female' | null): string | null {
  if (sex === null) return null;
  return sex === 'male' ? 'Masculine' : 'Feminine';
}

/** What identity papers would state; null for the codes that papers do not know. */
export function sexOfGender(gender: string | null): 'male' | 'female' | null {
  if (gender === 'Masculine') return 'male';
  return gender === 'Feminine' ? 'female' : null;
}
