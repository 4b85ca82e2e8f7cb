/*
 * What she has said may be done: purposes down, receivers across, in each place her answer, with its day, its parts and what about it gives doubt. The latest
 * answer counts; earlier ones stay readable, and so does what she took back. What is done without asking her, because a law says so, stands apart.
 */
import { useState } from 'react';
import {
  addDays,
  type Day,
  dayOf,
  formatDay,
  formatInstant,
  type Instant,
  type PartialDay,
} from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import {
  classesOf,
  consentPurposes,
  doubtsOf,
  everydayClasses,
  isChild,
  standingOf,
} from '../../intake/index.ts';
import { isLive, may, type PartRow, type Path, part } from './path-data.ts';
import { Part } from './path-part.tsx';
import { WithdrawDialog } from './path-withdraw.tsx';
import { receiverOf } from './said.ts';

export function Consents({ path }: { path: Path }) {
  const t = useText();
  const rows = part(path, 'consent');
  if (!path.parts.consent) return null;
  return (
    <Part name="consents" title={t('path.consents.title')} lead={t('path.consents.lead')}>
      {rows.length === 0 ? (
        <p className="soft">{t(path.shared ? 'path.none_shared' : 'path.consents.none')}</p>
      ) : (
        <Matrix path={path} rows={rows} />
      )}
      <TakenBack path={path} />
      <ByLaw path={path} />
    </Part>
  );
}

/** A receiver: an office, a kind of agency, or everybody. */
export function Receiver({ column }: { column: string }) {
  const t = useText();
  if (column === 'all') return t('path.consents.anybody');
  if (column.startsWith('kind ')) return codeLabel(t, 'agencyKind', column.slice(5));
  return <OfficeName id={column} short />;
}

function Matrix({ path, rows }: { path: Path; rows: readonly PartRow[] }) {
  const t = useText();
  const [leaving, leave] = useState<PartRow | null>(null);
  const columns = [...new Set(rows.map(receiverOf))].sort(
    (a, b) => Number(b === 'all') - Number(a === 'all') || a.localeCompare(b),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where the table is wider than its place it is scrolled by keyboard
    <div className="consents-frame" role="group" aria-label={t('path.consents.title')} tabIndex={0}>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: block layout on narrow screens takes the native roles away */}
      <table className="consents" role="table">
        <caption className="unseen">{t('path.consents.title')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {fieldLabel(t, 'consent', 'consentPurpose')}
            </th>
            {columns.map(column => (
              <th key={column} role="columnheader" scope="col">
                <Receiver column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {consentPurposes.map(purpose => (
            <tr key={purpose} role="row">
              <th role="rowheader" scope="row">
                {codeLabel(t, 'consentPurpose', purpose)}
              </th>
              {columns.map(column => (
                <td key={column} role="cell">
                  <Place
                    path={path}
                    column={columns.length > 1 ? column : null}
                    rows={rows.filter(row => row.consentPurpose === purpose && receiverOf(row) === column)}
                    asked={rows.some(row => row.consentPurpose === purpose)}
                    onWithdraw={leave}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: as above */}
      {leaving && <WithdrawDialog path={path} row={leaving} onClose={() => leave(null)} />}
    </div>
  );
}

function Place({
  path,
  column,
  rows,
  asked,
  onWithdraw,
}: {
  path: Path;
  column: string | null;
  rows: readonly PartRow[];
  asked: boolean;
  onWithdraw: (row: PartRow) => void;
}) {
  const t = useText();
  const last = rows.at(-1);
  if (!last)
    return <span className="soft">{t(asked ? 'path.consents.not_here' : 'path.consents.not_yet')}</span>;
  const open = rows.find(
    row => row.given === 'yes' && row.withdrawnAt === null && !row.via && may(row, 'consent.withdraw'),
  );
  return (
    <>
      {column && (
        <span className="consents-where soft">
          <Receiver column={column} />
        </span>
      )}
      {rows.toReversed().map(row => (
        <Given key={row.id} path={path} row={row} counts={row === last} />
      ))}
      {open && (
        <Button kind="quiet" onPress={() => onWithdraw(open)}>
          {t('path.consents.withdraw')}
          <span className="unseen"> {codeLabel(t, 'consentPurpose', open.consentPurpose as string)}</span>
        </Button>
      )}
    </>
  );
}

const icons = { in_force: 'check', not_given: 'close', withdrawn: 'stop', ended: 'clock' } as const;

function Given({ path, row, counts }: { path: Path; row: PartRow; counts: boolean }) {
  const t = useText();
  const standing = standingOf(row, path.today);
  const said = row.given === 'yes' || row.given === 'no' ? icons[standing] : 'info';
  const word =
    standing === 'withdrawn' || standing === 'ended'
      ? t(`path.consents.standing.${standing}`)
      : t(`ui.answer.${row.given as string}`);
  return (
    <span className="given" data-counts={counts && standing !== 'withdrawn' ? '' : undefined}>
      <Icon name={said} size={16} />
      <span>
        <span>
          {word} · {formatDay(dayOf(row.madeAt), t.lang)}
        </span>
        {counts && row.given === 'yes' && <Details path={path} row={row} standing={standing} />}
      </span>
    </span>
  );
}

/** Purposes for which parts of the file go to others. */
const shared = ['services', 'referral', 'cross_border'];

function Details({ path, row, standing }: { path: Path; row: PartRow; standing: string }) {
  const t = useText();
  const born = (path.person.born ?? null) as PartialDay | null;
  const takenBack = part(path, 'withdrawal').filter(one => one.consent === row.id && one.whole === 'no');
  const left = classesOf(row, takenBack);
  const named = Array.isArray(row.dataClasses) ? (row.dataClasses as string[]) : [...everydayClasses];
  const isNamed = Array.isArray(row.dataClasses);
  const gone = named.filter(code => !left.includes(code));
  const doubts = row.via ? [] : doubtsOf(row, isChild(born, path.today, row));
  return (
    <>
      {standing === 'withdrawn' ? (
        <small>
          {t('path.consents.withdrawn', { at: formatInstant(row.withdrawnAt as Instant, t.lang) })}
        </small>
      ) : (
        <>
          {isNamed && <small>{bundleWords(t, left)}</small>}
          {!isNamed && shared.includes(row.consentPurpose as string) && (
            <small>{t('path.consents.everyday')}</small>
          )}
          {gone.length > 0 && <small>{t('path.consents.without', { parts: bundleWords(t, gone) })}</small>}
          {takenBack
            .flatMap(one => (one.recipients as string[] | null) ?? [])
            .map(office => (
              <small key={office}>
                {t('path.consents.not_to')} <OfficeName id={office} short />
              </small>
            ))}
        </>
      )}
      {typeof row.until === 'string' && (
        <small>{t('path.consents.until', { day: formatDay(addDays(row.until as Day, -1), t.lang) })}</small>
      )}
      {row.givenBy !== 'herself' && row.givenBy !== undefined && (
        <small>{codeLabel(t, 'consentGiver', row.givenBy as string)}</small>
      )}
      {standing === 'in_force' &&
        doubts.map(doubt => (
          <small key={doubt}>
            <Badge tone={doubt === 'assent_refused' ? 'bad' : 'warn'}>
              {t(`path.consents.doubt.${doubt}`)}
            </Badge>
          </small>
        ))}
    </>
  );
}

/** Classes of data in words, as one line. */
export const bundleWords = (t: Translate, classes: readonly string[]): string =>
  classes.map(code => t(`bundle.${code}`)).join(', ');

/** Each time she took something back, with its day and her reason if she gave one. */
function TakenBack({ path }: { path: Path }) {
  const t = useText();
  const rows = part(path, 'withdrawal');
  if (rows.length === 0) return null;
  const purpose = (row: PartRow) => {
    const of = part(path, 'consent').find(one => one.id === row.consent);
    return of ? codeLabel(t, 'consentPurpose', of.consentPurpose as string) : '';
  };
  return (
    <details>
      <summary>{t('path.consents.taken_back', { count: rows.length })}</summary>
      <ul className="bulleted small">
        {rows.map(row => (
          <li key={row.id}>
            {formatInstant(row.madeAt, t.lang)} · {purpose(row)}:{' '}
            {row.whole === 'yes'
              ? t('path.consents.whole')
              : bundleWords(t, (row.dataClasses as string[] | null) ?? [])}
            {((row.recipients as string[] | null) ?? []).map(office => (
              <span key={office}>
                {' '}
                <OfficeName id={office} short />
              </span>
            ))}
            {typeof row.why === 'string' && ` – ${row.why}`}
          </li>
        ))}
      </ul>
      <p className="soft small">{t('path.consents.done_stays')}</p>
    </details>
  );
}

/** What others see because a law says so. She was not asked, and it is never shown as if she had agreed. */
function ByLaw({ path }: { path: Path }) {
  const t = useText();
  const now = useNow();
  const rows = part(path, 'share').filter(row => row.ground !== 'consent' && isLive(row, now));
  if (rows.length === 0) return null;
  const articleOf = (row: PartRow): string =>
    (part(path, 'referral').find(one => one.id === row.referral)?.groundArticle as string | undefined) ??
    path.clocks.find(clock => clock.row === row.verification)?.article ??
    t('path.consents.no_article');
  return (
    <section className="by-law" aria-labelledby="consents-by-law">
      <h3 id="consents-by-law">{t('path.consents.by_law')}</h3>
      <p className="soft small">{t('path.consents.by_law_text')}</p>
      <ul className="bulleted small">
        {rows.map(row => (
          <li key={row.id}>
            <OfficeName id={row.toOffice as string} /> ·{' '}
            {codeLabel(t, 'sharePurpose', row.sharePurpose as string)} ·{' '}
            {codeLabel(t, 'ground', row.ground as string)} ({articleOf(row)})
          </li>
        ))}
      </ul>
    </section>
  );
}
