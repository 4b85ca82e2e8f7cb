/* Any list as a table of words, as it stands on the screen: the fields the reader's role may see, codes by their names, ids by what they are called. */
import type { Actor, Row } from '../../kernel/act/act.ts';
import { formatInstant, type Instant } from '../../kernel/day.ts';
import type { Language } from '../../kernel/fields/kind.ts';
import type { RecordDeclaration } from '../../kernel/record/record.ts';
import { getRecord } from '../../modules/index.ts';
import type { Db } from '../db/door.ts';
import { say } from '../locales.ts';
import { placeName } from '../places.ts';
import { readingsOf } from '../rows.ts';
import type { Exported } from './export.ts';
import { readRows } from './export-rows.ts';
import { codeName, officeNames, officerNames } from './in-words.ts';

/** Any list as it stands on the screen: the listed fields the role may see, codes as words, ids as names. `whole`: every field but sealed ones, as a file shows its parts. */
export async function asList(
  db: Db,
  actor: Actor,
  lang: Language,
  record: RecordDeclaration,
  rows: readonly Row[],
  which: 'listed' | 'whole' = 'listed',
): Promise<Omit<Exported, 'rows' | 'leftOut'>> {
  const seen = new Set(readingsOf(record, actor.role).flatMap(reading => [...reading.fields]));
  const fields = Object.entries(record.fields).filter(
    ([name, field]) => (field.listed || which === 'whole') && field.tier !== 'sealed' && seen.has(name),
  );
  const offices = await officeNames(db, [
    ...rows.map(row => row.office),
    ...fields
      .filter(([, field]) => ['office', 'offices'].includes(field.kind.name))
      .flatMap(([name]) => rows.flatMap(row => (row[name] ?? []) as string | string[])),
  ]);
  const officers = await officerNames(
    db,
    fields
      .filter(([, field]) => field.kind.name === 'officer')
      .flatMap(([name]) => rows.map(row => row[name] as string)),
  );
  const named = new Map<string, string>();
  for (const [name, field] of fields.filter(([, field]) => field.kind.name === 'record'))
    for (const [id, text] of await captionsOf(
      db,
      actor,
      lang,
      field.options.to!,
      rows.map(row => row[name] as string),
    ))
      named.set(id, text);
  const files =
    record.partOf === 'person'
      ? await captionsOf(
          db,
          actor,
          lang,
          'person',
          rows.map(row => row.person as string),
        )
      : null;
  const label = (name: string) =>
    say(lang, `field.${record.name}.${name}`) ?? say(lang, `field.any.${name}`) ?? name;
  const officeName = (id: unknown) =>
    (lang === 'en' ? offices.get(id as string)?.nameEn : offices.get(id as string)?.name) ?? '';
  const withheld: Record<string, number> = {};
  const text = (row: Row, name: string): string => {
    const field = record.fields[name]!;
    const value = row[name];
    if (value === null || value === undefined)
      return row.unanswered?.[name] ? (say(lang, `ui.answer.${row.unanswered[name]}`) ?? '') : '';
    const code = (one: string) => codeName(field.options.labels ?? 'yesNo', one, lang);
    switch (field.kind.name) {
      case 'choice':
      case 'answer':
        return code(value as string);
      case 'choices':
        return (value as string[]).map(code).join('; ');
      case 'unit':
        return placeName(value as string);
      case 'office':
        return officeName(value);
      case 'offices':
        return (value as string[]).map(officeName).join('; ');
      case 'officer':
        return officers.get(value as string) ?? '';
      case 'record':
        return named.get(value as string) ?? '';
      case 'flag':
        return code(value ? 'yes' : 'no');
      case 'instant':
        return formatInstant(value as Instant, lang);
      default:
        return field.kind.toText(value as never);
    }
  };
  const header = [
    ...(record.numbered ? [label('number')] : []),
    ...(files ? [say(lang, 'exchange.list.file') ?? ''] : []),
    ...fields.map(([name]) => label(name)),
    ...(record.held ? [label('office')] : []),
    label('madeAt'),
  ];
  const table = rows.map(row => [
    ...(record.numbered ? [String(row.number ?? '')] : []),
    ...(files ? [files.get(row.person as string) ?? ''] : []),
    ...fields.map(([name]) => text(row, name)),
    ...(record.held ? [officeName(row.office)] : []),
    row.madeAt ? formatInstant(row.madeAt as Instant, lang) : '',
  ]);
  for (const [name, field] of Object.entries(record.fields))
    if (field.listed && !seen.has(name)) withheld[name] = rows.length;
  return {
    table: [header, ...table],
    sidecar: { record: record.name, columns: header, withheld: Object.keys(withheld) },
    withheld,
    consentRefused: 0,
  };
}

/** What rows are called: their number and the texts and days that name them; of a file only its number. Under the reader's own rights, so that what she may not see has none. */
async function captionsOf(
  db: Db,
  actor: Actor,
  lang: Language,
  to: string,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const record = getRecord(to);
  const wanted = [...new Set(ids.filter(id => typeof id === 'string'))];
  const said = (row: Row, name: string): string => {
    const { kind, options, tier } = record.fields[name] ?? {};
    const value = row[name];
    if (!kind || tier === 'sealed' || value === null || value === undefined) return '';
    if (kind.name === 'choice') return codeName(options?.labels, value as string, lang);
    return ['text', 'day'].includes(kind.name) ? String(value) : '';
  };
  const rows = wanted.length > 0 ? await readRows(db, actor, record, 'id', wanted) : [];
  return new Map(
    rows.map(row => [
      row.id,
      [String(row.number ?? ''), ...(record.isFile ? [] : record.caption.map(name => said(row, name)))]
        .filter(Boolean)
        .join(' · '),
    ]),
  );
}
