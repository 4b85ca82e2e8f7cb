/* Our records as a person of HTCDS. Where a file came in from a spreadsheet its own words go out again, unless the file has been corrected since: then what
 * stands in our records counts. What only we have (later findings, later referrals) follows what came in. */
import type { PartialDay } from '../../kernel/day.ts';
import {
  addressText,
  explanationOf,
  joinRest,
  nameText,
  nationalityOf,
  phoneOf,
  purposesOf,
  sexOf,
  spokenOf,
  typeOfPurpose,
} from './carry.ts';
import { toPerson } from './htcds/domain.ts';
import {
  type ConsentAnswer,
  type ExchangeAssertion,
  type ExchangeConsent,
  type ExchangeName,
  type ExchangePerson,
  type ExchangeReferral,
  genderOfSex,
} from './htcds/person.ts';
import type { ConsentQuestion, HtcdsName } from './htcds/profile.ts';
import { phoneAsE164 } from './htcds/values.ts';

type Name = { readonly text: string; readonly kind: string };
/** A person's file as the one who asks may see it; sealed values only when they were opened. */
export interface OurFile {
  readonly person: {
    readonly fullName: string | null;
    readonly otherNames: readonly Name[] | null;
    readonly born: PartialDay | null;
    readonly sex: string | null;
    readonly nationality: string | null;
    readonly spoken: readonly string[] | null;
    readonly state: string;
    readonly exchange: string | null;
  };
  readonly arrivals: readonly {
    readonly route: string | null;
    readonly arrivedDay: PartialDay | null;
    readonly handedOverBy: string | null;
  }[];
  readonly assertions: readonly {
    readonly id: string;
    readonly assertionKind: string;
    readonly finding: string;
    readonly purposes: readonly string[] | null;
    readonly agencyKind: string | null;
  }[];
  readonly consents: readonly {
    readonly id: string;
    readonly given: string;
    readonly explained: Readonly<Record<string, string>> | null;
    readonly withdrawn: boolean;
  }[];
  readonly referrals: readonly { readonly to: string | null; readonly day: PartialDay | null }[];
  readonly madeRows: readonly string[];
  readonly opened: {
    readonly phone: string | null;
    readonly address: string | null;
    readonly paperNumber: string | null;
    readonly sealedRest: string | null;
  } | null;
}

export type SplitName = (text: string) => {
  family: string | null;
  middle: string | null;
  given: string | null;
};

export function composePerson(file: OurFile, split: SplitName): ExchangePerson {
  const { person, opened } = file;
  const base = toPerson(joinRest(person.exchange, opened?.sealedRest ?? null));
  const spoken = spokenOf(base);
  const sameTongues = same(spoken, person.spoken ?? null);
  const victim = victimOf(file, base);
  return {
    ...base,
    names: namesOf(file, base, split),
    born: person.born,
    gender: genderOf(person.sex, base),
    primaryLanguage: sameTongues ? base.primaryLanguage : (person.spoken?.[0] ?? null),
    secondaryLanguage: sameTongues ? base.secondaryLanguage : (person.spoken?.[1] ?? null),
    citizenships:
      nationalityOf(base) === person.nationality
        ? base.citizenships
        : person.nationality
          ? [person.nationality]
          : [],
    identityNumber:
      opened?.paperNumber && !sameText(base.identityNumber, opened.paperNumber)
        ? opened.paperNumber
        : base.identityNumber,
    contact: contactOf(file, base),
    victim,
    case: base.case
      ? {
          ...base.case,
          ...(person.state === 'closed' && base.case.status === 'Active' ? { status: 'Closed' } : {}),
        }
      : { status: person.state === 'closed' ? 'Closed' : 'Active', closureReason: null, owner: null },
    referralsIn: base.referralsIn.length > 0 ? base.referralsIn : referralsIn(file),
    referralsOut: [
      ...base.referralsOut,
      ...file.referrals.map(
        ({ to, day }): ExchangeReferral => ({
          organisation: to,
          caseWorker: null,
          reason: 'AdditionalServicesRequired',
          day,
          details: null,
        }),
      ),
    ],
    consent: consentOf(file, base),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Whether a text of ours is what our kinds made of the file's own: they keep no line ends and no double blanks. */
const sameText = (came: string | null, ours: string | null): boolean =>
  (came === null ? null : came.replace(/\s+/g, ' ').trim()) === ours;

function namesOf({ person }: OurFile, base: ExchangePerson, split: SplitName): ExchangeName[] {
  const others = (person.otherNames ?? []).map(({ text, kind }): ExchangeName => {
    const came = base.names.find(name => name.kind === kind && sameText(nameText(name), text));
    if (came) return came;
    return kind === 'foreign'
      ? { kind: 'foreign', family: null, middle: null, given: text }
      : { kind: 'alias', ...split(text) };
  });
  if (!person.fullName) return others;
  const came = base.names.find(name => name.kind === 'official' && sameText(nameText(name), person.fullName));
  return [came ?? { kind: 'official', ...split(person.fullName) }, ...others];
}

function genderOf(sex: string | null, base: ExchangePerson): string | null {
  if (sexOf(base.gender) === sex) return base.gender;
  return sex === 'male' || sex === 'female'
    ? genderOfSex(sex)
    : sex === 'other'
      ? 'NonSpecifiedUnknown'
      : null;
}

/** As it leaves; what is no whole number leaves as it was said. */
const phoneText = (phone: string): string => phoneAsE164(phone) ?? phone;

const samePhone = (came: string | null, ours: string | null): boolean =>
  sameText(came, ours) || (came !== null && ours !== null && phoneText(came) === phoneText(ours));

function contactOf({ opened }: OurFile, base: ExchangePerson): ExchangePerson['contact'] {
  if (!opened) return null;
  const came = base.contact ?? { email: null, homePhone: null, mobilePhone: null, mailing: null };
  const contact = {
    ...came,
    ...(samePhone(phoneOf(base), opened.phone)
      ? {}
      : { mobilePhone: opened.phone && phoneText(opened.phone) }),
    mailing: sameText(addressText(came.mailing), opened.address)
      ? came.mailing
      : opened.address
        ? {
            street: opened.address,
            city: null,
            state: null,
            postalCode: null,
            country: null,
            longitude: null,
            latitude: null,
          }
        : null,
  };
  return Object.values(contact).some(value => value !== null) ? contact : null;
}

const statuses: Readonly<Record<string, string>> = {
  not_victim: 'NotAVictimOfTrafficking',
  undetermined: 'PossibleVictimOfTrafficking',
};

function asAssertion({
  assertionKind,
  finding,
  agencyKind,
}: OurFile['assertions'][number]): ExchangeAssertion {
  const proven = assertionKind === 'identified' || assertionKind === 'found_by_court';
  const body =
    assertionKind === 'found_by_court' || agencyKind === 'court' || agencyKind === 'procuracy'
      ? 'CourtOrProsecution'
      : agencyKind === 'police'
        ? 'Police'
        : 'NonPoliceGovernmentalOrganization';
  return {
    status: statuses[finding] ?? (proven ? 'ActualVictimOfTrafficking' : 'PossibleVictimOfTrafficking'),
    decidedBy: body,
  };
}

function victimOf({ assertions, madeRows }: OurFile, base: ExchangePerson): ExchangePerson['victim'] {
  const later = assertions.filter(assertion => !madeRows.includes(assertion.id));
  if (later.length === 0) return base.victim;
  const known = purposesOf(base.victim?.exploitationTypes ?? []);
  const purposes = [...new Set(later.flatMap(assertion => assertion.purposes ?? []))].filter(
    purpose => !known.includes(purpose),
  );
  return {
    ...(base.victim ?? emptyVictim),
    assertions: [...(base.victim?.assertions ?? []), ...later.map(asAssertion)],
    exploitationTypes: [
      ...new Set([...(base.victim?.exploitationTypes ?? []), ...purposes.map(typeOfPurpose)]),
    ],
  };
}

const emptyVictim: NonNullable<ExchangePerson['victim']> = {
  assertions: [],
  relationshipToTrafficker: null,
  ageWhenTrafficked: null,
  recruitmentMethods: [],
  recruitmentWebsites: [],
  recruitmentPlace: null,
  controlMethods: [],
  exploitationTypes: [],
  sexExploitationTypes: [],
  forcedLabourIndustries: [],
  exploitationPlace: null,
  exploitationWebsites: [],
  agreedToDataManagement: null,
  vulnerabilities: [],
  vulnerabilityDetails: null,
};

function referralsIn({ arrivals }: OurFile): ExchangeReferral[] {
  return arrivals
    .filter(({ route }) => route === 'referred')
    .map(({ arrivedDay, handedOverBy }) => ({
      organisation: handedOverBy,
      caseWorker: null,
      reason: null,
      day: arrivedDay,
      details: null,
    }));
}

/** A consent given here after the import says more than the spreadsheet; one that was withdrawn is a no. */
function consentOf({ consents, madeRows }: OurFile, base: ExchangePerson): ExchangeConsent | null {
  const later = consents.filter(consent => !madeRows.includes(consent.id));
  const last = later.at(-1);
  if (consents.some(consent => madeRows.includes(consent.id) && consent.withdrawn))
    return { kind: 'stated', given: false };
  if (!last) return base.consent;
  if (last.withdrawn) return { kind: 'stated', given: false };
  const answers = Object.entries(explanationOf).map(([question, ours]) => [
    question,
    last.explained?.[ours] ?? 'not_asked',
  ]);
  return { kind: 'answered', answers: Object.fromEntries(answers) as Record<ConsentQuestion, ConsentAnswer> };
}

/** The HTCDS fields that say something of a field of ours: what of them is withheld when ours is, and how they stand when ours was not answered. */
export const saidBy: Readonly<Record<string, readonly HtcdsName[]>> = {
  'person.fullName': ['prs_FirstName', 'prs_MiddleName', 'prs_SecondName'],
  'person.born': ['prs_Birthdate'],
  'person.sex': ['prs_Gender'],
  'person.nationality': ['prs_Citizenship'],
  'person.spoken': ['prs_PrimaryLanguage', 'prs_SecondaryLanguage'],
  'person.phone': ['prs_HomePhone', 'prs_MobilePhone'],
  'person.address': [
    'prs_MailingStreet',
    'prs_MailingCity',
    'prs_MailingState',
    'prs_MailingPostalCode',
    'prs_MailingCountry',
    'prs_MailingLongitude',
    'prs_MailingLatitude',
  ],
  'identityPaper.paperNumber': ['prs_IdentityNumber'],
  'assertion.finding': ['vic_TraffickingStatus', 'vic_TraffickingStatusDecisionMakingOrg'],
  'assertion.purposes': ['vic_TypeOfExploitation'],
  'consent.given': ['con_Consent'],
  'arrival.route': ['cas_ReferringOrganisation', 'cas_IncomingReferralDate'],
  'referral.toOffice': [
    'cas_ReferredOrganisation',
    'cas_OutgoingReferralDate',
    'cas_ReasonForOutgoingReferral',
  ],
  'person.state': ['cas_Status'],
};
