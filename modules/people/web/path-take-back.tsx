/* She tells somebody who sees her file through a share that she takes her consent back. Whoever hears it writes it down here, and may lose sight of the file by it. */
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import { subjectHref } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList, MultiChoice } from '../../../web/ui/choices.tsx';
import { ConfirmDialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { classesOfField } from '../../referrals/index.ts';
import { type PartRow, type Path, usePathAct } from './path-data.ts';
import { SaidBy } from './path-said-by.tsx';

export function TakeBack({ path, share }: { path: Path; share: PartRow }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" icon="stop" onPress={() => setOpen(true)}>
        {t('path.shares.take_back')}
      </Button>
      {open && <TakeBackDialog path={path} share={share} onClose={() => setOpen(false)} />}
    </>
  );
}

function TakeBackDialog({ path, share, onClose }: { path: Path; share: PartRow; onClose: () => void }) {
  const t = useText();
  const [how, choose] = useState<string | null>('whole');
  const [classes, setClasses] = useState<readonly string[]>([]);
  const [saidBy, setSaidBy] = useState<string | null>('herself');
  const [why, setWhy] = useState('');
  const [missing, miss] = useState(false);
  const doing = usePathAct('share.takeBack', path.person.id);
  const errors = issuesByField(t, doing.error);
  const partly = how === 'part';
  const shown = [...new Set((share.sharedFields as readonly string[]).flatMap(classesOfField))];
  const takeBack = async () => {
    await doing.act(
      {
        dataClasses: partly ? classes : null,
        onlyHere: how === 'here' ? 'yes' : null,
        saidBy,
        withdrawnWhy: why || null,
      },
      { record: 'share', id: share.id },
    );
    toast(t('path.shares.take_back_done'));
    onClose();
    if (!partly && share.referral)
      navigate(subjectHref({ record: 'referral', id: share.referral as string }));
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('path.shares.take_back')}
      verb={t('path.consents.withdraw')}
      pending={doing.isPending}
      onConfirm={() => {
        // Nothing chosen is not "all of it".
        miss(partly && classes.length === 0);
        if (!partly || classes.length > 0) void takeBack().catch(() => undefined);
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
        name="how"
        label={t('path.shares.take_back_how')}
        value={how}
        onChange={choose}
        options={['whole', 'here', 'part'].map(code => ({
          code,
          label: t(`path.shares.take_back_how.${code}`),
        }))}
      />
      {partly && (
        <MultiChoice
          inline
          name="dataClasses"
          label={t('path.shares.take_back_classes')}
          error={missing ? t('path.consents.part_hint') : errors.dataClasses}
          value={classes}
          onChange={setClasses}
          options={shown.map(code => ({ code, label: t(`bundle.${code}`) }))}
        />
      )}
      <p>{t('path.shares.take_back_text')}</p>
      <SaidBy saidBy={saidBy} onSaidBy={setSaidBy} why={why} onWhy={setWhy} error={errors.withdrawnWhy} />
    </ConfirmDialog>
  );
}
