/* The tablet in a language nobody here can write: an interpreter speaks its sentences, the next person hears them. Who may bring a voice and who may not, what is no
 * recording, which line counts, and that nothing of it reaches what people answered. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { feedbackQuestions, tabletPages, tabletSentences } from '../../modules/feedback/index.ts';
import zh from '../../modules/feedback/web/words/zh.ts';
import { say } from '../../server/locales.ts';
import {
  type Answer,
  asDatabaseRole,
  type Json,
  makeWorld,
  type Person,
  pageHeaders,
  Refused,
  refusal,
  type World,
} from '../support/world.ts';

let world: World;
let today: Day;
let phua: Person;
let my: Person;
let van: Person;
let admin: Person;
let file: string;

const tablet = (url: string, body: object): Promise<Answer> =>
  world.request({ method: 'POST', url: `/api/feedback/${url}`, headers: pageHeaders(), payload: body });

/** A quarter of a second of silence, as a WAV. */
function sound(bytes = 4000): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(16000, 24);
  head.writeUInt32LE(16000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return Buffer.concat([head, Buffer.alloc(bytes, 128)]);
}

async function record(by: Person, bytes: Buffer, more: Json = {}, name = 'cau.wav'): Promise<Json> {
  const form = new FormData();
  form.append(
    'input',
    JSON.stringify({
      feedbackLanguage: 'hmn',
      sentence: 'q.safe',
      givenOn: today,
      interpreter: 'Giàng A Thông',
      ...more,
    }),
  );
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const made = new Response(form);
  const answer = await by.post('/api/feedback/sentence', Buffer.from(await made.arrayBuffer()), {
    'content-type': made.headers.get('content-type')!,
  });
  if (answer.status !== 200) throw new Refused('/api/feedback/sentence', answer);
  return answer.body;
}
const write = (by: Person, more: Json = {}) =>
  by.act('spokenSentence.give', {
    feedbackLanguage: 'hmn',
    sentence: 'q.safe',
    givenOn: today,
    interpreter: 'Vàng Thị Dịch',
    ...more,
  });
const issues = async (promise: Promise<unknown>) =>
  (await refusal(promise)).fields.map(({ field, reason }) => `${field} ${reason}`);
const handOver = async (by = phua, feedbackLanguage = 'hmn'): Promise<string> =>
  (await by.act('feedback.open', { person: file, feedbackLanguage })).code;
const saidTo = async (code: string): Promise<Json[]> => (await tablet('said', { code })).body.said;

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, my, van, admin] = (await Promise.all(
    ['phua', 'my', 'van', 'hoai-nam'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person];
  file = (
    await phua.act('person.register', {
      fullName: 'Giàng Thị Ví Dụ',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    })
  ).id;
});
afterAll(() => world?.stop());

describe('who brings no voice', () => {
  it('whoever keeps files only, hears complaints, or decides elsewhere', async () => {
    for (const key of ['phua', 'nhai', 'nam', 'hang', 'vinh', 'chau']) {
      const person = await world.as(key);
      expect([key, (await refusal(record(person, sound()))).code]).toEqual([key, 'act.not_yours']);
      expect([key, (await refusal(write(person, { written: 'x' }))).code]).toEqual([key, 'act.not_yours']);
    }
    expect((await tablet('sentence', {})).status).toBe(401);
  });

  it('nor past the application', async () => {
    const row = [newId(), phua.office, phua.officer, today];
    await asDatabaseRole(world, 'ct_border_officer', phua.cookie, async query => {
      await expect(
        query(
          `insert into spoken_sentence (id, province, office, made_at, made_by, changed_at, feedback_language, sentence, given_on, interpreter, maker, written)
           values ($1, 'lao_cai', $2, now(), $3, now(), 'hmn', 'q.safe', $4, 'x', $3, 'x')`,
          row,
        ),
      ).rejects.toMatchObject({ code: '42501' });
    });
    const { id } = await write(my, { written: 'câu đúng' });
    await asDatabaseRole(world, 'ct_shelter_worker', my.cookie, async query => {
      await expect(
        query("update spoken_sentence set written = 'câu khác' where id = $1", [id]),
      ).rejects.toMatchObject({ code: '42501' });
    });
    await my.act('spokenSentence.withdraw', { withdrawnWhy: 'thử' }, { subject: id });
  });
});

describe('what is not taken', () => {
  it('what is no recording, whatever it is called; one that is too large; nothing at all', async () => {
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n');
    for (const bytes of [
      pdf,
      Buffer.from('<script>alert(1)</script>'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    ])
      expect(await issues(record(my, bytes, {}, 'cau.mp3'))).toEqual(['content not_a_recording']);
    expect(await issues(record(my, sound(1_100_000)))).toEqual(['content recording_too_large']);
    expect(await issues(write(my))).toEqual(['content say_or_write']);
  });

  it('a sentence the tablet does not say, a day to come, nobody’s name, Vietnamese that is there', async () => {
    expect(await issues(write(my, { written: 'x', sentence: 'q.other' }))).toEqual(['sentence choice']);
    expect(await issues(write(my, { written: 'x', givenOn: addDays(today, 1) }))).toEqual([
      'givenOn in_future',
    ]);
    expect(await issues(write(my, { written: 'x', interpreter: ' ' }))).toEqual(['interpreter required']);
    expect(await issues(write(my, { written: 'x', feedbackLanguage: 'tha' }))).toEqual([
      'feedbackLanguage choice',
    ]);
    expect(await issues(write(my, { written: 'x', feedbackLanguage: 'vi' }))).toEqual([
      'written written_already',
    ]);
  });
});

describe('the tablet', () => {
  it('without any has pictures and Vietnamese as before', async () => {
    expect(await saidTo(await handOver())).toEqual([]);
  });

  it('speaks what was recorded, with who and when, and gives the sound to nobody without a code', async () => {
    const spoken = await record(my, sound(), { sentence: 'q.safe' });
    const code = await handOver();
    expect(await saidTo(code)).toEqual([
      {
        sentence: 'q.safe',
        written: null,
        voice: spoken.sentence,
        by: [{ interpreter: 'Giàng A Thông', givenOn: today }],
      },
    ]);
    const heard = await tablet('hear', { code, id: spoken.sentence });
    expect(heard.body.type).toBe('audio/wav');
    expect(Buffer.from(heard.body.base64, 'base64').equals(sound())).toBe(true);
    for (const body of [
      { code: 'ABCDEFGH', id: spoken.sentence },
      { id: spoken.sentence },
      { code: await handOver(phua, 'dao'), id: spoken.sentence },
      { code, id: newId() },
    ])
      expect((await tablet('hear', body)).status).toBe(404);
    expect((await tablet('said', { code: 'ABCDEFGH' })).body.code).toBe('feedback.code_unknown');
    // The sound rests sealed, like every file.
    const [row] = await world.owner<Json>('select content_sealed from spoken_sentence where id = $1', [
      spoken.sentence,
    ]);
    expect(Buffer.from(row.content_sealed).includes(Buffer.from('RIFF'))).toBe(false);
  });

  it('takes voice and text each from the newest line that has it; one’s own office comes first', async () => {
    const old = await record(my, sound(1000), { sentence: 'q.helped', givenOn: addDays(today, -30) });
    const renewed = await record(my, sound(2000), { sentence: 'q.helped', interpreter: 'Sùng A Mới' });
    await write(van, { sentence: 'q.helped', written: 'chữ của Sở' });
    const line = async (by: Person) =>
      (await by.ask('/api/feedback/sentences', { language: 'hmn' })).said.find(
        (one: Json) => one.sentence === 'q.helped',
      );
    expect(await line(phua)).toMatchObject({ voice: renewed.sentence, written: 'chữ của Sở' });
    const own = await record(van, sound(3000), { sentence: 'q.helped', givenOn: addDays(today, -60) });
    expect(await line(van)).toMatchObject({ voice: own.sentence });
    expect(await line(my)).toMatchObject({ voice: renewed.sentence });
    await my.act('spokenSentence.withdraw', { withdrawnWhy: 'Nghe không rõ' }, { subject: renewed.sentence });
    expect(await line(my)).toMatchObject({ voice: old.sentence });
    const code = await handOver();
    expect((await tablet('hear', { code, id: renewed.sentence })).status).toBe(404);
    // It stays to be heard by those who prepare the tablet, and by the inspectorate.
    for (const key of ['my', 'hang'])
      expect((await (await world.as(key)).ask('/api/feedback/voice', { id: renewed.sentence })).type).toBe(
        'audio/wav',
      );
  });

  it('a line is withdrawn by its own office or an administrator, with a reason, once', async () => {
    const { id } = await write(my, { sentence: 'start', written: 'câu' });
    const withdraw = (by: Person, withdrawnWhy: string | null = 'Sai nghĩa') =>
      by.act('spokenSentence.withdraw', { withdrawnWhy }, { subject: id });
    for (const person of [van, phua, await world.as('hang')])
      expect((await refusal(withdraw(person))).code).toBe('act.not_yours');
    expect(await issues(withdraw(admin, null))).toEqual(['withdrawnWhy required']);
    await withdraw(admin);
    expect((await refusal(withdraw(my))).code).toBe('act.wrong_state');
  });

  it('and whoever prepares it reads nothing of what people answered', async () => {
    for (const person of [my, van, admin])
      for (const record of ['feedback', 'complaint'])
        expect((await refusal(person.list(record))).status).toBeGreaterThan(402);
  });
});

it('every sentence has its Vietnamese and Chinese, and every question is among them', () => {
  expect(tabletSentences.filter(key => !say('vi', `feedback.tablet.${key}`))).toEqual([]);
  expect(Object.keys(zh.texts!).sort()).toEqual([...tabletSentences].sort());
  expect(tabletPages.questions).toEqual(feedbackQuestions.map(name => `q.${name}`));
});
