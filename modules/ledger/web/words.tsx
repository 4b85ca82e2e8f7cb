/* An entry in words: what was done by its name (`act.<name>`, or the pattern of a reading), by whom, and about what. A name without words shows itself. */
import { formatInstant } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { type Translate, useText } from '../../../web/text.ts';
import type { Entry } from './entries.ts';

export function doneWords(t: Translate, name: string): string {
  if (t.has(`act.${name}`)) return t(`act.${name}`);
  const [record = '', how = '', field = ''] = name.split('.');
  const recordWords = t.has(`record.${record}`) ? t(`record.${record}`) : record;
  if (how === 'export' && field) return t('act.any.export_sealed', { record: recordWords });
  if (how === 'open') return t('act.any.open', { record: recordWords, field: fieldLabel(t, record, field) });
  return t.has(`act.any.${how}`) ? t(`act.any.${how}`, { record: recordWords }) : name;
}

export function groundWords(t: Translate, ground: string): string {
  return codeLabel(t, 'ground', ground);
}

/** Name, and below it in which role for which office. */
export function Doer({ entry }: { entry: Entry }) {
  const t = useText();
  if (!entry.officer)
    return (
      <span className="soft">{t(entry.kind === 'system' ? 'ledger.by_system' : 'ledger.unknown_doer')}</span>
    );
  const office = t.lang === 'en' ? (entry.officeNameEn ?? entry.officeName) : entry.officeName;
  return (
    <span className="two-lines">
      <span>{entry.officerName ?? entry.officer}</span>
      {(entry.role || office) && (
        <small className="soft">
          {[entry.role && codeLabel(t, 'role', entry.role), office].filter(Boolean).join(' · ')}
        </small>
      )}
    </span>
  );
}

/** The files by their numbers, or the officer, or the kind of record. */
export function Subject({ entry }: { entry: Entry }) {
  const t = useText();
  if (entry.files.length > 0) {
    const shown = entry.files.slice(0, 3);
    const more = (entry.persons?.length ?? 0) - shown.length;
    return (
      <span className="two-lines">
        <span className="file-numbers">{shown.join(', ')}</span>
        {more > 0 && <small className="soft">{t('ledger.files_more', { count: more })}</small>}
      </span>
    );
  }
  if (entry.persons?.length) return <span className="soft">{t('ledger.file_gone')}</span>;
  if (entry.subjectName) return <>{entry.subjectName}</>;
  if (!entry.subjectRecord) return null;
  return (
    <>{t.has(`record.${entry.subjectRecord}`) ? t(`record.${entry.subjectRecord}`) : entry.subjectRecord}</>
  );
}

export function Ground({ entry }: { entry: Entry }) {
  const t = useText();
  if (!entry.purpose && !entry.ground) return null;
  return (
    <span className="two-lines">
      {entry.purpose && <span>{entry.purpose}</span>}
      {entry.ground && <small className="soft">{groundWords(t, entry.ground)}</small>}
    </span>
  );
}

export function When({ at }: { at: Entry['receivedAt'] }) {
  const t = useText();
  return (
    <time dateTime={at} className="nowrap">
      {formatInstant(at, t.lang)}
    </time>
  );
}
