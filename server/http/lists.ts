/* Lists that are not those of one record, as spreadsheets: what waits for me, what I was told, officers with their posts, rights of a role, the ledger, who stays
 * in a facility, sums, and everything of one person's way. Each is made by the function that answers its screen, so that the sheet cannot show more than the screen. */
import type { FastifyRequest } from 'fastify';
import type { Row } from '../../kernel/act/act.ts';
import { dayOf, formatInstant, type Instant } from '../../kernel/day.ts';
import type { Language } from '../../kernel/fields/kind.ts';
import type { EntryKind } from '../../kernel/ledger/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { postHeld, sharedWithRoles } from '../../modules/agencies/index.ts';
import { feedbackAnswers, leastShown } from '../../modules/feedback/index.ts';
import { getRecord } from '../../modules/index.ts';
import type { Caller } from '../actor.ts';
import { getPath } from '../datasource.ts';
import type { Db } from '../db/door.ts';
import { asList } from '../exchange/as-list.ts';
import { mostExported } from '../exchange/export.ts';
import { codeName, officeNames } from '../exchange/in-words.ts';
import { boardOf, staysIn } from '../facilities.ts';
import { countFeedback } from '../feedback.ts';
import { tell } from '../ledger/write.ts';
import { say } from '../locales.ts';
import { noticesOf } from '../notices.ts';
import { workOf } from '../work.ts';
import type { Serving } from './app.ts';
import { flowSheets } from './flow-sheets.ts';
import { entriesOf } from './ledger.ts';
import { officersOf, rightsOf } from './reference.ts';
import { accountsOf } from './support-accounts.ts';

type Cells = readonly (readonly string[])[];

interface Made {
  /** Rows under their heads. */
  readonly head: readonly string[];
  readonly rows: Cells;
  /** Whose files the rows are about. */
  readonly persons?: readonly string[];
  /** Further sheets, where the list is of several kinds. */
  readonly more?: readonly { readonly name: string; readonly rows: Cells }[];
}

interface Asking extends Caller {
  readonly serving: Serving;
  readonly db: Db;
  readonly now: Instant;
  readonly lang: Language;
  /** A text of the screens. */
  words(key: string): string;
  field(record: string, name: string): string;
  office(id: unknown): Promise<string>;
}

export interface List {
  /** The record whose name the sheet and the file have, for words. */
  readonly title: string;
  /** Under which name the taking-out is entered; of lists without people nothing is. */
  readonly entered?: { readonly kind: EntryKind; readonly name: string; readonly record: string };
  make(asking: Asking, asked: Readonly<Record<string, unknown>>): Promise<Made>;
}

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : String(value);

function actWords({ lang, field }: Asking, name: string): string {
  const [record = '', how = '', sealed = ''] = name.split('.');
  const params = { record: say(lang, `record.${record}`) ?? record, field: field(record, sealed) };
  const pattern = how === 'export' && sealed ? 'export_sealed' : how;
  return say(lang, `act.${name}`) ?? say(lang, `act.any.${pattern}`, params) ?? name;
}

const lists: Readonly<Record<string, List>> = {
  ...flowSheets,

  work: {
    title: 'shell.work.title',
    entered: { kind: 'list', name: 'work.export', record: 'person' },
    async make({ db, actor, now, lang, words, office }) {
      const { items, terms } = await workOf(db, actor, now);
      return {
        head: ['what', 'number', 'file', 'office', 'since', 'due', 'article'].map(name =>
          words(`exchange.list.${name}`),
        ),
        rows: await Promise.all(
          items.map(async item => [
            say(lang, `shell.work.kind.${item.kind}`) ?? item.kind,
            // The code of a likeness is a word, the step of a draft nobody's.
            item.record === 'likeness'
              ? codeName('likenessLevel', item.caption, lang)
              : item.record === 'draft'
                ? ''
                : item.caption,
            text(item.file),
            await office(item.office),
            dayOf(item.since),
            text(item.due),
            item.term === null ? '' : text(terms[item.term]?.article),
          ]),
        ),
        persons: items.flatMap(item => item.person ?? []),
      };
    },
  },

  notices: {
    title: 'shell.notices.title',
    async make({ db, actor, lang, words }) {
      const items = await noticesOf(db, actor);
      return {
        head: ['what', 'number', 'at', 'unread'].map(name => words(`exchange.list.${name}`)),
        rows: items.map(item => [
          say(lang, `shell.notices.kind.${item.kind}`) ?? item.kind,
          text(item.number),
          formatInstant(item.at, lang),
          item.read ? '' : words('shell.notices.new'),
        ]),
      };
    },
  },

  officers: {
    title: 'agencies.officers.title',
    async make({ db, actor, now, lang, words, office }, { text: typed }) {
      const officers = await officersOf(db, actor, now, {
        ...(typeof typed === 'string' ? { text: typed } : {}),
        most: 300,
        ended: true,
      });
      const posts = await db.query<{ officer: string; role: string; office: string }>(
        `select officer, role, office from post where officer = any ($1::uuid[]) and ${postHeld('post', '$2')}
          order by valid_from, id`,
        [officers.map(one => one.id), dayOf(now)],
      );
      return {
        head: [
          words('agencies.officer.title'),
          words('field.officer.title'),
          words('agencies.officers.posts'),
        ],
        rows: await Promise.all(
          officers.map(async one => {
            const held = posts.filter(post => post.officer === one.id);
            const said = await Promise.all(
              held.map(async post => `${codeName('role', post.role, lang)} · ${await office(post.office)}`),
            );
            return [
              one.name,
              text(lang === 'en' ? (one.titleEn ?? one.title) : one.title),
              one.ended ? words('agencies.officer.ended') : said.join('; '),
            ];
          }),
        ),
      };
    },
  },

  permissions: {
    title: 'agencies.permissions.title',
    async make(asking, { role }) {
      const { actor, lang, words, field } = asking;
      const { records } = rightsOf(actor, role);
      const names = (record: string, fields: readonly { readonly name: string }[]) =>
        fields.map(({ name }) => field(record, name)).join(', ');
      return {
        head: ['record', 'sees', 'when', 'opens', 'acts'].map(name => words(`agencies.permissions.${name}`)),
        rows: records
          .filter(({ fields, acts }) => acts.length > 0 || fields.some(one => one.seen || one.opened))
          .map(({ record, fields, when, acts }) => [
            say(lang, `record.${record}`) ?? record,
            names(
              record,
              fields.filter(one => one.seen && one.tier !== 'sealed'),
            ),
            [...new Set(when.flatMap(name => name.split(' or ')))]
              .map(name => say(lang, `agencies.when.${name.replace(/\(.*$/, '')}`) ?? name)
              .join('; '),
            names(
              record,
              fields.filter(one => one.opened),
            ),
            acts.map(name => actWords(asking, name)).join('; '),
          ]),
      };
    },
  },

  ledger: {
    title: 'ledger.title',
    entered: { kind: 'read', name: 'ledger.export', record: 'person' },
    async make(asking, asked) {
      const { db, actor, now, lang, words } = asking;
      if (actor.role !== 'auditor') throw new Problem('act.not_yours', { act: 'ledger.read' });
      const { rows, next } = await entriesOf(db, actor, now, { ...asked, before: undefined }, mostExported);
      if (next !== null) throw invalid({ field: 'from', reason: 'too_many', params: { max: mostExported } });
      return {
        head: ['when', 'who', 'what', 'subject', 'purpose', 'number'].map(name => words(`ledger.${name}`)),
        rows: rows.map(entry => [
          formatInstant(entry.receivedAt, lang),
          [
            entry.officerName,
            entry.role && codeName('role', entry.role, lang),
            lang === 'en' ? (entry.officeNameEn ?? entry.officeName) : entry.officeName,
          ]
            .filter(Boolean)
            .join(' · '),
          actWords(asking, entry.name),
          entry.files.join(', ') ||
            entry.subjectName ||
            (entry.subjectRecord ? (say(lang, `record.${entry.subjectRecord}`) ?? entry.subjectRecord) : ''),
          [entry.purpose, entry.ground && codeName('ground', entry.ground, lang)].filter(Boolean).join(' · '),
          text(entry.seq),
        ]),
      };
    },
  },

  stays: {
    title: 'record.stay',
    entered: { kind: 'list', name: 'stay.export', record: 'stay' },
    async make({ db, actor, now, lang, words, field }, asked) {
      const { stays } = await staysIn(db, actor, now, asked);
      const names = ['admittedOn', 'leftOn', 'leaveReason', 'places', 'overFull'];
      return {
        head: [
          field('any', 'number'),
          field('person', 'fullName'),
          ...names.map(name => field('stay', name)),
        ],
        rows: stays.map(row => [
          text(row.number),
          row.fullName ?? words('facilities.stays.nameless'),
          row.admittedOn,
          text(row.leftOn),
          row.leaveReason ? codeName('stayLeaveReason', row.leaveReason, lang) : '',
          text(row.places),
          row.overFull ? codeName('overFullReason', row.overFull, lang) : '',
        ]),
        persons: stays.map(row => row.person),
      };
    },
  },

  facilityDays: {
    title: 'facilities.days.table',
    async make({ db, actor, now, words, field }, { id, since, days }) {
      const { facilities } = await boardOf(db, actor, now, { id, since, days });
      if (!facilities[0] || typeof id !== 'string') throw new Problem('record.not_found');
      return {
        head: [
          words('facilities.days.day'),
          field('capacityChange', 'places'),
          words('facilities.days.taken'),
        ],
        rows: facilities[0].days.map(one => [one.day, text(one.places), text(one.taken)]),
      };
    },
  },

  feedback: {
    title: 'feedback.counts.title',
    async make({ serving, actor, now, lang, words, field, office }) {
      if (![...sharedWithRoles, 'secretary', 'auditor'].includes(actor.role))
        throw new Problem('act.not_yours', { act: 'feedback.count' });
      const counts = await countFeedback(serving.door, actor, now);
      const hidden = words('feedback.counts.hidden');
      return {
        head: [
          field('any', 'office'),
          field('feedback', 'quarterOf'),
          words('feedback.counts.question'),
          ...feedbackAnswers.map(answer => codeName('feedbackAnswer', answer, lang)),
        ],
        rows: (
          await Promise.all(
            counts.map(async ({ office: id, quarter, people, questions }) =>
              people === null
                ? [
                    [
                      await office(id),
                      quarter,
                      say(lang, 'feedback.counts.too_few', { least: leastShown }) ?? '',
                    ],
                  ]
                : Promise.all(
                    Object.entries(questions).map(async ([name, answers]) => [
                      await office(id),
                      quarter,
                      field('feedback', name),
                      ...feedbackAnswers.map(answer => text(answers[answer] ?? hidden)),
                    ]),
                  ),
            ),
          )
        ).flat(),
      };
    },
  },

  accounts: {
    title: 'entitlements.accounts.title',
    async make({ serving, actor, standing, db, lang, words, field }, { from, to }) {
      const { lines } = await accountsOf(serving.door, { actor, standing }, { from, to });
      const sources = await db.query<{ id: string; name: string }>(
        'select id, source_name as name from budget_source where id = any ($1::uuid[])',
        [lines.map(line => line.budgetSource)],
      );
      return {
        head: [
          field('payment', 'budgetSource'),
          field('payment', 'regime'),
          ...['payments', 'reversals', 'sum'].map(name => words(`entitlements.accounts.${name}`)),
        ],
        rows: lines.map(line => [
          sources.find(source => source.id === line.budgetSource)?.name ?? '',
          codeName('regime', line.regime, lang),
          text(line.payments),
          text(line.reversals),
          text(line.sum),
        ]),
      };
    },
  },

  path: {
    title: 'record.person',
    entered: { kind: 'list', name: 'person.export', record: 'person' },
    async make({ db, actor, now, lang }, { person }) {
      const path = await getPath(db, actor, now, person as string);
      // What was opened by breaking the glass was opened to be read.
      if (path.person.via === 'exception') throw new Problem('person.not_shared');
      const sheet = async (name: string, rows: readonly Row[]) => ({
        name: say(lang, `record.${name}`) ?? name,
        rows: (await asList(db, actor, lang, getRecord(name), rows, 'whole')).table,
      });
      const own = await sheet('person', [path.person as Row]);
      const parts = Object.entries(path.parts).filter(([, rows]) => rows.length > 0);
      return {
        head: own.rows[0] ?? [],
        rows: own.rows.slice(1),
        persons: [person as string],
        more: await Promise.all(parts.map(([name, rows]) => sheet(name, rows as readonly Row[]))),
      };
    },
  },
};

/** Names of sheets as Excel allows them: 31 letters, some signs not, none twice. */
function sheetNames(names: readonly string[]): string[] {
  const taken: string[] = [];
  for (const name of names) {
    const plain = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 28);
    const times = taken.filter(one => one === plain || one.startsWith(`${plain} `)).length;
    taken.push(times > 0 ? `${plain} ${times + 1}` : plain);
  }
  return taken;
}

/** @throws Problem when there is no such list, it is not the caller's, or a purpose is missing. */
export async function takeList(
  serving: Serving,
  request: FastifyRequest,
  body: { readonly list: unknown; readonly asked: unknown; readonly purpose: unknown },
): Promise<{ name: string; rows: number; sheets: { name: string; rows: Cells }[] }> {
  const name = typeof body.list === 'string' && Object.hasOwn(lists, body.list) ? body.list : null;
  if (!name) throw invalid({ field: 'list', reason: 'choice' });
  const list = lists[name]!;
  const asked = body.asked ?? {};
  if (typeof asked !== 'object' || Array.isArray(asked)) throw invalid({ field: 'asked', reason: 'value' });
  const purpose = typeof body.purpose === 'string' ? body.purpose.trim() : '';
  if (list.entered && (purpose.length < 3 || purpose.length > 300 || purpose.includes('\u0000')))
    throw new Problem('act.purpose_missing', {}, [{ field: 'purpose', reason: 'required' }]);
  return serving.as(request, async (db, caller) => {
    const { actor } = caller;
    const { lang } = actor;
    const now = serving.now();
    const words = (key: string) => say(lang, key) ?? key;
    const known = new Map<string, Promise<string>>();
    const nameOf = async (id: string) => {
      const found = (await officeNames(db, [id])).get(id);
      return (lang === 'en' ? found?.nameEn : found?.name) ?? '';
    };
    const asking: Asking = {
      ...caller,
      serving,
      db,
      now,
      lang,
      words,
      field: (record, field) =>
        say(lang, `field.${record}.${field}`) ?? say(lang, `field.any.${field}`) ?? field,
      async office(id) {
        if (typeof id !== 'string') return '';
        const asked = known.get(id) ?? nameOf(id);
        known.set(id, asked);
        return asked;
      },
    };
    const {
      head,
      rows,
      persons = [],
      more = [],
    } = await list.make(asking, asked as Readonly<Record<string, unknown>>);
    const { entered } = list;
    if (entered)
      await tell(db, actor, now, {
        kind: entered.kind,
        name: entered.name,
        subjectRecord: entered.record,
        persons: [...new Set(persons)],
        purpose,
        body: { list: name, rows: rows.length },
      });
    const names = sheetNames([words(list.title), ...more.map(sheet => sheet.name)]);
    return {
      name,
      rows: rows.length + more.reduce((sum, sheet) => sum + sheet.rows.length - 1, 0),
      sheets: [[head, ...rows], ...more.map(sheet => sheet.rows)].map((cells, index) => ({
        name: names[index]!,
        rows: cells,
      })),
    };
  });
}
