/* What the screens of the exchange ask the server, and its answers as they use them. */
import type { Instant } from '../../../kernel/day.ts';
import type { FieldIssue } from '../../../kernel/problem.ts';
import { api, sendFile } from '../../../web/datasource.ts';

export interface Job {
  readonly id: string;
  readonly fileName: string;
  readonly importKind: 'htcds' | 'table';
  readonly state: 'draft' | 'running' | 'waiting' | 'done' | 'stopped' | 'discarded';
  readonly startedBy: string;
  readonly madeAt: Instant;
  readonly total: number;
  readonly done: number;
  readonly broughtIn: number;
  readonly alreadyThere: number;
  readonly refused: number;
  readonly withDouble: number;
  readonly hasFile: boolean;
  readonly hasReport: boolean;
}

export interface Column {
  readonly column: number;
  readonly letters: string;
  readonly header: string;
  readonly target: string | null;
  readonly certainty: string;
  readonly examples: readonly string[];
}

export interface Question {
  readonly id: 'disputed_columns' | 'day_order' | 'arrival';
  readonly options: readonly string[];
  readonly suggested: string | null;
  readonly answer: string | null;
  readonly columns: readonly {
    readonly letters: string;
    readonly named: string;
    readonly labelled: string;
    readonly examples: readonly string[];
  }[];
}

export interface Understanding {
  readonly profile: 'htcds' | 'table';
  readonly recognised: string | null;
  readonly couldBeHtcds: boolean;
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly targets: readonly string[];
  readonly questions: readonly Question[];
  readonly issues: readonly {
    readonly code: string;
    readonly column: string | null;
    readonly row: number | null;
    readonly severity: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}

export interface Plan {
  readonly profile: 'htcds' | 'table';
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly columns?: Readonly<Record<string, string | null>>;
  readonly answers?: { readonly disputedColumns?: string; readonly dayOrder?: string };
  readonly arrival?: { readonly route: string; readonly day: string } | null;
}

export interface ReadFile {
  readonly job: Job;
  readonly understanding: Understanding | null;
  readonly plan: Plan | null;
}

export type RowOutcome = 'in' | 'double' | 'already' | 'refused';

export interface PreviewRow {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly number: string | null;
  readonly code: string | null;
  readonly fields: readonly FieldIssue[];
  readonly notes: readonly { readonly field: string; readonly code: string }[];
  readonly becomes: {
    readonly fullName: string | null;
    readonly otherNames: readonly string[];
    readonly born: string | null;
    readonly sex: string | null;
    readonly parts: readonly string[];
    readonly sealed: readonly string[];
    readonly kept: boolean;
  } | null;
  /** Earlier lines of the file that look like the same person. */
  readonly alikeLines: readonly number[];
  readonly alike: readonly {
    readonly person: string;
    readonly office: string;
    readonly ours: boolean;
    readonly level: string;
    readonly reasons: readonly {
      readonly code: string;
      readonly params?: Readonly<Record<string, unknown>>;
    }[];
  }[];
}

export interface ReportLine {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly number?: string;
  readonly person?: string;
  readonly code?: string;
  readonly fields?: readonly FieldIssue[];
  readonly doubles?: number;
}

export interface FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

export interface Exported {
  readonly rows: number;
  readonly leftOut: { readonly noConsent: number; readonly glass: number };
  readonly withheld: Readonly<Record<string, number>>;
  readonly consentRefused: number;
  readonly files: readonly FileAnswer[];
}

export const upload = (file: File): Promise<ReadFile> => sendFile('imports/upload', file);
export const readFile = (id: string, signal?: AbortSignal): Promise<ReadFile> =>
  api('imports/read', { id }, signal);
export const keepPlan = (id: string, plan: Partial<Plan>): Promise<ReadFile> =>
  api('imports/plan', { id, plan });
export const preview = (id: string, from: number, signal?: AbortSignal) =>
  api<{ from: number; total: number; rows: PreviewRow[] }>('imports/preview', { id, from }, signal);
export const decide = (what: 'start' | 'stop' | 'discard', id: string) =>
  api<{ job: Job }>(`imports/${what}`, { id });
export const getJob = async (id: string, signal?: AbortSignal): Promise<Job> =>
  (await api<{ job: Job }>('imports/get', { id }, signal)).job;
export const listJobs = async (signal?: AbortSignal): Promise<Job[]> =>
  (await api<{ jobs: Job[] }>('imports/list', {}, signal)).jobs;
export const readReport = (id: string, outcome: RowOutcome | null, from: number, signal?: AbortSignal) =>
  api<{ total: number; from: number; lines: ReportLine[] }>(
    'imports/report',
    { id, from, ...(outcome ? { outcome } : {}) },
    signal,
  );
export const reportFile = async (id: string): Promise<FileAnswer> =>
  (await api<{ file: FileAnswer }>('imports/report', { id, format: 'xlsx' })).file;

/** Hands a file that came inside an answer to the browser's downloads. */
export function save({ name, type, base64 }: FileAnswer): void {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
