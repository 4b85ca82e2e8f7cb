/* The traps in HTCDS's own artefacts, one test or more each, numbered as in the research notes (standards.md §1.4). */
import { describe, expect, it } from 'vitest';
import {
  codesOf,
  csv,
  fillTemplate,
  plainTemplate,
  read,
  readFile,
  surveyForm,
  validatedTemplate,
} from './fixtures.ts';
import { htcdsNames } from './profile.ts';
import { isImportable, readHtcds } from './read.ts';

/** A survey file: the real form's names as header, one row of answers by name. */
async function survey(answers: Record<string, string>) {
  const form = await readFile(surveyForm);
  const names = form.sheets[0]!.rows.slice(1)
    .map(row => row[1]!)
    .filter(Boolean);
  expect(Object.keys(answers).filter(name => !names.includes(name))).toEqual([]);
  return csv(
    names,
    names.map(name => answers[name] ?? ''),
  );
}

describe('refusals', () => {
  it('refuses a table without HTCDS names or labels', async () => {
    expect(readHtcds(await csv(['Họ tên', 'Ngày sinh'], ['Vàng Thị Mai', '1998'])).refused).toEqual({
      code: 'not_htcds',
      params: {},
    });
  });

  it('refuses the survey form itself', async () => {
    expect(readHtcds(await readFile(surveyForm)).refused?.code).toBe('htcds_survey_definition');
  });

  it('does not import a row with an unreadable cell, and keeps the cell', async () => {
    const reading = read(
      await csv(['prs_FirstName', 'prs_Birthdate'], ['Mai', '31/02/1998'], ['Nam', '1998-01-31']),
    );
    expect(reading.rows.map(row => isImportable(reading, row))).toEqual([false, true]);
    expect(reading.rows[0]).toMatchObject({
      values: { prs_Birthdate: null },
      unread: { prs_Birthdate: '31/02/1998' },
    });
  });

  it.each([
    ['prs_Birthdate', '03/07/98', 'day_unreadable'],
    ['prs_Birthdate', '35981', 'day_unreadable'],
    ['prs_Birthdate', '2023-02-29', 'day_unreadable'],
    ['prs_NumberOfChildren', 'hai', 'number_unreadable'],
    ['prs_NumberOfChildren', '-1', 'number_unreadable'],
    ['vic_AgeWhenTrafficked', '151', 'number_out_of_range'],
    ['hte_Latitude', '91', 'number_out_of_range'],
    ['prs_Deceased', 'maybe', 'checkbox_unreadable'],
    ['cas_Status', 'Not Active', 'value_unknown'],
    ['cas_Status', 'Closed;Active', 'several_values'],
    ['prs_Citizenship', 'Atlantis', 'country_unknown'],
  ])('%s does not take “%s”', async (name, cell, code) => {
    const reading = read(await csv(['prs_Salutation', name], ['Chị', cell]));
    expect(reading.rows[0]!.values[name as 'prs_Birthdate']).toBeNull();
    expect(reading.rows[0]!.unread).toEqual({ [name]: cell });
    expect(reading.issues).toEqual([
      expect.objectContaining({ row: 2, column: name, code, severity: 'error' }),
    ]);
  });

  it('puts no cell content into issues', async () => {
    const table = await csv(
      ['prs_FirstName', 'prs_MobilePhone', 'prs_Gender', 'prs_Citizenship'],
      ['Mai', 'bí mật', 'bí mật', 'VN;bí mật'],
    );
    expect(JSON.stringify(read(table).issues)).not.toContain('bí mật');
  });
});

describe('1. names in hidden row 1, labels in row 2, column A for row numbers', () => {
  it.each([plainTemplate, validatedTemplate])('recognises the empty %s', async name => {
    const reading = read(await readFile(name));
    expect(reading).toMatchObject({ recognised: 'template', rows: [], questions: [] });
    expect(reading.issues.filter(issue => issue.severity !== 'info')).toEqual([]);
    expect(reading.columns[0]).toMatchObject({ letters: 'A', use: 'ignored' });
  });

  it.each([plainTemplate, validatedTemplate])('reads data from row 3 of %s', async name => {
    const reading = read(await fillTemplate({ D3: 'Mai', E3: 'Vàng', D5: 'Nam' }, name));
    expect(
      reading.rows.map(({ line, values }) => [line, values.prs_FirstName, values.prs_SecondName]),
    ).toEqual([
      [3, 'Mai', 'Vàng'],
      [5, 'Nam', null],
    ]);
    expect(reading.rows[0]!.extensions).toEqual({});
  });

  it('reads by labels when somebody deleted the hidden row', async () => {
    const table = await fillTemplate({ D3: 'Mai', E3: 'Vàng', N3: 'Thôn 2' });
    table.sheets[0]!.rows.shift();
    const reading = read(table);
    expect(reading.recognised).toBe('template');
    expect(codesOf(reading, null)).toEqual(['names_row_missing']);
    expect(reading.rows[0]).toMatchObject({
      line: 2,
      values: { prs_FirstName: 'Mai', prs_SecondName: 'Vàng', prs_MailingStreet: 'Thôn 2' },
    });
  });
});

describe('2. columns N–R are named one way and labelled another', () => {
  const labelled = { N3: 'Thôn 2', O3: 'Sa Pa', P3: 'Lào Cai', Q3: '31700', R3: 'VN' };
  const undecided = { N3: 'Thôn 2', P3: 'Lào Cai' };

  it('holds the cells back and asks, when they do not tell', async () => {
    const reading = read(await fillTemplate({ D3: 'Mai', ...undecided }));
    const [row] = reading.rows;
    expect(row!.values).not.toHaveProperty('prs_MailingCity');
    expect(row!.unread).toEqual({ 'column N': 'Thôn 2' });
    // Column P is the province both ways.
    expect(row!.values.prs_MailingState).toBe('Lào Cai');
    expect(isImportable(reading, row!)).toBe(false);
    expect(codesOf(reading, null)).toEqual(['address_columns_open']);
    expect(reading.questions).toEqual([
      expect.objectContaining({ id: 'disputed_columns', suggested: 'labels', answeredBy: null }),
    ]);
    expect(reading.questions[0]!.columns).toEqual([
      { column: 13, letters: 'N', named: 'prs_MailingCity', labelled: 'prs_MailingStreet' },
      { column: 14, letters: 'O', named: 'prs_MailingCountry', labelled: 'prs_MailingCity' },
      { column: 16, letters: 'Q', named: 'prs_MailingStreet', labelled: 'prs_MailingPostalCode' },
      { column: 17, letters: 'R', named: 'prs_MailingPostalCode', labelled: 'prs_MailingCountry' },
    ]);
  });

  it('asks also when the cells contradict both readings', async () => {
    const reading = read(await fillTemplate({ D3: 'Mai', O3: 'Sa Pa', R3: 'không rõ' }));
    expect(reading.questions[0]!.answeredBy).toBeNull();
  });

  it('asks when one reading has support but the other is not contradicted', async () => {
    const reading = read(await fillTemplate({ D3: 'Mai', Q3: '31700' }));
    expect(reading.questions[0]!.answeredBy).toBeNull();
  });

  it('decides by content for the labels, and says so', async () => {
    const reading = read(await fillTemplate(labelled));
    expect(reading.rows[0]!.values).toMatchObject({
      prs_MailingStreet: 'Thôn 2',
      prs_MailingCity: 'Sa Pa',
      prs_MailingState: 'Lào Cai',
      prs_MailingPostalCode: '31700',
      prs_MailingCountry: 'VN',
    });
    expect(codesOf(reading, null)).toEqual(['address_columns_by_content']);
    expect(reading.questions[0]!.answeredBy).toBe('content');
  });

  it('decides by content for the names', async () => {
    const reading = read(
      await fillTemplate({ N3: 'Sa Pa', O3: 'VN', P3: 'Lào Cai', Q3: 'Thôn 2', R3: '31700' }),
    );
    expect(reading.rows[0]!.values).toMatchObject({ prs_MailingStreet: 'Thôn 2', prs_MailingCountry: 'VN' });
  });

  it('takes an answer, also column by column, and lets it overrule the content', async () => {
    const byNames = read(await fillTemplate(undecided), { disputedColumns: 'names' });
    expect(byNames.rows[0]!.values).toMatchObject({ prs_MailingCity: 'Thôn 2', prs_MailingState: 'Lào Cai' });
    expect(byNames.questions[0]!.answeredBy).toBe('caller');
    const single = read(await fillTemplate(labelled), {
      disputedColumns: { 13: 'prs_MailingStreet', 14: null },
    });
    expect(single.rows[0]!.values.prs_MailingStreet).toBe('Thôn 2');
    expect(single.rows[0]!.extensions).toMatchObject({ x_column_O: 'Sa Pa', x_column_Q: '31700' });
  });
});

describe('3. T1 lacks a g', () => {
  it('reads the column all the same', async () => {
    const reading = read(await fillTemplate({ T3: 'Court or prosecution' }));
    expect(reading.rows[0]!.values.vic_TraffickingStatusDecisionMakingOrg).toBe('CourtOrProsecution');
  });
});

describe('4. AJ1 is blank', () => {
  it('goes by the label, and says so', async () => {
    const reading = read(await fillTemplate({ AJ3: 'Additional Services Required' }));
    expect(reading.rows[0]!.values.cas_ReasonForOutgoingReferral).toBe('AdditionalServicesRequired');
    expect(codesOf(reading, 'cas_ReasonForOutgoingReferral')).toContain('column_by_label');
  });
});

describe('5. 38 labels, 37 names', () => {
  it('finds all 38 core fields, each once', async () => {
    const { columns } = read(await readFile(plainTemplate));
    const fields = columns.filter(({ use }) => use === 'field').map(({ field }) => field);
    expect(fields).toHaveLength(38);
    expect(new Set(fields).size).toBe(38);
  });
});

describe('6. labels in one column, names in the next, in any case', () => {
  it.each([
    ['H3', 'NonSpecifiedUnknown', 'prs_Gender', 'NonSpecifiedUnknown'],
    ['H3', 'Not Specified/Unknown', 'prs_Gender', 'NonSpecifiedUnknown'],
    ['H3', 'transgenderfeminine', 'prs_Gender', 'TransgenderFeminine'],
    ['S3', 'possible victim of trafficking', 'vic_TraffickingStatus', 'PossibleVictimOfTrafficking'],
    [
      'T3',
      'Non-police governmental organisation',
      'vic_TraffickingStatusDecisionMakingOrg',
      'NonPoliceGovernmentalOrganization',
    ],
    ['U3', 'At work', 'vic_MethodOfRecruitment', ['AtWork']],
    ['W3', 'Threats of law enforcement', 'vic_MethodsOfControl', ['ThreatsLawEnforcement']],
    [
      'X3',
      'Forced military (by non-state actors)',
      'vic_TypeOfExploitation',
      ['ForcedMilitaryByNonStateActors'],
    ],
    ['X3', 'FORCED LABOR', 'vic_TypeOfExploitation', ['ForcedLabour']],
    ['F3', 'Yes', 'con_Consent', true],
    ['F3', 'không', 'con_Consent', false],
  ])('%s “%s”', async (cell, text, name, value) => {
    const reading = read(await fillTemplate({ [cell]: text }));
    expect(reading.rows[0]!.values[name as 'prs_Gender']).toEqual(value);
    expect(reading.rows[0]!.unread).toEqual({});
  });

  it('knows every value the validated template offers', async () => {
    const { sheets } = await readFile(validatedTemplate);
    const lists = sheets.find(({ name }) => name === 'validation')!.rows;
    const cells = {
      B: 'H',
      F: 'U',
      G: 'W',
      H: 'X',
      I: 'Y',
      J: 'Z',
      L: 'AB',
      M: 'AF',
      N: 'AJ',
      O: 'S',
      P: 'T',
    };
    let tried = 0;
    for (const [list, column] of Object.entries(cells)) {
      const values = lists.slice(3).map(row => row[list.charCodeAt(0) - 65] ?? '');
      const filled = Object.fromEntries(values.filter(Boolean).map((text, i) => [`${column}${i + 3}`, text]));
      const reading = read(await fillTemplate(filled, validatedTemplate));
      expect(reading.rows.map(row => row.unread)).toEqual(Object.keys(filled).map(() => ({})));
      tried += Object.keys(filled).length;
    }
    expect(tried).toBeGreaterThan(80);
  });
});

describe('7. several values: semicolons in Excel, blanks in surveys', () => {
  it('splits at semicolons in the template', async () => {
    const reading = read(await fillTemplate({ W3: 'Debt bondage ; False promises;Physical abuse' }));
    expect(reading.rows[0]!.values.vic_MethodsOfControl).toEqual([
      'DebtBondage',
      'FalsePromises',
      'PhysicalAbuse',
    ]);
  });

  it('splits at blanks in a survey', async () => {
    const reading = read(await survey({ vic_Methods_of_Control: 'DebtBondage FalsePromises' }));
    expect(reading.recognised).toBe('xlsform');
    expect(reading.rows[0]!.values.vic_MethodsOfControl).toEqual(['DebtBondage', 'FalsePromises']);
  });

  it('takes the other way where it leaves nothing over', async () => {
    const reading = read(
      await csv(['prs_FirstName', 'vic_TypeOfExploitation'], ['Mai', 'ForcedMarriage ForcedLabour']),
    );
    expect(reading.rows[0]!.values.vic_TypeOfExploitation).toEqual(['ForcedMarriage', 'ForcedLabour']);
  });

  it('does not break labels that hold a semicolon themselves', async () => {
    const label = 'Water supply; sewerage, waste management and remediation';
    const reading = read(await fillTemplate({ Y3: label }));
    expect(reading.rows[0]!.values.vic_ForcedLabourIndustry).toBe('E_WaterSupplySewerageWasteManagement');
    expect(codesOf(reading, 'vic_ForcedLabourIndustry')).toEqual([]);
  });

  it('keeps the known ones and reports the rest', async () => {
    const reading = read(
      await csv(['prs_FirstName', 'vic_MethodsOfControl'], ['Mai', 'DebtBondage;Hypnosis']),
    );
    expect(reading.rows[0]).toMatchObject({
      values: { vic_MethodsOfControl: ['DebtBondage'] },
      unread: { vic_MethodsOfControl: 'DebtBondage;Hypnosis' },
    });
  });

  it('finds no code inside a sentence', async () => {
    const reading = read(
      await csv(['prs_FirstName', 'vic_TypeOfExploitation'], ['Mai', 'not ForcedMarriage']),
    );
    expect(reading.rows[0]).toMatchObject({
      values: { vic_TypeOfExploitation: null },
      unread: { vic_TypeOfExploitation: 'not ForcedMarriage' },
    });
  });

  it('gathers one column per choice, as Kobo writes them', async () => {
    const header = [
      'prs_First_Name',
      'group/vic_Methods_of_Control/DebtBondage',
      'group/vic_Methods_of_Control/Other',
    ];
    const reading = read(await csv(header, ['Mai', '1', '0'], ['Nam', '1', '1']));
    expect(reading.rows.map(row => row.values.vic_MethodsOfControl)).toEqual([
      ['DebtBondage'],
      ['DebtBondage', 'Other'],
    ]);
  });
});

describe('8. the survey has names of its own', () => {
  it('reads every column of the real form', async () => {
    const reading = read(
      await survey({ prs_First_Name: 'Mai', prs_Second_Name: 'Vàng', prs_Title: 'Trưởng thôn' }),
    );
    expect(reading.rows[0]!.values).toMatchObject({
      prs_FirstName: 'Mai',
      prs_SecondName: 'Vàng',
      prs_Title: 'Trưởng thôn',
    });
    const unknown = reading.columns.filter(({ use }) => use === 'extension').map(({ header }) => header);
    expect(unknown).toEqual(['start', 'end', '__version__']);
    expect(reading.columns.filter(({ use }) => use === 'field')).toHaveLength(31);
  });

  it('is not misled by the label “Second Name” over prs_Title', async () => {
    const labels = ['First Name', 'Second Name', 'Second Name'];
    const reading = read(
      await csv(['prs_First_Name', 'prs_Second_Name', 'prs_Title'], labels, ['Mai', 'Vàng', 'y tá']),
    );
    expect(reading.rows).toHaveLength(1);
    expect(reading.rows[0]!.values).toEqual({
      prs_FirstName: 'Mai',
      prs_SecondName: 'Vàng',
      prs_Title: 'y tá',
    });
  });

  it('finds names at the end of group paths', async () => {
    const reading = read(await csv(['person/prs_First_Name', 'person-prs_Gender'], ['Mai', 'Feminine']));
    expect(reading.rows[0]!.values).toEqual({ prs_FirstName: 'Mai', prs_Gender: 'Feminine' });
  });
});

describe('9. blanks that do not show', () => {
  it('knows the real choice names and labels with trailing blanks and U+00A0', async () => {
    const form = await readFile(surveyForm);
    const choices = form.sheets[1]!.rows;
    const debt = choices.find(row => row[1]?.startsWith('DebtBondage'))![1]!;
    const label = choices.find(row => row[2]?.startsWith('Non-Conforming'))![2]!;
    expect(debt).toBe('DebtBondage ');
    expect(label).toBe('Non-Conforming\u00a0');
    const reading = read(
      await survey({ vic_Methods_of_Control: `${debt} FalsePromises`, prs_Gender: label }),
    );
    expect(reading.rows[0]!.values).toMatchObject({
      vic_MethodsOfControl: ['DebtBondage', 'FalsePromises'],
      prs_Gender: 'NonConforming',
    });
  });

  it('trims them from texts and headers', async () => {
    const reading = read(
      await csv(['\u00a0prs_FirstName ', 'prs_SecondName'], ['\u00a0 Mai\u00a0', '\u200bVàng']),
    );
    expect(reading.rows[0]!.values).toEqual({ prs_FirstName: 'Mai', prs_SecondName: 'Vàng' });
  });
});

describe('10. the survey allows several industries and one citizenship', () => {
  it('takes the first industry, keeps the others, and warns', async () => {
    const reading = read(
      await survey({ vic_ForcedLabourIndustry: 'C_Manufacturing F_Construction P_Education' }),
    );
    expect(reading.rows[0]).toMatchObject({
      values: { vic_ForcedLabourIndustry: 'C_Manufacturing' },
      extensions: { x_vic_ForcedLabourIndustry: 'F_Construction;P_Education' },
    });
    expect(reading.issues).toContainEqual({
      row: 2,
      column: 'vic_ForcedLabourIndustry',
      code: 'several_values_first_taken',
      params: { count: 3 },
      severity: 'warning',
    });
  });

  it('makes one citizenship a list of one', async () => {
    expect(read(await survey({ prs_Citizenship: 'VN' })).rows[0]!.values.prs_Citizenship).toEqual(['VN']);
  });

  it('does without the columns the survey lacks', async () => {
    const { values } = read(await survey({ prs_First_Name: 'Mai' })).rows[0]!;
    expect(values).not.toHaveProperty('cas_ReferredOrganisation');
  });
});

describe('11. one value, two labels', () => {
  it.each(['Follow up', 'Follow Up', 'FollowUp'])('%s', async text => {
    expect(read(await fillTemplate({ AB3: text })).rows[0]!.values.cas_Status).toBe('FollowUp');
  });

  it.each(['Migration or Change of Location', 'Migration Or Change Of Location'])('%s', async text => {
    const reading = read(await fillTemplate({ AF3: text }));
    expect(reading.rows[0]!.values.cas_ReasonForIncomingReferral).toBe('MigrationOrChangeOfLocation');
  });
});

describe('12. Unaquainted is the standard’s spelling', () => {
  it.each(['Unaquainted', 'Unacquainted', 'unaquainted '])('“%s”', async text => {
    const reading = read(await csv(['prs_FirstName', 'vic_RelationshipToTrafficker'], ['Mai', text]));
    expect(reading.rows[0]!.values.vic_RelationshipToTrafficker).toBe('Unaquainted');
  });
});

describe('13. countries of two and three letters, languages of three', () => {
  it.each([
    ['VN', ['VN']],
    ['VNM', ['VN']],
    ['VNM;CHN', ['VN', 'CN']],
    ['vn cn', ['VN', 'CN']],
    ['Viet Nam', ['VN']],
    ['Việt Nam, Trung Quốc', ['VN', 'CN']],
    ["Lao People's Democratic Republic", ['LA']],
    ['Campuchia', ['KH']],
    ['Côte d’Ivoire', ['CI']],
    ['Stateless', ['XXA']],
    ['Không quốc tịch', ['XXA']],
    ['XXA', ['XXA']],
  ])('citizenship “%s”', async (text, countries) => {
    const reading = read(await csv(['prs_FirstName', 'prs_Citizenship'], ['Mai', text]));
    expect(reading.rows[0]!.values.prs_Citizenship).toEqual(countries);
  });

  it('keeps a country of an address as written when it is none', async () => {
    const reading = read(await csv(['hte_City', 'hte_Country'], ['Ruili', 'biên giới']));
    expect(reading.rows[0]!.values.hte_Country).toBe('biên giới');
    expect(codesOf(reading, 'hte_Country')).toEqual(['country_unknown']);
  });

  it('knows the 249 countries of the survey form', async () => {
    const form = await readFile(surveyForm);
    const countries = form.sheets[1]!.rows.filter(row => row[0] === 'citizenship').map(row => [row[1]!]);
    const reading = read(
      await csv(['prs_Citizenship', 'prs_FirstName'], ...countries.map(([code]) => [code!, 'A'])),
    );
    expect(countries).toHaveLength(249);
    expect(reading.rows.map(row => row.values.prs_Citizenship)).toEqual(countries);
  });

  it.each([
    ['VIE', 'vie', []],
    ['vi', 'vie', ['language_converted']],
    ['tiếng Mông', 'tiếng Mông', ['language_unknown']],
  ])('language “%s”', async (text, language, codes) => {
    const reading = read(await csv(['prs_FirstName', 'prs_PrimaryLanguage'], ['Mai', text]));
    expect(reading.rows[0]!.values.prs_PrimaryLanguage).toBe(language);
    expect(codesOf(reading, 'prs_PrimaryLanguage')).toEqual(codes);
  });
});

describe('14. older versions, and telephones as people write them', () => {
  it('reads prs_Nationality as citizenship', async () => {
    const reading = read(await csv(['prs_FirstName', 'prs_Nationality'], ['Mai', 'Vietnamese']));
    expect(reading.rows[0]!.values.prs_Citizenship).toEqual(['VN']);
    expect(codesOf(reading, 'prs_Citizenship')).toContain('version_older');
  });

  it('keeps the deprecated vulnerabilities, and says they are', async () => {
    const reading = read(
      await csv(['prs_FirstName', 'vic_Vulnerabilities'], ['Mai', 'Poverty;Mental Health']),
    );
    expect(reading.rows[0]!.values.vic_Vulnerabilities).toEqual(['Poverty', 'MentalHealth']);
    expect(codesOf(reading, 'vic_Vulnerabilities')).toContain('field_deprecated');
  });

  it('knows the values of 0.2', async () => {
    const header = ['prs_Gender', 'vic_MethodOfRecruitment', 'vic_TypeOfExploitation'];
    const reading = read(await csv(header, ['Female', 'EducationalFacility;Work', 'IllicitActivities']));
    expect(reading.rows[0]).toMatchObject({
      values: {
        prs_Gender: 'Feminine',
        vic_MethodOfRecruitment: ['AtAnEducationalInstitution', 'AtWork'],
        vic_TypeOfExploitation: ['Other'],
      },
      extensions: { x_vic_TypeOfExploitation: 'ForcedCriminality' },
    });
    expect(codesOf(reading, 'prs_Gender')).toEqual(['value_of_older_version']);
  });

  it('keeps the consent questions of 1.0 as answers', async () => {
    const header = ['prs_FirstName', 'con_Consent', 'con_PurposeOfInterview', 'con_RightToBeForgotten'];
    const reading = read(await csv(header, ['Mai', 'TRUE', 'TRUE', 'FALSE']));
    expect(reading.recognised).toBe('names');
    expect(reading.rows[0]!.extensions).toEqual({ x_con_Purpose: 'yes', x_con_RightToRequest: 'no' });
  });

  it.each([
    ['0912 345 678', '+84912345678', 'phone_national'],
    ['84912345678', '+84912345678', 'phone_national'],
    ['0084 912 345 678', '+84912345678', null],
    ['+84 (0)912', '+84 (0)912', 'phone_unsure'],
    ['0214 3840 888', '+842143840888', 'phone_national'],
    ['+86 138-1234-5678', '+8613812345678', null],
    ['912345678', '912345678', 'phone_unsure'],
    ['0912 345 678 (em gái)', '0912 345 678 (em gái)', 'phone_unsure'],
  ])('telephone “%s”', async (text, phone, code) => {
    const reading = read(await csv(['prs_FirstName', 'prs_MobilePhone'], ['Mai', text]));
    expect(reading.rows[0]!.values.prs_MobilePhone).toBe(phone);
    expect(codesOf(reading, 'prs_MobilePhone')).toEqual(code ? [code] : []);
  });
});

describe('further', () => {
  it('takes names in any order and case, and keeps and reports unknown columns', async () => {
    const header = ['Ghi chú', 'PRS_SECONDNAME', 'x_team', 'prs_FirstName', ''];
    const reading = read(await csv(header, ['kín', 'Vàng', 'đội 2', 'Mai', 'lạ']));
    expect(reading.recognised).toBe('names');
    expect(reading.rows[0]).toMatchObject({
      values: { prs_FirstName: 'Mai', prs_SecondName: 'Vàng' },
      extensions: { 'x_Ghi chú': 'kín', x_team: 'đội 2', x_column_E: 'lạ' },
    });
    expect(codesOf(reading, 'Ghi chú')).toEqual(['column_unknown']);
    expect(codesOf(reading, 'x_team')).toEqual([]);
  });

  it('takes the first of two columns for one field, and keeps the second', async () => {
    const reading = read(await csv(['prs_FirstName', 'prs_Gender', 'prs_First_Name'], ['Mai', 'F', 'May']));
    expect(reading.rows[0]).toMatchObject({
      values: { prs_FirstName: 'Mai' },
      extensions: { x_prs_FirstName_C: 'May' },
    });
    expect(codesOf(reading, 'prs_FirstName')).toEqual(['column_repeated']);
  });

  it('keeps a half-known birth date beside the empty cell', async () => {
    const reading = read(await csv(['prs_FirstName', 'prs_Birthdate'], ['Mai', '1998'], ['Nam', '07/1998']));
    expect(reading.rows.map(row => [row.values.prs_Birthdate, row.extensions.x_prs_Birthdate])).toEqual([
      [null, '1998'],
      [null, '1998-07'],
    ]);
    expect(isImportable(reading, reading.rows[0]!)).toBe(true);
  });

  it('lets one certain day settle the order of all', async () => {
    const header = ['prs_FirstName', 'prs_Birthdate'];
    const dayFirst = read(await csv(header, ['Mai', '03/07/1998'], ['Nam', '25/12/1990']));
    expect(dayFirst.rows.map(row => row.values.prs_Birthdate)).toEqual(['1998-07-03', '1990-12-25']);
    expect(dayFirst.questions).toEqual([]);
    const monthFirst = read(await csv(header, ['Mai', '03/07/1998'], ['Nam', '12/25/1990']));
    expect(monthFirst.rows.map(row => row.values.prs_Birthdate)).toEqual(['1998-03-07', '1990-12-25']);
  });

  it('asks for the order when no day tells, reading them day first meanwhile', async () => {
    const table = await csv(['prs_FirstName', 'prs_Birthdate'], ['Mai', '03/07/1998']);
    const open = read(table);
    expect(open.questions).toEqual([
      expect.objectContaining({ id: 'day_order', columns: ['prs_Birthdate'], answeredBy: null }),
    ]);
    expect(open.rows[0]!.values.prs_Birthdate).toBe('1998-07-03');
    expect(isImportable(open, open.rows[0]!)).toBe(false);
    const answered = read(table, { dayOrder: 'month-first' });
    expect(answered.rows[0]!.values.prs_Birthdate).toBe('1998-03-07');
    expect(isImportable(answered, answered.rows[0]!)).toBe(true);
  });

  it('counts assumptions instead of repeating them', async () => {
    const rows = Array.from({ length: 30 }, () => ['Mai', '0912345678']);
    const reading = read(await csv(['prs_FirstName', 'prs_MobilePhone'], ...rows));
    expect(reading.issues).toEqual([
      { row: 2, column: 'prs_MobilePhone', code: 'phone_national', params: { count: 30 }, severity: 'info' },
    ]);
  });

  it('finds the HTCDS sheet among others, whatever its place', async () => {
    const table = await fillTemplate({ D3: 'Mai' }, validatedTemplate);
    table.sheets.reverse();
    expect(read(table).sheet).toBe('Case Sheet');
  });

  it('reads all 84 names', async () => {
    const reading = read(
      await csv(
        [...htcdsNames],
        htcdsNames.map(() => ''),
      ),
    );
    expect(reading.columns.map(({ field }) => field)).toEqual(htcdsNames);
    expect(reading.rows).toEqual([]);
  });
});
