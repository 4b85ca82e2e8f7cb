/*
 * Who holds what: the office that keeps the file, and every live share with its bundles of fields, purpose, ground and end. Whoever may take one back does it
 * here. Ended shares stay to be read, folded away.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatDay, formatInstant, type Instant } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ConfirmDialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { inBundles, isLive, lastDay, may, type PartRow, type Path, part, usePathAct } from './path-data.ts';
import { Part } from './path-part.tsx';

export interface ShareBundles {
  readonly bundles: Readonly<Record<string, readonly string[]>>;
  readonly shelter: readonly string[];
}
export const useShareBundles = () =>
  useQuery({
    queryKey: ['share-bundles'],
    queryFn: () => api<ShareBundles>('share-bundles'),
    staleTime: Number.POSITIVE_INFINITY,
  });

export function Shares({ path, now }: { path: Path; now: Instant }) {
  const t = useText();
  const rows = part(path, 'share');
  const live = rows.filter(row => isLive(row, now));
  const ended = rows.filter(row => !isLive(row, now));
  return (
    <Part name="shares" title={t('path.shares.title')} count={live.length + 1}>
      <p>
        <OfficeName id={path.person.office} /> <Badge tone="active">{t('path.shares.keeper')}</Badge>
      </p>
      {live.map(row => (
        <Share key={row.id} row={row} path={path} />
      ))}
      {live.length === 0 && <p className="soft">{t('path.shares.none')}</p>}
      {ended.length > 0 && (
        <details>
          <summary>{t('path.shares.ended', { count: ended.length })}</summary>
          {ended.map(row => (
            <Share key={row.id} row={row} path={path} ended />
          ))}
        </details>
      )}
    </Part>
  );
}

function Share({ row, path, ended }: { row: PartRow; path: Path; ended?: boolean }) {
  const t = useText();
  const [asking, ask] = useState(false);
  const back = findBack(row, path);
  const why = row.revokedWhy as string | null;
  return (
    <div className="share">
      <p className="share-head">
        <b>
          <OfficeName id={row.toOffice as string} />
        </b>
        <Badge>{codeLabel(t, 'sharePurpose', row.sharePurpose as string)}</Badge>
      </p>
      <p className="small">
        <Ground row={row} path={path} />
        {' · '}
        {row.revokedAt
          ? t('path.shares.revoked', { at: formatInstant(row.revokedAt as Instant, t.lang) })
          : t('path.shares.until', { at: formatDay(lastDay(row.until as Instant), t.lang) })}
        {why && t.has(`path.shares.why.${why}`) && <> · {t(`path.shares.why.${why}`)}</>}
      </p>
      <SharedBundles fields={(row.sharedFields as readonly string[] | undefined) ?? []} />
      {back && !ended && (
        <div>
          <Button kind="danger" icon="stop" onPress={() => ask(true)}>
            {t('path.shares.revoke')}
          </Button>
        </div>
      )}
      {asking && back && (
        <Revoke path={path} act={back.act} subject={back.subject} onClose={() => ask(false)} />
      )}
    </div>
  );
}

/** The act that takes a share back: revoking its referral, or withdrawing its verification request. */
function findBack(row: PartRow, path: Path) {
  const referral = part(path, 'referral').find(one => one.id === row.referral);
  if (referral && may(referral, 'referral.revoke'))
    return { act: 'referral.revoke', subject: { record: 'referral', id: referral.id } };
  const asked = part(path, 'verification').find(one => one.id === row.verification);
  if (asked && may(asked, 'verification.withdraw'))
    return { act: 'verification.withdraw', subject: { record: 'verification', id: asked.id } };
  return null;
}

function Ground({ row, path }: { row: PartRow; path: Path }) {
  const t = useText();
  const referral = part(path, 'referral').find(one => one.id === row.referral);
  const source = row.verification
    ? { record: 'verification', id: row.verification as string }
    : row.referral
      ? { record: 'referral', id: row.referral as string }
      : null;
  return (
    <>
      {t('path.shares.ground', { ground: codeLabel(t, 'ground', row.ground as string).toLowerCase() })}
      {typeof referral?.groundArticle === 'string' && <> ({referral.groundArticle})</>}
      {source && (
        <>
          {' · '}
          <Link href={subjectHref(source)}>{t(`path.shares.by.${source.record}`)}</Link>
        </>
      )}
    </>
  );
}

/** Which fields, gathered as an officer thinks of them; each bundle opens to its fields. */
export function SharedBundles({ fields }: { fields: readonly string[] }) {
  const t = useText();
  const { data } = useShareBundles();
  if (!data) return null;
  return (
    <ul className="bundles">
      {inBundles(fields, data.bundles).map(({ bundle, fields: inside, whole }) => (
        <li key={bundle}>
          <details>
            <summary>
              {t(`bundle.${bundle}`)}
              {!whole && <span className="soft"> {t('path.shares.partly')}</span>}
            </summary>
            <p className="soft small">{inside.map(name => fieldWord(t, name)).join(' · ')}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** `person.fullName` in words. */
export function fieldWord(t: Parameters<typeof fieldLabel>[0], name: string): string {
  const [record = '', field = ''] = name.split('.');
  return fieldLabel(t, record, field);
}

function Revoke({
  path,
  act,
  subject,
  onClose,
}: {
  path: Path;
  act: string;
  subject: { record: string; id: string };
  onClose: () => void;
}) {
  const t = useText();
  const [reason, setReason] = useState('');
  const doing = usePathAct(act, path.person.id);
  const revoke = async () => {
    await doing.act({ reason }, subject);
    toast(t('path.shares.revoke_done'));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('path.shares.revoke_title')}
      verb={t('path.shares.revoke')}
      pending={doing.isPending}
      onConfirm={() => void revoke().catch(() => undefined)}
      onClose={onClose}
    >
      <ErrorSummary error={doing.error} labelOf={() => t('path.shares.revoke_reason')} />
      <p>{t('path.shares.revoke_text')}</p>
      <TextInput
        name="reason"
        label={t('path.shares.revoke_reason')}
        required
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </ConfirmDialog>
  );
}
