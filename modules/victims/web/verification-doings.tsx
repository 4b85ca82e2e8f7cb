/* What can be done with a verification request beside answering it: refuse it, take it back, bring silence before the superior, ask anew; and the trail of
 * reminders that led there. A refusal or a withdrawal ends at once what the body asked could see. */
import { useState } from 'react';
import { type Day, dayOf, formatDay, formatInstant, type Instant } from '../../../kernel/day.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useAct } from '../../../web/queries.ts';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { ConfirmDialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { FieldInput } from '../../../web/ui/inputs.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { refuseVerification, withdrawVerification } from '../verification-acts.ts';

const refuseFields = refuseVerification.input;
const withdrawFields = withdrawVerification.input;

/** The acts that ask for words first, each with its fields. */
const asking = {
  'verification.refuse': refuseFields,
  'verification.withdraw': withdrawFields,
  'verification.escalate': {},
} as const;
type Asking = keyof typeof asking;

export function Doings({ row, path }: { row: PartRow; path: Path | undefined }) {
  const t = useText();
  const [open, setOpen] = useState<Asking | null>(null);
  const renewable =
    row.state !== 'sent' &&
    path &&
    may(path.person, 'verification.request') &&
    !part(path, 'verification').some(other => other.renews === row.id);
  const offered = (Object.keys(asking) as Asking[]).filter(act => may(row, act) && !row.via);
  if (offered.length === 0 && !renewable) return null;
  return (
    <div className="row no-print">
      {renewable && (
        <LinkButton href={`/people/${path.person.id}/verify?renews=${row.id}`} icon="right">
          {t('victims.verification.renew')}
        </LinkButton>
      )}
      {offered.includes('verification.escalate') && !row.escalatedAt && (
        <Button icon="megaphone" onPress={() => setOpen('verification.escalate')}>
          {t('victims.verification.escalate')}
        </Button>
      )}
      {offered.includes('verification.refuse') && (
        <Button icon="left" onPress={() => setOpen('verification.refuse')}>
          {t('victims.verification.refuse')}
        </Button>
      )}
      {offered.includes('verification.withdraw') && (
        <Button kind="danger" icon="stop" onPress={() => setOpen('verification.withdraw')}>
          {t('victims.verification.withdraw')}
        </Button>
      )}
      {open && <Do row={row} act={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Do({ row, act, onClose }: { row: PartRow; act: Asking; onClose: () => void }) {
  const t = useText();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const { mutateAsync, error, isPending } = useAct(act);
  const errors = issuesByField(t, error);
  const word = act.slice('verification.'.length);
  const labelOf = (field: string) =>
    field === 'reason' ? t('path.shares.revoke_reason') : fieldLabel(t, 'verification', field);
  const run = async () => {
    await mutateAsync({ input: values, subject: { record: 'verification', id: row.id } });
    toast(t(`victims.verification.${word}_done`));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      danger={act === 'verification.withdraw'}
      title={t(`victims.verification.${word}`)}
      verb={t(`victims.verification.${word}`)}
      pending={isPending}
      onConfirm={() => void run().catch(() => undefined)}
      onClose={onClose}
    >
      <ErrorSummary error={error} labelOf={labelOf} />
      <p>{t(`victims.verification.${word}_text`)}</p>
      {Object.entries(asking[act]).map(([name, field]) => (
        <FieldInput
          key={name}
          name={name}
          field={field}
          label={labelOf(name)}
          required={field.required}
          error={errors[name]}
          value={values[name]}
          on={row.receivedOn as Day}
          onChange={value => setValues({ ...values, [name]: value })}
        />
      ))}
    </ConfirmDialog>
  );
}

/** When somebody was reminded and the superior was told; what will happen next, as practice and not as law. */
export function Trail({ row }: { row: PartRow }) {
  const t = useText();
  const moment = (name: string) => formatInstant(row[name] as Instant, t.lang);
  const day = (name: string) => formatDay(row[name] as Day, t.lang);
  const waits = row.state === 'sent';
  const lines = [
    row.remindedAt && t('victims.verification.reminded', { at: moment('remindedAt') }),
    waits &&
      !row.remindedAt &&
      row.remindOn &&
      t('victims.verification.will_remind', { day: day('remindOn') }),
    waits &&
      !row.escalatedAt &&
      row.escalateOn &&
      t('victims.verification.will_escalate', { day: day('escalateOn') }),
  ].filter(line => typeof line === 'string');
  if (lines.length === 0 && !row.escalatedAt) return null;
  return (
    <section className="card part" aria-labelledby="trail">
      <h2 id="trail">
        {t('victims.verification.trail')} {waits && <Badge>{t('rule.clock.advisory')}</Badge>}
      </h2>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
        {row.escalatedAt ? (
          <li>
            {t('victims.verification.escalated', {
              day: formatDay(dayOf(row.escalatedAt as Instant), t.lang),
            })}{' '}
            <OfficeName id={row.escalatedTo as string} />
          </li>
        ) : null}
      </ul>
    </section>
  );
}
