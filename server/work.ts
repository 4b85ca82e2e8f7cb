/* What waits for me, due first: each module says what its records ask of whom (its `work.ts`), and one statement reads them all. Every item opens its
 * record; a limit that is only advisory never counts as overdue. */
import type { Actor } from '../kernel/act/act.ts';
import { type Day, dayOf, type Instant, instantOf } from '../kernel/day.ts';
import { selectOf, type WorkSource } from '../kernel/record/work.ts';
import type { Reason } from '../kernel/rule/reason.ts';
import type { Term } from '../kernel/rule/term.ts';
import { getRecord, workSources } from '../modules/index.ts';
import { type Db, lastReading } from './db/door.ts';
import { sessionOf } from './list.ts';
import { readingsOf } from './rows.ts';
import { termByRule } from './terms.ts';

export interface WorkItem {
  readonly kind: string;
  readonly record: string;
  readonly id: string;
  readonly person: string | null;
  readonly caption: string;
  /** The number of the file, where the caption does not tell it. */
  readonly file: string | null;
  readonly due: Day | null;
  readonly state: 'overdue' | 'due_today' | 'due_soon' | 'running' | 'advisory' | 'none';
  readonly rule: string | null;
  /** Which of the answer's terms set the day; null where no rule stands behind it. */
  readonly term: number | null;
  readonly since: Instant;
  readonly office: string | null;
}

/** A line of law or practice, and how it reached its day, for the screen to say in words. */
export interface WorkTerm {
  readonly article: string;
  readonly reasons: readonly Reason[];
}

export interface Work {
  readonly items: readonly WorkItem[];
  /** Many items have the same: what began on one day under one rule ends for one reason. */
  readonly terms: readonly WorkTerm[];
}

type Raw = Omit<WorkItem, 'kind' | 'record' | 'state' | 'term'> & {
  readonly advisory: boolean;
  readonly start: Day | null;
};

/** Gathers the terms of items, each once; @returns where the term of an item stands among them. */
function gatherInto(terms: WorkTerm[]): (raw: Raw) => number | null {
  const places = new Map<Term, number>();
  return ({ rule, start }) => {
    const term = rule && start ? termByRule(rule, start) : null;
    if (!term) return null;
    let place = places.get(term);
    if (place === undefined) {
      place = terms.push({ article: term.article, reasons: term.steps }) - 1;
      places.set(term, place);
    }
    return place;
  };
}

function stateOf(raw: Raw, today: Day): WorkItem['state'] {
  if (raw.due === null) return raw.advisory && raw.rule ? 'advisory' : 'none';
  if (raw.advisory) return raw.due < today ? 'advisory' : raw.due === today ? 'due_today' : 'running';
  if (raw.due < today) return 'overdue';
  if (raw.due === today) return 'due_today';
  return Date.parse(raw.due) - Date.parse(today) <= 2 * 86_400_000 ? 'due_soon' : 'running';
}

const order: readonly WorkItem['state'][] = [
  'overdue',
  'due_today',
  'due_soon',
  'running',
  'advisory',
  'none',
];

/** The sources whose record a role sees by itself; only a head is asked to confirm. */
const sourcesOf = (actor: Actor): WorkSource[] =>
  workSources.filter(
    source =>
      (source.roles?.includes(actor.role) ?? true) &&
      (actor.head || !source.forHeads) &&
      readingsOf(getRecord(source.record), actor.role).some(reading => reading.arm === 'held'),
  );

export async function workOf(db: Db, actor: Actor, now: Instant): Promise<Work> {
  const today = dayOf(now);
  const sources = sourcesOf(actor);
  if (sources.length === 0) return { items: [], terms: [] };
  const terms: WorkTerm[] = [];
  const termOf = gatherInto(terms);
  const values: unknown[] = [];
  const session = sessionOf(actor, values);
  const parts = sources.map(
    (source, index) => `(select json_agg(q) from (${selectOf(source, session)}) q) as from_${index}`,
  );
  const [found] = await lastReading(db)<Record<string, Raw[] | null>>(`select ${parts.join(', ')}`, values);
  const items = sources.flatMap((source, index) =>
    (found?.[`from_${index}`] ?? []).map(
      (raw): WorkItem => ({
        kind: source.kind,
        record: source.opensFile ? 'person' : source.record,
        id: source.opensFile ? raw.person! : raw.id,
        person: raw.person,
        caption: raw.caption,
        file: raw.file,
        due: raw.due,
        state: stateOf(raw, today),
        rule: raw.rule,
        term: termOf(raw),
        since: instantOf(Date.parse(raw.since)),
        office: raw.office,
      }),
    ),
  );
  items.sort((a, b) => {
    const byState = order.indexOf(a.state) - order.indexOf(b.state);
    return byState !== 0 ? byState : (a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1;
  });
  return { items, terms };
}
