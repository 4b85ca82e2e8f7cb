/* Bringing in any table, over HTTP as a browser does it: what a home unit is taken for, one row whole or not at all, twice the same file, and a session that ends in the middle. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getUnitByCode } from '../../db/seed/units.ts';
import type { Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { readTable } from '../../modules/exchange/index.ts';
import { bringIn, countRows, csv, finished, take, upload } from '../support/exchange.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let phua: Person;
beforeAll(async () => {
  world = await makeWorld();
  phua = await world.as('phua');
});
afterAll(() => world?.stop());

describe('a home unit', () => {
  const header = ['Họ và tên', 'Mã xã', 'Quê quán', 'Ngày tiếp nhận', 'Cách trở về'];
  const idOf = (code: string, day: string) => getUnitByCode(code, day as Day).id;
  const homes = async (rows: string[][], plan: Json = {}) => {
    const { lines } = await bringIn(phua, csv(header, ...rows), plan);
    return Promise.all(
      lines.map(async (line: Json) =>
        line.person ? (await phua.get('person', line.person)).origin : line.fields[0].reason,
      ),
    );
  };

  it('comes by its official code, in the era of the day beside it, of her arrival, or of the code itself', async () => {
    const [old, now] = [idOf('02752', '2025-06-01'), idOf('02752', '2025-08-01')];
    expect(old).not.toBe(now);
    const [gone] = await world.owner<{ id: string; code: string }>(
      "select min(id::text) as id, code from unit where level = 'commune' group by code having count(*) = 1 and min(valid_to) = '2025-07-01' order by code limit 1",
    );
    expect(
      await homes([
        ['Vàng Thị Một', '02752', '', '01/02/2021', 'tự trở về'],
        ['Vàng Thị Hai', '2752', '', '25/09/2025', 'tự trở về'],
        ['Vàng Thị Ba', '02752 (1/5/2021)', '', '25/09/2025', 'tự trở về'],
        ['Vàng Thị Bốn', '99999', '', '', ''],
        ['Vàng Thị Năm', `${gone!.code} (1/9/2025)`, '', '', ''],
        ['Vàng Thị Tám', gone!.code, '', '', ''],
        ['Vàng Thị Sáu', 'không rõ', '', '', ''],
      ]),
    ).toEqual([old, now, old, 'import_unit_unknown', 'import_unit_not_then', gone!.id, null]);
  });

  it('never comes by its name: the units it may mean are shown with their codes', async () => {
    const { job, understanding } = await upload(
      phua,
      csv(header, ['Vàng Thị Bảy', 'Xã Y Tý, Bát Xát', 'Y Tý', '', '']),
    );
    expect(understanding.columns.map((column: Json) => column.target)).toEqual([
      'fullName',
      'origin',
      'originNote',
      'arrivedAt',
      'route',
    ]);
    await phua.ask('/api/imports/plan', { id: job.id, plan: { arrival: null } });
    const { rows } = await phua.ask('/api/imports/preview', { id: job.id });
    expect(rows[0]).toMatchObject({
      outcome: 'refused',
      fields: [{ field: 'origin', reason: 'import_unit_named' }],
    });
    expect(rows[0].fields[0].params.candidates).toMatch(/Xã Y Tý, .*: \d{5}/);
  });
});

describe('any table', () => {
  const register = csv(
    ['DANH SÁCH NGƯỜI TRỞ VỀ'],
    [
      'STT',
      'Họ và tên',
      'Ngày tháng năm sinh',
      'Giới tính',
      'Dân tộc',
      'Quê quán',
      'Số CCCD',
      'SĐT',
      'Ngày tiếp nhận',
      'Ghi chú riêng',
    ],
    [
      '1',
      'Giàng Thị Thử Một',
      '25/03/2001',
      'Nữ',
      'Mông',
      'Xã Y Tý, Bát Xát',
      '010301000123',
      '0912 345 678',
      '14/01/2026',
      'đi cùng con',
    ],
    ['2', 'Vàng A Thử Hai', '1998', 'nam', "H'Mông", '', '', '', '15/01/2026', ''],
    ['3', 'Lý Thử Ba', '31/02/2001', 'nữ', 'Dao', '', '', '', '16/01/2026', ''],
    ['4', 'Tẩn Thử Bốn', '2001', 'nữ', 'Người sao Hỏa', '', '', '', '17/01/2026', ''],
  );

  it('is understood, mapped, looked at and brought in row by row, each whole or not at all', async () => {
    const { job, understanding } = await upload(phua, register, 'so.csv');
    expect(understanding.profile).toBe('table');
    expect(understanding.headerRow).toBe(1);
    expect(
      Object.fromEntries(understanding.columns.map((column: Json) => [column.header, column.target])),
    ).toMatchObject({
      'Họ và tên': 'fullName',
      'Ngày tháng năm sinh': 'born',
      'Giới tính': 'sex',
      'Dân tộc': 'ethnicity',
      'Quê quán': 'originNote',
      'Số CCCD': 'paperNumber',
      SĐT: 'phone',
      'Ngày tiếp nhận': 'arrivedAt',
      STT: null,
    });
    const planned = await phua.ask('/api/imports/plan', {
      id: job.id,
      plan: { arrival: { route: 'self_return', day: '2026-01-10' } },
    });
    expect(planned.understanding.questions.every((question: Json) => question.answer !== null)).toBe(true);
    const { rows } = await phua.ask('/api/imports/preview', { id: job.id });
    expect(rows.map((row: Json) => row.outcome)).toEqual(['in', 'in', 'refused', 'refused']);
    expect(rows[0].becomes).toMatchObject({
      fullName: 'Giàng Thị Thử Một',
      born: '2001-03-25',
      route: 'self_return',
      arrivedAt: '2026-01-13T17:00:00.000Z',
      sealed: ['phone'],
      kept: true,
    });
    expect(rows[0].becomes.parts).toEqual(['arrival', 'identityPaper']);
    expect(JSON.stringify(rows)).not.toContain('0912');
    expect(rows[2].fields[0]).toMatchObject({ field: 'born', reason: 'partialDay' });
    expect(rows[3].fields[0]).toMatchObject({ field: 'ethnicity', reason: 'import_value_unknown' });

    const before = await Promise.all(
      ['person', 'arrival', 'identity_paper', 'imported', 'ledger.entry'].map(table =>
        countRows(world, table),
      ),
    );
    await phua.ask('/api/imports/start', { id: job.id });
    const done = await finished(phua, job.id);
    expect(done).toMatchObject({
      state: 'done',
      total: 4,
      done: 4,
      broughtIn: 2,
      refused: 2,
      alreadyThere: 0,
      hasFile: false,
      hasReport: true,
    });
    const after = await Promise.all(
      ['person', 'arrival', 'identity_paper', 'imported'].map(table => countRows(world, table)),
    );
    expect(after.map((n, at) => n - before[at]!)).toEqual([2, 2, 1, 2]);

    const { lines } = await phua.ask('/api/imports/report', { id: job.id });
    expect(lines.map((line: Json) => [line.line, line.outcome])).toEqual([
      [3, 'in'],
      [4, 'in'],
      [5, 'refused'],
      [6, 'refused'],
    ]);
    const mine = await phua.get('person', lines[0].person);
    expect(mine).toMatchObject({
      number: lines[0].number,
      fullName: 'Giàng Thị Thử Một',
      sex: 'female',
      ethnicity: '08',
      entry: 'import',
      originNote: 'Xã Y Tý, Bát Xát',
      phone: { sealed: true },
    });
    expect(mine.exchange).toBeNull();
    expect(await phua.open('person', lines[0].person, 'phone')).toBe('0912 345 678');
    // She can be found at once, as if she had come in by the screen.
    expect((await phua.search('giang thi thu mot')).map((hit: Json) => hit.id)).toContain(lines[0].person);
    // What nobody knows rests sealed, and nothing of the file rests in the open.
    const [rest] = await world.owner<{ made: string[]; open: string | null }>(
      'select made_rows as made, sealed_rest_sealed::text as open from imported where person = $1',
      [lines[0].person],
    );
    expect(rest!.open).not.toContain('con');
    const [kept] = await world.owner<{ content: Buffer | null }>(
      'select content_sealed as content from import_job where id = $1',
      [job.id],
    );
    expect(kept!.content).toBeNull();

    const report = (await phua.ask('/api/imports/report', { id: job.id, format: 'xlsx' })).file;
    const table = await readTable(Buffer.from(report.base64, 'base64'), report.name);
    if (table.refused) throw new Error(table.refused.code);
    expect(table.sheets[0]!.rows[0]).toEqual(['Dòng', 'Kết quả', 'Số hồ sơ', 'Ô', 'Lý do']);
    expect(table.sheets[0]!.rows[3]).toEqual([
      '5',
      'Không nhận',
      '',
      'Ngày sinh',
      'Ngày chưa đúng: ghi năm, tháng và năm, hoặc ngày đầy đủ.',
    ]);
    expect(JSON.stringify(table.sheets[0]!.rows)).not.toContain('Thử');
  });

  it('brought in a second time opens no second file, wherever the rows stand', async () => {
    const before = await countRows(world, 'person');
    const { job, lines } = await bringIn(phua, register, {
      arrival: { route: 'self_return', day: '2026-01-10' },
    });
    expect(job).toMatchObject({ state: 'done', broughtIn: 0, alreadyThere: 2, refused: 2 });
    expect(lines[0].number).toMatch(/^NN-\d{4}-\d{6}$/);
    expect(await countRows(world, 'person')).toBe(before);
    const again = await bringIn(phua, csv(['Họ và tên'], ['Chảo Thị Hai Lần'], ['Chảo Thị Hai Lần']));
    expect(again.lines.map(line => line.outcome)).toEqual(['in', 'already']);
  });

  it('says who may be known already, before and after, and merges nothing', async () => {
    const file = await phua.act('person.register', {
      fullName: 'Sùng Thị Dợ Thử',
      born: '1999',
      sex: 'female',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    const { job } = await upload(
      phua,
      csv(['Họ và tên', 'Năm sinh', 'Giới tính'], ['Sung Thi Do Thu', '1999', 'Nữ']),
    );
    await phua.ask('/api/imports/plan', { id: job.id, plan: { arrival: null } });
    const { rows } = await phua.ask('/api/imports/preview', { id: job.id });
    expect(rows[0]).toMatchObject({ outcome: 'double', alike: [{ person: file.id, ours: true }] });
    expect(rows[0].alike[0].reasons.length).toBeGreaterThan(0);
    const within = await upload(
      phua,
      csv(
        ['Họ và tên', 'Năm sinh', 'Giới tính'],
        ['Hạng Thị Trong Tệp', '1991', 'Nữ'],
        ['Hang Thi Trong Tep', '1991', 'Nữ'],
      ),
    );
    const seen = await phua.ask('/api/imports/preview', { id: within.job.id });
    expect(seen.rows.map((row: Json) => [row.outcome, row.alikeLines])).toEqual([
      ['in', []],
      ['double', [2]],
    ]);
    await phua.ask('/api/imports/start', { id: job.id });
    expect(await finished(phua, job.id)).toMatchObject({ broughtIn: 1, withDouble: 1 });
    const { lines } = await phua.ask('/api/imports/report', { id: job.id });
    const rowsOf = await phua.list('likeness', { filter: { person: { is: lines[0].person } } });
    expect(rowsOf).toHaveLength(1);
    expect(rowsOf[0]).toMatchObject({ other: file.id, verdict: 'open' });
  });

  it('a row that fails in its last part leaves none of the others', async () => {
    const tables = [
      'person',
      'arrival',
      'needs',
      'identity_paper',
      'assertion',
      'consent',
      'imported',
      'person_key',
      'ledger.entry',
    ];
    const before = await Promise.all(tables.map(table => countRows(world, table)));
    const problem = await refusal(
      phua.act('person.import', {
        fullName: 'Lồ Thị Dở Dang',
        route: 'referred',
        arrivedAt: '2026-01-01T00:00:00Z',
        safety: 'yes',
        paperKind: 'cccd',
        paperNumber: '010301000999',
        origin: newId(),
      }),
    );
    expect(problem.fields[0]).toMatchObject({ reason: 'reference' });
    expect(await Promise.all(tables.map(table => countRows(world, table)))).toEqual(before);
  });

  it('waits when the session ends in the middle, and goes on when she is back', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [
      `Ma Thị Chờ ${'ABCDEFGHIJKL'[index % 12]}${index}`,
      String(1970 + (index % 30)),
    ]);
    const before = await countRows(world, 'person');
    const quyet = await world.as('quyet');
    const { job } = await upload(quyet, csv(['Họ và tên', 'Năm sinh'], ...rows));
    await quyet.ask('/api/imports/plan', { id: job.id, plan: { arrival: null } });
    await quyet.ask('/api/imports/start', { id: job.id });
    await quyet.post('/api/auth/sign-out', {});
    const back = await world.as('quyet');
    let state = '';
    for (let tries = 0; tries < 200 && state !== 'waiting' && state !== 'done'; tries++) {
      [{ state }] = (await world.owner<{ state: string }>('select state from import_job where id = $1', [
        job.id,
      ])) as [{ state: string }];
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    expect(state).toBe('waiting');
    await back.ask('/api/imports/start', { id: job.id });
    const done = await finished(back, job.id);
    expect(done).toMatchObject({ state: 'done', done: 120, refused: 0, alreadyThere: 0 });
    expect((await countRows(world, 'person')) - before).toBe(120);
  });

  it('stopped by hand it keeps what came in, and can be started again', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [
      `Phàn Thị Dừng ${index}`,
      String(1960 + (index % 40)),
    ]);
    const { job } = await upload(phua, csv(['Họ và tên', 'Năm sinh'], ...rows));
    await phua.ask('/api/imports/plan', { id: job.id, plan: { arrival: null } });
    await phua.ask('/api/imports/start', { id: job.id });
    await phua.ask('/api/imports/stop', { id: job.id });
    await new Promise(resolve => setTimeout(resolve, 1500));
    const stopped = (await phua.ask('/api/imports/get', { id: job.id })).job;
    expect(stopped).toMatchObject({ state: 'stopped', hasFile: true });
    await phua.ask('/api/imports/start', { id: job.id });
    expect(await finished(phua, job.id)).toMatchObject({ state: 'done', broughtIn: 200 });
    expect((await refusal(phua.ask('/api/imports/start', { id: job.id }))).status).toBeGreaterThanOrEqual(
      400,
    );
    await phua.ask('/api/imports/discard', { id: job.id });
    expect((await phua.ask('/api/imports/get', { id: job.id })).job).toMatchObject({
      state: 'discarded',
      hasReport: false,
    });
  });

  it('a correction takes away neither the key nor what was kept', async () => {
    const { lines } = await bringIn(
      phua,
      csv(['prs_FirstName', 'prs_SecondName', 'prs_MaritalStatus'], ['Mai', 'Vàng', 'Married']),
      {},
      'htcds.csv',
    );
    const person = lines[0].person;
    await phua.act(
      'person.correct',
      { fullName: 'Vàng Thị Mai Sửa', reason: 'chị ấy nói lại' },
      { subject: person },
    );
    const again = await bringIn(
      phua,
      csv(['prs_FirstName', 'prs_SecondName', 'prs_MaritalStatus'], ['Mai', 'Vàng', 'Married']),
      {},
      'htcds.csv',
    );
    expect(again.lines[0]).toMatchObject({ outcome: 'already', person });
    const { table } = await take(phua, { ids: [person] });
    expect(table.prs_MaritalStatus).toBe('Married');
    expect([table.prs_SecondName, table.prs_MiddleName, table.prs_FirstName].join(' ')).toBe(
      'Vàng Thị Mai Sửa',
    );
  });
});
