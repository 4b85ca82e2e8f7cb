/* Between a row of HTCDS and our records. What a field of ours can hold is derived from the row; the row's own words are kept beside it, the ones that must
 * rest sealed apart, so that an export gives back every value unless somebody has corrected the file since. A TRUE in a spreadsheet is nobody's consent to
 * share and a status in it proves nothing: neither becomes a ground or an identification here. */
import { type Day, dayOf, type Instant, startOfDay } from '../../kernel/day.ts';
import { languageCodes, nationalityCodes } from '../people/index.ts';
import { toPerson } from './htcds/domain.ts';
import { type ExchangeAddress, type ExchangePerson, sexOfGender } from './htcds/person.ts';
import { type ConsentQuestion, consentColumns, type HtcdsName, htcdsNames } from './htcds/profile.ts';
import { type HtcdsRow, toTable } from './htcds/row.ts';
import { readCell } from './htcds/values.ts';

/** A row as text: values under HTCDS names, extensions under their `x_` names; empty ones absent. */
export interface Written {
  readonly values: Readonly<Partial<Record<HtcdsName, string>>>;
  readonly extensions: Readonly<Record<string, string>>;
}

const names: ReadonlySet<string> = new Set(htcdsNames);
const isName = (key: string): key is HtcdsName => names.has(key);

/** Fields about the person's contact, exact address and numbers: they rest sealed. */
export const sealedNames: readonly HtcdsName[] = htcdsNames.filter(
  name =>
    name === 'prs_IdentityNumber' ||
    name === 'prs_Email' ||
    name === 'prs_HomePhone' ||
    name === 'prs_MobilePhone' ||
    name.startsWith('prs_Mailing'),
);
const ours: ReadonlySet<string> = new Set([
  'x_prs_NameKind',
  ...Object.values(consentColumns),
  ...htcdsNames.map(name => `x_${name}`),
]);

export function writeRow(row: HtcdsRow): Written {
  const [header = [], cells = []] = toTable([row], 'used');
  const filled = header.flatMap((name, at): [string, string][] => (cells[at] ? [[name, cells[at]]] : []));
  return {
    values: Object.fromEntries(filled.filter(([name]) => isName(name))),
    extensions: Object.fromEntries(filled.filter(([name]) => !isName(name))),
  };
}

/** Reads JSON that came over the API as strictly as a file: null when it is no `Written`; cells that cannot be read are in the row's `unread`. */
export function readWritten(json: string): HtcdsRow | null {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return null;
  }
  const { values, extensions } = (typeof raw === 'object' && raw !== null ? raw : {}) as {
    values?: unknown;
    extensions?: unknown;
  };
  const [cells, more] = [textsOf(values), textsOf(extensions ?? {})];
  if (
    !cells ||
    !more ||
    cells.some(([name]) => !isName(name)) ||
    more.some(([key]) => !/^x_/i.test(key) || key.length > 400)
  )
    return null;
  return rowOf(Object.fromEntries(cells), Object.fromEntries(more));
}

function textsOf(raw: unknown): [string, string][] | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const entries = Object.entries(raw as object);
  return entries.length <= 1200 && entries.every(([, text]) => typeof text === 'string')
    ? (entries as [string, string][])
    : null;
}

function rowOf(
  values: Readonly<Record<string, string>>,
  extensions: Readonly<Record<string, string>>,
): HtcdsRow {
  const row: HtcdsRow = { line: 0, values: {}, extensions: { ...extensions }, unread: {} };
  for (const [name, cell] of Object.entries(values) as [HtcdsName, string][]) {
    const reading = readCell(name, cell, { dayOrder: 'day-first', multiple: 'semicolon' });
    row.values[name] = reading.value;
    if (reading.unread) row.unread[name] = cell;
    if (reading.extension)
      row.extensions[`x_${name}`] = [
        ...new Set([...(row.extensions[`x_${name}`]?.split(';') ?? []), reading.extension]),
      ].join(';');
  }
  return row;
}

/** Apart: what may rest like the rest of the file, and what must be sealed. Columns nobody knows may hold anything, so they are sealed. */
export function partRest({ values, extensions }: Written): { open: Written; sealed: Written } {
  const hidden = new Set<string>(sealedNames.flatMap(name => [name, `x_${name}`]));
  const part = (keep: (key: string) => boolean): Written => ({
    values: Object.fromEntries(Object.entries(values).filter(([name]) => keep(name))),
    extensions: Object.fromEntries(Object.entries(extensions).filter(([name]) => keep(name))),
  });
  const isSealed = (key: string) => hidden.has(key) || (!isName(key) && !ours.has(key));
  return { open: part(key => !isSealed(key)), sealed: part(isSealed) };
}

export const isEmpty = ({ values, extensions }: Written): boolean =>
  Object.keys(values).length + Object.keys(extensions).length === 0;

/** The row again out of its kept parts; the sealed one is null when it was not opened. */
export function joinRest(open: string | null, sealed: string | null): HtcdsRow {
  const parts = [open, sealed].flatMap(json => (json ? (readWritten(json) ?? []) : []));
  return {
    line: 0,
    values: Object.assign({}, ...parts.map(part => part.values)),
    extensions: Object.assign({}, ...parts.map(part => part.extensions)),
    unread: {},
  };
}

const sexes: Readonly<Record<string, string>> = {
  TransgenderFeminine: 'other',
  TransgenderMasculine: 'other',
  NonConforming: 'other',
};
const purposeCodes: Readonly<Record<string, string>> = {
  SexualExploitation: 'sexual_exploitation',
  ForcedLabour: 'forced_labour',
  ForcedMarriage: 'forced_marriage',
  ForcedCriminality: 'forced_criminality',
  Servitude: 'servitude',
  OrganRemoval: 'organ_removal',
  ForcedBegging: 'forced_begging',
  ForcedAdoption: 'adoption',
  Surrogacy: 'surrogacy',
};
const findings: Readonly<Record<string, string>> = {
  PossibleVictimOfTrafficking: 'undetermined',
  ActualVictimOfTrafficking: 'victim',
  NotAVictimOfTrafficking: 'not_victim',
};
/** Our names of the seven explanations, by the standard's question. */
export const explanationOf: Readonly<Record<ConsentQuestion, string>> = {
  interview: 'interview',
  purpose: 'purpose',
  useOfData: 'use_of_data',
  research: 'research_use',
  rightToRequest: 'right_to_see',
  storageTime: 'how_long',
  withdrawal: 'how_to_withdraw',
};

export const purposesOf = (types: readonly string[]): string[] => [
  ...new Set(types.map(type => purposeCodes[type] ?? 'other')),
];
export const typeOfPurpose = (purpose: string): string =>
  Object.entries(purposeCodes).find(([, code]) => code === purpose)?.[0] ?? 'Other';

export interface Derived {
  /** Raw values for the act's own fields, to be parsed by their kinds. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly assertion: {
    readonly finding: string;
    readonly purposes: readonly string[] | null;
    readonly reason: string;
    readonly assertedOn: Day;
  } | null;
  /** Only research is asked in so many words by the standard; the other answers are what was explained. */
  readonly consent: { readonly given: string; readonly explained: Readonly<Record<string, string>> } | null;
  /** Whether the row says anything in a column of the standard; columns nobody knows make no person. */
  readonly says: boolean;
}

/** Whether any column of the standard holds a value. */
export const saysAnything = (row: HtcdsRow): boolean =>
  Object.values(row.values).some(value => value !== null && value !== undefined);

export function nameText({
  family,
  middle,
  given,
}: {
  family: string | null;
  middle: string | null;
  given: string | null;
}): string {
  return [family, middle, given].filter(Boolean).join(' ');
}

export function addressText(address: ExchangeAddress | null): string | null {
  const text = [address?.street, address?.city, address?.state, address?.postalCode, address?.country]
    .filter(Boolean)
    .join(', ');
  return text && text.length <= 300 ? text : null;
}

/** A guess by the shape of the number only, as an officer would make it; the number is kept whatever it is. */
export function paperKindOf(number: string): string {
  const plain = number.replace(/[\s.\-/]/g, '').toUpperCase();
  if (/^\d{12}$/.test(plain)) return 'cccd';
  if (/^\d{9}$/.test(plain)) return 'cmnd';
  if (/^\d{17}[\dX]$/.test(plain)) return 'cn_id';
  return /^[A-Z]{1,2}\d{6,8}$/.test(plain) ? 'passport' : 'other';
}

export function spokenOf(person: ExchangePerson): string[] | null {
  const spoken = [person.primaryLanguage, person.secondaryLanguage].filter(
    code => code !== null && languageCodes.includes(code),
  ) as string[];
  return spoken.length > 0 ? [...new Set(spoken)] : null;
}

export const nationalityOf = (person: ExchangePerson): string | null =>
  person.citizenships.find(code => nationalityCodes.includes(code)) ?? null;
export const phoneOf = (person: ExchangePerson): string | null =>
  person.contact?.mobilePhone ?? person.contact?.homePhone ?? null;
export const sexOf = (gender: string | null): string | null =>
  sexOfGender(gender) ?? sexes[gender ?? ''] ?? null;

/** What our records can hold of a row. */
export function deriveFrom(row: HtcdsRow, now: Instant): Derived {
  const person = toPerson(row);
  const [name] = person.names;
  const text = name ? nameText(name) : null;
  const referral = person.referralsIn.at(-1);
  const number = person.identityNumber && person.identityNumber.length <= 40 ? person.identityNumber : null;
  const referralDay = referral?.day?.length === 10 ? (referral.day as Day) : null;
  const sex = sexOf(person.gender);
  return {
    fields: {
      fullName: name?.kind === 'official' ? text : null,
      otherNames: name && name.kind !== 'official' ? [{ text, kind: name.kind }] : null,
      born: person.born,
      sex: sex ?? (person.gender === 'NonSpecifiedUnknown' ? { unanswered: 'unknown' } : null),
      nationality: nationalityOf(person),
      spoken: spokenOf(person),
      phone: phoneOf(person),
      address: addressText(person.contact?.mailing ?? null),
      paperNumber: number,
      paperKind: number ? paperKindOf(number) : null,
      ...(referralDay
        ? {
            route: 'referred',
            arrivedAt: startOfDay(referralDay),
            handedOverBy:
              [referral?.organisation, referral?.caseWorker].filter(Boolean).join(', ').slice(0, 200) || null,
          }
        : {}),
    },
    assertion: assertionOf(person, now),
    consent: consentOf(person),
    says: saysAnything(row),
  };
}

function assertionOf(person: ExchangePerson, now: Instant): Derived['assertion'] {
  const last = person.victim?.assertions.at(-1);
  const finding = findings[last?.status ?? ''];
  if (!last || !finding) return null;
  const types = person.victim?.exploitationTypes ?? [];
  return {
    finding,
    purposes: types.length > 0 ? purposesOf(types) : null,
    reason: `HTCDS: ${last.status}${last.decidedBy ? ` (${last.decidedBy})` : ''}`,
    assertedOn: dayOf(now),
  };
}

function consentOf(person: ExchangePerson): Derived['consent'] {
  if (person.consent?.kind !== 'answered' || person.consent.answers.research === 'not_asked') return null;
  const explained = Object.entries(person.consent.answers).map(([question, answer]) => [
    explanationOf[question as ConsentQuestion],
    answer,
  ]);
  return { given: person.consent.answers.research, explained: Object.fromEntries(explained) };
}
