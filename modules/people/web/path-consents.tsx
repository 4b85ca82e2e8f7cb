/*
 * What she allows: purposes down, answers across, each answer with its day. The latest answer counts; earlier ones stay readable. Withdrawing is one press
 * and says what it will stop.
 */
import { useState } from 'react';
import { type Day, dayOf, formatDay, formatInstant, type Instant } from '../../../kernel/day.ts';
import { answerCodes } from '../../../kernel/fields/kinds.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ConfirmDialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { consentPurposes } from '../../intake/index.ts';
import { isLive, may, type PartRow, type Path, part, usePathAct } from './path-data.ts';
import { Part } from './path-part.tsx';

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
    </Part>
  );
}

function Matrix({ path, rows }: { path: Path; rows: readonly PartRow[] }) {
  const t = useText();
  const [leaving, leave] = useState<PartRow | null>(null);
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
            {answerCodes.map(code => (
              <th key={code} role="columnheader" scope="col">
                {t(`ui.answer.${code}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {consentPurposes.map(purpose => (
            <Purpose
              key={purpose}
              purpose={purpose}
              rows={rows.filter(row => row.consentPurpose === purpose)}
              onWithdraw={leave}
            />
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: as above */}
      {leaving && <Withdraw path={path} row={leaving} onClose={() => leave(null)} />}
    </div>
  );
}

function Purpose({
  purpose,
  rows,
  onWithdraw,
}: {
  purpose: string;
  rows: readonly PartRow[];
  onWithdraw: (row: PartRow) => void;
}) {
  const t = useText();
  const last = rows.at(-1);
  const canWithdraw = rows.find(
    row => row.given === 'yes' && row.withdrawnAt === null && !row.via && may(row, 'consent.withdraw'),
  );
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <tr role="row">
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <th role="rowheader" scope="row">
        {codeLabel(t, 'consentPurpose', purpose)}
      </th>
      {answerCodes.map(code => (
        // biome-ignore lint/a11y/noRedundantRoles: as above
        <td key={code} role="cell" data-code={code} data-label={t(`ui.answer.${code}`)}>
          {!last && code === 'not_asked' && <span className="soft">{t('path.consents.not_yet')}</span>}
          {rows
            .filter(row => row.given === code)
            .map(row => (
              <Given key={row.id} row={row} counts={row === last} />
            ))}
          {code === 'yes' && canWithdraw && (
            <Button kind="quiet" onPress={() => onWithdraw(canWithdraw)}>
              {t('path.consents.withdraw')}
              <span className="unseen"> {codeLabel(t, 'consentPurpose', purpose)}</span>
            </Button>
          )}
        </td>
      ))}
    </tr>
  );
}

function Given({ row, counts }: { row: PartRow; counts: boolean }) {
  const t = useText();
  const gone = row.withdrawnAt !== null && row.withdrawnAt !== undefined;
  return (
    <span className="given" data-counts={counts && !gone ? '' : undefined}>
      {counts && !gone && (
        <Icon name={row.given === 'yes' ? 'check' : row.given === 'no' ? 'close' : 'info'} size={16} />
      )}
      <span>
        {gone ? <s>{formatDay(dayOf(row.madeAt), t.lang)}</s> : formatDay(dayOf(row.madeAt), t.lang)}
        {gone && (
          <small>
            {t('path.consents.withdrawn', { at: formatInstant(row.withdrawnAt as Instant, t.lang) })}
          </small>
        )}
        {typeof row.until === 'string' && (
          <small>{t('path.consents.until', { day: formatDay(row.until as Day, t.lang) })}</small>
        )}
        {typeof row.recipient === 'string' && (
          <small>
            {t('path.consents.only')} <OfficeName id={row.recipient} short />
          </small>
        )}
        {row.givenBy !== 'herself' && row.givenBy !== undefined && (
          <small>{codeLabel(t, 'consentGiver', row.givenBy as string)}</small>
        )}
      </span>
    </span>
  );
}

function Withdraw({ path, row, onClose }: { path: Path; row: PartRow; onClose: () => void }) {
  const t = useText();
  const now = useNow();
  const [why, setWhy] = useState('');
  const doing = usePathAct('consent.withdraw', path.person.id);
  const stops = part(path, 'share').filter(share => share.consent === row.id && isLive(share, now));
  const withdraw = async () => {
    await doing.act({ withdrawnWhy: why || null }, { record: 'consent', id: row.id });
    toast(t('path.consents.withdraw_done'));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('path.consents.withdraw_title', {
        purpose: codeLabel(t, 'consentPurpose', row.consentPurpose as string),
      })}
      verb={t('path.consents.withdraw')}
      pending={doing.isPending}
      onConfirm={() => void withdraw().catch(() => undefined)}
      onClose={onClose}
    >
      <ErrorSummary error={doing.error} labelOf={field => fieldLabel(t, 'consent', field)} />
      <p>{t('path.consents.withdraw_text', { count: stops.length })}</p>
      {stops.length > 0 && (
        <ul>
          {stops.map(share => (
            <li key={share.id}>
              <OfficeName id={share.toOffice as string} />
            </li>
          ))}
        </ul>
      )}
      <TextInput
        name="withdrawnWhy"
        label={t('path.consents.withdraw_why')}
        maxLength={300}
        value={why}
        onChange={setWhy}
      />
    </ConfirmDialog>
  );
}
