/* The board of limits, and an officer's limits as a calendar she subscribes to. The address of the calendar is its key: it is shown once, only its hash is kept, and it opens
 * nothing but days, kinds of limits and numbers of files of the post it was made for. */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ICalAlarmType, ICalCalendar } from 'ical-generator';
import { addDays, type Day, type Instant, type Lang } from '../../kernel/day.ts';
import { Problem } from '../../kernel/problem.ts';
import { parameterById } from '../../kernel/rule/parameter.ts';
import { rules } from '../../rules/index.ts';
import { calendarFrom } from '../deadlines.ts';
import { tell } from '../ledger/write.ts';
import type { Serving } from './app.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest();

export interface CalendarLimit {
  readonly id: string;
  readonly number: string;
  readonly rule: string;
  readonly dueOn: Day;
  readonly dueBy: Instant;
  readonly toTheHour: boolean;
  readonly provisional: boolean;
  readonly changedAt: Instant;
  readonly lang: Lang;
}

const words = {
  vi: { name: 'Thời hạn tố tụng · Chung Tay', provisional: 'Tạm tính: lịch nghỉ năm đó chưa công bố.' },
  en: {
    name: 'Limits of procedure · Chung Tay',
    provisional: 'Provisional: the days off of that year are not announced.',
  },
} as const;

/** Limits as text/calendar. A day lasts all day; what ends to the hour stands at its hour. */
export function calendarText(limits: readonly CalendarLimit[], lang: Lang): string {
  const calendar = new ICalCalendar({
    name: words[lang].name,
    prodId: { company: 'Chung Tay', product: 'limits', language: lang.toUpperCase() },
    ttl: 3600,
  });
  for (const limit of limits) {
    const line = parameterById(rules.parameters, limit.rule);
    const title = line?.title[lang] ?? limit.rule;
    calendar.createEvent({
      id: `${limit.id}@chungtay`,
      summary: `${title} · ${limit.number}`,
      description: [line?.article, limit.provisional && words[lang].provisional].filter(Boolean).join('\n'),
      stamp: new Date(limit.changedAt),
      ...(limit.toTheHour
        ? { start: new Date(limit.dueBy), end: new Date(limit.dueBy) }
        : {
            start: new Date(limit.dueOn),
            end: new Date(addDays(limit.dueOn, 1)),
            allDay: true,
            timezone: 'UTC',
          }),
      alarms: [{ type: ICalAlarmType.display, triggerBefore: limit.toTheHour ? 6 * 3600 : 15 * 3600 }],
    });
  }
  return calendar.toString();
}

export function deadlineRoutes(app: FastifyInstance, serving: Serving): void {
  app.post('/api/deadlines', async request => serving.limits(await serving.caller(request)));

  app.post('/api/calendar', async request => {
    const { actor } = await serving.caller(request);
    const [known] = await serving.door.as({ system: 'ct_auth' }, db =>
      db.query<{ madeAt: Instant; usedAt: Instant | null }>(
        'select made_at as "madeAt", used_at as "usedAt" from auth.calendar_feed where post_id = $1 and ended_at is null',
        [actor.post],
      ),
    );
    return { madeAt: known?.madeAt ?? null, usedAt: known?.usedAt ?? null };
  });

  /** Ends the address there is, and makes another where one is wanted. */
  const renew = async (request: Parameters<Serving['caller']>[0], wanted: boolean) => {
    const { actor } = await serving.caller(request);
    const now = serving.now();
    const token = randomBytes(24).toString('base64url');
    await serving.door.as({ system: 'ct_auth' }, async db => {
      await db.query('update auth.calendar_feed set ended_at = $2 where post_id = $1 and ended_at is null', [
        actor.post,
        now,
      ]);
      if (wanted)
        await db.query(
          'insert into auth.calendar_feed (token_hash, officer_id, post_id, made_at) values ($1, $2, $3, $4)',
          [hashOf(token), actor.officer, actor.post, now],
        );
      await tell(db, actor, now, {
        kind: 'auth',
        name: wanted ? 'calendar.made' : 'calendar.ended',
        subjectRecord: 'officer',
        subject: actor.officer,
      });
    });
    return wanted ? { path: `/api/calendar/${token}` } : {};
  };
  app.post('/api/calendar/make', request => renew(request, true));
  app.post('/api/calendar/end', request => renew(request, false));

  app.get<{ Params: { token: string } }>('/api/calendar/:token', async (request, reply) => {
    const now = serving.now();
    const found = await serving.door.as({ system: 'ct_auth' }, async db => {
      const [feed] = await db.query<{ post: string }>(
        'update auth.calendar_feed set used_at = $2 where token_hash = $1 and ended_at is null returning post_id as post',
        [hashOf(request.params.token), now],
      );
      if (!feed) return [];
      return db.query<CalendarLimit | { readonly id: null; readonly lang: Lang }>(
        `select id, file_number as number, rule, due_on as "dueOn", due_by as "dueBy", to_the_hour as "toTheHour", provisional,
           changed_at as "changedAt", coalesce(p.lang, 'vi') as lang from ct.calendar_of($1, $2) c left join auth.preference p on p.officer_id = c.officer`,
        [feed.post, calendarFrom(now)],
      );
    });
    if (found.length === 0) throw new Problem('request.unknown');
    reply.header('content-type', 'text/calendar; charset=utf-8');
    return calendarText(
      found.filter(limit => limit.id !== null),
      found[0]!.lang,
    );
  });
}
