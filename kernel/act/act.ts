/* Act: the only way to write. An act loads its facts under the actor's own rights, and a pure `decide` turns them into changes or a problem; the engine
 * applies the changes and the ledger entry in one transaction. Nothing else in the system writes to a record. */

import type { Day, Instant } from '../day.ts';
import type { Fields, Unanswered, ValuesOf } from '../fields/kind.ts';
import type { Id } from '../id.ts';
import type { FieldIssue, Problem } from '../problem.ts';

/** Who acts, as the session says. `reach` is the offices whose rows the post may handle. */
export interface Actor {
  readonly officer: Id;
  readonly post: Id;
  readonly role: string;
  readonly agency: string;
  readonly office: Id;
  readonly province: string;
  readonly reach: readonly Id[];
  /** The files she has broken the glass on, as last asked; absent when nobody asked. */
  readonly exceptions?: readonly Id[];
  readonly session: Id;
  readonly lang: 'vi' | 'en';
}

/** A row as the actor may see it: camelCase fields, `unanswered` beside them, sealed fields only as `{sealed: true}`. */
export type Row = Readonly<Record<string, unknown>> & {
  readonly id: Id;
  readonly office: Id;
  readonly version: number;
  readonly unanswered?: Readonly<Record<string, Unanswered>>;
};

/** Reads under the actor's own rights: what the actor may not see is not there. */
export interface FactSource {
  query<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  find(record: string, id: Id): Promise<Row | null>;
  /** People already known who may be the same person, searched over every office; only what the actor needs to know comes back. */
  alike(candidate: AlikeCandidate, except?: Id): Promise<Alike[]>;
  /** The statutory term of a family of rules that begins on a day, by the line in force that day; null when the law of that day has none. */
  term(family: string, start: Day): FoundTerm | null;
  /** The law as dated lines, as the server has it; what it holds is the domain's to know. */
  readonly rules: object;
  /** The checklist of a family in force on a day; null when there is none. */
  checklist(family: string, on: Day): FoundChecklist | null;
  /** What only the server can make (a rendering, a look into a file), by its maker's name, in the act's own transaction and under the actor's rights. */
  make<T>(maker: string, request: Readonly<Record<string, unknown>>): Promise<T>;
}

/** One version of a checklist: what has to be answered, and what counts as essential. */
export interface FoundChecklist {
  readonly id: string;
  readonly items: readonly { readonly code: string; readonly essential: boolean }[];
}

/** A term as computed from the law's dated line: a null due day or `advisory` never shows as overdue. */
export interface FoundTerm {
  readonly rule: string;
  readonly article: string;
  readonly due: Day | null;
  readonly advisory: boolean;
}

/** What of a person is compared when a double is looked for. */
export interface AlikeCandidate {
  readonly fullName: string | null;
  readonly otherNames: readonly { readonly text: string; readonly kind: string }[] | null;
  readonly born: string | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly origin: Id | null;
}

/** A likely double: which file, which office holds it, how alike and why (reason codes with parameters). */
export interface Alike {
  readonly person: Id;
  readonly office: Id;
  readonly level: 'same' | 'likely' | 'possible';
  readonly bits: number;
  readonly reasons: readonly { readonly code: string; readonly params?: Readonly<Record<string, unknown>> }[];
}

export type Change =
  | {
      readonly insert: string;
      readonly id: Id;
      readonly values: Readonly<Record<string, unknown>>;
      readonly person?: Id;
      readonly unanswered?: Readonly<Record<string, Unanswered>>;
      /** Which office holds the new row; the actor's own when absent. */
      readonly office?: Id;
    }
  | {
      readonly update: string;
      readonly id: Id;
      readonly set: Readonly<Record<string, unknown>>;
      readonly unanswered?: Readonly<Record<string, Unanswered>>;
      /** The version the decision was made on; another one means somebody was faster. */
      readonly version?: number;
    };

/** Tells an office or an officer that something waits; never says about whom. */
export interface Notice {
  readonly kind: string;
  readonly office?: Id;
  readonly officer?: Id;
  readonly record: string;
  readonly subject: Id;
}

export interface Outcome {
  readonly changes: readonly Change[];
  readonly notices?: readonly Notice[];
  /** Said to the actor after success: things to look at that did not stop the act. */
  readonly warnings?: readonly FieldIssue[];
  /** What the act answers besides its subject. */
  readonly answer?: Readonly<Record<string, unknown>>;
  /** The persons whose files the act touches, for the ledger. */
  readonly persons?: readonly Id[];
  /** The names a person can be found by from now on, when the act changed them. */
  readonly foundBy?: { readonly person: Id; readonly names: readonly string[]; readonly born: string | null };
  /** The legal or consent ground the act rests on, as a code. */
  readonly ground?: string;
}

export interface Given<F extends Fields> {
  readonly now: Instant;
  readonly actor: Actor;
  readonly subject: Id;
  /** The subject's row, null when the act creates it or the actor may not see it. */
  readonly row: Row | null;
  readonly input: ValuesOf<F>;
  readonly unanswered: Readonly<Record<string, Unanswered>>;
  readonly purpose: string | null;
  /** Makes ids for rows the act adds; given in, so that `decide` stays pure. */
  newId(): Id;
}

export interface Act<F extends Fields = Fields, Facts = unknown> {
  readonly name: string;
  /** The record whose row is the subject. */
  readonly record: string;
  readonly creates: boolean;
  readonly input: F;
  /** States of the subject in which the act is possible; none named means any. */
  readonly states?: readonly string[];
  /** What the act may change, for the database's grants: record → fields it sets (insert: all fields). */
  readonly writes: Readonly<Record<string, { readonly insert?: true; readonly update?: readonly string[] }>>;
  /** A purpose must be named by the actor. */
  readonly needsPurpose?: true;
  facts(source: FactSource, given: Given<F>): Promise<Facts>;
  decide(given: Given<F>, facts: Facts): Outcome | Problem;
}

/** Declares an act; `facts` may be left out when the subject's row is enough. */
export function act<F extends Fields, Facts = null>(
  declaration: Omit<Act<F, Facts>, 'facts' | 'creates'> & {
    readonly creates?: boolean;
    readonly facts?: Act<F, Facts>['facts'];
  },
): Act<F, Facts> {
  return { creates: false, facts: async () => null as Facts, ...declaration };
}
