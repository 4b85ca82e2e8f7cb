/*
 * One referral, the same page for both sides: where the loop stands, what was shared and on which ground, and what this side may do next. Returning and revoking
 * close the share at once; the page says so before it is done.
 */
import { useState } from 'react';
import { type Day, formatDay, formatInstant, type Instant } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useAct } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea, TextInput } from '../../../web/ui/field.tsx';
import type { IconName } from '../../../web/ui/icons.tsx';
import { Badge, StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { type Step, Stepper } from '../../../web/ui/steps.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { may, type PartRow, part, usePath } from '../../people/web/path-data.ts';
import { SharedBundles } from '../../people/web/path-shares.tsx';
import { PersonLine, RowFacts } from '../../people/web/path-words.tsx';
import { referral as referralRecord } from '../index.ts';
import './referrals.css';

export const referralTones: Readonly<Record<string, Tone>> = {
  sent: 'active',
  accepted: 'good',
  returned: 'warn',
  completed: 'good',
  revoked: 'neutral',
};

export default function Referral({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="referral" id={params.id} title={t('referrals.one')}>
      {row => <One row={row} />}
    </OfRecord>
  );
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  const { data: path } = usePath(row.person as string);
  const state = row.state as string;
  const why = path && part(path, 'revocation').find(one => one.referral === row.id)?.reason;
  return (
    <Page
      title={t('referrals.number', { number: row.number as string })}
      lead={
        <>
          <OfficeName id={row.office} /> → <OfficeName id={row.toOffice as string} />
        </>
      }
      actions={
        <StateMark tone={referralTones[state] ?? 'neutral'}>{codeLabel(t, 'referralState', state)}</StateMark>
      }
    >
      <Stepper label={t('referrals.loop.title')} steps={loopOf(t, row)} />
      {typeof why === 'string' && (
        <p>
          {t('referrals.revoked_why')} <b>{why}</b>{' '}
          <span className="soft">{t('referrals.revoked_only_us')}</span>
        </p>
      )}
      {state === 'sent' && typeof row.remindOn === 'string' && (
        <p className="soft">
          {t('referrals.remind', { day: formatDay(row.remindOn as Day, t.lang) })}{' '}
          <Badge>{t('rule.clock.advisory')}</Badge>
        </p>
      )}
      <Doings row={row} />
      <section className="card part" aria-labelledby="referral-file">
        <h2 id="referral-file">{t('referrals.file')}</h2>
        {path ? (
          <>
            <PersonLine path={path} onward />
            <div>
              <LinkButton href={`/people/${path.person.id}`} icon="folder">
                {t(path.shared ? 'victims.verification.open_shared' : 'victims.verification.open')}
              </LinkButton>
            </div>
          </>
        ) : (
          <p className="soft">{t('referrals.no_file')}</p>
        )}
      </section>
      <section className="card part" aria-labelledby="referral-what">
        <h2 id="referral-what">{t('referrals.what')}</h2>
        <RowFacts
          record={referralRecord}
          row={row}
          names={[
            'referralPurpose',
            'services',
            'ground',
            'groundArticle',
            'doubtNote',
            'until',
            'message',
            'returnReason',
            'outcome',
            'answerNote',
          ]}
        />
        <h3>{t('referrals.shared')}</h3>
        <SharedBundles fields={(row.sharedFields as readonly string[] | undefined) ?? []} />
      </section>
    </Page>
  );
}

/** Sent, answered, ended: with the moment of each, and returned or revoked where the loop broke off. */
function loopOf(t: Translate, row: PartRow): Step[] {
  const state = row.state as string;
  const at = (moment: unknown) =>
    typeof moment === 'string' ? ` · ${formatInstant(moment as Instant, t.lang)}` : '';
  const sent: Step = { id: 'sent', title: t('referrals.loop.sent') + at(row.sentAt), state: 'done' };
  if (state === 'returned')
    return [
      sent,
      { id: 'returned', title: t('referrals.loop.returned') + at(row.answeredAt), state: 'refused' },
    ];
  const wasAccepted = typeof row.answeredAt === 'string';
  const accepted: Step = {
    id: 'accepted',
    title: t(wasAccepted ? 'referrals.loop.accepted' : 'referrals.loop.to_accept') + at(row.answeredAt),
    state: wasAccepted ? 'done' : state === 'sent' ? 'current' : 'open',
  };
  if (state === 'revoked')
    return [
      sent,
      ...(wasAccepted ? [accepted] : []),
      { id: 'revoked', title: t('referrals.loop.revoked') + at(row.endedAt), state: 'refused' },
    ];
  const isDone = state === 'completed';
  return [
    sent,
    accepted,
    {
      id: 'completed',
      title: t(isDone ? 'referrals.loop.completed' : 'referrals.loop.to_complete') + at(row.endedAt),
      state: isDone ? 'done' : state === 'accepted' ? 'current' : 'open',
    },
  ];
}

const doings: readonly { act: string; icon: IconName; kind: 'primary' | 'plain' | 'danger' }[] = [
  { act: 'referral.accept', icon: 'check', kind: 'primary' },
  { act: 'referral.complete', icon: 'check', kind: 'primary' },
  { act: 'referral.return', icon: 'left', kind: 'plain' },
  { act: 'referral.revoke', icon: 'stop', kind: 'danger' },
];

function Doings({ row }: { row: PartRow }) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const offered = doings.filter(({ act }) => may(row, act) && !row.via);
  if (offered.length === 0) return null;
  return (
    <div className="row no-print">
      {offered.map(({ act, icon, kind }) => (
        <Button key={act} icon={icon} kind={kind} onPress={() => setOpen(act)}>
          {t(`referrals.act.${act}`)}
        </Button>
      ))}
      {open && <Do row={row} act={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Do({ row, act, onClose }: { row: PartRow; act: string; onClose: () => void }) {
  const t = useText();
  const [code, setCode] = useState<string | null>(null);
  const [text, setText] = useState('');
  const { mutateAsync, error, isPending } = useAct(act);
  const errors = issuesByField(t, error);
  const choice = act === 'referral.return' ? 'returnReason' : act === 'referral.complete' ? 'outcome' : null;
  const labels = choice === 'outcome' ? 'referralOutcome' : 'returnReason';
  const isRevoke = act === 'referral.revoke';
  const run = async () => {
    const input = isRevoke
      ? { reason: text }
      : { answerNote: text || null, ...(choice ? { [choice]: code } : {}) };
    await mutateAsync({ input, subject: { record: 'referral', id: row.id } });
    toast(t(`referrals.done.${act}`));
    onClose();
  };
  return (
    <Dialog
      open
      firm
      title={t(`referrals.act.${act}`)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind={isRevoke ? 'danger' : 'primary'}
            isPending={isPending}
            onPress={() => void run().catch(() => undefined)}
          >
            {t(`referrals.act.${act}`)}
          </Button>
        </>
      }
    >
      <ErrorSummary
        error={error}
        labelOf={field =>
          field === 'reason' ? t('path.shares.revoke_reason') : fieldLabel(t, 'referral', field)
        }
      />
      <p>{t(`referrals.text.${act}`)}</p>
      {choice && (
        <ChoiceList
          name={choice}
          label={fieldLabel(t, 'referral', choice)}
          required
          error={errors[choice]}
          value={code}
          onChange={setCode}
          options={(referralRecord.fields[choice].options.codes ?? []).map(one => ({
            code: one,
            label: codeLabel(t, labels, one),
          }))}
        />
      )}
      {isRevoke ? (
        <TextInput
          name="reason"
          label={t('path.shares.revoke_reason')}
          required
          maxLength={200}
          error={errors.reason}
          value={text}
          onChange={setText}
        />
      ) : (
        <TextArea
          name="answerNote"
          label={fieldLabel(t, 'referral', 'answerNote')}
          error={errors.answerNote}
          maxLength={2000}
          value={text}
          onChange={setText}
        />
      )}
    </Dialog>
  );
}
