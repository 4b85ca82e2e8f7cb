/*
 * What the person's page knows: the file, its parts in the order they were made, and the law's clocks. One question to the server, one entry in its ledger;
 * after any act on the file it is asked again. Small readings of it that several screens share are here too.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  addDays,
  ageOn,
  type Day,
  dayOf,
  type Instant,
  type PartialDay,
  partialRange,
  startOfDay,
} from '../../../kernel/day.ts';
import type { Reason } from '../../../kernel/rule/reason.ts';
import { api, Refusal, type Row } from '../../../web/datasource.ts';
import { useAct, useRecords } from '../../../web/queries.ts';

export const partNames = [
  'arrival',
  'needs',
  'child',
  'identityPaper',
  'consent',
  'withdrawal',
  'screening',
  'assertion',
  'verification',
  'settlement',
  'referral',
  'share',
  'revocation',
  'statementNotice',
  'stay',
  'hardshipPaper',
  'supportApplication',
  'supportDecision',
  'payment',
  'note',
  'assessment',
  'supportPlan',
  'planGoal',
  'planAction',
  'caseConference',
  'conferenceAttendee',
  'safeContact',
  'followUp',
  'fileDecision',
  'likeness',
  'document',
  'scan',
  'exceptionAccess',
  'interpreterEngagement',
  'bestInterests',
  'foreignStep',
] as const;
export type PartName = (typeof partNames)[number];

export interface PartRow extends Row {
  readonly office: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly via?: 'share' | 'exception';
  readonly withheld?: readonly string[];
}

/** A term of law that runs for a row of the file, with its steps. */
export interface Clock {
  readonly record: string;
  readonly row: string;
  readonly family: string;
  readonly parameter: string;
  readonly article: string;
  readonly start: Day | Instant;
  readonly due: string | null;
  readonly advisory: boolean;
  readonly provisional: boolean;
  readonly met: boolean;
  /** Done, but after a day that binds. */
  readonly late: boolean;
  readonly steps: readonly Reason[];
}

/** The clocks of one row. */
export const clocksOf = (path: Path, record: string, row: string): readonly Clock[] =>
  path.clocks.filter(clock => clock.record === record && clock.row === row);

export interface Path {
  readonly person: PartRow;
  readonly parts: Readonly<Partial<Record<PartName, readonly PartRow[]>>>;
  /** Names of the fields shared with us, when the file is seen through a share; null when it is ours. */
  readonly shared: readonly string[] | null;
  readonly clocks: readonly Clock[];
  readonly today: Day;
}

export const pathKey = (person: string) => ['path', person] as const;

/** The file of a person, asked for once it is known whose; what was seen before it was taken back leaves the screen with the answer that it is no longer ours to see. */
export function usePath(person: string | null) {
  const query = useQuery({
    queryKey: pathKey(person ?? ''),
    queryFn: ({ signal }) => api<Path>('path', { person }, signal),
    enabled: person !== null,
  });
  const gone = query.error instanceof Refusal && [403, 404].includes(query.error.status);
  return { ...query, data: gone ? undefined : query.data };
}

/** The line of a child in the file of the adult it came with, for a child with a file of its own; null where there is none to be seen, undefined while it is asked for. */
export function useLineOf(file: string): Row | null | undefined {
  const { data, error } = useRecords('child', { filter: { ownFile: { is: file } }, limit: 1 });
  return error ? null : data && (data.pages[0]?.rows[0] ?? null);
}

/** As `useAct`, and the person's page is asked again afterwards. */
export function usePathAct(act: string, person: string) {
  const client = useQueryClient();
  const doing = useAct(act);
  const renew = () => client.invalidateQueries({ queryKey: pathKey(person) });
  return {
    ...doing,
    /** @throws Refusal, which is also in `error`. */
    async act(input: object, subject?: { record: string; id: string }) {
      const outcome = await doing.mutateAsync({ input, subject });
      await renew();
      return outcome;
    },
  };
}

export const part = (path: Path, name: PartName): readonly PartRow[] => path.parts[name] ?? [];
export const latest = (path: Path, name: PartName): PartRow | null => part(path, name).at(-1) ?? null;
export const may = (row: { readonly abilities?: readonly string[] }, act: string): boolean =>
  row.abilities?.includes(act) ?? false;

/** Whole years the person may have been between the first and the last day of a half-known day; null when no birth date is known to us. */
export function ageBetween(born: unknown, at: PartialDay): { least: number; most: number } | null {
  if (typeof born !== 'string') return null;
  const { from, to } = partialRange(at);
  const last = at.length === 10 ? from : to;
  return { least: ageOn(born as PartialDay, from).least, most: ageOn(born as PartialDay, last).most };
}

/** A share that gives somebody something. Its start is not asked: the page's clock moves once a minute and would hide one that was just made. */
export function isLive(share: Row, now: Instant): boolean {
  return share.revokedAt === null && (share.until as Instant) > now;
}

/** Field names gathered under the bundles an officer thinks in; a bundle of which only some fields are there is kept with what is there. */
export function inBundles(
  fields: readonly string[],
  bundles: Readonly<Record<string, readonly string[]>>,
): { bundle: string; fields: string[]; whole: boolean }[] {
  return Object.entries(bundles).flatMap(([bundle, all]) => {
    const here = all.filter(name => fields.includes(name));
    return here.length > 0 ? [{ bundle, fields: here, whole: here.length === all.length }] : [];
  });
}

/** The last whole day on which something that ends at a moment may still be seen. */
export function lastDay(until: Instant): Day {
  const day = dayOf(until);
  return startOfDay(day) === until ? addDays(day, -1) : day;
}
