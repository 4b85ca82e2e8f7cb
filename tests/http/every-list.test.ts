/* Every list goes out as a spreadsheet, and its sheet is the list: the same rows in the same order, a cell filled exactly where the reader's own list shows a value, and
 * nothing for whoever may not see the list. Walks every record as every office-holder, every list that is made of several records, and every screen with a table. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { getUnitByCode } from '../../db/seed/units.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { isProtected, type RecordDeclaration } from '../../kernel/record/record.ts';
import { readTable } from '../../modules/exchange/index.ts';
import { records } from '../../modules/index.ts';
import { say } from '../../server/locales.ts';
import { root } from '../../server/root.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

const shelter = getOffice('nhan-ai/nha@2025').id;
const pc02 = getOffice('cong-an/pc02@2025').id;
const keys = [
  'phua',
  'quyet',
  'nhai',
  'my',
  'van',
  'san',
  'thang',
  'nam',
  'hang',
  'vinh',
  'hoai-nam',
  'chau',
  'khai',
];
const purpose = 'họp giao ban';

let world: World;
let people: Person[];
let who: Record<string, Person>;
let file: string;
let house: string;

beforeAll(async () => {
  world = await makeWorld();
  people = await Promise.all(keys.map(key => world.as(key)));
  who = Object.fromEntries(people.map(person => [person.key, person]));
  const { phua, my, van } = who as Record<'phua' | 'my' | 'van', Person>;
  const today = world.today();
  const arrived = { route: 'self_return', arrivedAt: world.now(), entry: 'screen', sex: 'female' };
  file = (await phua.act('person.register', { ...arrived, fullName: 'Sùng Thị Chở', phone: '0912 000 111' }))
    .id;
  await phua.act('person.register', { ...arrived, fullName: 'Lý Thị Máy', interpreter: 'declined' });
  await phua.act('verification.request', { person: file, toOffice: pc02, receivedOn: today });
  const consent = await phua.act('consent.record', {
    person: file,
    consentPurpose: 'referral',
    given: 'yes',
    givenBy: 'herself',
  });
  const sent = await phua.act('referral.send', {
    person: file,
    toOffice: shelter,
    referralPurpose: 'shelter',
    services: ['safe_house'],
    sharedFields: ['person.fullName', 'person.sex', 'person.state'],
    ground: 'consent',
    consent: consent.id,
    until: addDays(today, 30),
  });
  await my.act('referral.accept', {}, { subject: sent.id });
  house = (
    await my.act('facility.register', {
      name: 'Nhà Nhân ái',
      facilityKind: 'shelter',
      services: ['safe_house'],
      servedSex: ['female'],
      withChildren: 'yes',
      servedNationality: 'anyone',
      languages: ['vie'],
      unit: getUnitByCode('02647', '2025-07-02' as Day).id,
      secretPlace: 'yes',
      opening: 'Cả ngày đêm',
      roundTheClock: 'yes',
      contactOffice: shelter,
    })
  ).id;
  await my.act('facilityAddress.record', { facility: house, fromDay: today, address: 'Số 4, ngõ 12' });
  await my.act('capacityChange.record', {
    facility: house,
    fromDay: today,
    places: 4,
    capacityReason: 'first_entry',
  });
  await my.act('stay.admit', { person: file, facility: house, admittedOn: today, places: 1 });
  const visit = { facility: house, reviewKind: 'regular', visitedOn: today, announced: 'no' };
  const review = (await van.act('facilityReview.begin', visit)).id;
  const finding = 'Một phòng tắm không khóa được';
  await van.act('standardsCheck.note', { review, item: 'wash', answer: 'partly', finding });
  await van.act('improvement.require', {
    review,
    item: 'wash',
    finding,
    measure: 'Thay khóa',
    owner: shelter,
    dueOn: addDays(today, 20),
  });
}, 120_000);
afterAll(() => world?.stop());

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

async function sheetsOf(answer: Json): Promise<readonly Sheet[]> {
  const [made] = answer.files;
  const read = await readTable(Buffer.from(made.base64, 'base64'), made.name);
  if (read.refused) throw new Error(String(read.refused));
  return read.sheets;
}

const label = (record: RecordDeclaration, name: string): string =>
  say('vi', `field.${record.name}.${name}`) ?? say('vi', `field.any.${name}`) ?? name;
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Compares what one reader lists with what she takes out. @returns how many rows there were. */
async function compare(reader: Person, record: RecordDeclaration): Promise<number> {
  const asked = { record: record.name, profile: 'list', format: 'xlsx', purpose };
  let listed: Json[];
  try {
    listed = await reader.list(record.name, { limit: 100 });
  } catch {
    expect((await refusal(reader.ask('/api/export', asked))).status, record.name).toBeGreaterThan(402);
    return 0;
  }
  if (isProtected(record))
    expect((await refusal(reader.ask('/api/export', { ...asked, purpose: null }))).code).toBe(
      'act.purpose_missing',
    );
  // The longest lists, of units and offices, are compared by those that fit one page.
  if (listed.length === 100) return 0;
  const answer = await reader.ask('/api/export', asked);
  const [sheet] = await sheetsOf(answer);
  const [head = [], ...rows] = sheet!.rows;
  expect(rows.length, `${reader.key} ${record.name}`).toBe(listed.length);
  const shown = Object.entries(record.fields).filter(
    ([, field]) => field.listed && field.kind.name !== 'record',
  );
  for (const [index, row] of listed.entries()) {
    if (record.numbered) expect(rows[index]?.[head.indexOf(label(record, 'number'))]).toBe(row.number);
    for (const [name, field] of shown) {
      const cell = rows[index]?.[head.indexOf(label(record, name))] ?? '';
      const filled = field.tier !== 'sealed' && !(isEmpty(row[name]) && !row.unanswered?.[name]);
      expect([reader.key, record.name, name, cell !== ''], cell).toEqual([
        reader.key,
        record.name,
        name,
        filled,
      ]);
    }
  }
  return listed.length;
}

describe('the list of every record', () => {
  it('names what its rows refer to, says whose file they are of, and the hour as the clock on the wall', async () => {
    const [sheet] = await sheetsOf(
      await who.my!.ask('/api/export', { record: 'stay', profile: 'list', format: 'xlsx', purpose }),
    );
    const { number, madeAt } = await who.my!.get('person', file);
    const { number: houseNumber } = await who.my!.get('facility', house);
    expect(sheet!.rows[1]).toContain(number);
    expect(sheet!.rows[1]).toContain(`${houseNumber} · Nhà Nhân ái`);
    expect(JSON.stringify(sheet!.rows)).not.toMatch(/\d{4}-\d\d-\d\dT/);
    expect(madeAt).toMatch(/T/);
  });

  it.each(keys)('as %s sees it', async key => {
    let seen = 0;
    for (const record of records) seen += await compare(who[key]!, record);
    expect(seen).toBeGreaterThan(0);
  });

  it('a sealed value is in none of them, nor what a share does not name', async () => {
    const take = async (key: string) =>
      JSON.stringify(
        await sheetsOf(
          await who[key]!.ask('/api/export', { record: 'person', profile: 'list', format: 'xlsx', purpose }),
        ),
      );
    expect(await take('my')).toContain('Sùng Thị Chở');
    expect(await take('my')).not.toContain('Lý Thị Máy');
    for (const key of ['phua', 'my']) expect(await take(key)).not.toContain('0912');
  });

  it('whose file was in it stands in the ledger, with the purpose', async () => {
    const [entry] = await world.owner<Json>(
      "select coalesce(e.purpose, ledger.purpose_of(e.id)) as purpose, e.person_ids from ledger.entry e where e.name = 'stay.export' and e.officer = $1 order by e.n desc limit 1",
      [who.my!.officer],
    );
    expect(entry).toEqual({ purpose, person_ids: [file] });
  });
});

describe('a list made of several records', () => {
  const take = (reader: Person, list: string, asked: object = {}, why: string | null = purpose) =>
    reader.ask('/api/export/list', { list, asked, purpose: why });
  const rowsOf = async (answer: Json) => (await sheetsOf(answer))[0]!.rows.slice(1);
  const problem = async (promise: Promise<unknown>) => (await refusal(promise)).code;

  it('is refused to whom its screen is refused, without a purpose where people are named, and where there is none', async () => {
    const { phua, my, nhai, hang, 'hoai-nam': admin } = who as Record<string, Person>;
    expect(await problem(take(phua!, 'ledger'))).toBe('act.not_yours');
    expect(await problem(take(phua!, 'permissions', { role: 'auditor' }))).toBe('act.not_yours');
    expect(await problem(take(nhai!, 'stays', { facility: 'x', state: 'staying' }))).toBe('input.invalid');
    expect(await problem(take(admin!, 'stays', { facility: house }))).toBe('person.not_shared');
    expect(await problem(take(admin!, 'path', { person: file }))).toBe('person.not_shared');
    expect(await problem(take(who.thang!, 'path', { person: file }))).toBe('person.not_shared');
    expect(await problem(take(who.chau!, 'accounts', { from: '2026-01-01', to: '2027-01-01' }))).toBe(
      'act.not_yours',
    );
    expect(await problem(take(who.chau!, 'feedback'))).toBe('act.not_yours');
    for (const [reader, list, asked] of [
      [phua, 'work', {}],
      [hang, 'ledger', {}],
      [my, 'stays', { facility: house }],
      [phua, 'path', { person: file }],
    ] as const)
      expect([list, await problem(take(reader!, list, asked, ' '))]).toEqual([list, 'act.purpose_missing']);
    for (const list of ['toString', 'nothing', null])
      expect(await problem(phua!.ask('/api/export/list', { list, purpose }))).toBe('input.invalid');
    expect(await problem(take(phua!, 'officers', [] as never))).toBe('input.invalid');
  });

  it('a file opened by breaking the glass is read and not taken out', async () => {
    const { san } = who;
    await san!.act(
      'exceptionAccess.begin',
      { person: file, reason: 'Gia đình báo có người lạ đón ở bến xe' },
      { purpose: 'bảo vệ tính mạng' },
    );
    expect((await san!.path(file)).person.via).toBe('exception');
    expect(await problem(take(san!, 'path', { person: file }))).toBe('person.not_shared');
  });

  it('what waits and what was told', async () => {
    for (const reader of people) {
      const items = await reader.work();
      const rows = await rowsOf(await take(reader, 'work'));
      expect([reader.key, rows.length]).toEqual([reader.key, items.length]);
      for (const [index, item] of items.entries()) {
        expect(rows[index]?.[0]).toBe(say('vi', `shell.work.kind.${item.kind}`));
        expect(rows[index]?.[5] ?? '').toBe(item.due ?? '');
      }
      const notices = await reader.notices();
      const told = await rowsOf(await take(reader, 'notices', {}, null));
      expect(told.map(row => row[1] ?? '')).toEqual(notices.map(one => one.number ?? ''));
    }
  });

  it('who stays, with the names the reader may know', async () => {
    const sheet = async (key: string) =>
      rowsOf(await take(who[key]!, 'stays', { facility: house, state: 'staying' }));
    const { number } = await who.phua!.get('person', file);
    for (const key of ['phua', 'my'])
      expect((await sheet(key))[0]?.slice(0, 2)).toEqual([number, 'Sùng Thị Chở']);
    expect(await sheet('nhai')).toEqual([]);
  });

  it('places by day, officers with their posts, rights, sums, numbers of feedback, the ledger', async () => {
    const { phua, van, hang, vinh, 'hoai-nam': admin } = who as Record<string, Person>;
    const days = await rowsOf(
      await take(vinh!, 'facilityDays', { id: house, since: world.today(), days: 3 }, null),
    );
    expect(days.map(row => row.slice(1))).toEqual([
      ['4', '1'],
      ['4', '1'],
      ['4', '1'],
    ]);
    const { officers } = await phua!.ask('/api/officers', { text: 'nam', most: 300, ended: true });
    const listed = await rowsOf(await take(phua!, 'officers', { text: 'nam' }, null));
    expect(listed.map(row => row[0])).toEqual(officers.map((one: Json) => one.name));
    expect(listed.every(row => row[2])).toBe(true);
    const { records: rights } = await hang!.ask('/api/permissions', { role: 'shelter_worker' });
    const touched = rights.filter(
      (one: Json) => one.acts.length > 0 || one.fields.some((field: Json) => field.seen || field.opened),
    );
    expect(await rowsOf(await take(hang!, 'permissions', { role: 'shelter_worker' }, null))).toHaveLength(
      touched.length,
    );
    expect(
      await rowsOf(await take(van!, 'accounts', { from: '2026-01-01', to: '2027-01-01' }, null)),
    ).toEqual([]);
    expect(await rowsOf(await take(phua!, 'feedback', {}, null))).toEqual([]);
    const entries = await rowsOf(await take(hang!, 'ledger', { officer: admin!.officer }));
    const { rows } = await hang!.ask('/api/ledger', { officer: admin!.officer });
    expect(entries.length).toBe(rows.length);
    expect(JSON.stringify(await rowsOf(await take(hang!, 'ledger')))).not.toContain('Sùng Thị Chở');
  });

  it('her whole way: a sheet for each kind of part, of one’s own file and of what was shared', async () => {
    for (const key of ['phua', 'my']) {
      const { parts } = await who[key]!.path(file);
      const answer = await take(who[key]!, 'path', { person: file });
      const sheets = await sheetsOf(answer);
      const filled = Object.entries(parts as Record<string, Json[]>).filter(([, rows]) => rows.length > 0);
      expect(sheets.map(sheet => sheet.rows.length - 1).sort()).toEqual(
        [1, ...filled.map(([, rows]) => rows.length)].sort(),
      );
      expect(JSON.stringify(sheets)).not.toContain('0912');
    }
    const [entry] = await world.owner<Json>(
      "select coalesce(e.purpose, ledger.purpose_of(e.id)) as purpose, e.person_ids from ledger.entry e where e.name = 'person.export' and e.officer = $1 order by e.n desc limit 1",
      [who.my!.officer],
    );
    expect(entry).toEqual({ purpose, person_ids: [file] });
  });
});

/** Screens whose table is no list of what is kept, each with the reason. */
const noList: Readonly<Record<string, string>> = {
  'modules/agencies/web/view-as.tsx': 'invented values',
  'modules/reception/web/list-box.tsx': 'what is being typed',
  'modules/exchange/web/columns.tsx': 'the reader’s own file',
  'modules/exchange/web/preview.tsx': 'the reader’s own file',
  'modules/exchange/web/report.tsx': 'goes out as a file of its own',
  'modules/justice/web/case-plan.tsx': 'what is supposed, and kept nowhere',
  'modules/justice/web/days-off.tsx': 'the calendar of the law, which everybody has',
  'modules/ledger/web/checkpoint.tsx': 'signed notes, which are handed out whole',
};

it('no screen with a table is without it', () => {
  const screens = readdirSync(join(root, 'modules'), { recursive: true, encoding: 'utf8' })
    .filter(name => /^\w+\/web\/.*\.tsx$/.test(name))
    .map(name => `modules/${name}`);
  const tables = screens.filter(name => /<Table\b/.test(readFileSync(join(root, name), 'utf8')));
  expect(tables.length).toBeGreaterThan(20);
  const without = tables.filter(name => !/<Export(List|Made)\b/.test(readFileSync(join(root, name), 'utf8')));
  expect(without.sort()).toEqual(Object.keys(noList).sort());
});
