/* By which right somebody sees this file, when it is not her office's: what was shared, by whom, for what, until when; or an exception and its end. And what
 * must not be overlooked: a likely double. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDay, formatInstant, type Instant } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { usePost } from '../../../web/queries.ts';
import { subjectHref } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Icon, type IconName } from '../../../web/ui/icons.tsx';
import { isLive, lastDay, latest, may, type Path, part, usePathAct } from './path-data.ts';
import { TakeBack } from './path-take-back.tsx';

export function Banners({ path, now }: { path: Path; now: Instant }) {
  return (
    <>
      {path.shared !== null && <SharedBanner path={path} now={now} />}
      {path.person.via === 'exception' && <ExceptionBanner path={path} now={now} />}
      <KeepFromBanner path={path} />
      <DoubleBanner path={path} />
    </>
  );
}

function Banner({
  icon,
  tone,
  children,
}: {
  icon: IconName;
  tone: 'share' | 'exception' | 'double';
  children: ReactNode;
}) {
  return (
    <div className="banner" data-tone={tone}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}

function SharedBanner({ path, now }: { path: Path; now: Instant }) {
  const t = useText();
  const ours = usePost()?.office ?? null;
  const shares = part(path, 'share').filter(share => isLive(share, now) && share.office !== ours);
  return (
    <Banner icon="hide" tone="share">
      <p>
        <b>{t('path.banner.shared')}</b>
      </p>
      {shares.map(share => (
        <p key={share.id}>
          <OfficeName id={share.office} />
          {' · '}
          {t('path.banner.share_for', {
            purpose: codeLabel(t, 'sharePurpose', share.sharePurpose as string).toLowerCase(),
            until: formatDay(lastDay(share.until as Instant), t.lang),
          })}
          {share.ground === 'consent' && may(share, 'share.takeBack') && (
            <>
              {' '}
              <TakeBack path={path} share={share} />
            </>
          )}
        </p>
      ))}
      <p className="soft small">{t('path.banner.shared_text')}</p>
    </Banner>
  );
}

function ExceptionBanner({ path, now }: { path: Path; now: Instant }) {
  const t = useText();
  const running = part(path, 'exceptionAccess').find(
    one => one.endedAt === null && (one.until as Instant) > now && may(one, 'exceptionAccess.end'),
  );
  const { act, isPending } = usePathAct('exceptionAccess.end', path.person.id);
  return (
    <Banner icon="alert" tone="exception">
      <p>
        <b>
          {running
            ? t('path.banner.exception', { until: formatInstant(running.until as Instant, t.lang) })
            : t('path.banner.exception_no_end')}
        </b>
      </p>
      <p className="soft small">{t('path.banner.exception_text')}</p>
      {running && (
        <Button
          isPending={isPending}
          onPress={() => void act({}, { record: 'exceptionAccess', id: running.id }).catch(() => undefined)}
        >
          {t('path.banner.exception_end')}
        </Button>
      )}
    </Banner>
  );
}

/** Read before anybody calls, writes or brings her home. */
function KeepFromBanner({ path }: { path: Path }) {
  const t = useText();
  const who = latest(path, 'needs')?.keepFrom;
  if (typeof who !== 'string') return null;
  return (
    <Banner icon="hide" tone="exception">
      <p>
        <b>{t('path.banner.keep_from', { who })}</b>
      </p>
      <p className="soft small">{t('path.banner.keep_from_text')}</p>
    </Banner>
  );
}

function DoubleBanner({ path }: { path: Path }) {
  const t = useText();
  const open = part(path, 'likeness').filter(row => row.verdict === 'open');
  if (open.length === 0) return null;
  return (
    <Banner icon="people" tone="double">
      <p>
        <b>{t('path.banner.double', { count: open.length })}</b>{' '}
        <Link href={subjectHref({ record: 'likeness', id: open[0]!.id })}>
          {t('path.banner.double_look')}
        </Link>
      </p>
    </Banner>
  );
}
