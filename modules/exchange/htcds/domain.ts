/* Row to person and person to row. HTCDS says First and Second Name in the order of English: First is the given name, Second the family name, so that
 * Vàng Thị Mai is First “Mai”, Middle “Thị”, Second “Vàng”. A row has room for one of everything: the last assertion, referral, event, plan and
 * comment leaves; the sidecar carries the rest. What a row can hold comes back the same. */
import { type PartialDay, parsePartialDay } from '../../../kernel/day.ts';
import {
  type ConsentAnswer,
  consentAnswers,
  type ExchangeAddress,
  type ExchangeAssertion,
  type ExchangeConsent,
  type ExchangeEvent,
  type ExchangeName,
  type ExchangePerson,
  type ExchangeReferral,
  type ExchangeSupportPlan,
} from './person.ts';
import {
  type ConsentQuestion,
  consentColumns,
  findCode,
  getHtcdsField,
  type HtcdsName,
  htcdsNames,
} from './profile.ts';
import type { HtcdsRow, HtcdsValues } from './row.ts';
import { joinExtensions, splitExtensions } from './values.ts';

/** A part of a row: the values of some fields and the extension columns that go with them. */
export type RowPart = { values: HtcdsValues; extensions: Record<string, string> };

const nameKind = 'x_prs_NameKind';
const consentQuestions = Object.keys(consentColumns) as ConsentQuestion[];

// Row to person

/** The person a row describes. Unread cells are not in it: see `isImportable`. */
export function toPerson(row: HtcdsRow): ExchangePerson {
  const rest = { ...row.extensions };
  const take = (key: string): string | undefined => {
    const text = rest[key];
    delete rest[key];
    return text;
  };
  const text = (name: HtcdsName): string | null => {
    const value = row.values[name];
    return typeof value === 'string' ? value : null;
  };
  const flag = (name: HtcdsName): boolean | null => {
    const value = row.values[name];
    return typeof value === 'boolean' ? value : null;
  };
  const number = (name: HtcdsName): number | null => (text(name) === null ? null : Number(text(name)));
  const codes = (name: HtcdsName): string[] => {
    const value = row.values[name];
    return joinExtensions(name, Array.isArray(value) ? value : [], take(`x_${name}`));
  };
  const day = (name: HtcdsName): PartialDay | null => {
    const incomplete = take(`x_${name}`);
    return parsePartialDay(text(name) ?? incomplete ?? '');
  };
  const address = (stem: 'org_Shipping' | 'prs_Mailing' | 'hte_'): ExchangeAddress | null =>
    filled({
      street: text(`${stem}Street`),
      city: text(`${stem}City`),
      state: text(`${stem}State`),
      postalCode: text(`${stem}PostalCode`),
      country: text(`${stem}Country`),
      longitude: number(`${stem}Longitude`),
      latitude: number(`${stem}Latitude`),
    });
  const industries = (): string[] => {
    const more = (take('x_vic_ForcedLabourIndustry') ?? '').split(';');
    const found = more.map(code => findCode('vic_ForcedLabourIndustry', code));
    return [...new Set([text('vic_ForcedLabourIndustry'), ...found].filter(code => code !== null))];
  };
  const name = filled({
    family: text('prs_SecondName'),
    middle: text('prs_MiddleName'),
    given: text('prs_FirstName'),
  });
  const kind = take(nameKind);

  return {
    names: name ? [{ kind: kind === 'alias' || kind === 'foreign' ? kind : 'official', ...name }] : [],
    salutation: text('prs_Salutation'),
    born: day('prs_Birthdate'),
    gender: text('prs_Gender'),
    deceased: flag('prs_Deceased'),
    maritalStatus: text('prs_MaritalStatus'),
    children: number('prs_NumberOfChildren'),
    primaryLanguage: text('prs_PrimaryLanguage'),
    secondaryLanguage: text('prs_SecondaryLanguage'),
    education: text('prs_HighestLevelOfEducation'),
    citizenships: codes('prs_Citizenship'),
    identityNumber: text('prs_IdentityNumber'),
    position: text('prs_Title'),
    contact: filled({
      email: text('prs_Email'),
      homePhone: text('prs_HomePhone'),
      mobilePhone: text('prs_MobilePhone'),
      mailing: address('prs_Mailing'),
    }),
    victim: filled({
      assertions: listed({
        status: text('vic_TraffickingStatus'),
        decidedBy: text('vic_TraffickingStatusDecisionMakingOrg'),
      }),
      relationshipToTrafficker: text('vic_RelationshipToTrafficker'),
      ageWhenTrafficked: number('vic_AgeWhenTrafficked'),
      recruitmentMethods: codes('vic_MethodOfRecruitment'),
      recruitmentWebsites: codes('vic_RecruitmentWebsitesAndApps'),
      recruitmentPlace: text('vic_LocationOfRecruitment'),
      controlMethods: codes('vic_MethodsOfControl'),
      exploitationTypes: codes('vic_TypeOfExploitation'),
      sexExploitationTypes: codes('vic_TypeOfSexExploitation'),
      forcedLabourIndustries: industries(),
      exploitationPlace: text('vic_LocationOfExploitation'),
      exploitationWebsites: codes('vic_ExploitationWebsitesAndApps'),
      agreedToDataManagement: flag('vic_AgreementToManagePersonalData'),
      vulnerabilities: codes('vic_Vulnerabilities'),
      vulnerabilityDetails: text('vic_DetailsOfVulnerabilities'),
    }),
    perpetrator: filled({
      roles: codes('per_RoleInProcess'),
      roleDetails: text('per_RoleDetails'),
      organisation: text('per_Organisation'),
    }),
    case: filled({
      status: text('cas_Status'),
      closureReason: text('cas_ReasonForCaseClosure'),
      owner: text('cas_CaseOwner'),
    }),
    referralsIn: listed({
      organisation: text('cas_ReferringOrganisation'),
      caseWorker: text('cas_ReferringPrimaryCaseWorker'),
      reason: text('cas_ReasonForIncomingReferral'),
      day: day('cas_IncomingReferralDate'),
      details: text('cas_IncomingReferralDetails'),
    }),
    referralsOut: listed({
      organisation: text('cas_ReferredOrganisation'),
      caseWorker: text('cas_ReferredPrimaryCaseWorker'),
      reason: text('cas_ReasonForOutgoingReferral'),
      day: day('cas_OutgoingReferralDate'),
      details: text('cas_OutgoingReferralDetails'),
    }),
    comments: [text('cco_CaseComment')].filter(comment => comment !== null),
    events: listed({
      kind: text('hte_Type'),
      day: day('hte_Date'),
      place: address('hte_'),
      description: text('hte_Description'),
    }),
    supportPlans: listed({
      kind: text('spl_Type'),
      objectives: text('spl_Objectives'),
      actions: text('spl_ActionPlan'),
      plannedEnd: day('spl_PlannedEndDate'),
      actualEnd: day('spl_ActualEndDate'),
    }),
    consent: consentOf(flag('con_Consent'), take),
    organisation: filled({
      name: text('org_Name'),
      kind: text('org_Type'),
      phone: text('org_Phone'),
      address: address('org_Shipping'),
    }),
    extensions: rest,
  };
}

/**
 * The seven answers where a file has any; a question without a column was not asked. Version 1.0 keeps the first question in `con_Consent` itself, so
 * that is where it is taken from when it has no column of its own.
 */
function consentOf(given: boolean | null, take: (key: string) => string | undefined): ExchangeConsent | null {
  const found = consentQuestions.map(question => [question, take(consentColumns[question])] as const);
  if (found.every(([, answer]) => answer === undefined))
    return given === null ? null : { kind: 'stated', given };
  const answers = Object.fromEntries(found.map(([question, answer]) => [question, answerOf(answer)]));
  const interview = found.find(([question]) => question === 'interview')?.[1];
  if (interview === undefined && given !== null) answers.interview = given ? 'yes' : 'no';
  return { kind: 'answered', answers: answers as Record<ConsentQuestion, ConsentAnswer> };
}

function answerOf(text: string | undefined): ConsentAnswer {
  if (text === undefined) return 'not_asked';
  return consentAnswers.find(answer => answer === text.toLowerCase()) ?? 'unknown';
}

// Person to row

/** All 84 fields, null where the person says nothing. */
export function toRow(person: ExchangePerson, line = 0): HtcdsRow {
  const parts = [
    personPart(person),
    ...[exportedName(person)].map(name => (name ? namePart(name) : noPart)),
    ...[person.victim?.assertions.at(-1)].map(assertion => (assertion ? assertionPart(assertion) : noPart)),
    ...[person.referralsIn.at(-1)].map(referral => (referral ? referralInPart(referral) : noPart)),
    ...[person.referralsOut.at(-1)].map(referral => (referral ? referralOutPart(referral) : noPart)),
    ...[person.events.at(-1)].map(event => (event ? eventPart(event) : noPart)),
    ...[person.supportPlans.at(-1)].map(plan => (plan ? supportPlanPart(plan) : noPart)),
    ...[person.comments.at(-1)].map(comment => (comment ? commentPart(comment) : noPart)),
  ];
  const values = Object.fromEntries(htcdsNames.map(name => [name, null])) as HtcdsValues;
  return {
    line,
    values: Object.assign(values, ...parts.map(part => part.values)),
    extensions: Object.assign({ ...person.extensions }, ...parts.map(part => part.extensions)),
    unread: {},
  };
}

const noPart: RowPart = { values: {}, extensions: {} };

/** The name a flat file carries: the official one, else the first there is. */
export function exportedName(person: ExchangePerson): ExchangeName | null {
  return person.names.find(({ kind }) => kind === 'official') ?? person.names[0] ?? null;
}

export function namePart(name: ExchangeName): RowPart {
  return {
    values: { prs_FirstName: name.given, prs_MiddleName: name.middle, prs_SecondName: name.family },
    extensions: name.kind === 'official' ? {} : { [nameKind]: name.kind },
  };
}

export function assertionPart({ status, decidedBy }: ExchangeAssertion): RowPart {
  return {
    values: { vic_TraffickingStatus: status, vic_TraffickingStatusDecisionMakingOrg: decidedBy },
    extensions: {},
  };
}

export function referralInPart(referral: ExchangeReferral): RowPart {
  const part: RowPart = {
    values: {
      cas_ReferringOrganisation: referral.organisation,
      cas_ReferringPrimaryCaseWorker: referral.caseWorker,
      cas_ReasonForIncomingReferral: referral.reason,
      cas_IncomingReferralDetails: referral.details,
    },
    extensions: {},
  };
  return putDay(part, 'cas_IncomingReferralDate', referral.day);
}

export function referralOutPart(referral: ExchangeReferral): RowPart {
  const part: RowPart = {
    values: {
      cas_ReferredOrganisation: referral.organisation,
      cas_ReferredPrimaryCaseWorker: referral.caseWorker,
      cas_ReasonForOutgoingReferral: referral.reason,
      cas_OutgoingReferralDetails: referral.details,
    },
    extensions: {},
  };
  return putDay(part, 'cas_OutgoingReferralDate', referral.day);
}

export function eventPart(event: ExchangeEvent): RowPart {
  const part: RowPart = {
    values: {
      hte_Type: event.kind,
      hte_Description: event.description,
      ...addressValues('hte_', event.place),
    },
    extensions: {},
  };
  return putDay(part, 'hte_Date', event.day);
}

export function supportPlanPart(plan: ExchangeSupportPlan): RowPart {
  const part: RowPart = {
    values: { spl_Type: plan.kind, spl_Objectives: plan.objectives, spl_ActionPlan: plan.actions },
    extensions: {},
  };
  return putDay(putDay(part, 'spl_PlannedEndDate', plan.plannedEnd), 'spl_ActualEndDate', plan.actualEnd);
}

export function commentPart(comment: string): RowPart {
  return { values: { cco_CaseComment: comment }, extensions: {} };
}

/**
 * The AND of the seven answers: true when all are yes, false when any was refused, and empty while any is unknown or was not asked, because an empty
 * cell says less than a false one.
 */
export function consentGiven(consent: ExchangeConsent | null): boolean | null {
  if (!consent) return null;
  if (consent.kind === 'stated') return consent.given;
  const answers = Object.values(consent.answers);
  if (answers.some(answer => answer === 'no' || answer === 'declined')) return false;
  return answers.every(answer => answer === 'yes') ? true : null;
}

function personPart(person: ExchangePerson): RowPart {
  const { contact, victim, perpetrator, organisation } = person;
  const part: RowPart = {
    values: {
      org_Name: organisation?.name ?? null,
      org_Type: organisation?.kind ?? null,
      org_Phone: organisation?.phone ?? null,
      ...addressValues('org_Shipping', organisation?.address ?? null),
      prs_Salutation: person.salutation,
      prs_Gender: person.gender,
      prs_Deceased: person.deceased,
      prs_MaritalStatus: person.maritalStatus,
      prs_NumberOfChildren: numeral(person.children),
      prs_PrimaryLanguage: person.primaryLanguage,
      prs_SecondaryLanguage: person.secondaryLanguage,
      prs_HighestLevelOfEducation: person.education,
      prs_Citizenship: some(person.citizenships),
      prs_IdentityNumber: person.identityNumber,
      prs_Title: person.position,
      prs_Email: contact?.email ?? null,
      prs_HomePhone: contact?.homePhone ?? null,
      prs_MobilePhone: contact?.mobilePhone ?? null,
      ...addressValues('prs_Mailing', contact?.mailing ?? null),
      vic_AgreementToManagePersonalData: victim?.agreedToDataManagement ?? null,
      vic_RelationshipToTrafficker: victim?.relationshipToTrafficker ?? null,
      vic_AgeWhenTrafficked: numeral(victim?.ageWhenTrafficked ?? null),
      vic_MethodOfRecruitment: some(victim?.recruitmentMethods),
      vic_LocationOfRecruitment: victim?.recruitmentPlace ?? null,
      vic_TypeOfSexExploitation: some(victim?.sexExploitationTypes),
      vic_LocationOfExploitation: victim?.exploitationPlace ?? null,
      vic_Vulnerabilities: some(victim?.vulnerabilities),
      vic_DetailsOfVulnerabilities: victim?.vulnerabilityDetails ?? null,
      per_RoleInProcess: some(perpetrator?.roles),
      per_RoleDetails: perpetrator?.roleDetails ?? null,
      per_Organisation: perpetrator?.organisation ?? null,
      cas_Status: person.case?.status ?? null,
      cas_ReasonForCaseClosure: person.case?.closureReason ?? null,
      cas_CaseOwner: person.case?.owner ?? null,
      con_Consent: consentGiven(person.consent),
    },
    extensions: {},
  };
  putDay(part, 'prs_Birthdate', person.born);
  putCodes(part, 'vic_RecruitmentWebsitesAndApps', victim?.recruitmentWebsites);
  putCodes(part, 'vic_MethodsOfControl', victim?.controlMethods);
  putCodes(part, 'vic_TypeOfExploitation', victim?.exploitationTypes);
  putCodes(part, 'vic_ExploitationWebsitesAndApps', victim?.exploitationWebsites);
  const [industry, ...others] = victim?.forcedLabourIndustries ?? [];
  part.values.vic_ForcedLabourIndustry = industry ?? null;
  if (others.length > 0) part.extensions.x_vic_ForcedLabourIndustry = others.join(';');
  if (person.consent?.kind === 'answered') {
    for (const question of consentQuestions) {
      part.extensions[consentColumns[question]] = person.consent.answers[question];
    }
  }
  return part;
}

/** HTCDS dates are whole; what is known of a half-known one stands in `x_<field>`. */
function putDay(part: RowPart, name: HtcdsName, day: PartialDay | null): RowPart {
  const whole = day !== null && day.length === 10;
  part.values[name] = whole ? day : null;
  if (day !== null && !whole) part.extensions[`x_${name}`] = day;
  return part;
}

function putCodes(part: RowPart, name: HtcdsName, codes: readonly string[] | undefined): void {
  const { value, extension } = splitExtensions(name, codes ?? []);
  part.values[name] = some(value);
  if (extension) part.extensions[`x_${name}`] = extension;
}

function addressValues(
  stem: 'org_Shipping' | 'prs_Mailing' | 'hte_',
  address: ExchangeAddress | null,
): HtcdsValues {
  return {
    [`${stem}Street`]: address?.street ?? null,
    [`${stem}City`]: address?.city ?? null,
    [`${stem}State`]: address?.state ?? null,
    [`${stem}PostalCode`]: address?.postalCode ?? null,
    [`${stem}Country`]: address?.country ?? null,
    [`${stem}Longitude`]: numeral(address?.longitude ?? null),
    [`${stem}Latitude`]: numeral(address?.latitude ?? null),
  };
}

function numeral(number: number | null): string | null {
  return number === null ? null : String(number);
}

function some(codes: readonly string[] | undefined): string[] | null {
  return codes && codes.length > 0 ? [...codes] : null;
}

/** Null for a shell: an object in which nothing is said. */
function filled<T extends object>(object: T): T | null {
  const empty = Object.values(object).every(
    value => value === null || (Array.isArray(value) && value.length === 0),
  );
  return empty ? null : object;
}

function listed<T extends object>(object: T): T[] {
  const one = filled(object);
  return one ? [one] : [];
}

/** Codes in the person that neither HTCDS nor our extensions know, by field: a row with them would not come back. For the caller to check first. */
export function findForeignCodes(person: ExchangePerson): HtcdsName[] {
  const { values, extensions } = toRow(person);
  return htcdsNames.filter(name => {
    if (getHtcdsField(name).options.length === 0) return false;
    const value = values[name];
    const codes = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
    return [...codes, ...(extensions[`x_${name}`]?.split(';') ?? [])].some(
      code => findCode(name, code) === null,
    );
  });
}
