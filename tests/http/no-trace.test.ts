/* What is written on no wall: names, numbers, phones and notes planted through a whole day's work are looked for afterwards in the log, in notices, in the
 * problems people were shown, in addresses, and, for what is sealed, in every column of the database. Also what /healthz says. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { shareBundles } from '../../modules/referrals/index.ts';
import { makeWorld, type Person, pageHeaders, type World } from '../support/world.ts';

let world: World;
let phua: Person;
/** Every answer that was a refusal, and every address that was asked. */
const refusals: string[] = [];
const addresses: string[] = [];

/** Words that stand nowhere else. What is sealed may lie in the database only as ciphertext. */
const sealed = {
  phone: '0300777123',
  address: 'Ngõ Chim Yến 4711',
  bankAccount: '9704999123456',
  paperNumber: '010309999123',
  draft: 'Bản nháp Hoa Sim',
};
const plain = {
  name: 'Vừ Thị Dấu Vết',
  foreign: '王痕迹',
  note: 'Ghi chú kín Quả Mận',
  account: 'Lời kể Sương Muối',
  reason: 'Lý do phá khóa Cây Sa Mộc ven suối',
  child: 'Vừ A Vết',
  purpose: 'mục đích Hoa Mai',
  search: 'Vu Thi Dau',
};
const canaries = [...Object.values(sealed), ...Object.values(plain)];

const pc02 = getOffice('cong-an/pc02@2025').id;
const shelter = getOffice('nhan-ai/nha@2025').id;

async function attempt(person: Person, url: string, body: unknown): Promise<void> {
  addresses.push(url);
  const answer = await person.post(url, body);
  if (answer.status >= 400) refusals.push(answer.text);
}

beforeAll(async () => {
  world = await makeWorld();
  world.app.addHook('onRequest', async request => {
    addresses.push(request.url);
  });
  phua = await world.as('phua');
  const [my, nhai, san, hang] = (await Promise.all(
    ['my', 'nhai', 'san', 'hang'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person];
  const today = world.today();
  await phua.act('draft.keep', {
    draftKind: 'intake',
    step: 'who',
    body: JSON.stringify({ said: sealed.draft }),
  });
  const { id: person } = await phua.act('person.register', {
    fullName: plain.name,
    otherNames: [{ text: plain.foreign, kind: 'foreign' }],
    born: '2001',
    phone: sealed.phone,
    address: sealed.address,
    bankAccount: sealed.bankAccount,
    route: 'self_return',
    arrivedAt: world.now(),
    herAccount: plain.account,
    entry: 'screen',
  });
  const { id: paper } = await phua.act('identityPaper.record', {
    person,
    paperKind: 'cccd',
    paperNumber: sealed.paperNumber,
  });
  await phua.act('child.record', { person, childName: plain.child });
  const consent = await phua.act('consent.record', {
    person,
    consentPurpose: 'referral',
    given: 'yes',
    givenBy: 'herself',
    dataClasses: ['who', 'contact', 'papers', 'children'],
  });
  const referral = await phua.act('referral.send', {
    person,
    toOffice: shelter,
    referralPurpose: 'shelter',
    sharedFields: [
      ...shareBundles.who!,
      ...shareBundles.contact!,
      ...shareBundles.papers!,
      ...shareBundles.children!,
    ],
    ground: 'consent',
    consent: consent.id,
    until: addDays(today, 9),
    message: plain.note,
  });
  await my.act('referral.accept', { answerNote: plain.note }, { subject: referral.id });
  await my.act('note.write', { person, noteKind: 'talk', onDay: today, text: plain.note });
  await my.act('statementNotice.send', {
    person,
    toOffice: getOffice('bien-phong/pcmt@2025').id,
    available: 'yes',
  });
  await phua.act('verification.request', { person, toOffice: pc02, receivedOn: today, question: plain.note });
  await nhai.path(person);
  expect(await phua.open('person', person, 'phone', plain.purpose)).toBe(sealed.phone);
  expect(await my.open('identityPaper', paper, 'paperNumber', plain.purpose)).toBe(sealed.paperNumber);
  await san.act('exceptionAccess.begin', { person, reason: plain.reason }, { purpose: plain.purpose });
  await san.path(person);
  expect((await phua.search(sealed.phone)).map(hit => hit.id)).toEqual([person]);
  expect((await phua.search(sealed.paperNumber)).map(hit => hit.id)).toEqual([person]);
  await phua.search(plain.search);
  // And all that goes wrong with the same words in hand.
  const [chuyen, thang] = await Promise.all([world.as('chuyen'), world.as('thang')]);
  for (const who of [chuyen, thang, hang]) {
    await attempt(who, '/api/path', { person });
    await attempt(who, '/api/search', { text: plain.name.repeat(20) });
    await attempt(who, '/api/open', {
      record: 'person',
      id: person,
      field: sealed.phone,
      purpose: plain.purpose,
    });
    await attempt(who, '/api/list', { record: 'person', filter: { [plain.name]: { is: plain.name } } });
    await attempt(who, '/api/list', {
      record: 'person',
      filter: { fullName: { is: plain.name }, phone: { is: sealed.phone } },
    });
    await attempt(who, '/api/act/person.register', {
      id: newId(),
      input: {
        fullName: plain.name,
        phone: { x: sealed.phone },
        born: plain.note,
        route: plain.name,
        [plain.child]: 1,
      },
    });
    await attempt(who, '/api/act/note.write', {
      id: newId(),
      input: { person, noteKind: 'talk', onDay: today, text: plain.note },
    });
    await attempt(who, '/api/act/person.correct', {
      id: newId(),
      subject: person,
      input: { fullName: plain.name, origin: newId(), reason: plain.reason },
    });
  }
  await attempt(phua, '/api/act/person.register', {
    id: newId(),
    input: {
      fullName: plain.name,
      origin: newId(),
      phone: sealed.phone,
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    },
  });
  await attempt(phua, '/api/act/person.register', {
    id: newId(),
    subject: person,
    input: { fullName: plain.name, route: 'self_return', arrivedAt: world.now(), entry: 'screen' },
  });
  const broken = await world.request({
    method: 'POST',
    url: '/api/list',
    headers: { ...pageHeaders(phua.cookie), 'content-type': 'application/json' },
    payload: `{"record": "${plain.name}`,
  });
  refusals.push(broken.text);
}, 60_000);
afterAll(() => world?.stop());

const traces = (text: string, words: readonly string[]): string[] => {
  const hay = text.toLowerCase();
  return words.filter(word =>
    [
      word,
      JSON.stringify(word).slice(1, -1),
      Buffer.from(word).toString('hex'),
      Buffer.from(word).toString('base64').replace(/=+$/, ''),
      encodeURIComponent(word),
    ].some(form => hay.includes(form.toLowerCase())),
  );
};

it('the log has a line for each request, with its pattern, and none of the words', () => {
  expect(world.log.length).toBeGreaterThan(40);
  expect(world.log.some(line => (line as { route?: string }).route === '/api/act/:name')).toBe(true);
  expect(traces(JSON.stringify(world.log), canaries)).toEqual([]);
  const ids = /[0-9a-f]{8}-[0-9a-f]{4}-/;
  expect(world.log.filter(line => ids.test(JSON.stringify(line)))).toEqual([]);
});

it('no notice says about whom', async () => {
  const notices = await world.owner('select to_jsonb(n)::text as text from notice n');
  expect(notices.length).toBeGreaterThan(4);
  expect(traces(notices.map(row => row.text).join('\n'), canaries)).toEqual([]);
  expect(traces(JSON.stringify(await phua.notices()), canaries)).toEqual([]);
});

it('no refusal repeats what was typed, not even the name of a field', () => {
  expect(refusals.length).toBeGreaterThan(20);
  // A field that does not exist is named back to whoever made it up; that is a key of the caller's program, not a value.
  const values = canaries.filter(
    word => word !== plain.child && word !== plain.name && word !== sealed.phone,
  );
  expect(traces(refusals.join('\n'), values)).toEqual([]);
});

it('no address holds a word or the number of a person', () => {
  expect(traces(addresses.join('\n'), canaries)).toEqual([]);
  expect(addresses.filter(url => /[0-9a-f]{8}-|NN-\d/.test(url))).toEqual([]);
});

it('what is sealed lies nowhere in the database as text, in no column of no table', async () => {
  const columns = await world.owner<{ schema: string; table: string }>(
    "select table_schema as schema, table_name as table from information_schema.tables where table_schema in ('public', 'ledger', 'auth', 'ct') and table_type = 'BASE TABLE'",
  );
  expect(columns.length).toBeGreaterThan(25);
  const words = Object.values(sealed).flatMap(word => [word, word.replaceAll(' ', ''), word.toLowerCase()]);
  for (const { schema, table } of columns) {
    const rows = await world.owner<{ text: string }>(`select t::text as text from ${schema}.${table} t`);
    expect([table, traces(rows.map(row => row.text).join('\n'), words)]).toEqual([table, []]);
  }
  const [kept] = await world.owner(
    'select phone_sealed is not null and phone_index is not null and address_sealed is not null as there from person limit 1',
  );
  expect(kept).toEqual({ there: true });
});

it('the ledger’s entries hold ids, and of what was done and why about one person nothing', async () => {
  const entries = await world.owner('select to_jsonb(e)::text as text from ledger.entry e');
  expect(traces(entries.map(row => row.text).join('\n'), canaries)).toEqual([]);
});

it('healthz says that all is well, to anybody, and nothing else', async () => {
  const answer = await world.request({ method: 'GET', url: '/healthz' });
  expect([answer.status, Object.keys(answer.body).sort()]).toEqual([200, ['ok', 'version']]);
  expect(answer.headers['content-type']).toContain('application/json');
  for (const header of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
    expect(answer.headers).toHaveProperty(header);
});
