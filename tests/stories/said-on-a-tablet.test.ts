/* What she says on a tablet about how she was treated: what opens it, what it leaves behind, who can see what of it, and that her worker learns nothing, also not
 * from numbers. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day, startOfDay } from '../../kernel/day.ts';
import { quarterOf } from '../../modules/feedback/index.ts';
import { type Json, makeWorld, type Person, pageHeaders, refusal, type World } from '../support/world.ts';

const gate = getOffice('bien-phong/ck-lao-cai@2025').id;
const inspectorate = getOffice('thanh-tra/tinh@2025').id;

let world: World;
let today: Day;
let phua: Person;
let my: Person;
let hang: Person;
const her: Record<string, string> = {};
const good = { respected: 'good', understood: 'good', safe: 'good', chosen: 'skipped', helped: 'middle' };

/** The tablet: no session, no cookie, the code alone. */
const tablet = (url: string, body: object) =>
  world.request({ method: 'POST', url: `/api/feedback/${url}`, headers: pageHeaders(), payload: body });
const handOver = async (person = phua): Promise<string> =>
  (await person.act('feedback.open', { person: her.file, feedbackLanguage: 'hmn' })).code;

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, my, hang] = (await Promise.all(['phua', 'my', 'hang'].map(key => world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
  const registered = await phua.act('person.register', {
    fullName: 'Giàng Thị Ví Dụ',
    route: 'self_return',
    arrivedAt: world.now(),
    entry: 'screen',
  });
  her.file = registered.id;
  her.number = registered.number!;
});
afterAll(() => world?.stop());

describe('what does not open it', () => {
  it('somebody without her file cannot hand a tablet over for her', async () => {
    expect((await refusal(my.act('feedback.open', { person: her.file, feedbackLanguage: 'vi' }))).code).toBe(
      'person.not_shared',
    );
  });

  it('a made-up code, one that is half an hour old, one that was used', async () => {
    for (const code of ['ABCDEFGH', '', null, 'x'.repeat(500), { a: 1 }])
      expect((await tablet('enter', { code })).body.code).toBe('feedback.code_unknown');
    const late = await handOver();
    world.shift(31);
    expect((await tablet('enter', { code: late })).body.code).toBe('feedback.code_unknown');
    world.shift(0);
    const once = await handOver();
    expect((await tablet('give', { code: once, answers: good })).status).toBe(200);
    for (const [url, body] of [
      ['enter', { code: once }],
      ['give', { code: once, answers: good }],
    ] as const)
      expect((await tablet(url, body)).body.code).toBe('feedback.code_unknown');
  });

  it('an answer that is none, and a field nobody asked', async () => {
    const code = await handOver();
    expect((await tablet('give', { code, answers: { ...good, safe: 'great' } })).body.fields).toMatchObject([
      { field: 'safe' },
    ]);
    expect((await tablet('give', { code, answers: { ...good, person: her.file } })).status).toBe(422);
    expect((await tablet('enter', { code })).body).toEqual({ language: 'hmn' });
  });
});

describe('she says that she is not safe', () => {
  it('another office hears it at once: the inspectorate, with her words, without her file', async () => {
    const code = await handOver();
    const done = await tablet('give', {
      code: code.toLowerCase(),
      answers: {
        ...good,
        respected: 'bad',
        words: 'Anh ấy hỏi đi hỏi lại',
        raise: 'not_safe',
        complaint: 'Có người đứng ngoài cổng',
      },
    });
    expect(done.body).toEqual({ raised: true });
    const [item] = (await hang.work()).filter(one => one.kind === 'complaint_waiting');
    expect((await hang.notices())[0]).toMatchObject({ kind: 'complaint_not_safe' });
    her.complaint = item.id;
    const seen = await hang.get('complaint', item.id);
    expect(seen).toMatchObject({
      complaintKind: 'not_safe',
      aboutOffice: gate,
      office: inspectorate,
      fileNumber: null,
      state: 'open',
    });
    expect(JSON.stringify(seen)).not.toContain(her.file!);
    expect(await hang.open('complaint', item.id, 'words')).toBe('Có người đứng ngoài cổng');
  });

  it('with her file’s number when she allows it; the number opens nothing', async () => {
    await tablet('give', {
      code: await handOver(),
      answers: { ...good, raise: 'complaint', allowNumber: true },
    });
    const [row] = await hang.list('complaint', { filter: { complaintKind: { is: 'complaint' } } });
    expect((await hang.get('complaint', row.id)).fileNumber).toBe(her.number);
    expect((await refusal(hang.path(her.file!))).code).toBe('person.not_shared');
  });

  it('is taken and closed there, with a word of what was done; by nobody else', async () => {
    for (const person of [phua, my, await world.as('vinh')])
      expect(
        (await refusal(person.act('complaint.take', {}, { subject: her.complaint! }))).status,
      ).toBeGreaterThan(402);
    await hang.act('complaint.take', {}, { subject: her.complaint! });
    const close = (input: object) => hang.act('complaint.close', input, { subject: her.complaint! });
    expect((await refusal(close({ outcome: 'passed_on' }))).fields).toMatchObject([{ field: 'outcomeNote' }]);
    await close({ outcome: 'passed_on', outcomeNote: 'Đã báo công an xã' });
    expect((await hang.work()).map(one => one.id)).not.toContain(her.complaint);
  });
});

describe('her worker', () => {
  it('and his office see that a tablet was handed over; no answer, no word, not whether she answered', async () => {
    for (const key of ['phua', 'quyet']) {
      const person = await world.as(key);
      const { parts } = await person.path(her.file!);
      expect(parts.feedbackInvitation.length).toBeGreaterThan(3);
      for (const one of parts.feedbackInvitation) {
        expect(one).not.toHaveProperty('usedAt');
        expect(one).not.toHaveProperty('codeHash');
      }
      for (const record of ['feedback', 'complaint'])
        expect((await refusal(person.list(record))).status).toBeGreaterThan(402);
    }
  });

  it('and nobody but the receiver reads a row of it', async () => {
    for (const key of ['my', 'nhai', 'toan', 'van', 'chuyen', 'vinh', 'hoai-nam', 'chau']) {
      const person = await world.as(key);
      const rows = await person.list('feedback').catch(() => []);
      expect([key, rows]).toEqual([key, []]);
    }
    const rows = await hang.list('feedback');
    expect(rows.length).toBeGreaterThan(1);
    // The row knows the quarter, not the hour, and no file.
    for (const row of rows) expect(row.madeAt).toBe(startOfDay(quarterOf(today)));
    expect(JSON.stringify(rows)).not.toContain(her.file!);
  });

  it('learns nothing from numbers: not of the quarter that runs, and none under five', async () => {
    expect((await phua.ask('/api/feedback/counts')).counts).toEqual([]);
    const before = quarterOf(addDays(quarterOf(today), -1));
    const make = (count: number, respected: string) =>
      world.owner(
        `insert into feedback (id, province, office, made_at, made_by, changed_at, about_office, quarter_of, feedback_language, respected, understood, safe, chosen, helped)
           select gen_random_uuid(), 'lao_cai', $1, now(), gen_random_uuid(), now(), $2, $3, 'vi', $4, 'good', 'good', 'good', 'good' from generate_series(1, ${count})`,
        [inspectorate, gate, before, respected],
      );
    await make(4, 'good');
    const hidden = (await phua.ask('/api/feedback/counts')).counts;
    expect(hidden).toMatchObject([{ office: gate, quarter: before, people: null }]);
    expect(JSON.stringify(hidden)).not.toMatch(/:[1-9]/);
    await make(6, 'good');
    await make(2, 'bad');
    // Two against ten: the total and the ten would give the two away.
    expect((await phua.ask('/api/feedback/counts')).counts[0].questions.respected).toMatchObject({
      good: null,
      bad: null,
    });
    await make(10, 'good');
    await make(1, 'bad');
    await make(3, 'middle');
    const [shown] = (await phua.ask('/api/feedback/counts')).counts;
    expect(shown.people).toBe(26);
    expect(shown.questions.respected).toMatchObject({ good: 20, middle: null, bad: null });
    // Another office's numbers are another office's.
    expect((await (await world.as('thang')).ask('/api/feedback/counts')).counts).toEqual([]);
    expect((await refusal((await world.as('chau')).ask('/api/feedback/counts'))).status).toBe(403);
  });
});

it('the ledger says that it happened, and neither what nor by whom; logs know nothing', async () => {
  const all = await world.owner<Json>(
    "select subject_id, person_ids, officer from ledger.entry where name = 'feedback.give'",
  );
  expect(all.length).toBeGreaterThan(2);
  for (const entry of all) expect(entry).toEqual({ subject_id: null, person_ids: null, officer: null });
  expect(JSON.stringify(world.log)).not.toContain('đứng ngoài');
});
