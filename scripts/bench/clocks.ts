/* Limits of ten thousand live cases, forty each, ended and running: all of them counted and written for the first time, counted again with nothing to write, one case counted again after
 * an act, and the board as its readers ask for it: kept for some seconds for those who are alike, and once with nothing kept, so that what counting costs is seen too. The limits
 * beside the figures are the issue's. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seedIfEmpty } from '../../db/seed/write.ts';
import { instantOf } from '../../kernel/day.ts';
import { caseClocks, dutyClocks, rowsOfCases } from '../../modules/justice/index.ts';
import { rules } from '../../rules/index.ts';
import { openDoor } from '../../server/db/door.ts';
import { root } from '../../server/root.ts';
import { openBase } from '../../server/system.ts';
import { markForLaw, remakeDeadlines } from '../../server/worker/deadlines.ts';
import { call, load, startServer } from './api.ts';

const count = Number(process.env.BENCH_CASES ?? 10_000);
const limits = { boardP95: 80, recountSeconds: 20 } as const;
const readers = ['khai', 'toan', 'chau', 'binh', 'ha', 'tuyen'];
/** Cases in which all limits are counted one by one, to say how many a case has. */
const sample = 300;
const home = join(root, '.chungtay', `bench-clocks-${count}`);

const note = (text: string) => process.stderr.write(`${text}\n`);
const ratio = (value: number, of: number): number => Math.round((value / of) * 100) / 100;

export async function benchClocks(): Promise<object> {
  await mkdir(home, { recursive: true });
  const base = await openBase({ home });
  const now = instantOf(Date.now());
  const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const began = performance.now();
    const result = await work();
    return [result, Math.round(performance.now() - began) / 1000];
  };
  let figures: object;
  try {
    if (!existsSync(join(home, 'ready'))) {
      note(`inventing ${count} cases…`);
      await seedIfEmpty(base, { size: 120, cases: { count, accused: [7, 9] } });
      await writeFile(join(home, 'ready'), '');
    }
    const door = openDoor(base.app, { most: 4 });
    const system = <T>(sql: string) => door.as({ system: 'ct_system' }, db => db.query<T>(sql));
    const markAll = () => system('select ct.mark_for_law(md5(random()::text))');
    await markAll();
    note('counting and writing…');
    await system('delete from deadline');
    const [written, firstSeconds] = await timed(() => remakeDeadlines(door, now));
    await system('analyze');
    await markForLaw(door, now);
    note('counting again…');
    const [changed, againSeconds] = await timed(() => remakeDeadlines(door, now));
    const [kept] = await system<{ running: number }>('select count(*)::int as running from deadline');
    const ids = (
      await system<{ id: string }>(`select id from criminal_case order by md5(id::text) limit ${sample}`)
    ).map(({ id }) => id);
    const clocks = await door.as({ system: 'ct_system' }, async db => {
      const rowsOf = await rowsOfCases(db.query, ids);
      const counts = ids.map(id => {
        const rows = { ...rowsOf(id), severity: 'RNT' as const };
        return caseClocks(rules, rows).length + dutyClocks(rules, {}, rows).length;
      });
      return counts.reduce((sum, one) => sum + one, 0) / ids.length;
    });
    const oneCase = [];
    for (let turn = 0; turn < 40; turn += 1) {
      await system(
        `update criminal_case set changed_at = now() where id = (select id from criminal_case order by id offset ${turn * 11} limit 1)`,
      );
      oneCase.push((await timed(() => remakeDeadlines(door, now)))[1] * 1000);
    }
    oneCase.sort((a, b) => a - b);
    await door.close();
    figures = {
      cases: count,
      clocksOfACase: Math.round(clocks * 10) / 10,
      running: kept?.running,
      first: { seconds: firstSeconds, written },
      again: { seconds: againSeconds, changed },
      oneCaseMs: { p50: Math.round(oneCase[20]!), most: Math.round(oneCase.at(-1)!) },
      ofLimit: {
        first: ratio(firstSeconds, limits.recountSeconds),
        again: ratio(againSeconds, limits.recountSeconds),
      },
    };
    note(JSON.stringify(figures));
  } finally {
    await base.stop();
  }
  const server = await startServer(home);
  try {
    const { url } = server;
    const cookies = await Promise.all(
      readers.map(async key => (await call(url, '', 'auth/cast', { key })).cookie),
    );
    // Nothing is kept yet: the first answer of each role and reach is counted.
    const counting: number[] = [];
    for (const cookie of cookies) {
      const began = performance.now();
      await call(url, cookie, 'deadlines', {});
      counting.push(performance.now() - began);
    }
    counting.sort((a, b) => a - b);
    let turn = 0;
    const next = () => cookies[turn++ % cookies.length]!;
    const board = await load(url, () => ({ path: 'deadlines', cookie: next(), body: {} }), 8);
    const list = await load(
      url,
      () => ({
        path: 'list',
        cookie: next(),
        body: {
          record: 'deadline',
          filter: { force: { is: 'binds' } },
          sort: { by: 'dueBy' },
          limit: 25,
          brief: true,
        },
      }),
      8,
    );
    return {
      ...figures,
      board,
      countingMs: { p50: Math.round(counting[counting.length >> 1]!), most: Math.round(counting.at(-1)!) },
      list,
      connections: 8,
      limits,
      boardOfLimit: ratio(board.p95, limits.boardP95),
    };
  } finally {
    await server.stop();
  }
}
