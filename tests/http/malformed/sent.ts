/* Who sends, and how an answer is judged: a problem in the caller's language, counted. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { expectProblem } from '../../support/hostile.ts';
import { type Answer, makeWorld, type Person, pageHeaders, type World } from '../../support/world.ts';

export let world: World;
export let refused = 0;

const seed = Number(process.env.CHUNGTAY_SEED ?? 20_261_124);

interface Caller {
  readonly name: string;
  readonly person: Person | null;
  readonly lang: 'vi' | 'en';
  /** What the browser says; the language of a session wins over it. */
  readonly accept: string;
}

export let callers: Caller[] = [];
export let file = '';
/** Somebody who may be signed out, or find herself with another session, by what is sent here; her browser speaks Vietnamese as she does. */
let disposable: Caller;
export let routes: { url: string; method: string }[] = [];

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

export async function begin(): Promise<void> {
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
}
export const end = () => world?.stop();
export const signing = (url: string) => url.startsWith('/api/auth/') || url.startsWith('/api/session');

/** Who sends what to an address: signing in and out is tried by those whose session is not needed afterwards. */
export const callerFor = (url: string, turn: number): Caller =>
  signing(url) ? [disposable, ...callers.slice(-2)][turn % 3]! : callers[turn % callers.length]!;

let sent = 0;

export function send(
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

export function judge(answer: Answer, caller: Caller, what: unknown): void {
  if (expectProblem(answer, caller.lang, what)) refused += 1;
}

/** By name, so that a counterexample can be read. */
export const anybody = fc.nat().map(index => callers[index % callers.length]!.name);
export const called = (name: string): Caller => callers.find(caller => caller.name === name)!;

export const check = (property: fc.IAsyncProperty<never> | fc.IAsyncProperty<unknown[]>, numRuns: number) =>
  fc.assert(property as fc.IAsyncProperty<unknown[]>, {
    seed,
    numRuns,
    interruptAfterTimeLimit: 60_000,
    markInterruptAsFailure: true,
  });
