/* What is refused of a table that is brought in or taken out, over HTTP as a browser does it: roles, forms, files that are none, somebody else's job. */
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { bringIn, countRows, csv, finished, upload, uploadRaw } from '../support/exchange.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let phua: Person;
beforeAll(async () => {
  world = await makeWorld();
  phua = await world.as('phua');
});
afterAll(() => world?.stop());

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

  it('a file in which no column means anything, and a row that says nothing of anybody', async () => {
    const passwd = Buffer.from('root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1::/:/bin/false\n');
    const people = await countRows(world, 'person');
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
    expect(await countRows(world, 'person')).toBe(people + 1);
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
