/* The Human Trafficking Case Data Standard 2.0 as data: 84 fields, their types, value sets and which are core. Texts and values come verbatim from
 * `data/htcds/` (IOM, CC BY 4.0, no endorsement implied); only the names are repeated here, so that the compiler knows them. Older versions' names and
 * values, and the mistakes in IOM's own files, are listed at the end: an importer meets all of them. */
import standard from '../../../data/htcds/htcds_2.0_fields.json' with { type: 'json' };
import { foldCode } from '../text.ts';

export const htcdsNames = [
  'org_Name',
  'org_ShippingCity',
  'org_ShippingCountry',
  'org_ShippingState',
  'org_ShippingStreet',
  'org_ShippingPostalCode',
  'org_ShippingLongitude',
  'org_ShippingLatitude',
  'org_Phone',
  'org_Type',
  'prs_Salutation',
  'prs_FirstName',
  'prs_MiddleName',
  'prs_SecondName',
  'prs_Birthdate',
  'prs_Gender',
  'prs_Deceased',
  'prs_MaritalStatus',
  'prs_NumberOfChildren',
  'prs_PrimaryLanguage',
  'prs_SecondaryLanguage',
  'prs_HighestLevelOfEducation',
  'prs_Citizenship',
  'prs_IdentityNumber',
  'prs_Title',
  'prs_Email',
  'prs_HomePhone',
  'prs_MobilePhone',
  'prs_MailingCity',
  'prs_MailingCountry',
  'prs_MailingState',
  'prs_MailingStreet',
  'prs_MailingPostalCode',
  'prs_MailingLongitude',
  'prs_MailingLatitude',
  'vic_AgreementToManagePersonalData',
  'vic_TraffickingStatus',
  'vic_TraffickingStatusDecisionMakingOrg',
  'vic_RelationshipToTrafficker',
  'vic_AgeWhenTrafficked',
  'vic_RecruitmentWebsitesAndApps',
  'vic_MethodOfRecruitment',
  'vic_LocationOfRecruitment',
  'vic_MethodsOfControl',
  'vic_TypeOfExploitation',
  'vic_ForcedLabourIndustry',
  'vic_TypeOfSexExploitation',
  'vic_LocationOfExploitation',
  'vic_ExploitationWebsitesAndApps',
  'vic_Vulnerabilities',
  'vic_DetailsOfVulnerabilities',
  'per_RoleInProcess',
  'per_RoleDetails',
  'per_Organisation',
  'cas_Status',
  'cas_ReasonForCaseClosure',
  'cas_CaseOwner',
  'cas_ReferringOrganisation',
  'cas_IncomingReferralDate',
  'cas_ReferringPrimaryCaseWorker',
  'cas_ReasonForIncomingReferral',
  'cas_IncomingReferralDetails',
  'cas_ReferredOrganisation',
  'cas_ReferredPrimaryCaseWorker',
  'cas_ReasonForOutgoingReferral',
  'cas_OutgoingReferralDate',
  'cas_OutgoingReferralDetails',
  'cco_CaseComment',
  'hte_Longitude',
  'hte_Latitude',
  'hte_City',
  'hte_Country',
  'hte_State',
  'hte_Street',
  'hte_PostalCode',
  'hte_Date',
  'hte_Type',
  'hte_Description',
  'spl_Objectives',
  'spl_ActionPlan',
  'spl_PlannedEndDate',
  'spl_ActualEndDate',
  'spl_Type',
  'con_Consent',
] as const;
export type HtcdsName = (typeof htcdsNames)[number];

/** What a cell of the field holds. `country` may be text (`countries` several codes); `codes` is a multi-select, `code` a picklist. */
export type HtcdsType =
  | 'text'
  | 'longText'
  | 'code'
  | 'codes'
  | 'day'
  | 'checkbox'
  | 'whole'
  | 'degrees'
  | 'country'
  | 'countries'
  | 'language'
  | 'phone';

export type HtcdsOption = { name: string; label: string };
export type HtcdsField = {
  name: HtcdsName;
  label: string;
  section: string;
  type: HtcdsType;
  core: boolean;
  deprecated: boolean;
  options: HtcdsOption[];
};

/** Where the ODS's own type says too little: it calls countries and languages picklists, phones text, the mailing degrees
 * numbers, and leaves `per_Organisation` blank. */
const typeByName: Partial<Record<HtcdsName, HtcdsType>> = {
  org_ShippingCountry: 'country',
  org_ShippingState: 'text',
  org_Phone: 'phone',
  prs_PrimaryLanguage: 'language',
  prs_SecondaryLanguage: 'language',
  prs_Citizenship: 'countries',
  prs_HomePhone: 'phone',
  prs_MobilePhone: 'phone',
  prs_MailingCountry: 'country',
  prs_MailingState: 'text',
  prs_MailingLongitude: 'degrees',
  prs_MailingLatitude: 'degrees',
  hte_Country: 'country',
  per_Organisation: 'text',
};

const typeByStandard: Record<string, HtcdsType> = {
  Text: 'text',
  'Long Text': 'longText',
  'Lookup [to organisation]': 'text',
  'Lookup [to user]': 'text',
  'Lookup [to person]': 'text',
  Email: 'text',
  Picklist: 'code',
  'Multiselect Picklist': 'codes',
  Date: 'day',
  Checkbox: 'checkbox',
  Number: 'whole',
  Geolocation: 'degrees',
  Phone: 'phone',
};

export const htcdsFields: readonly HtcdsField[] = standard.fields.map((field, index) => {
  const name = htcdsNames[index]!;
  if ((field.systemName || `${field.prefix}${field.fieldName}`) !== name)
    throw new RangeError(`HTCDS ${name}`);
  const type = typeByName[name] ?? typeByStandard[field.type];
  if (!type) throw new RangeError(`HTCDS type of ${name}: ${field.type}`);
  return {
    name,
    label: field.label || field.fieldName,
    section: field.section,
    type,
    core: field.core,
    deprecated: field.status === 'DEPRECATED',
    options: (field.options ?? []).map(option => ({ name: option.name, label: option.label })),
  };
});

const byName = new Map(htcdsFields.map(field => [field.name, field]));

export function getHtcdsField(name: HtcdsName): HtcdsField {
  const field = byName.get(name);
  if (!field) throw new RangeError(`no HTCDS field ${name}`);
  return field;
}

export const htcdsVersion = standard.version;
export const htcdsLicence =
  'HTCDS by the International Organization for Migration (IOM), CC BY 4.0, https://github.com/UNMigration/HTCDS. IOM does not endorse this file or the system that wrote it.';

/** Our codes that HTCDS lacks. They leave as `Other` plus the same code in the column `x_<field>`. */
export const extensionCodes: Partial<Record<HtcdsName, readonly string[]>> = {
  vic_MethodsOfControl: ['RestrictsMovement'],
  vic_TypeOfExploitation: ['ForcedCriminality'],
  vic_RecruitmentWebsitesAndApps: ['Zalo'],
  vic_ExploitationWebsitesAndApps: ['Zalo'],
};

/** Names that other versions, the templates and other tools use for a field of 2.0. */
export const nameAliases: Record<string, HtcdsName> = {
  vic_TraffickinStatusDecisionMakingOrg: 'vic_TraffickingStatusDecisionMakingOrg',
  prs_Nationality: 'prs_Citizenship',
};

/** The seven questions behind `con_Consent` (HTCDS 2.0, guidance in the field's description), with the extension column that carries each answer. */
export const consentColumns = {
  interview: 'x_con_Interview',
  purpose: 'x_con_Purpose',
  useOfData: 'x_con_UseOfData',
  research: 'x_con_Research',
  rightToRequest: 'x_con_RightToRequest',
  storageTime: 'x_con_StorageTime',
  withdrawal: 'x_con_Withdrawal',
} as const;
export type ConsentQuestion = keyof typeof consentColumns;

/** Version 1.0 had a column each for some of the seven; assigned by the question it asked (`RightToBeForgotten` asks for the right to request data). */
export const olderConsentNames: Record<string, string> = {
  con_PurposeOfInterview: consentColumns.purpose,
  con_UseOfData: consentColumns.useOfData,
  con_DataForResearch: consentColumns.research,
  con_RightToBeForgotten: consentColumns.rightToRequest,
};

/** Further spellings of values: Excel labels, versions 0.2 and 1.0, the definitions page, and words people use. */
const valueAliases: Partial<Record<HtcdsName, Record<string, string>>> = {
  prs_Gender: {
    Female: 'Feminine',
    F: 'Feminine',
    Nữ: 'Feminine',
    Male: 'Masculine',
    M: 'Masculine',
    Nam: 'Masculine',
    Unknown: 'NonSpecifiedUnknown',
    'Not specified': 'NonSpecifiedUnknown',
    'Không rõ': 'NonSpecifiedUnknown',
  },
  vic_RelationshipToTrafficker: { Unacquainted: 'Unaquainted' },
  vic_MethodOfRecruitment: { EducationalFacility: 'AtAnEducationalInstitution', Work: 'AtWork' },
  vic_MethodsOfControl: {
    UsesChildren: 'ThreatensChildrenFamily',
    Threats: 'PhysicalThreats',
    ThreatOfLawEnforcement: 'ThreatsLawEnforcement',
    'Threats of law enforcement': 'ThreatsLawEnforcement',
  },
  vic_TypeOfExploitation: { IllicitActivities: 'ForcedCriminality', IllegalAdoption: 'ForcedAdoption' },
};

const standardCodes = new Map(
  htcdsFields.map(field => [field.name, new Set(field.options.map(option => option.name))]),
);
const vocabularies = new Map(htcdsFields.map(field => [field.name, vocabularyOf(field)]));

/** Whether a text is a code of the standard's value set as the standard writes it: the quick way for files that keep to it. */
export function isStandardCode(name: HtcdsName, text: string): boolean {
  return standardCodes.get(name)!.has(text);
}

/** The code a text stands for in a field's value set or among our extension codes: by name, label or alias, whatever its case; null if none. */
export function findCode(name: HtcdsName, text: string): string | null {
  const words = vocabularies.get(name);
  return words?.get(text) ?? words?.get(foldCode(text)) ?? null;
}

function vocabularyOf(field: HtcdsField): Map<string, string> {
  const words = new Map<string, string>();
  for (const [alias, code] of Object.entries(valueAliases[field.name] ?? {}))
    words.set(foldCode(alias), code);
  for (const { name, label } of field.options) words.set(foldCode(label), name);
  for (const name of [...field.options.map(option => option.name), ...(extensionCodes[field.name] ?? [])]) {
    words.set(foldCode(name), name);
    words.set(name, name);
  }
  return words;
}
