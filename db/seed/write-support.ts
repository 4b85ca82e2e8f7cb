/* How those who came home are and what is done with them, as rows: assessments that change over time, a plan in invented words, follow-ups, how they may be reached,
 * and closings that were approved or wait for a head. Only the last two years; older files are left as they were. */
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../kernel/day.ts';
import { type NeedDomain, needDomains, type RiskLevel } from '../../modules/support/index.ts';
import { findTerm } from '../../server/terms.ts';
import { between, chanceOf, fraction, happens, pick } from './chance.ts';
import { nameId } from './ids.ts';
import type { RowWriter, Standard } from './rows.ts';
import type { PersonJourney } from './world/types.ts';

export interface SupportOf {
  readonly journey: PersonJourney;
  readonly holder: string;
  readonly number: string;
  readonly today: Day;
  /** In whose name a decision of the invented head stands. */
  readonly inventor: string;
  now(office: string): string;
  part(id: string, office: string, at: string, officer: string | null): Standard;
}

const reasons: Readonly<Record<RiskLevel, readonly string[]>> = {
  high: ['Người rủ đi ở cùng xã, gia đình đang nợ', 'Có người lạ gọi hỏi, chưa có chỗ ở yên'],
  medium: ['Đã có chỗ ở, vẫn còn bị gọi điện làm phiền', 'Gia đình đón về nhưng kinh tế khó khăn'],
  low: ['Đã ổn định, có việc làm, gia đình bênh vực', 'Đi học đều, công an xã giữ liên lạc kín đáo'],
};
const words: Partial<Record<NeedDomain, readonly string[]>> = {
  safety: ['Em sợ họ biết em đã về', 'Tôi muốn yên, đừng ai đến nhà hỏi'],
  mind: ['Đêm em hay giật mình', 'Kể với chị ấy xong thì nhẹ người'],
  family: ['Mẹ em mừng lắm', 'Nhà chồng không cho mang cháu về'],
  livelihood: ['Tôi muốn học may', 'Em muốn trồng lại mấy sào chè'],
  education: ['Em muốn học lại cùng các bạn', 'Tôi muốn biết chữ để tự đọc giấy tờ'],
  documents: ['Giấy tờ của tôi bên kia giữ hết'],
  children: ['Con tôi chưa có giấy khai sinh'],
};
const goals: readonly [NeedDomain, string, string][] = [
  ['livelihood', 'Có nghề và thu nhập của mình', 'Gặp trung tâm dạy nghề'],
  ['education', 'Đi học lại', 'Làm việc với trường để nhận lại'],
  ['documents', 'Có đủ giấy tờ', 'Cùng đi làm lại căn cước'],
  ['safety', 'Ở yên, không ai làm phiền', 'Nhờ công an xã giữ liên lạc kín đáo'],
  ['mind', 'Ngủ được, bớt sợ', 'Hẹn tư vấn tâm lý mỗi tuần'],
  ['children', 'Con có khai sinh, được đi học', 'Đăng ký khai sinh cho con'],
];
const steps: Readonly<Record<RiskLevel, number>> = { high: 30, medium: 88, low: 170 };
const idOf = (what: string) => nameId('officer', what);

/** Writes what support left behind for one person; nothing for those it was not given to. */
export function writeSupport(writer: RowWriter, given: SupportOf): void {
  const { journey, today } = given;
  const found = journey.assertions.find(
    one => one.assertionKind === 'identified' && one.finding === 'victim',
  );
  if (!found || found.assertedOn < addDays(today, -730)) return;
  const start = addDays(found.assertedOn, 3);
  const end = journey.closed ? dayOf(journey.closed.at) : today;
  if (start >= end) return;
  const last = writeAssessments(writer, given, start, end);
  writePlan(writer, given, start, end);
  writeContact(writer, given, start, end, last);
  writeClosing(writer, given);
}

const chanceFor = ({ journey }: SupportOf, purpose: number) =>
  chanceOf(1, Number(journey.key.slice(1)), purpose);
const at = (day: Day): Instant => startOfDay(day);

/** Most get better, some get worse again on the way. @returns the level the last one judged. */
function writeAssessments(writer: RowWriter, given: SupportOf, start: Day, end: Day): RiskLevel {
  const { journey, holder, number } = given;
  const chance = chanceFor(given, 21);
  const days: { onDay: Day; level: RiskLevel }[] = [];
  let level: RiskLevel = happens(chance, 0.55) ? 'high' : 'medium';
  for (let onDay = start; onDay <= end && days.length < 8; ) {
    days.push({ onDay, level });
    onDay = addDays(onDay, steps[level] + between(chance, -6, 9));
    if (happens(chance, 0.6)) level = level === 'high' ? 'medium' : 'low';
    else if (happens(chance, 0.2)) level = level === 'low' ? 'medium' : 'high';
  }
  const trouble = new Map(needDomains.map(domain => [domain, fraction(chance)]));
  for (const [index, { onDay, level: judged }] of days.entries()) {
    const isLast = index === days.length - 1 && !journey.closed;
    const term = findTerm(`practice.reassess_${judged}`, onDay);
    const ease = index / Math.max(1, days.length);
    const values: Record<string, string> = {};
    for (const domain of needDomains) {
      const weight = trouble.get(domain)! - ease * 0.5 + (judged === 'high' ? 0.15 : 0);
      values[`${domain}Need`] = happens(chance, 0.06)
        ? 'not_known'
        : weight > 0.75
          ? 'urgent'
          : weight > 0.35
            ? 'some'
            : 'none';
      const said = words[domain];
      if (said && weight > 0.35 && happens(chance, 0.5)) values[`${domain}Words`] = pick(chance, said);
    }
    writer.add(
      'assessment',
      given.part(idOf(`assessment ${index} ${journey.key}`), holder, at(onDay), journey.arrival.officer),
      {
        ...values,
        onDay,
        factorSet: 'needs.v1',
        riskLevel: judged,
        riskReasons: pick(chance, reasons[judged]),
        state: isLast ? 'current' : 'earlier',
        nextDue: isLast ? term?.due : null,
        nextFrom: isLast ? onDay : null,
        rule: isLast ? term?.rule : null,
        fileNumber: number,
      },
    );
  }
  return days.at(-1)!.level;
}

function writePlan(writer: RowWriter, given: SupportOf, start: Day, end: Day): void {
  const { journey, holder, number, today, now, part } = given;
  const chance = chanceFor(given, 22);
  if (!happens(chance, 0.8)) return;
  const { officer } = journey.arrival;
  const openedOn = addDays(start, between(chance, 1, 12));
  if (openedOn >= end) return;
  const plan = idOf(`plan ${journey.key}`);
  // Looked through with her every few months since; the last time counts.
  const agreedOn = journey.closed
    ? openedOn
    : [openedOn, addDays(today, -between(chance, 2, 84))].toSorted().at(-1)!;
  const review = findTerm('practice.plan_review', agreedOn);
  const isChild = (journey.person.born ?? '0') > String(Number(openedOn.slice(0, 4)) - 17);
  writer.add('supportPlan', part(plan, holder, at(openedOn), officer), {
    openedOn,
    agreedBy: isChild ? 'herself_and_guardian' : 'herself',
    agreedOn,
    state: journey.closed ? 'ended' : 'open',
    reviewDue: journey.closed ? null : review?.due,
    rule: review?.rule,
    endedOn: journey.closed ? end : null,
    endReason: journey.closed ? 'file_closed' : null,
    fileNumber: number,
  });
  const helper = journey.referrals.find(one => one.state === 'accepted' || one.state === 'completed');
  const first = between(chance, 0, goals.length - 1);
  for (let index = 0; index < between(chance, 1, 3); index++) {
    const [domain, goal, what] = goals[(first + index) % goals.length]!;
    const id = idOf(`goal ${index} ${journey.key}`);
    const said = words[domain];
    const isOver = journey.closed !== null || happens(chance, 0.3);
    writer.add(
      'planGoal',
      {
        ...part(id, holder, at(openedOn), officer),
        unanswered: said ? {} : { herWords: 'not_asked' },
      },
      {
        plan,
        domain,
        goal,
        herWords: said ? pick(chance, said) : null,
        state: isOver ? (happens(chance, 0.7) ? 'reached' : 'partly') : 'open',
      },
    );
    const other = helper && index === 0 ? helper : null;
    const dueOn = isOver
      ? addDays(openedOn, between(chance, 10, 40))
      : addDays(today, between(chance, -4, 25));
    const state = !isOver ? 'open' : happens(chance, 0.85) ? 'done' : 'not_done';
    writer.add('planAction', part(idOf(`action ${index} ${journey.key}`), holder, at(openedOn), officer), {
      goal: id,
      referral: other?.id ?? null,
      what,
      toOffice: other ? now(other.toOffice) : holder,
      dueOn,
      state,
      reportedAt: state === 'open' ? null : at(dueOn < today ? dueOn : openedOn),
      whyNot: state === 'not_done' ? 'Nơi nhận chưa có lớp trong tháng này' : null,
      fileNumber: number,
    });
  }
}

function writeContact(writer: RowWriter, given: SupportOf, start: Day, end: Day, level: RiskLevel): void {
  const { journey, holder, number, today, part } = given;
  const chance = chanceFor(given, 23);
  const { officer } = journey.arrival;
  const mayAsk = happens(chance, 0.75);
  if (happens(chance, 0.75))
    writer.add('safeContact', part(idOf(`safe contact ${journey.key}`), holder, at(start), officer), {
      givenOn: start,
      givenBy: 'herself',
      contactAfter: mayAsk ? 'yes' : pick(chance, ['no', 'declined', 'not_asked']),
      ways: happens(chance, 0.5) ? ['message', 'meet_elsewhere'] : ['phone_call', 'home_visit'],
      times: pick(chance, [['morning'], ['morning', 'midday'], ['afternoon']]),
      words: 'Nói là người của hội, không nói tên cơ quan',
      callNumber: journey.person.phone,
      neverCall: happens(chance, 0.3) ? `0300 6${between(chance, 10_000, 99_999)}0` : null,
    });
  const visits = Math.min(4, Math.max(1, Math.floor(fraction(chance) * 5)));
  for (let index = 0; index < visits; index++) {
    const onDay = addDays(start, 9 + index * between(chance, 12, 40));
    if (onDay >= end) break;
    const outcome = pick(chance, ['contact_made', 'contact_made', 'contact_made', 'not_reached'] as const);
    writer.add('followUp', part(idOf(`follow-up ${index} ${journey.key}`), holder, at(onDay), officer), {
      toOffice: holder,
      dueOn: onDay,
      state: 'done',
      onDay,
      way: 'home_visit',
      dayPart: 'morning',
      outcome,
      howSheIs:
        outcome === 'contact_made' ? pick(chance, ['Khỏe, đang tìm việc', 'Còn lo, nhưng ngủ được']) : null,
      needsHelp: outcome === 'contact_made' ? pick(chance, ['no', 'no', 'yes'] as const) : null,
      fileNumber: number,
    });
  }
  if (journey.closed && !mayAsk) return;
  const family = journey.closed ? 'followup_after_closing' : `followup_${level}`;
  const from = journey.closed ? end : addDays(today, -between(chance, 0, 16));
  const term = findTerm(`practice.${family}`, from);
  // Nobody asks any more once a year has passed since the file was closed.
  if (!term?.due || from < addDays(today, -365)) return;
  writer.add('followUp', part(idOf(`next follow-up ${journey.key}`), holder, at(from), officer), {
    toOffice: holder,
    dueOn: term.due < addDays(today, -20) ? addDays(today, between(chance, 1, 60)) : term.due,
    plannedFrom: from,
    rule: term.rule,
    state: 'planned',
    fileNumber: number,
  });
}

const groundsOf = {
  goals_met: 'reintegrated',
  moved_away: 'moved',
  lost_contact: 'lost_contact',
  own_wish: 'declined',
  no_sign: 'not_victim',
} as const;

function writeClosing(writer: RowWriter, given: SupportOf): void {
  const { journey, holder, number, today, inventor, part } = given;
  const { officer } = journey.arrival;
  const asker = part('', holder, at(today), officer).madeBy;
  const id = idOf(`closing ${journey.key}`);
  if (journey.closed) {
    const askedOn = addDays(dayOf(journey.closed.at), -2);
    writer.add('fileDecision', part(id, holder, at(askedOn), officer), {
      change: 'close',
      grounds: groundsOf[journey.closed.reason],
      reason: 'Đã xem lại cùng người đó trước khi đóng',
      state: 'approved',
      askedBy: asker,
      decidedBy: inventor,
      decidedAt: journey.closed.at,
      fileNumber: number,
    });
  } else if (happens(chanceFor(given, 24), 0.03))
    writer.add('fileDecision', part(id, holder, at(today), officer), {
      change: 'close',
      grounds: 'reintegrated',
      reason: 'Đã ổn định ba tháng, người đó đồng ý kết thúc hỗ trợ',
      state: 'asked',
      askedBy: asker,
      fileNumber: number,
    });
}
