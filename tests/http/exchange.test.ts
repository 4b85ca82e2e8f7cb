/* Bringing in and taking out any table, over HTTP as a browser does it: what is refused, one row whole or not at all, twice the same file, somebody else's
 * job, and a session that ends in the middle. */
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getUnitByCode } from '../../db/seed/units.ts';
import type { Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { readTable } from '../../modules/exchange/index.ts';
import { bringIn, csv, finished, take, upload, uploadRaw } from '../support/exchange.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let phua: Person;
beforeAll(async () => {
  world = await makeWorld();
  phua = await world.as('phua');
});
afterAll(() => world?.stop());

const count = async (table: string) =>
  Number((await world.owner<{ n: string }>(`select count(*) as n from ${table}`))[0]!.n);

/** A ZIP of one deflated entry whose directory promises less than it holds. */
function zipBomb(): Buffer {
  const names = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml'];
  const packed = deflateRawSync(Buffer.alloc(60_000_000, 'a'));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(1000, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(1000, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

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

describe('what is refused', () => {
  it('a role that opens no files may neither upload nor look', async () => {
    for (const key of ['huy', 'lien', 'son']) {
      const person = await world.as(key);
      if (['border_officer', 'police_officer', 'commune_officer', 'social_worker'].includes(person.role))
        continue;
      expect((await uploadRaw(person, csv(['Họ và tên'], ['Vàng Thị Mai']), 'a.csv')).body.code).toBe(
        'act.not_yours',
      );
      expect((await refusal(person.ask('/api/imports/list'))).code).toBe('act.not_yours');
      expect((await refusal(person.act('person.import', { fullName: 'Vàng Thị Mai' }))).code).toBe(
        'act.not_yours',
      );
    }
  });

  it('a stranger is not told anything', async () => {
    const answer = await world.request({
      method: 'POST',
      url: '/api/imports/list',
      headers: { host: 'localhost:3000', origin: 'http://localhost:3000', 'x-chungtay': '1' },
      payload: {},
    });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'import.unreadable', 'not_a_table'],
    ['a PDF', Buffer.from('%PDF-1.7 whatever'), 'import.unreadable', 'not_a_table'],
    [
      'an old Excel file',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'import.unreadable',
      'old_excel_or_password',
    ],
    ['nothing', Buffer.alloc(0), 'import.unreadable', 'file_empty'],
    ['a damaged workbook', Buffer.from('504b0304deadbeef', 'hex'), 'import.unreadable', 'xlsx_damaged'],
  ])('%s', async (_what, bytes, code, why) => {
    const answer = await uploadRaw(phua, bytes, 'file.xlsx');
    expect([answer.status, answer.body.code, answer.body.details.why]).toEqual([422, code, why]);
    expect(answer.body.fields[0].field).toBe('file');
    expect(answer.body.fields[0].message).not.toBe('Giá trị này không dùng được.');
  });

  it('a ZIP bomb and a file over the limit, before anything is unpacked', async () => {
    const bomb = await uploadRaw(phua, zipBomb(), 'bomb.xlsx');
    expect([bomb.status, bomb.body.code]).toEqual([413, 'import.too_large']);
    const large = await uploadRaw(phua, Buffer.alloc(20_000_001, 'a'), 'large.csv');
    expect([large.status, large.body.code, large.body.details.max]).toEqual([
      413,
      'import.too_large',
      20_000_000,
    ]);
  });

  it('a file in which no column means anything, and a row that says nothing of anybody', async () => {
    const passwd = Buffer.from('root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1::/:/bin/false\n');
    const people = await count('person');
    for (const plan of [{ arrival: null }, { arrival: { route: 'self_return', day: world.today() } }]) {
      const { job } = await upload(phua, passwd, 'passwd');
      await phua.ask('/api/imports/plan', { id: job.id, plan });
      expect((await refusal(phua.ask('/api/imports/start', { id: job.id }))).fields).toMatchObject([
        { field: 'columns', reason: 'import_no_column' },
      ]);
      // By the act alone, past the check of the whole file, each row is refused by itself.
      await phua.act('importJob.start', {}, { subject: job.id });
      expect(await finished(phua, job.id)).toMatchObject({ broughtIn: 0, refused: 1 });
    }
    const { lines } = await bringIn(
      phua,
      csv(['Họ và tên', 'Ghi chú riêng'], ['Lò Thị Ngân', 'a'], ['', 'b']),
      {
        arrival: { route: 'self_return', day: world.today() },
      },
    );
    expect(lines.map((line: Json) => [line.outcome, line.fields?.[0]?.reason])).toEqual([
      ['in', undefined],
      ['refused', 'import_row_empty'],
    ]);
    for (const input of [{}, { row: JSON.stringify({ values: {}, extensions: { x_ghi_chu: 'b' } }) }])
      expect((await refusal(phua.act('person.import', input))).fields).toMatchObject([
        { field: 'row', reason: 'import_row_empty' },
      ]);
    expect(await count('person')).toBe(people + 1);
  });

  it('a column or a field that is not there, by its number', async () => {
    const { job } = await upload(phua, csv(['Họ và tên', 'Năm sinh'], ['Lò Thị Na', '1999']));
    const plan = (columns: Json) => refusal(phua.ask('/api/imports/plan', { id: job.id, plan: { columns } }));
    expect((await plan({ 0: 'fullName', 1: 'nothing_of_ours' })).fields).toMatchObject([
      { field: 'columns.1', reason: 'choice' },
    ]);
    expect((await plan({ 0: 'fullName', 7: 'born' })).fields).toMatchObject([
      { field: 'columns.7', reason: 'import_column_not_there' },
    ]);
    expect((await plan({ '-1': 'born' })).fields).toMatchObject([{ field: 'columns', reason: 'value' }]);
  });

  it('a zero byte, by its line; and a day that is none, as a day', async () => {
    const answer = await uploadRaw(
      phua,
      Buffer.from('Họ và tên,Năm sinh\nLò Thị Na,1999\nLò Thị\0 Nu,2000\n'),
      'a.csv',
    );
    expect(answer.body.fields).toMatchObject([
      { field: 'file', reason: 'import_nul_in_cell', message: expect.stringContaining('Dòng 3') },
    ]);
    const { lines } = await bringIn(
      phua,
      csv(['Họ và tên', 'Ngày tiếp nhận', 'Cách trở về'], ['Lò Thị Nụ', '31/02/2024', 'tự trở về']),
      { columns: { 0: 'fullName', 1: 'arrivedAt', 2: 'route' } },
    );
    expect(lines[0].fields).toContainEqual(expect.objectContaining({ field: 'arrivedAt', reason: 'day' }));
  });

  it('forms that are no forms, never with a 5xx', async () => {
    const boundary = 'multipart/form-data; boundary=x';
    const bodies: [string, string][] = [
      ['', boundary],
      ['--x', boundary],
      ['--x--', boundary],
      ['--x\r\n\r\n', boundary],
      ['--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc', boundary],
      [
        '--x\r\nContent-Disposition: form-data; name="__proto__"; filename="a.csv"\r\n\r\nabc\r\n--x--\r\n',
        boundary,
      ],
      ['--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc\r\n--x--\r\n', boundary],
      [`--x\r\n${'A: b\r\n'.repeat(500)}\r\n\r\n--x--`, boundary],
      ['abc', 'multipart/form-data'],
      ['abc', 'multipart/form-data; boundary='],
      ['abc', `multipart/form-data; boundary=${'y'.repeat(5000)}`],
      ['{}', 'application/json'],
      ['a=b', 'application/x-www-form-urlencoded'],
      ['abc', 'text/plain'],
    ];
    for (const [body, type] of bodies) {
      const answer = await phua.post('/api/imports/upload', Buffer.from(body), { 'content-type': type });
      expect(answer.status, `${type} ${body.slice(0, 30)}`).toBeGreaterThanOrEqual(400);
      expect(answer.status, `${type} ${body.slice(0, 30)}`).toBeLessThan(500);
      expect(answer.body.message).toBeTypeOf('string');
    }
    for (const url of ['read', 'plan', 'preview', 'start', 'stop', 'discard', 'get', 'report'])
      for (const body of [{}, { id: 1 }, { id: 'x' }, { id: newId() }, [], { id: null }]) {
        const answer = await phua.post(`/api/imports/${url}`, body);
        expect(answer.status, `${url} ${JSON.stringify(body)}`).toBeLessThan(500);
        expect(answer.status).toBeGreaterThanOrEqual(400);
      }
    const { job } = await upload(phua, csv(['Họ và tên'], ['Lù Thị Thử']));
    for (const plan of [
      1,
      [],
      { profile: 'x' },
      { headerRow: -1 },
      { columns: { 0: 5 } },
      { columns: { 0: 'born', 1: 'born' } },
      { arrival: { route: 'x' } },
      { arrival: 'y' },
      { sheet: 4 },
      { answers: { dayOrder: 'x' } },
    ]) {
      const answer = await phua.post('/api/imports/plan', { id: job.id, plan });
      expect([answer.status, answer.body.code]).toEqual([422, 'input.invalid']);
    }
    for (const row of [
      'x',
      '[]',
      '{"values":{"prs_Nope":"a"}}',
      '{"values":{"prs_Birthdate":"a"}}',
      '{"values":{"prs_FirstName":5}}',
      '{"values":{},"extensions":{"y":"a"}}',
    ])
      expect((await refusal(phua.act('person.import', { row }))).code).toBe('input.invalid');
  });

  it('the job of another office, in every way', async () => {
    const { job } = await upload(phua, csv(['Họ và tên', 'Năm sinh'], ['Lù Thị Khác', '2001']));
    const thang = await world.as('thang');
    for (const url of ['read', 'plan', 'preview', 'start', 'stop', 'discard', 'get', 'report'])
      expect((await refusal(thang.ask(`/api/imports/${url}`, { id: job.id, plan: {} }))).code).toBe(
        'record.not_found',
      );
    expect((await thang.list('importJob')).map((one: Json) => one.id)).not.toContain(job.id);
    expect(
      (
        await refusal(
          thang.ask('/api/open', { record: 'importJob', id: job.id, field: 'content', purpose: 'xem thử' }),
        )
      ).code,
    ).toBe('record.not_found');
    // Its own rows do not get in under a job that is not one's own.
    expect(
      (await refusal(thang.act('person.import', { fullName: 'Ai Đó', job: job.id }))).fields[0],
    ).toMatchObject({ field: 'job' });
  });

  it('two answers at once: neither undoes the other unseen', async () => {
    const { job } = await upload(phua, csv(['Họ và tên', 'Ngày sinh'], ['Lù Thị Đua', '03/04/2001']));
    const answers = await Promise.all(
      [{ answers: { dayOrder: 'day-first' } }, { arrival: null }].map(plan =>
        phua.post('/api/imports/plan', { id: job.id, plan }),
      ),
    );
    const kept = answers.filter(answer => answer.status === 200).length;
    for (const answer of answers) if (answer.status !== 200) expect(answer.body.code).toBe('record.changed');
    const { understanding } = await phua.ask('/api/imports/read', { id: job.id });
    expect(understanding.questions.filter((question: Json) => question.answer !== null)).toHaveLength(kept);
  });

  it('to start while a question is open', async () => {
    const { job, understanding } = await upload(
      phua,
      csv(['Họ và tên', 'Ngày sinh'], ['Lù Thị Hỏi', '03/04/2001'], ['Lù Thị Hai', '05/06/2002']),
    );
    expect(understanding.questions.map((question: Json) => question.id)).toEqual(['day_order', 'arrival']);
    expect(
      (await refusal(phua.ask('/api/imports/start', { id: job.id }))).fields.map(issue => issue.field),
    ).toEqual(['day_order', 'arrival']);
    expect((await phua.ask('/api/imports/get', { id: job.id })).job.state).toBe('draft');
  });

  it('an export without a purpose, of an unknown record, of too much', async () => {
    expect((await refusal(phua.ask('/api/export', { record: 'person', profile: 'htcds' }))).code).toBe(
      'act.purpose_missing',
    );
    expect(
      (
        await refusal(
          phua.ask('/api/export', { record: 'person', profile: 'htcds', withSealed: true, purpose: ' ' }),
        )
      ).code,
    ).toBe('act.purpose_missing');
    expect((await refusal(phua.ask('/api/export', { record: 'nothing', purpose: 'báo cáo' }))).code).toBe(
      'record.unknown',
    );
    for (const body of [
      { format: 'pdf' },
      { ids: ['x'] },
      { ids: 4 },
      { withSealed: 'yes' },
      { filter: { phone: { is: 'a' } } },
      { onlyAllowed: 'x' },
      { profile: 'htcds', record: 'office' },
    ])
      expect(
        (await phua.post('/api/export', { record: 'person', purpose: 'báo cáo', ...body })).status,
      ).toBeLessThan(500);
    const auditor = await world.as('vinh');
    const answer = await auditor.post('/api/export', {
      record: 'person',
      profile: 'list',
      purpose: 'báo cáo',
    });
    expect(['list.not_yours', 'record.not_found']).toContain(answer.body.code);
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
      ['person', 'arrival', 'identity_paper', 'imported', 'ledger.entry'].map(count),
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
    const after = await Promise.all(['person', 'arrival', 'identity_paper', 'imported'].map(count));
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
    const before = await count('person');
    const { job, lines } = await bringIn(phua, register, {
      arrival: { route: 'self_return', day: '2026-01-10' },
    });
    expect(job).toMatchObject({ state: 'done', broughtIn: 0, alreadyThere: 2, refused: 2 });
    expect(lines[0].number).toMatch(/^NN-\d{4}-\d{6}$/);
    expect(await count('person')).toBe(before);
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
    const before = await Promise.all(tables.map(count));
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
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  it('waits when the session ends in the middle, and goes on when she is back', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [
      `Ma Thị Chờ ${'ABCDEFGHIJKL'[index % 12]}${index}`,
      String(1970 + (index % 30)),
    ]);
    const before = await count('person');
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
    expect((await count('person')) - before).toBe(120);
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
