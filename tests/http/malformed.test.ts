/* What nobody of us sends: broken JSON, wrong types, stray fields, hostile names, wrong methods and addresses, by people of several roles and by nobody. The
 * answer is a problem in the caller's language, never a defect of ours and never a look at the inside. The addresses are those the server declares.
 * One file, because the last test looks through the log of all of them. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import openapi from '../../generated/openapi.json' with { type: 'json' };
import { newId } from '../../kernel/id.ts';
import { acts, records } from '../../modules/index.ts';
import { expectProblem, hostile, hostileBodies, hostileKeys } from '../support/hostile.ts';
import { type Answer, makeWorld, type Person, pageHeaders, type World } from '../support/world.ts';

// How often one may ask is tried elsewhere; here it would answer in place of what is tried.
vi.hoisted(() => {
  process.env.CHUNGTAY_REQUESTS_PER_SESSION = '1000000';
});

let world: World;
let refused = 0;
const seed = Number(process.env.CHUNGTAY_SEED ?? 20_261_124);

interface Caller {
  readonly name: string;
  readonly person: Person | null;
  readonly lang: 'vi' | 'en';
  /** What the browser says; the language of a session wins over it. */
  readonly accept: string;
}
let callers: Caller[] = [];
let file = '';
/** Somebody who may be signed out, or find herself with another session, by what is sent here; her browser speaks Vietnamese as she does. */
let disposable: Caller;
let routes: { url: string; method: string }[] = [];

/** The server's own list of addresses, from the tree it prints. */
function declared(): { url: string; method: string }[] {
  const stack: string[] = [];
  return world.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap(line => {
      const match = /^(.*?)(?:├── |└── )(.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
      if (!match) return [];
      const depth = match[1]!.length / 4;
      stack.length = depth;
      stack.push(match[2]!);
      return (match[3] ?? '')
        .split(', ')
        .filter(method => method === 'GET' || method === 'POST')
        .map(method => ({ url: stack.join(''), method }));
    });
}

beforeAll(async () => {
  world = await makeWorld();
  const people = await Promise.all(
    ['phua', 'nhai', 'my', 'toan', 'chuyen', 'vinh', 'hang', 'hoai-nam'].map(key => world.as(key)),
  );
  const english = await world.as('lan-anh');
  expect((await english.post('/api/session/lang', { lang: 'en' })).status).toBe(204);
  const { id } = await people[0]!.act('person.register', {
    fullName: 'Vàng Thị Mại',
    route: 'self_return',
    arrivedAt: world.now(),
    entry: 'api',
  });
  file = id;
  callers = [
    ...people.map(
      (person, index): Caller => ({
        name: person.key,
        person,
        lang: 'vi',
        accept: index % 2 ? 'en-GB,en' : 'vi',
      }),
    ),
    { name: 'lan-anh', person: english, lang: 'en', accept: 'vi-VN' },
    { name: 'nobody', person: null, lang: 'vi', accept: 'vi-VN,vi;q=0.9' },
    { name: 'nobody from abroad', person: null, lang: 'en', accept: 'en-US,en;q=0.9' },
  ];
  disposable = { name: 'disposable', person: await world.as('si'), lang: 'vi', accept: 'vi' };
  routes = declared().filter(
    ({ url }) => url.startsWith('/api/') && !url.includes('*') && !url.includes(':'),
  );
});
afterAll(() => world?.stop());

const signing = (url: string) => url.startsWith('/api/auth/') || url.startsWith('/api/session');
/** Who sends what to an address: signing in and out is tried by those whose session is not needed afterwards. */
const callerFor = (url: string, turn: number): Caller =>
  signing(url) ? [disposable, ...callers.slice(-2)][turn % 3]! : callers[turn % callers.length]!;

let sent = 0;
function send(
  caller: Caller,
  url: string,
  body: unknown,
  more: { method?: string; headers?: Record<string, string>; raw?: boolean } = {},
): Promise<Answer> {
  sent += 1;
  const headers: Record<string, string> = {
    ...pageHeaders(caller.person?.cookie),
    'accept-language': caller.accept,
    ...more.headers,
  };
  if (body !== undefined && !('content-type' in headers) && !more.raw)
    headers['content-type'] = 'application/json';
  const payload = body === undefined ? {} : { payload: more.raw ? (body as string) : JSON.stringify(body) };
  return world.request({
    method: (more.method ?? 'POST') as 'POST',
    url,
    headers,
    remoteAddress: `10.9.${(sent >> 7) % 250}.${sent % 120}`,
    ...payload,
  });
}

function judge(answer: Answer, caller: Caller, what: unknown): void {
  if (expectProblem(answer, caller.lang, what)) refused += 1;
}

/** By name, so that a counterexample can be read. */
const anybody = fc.nat().map(index => callers[index % callers.length]!.name);
const called = (name: string): Caller => callers.find(caller => caller.name === name)!;
const check = (property: fc.IAsyncProperty<never> | fc.IAsyncProperty<unknown[]>, numRuns: number) =>
  fc.assert(property as fc.IAsyncProperty<unknown[]>, {
    seed,
    numRuns,
    interruptAfterTimeLimit: 60_000,
    markInterruptAsFailure: true,
  });

describe('every address the server declares', () => {
  it('is there, the acts among them', () => {
    expect(routes.length).toBeGreaterThan(30);
    // Both ways, method by method: an address nobody described is one this test could not send nonsense to.
    const inWords = Object.entries(openapi.paths)
      // What stands in an address itself is no body: an act's name and a calendar's key are tried elsewhere.
      .filter(([url]) => !url.startsWith('/api/act/') && !url.includes('{'))
      .flatMap(([url, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${url}`));
    expect(inWords.sort()).toEqual(routes.map(({ url, method }) => `${method} ${url}`).sort());
    expect(Object.keys(openapi.paths).filter(path => path.startsWith('/api/act/')).length).toBe(acts.length);
  });

  it('refuses what is no JSON, or no object, or of another type', async () => {
    let turn = 0;
    for (const { url } of routes.filter(({ method }) => method === 'POST'))
      for (const { type, body } of hostileBodies) {
        const caller = callerFor(url, turn++);
        const answer = await send(caller, url, body, {
          raw: true,
          headers: type === undefined ? {} : { 'content-type': type },
        });
        judge(answer, caller, { url, type, body: body.slice(0, 80) });
      }
  }, 120_000);

  it('refuses another method, and a page of another site', async () => {
    for (const { url, method } of routes)
      for (const other of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
        one => one !== method,
      )) {
        const caller = callerFor(url, url.length + other.length);
        judge(
          await send(caller, url, other === 'GET' || other === 'OPTIONS' ? undefined : {}, { method: other }),
          caller,
          { url, other },
        );
      }
    const headers: Record<string, string>[] = [
      { origin: 'https://laocai.example.com' },
      { 'x-chungtay': '0' },
      { 'sec-fetch-site': 'cross-site' },
      { host: 'a b' },
      { host: '' },
      { host: '10.0.0.7:3000' },
      { host: 'laocai.gov.vn' },
      { origin: 'null' },
    ];
    for (const { url, method } of routes.filter(route => route.method === 'POST'))
      for (const header of headers) {
        const answer = await send(callers.at(-1)!, url, {}, { method, headers: header });
        judge(answer, callers.at(-1)!, { url, header });
        expect(answer.status).toBe(403);
      }
  }, 120_000);

  it('answers nobody but with signing in', async () => {
    const open = new Set([
      '/api/session',
      '/api/auth/password',
      '/api/auth/cast',
      '/api/auth/reset',
      '/api/auth/sign-out',
      '/api/auth/passkey/options',
      '/api/auth/passkey',
      // The tablet a person speaks to has a code and no session.
      '/api/feedback/enter',
      '/api/feedback/said',
      '/api/feedback/hear',
      '/api/feedback/give',
    ]);
    for (const { url, method } of routes.filter(route => !open.has(route.url))) {
      const answer = await send(callers.at(-1)!, url, method === 'POST' ? {} : undefined, { method });
      judge(answer, callers.at(-1)!, url);
      expect([url, answer.status === 401 || answer.status === 422]).toEqual([url, true]);
    }
  });

  it('stands a cookie that is none', async () => {
    for (const cookie of [
      'ct=',
      'ct=x',
      `ct=${'a'.repeat(43)}`,
      `ct=${'a'.repeat(43)}; ct=${'b'.repeat(43)}`,
      `__Host-ct=${'a'.repeat(43)}`,
      '=;;=',
      'ct=%00',
      `__Host-ct=${'x'.repeat(8000)}`,
      '__Host-ct="',
      'é',
    ])
      for (const url of ['/api/list', '/api/session', '/api/auth/sign-out', '/api/act/person.register']) {
        const answer = await send(callers.at(-1)!, url, url === '/api/session' ? undefined : {}, {
          method: url === '/api/session' ? 'GET' : 'POST',
          headers: { cookie },
        });
        judge(answer, callers.at(-1)!, { cookie, url });
      }
  });
});

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}
/** Every address with a body of its own, as it is described; acts and lists have tests of their own below, and the form of an upload its own file. */
const described = Object.entries(openapi.paths).flatMap(
  ([url, methods]): [string, Record<string, Schema>][] => {
    const content = (methods as { post?: { requestBody?: { content: Record<string, { schema: Schema }> } } })
      .post?.requestBody?.content;
    const schema = content?.['application/json']?.schema;
    return schema && !url.startsWith('/api/act/') && url !== '/api/list'
      ? [[url, { ...schema.properties }]]
      : [];
  },
);
/** Where each try is dear: a password is hashed, the chain is read to its end, a worker unpacks a file. */
const costly = new Set([
  '/api/auth/password',
  '/api/auth/password/change',
  '/api/auth/reset',
  '/api/auth/passkey',
  '/api/auth/passkey/new',
  '/api/ledger/verify',
  '/api/ledger/checkpoint',
  '/api/export',
]);

/** A value the description allows, so that nonsense in one place is met with sense in the others. */
function fitting({ type, format, enum: codes, properties, items }: Schema): fc.Arbitrary<unknown> | null {
  if (codes) return fc.constantFrom(...codes);
  if (format === 'uuid') return fc.nat().map(() => newId());
  if (format === 'date') return fc.constantFrom('2025-06-30', '2026-01-01');
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.nat(50);
  if (type === 'array') return fc.array(fc.oneof(fitting(items ?? {}) ?? hostile, hostile), { maxLength: 3 });
  if (properties)
    return fc.record(
      Object.fromEntries(
        Object.entries(properties).map(([key, inner]) => [key, fc.oneof(fitting(inner) ?? hostile, hostile)]),
      ),
      { requiredKeys: [] },
    );
  return type === 'string' ? fc.constant('kiểm tra') : null;
}

describe('bodies of the right outline with anything in them', () => {
  it.each(described)(
    '%s',
    async (url, properties) => {
      const keys = Object.keys(properties);
      const record = fc.constantFrom(...records.map(one => one.name));
      const valid: Record<string, fc.Arbitrary<unknown>> = {
        record,
        act: fc.constantFrom(...acts.map(one => one.name)),
        id: fc.constantFrom(newId(), file),
        subject: fc.constantFrom(newId(), file),
        person: fc.constantFrom(newId(), file),
        field: fc.constantFrom('phone', 'fullName', 'paperNumber', 'body'),
        purpose: fc.constant('kiểm tra'),
        role: fc.constantFrom('auditor', 'border_officer'),
        name: fc.constantFrom('person.read', 'khóa'),
        fullName: fc.constant('Vàng Thị Mại'),
      };
      const value = (key: string) => {
        const right = valid[key] ?? fitting(properties[key]!);
        return right ? fc.oneof({ weight: 2, arbitrary: right }, hostile) : hostile;
      };
      const body = fc
        .tuple(
          fc.record(Object.fromEntries(keys.map(key => [key, value(key)])), { requiredKeys: [] }),
          fc.dictionary(fc.constantFrom(...hostileKeys), hostile, { maxKeys: 2 }),
        )
        .map(([first, second]) => ({ ...first, ...second }));
      await check(
        fc.asyncProperty(anybody, body, async (name, input) => {
          const caller = called(name);
          const by = signing(url) ? callerFor(url, JSON.stringify(input).length) : caller;
          judge(await send(by, url, input), by, { url, input });
        }),
        keys.length === 0 ? 15 : costly.has(url) ? 30 : 60,
      );
    },
    90_000,
  );

  it('/api/list: filters, orders and places to go on from', async () => {
    const known = [...new Set(records.flatMap(record => Object.keys(record.fields)))];
    const request = fc.record(
      {
        record: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...records.map(record => record.name)) },
          hostile,
        ),
        filter: fc.oneof(
          {
            weight: 6,
            arbitrary: fc.dictionary(
              fc.constantFrom(...known, ...hostileKeys),
              fc.oneof(
                {
                  weight: 4,
                  arbitrary: fc.dictionary(
                    fc.constantFrom('is', 'in', 'from', 'to', 'starts', 'has', 'constructor'),
                    fc.oneof(hostile, fc.array(hostile, { maxLength: 3 })),
                    { maxKeys: 1 },
                  ),
                },
                hostile,
              ),
              { maxKeys: 2 },
            ),
          },
          hostile,
        ),
        sort: fc.oneof(
          {
            weight: 4,
            arbitrary: fc.record(
              {
                by: fc.oneof(fc.constantFrom(...known, 'madeAt', ...hostileKeys), hostile),
                descending: hostile,
              },
              { requiredKeys: [] },
            ),
          },
          hostile,
        ),
        after: fc.oneof(
          {
            weight: 3,
            arbitrary: fc
              .tuple(hostile, fc.oneof(fc.constant(newId()), hostile))
              .map(place => Buffer.from(JSON.stringify(place)).toString('base64url')),
          },
          hostile,
        ),
        limit: fc.oneof(fc.integer({ min: 1, max: 100 }), hostile),
      },
      { requiredKeys: ['record'] },
    );
    await check(
      fc.asyncProperty(anybody, request, async (name, input) =>
        judge(await send(called(name), '/api/list', input), called(name), input),
      ),
      1500,
    );
  }, 120_000);

  it('/api/list: each filter and order of each record with each hostile value, one at a time', async () => {
    const values = ['a\u0000b', '\ud800', '2025-02-30', '-'.repeat(36), 5, newId(), { toString: 1 }];
    let turn = 0;
    for (const record of records)
      for (const name of [
        ...Object.keys(record.fields),
        'office',
        'person',
        'number',
        'madeAt',
        'constructor',
        'toString',
      ])
        for (const value of values) {
          const caller = callers[turn++ % (callers.length - 2)]!;
          const operator = ['is', 'in', 'from', 'to', 'has', 'starts'][turn % 6]!;
          const input =
            turn % 3 === 0
              ? {
                  record: record.name,
                  sort: { by: name },
                  after: Buffer.from(JSON.stringify([value, newId()])).toString('base64url'),
                }
              : {
                  record: record.name,
                  filter: { [name]: { [operator]: operator === 'in' ? [value] : value } },
                };
          judge(await send(caller, '/api/list', input), caller, input);
        }
  }, 120_000);
});

describe('acts', () => {
  it.each(acts.map(act => [act.name, act] as const))(
    '%s',
    async (name, act) => {
      const example = (field: (typeof act.input)[string]) =>
        fc.constantFrom(
          field.kind.example(field.options),
          null,
          undefined,
          ...(field.options.to === 'person' ? [file, file, file] : []),
        );
      const input = fc.record(
        Object.fromEntries(
          Object.entries(act.input).map(([key, field]) => [
            key,
            fc.oneof({ weight: 5, arbitrary: example(field) as fc.Arbitrary<unknown> }, hostile),
          ]),
        ),
        { requiredKeys: [] },
      );
      const body = fc.record(
        {
          id: fc.oneof({ weight: 8, arbitrary: fc.constant('fresh') }, hostile),
          subject: fc.oneof(
            {
              weight: 4,
              arbitrary: fc.constantFrom(newId(), file, undefined, { record: act.record, id: file }),
            },
            hostile,
          ),
          purpose: fc.oneof(fc.constant('kiểm tra'), hostile),
          madeAt: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, hostile),
          input: fc.oneof(
            {
              weight: 10,
              arbitrary: fc
                .tuple(input, fc.dictionary(fc.constantFrom(...hostileKeys), hostile, { maxKeys: 1 }))
                .map(([first, second]) => ({ ...first, ...(Object.keys(first).length % 3 ? {} : second) })),
            },
            hostile,
          ),
        },
        { requiredKeys: ['id', 'input'] },
      );
      await check(
        fc.asyncProperty(anybody, body, async (by, draft) => {
          const caller = called(by);
          const whole = { ...draft, id: draft.id === 'fresh' ? newId() : draft.id };
          judge(await send(caller, `/api/act/${name}`, whole), caller, { name, whole });
        }),
        60,
      );
    },
    60_000,
  );
});

describe('addresses', () => {
  it('that are none are told so', async () => {
    const urls = [
      '/',
      '/api',
      '/api/',
      '/api/nothing',
      '/api//list',
      '/api/list/',
      '/api/LIST',
      '/api/list?x=%ff',
      '/api/%ff',
      '/%',
      '/api/act/%00',
      '/api/act/%2e%2e%2fperson',
      `/api/act/${'x'.repeat(61)}`,
      `/api/act/${'x'.repeat(3000)}`,
      `/${'x/'.repeat(500)}`,
      '/api/act/constructor',
      '/api/act/__proto__',
      '/api/act/person.register/x',
      '/../../etc/passwd',
      '/api/get#x',
      '/api/get;x=1',
      '/healthz/x',
      '/api/act/nothing.at_all',
      '/api/%E0%A4%A',
    ];
    for (const url of urls)
      for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
        for (const caller of [callers[0]!, callers.at(-1)!])
          judge(await send(caller, url, method === 'GET' ? undefined : {}, { method }), caller, {
            url,
            method,
          });
  });

  it('a real socket that speaks no HTTP gets a refusal and the server goes on', async () => {
    await world.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = world.app.server.address() as { port: number };
    const { connect } = await import('node:net');
    for (const bytes of [
      'nonsense\r\n\r\n',
      'GET /healthz HTTP/9.9\r\n\r\n',
      `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
      'POST /api/list HTTP/1.1\r\nhost: localhost\r\ncontent-length: -5\r\n\r\n',
      'POST /api/list HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      `GET /healthz HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
    ]) {
      const said = await new Promise<string>(done => {
        let text = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
        socket.setTimeout(2000, () => socket.destroy());
        socket.on('data', chunk => {
          text += chunk;
        });
        socket.on('error', () => undefined);
        socket.on('close', () => done(text));
      });
      expect([bytes.slice(0, 30), said]).toEqual([
        bytes.slice(0, 30),
        expect.stringMatching(/^HTTP\/1\.1 4\d\d /),
      ]);
      expect(said).not.toMatch(/node_modules|\.ts:\d|at /);
    }
    expect((await world.request({ method: 'GET', url: '/healthz' })).body.ok).toBe(true);
  });
});

describe('an act sent again', () => {
  const registration = (name: string) => ({
    fullName: name,
    route: 'self_return',
    arrivedAt: world.now(),
    entry: 'api',
  });

  it('ten times at once is done once, and every answer is the same', async () => {
    const phua = callers[0]!.person!;
    const [id, input] = [newId(), registration('Lý Thị Một')];
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => phua.post('/api/act/person.register', { id, input })),
    );
    expect(answers.map(answer => answer.status)).toEqual(Array(10).fill(200));
    for (const answer of answers) expect(answer.body).toEqual(answers[0]!.body);
    expect(
      await world.owner(
        'select (select count(*)::int from person where id = $1) as people, (select count(*)::int from ledger.entry where id = $1) as entries, (select count(*)::int from arrival where person = $1) as arrivals',
        [id],
      ),
    ).toEqual([{ people: 1, entries: 1, arrivals: 1 }]);
  });

  it('an act that tells others tells them once', async () => {
    const phua = callers[0]!.person!;
    const [{ id: office }] = (await phua.ask('/api/offices', { competence: 'identify', text: 'hình sự' }))
      .offices;
    const [id, input] = [newId(), { person: file, toOffice: office, receivedOn: world.today() }];
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => phua.post('/api/act/verification.request', { id, input })),
    );
    expect(answers.map(answer => [answer.status, answer.body.number])).toEqual(
      Array(10).fill([200, answers[0]!.body.number]),
    );
    expect(
      await world.owner(
        'select (select count(*)::int from verification where id = $1) as asked, (select count(*)::int from share where verification = $1) as shares, (select count(*)::int from notice where subject = $2) as notices',
        [id, id],
      ),
    ).toEqual([{ asked: 1, shares: 1, notices: 1 }]);
    const withdraw = newId();
    const again = await Promise.all(
      Array.from({ length: 10 }, () =>
        phua.post('/api/act/verification.withdraw', { id: withdraw, subject: id, input: { reason: 'nhầm' } }),
      ),
    );
    expect(again.map(answer => answer.status)).toEqual(Array(10).fill(200));
    // Much later, when the facts are others, the answer is still the one that was given.
    expect(
      (
        await phua.post('/api/act/verification.withdraw', {
          id: withdraw,
          subject: id,
          input: { reason: 'nhầm' },
        })
      ).body,
    ).toEqual(again[0]!.body);
  });

  it('with another body is refused, whoever is quicker', async () => {
    const phua = callers[0]!.person!;
    const id = newId();
    expect(
      (await phua.post('/api/act/person.register', { id, input: registration('Lý Thị Hai') })).status,
    ).toBe(200);
    for (const body of [
      { id, input: registration('Lý Thị Ba') },
      { id, subject: newId(), input: registration('Lý Thị Hai') },
      { id, input: registration('Lý Thị Hai'), purpose: 'khác' },
    ]) {
      const answer = await phua.post('/api/act/person.register', body);
      expect([answer.status, answer.body.code]).toEqual([409, 'act.repeated_differently']);
    }
    expect(
      (
        await phua.post('/api/act/draft.keep', {
          id,
          subject: newId(),
          input: { draftKind: 'intake', body: '{}' },
        })
      ).body.code,
    ).toBe('act.repeated_differently');
  });

  it('by somebody else is a conflict that says nothing of whose it was', async () => {
    const [phua, nhai] = [callers[0]!.person!, callers[1]!.person!];
    const thang = await world.as('thang');
    const id = newId();
    await phua.act('person.register', registration('Lý Thị Bốn'), { id });
    const body = { id, input: registration('Lý Thị Bốn') };
    const [taken, conflict] = [
      await thang.post('/api/act/person.register', body),
      await phua.post('/api/act/person.register', {
        id: newId(),
        subject: id,
        input: registration('Lý Thị Năm'),
      }),
    ];
    expect([taken.status, taken.body]).toEqual([conflict.status, conflict.body]);
    expect(taken.body.code).toBe('record.changed');
    expect((await nhai.post('/api/get', { record: 'person', id })).body.code).toBe('person.not_shared');
  });
});

it('more than a thousand of them were refused, and no line of the log is a defect', () => {
  expect(refused).toBeGreaterThan(1000);
  expect(world.log.filter(line => (line as { level: string }).level === 'error')).toEqual([]);
});
