/* HTCDS both ways, over HTTP as a browser does it: every field comes back as it went in, and nothing leaves that is sealed, refused or somebody else's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/day.ts';
import { htcdsFields, readHtcds, readTable, writeXlsx } from '../../modules/exchange/index.ts';
import { bringIn, csv, finished, take, upload, uploadRaw } from '../support/exchange.ts';
import { type Json, makeWorld, type Person, type World } from '../support/world.ts';

let world: World;
let phua: Person;
beforeAll(async () => {
  world = await makeWorld();
  phua = await world.as('phua');
});
afterAll(() => world?.stop());

/** A random but seeded row of all 84 fields. */
function inventRow(seed: number): Record<string, string> {
  let state = seed * 2654435761;
  const next = (most: number) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * most);
  };
  const row: Record<string, string> = {};
  for (const field of htcdsFields) {
    if (next(4) === 0 && !['prs_FirstName', 'prs_SecondName'].includes(field.name)) continue;
    row[field.name] = cellOf(field, next);
  }
  return row;
}

function cellOf(field: (typeof htcdsFields)[number], next: (most: number) => number): string {
  const day = () => `${1970 + next(55)}-0${1 + next(9)}-1${next(10)}`;
  const words = [
    'Bản Lầu',
    'nhà bà ngoại; bên suối',
    '=1+1',
    "'=x",
    'dòng một\ndòng hai',
    'Mường "Khương", chợ',
    '中国',
    'ĐI VỀ – 2 lần',
    '@ở',
  ];
  switch (field.type) {
    case 'code':
      return field.options[next(field.options.length)]!.name;
    case 'codes':
      return [
        ...new Set([
          field.options[next(field.options.length)]!.name,
          field.options[next(field.options.length)]!.name,
        ]),
      ].join(';');
    case 'day':
      return day();
    case 'checkbox':
      return next(2) ? 'TRUE' : 'FALSE';
    case 'whole':
      return String(next(40));
    case 'degrees':
      return String(next(180) - 90 + 0.25);
    case 'country':
      return ['VN', 'CN', 'LA'][next(3)]!;
    case 'countries':
      return ['VN', 'CN;VN', 'KH'][next(3)]!;
    case 'language':
      return ['vie', 'hmn', 'zho', 'xyz'][next(4)]!;
    case 'phone':
      return ['+84912345678', '+8613812345678', 'hỏi chị gái'][next(3)]!;
    default:
      return field.name.includes('Name')
        ? ['Mai', 'Thị Hoa', 'Seo  Pao'.replace('  ', ' '), 'Nguyễn'][next(4)]!
        : words[next(words.length)]!;
  }
}

describe('HTCDS both ways', () => {
  const names = htcdsFields.map(field => field.name);
  const tableOf = (rows: readonly Record<string, string>[]) =>
    csv(names, ...rows.map(row => names.map(name => row[name] ?? '')));

  const asWritten = (text: string) => [...text.split(';')].sort().join(';');

  it('every field of forty invented rows comes back from the database as it went in', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index): Record<string, string> => ({ ...inventRow(index + 1), prs_Salutation: `số ${index + 1}` }),
    );
    const { job, lines } = await bringIn(phua, tableOf(rows), { arrival: null }, 'htcds.csv');
    const refused = lines.filter(line => line.outcome === 'refused');
    expect(refused).toEqual([]);
    expect(job.alreadyThere).toBe(0);
    const exported = await take(phua, { ids: lines.map(line => line.person), withSealed: true });
    const header = exported.rows[0]!;
    expect(exported.rows).toHaveLength(41);
    for (const row of rows) {
      const came = exported.rows.find(
        cells => cells[header.indexOf('prs_Salutation')] === row.prs_Salutation,
      )!;
      for (const field of htcdsFields) {
        const went = row[field.name] ?? '';
        if (field.name === 'cas_Status' && went === '') continue;
        const plain =
          field.type === 'codes' || field.type === 'countries' ? asWritten : (text: string) => text;
        expect(plain(came[header.indexOf(field.name)] ?? ''), `${row.prs_Salutation} ${field.name}`).toBe(
          plain(went),
        );
      }
    }
  });

  it('reads the official template as it is filled in by hand, and gives the same values back', async () => {
    const file = readFileSync(
      join(import.meta.dirname, '../../data/htcds/templates/HTCDS Excel Spreadsheet v2.0.xlsx'),
    );
    const template = await readTable(new Uint8Array(file), 'template.xlsx');
    if (template.refused) throw new Error(template.refused.code);
    const sheets = template.sheets.map(sheet => ({
      name: sheet.name,
      rows: sheet.rows.map(row => [...row]),
    }));
    const labels = sheets[0]!.rows[1]!;
    const set = (label: string, text: string, nth = 0) => {
      const at = labels.flatMap((one, index) => (one.trim() === label ? [index] : []))[nth];
      if (at === undefined) throw new Error(`no column ${label}: ${labels.join('|')}`);
      sheets[0]!.rows[2] ??= [];
      sheets[0]!.rows[2]![at] = text;
    };
    set('First Name', 'Mẩy');
    set('Second Name', 'Tẩn');
    set('Gender', 'Feminine');
    set('Mailing Country', 'VN');
    set('Mailing Zip/Postal Code', '330000');
    set('Mailing City', 'Sa Pa');
    set('Status', 'Follow up');
    const { job, understanding } = await upload(phua, await writeXlsx(sheets), 'template.xlsx');
    expect(understanding).toMatchObject({ profile: 'htcds', recognised: 'template', rows: 1 });
    const disputed = understanding.questions.find((question: Json) => question.id === 'disputed_columns');
    expect(disputed).toMatchObject({ answer: 'labels', suggested: 'labels' });
    await phua.ask('/api/imports/plan', { id: job.id, plan: { arrival: null } });
    await phua.ask('/api/imports/start', { id: job.id });
    await finished(phua, job.id);
    const { lines } = await phua.ask('/api/imports/report', { id: job.id });
    expect(lines[0].outcome).toMatch(/in|double/);
    const { table } = await take(phua, { ids: [lines[0].person], withSealed: true });
    expect(table).toMatchObject({
      prs_FirstName: 'Mẩy',
      prs_SecondName: 'Tẩn',
      prs_Gender: 'Feminine',
      prs_MailingCountry: 'VN',
      prs_MailingPostalCode: '330000',
      prs_MailingCity: 'Sa Pa',
      cas_Status: 'FollowUp',
    });
    // The survey form itself is no table of people.
    const survey = readFileSync(join(import.meta.dirname, '../../data/htcds/templates/htcds_xlsform.xlsx'));
    expect((await uploadRaw(phua, survey, 'htcds_xlsform.xlsx')).body.details.why).toBe(
      'htcds_survey_definition',
    );
  });

  it('a status comes in as a screening and a TRUE as nobody’s permission', async () => {
    const { lines } = await bringIn(
      phua,
      csv(
        [
          'prs_FirstName',
          'prs_SecondName',
          'vic_TraffickingStatus',
          'vic_TraffickingStatusDecisionMakingOrg',
          'con_Consent',
          'vic_TypeOfExploitation',
        ],
        ['Dở', 'Sùng', 'ActualVictimOfTrafficking', 'Police', 'TRUE', 'ForcedMarriage'],
      ),
      {},
      'htcds.csv',
    );
    const path = await phua.path(lines[0].person);
    expect(path.parts.assertion.map((row: Json) => [row.assertionKind, row.finding, row.purposes])).toEqual([
      ['screened', 'victim', ['forced_marriage']],
    ]);
    expect(path.parts.consent).toEqual([]);
    const { table } = await take(phua, { ids: [lines[0].person] });
    expect(table).toMatchObject({
      vic_TraffickingStatus: 'ActualVictimOfTrafficking',
      vic_TraffickingStatusDecisionMakingOrg: 'Police',
      con_Consent: 'TRUE',
    });
  });

  it('holds sealed fields back and says so, opens them only for a purpose, and the ledger keeps both', async () => {
    const { lines } = await bringIn(
      phua,
      csv(
        [
          'prs_FirstName',
          'prs_SecondName',
          'prs_MobilePhone',
          'prs_Email',
          'prs_IdentityNumber',
          'my_own_column',
        ],
        ['Chứ', 'Giàng', '0987 654 321', 'chu@example.org', '010301000777', 'gọi chị 0900'],
      ),
      {},
      'htcds.csv',
    );
    const ids = [lines[0].person];
    const shut = await take(phua, { ids });
    expect([shut.table.prs_MobilePhone, shut.table.prs_Email, shut.table.prs_IdentityNumber]).toEqual([
      '',
      '',
      '',
    ]);
    expect(shut.sidecar.rows[0].withheld).toMatchObject({
      prs_MobilePhone: 'sealed',
      prs_Email: 'sealed',
      prs_IdentityNumber: 'sealed',
      prs_MailingStreet: 'sealed',
    });
    expect(JSON.stringify(shut.sidecar)).not.toContain('0987');
    expect(JSON.stringify([shut.rows, shut.sidecar])).not.toContain(ids[0]);
    const open = await take(phua, { ids, withSealed: true, purpose: 'bàn giao cho nhà tạm lánh' });
    expect(open.table).toMatchObject({
      prs_MobilePhone: '+84987654321',
      prs_Email: 'chu@example.org',
      prs_IdentityNumber: '010301000777',
    });
    const entries = await world.owner<Json>(
      "select name, kind, coalesce(purpose, ledger.purpose_of(id)) as purpose, person_ids from ledger.entry where name like 'person.export%' and person_ids @> array[$1::uuid] order by n",
      [ids[0]],
    );
    expect(entries.map(entry => [entry.kind, entry.name, entry.purpose])).toEqual([
      ['list', 'person.export', 'chuyển cho IOM'],
      ['list', 'person.export', 'bàn giao cho nhà tạm lánh'],
      ['open', 'person.export.sealed', 'bàn giao cho nhà tạm lánh'],
    ]);
    const [row] = await world.owner<Json>(
      'select to_jsonb(p) as open, (select to_jsonb(i) from imported i where i.person = p.id) as rest from person p where id = $1',
      [ids[0]],
    );
    // Long enough not to come about by chance among the digits of what is sealed.
    expect(JSON.stringify(row)).not.toMatch(/0987 ?654|84987654321|chu@example|010301000777|gọi chị/);
  });

  it('leaves out who has not allowed the use, and names who refused one', async () => {
    const { lines } = await bringIn(
      phua,
      csv(['prs_FirstName', 'prs_SecondName'], ['Không', 'Thào'], ['Có', 'Thào']),
      {},
      'htcds.csv',
    );
    const [no, yes] = lines.map(line => line.person);
    const answered = { consentPurpose: 'research', givenBy: 'herself' };
    await phua.act('consent.record', { person: no, given: 'no', ...answered });
    await phua.act('consent.record', { person: yes, given: 'yes', ...answered });
    const all = await take(phua, { ids: [no, yes] });
    expect(all.answer).toMatchObject({ rows: 2, consentRefused: 1 });
    expect(all.sidecar.consent.refused).toHaveLength(1);
    const allowed = await take(phua, { ids: [no, yes], onlyAllowed: 'research' });
    expect(allowed.answer).toMatchObject({ rows: 1, leftOut: { noConsent: 1, glass: 0 } });
    expect(allowed.table.prs_FirstName).toBe('Có');
  });

  it('what another office holds does not leave, unless it was shared, and then only that', async () => {
    const { lines } = await bringIn(
      phua,
      csv(['prs_FirstName', 'prs_SecondName', 'prs_MaritalStatus'], ['Riêng', 'Cư', 'Single']),
      {},
      'htcds.csv',
    );
    const thang = await world.as('thang');
    expect(
      (
        await thang.ask('/api/export', {
          record: 'person',
          profile: 'htcds',
          ids: [lines[0].person],
          purpose: 'xem',
        })
      ).rows,
    ).toBe(0);
    const found = await thang.ask('/api/offices', { ids: [thang.office] });
    expect(found.offices).toHaveLength(1);
    await phua.act('referral.send', {
      person: lines[0].person,
      toOffice: thang.office,
      referralPurpose: 'services',
      sharedFields: ['person.fullName'],
      ground: 'legal_duty',
      groundArticle: 'Điều 10',
      until: addDays(world.today(), 14),
    });
    const { table, sidecar } = await take(thang, { ids: [lines[0].person], withSealed: true });
    expect([table.prs_FirstName, table.prs_SecondName, table.prs_MaritalStatus]).toEqual(['Riêng', 'Cư', '']);
    expect(sidecar.rows[0].withheld.prs_MaritalStatus).toBe('no_right');
    expect(sidecar.rows[0].withheld.prs_FirstName).toBeUndefined();
  });

  it('a telephone leaves the same way however it came, and no mark stands before it', async () => {
    const { id } = await phua.act('person.register', {
      fullName: 'Giàng Thị Xua',
      phone: '0912 345 678',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    const first = await take(phua, { ids: [id], withSealed: true });
    expect(first.table.prs_MobilePhone).toBe('+84912345678');
    const bytes = Buffer.from(first.answer.files[0].base64, 'base64');
    expect(bytes.toString('utf8')).not.toMatch(/'\+?84/);
    const thang = await world.as('thang');
    // As it is, and as exports wrote it before: with an apostrophe.
    for (const text of [
      bytes.toString('utf8'),
      bytes.toString('utf8').replace('+84', "'+84").replace('Xua', 'Xúa'),
    ]) {
      const { lines } = await bringIn(thang, Buffer.from(text), {}, 'htcds.csv');
      const again = await take(thang, { ids: [lines[0].person], withSealed: true });
      expect(again.table.prs_MobilePhone).toBe('+84912345678');
      expect(Buffer.from(again.answer.files[0].base64, 'base64').toString('utf8')).not.toMatch(/'\+?84/);
    }
  });

  it('a list leaves as it stands on the screen', async () => {
    const answer = await phua.ask('/api/export', {
      record: 'person',
      profile: 'list',
      format: 'xlsx',
      purpose: 'báo cáo tháng',
      filter: { sex: { is: 'female' } },
    });
    const read = await readTable(Buffer.from(answer.files[0].base64, 'base64'), answer.files[0].name);
    if (read.refused) throw new Error(read.refused.code);
    const [header, first] = read.sheets[0]!.rows;
    expect(header).toEqual(expect.arrayContaining(['Số', 'Họ và tên', 'Ngày sinh', 'Giới tính']));
    expect(first![header!.indexOf('Giới tính')]).toBe('Nữ');
    expect(answer.rows).toBe(read.sheets[0]!.rows.length - 1);
    expect(readHtcds(read).refused?.code).toBe('not_htcds');
  });
});
