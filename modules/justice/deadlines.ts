/* From the acts of a case or a report to the limits that run now, each with whose duty it is. Pure: the server keeps what comes out (server/worker/deadlines.ts). */
import { type Day, dayIn, type Instant, parseDay, pastFrom } from '../../kernel/day.ts';
import { countClock } from '../../kernel/rule/clock.ts';
import type { Term } from '../../kernel/rule/term.ts';
import { type CaseClock, caseClocks, countedFor } from './case-clocks.ts';
import type { DeadlineForce } from './deadline.ts';
import type { Law } from './limits.ts';
import { seatIn } from './lists.ts';
import { reportTerms } from './report-clocks.ts';
import { officeOf, type ReportRows, reportDuties } from './report-duties.ts';
import { type ActingSeat, answeringSeat, officerOfSeat } from './seats.ts';
import { type DutyClock, type DutyRows, dutyClocks } from './side-duties.ts';
import { isRight, type Stage, stageOf } from './stages.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Deadline {
  readonly limitKey: string;
  readonly limitFamily: string;
  readonly rule: string;
  readonly stage: Stage;
  readonly force: DeadlineForce;
  readonly accused: string | null;
  readonly startOn: Day;
  readonly dueOn: Day | null;
  readonly dueBy: Instant | null;
  readonly toTheHour: boolean;
  readonly provisional: boolean;
  readonly askUntil: Day | null;
  readonly lastOn: Day | null;
  readonly granted: number;
  readonly duty: string;
  readonly dutyOfficer: string | null;
  readonly named: boolean;
}

const byName = (id: unknown) => ({
  dutyOfficer: (id as string | null | undefined) ?? null,
  named: Boolean(id),
});

/** Whose duty a limit is by its stage; of all others, whose the case is. A right of the parties is kept by the court that waits for it. */
const seatOfStage: Readonly<Partial<Record<Stage, ActingSeat>>> = {
  custody: 'handler',
  investigation: 'handler',
  prosecution: 'procuracy',
  trial: 'court',
  appeal: 'court',
};

/** What a term says of its day. */
const dayOfTerm = ({ due, provisional, parameter, start }: Term) => ({
  rule: parameter,
  startOn: dayIn(start),
  dueOn: due && dayIn(due),
  dueBy: due && pastFrom(due),
  toTheHour: due !== null && parseDay(due) === null,
  provisional,
});

/** Rows told apart by what they are of, and by their turn where one ran several times. */
function keyed<T extends { readonly limitFamily: string; readonly of: string | null }>(
  rows: readonly T[],
): (Omit<T, 'of'> & { limitKey: string })[] {
  const turns = new Map<string, number>();
  return rows.map(({ of, ...row }) => {
    const key = of ? `${row.limitFamily} ${of}` : row.limitFamily;
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    return { ...row, limitKey: turn === 1 ? key : `${key} ${turn}` };
  });
}

/** The limits of a case that run, of the main line and of what goes with it. A case that has ended has none. */
export function caseDeadlines(law: Law, file: Row, rows: DutyRows): Deadline[] {
  if (file.state === 'ended' || file.state === 'joined') return [];
  const main = caseClocks(law, countedFor(file, rows));
  const all = [...main, ...dutyClocks(law, file, rows)].flatMap(clock => {
    const { family, accused, doneOn, limit } = clock;
    const stage = stageOf(family);
    if (!stage) return [];
    const seat = answeringSeat(file, seatOfClock(clock, stage) ?? seatIn(file.state as string) ?? 'handler');
    const { term, askUntil, last, ends } = limit;
    return [
      {
        limitFamily: family,
        stage,
        accused,
        of: ofClock(clock),
        ...dayOfTerm(term),
        force: forceOf(family, term),
        askUntil,
        lastOn: last && dayIn(last),
        granted: ends.length - 1,
        duty: file[seat] as string,
        ...byName(file[officerOfSeat[seat]]),
        doneOn,
      },
    ];
  });
  return keyed(all).flatMap(({ doneOn, ...row }) => (doneOn === null ? [row] : []));
}

const ofClock = (clock: CaseClock | DutyClock): string | null => ('of' in clock ? clock.of : clock.accused);
const seatOfClock = (clock: CaseClock | DutyClock, stage: Stage): ActingSeat | null => {
  if ('seat' in clock) return clock.seat;
  return clock.family === 'appeal.docket' ? 'appealCourt' : (seatOfStage[stage] ?? null);
};

const forceOf = (family: string, term: Term): DeadlineForce =>
  term.advisory || term.due === null ? 'advises' : isRight(family) ? 'right' : 'binds';

/** The limits of a report that run: handing it over, naming who resolves it, resolving it, and what goes with it. */
export function reportDeadlines(
  law: Law,
  report: Row,
  rows: ReportRows = { decisions: [], duties: [] },
): Deadline[] {
  const resolver = { duty: officeOf(report, 'resolver')!, ...byName(report.resolver) };
  const taker = { duty: report.office as string, ...byName(report.madeBy) };
  const supervisor = { duty: report.procuracy as string, ...byName(null) };
  const ofTerms = reportTerms(report, rows.decisions, rows.duties).flatMap(asked => {
    const counted = countClock(law, asked);
    const whose = asked.family.startsWith('report.commune_') ? taker : resolver;
    return counted ? [{ counted, of: null, whose, granted: asked.granted?.length ?? 0 }] : [];
  });
  const ofDuties = reportDuties(law, report, rows).map(counted => ({
    counted,
    of: counted.of,
    whose: counted.seat === 'procuracy' && report.procuracy ? supervisor : resolver,
    granted: 0,
  }));
  const all = [...ofTerms, ...ofDuties].map(({ counted, of, whose, granted }) => ({
    limitFamily: counted.family,
    stage: 'report' as const,
    accused: null,
    of,
    ...dayOfTerm(counted),
    force: forceOf(counted.family, counted),
    askUntil: null,
    lastOn: null,
    granted,
    ...whose,
    met: counted.met,
  }));
  return keyed(all.filter(({ met }) => !met).map(({ met: _met, ...row }) => row));
}
