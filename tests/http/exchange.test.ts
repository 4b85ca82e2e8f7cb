/* Bringing in and taking out, over HTTP as a browser does it: what is refused, one row whole or not at all, twice the same file, somebody else's job, a session
 * that ends in the middle, and that every HTCDS field comes back as it went in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { htcdsFields, readHtcds, readTable, writeCsv, writeXlsx } from '../../modules/exchange/index.ts';
import {
  type Answer,
  type Json,
  makeWorld,
  type Person,
  Refused,
  refusal,
  type World,
} from '../support/world.ts';

let world: World;
let phua: Person;
beforeAll(async () => {
  world = await makeWorld();
  phua = await world.as('phua');
});
afterAll(() => world?.stop());

async function uploadRaw(person: Person, bytes: Uint8Array, fileName: string): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
  const made = new Response(form);
  return person.post('/api/imports/upload', Buffer.from(await made.arrayBuffer()), {
    'content-type': made.headers.get('content-type')!,
  });
}

async function upload(person: Person, bytes: Uint8Array, fileName = 'so-theo-doi.csv'): Promise<Json> {
  const answer = await uploadRaw(person, bytes, fileName);
  if (answer.status !== 200) throw new Refused('/api/imports/upload', answer);
  return answer.body;
}

const csv = (...rows: string[][]) => writeCsv(rows);

async function finished(person: Person, id: string): Promise<Json> {
  for (let tries = 0; tries < 400; tries++) {
    const { job } = await person.ask('/api/imports/get', { id });
    if (job.state !== 'running') return job;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  throw new Error('the job did not come to an end');
}

/** The whole way with nothing asked but how they came: no. */
async function bringIn(
  person: Person,
  bytes: Uint8Array,
  plan: Json = {},
  fileName = 'so-theo-doi.csv',
): Promise<{ job: Json; lines: Json[] }> {
  const { job } = await upload(person, bytes, fileName);
  await person.ask('/api/imports/plan', { id: job.id, plan: { arrival: null, ...plan } });
  await person.ask('/api/imports/start', { id: job.id });
  const done = await finished(person, job.id);
  return { job: done, lines: (await person.ask('/api/imports/report', { id: job.id })).lines };
}

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
    expect(['person.not_shared', 'record.not_found']).toContain(answer.body.code);
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

async function take(
  person: Person,
  request: Json,
): Promise<{ table: Record<string, string>; rows: string[][]; sidecar: Json; answer: Json }> {
  const answer = await person.ask('/api/export', {
    record: 'person',
    profile: 'htcds',
    format: 'csv',
    purpose: 'chuyển cho IOM',
    ...request,
  });
  const read = await readTable(Buffer.from(answer.files[0].base64, 'base64'), answer.files[0].name);
  if (read.refused) throw new Error(read.refused.code);
  const rows = read.sheets[0]!.rows;
  const table = Object.fromEntries(rows[0]!.map((name, at) => [name, rows[1]?.[at] ?? '']));
  return {
    table,
    rows,
    sidecar: JSON.parse(Buffer.from(answer.files[1].base64, 'base64').toString()),
    answer,
  };
}

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
      "select name, kind, purpose, person_ids from ledger.entry where name like 'person.export%' and person_ids @> array[$1::uuid] order by n",
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
    expect(JSON.stringify(row)).not.toMatch(/0987|987654|chu@example|010301000777|0900/);
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
      until: world
        .today()
        .replace(/^\d{4}/, year => String(Number(year) + (world.today().slice(5) > '12-20' ? 1 : 0)))
        .replace(/-\d\d$/, '-28'),
    });
    const { table, sidecar } = await take(thang, { ids: [lines[0].person], withSealed: true });
    expect([table.prs_FirstName, table.prs_SecondName, table.prs_MaritalStatus]).toEqual(['Riêng', 'Cư', '']);
    expect(sidecar.rows[0].withheld.prs_MaritalStatus).toBe('no_right');
    expect(sidecar.rows[0].withheld.prs_FirstName).toBeUndefined();
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
