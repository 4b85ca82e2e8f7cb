import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartialDay } from '../../../kernel/day.ts';
import { writeCsv } from '../table/csv.ts';
import { readTable } from '../table/read.ts';
import { writeXlsx } from '../table/xlsx.ts';
import { tidy } from '../text.ts';
import { consentGiven, findForeignCodes, toPerson, toRow } from './domain.ts';
import { codesOf, csv, read } from './fixtures.ts';
import {
  consentAnswers,
  type ExchangeAddress,
  type ExchangePerson,
  genderOfSex,
  sexOfGender,
} from './person.ts';
import {
  consentColumns,
  extensionCodes,
  getHtcdsField,
  type HtcdsName,
  htcdsFields,
  htcdsNames,
} from './profile.ts';
import { isImportable, readHtcds } from './read.ts';
import { type HtcdsRow, rowFingerprint, toTable } from './row.ts';

// Arbitrary people that say only what HTCDS has a field for

const hostile = fc.constantFrom(
  '=1+1',
  '+84',
  '-',
  '@a',
  "'=x",
  "''",
  'a;b',
  'a,b',
  '"',
  'a\nb',
  'Vàng Thị Mai',
  'TRUE',
  '0',
  '1998',
  '2024-05-01',
  'x_a',
);
const text = fc
  .oneof(hostile, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }))
  .map(tidy)
  .filter(value => value !== '');
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { freq: 2 });
const codeOf = (name: HtcdsName): fc.Arbitrary<string> =>
  fc.constantFrom(...getHtcdsField(name).options.map(option => option.name));
const codesOfField = (name: HtcdsName): fc.Arbitrary<string[]> =>
  fc.uniqueArray(codeOf(name), { maxLength: 4 });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10) as PartialDay);
const partialDay = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([whole, length]) => whole.slice(0, length) as PartialDay);
const degrees = (most: number): fc.Arbitrary<number> =>
  fc
    .oneof(fc.integer({ min: -most, max: most }), fc.double({ min: -most, max: most, noNaN: true }))
    .map(number => number || 0);
const country = fc.constantFrom('VN', 'CN', 'LA', 'KH', 'TH', 'GB', 'CI');
const phone = fc.constantFrom('+84912345678', '+8613812345678', '+842143840888');

/** Nothing said in it is nothing. */
function shelled<T extends object>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return some.map(object =>
    Object.values(object).every(value => value === null || (Array.isArray(value) && value.length === 0))
      ? null
      : object,
  );
}

function one<T extends object>(some: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return shelled(some).map(object => (object ? [object] : []));
}

const address: fc.Arbitrary<ExchangeAddress | null> = shelled(
  fc.record({
    street: maybe(text),
    city: maybe(text),
    state: maybe(text),
    postalCode: maybe(text),
    country: maybe(country),
    longitude: maybe(degrees(180)),
    latitude: maybe(degrees(90)),
  }),
);

function people(date: fc.Arbitrary<PartialDay>): fc.Arbitrary<ExchangePerson> {
  const referral = (reason: HtcdsName) =>
    fc.record({
      organisation: maybe(text),
      caseWorker: maybe(text),
      reason: maybe(codeOf(reason)),
      day: maybe(date),
      details: maybe(text),
    });
  const name = fc.record({ family: maybe(text), middle: maybe(text), given: maybe(text) });
  return fc.record({
    names: one(name).map(names => names.map(parts => ({ kind: 'official' as const, ...parts }))),
    salutation: maybe(text),
    born: maybe(date),
    gender: maybe(codeOf('prs_Gender')),
    deceased: maybe(fc.boolean()),
    maritalStatus: maybe(codeOf('prs_MaritalStatus')),
    children: maybe(fc.integer({ min: 0, max: 20 })),
    primaryLanguage: maybe(fc.constantFrom('vie', 'hmn', 'zho')),
    secondaryLanguage: maybe(fc.constantFrom('vie', 'hmn', 'zho')),
    education: maybe(codeOf('prs_HighestLevelOfEducation')),
    citizenships: fc.uniqueArray(country, { maxLength: 3 }),
    identityNumber: maybe(fc.constantFrom('010098001234', '0123456789', 'B1234567')),
    position: maybe(text),
    contact: shelled(
      fc.record({ email: maybe(text), homePhone: maybe(phone), mobilePhone: maybe(phone), mailing: address }),
    ),
    victim: shelled(
      fc.record({
        assertions: one(
          fc.record({
            status: maybe(codeOf('vic_TraffickingStatus')),
            decidedBy: maybe(codeOf('vic_TraffickingStatusDecisionMakingOrg')),
          }),
        ),
        relationshipToTrafficker: maybe(codeOf('vic_RelationshipToTrafficker')),
        ageWhenTrafficked: maybe(fc.integer({ min: 0, max: 99 })),
        recruitmentMethods: codesOfField('vic_MethodOfRecruitment'),
        recruitmentWebsites: codesOfField('vic_RecruitmentWebsitesAndApps'),
        recruitmentPlace: maybe(text),
        controlMethods: codesOfField('vic_MethodsOfControl'),
        exploitationTypes: codesOfField('vic_TypeOfExploitation'),
        sexExploitationTypes: codesOfField('vic_TypeOfSexExploitation'),
        forcedLabourIndustries: fc.array(codeOf('vic_ForcedLabourIndustry'), { maxLength: 1 }),
        exploitationPlace: maybe(text),
        exploitationWebsites: codesOfField('vic_ExploitationWebsitesAndApps'),
        agreedToDataManagement: maybe(fc.boolean()),
        vulnerabilities: codesOfField('vic_Vulnerabilities'),
        vulnerabilityDetails: maybe(text),
      }),
    ),
    perpetrator: shelled(
      fc.record({
        roles: codesOfField('per_RoleInProcess'),
        roleDetails: maybe(text),
        organisation: maybe(text),
      }),
    ),
    case: shelled(
      fc.record({ status: maybe(codeOf('cas_Status')), closureReason: maybe(text), owner: maybe(text) }),
    ),
    referralsIn: one(referral('cas_ReasonForIncomingReferral')),
    referralsOut: one(referral('cas_ReasonForOutgoingReferral')),
    comments: fc.array(text, { maxLength: 1 }),
    events: one(
      fc.record({
        kind: maybe(codeOf('hte_Type')),
        day: maybe(date),
        place: address,
        description: maybe(text),
      }),
    ),
    supportPlans: one(
      fc.record({
        kind: maybe(codeOf('spl_Type')),
        objectives: maybe(text),
        actions: maybe(text),
        plannedEnd: maybe(date),
        actualEnd: maybe(date),
      }),
    ),
    consent: maybe(fc.boolean().map(given => ({ kind: 'stated' as const, given }))),
    organisation: shelled(
      fc.record({ name: maybe(text), kind: maybe(codeOf('org_Type')), phone: maybe(phone), address }),
    ),
    extensions: fc.constant({}),
  });
}

/** Every field of the standard filled with something canonical. */
const rows: fc.Arbitrary<HtcdsRow> = fc
  .record(Object.fromEntries(htcdsFields.map(field => [field.name, valueFor(field.name)])))
  .map(values => ({ line: 2, values, extensions: {}, unread: {} }));

function valueFor(name: HtcdsName): fc.Arbitrary<string | string[] | boolean | null> {
  switch (getHtcdsField(name).type) {
    case 'text':
    case 'longText':
      return maybe(text);
    case 'code':
      return maybe(codeOf(name));
    case 'codes':
      return codesOfField(name).map(codes => (codes.length > 0 ? codes : null));
    case 'day':
      return maybe(day);
    case 'checkbox':
      return maybe(fc.boolean());
    case 'whole':
      return maybe(fc.integer({ min: 0, max: 150 }).map(String));
    case 'degrees':
      return maybe(degrees(name.endsWith('Latitude') ? 90 : 180).map(String));
    case 'country':
      return maybe(country);
    case 'countries':
      return fc.uniqueArray(country, { maxLength: 3 }).map(codes => (codes.length > 0 ? codes : null));
    case 'language':
      return maybe(fc.constantFrom('vie', 'hmn'));
    case 'phone':
      return maybe(phone);
  }
}

async function throughCsv(row: HtcdsRow): Promise<HtcdsRow | undefined> {
  const result = await readTable(writeCsv(toTable([row])), 'a.csv');
  if (result.refused) throw new Error(result.refused.code);
  const reading = readHtcds(result);
  if (reading.refused) throw new Error(reading.refused.code);
  expect(reading.issues.filter(issue => issue.severity === 'error')).toEqual([]);
  return reading.rows[0];
}

const emptyPerson: ExchangePerson = toPerson({ line: 2, values: {}, extensions: {}, unread: {} });
const withLine = (person: ExchangePerson): ExchangePerson => ({
  ...person,
  salutation: person.salutation ?? 'Chị',
});
const victim = {
  ...toPerson({ line: 2, values: { vic_AgeWhenTrafficked: '15' }, extensions: {}, unread: {} }).victim!,
};

describe('what does not cross', () => {
  it('names codes that would not come back', () => {
    expect(findForeignCodes({ ...emptyPerson, gender: 'Other', maritalStatus: 'Single' })).toEqual([
      'prs_Gender',
    ]);
    expect(
      findForeignCodes({ ...emptyPerson, victim: { ...victim, controlMethods: ['Hypnosis', 'Other'] } }),
    ).toEqual(['vic_MethodsOfControl']);
    expect(
      findForeignCodes({ ...emptyPerson, victim: { ...victim, controlMethods: ['RestrictsMovement'] } }),
    ).toEqual([]);
  });

  it('makes up no answers from one word of consent', () => {
    const { consent } = toPerson({ line: 2, values: { con_Consent: true }, extensions: {}, unread: {} });
    expect(consent).toEqual({ kind: 'stated', given: true });
  });

  it('does not call consent given or refused while an answer is missing', () => {
    const answers = Object.fromEntries(
      Object.keys(consentColumns).map(question => [question, 'yes']),
    ) as never;
    const answered = (changes: object) => ({
      kind: 'answered' as const,
      answers: { ...(answers as object), ...changes } as never,
    });
    expect(consentGiven(answered({}))).toBe(true);
    expect(consentGiven(answered({ research: 'not_asked' }))).toBeNull();
    expect(consentGiven(answered({ research: 'unknown' }))).toBeNull();
    expect(consentGiven(answered({ research: 'declined', storageTime: 'not_asked' }))).toBe(false);
    expect(consentGiven(null)).toBeNull();
  });

  it('states no sex for genders that papers do not know', () => {
    expect(sexOfGender('TransgenderFeminine')).toBeNull();
    expect(sexOfGender(genderOfSex('female'))).toBe('female');
  });
});

describe('person → row → CSV → row → person', () => {
  it('is the same for everything HTCDS has', async () => {
    await fc.assert(
      fc.asyncProperty(people(day).map(withLine), async person => {
        const row = await throughCsv(toRow(person));
        expect(toPerson(row!)).toEqual(person);
      }),
      { numRuns: 80 },
    );
  });

  it('is the same with half-known dates', async () => {
    await fc.assert(
      fc.asyncProperty(people(partialDay).map(withLine), async person => {
        const row = await throughCsv(toRow(person));
        expect(toPerson(row!)).toEqual(person);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same through XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(people(partialDay).map(withLine), async person => {
        const result = await readTable(
          await writeXlsx([{ name: 'HTCDS', rows: toTable([toRow(person)]) }]),
          'a.xlsx',
        );
        if (result.refused) throw new Error(result.refused.code);
        expect(toPerson(read(result).rows[0]!)).toEqual(person);
      }),
      { numRuns: 15 },
    );
  });

  it('is the same, as sets, with our own codes, several industries, seven answers and an alias', async () => {
    const coded = (name: HtcdsName) =>
      fc.uniqueArray(
        fc.constantFrom(...getHtcdsField(name).options.map(o => o.name), ...extensionCodes[name]!),
        { maxLength: 5 },
      );
    const extended = fc.record({
      controlMethods: coded('vic_MethodsOfControl'),
      exploitationTypes: coded('vic_TypeOfExploitation'),
      recruitmentWebsites: coded('vic_RecruitmentWebsitesAndApps'),
      exploitationWebsites: coded('vic_ExploitationWebsitesAndApps'),
      forcedLabourIndustries: fc.uniqueArray(codeOf('vic_ForcedLabourIndustry'), { maxLength: 4 }),
    });
    const answers = fc.record(
      Object.fromEntries(
        Object.keys(consentColumns).map(question => [question, fc.constantFrom(...consentAnswers)]),
      ),
    );
    const kind = fc.constantFrom('alias' as const, 'foreign' as const, 'official' as const);
    await fc.assert(
      fc.asyncProperty(extended, answers, kind, async (codes, given, named) => {
        const person: ExchangePerson = {
          ...emptyPerson,
          names: [{ kind: named, family: null, middle: null, given: 'Mai' }],
          victim: { ...victim, ...codes },
          consent: { kind: 'answered', answers: given as never },
        };
        const back = toPerson((await throughCsv(toRow(person)))!);
        const sorted = (some: ExchangePerson) => ({
          ...some,
          victim: Object.fromEntries(
            Object.entries(some.victim!).map(([key, value]) => [
              key,
              Array.isArray(value) && typeof value[0] === 'string' ? [...value].sort() : value,
            ]),
          ),
        });
        expect(sorted(back)).toEqual(sorted(person));
      }),
      { numRuns: 60 },
    );
  });
});

describe('file → person → file', () => {
  it('is the same for all 84 fields, deprecated ones included', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async row => {
        const line = {
          ...row,
          values: { ...row.values, prs_Salutation: row.values.prs_Salutation ?? 'Chị' },
        };
        const first = await throughCsv(line);
        expect(first).toEqual({ ...line, line: 2 });
        const again = toRow(toPerson(first!), 2);
        expect(again).toEqual(first);
        expect(toTable([again])).toEqual(toTable([first!]));
      }),
      { numRuns: 80 },
    );
  });

  it('fills all 84 fields in at least one run', () => {
    const filled = new Set<string>();
    for (const row of fc.sample(rows, 100)) {
      for (const name of htcdsNames) if (toRow(toPerson(row)).values[name] !== null) filled.add(name);
    }
    expect(filled.size).toBe(84);
  });

  it('carries columns nobody knows', async () => {
    const reading = read(
      await csv(['prs_FirstName', 'prs_Gender', 'Ghi chú', 'x_team'], ['Mai', 'F', 'kín', '2']),
    );
    expect(toRow(toPerson(reading.rows[0]!)).extensions).toEqual({ 'x_Ghi chú': 'kín', x_team: '2' });
  });
});

describe('Vietnamese names', () => {
  it('leave as First given, Second family', () => {
    const row = toRow({
      ...emptyPerson,
      names: [{ kind: 'official', family: 'Vàng', middle: 'Thị', given: 'Mai' }],
    });
    expect(row.values).toMatchObject({ prs_FirstName: 'Mai', prs_MiddleName: 'Thị', prs_SecondName: 'Vàng' });
  });

  it('prefer the official one, and mark any other', () => {
    const alias = { kind: 'alias' as const, family: null, middle: null, given: 'A Mây' };
    const official = { kind: 'official' as const, family: 'Vàng', middle: 'Thị', given: 'Mai' };
    expect(toRow({ ...emptyPerson, names: [alias, official] }).values.prs_FirstName).toBe('Mai');
    expect(toRow({ ...emptyPerson, names: [alias] })).toMatchObject({
      values: { prs_FirstName: 'A Mây' },
      extensions: { x_prs_NameKind: 'alias' },
    });
  });
});

describe('our own codes', () => {
  it('leave as Other beside an extension column, a true Other included', () => {
    const { values, extensions } = toRow({
      ...emptyPerson,
      victim: {
        ...victim,
        exploitationTypes: ['ForcedCriminality'],
        controlMethods: ['DebtBondage', 'RestrictsMovement', 'Other'],
        recruitmentWebsites: ['Zalo', 'Facebook'],
      },
    });
    expect(values).toMatchObject({
      vic_TypeOfExploitation: ['Other'],
      vic_MethodsOfControl: ['DebtBondage', 'Other'],
      vic_RecruitmentWebsitesAndApps: ['Facebook', 'Other'],
    });
    expect(extensions).toEqual({
      x_vic_TypeOfExploitation: 'ForcedCriminality',
      x_vic_MethodsOfControl: 'RestrictsMovement;Other',
      x_vic_RecruitmentWebsitesAndApps: 'Zalo',
    });
  });

  it('are taken from a cell where somebody wrote them', async () => {
    const reading = read(await csv(['prs_FirstName', 'vic_MethodsOfControl'], ['Mai', 'RestrictsMovement']));
    expect(toPerson(reading.rows[0]!).victim!.controlMethods).toEqual(['RestrictsMovement']);
    expect(codesOf(reading, 'vic_MethodsOfControl')).toEqual(['value_is_extension']);
  });
});

describe('version 1.0 consent', () => {
  it('takes the interview question from con_Consent itself', async () => {
    const reading = read(
      await csv(['prs_FirstName', 'con_Consent', 'con_UseOfData'], ['Mai', 'TRUE', 'FALSE']),
    );
    expect(toPerson(reading.rows[0]!).consent).toMatchObject({
      kind: 'answered',
      answers: { interview: 'yes', useOfData: 'no', research: 'not_asked' },
    });
  });
});

describe('rowFingerprint', () => {
  const row = (changes: Partial<HtcdsRow>): HtcdsRow => ({
    line: 2,
    values: {},
    extensions: {},
    unread: {},
    ...changes,
  });

  it('differs when any cell differs', () => {
    const texts = [
      row({}),
      row({ values: { prs_FirstName: 'Mai' } }),
      row({ values: { prs_MiddleName: 'Mai' } }),
      row({ extensions: { prs_FirstName: 'Mai' } }),
      row({ unread: { prs_FirstName: 'Mai' } }),
      row({ values: { prs_Deceased: true } }),
      row({ values: { prs_Deceased: false } }),
    ].map(rowFingerprint);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('does not differ by line, column order, empty columns or order of several values', async () => {
    const one = read(
      await csv(
        ['prs_FirstName', 'vic_MethodsOfControl', 'x_a', 'x_b'],
        ['Mai', 'DebtBondage;Other', '1', '2'],
      ),
    );
    const other = read(
      await csv(
        ['x_b', 'x_a', 'vic_MethodsOfControl', 'prs_Title', 'prs_FirstName'],
        ['', '', '', '', ''],
        ['2', '1', 'Other;DebtBondage', '', 'Mai'],
      ),
    );
    expect(other.rows[0]!.line).not.toBe(one.rows[0]!.line);
    expect(rowFingerprint(other.rows[0]!)).toBe(rowFingerprint(one.rows[0]!));
    expect(isImportable(one, one.rows[0]!)).toBe(true);
  });
});
