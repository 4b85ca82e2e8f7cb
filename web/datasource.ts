/*
 * The one face between screens and the system: list, get, perform, search. Screens know nothing else, so that an offline twin can stand behind
 * the same face. What the server refuses becomes a `Refusal`; a lost connection is one too, with the code `connection.lost` and status 0.
 */
import type { Day, Instant, PartialDay } from '../kernel/day.ts';
import { newId } from '../kernel/id.ts';
import type { Details, FieldIssue } from '../kernel/problem.ts';
import type { Reason } from '../kernel/rule/reason.ts';
import { readClock } from './clock.ts';
import { isSomebodyHere } from './presence.ts';

export interface Row {
  readonly id: string;
  /** The acts this officer may do on this row now, as the server decided. */
  readonly abilities?: readonly string[];
  readonly [field: string]: unknown;
}
export interface Query {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort?: { readonly by: string; readonly descending?: boolean };
  /** `next` of the page before. */
  readonly after?: string | null;
  readonly limit?: number;
  /** Only what lists show. */
  readonly brief?: boolean;
}
export interface Page {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total?: number;
}
export interface Subject {
  readonly record: string;
  readonly id: string;
}
export interface Outcome {
  readonly ok: true;
  readonly subject: Subject;
  readonly changed: readonly Subject[];
  readonly warnings: readonly FieldIssue[];
  /** The human number the server gave the new record. */
  readonly number?: string;
  /** What the act answers besides: `alike` of person.register, for instance. */
  readonly [answer: string]: unknown;
}
export interface Performing {
  readonly id?: string;
  readonly subject?: Subject | null;
  readonly purpose?: string;
  /** The browser finishes the request even when the page is closed meanwhile. */
  readonly keepalive?: boolean;
}
export interface Hit extends Subject {
  readonly number: string | null;
  /** Null for a record without a name, or a name one may not see. */
  readonly fullName: string | null;
  readonly born: PartialDay | null;
  /** A unit's id. */
  readonly origin: string | null;
  readonly office: string;
  readonly why: 'name' | 'number' | 'paper' | 'phone';
}
export interface Post {
  readonly id: string;
  readonly role: string;
  /** An office's id. */
  readonly office: string;
  /** Held for somebody else for a time. */
  readonly delegated: boolean;
}
export interface CastMember {
  readonly key: string;
  readonly name: string;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly office: string;
  readonly officeEn: string | null;
  readonly role: string;
  /** One line: who is this. */
  readonly who?: Readonly<Record<'vi' | 'en', string>>;
}
export interface SignedIn {
  readonly signedOut?: false;
  readonly officer: { readonly id: string; readonly name: string };
  readonly post: Post;
  readonly posts: readonly Post[];
  readonly lang: 'vi' | 'en';
  readonly unread: number;
  readonly officeName?: string;
  readonly officeNameEn?: string;
  readonly agency?: string;
  readonly invented: boolean;
  /** Whether this address may use passkeys at all. */
  readonly passkeys: boolean;
}
/** What the sign-in still asks for. */
export type NextStep = 'totp' | 'passkey' | 'change' | 'enrol' | 'done';
export interface SignedOut {
  readonly signedOut: true;
  readonly invented: boolean;
  readonly passkeys: boolean;
  /** A sign-in that was begun and waits for its next step. */
  readonly next?: NextStep;
  readonly cast?: readonly CastMember[];
}
export type Session = SignedIn | SignedOut;
export interface WorkItem extends Subject {
  readonly kind: string;
  readonly person: string | null;
  /** The record's number; for a likeness its level. */
  readonly caption: string;
  /** The number of the file a likeness stands in. */
  readonly file: string | null;
  /** Null where nothing is due. */
  readonly due: Day | null;
  readonly state: 'overdue' | 'due_today' | 'due_soon' | 'running' | 'advisory' | 'none';
  /** The id of the line of law or practice that set the date. */
  readonly rule: string | null;
  readonly since: Instant;
  readonly office: string | null;
  /** Which of the answer's terms set the date; null where no rule stands behind it. */
  readonly term: number | null;
}
export interface Work {
  readonly items: readonly WorkItem[];
  /** How a rule reached its date; many items have the same. */
  readonly terms: readonly { readonly reasons: readonly Reason[] }[];
}
export interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly subject: Subject;
  /** The number of what it is about, or of the file that stands in. */
  readonly number: string | null;
  readonly at: Instant;
  readonly read: boolean;
}

/** What the server, or the missing connection, refused. The sentence to show is `problemText()` in `web/problems.ts`. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Details;
  readonly fields: readonly FieldIssue[];

  constructor(code: string, status: number, details: Details = {}, fields: readonly FieldIssue[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.details = details;
    this.fields = fields;
  }
}

type Listener = (event: 'signed-out' | 'lost' | 'found') => void;
const listeners = new Set<Listener>();

/** Hears when the session ended, and when the connection was lost or found again. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * One call of the server: GET without a body, POST with one. Throws `Refusal`. A 401 is also announced, so that the shell shows the sign-in page.
 */
export async function api<T>(
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  keepalive?: boolean,
): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await fetch(`/api/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'x-chungtay': '1',
      ...(isSomebodyHere() ? {} : { 'x-chungtay-background': '1' }),
      accept: 'application/json',
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
    credentials: 'same-origin',
    signal,
    keepalive,
  }).catch(error => {
    if (signal?.aborted) throw error;
    announce('lost');
    throw new Refusal('connection.lost', 0);
  });
  announce('found');
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  if (response.status === 401) announce('signed-out');
  throw refusalOf(response.status, answer);
}

/** A file, with what is said about it before it: the server reads the parts in order. */
export function sendFile<T>(path: string, file: File, input?: object, id?: string): Promise<T> {
  const form = new FormData();
  if (input) form.append('input', JSON.stringify(input));
  if (id) form.append('id', id);
  form.append('file', file);
  return api(path, form);
}

export function list(record: string, query: Query = {}, signal?: AbortSignal): Promise<Page> {
  return api('list', { record, ...query }, signal);
}

export function get(record: string, id: string, signal?: AbortSignal): Promise<Row> {
  return api('get', { record, id }, signal);
}

/**
 * Does an act. The id is made here, once per intention: a screen that tries again after a lost connection passes the same id, and the server
 * answers the second time as it did the first.
 */
export function perform(
  act: string,
  input: unknown,
  { id = newId(), subject = null, purpose, keepalive }: Performing = {},
): Promise<Outcome> {
  return api('act', { id, act, subject, input, purpose, madeAt: readClock() }, undefined, keepalive);
}

export async function search(text: string, signal?: AbortSignal): Promise<readonly Hit[]> {
  return (await api<{ hits: readonly Hit[] }>('search', { text }, signal)).hits;
}

export function session(signal?: AbortSignal): Promise<Session> {
  return api('session', undefined, signal);
}

function announce(event: Parameters<Listener>[0]): void {
  for (const listener of listeners) listener(event);
}

function refusalOf(status: number, answer: unknown): Refusal {
  const problem = (answer && typeof answer === 'object' ? answer : {}) as Partial<Refusal>;
  const code = problem.code ?? (status >= 500 ? 'server.unavailable' : 'request.unknown');
  return new Refusal(code, status, problem.details, problem.fields);
}
