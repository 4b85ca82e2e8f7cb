/* The ledger over HTTP: who is refused, what an auditor may ask, what of a person she never gets, and that a changed entry is named. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authNames } from '../../modules/ledger/index.ts';
import { makeWorld, type Person, pageHeaders, refusal, type World } from '../../tests/support/world.ts';
import type { AuthEventName } from '../auth/index.ts';

let world: World;
let auditor: Person;
let officer: Person;
let person: { id: string; number: string };

beforeAll(async () => {
  world = await makeWorld();
  auditor = await world.as('hang');
  officer = await world.as('phua');
  const made = await officer.act('person.register', {
    fullName: 'Giàng Thị Ví Dụ',
    sex: 'female',
    ethnicity: '08',
    route: 'self_return',
    arrivedAt: world.now(),
    entry: 'api',
    phone: '0912345678',
  });
  person = { id: made.id, number: made.number! };
  await officer.path(person.id);
  await officer.open('person', person.id, 'phone', 'Gọi báo gia đình');
}, 60_000);
afterAll(() => world?.stop());

const entries = async (filter: object = {}) => (await auditor.ask('/api/ledger', filter)).rows;

describe('refused', () => {
  const routes = ['', '/names', '/entry', '/files', '/verify', '/checkpoint', '/checkpoints'];
  test.each(routes)('an officer, the administrator and the secretary at /api/ledger%s', async route => {
    for (const key of ['phua', 'hoai-nam', 'vinh']) {
      const answer = await (await world.as(key)).post(`/api/ledger${route}`, {});
      expect([key, answer.status, answer.body.code]).toEqual([key, 403, 'act.not_yours']);
    }
  });

  test('the download for anybody but an auditor', async () => {
    const answer = await world.request({
      method: 'GET',
      url: '/api/ledger/export',
      headers: pageHeaders(officer.cookie),
    });
    expect(answer.status).toBe(403);
  });

  test.each([
    [{ file: 'NN-26-1' }, 'file', 'file_number'],
    [{ file: 'NN-1999-000001' }, 'file', 'no_such_file'],
    [{ file: 7 }, 'file', 'file_number'],
    [{ officer: 'x' }, 'officer', 'id'],
    [{ office: ['x'] }, 'office', 'id'],
    [{ from: '2026-02-30' }, 'from', 'day'],
    [{ to: {} }, 'to', 'day'],
    [{ before: '3' }, 'before', 'whole'],
    [{ kind: "act' or true" }, 'kind', 'value'],
    [{ name: { a: 1 } }, 'name', 'value'],
  ])('%j', async (filter, field, reason) => {
    const refused = await refusal(auditor.ask('/api/ledger', filter));
    expect(refused).toMatchObject({ status: 422, fields: [{ field, reason }] });
  });

  test('the numbers of files in the database, for every role but the auditor', async () => {
    const { rows } = {
      rows: await world.owner<{ role: string }>(
        `select r.rolname as role from pg_roles r where r.rolname like 'ct\\_%' and has_function_privilege(r.rolname, 'ct.file_numbers(uuid[], text[])', 'execute')`,
      ),
    };
    expect(rows.map(row => row.role)).toEqual(['ct_auditor']);
  });
});

describe('an auditor', () => {
  test('finds what was done with one file by its number, in any case, and her asking is in the ledger too', async () => {
    const found = await entries({ file: ` ${person.number.toLowerCase()} ` });
    expect(found.map((entry: { name: string }) => entry.name)).toEqual([
      'person.open.phone',
      'person.read',
      'person.register',
    ]);
    expect(found[0]).toMatchObject({
      files: [person.number],
      purpose: 'Gọi báo gia đình',
      officerName: 'Giàng Seo Phừa',
      role: 'border_officer',
    });
    const [asked] = await entries({ name: 'ledger.file' });
    expect(asked).toMatchObject({ officer: auditor.officer, files: [person.number] });
  });

  test('reads no name of a person and nothing of what was written', async () => {
    const everything = JSON.stringify(await entries());
    const [registered] = await entries({ name: 'person.register' });
    const one = JSON.stringify(await auditor.ask('/api/ledger/entry', { id: registered.id }));
    for (const secret of ['Ví Dụ', '0912345678']) {
      expect(everything).not.toContain(secret);
      expect(one).not.toContain(secret);
    }
  });

  test('asks by officer, office, kind and days', async () => {
    const byOfficer = await entries({ officer: officer.officer });
    expect(byOfficer.length).toBeGreaterThan(3);
    for (const entry of byOfficer) expect([entry.officer, entry.subjectId]).toContain(officer.officer);
    for (const entry of await entries({ office: officer.office })) expect(entry.office).toBe(officer.office);
    for (const entry of await entries({ kind: 'auth' })) expect(entry.kind).toBe('auth');
    expect(await entries({ to: '2020-01-01' })).toEqual([]);
    expect((await entries({ from: world.today(), to: world.today() })).length).toBeGreaterThan(0);
  });

  test('who signed in is named as the one who did, who only tried is not', async () => {
    const [opened] = await entries({ name: 'session.opened', officer: officer.officer });
    expect(opened).toMatchObject({ officer: officer.officer, subjectName: 'Giàng Seo Phừa' });
    const { rows } = {
      rows: await world.owner<{ email: string }>('select email from officer where id = $1', [
        officer.officer,
      ]),
    };
    await world.request({
      method: 'POST',
      url: '/api/auth/password',
      headers: pageHeaders(),
      payload: { email: rows[0]!.email, password: 'không phải mật khẩu' },
    });
    const [tried] = await entries({ name: 'password.refused', officer: officer.officer });
    expect(tried).toMatchObject({ officer: null, subjectName: 'Giàng Seo Phừa' });
  });

  test('sees an entry in its place: the hashes fit and can be worked out', async () => {
    await auditor.ask('/api/ledger/verify', {});
    const [newest] = await entries({ name: 'person.open.phone' });
    const { proof } = await auditor.ask('/api/ledger/entry', { id: newest.id });
    expect(proof).toMatchObject({ fits: true, body: 'kept', chained: { seq: newest.seq } });
    const { createHash } = await import('node:crypto');
    const leaf = createHash('sha256').update(`chungtay ledger entry v1\n${proof.text}`).digest('hex');
    expect(leaf).toBe(proof.leaf);
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(proof.chained.seq));
    const hash = createHash('sha256')
      .update(Buffer.concat([Buffer.from(proof.chained.before, 'hex'), Buffer.from(leaf, 'hex'), number]))
      .digest('hex');
    expect(hash).toBe(proof.chained.hash);
  });

  test('holds every event of signing in by name', () => {
    // The type has no other names than the list, and the list no other than the type: either would not compile.
    const listed: Record<AuthEventName, true> = Object.fromEntries(
      authNames.map(name => [name, true]),
    ) as Record<(typeof authNames)[number], true>;
    expect(Object.keys(listed)).toHaveLength(authNames.length);
  });
});

describe('the proof', () => {
  test('comes in steps, the verdict last', async () => {
    const answer = await auditor.post('/api/ledger/verify', { progress: true });
    const lines = answer.text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines[0]).toMatchObject({ done: 0 });
    expect(lines.at(-1).result).toMatchObject({ ok: true, broken: 0, waiting: 0 });
  });

  test('a checkpoint kept elsewhere lies on the chain, however it was pasted; a changed one is refused', async () => {
    const { checkpoint } = await auditor.ask('/api/ledger/checkpoint');
    expect(checkpoint.qr).toMatch(/^data:image\/svg\+xml;base64,/);
    expect((await auditor.ask('/api/ledger/checkpoints')).rows[0]).toMatchObject({ seq: checkpoint.seq });
    expect(
      await auditor.ask('/api/ledger/verify', { note: checkpoint.note.trim().replaceAll('\n', '\r\n') }),
    ).toMatchObject({ ok: true });
    const [origin, seq] = checkpoint.note.split('\n');
    const forged = checkpoint.note.replace(`${origin}\n${seq}\n`, `${origin}\n${Number(seq) + 1}\n`);
    expect(await refusal(auditor.ask('/api/ledger/verify', { note: forged }))).toMatchObject({
      fields: [{ field: 'note', reason: 'note_signature' }],
    });
    expect(await refusal(auditor.ask('/api/ledger/verify', { note: 'chào' }))).toMatchObject({
      fields: [{ field: 'note', reason: 'note_unreadable' }],
    });
  });

  test('two who verify at once share one run', async () => {
    const both = await Promise.all([
      auditor.ask('/api/ledger/verify', {}),
      (await world.as('son')).ask('/api/ledger/verify', {}),
    ]);
    expect(both.map(verdict => verdict.ok)).toEqual([true, true]);
  });

  test('the download verifies without a database', async () => {
    const { verifyExport } = await import('../../kernel/ledger/export.ts');
    const answer = await world.request({
      method: 'GET',
      url: '/api/ledger/export',
      headers: pageHeaders(auditor.cookie),
    });
    const { checkpoint } = await auditor.ask('/api/ledger/checkpoint');
    expect(await verifyExport([answer.text], { verifierKeys: [checkpoint.verifierKey] })).toMatchObject({
      ok: true,
      checkpoint: 'verified',
    });
    expect((await entries({ name: 'ledger.export' }))[0]).toMatchObject({ officer: auditor.officer });
  });

  test('an entry changed behind the application is named', async () => {
    const [target] = await entries({ name: 'person.open.phone' });
    await world.owner('alter table ledger.entry disable trigger refuse_change');
    await world.owner("update ledger.entry set purpose = 'Việc khác' where id = $1", [target.id]);
    const verdict = await auditor.ask('/api/ledger/verify', {});
    expect(verdict).toMatchObject({
      ok: false,
      firstBroken: { seq: target.seq, entryId: target.id, why: 'entry' },
    });
    const { proof } = await auditor.ask('/api/ledger/entry', { id: target.id });
    expect(proof.fits).toBe(false);
  });
});
