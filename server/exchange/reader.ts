/* A file being read, from the side of the server: a worker with limits of memory and time, at most two at once. Always close it. A worker that did its work
 * well waits half a minute for the next file, because starting one takes longer than reading most files; one that did not is thrown away. */
import { Worker } from 'node:worker_threads';
import { Problem } from '../../kernel/problem.ts';
import type { Refusal } from '../../modules/exchange/index.ts';
import type { Asked, Told, WrittenSheet } from './read-worker.ts';
import type { ImportPlan, PlannedRow, Understanding } from './understand.ts';

export interface Reader {
  /** Takes a fresh file; gives it back compressed, for keeping. @throws Problem `import.unreadable`, `import.too_large`. */
  receive(bytes: Uint8Array, fileName: string): Promise<Uint8Array>;
  /** Takes a file as it was kept. */
  open(packed: Uint8Array, fileName: string): Promise<void>;
  /** Understands it by a plan; without one, by what it looks like. */
  read(plan: ImportPlan | null): Promise<{ understanding: Understanding; plan: ImportPlan }>;
  rows(from: number, count: number): Promise<readonly PlannedRow[]>;
  /** The first sheet with anything in it, as it stands; for a list that is looked at before it becomes anything. */
  cells(most: number): Promise<readonly (readonly string[])[]>;
  /** A CSV has the first sheet only. */
  write(format: 'csv' | 'xlsx', sheets: readonly WrittenSheet[]): Promise<Uint8Array>;
  close(): Promise<void>;
}

const atOnce = 2;
const mostWaiting = 16;
const seconds = 60;
let running = 0;
const waiting: (() => void)[] = [];

async function takePlace(): Promise<void> {
  if (running < atOnce) {
    running++;
    return;
  }
  if (waiting.length >= mostWaiting) throw new Problem('server.unavailable', { retryAfter: 10 });
  await new Promise<void>(resolve => waiting.push(resolve));
}

function leavePlace(): void {
  const next = waiting.shift();
  if (next) next();
  else running--;
}

/** A refusal of the exchange module as the caller is told it. */
export function problemOfRefusal({ code, params }: Refusal): Problem {
  const large = [
    'file_too_large',
    'too_many_rows',
    'too_many_columns',
    'too_many_cells',
    'zip_bomb',
  ].includes(code);
  return new Problem(large ? 'import.too_large' : 'import.unreadable', { why: code, ...params }, [
    { field: 'file', reason: `import_${code}`, params },
  ]);
}

interface Hearer {
  resolve(told: unknown): void;
  reject(error: Error): void;
}

/** One worker and the questions it has not answered yet. */
interface Desk {
  readonly worker: Worker;
  readonly hearers: Map<number, Hearer>;
  ended: Problem | null;
}

const idleSeconds = 30;
const idle: { desk: Desk; timer: NodeJS.Timeout }[] = [];
let numbers = 0;

function openDesk(): Desk {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 64 },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const desk: Desk = { worker, hearers: new Map(), ended: null };
  worker.on('message', (told: Told) => {
    const hearer = desk.hearers.get(told.number);
    desk.hearers.delete(told.number);
    if ('failed' in told)
      hearer?.reject(
        new Problem('import.unreadable', { why: 'not_a_table' }, [
          { field: 'file', reason: 'import_not_a_table' },
        ]),
      );
    else hearer?.resolve(told.answer);
  });
  worker.on('error', error => {
    const full = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
    end(
      desk,
      full ? problemOfRefusal({ code: 'too_many_cells', params: {} }) : new Problem('server.unavailable'),
    );
  });
  worker.on('exit', () => end(desk, new Problem('server.unavailable')));
  return desk;
}

function end(desk: Desk, problem: Problem): void {
  desk.ended ??= problem;
  for (const hearer of desk.hearers.values()) hearer.reject(desk.ended);
  desk.hearers.clear();
}

function takeDesk(): Desk {
  for (let waiting = idle.pop(); waiting; waiting = idle.pop()) {
    clearTimeout(waiting.timer);
    if (waiting.desk.ended) continue;
    waiting.desk.worker.ref();
    return waiting.desk;
  }
  return openDesk();
}

async function leaveDesk(desk: Desk): Promise<void> {
  if (desk.ended || desk.hearers.size > 0) {
    await desk.worker.terminate();
    return;
  }
  desk.worker.postMessage({ number: 0, asked: { what: 'forget' } satisfies Asked });
  // An idle worker keeps no process alive.
  desk.worker.unref();
  const timer = setTimeout(() => {
    idle.splice(
      idle.findIndex(one => one.desk === desk),
      1,
    );
    void desk.worker.terminate();
  }, idleSeconds * 1000);
  timer.unref();
  idle.push({ desk, timer });
}

/** @throws Problem `server.unavailable` when too many files wait. */
export async function openReader(): Promise<Reader> {
  await takePlace();
  const desk = takeDesk();

  async function ask<T>(asked: Asked): Promise<T> {
    if (desk.ended) throw desk.ended;
    const number = ++numbers;
    const told = new Promise<unknown>((resolve, reject) => desk.hearers.set(number, { resolve, reject }));
    const timer = setTimeout(() => {
      end(desk, problemOfRefusal({ code: 'too_many_cells', params: {} }));
      void desk.worker.terminate();
    }, seconds * 1000);
    try {
      desk.worker.postMessage({ number, asked });
      const answer = (await told) as T & { refused?: Refusal };
      if (answer?.refused) throw problemOfRefusal(answer.refused);
      return answer;
    } finally {
      clearTimeout(timer);
    }
  }

  let closed = false;
  return {
    receive: async (bytes, fileName) =>
      (await ask<{ packed: Uint8Array }>({ what: 'receive', bytes, fileName })).packed,
    open: async (packed, fileName) => void (await ask({ what: 'open', packed, fileName })),
    read: plan => ask({ what: 'read', plan }),
    rows: (from, most) => ask({ what: 'rows', from, count: most }),
    cells: most => ask({ what: 'cells', most }),
    write: (format, sheets) => ask({ what: 'write', format, sheets }),
    async close() {
      if (closed) return;
      closed = true;
      await leaveDesk(desk);
      leavePlace();
    },
  };
}

export async function withReader<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
  const reader = await openReader();
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}
