/* Something long that is being written, an interview, a screening or an assessment: every change is kept on the server, sealed, under one id. Nothing is written to this device. While the line is down
 * the answers stay in the page's memory and are sent as soon as it is back; the store outlives the screen, so leaving it for a moment loses nothing. */
import { useEffect, useState } from 'react';
import type { Instant } from '../kernel/day.ts';
import { type Id, newId } from '../kernel/id.ts';
import { readClock } from './clock.ts';
import { api, get, listen, perform, Refusal } from './datasource.ts';
import { queryClient, useRecords } from './queries.ts';
import { makeStore } from './store.ts';

export interface DraftState<Answers> {
  readonly id: Id;
  readonly officer: Id;
  /** Whom it is about, where it is about somebody who has a file. */
  readonly person: Id | null;
  readonly answers: Answers;
  readonly step: string | null;
  readonly keptAt: Instant | null;
  /** Changes that are not on the server yet. */
  readonly waiting: boolean;
  /** Why they are not: no line, or the server refused. */
  readonly trouble: Refusal | null;
}
/** `used` and `discarded`: the draft is over and its content gone. */
export type Loaded<Answers> = DraftState<Answers> | 'loading' | 'used' | 'discarded' | Refusal;

const PAUSE = 800;
const RETRY = 5000;
/** Somebody who types without a pause is kept all the same. */
const LONGEST = 4000;

/** The drafts of one kind. `read` makes answers of what was kept, also by an earlier version of the screen; of nothing it makes empty ones. */
export function makeDrafts<Answers>(draftKind: string, read: (body: string | null) => Answers) {
  type Draft = DraftState<Answers>;
  const drafts = makeStore<ReadonlyMap<Id, Draft>>(new Map());
  const timers = new Map<Id, ReturnType<typeof setTimeout>>();
  const waitingSince = new Map<Id, number>();
  const sending = new Map<Id, Promise<void>>();

  /** A new one, not on the server before something is answered: a page opened by mistake leaves nothing behind. */
  function beginDraft(id: Id, officer: Id, answers: Answers = read(null), person: Id | null = null): void {
    set({ ...fresh(id, officer, person), answers });
  }

  /** Changes answers or the step; kept after a short pause. */
  function changeDraft(id: Id, change: Partial<Answers>, step?: string): void {
    const draft = findDraft(id);
    if (!draft) return;
    set({ ...draft, answers: { ...draft.answers, ...change }, step: step ?? draft.step, waiting: true });
    const since = waitingSince.get(id) ?? performance.now();
    waitingSince.set(id, since);
    keepIn(id, Math.max(0, Math.min(PAUSE, since + LONGEST - performance.now())));
  }

  /** Keeps what waits and resolves when it is on the server. @throws Refusal */
  async function keepNow(id: Id): Promise<void> {
    await sending.get(id);
    while (findDraft(id)?.waiting) {
      await keep(id);
      const trouble = findDraft(id)?.trouble;
      if (trouble) throw trouble;
    }
  }

  /** Forgets it here: it became what it was to become, or was thrown away. */
  function forgetDraft(id: Id): void {
    clearTimeout(timers.get(id));
    timers.delete(id);
    drafts.set(new Map([...drafts.get()].filter(([other]) => other !== id)));
    refreshLists();
  }

  function findDraft(id: Id): Draft | undefined {
    return drafts.get().get(id);
  }

  /** What is being written about somebody on this page. */
  function findAbout(person: Id, officer: Id): Draft | undefined {
    return [...drafts.get().values()].find(draft => draft.person === person && draft.officer === officer);
  }

  const fresh = (id: Id, officer: Id, person: Id | null): Draft => ({
    id,
    officer,
    person,
    answers: read(null),
    step: null,
    keptAt: null,
    waiting: false,
    trouble: null,
  });

  async function load(id: Id, officer: Id, person: Id | null): Promise<Exclude<Loaded<Answers>, Draft>> {
    let row: Awaited<ReturnType<typeof get>>;
    try {
      row = await get('draft', id);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error;
      set(fresh(id, officer, person));
      return 'loading';
    }
    if (row.draftKind !== draftKind) return new Refusal('record.not_found', 404);
    if (row.state !== 'open') return row.state as 'used' | 'discarded';
    const { value } = await api<{ value: string | null }>('open', {
      record: 'draft',
      id,
      field: 'body',
      purpose: 'continue',
    });
    set({
      ...fresh(id, officer, person),
      keptAt: row.changedAt as Instant,
      answers: read(value),
      step: (row.step as string | null) ?? null,
    });
    return 'loading';
  }

  function keepIn(id: Id, pause: number): void {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => void keep(id), pause),
    );
  }

  /** One at a time and in order; `leaving` asks the browser to finish the request after the page is gone. */
  async function keep(id: Id, leaving = false): Promise<void> {
    if (!leaving) await sending.get(id);
    const draft = findDraft(id);
    if (!draft?.waiting) return;
    clearTimeout(timers.get(id));
    waitingSince.delete(id);
    const isFirst = draft.keptAt === null;
    const work = (async () => {
      try {
        await perform(
          'draft.keep',
          { draftKind, about: draft.person, step: draft.step, body: JSON.stringify(draft.answers) },
          { subject: { record: 'draft', id }, keepalive: leaving },
        );
        const now = findDraft(id);
        if (!now) return;
        // What was typed while the request was under way still waits.
        const waiting = now.answers !== draft.answers || now.step !== draft.step;
        set({ ...now, keptAt: readClock(), waiting, trouble: null });
        if (waiting) keepIn(id, PAUSE);
        if (isFirst) refreshLists();
      } catch (error) {
        const now = findDraft(id);
        if (!now) return;
        const trouble = error instanceof Refusal ? error : new Refusal('screen.defect', -1);
        set({ ...now, trouble });
        // What the server refused it would refuse again; the next change tries anew.
        if (trouble.status === 0 || trouble.status === 429 || trouble.status >= 500) keepIn(id, RETRY);
      }
    })();
    sending.set(id, work);
    await work;
    if (sending.get(id) === work) sending.delete(id);
  }

  // The line came back: whatever waits goes at once.
  window.addEventListener('online', () => {
    for (const draft of drafts.get().values()) if (draft.waiting) void keep(draft.id);
  });
  // Somebody else may sign in on this device; what is on the server is enough then.
  listen(event => {
    if (event !== 'signed-out') return;
    for (const draft of [...drafts.get().values()]) if (!draft.waiting) forgetDraft(draft.id);
  });

  function set(next: Draft): void {
    drafts.set(new Map(drafts.get()).set(next.id, next));
  }

  return {
    draftKind,
    use: drafts.use,
    load,
    keep,
    beginDraft,
    changeDraft,
    keepNow,
    forgetDraft,
    findDraft,
    findAbout,
  };
}
export type Drafts<Answers> = ReturnType<typeof makeDrafts<Answers>>;

/** The draft with this id, once it is known; one the server does not know yet begins empty. */
export function useDraft<Answers>(
  drafts: Drafts<Answers>,
  id: Id | null,
  officer: Id,
  person: Id | null = null,
): Loaded<Answers> {
  const known = drafts.use(all => (id === null ? undefined : all.get(id)));
  const [outcome, setOutcome] = useState<Exclude<Loaded<Answers>, DraftState<Answers>>>('loading');
  const mine = known?.officer === officer ? known : undefined;
  useEffect(() => {
    if (mine || id === null) return;
    let left = false;
    void drafts.load(id, officer, person).then(
      result => !left && setOutcome(result),
      error => !left && setOutcome(error instanceof Refusal ? error : new Refusal('screen.defect', -1)),
    );
    return () => {
      left = true;
    };
  }, [drafts, id, officer, person, mine]);
  useEffect(() => {
    if (id === null) return;
    const isWaiting = () => drafts.findDraft(id)?.waiting;
    const leave = () => {
      if (isWaiting()) void drafts.keep(id, true);
    };
    const hide = () => document.visibilityState === 'hidden' && leave();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', leave);
      if (isWaiting()) void drafts.keep(id);
    };
  }, [drafts, id]);
  return mine ?? outcome;
}

/** What this officer has begun about a person, or a new one; null until that is known. */
export function useBegun<Answers>(drafts: Drafts<Answers>, person: Id, officer: Id): Id | null {
  const [here, setHere] = useState(() => drafts.findAbout(person, officer)?.id ?? null);
  const { data, error, isFetching } = useRecords(
    'draft',
    {
      filter: { person: { is: person }, state: { is: 'open' }, draftKind: { is: drafts.draftKind } },
      limit: 1,
    },
    { enabled: here === null },
  );
  const isKnown = error !== null || (data !== undefined && !isFetching);
  const begun = data?.pages[0]?.rows[0]?.id;
  useEffect(() => {
    if (here !== null || !isKnown) return;
    const id = begun ?? newId();
    // It is known that there is none: the server need not be asked for one.
    if (!begun && !error) drafts.beginDraft(id, officer, undefined, person);
    setHere(id);
  }, [here, isKnown, begun, error, drafts, person, officer]);
  return here;
}

function refreshLists(): void {
  void queryClient.invalidateQueries({ queryKey: ['list', 'draft'] });
  void queryClient.invalidateQueries({ queryKey: ['work'] });
}
