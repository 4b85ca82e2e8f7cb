/* Taking a consent back: all of it, or some parts, or for some receivers. Before it is done the page says what stops at once, and in plain words what it cannot
 * undo. */
import { useState } from 'react';
import { useNow } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { ChoiceList, MultiChoice } from '../../../web/ui/choices.tsx';
import { ConfirmDialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { classesOf } from '../../intake/index.ts';
import { isLive, type PartRow, type Path, part, usePathAct } from './path-data.ts';
import { SaidBy } from './path-said-by.tsx';

export function WithdrawDialog({ path, row, onClose }: { path: Path; row: PartRow; onClose: () => void }) {
  const t = useText();
  const now = useNow();
  const [how, choose] = useState<string | null>('whole');
  const [classes, setClasses] = useState<readonly string[]>([]);
  const [offices, setOffices] = useState<readonly string[]>([]);
  const [saidBy, setSaidBy] = useState<string | null>('herself');
  const [why, setWhy] = useState('');
  const [missing, miss] = useState(false);
  const doing = usePathAct('consent.withdraw', path.person.id);
  const errors = issuesByField(t, doing.error);
  const resting = part(path, 'share').filter(share => share.consent === row.id && isLive(share, now));
  const left = classesOf(
    row,
    part(path, 'withdrawal').filter(one => one.consent === row.id),
  );
  const partly = how === 'part';
  const stops =
    partly && classes.length === 0
      ? resting.filter(share => offices.includes(share.toOffice as string))
      : resting;
  const withdraw = async () => {
    const input = {
      dataClasses: partly ? classes : null,
      recipients: partly ? offices : null,
      saidBy,
      withdrawnWhy: why || null,
    };
    await doing.act(input, { record: 'consent', id: row.id });
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
      onConfirm={() => {
        // Nothing chosen is not "all of it".
        miss(partly && classes.length + offices.length === 0);
        if (!partly || classes.length + offices.length > 0) void withdraw().catch(() => undefined);
      }}
      onClose={onClose}
    >
      <ErrorSummary
        error={doing.error}
        labelOf={field =>
          field === 'withdrawnWhy' ? t('path.consents.withdraw_why') : fieldLabel(t, 'withdrawal', field)
        }
      />
      <ChoiceList
        inline
        name="how"
        label={t('path.consents.withdraw_how')}
        value={how}
        onChange={choose}
        options={['whole', 'part'].map(code => ({ code, label: t(`path.consents.how.${code}`) }))}
      />
      {partly && (
        <>
          <MultiChoice
            inline
            name="dataClasses"
            label={fieldLabel(t, 'withdrawal', 'dataClasses')}
            hint={t('path.consents.part_hint')}
            error={missing ? t('path.consents.choose_part') : errors.dataClasses}
            value={classes}
            onChange={setClasses}
            options={left.map(code => ({ code, label: t(`bundle.${code}`) }))}
          />
          {resting.length > 0 && (
            <MultiChoice
              name="recipients"
              label={fieldLabel(t, 'withdrawal', 'recipients')}
              value={offices}
              onChange={setOffices}
              options={[...new Set(resting.map(share => share.toOffice as string))].map(code => ({
                code,
                label: <OfficeName id={code} />,
              }))}
            />
          )}
        </>
      )}
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
      <SaidBy saidBy={saidBy} onSaidBy={setSaidBy} why={why} onWhy={setWhy} error={errors.withdrawnWhy} />
    </ConfirmDialog>
  );
}
