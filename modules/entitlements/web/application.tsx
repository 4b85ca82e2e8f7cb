/* One application: where it lies and until when, what is asked for, what was decided on each regime and what was paid of it. Whoever may act finds the acts beside what
 * they act on; a border post sees that it was decided and no more. */
import { useState } from 'react';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { clocksOf, may, type PartRow, type Path, part, usePath } from '../../people/web/path-data.ts';
import { Clocks } from '../../people/web/path-due.tsx';
import { PersonLine, RowFacts } from '../../people/web/path-words.tsx';
import { supportApplication } from '../index.ts';
import { ForwardDialog, WithdrawDialog } from './application-dialogs.tsx';
import { applicationTones } from './application-state.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { DecisionCard } from './decision.tsx';
import { useSupports } from './path-facts.ts';
import './entitlements.css';

export default function Application({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="supportApplication" id={params.id} title={t('entitlements.application.title')}>
      {row => <OfFile row={row} />}
    </OfRecord>
  );
}

/** The person's page is asked again after every act, so its row is the newer one. */
function OfFile({ row }: { row: PartRow }) {
  const { data: path } = usePath(row.person as string);
  const newer = path && part(path, 'supportApplication').find(one => one.id === row.id);
  return <Whole row={newer ?? row} path={path ?? null} />;
}

function Whole({ row, path }: { row: PartRow; path: Path | null }) {
  const t = useText();
  const [open, setOpen] = useState<'forward' | 'withdraw' | null>(null);
  const state = row.state as string;
  return (
    <Page
      title={t('entitlements.application.number', { number: row.number as string })}
      lead={
        <>
          <OfficeName id={row.office} /> → <OfficeName id={row.toOffice as string} />
        </>
      }
      actions={
        <StateMark tone={applicationTones[state] ?? 'neutral'}>
          {codeLabel(t, 'applicationState', state)}
        </StateMark>
      }
    >
      {path ? (
        <section className="card part" aria-labelledby="of-whom">
          <h2 id="of-whom">{t('victims.verification.file')}</h2>
          <PersonLine path={path} />
          <div className="row">
            <LinkButton href={`/people/${path.person.id}`} icon="folder">
              {t(path.shared ? 'victims.verification.open_shared' : 'victims.verification.open')}
            </LinkButton>
          </div>
        </section>
      ) : (
        <p className="soft">{t('victims.verification.no_file')}</p>
      )}
      {path && clocksOf(path, 'supportApplication', row.id).length > 0 && (
        <section className="card part" aria-labelledby="clock">
          <h2 id="clock">{t('victims.verification.clock')}</h2>
          <Clocks clocks={clocksOf(path, 'supportApplication', row.id)} />
        </section>
      )}
      <section className="card part" aria-labelledby="asked">
        <h2 id="asked">{t('entitlements.application.asked')}</h2>
        <RowFacts
          record={supportApplication}
          row={row}
          names={[
            'regimes',
            'appliedOn',
            'stepOn',
            'law',
            'eligibleAs',
            'identifiedOn',
            'signedBy',
            'contested',
            'decidedOn',
            'withdrawnWhy',
          ]}
        />
        <div className="row no-print">
          {may(row, 'supportApplication.forward') && (
            <Button icon="right" onPress={() => setOpen('forward')}>
              {t('entitlements.forward.title')}
            </Button>
          )}
          {may(row, 'supportApplication.withdraw') && (
            <Button kind="danger" icon="stop" onPress={() => setOpen('withdraw')}>
              {t('entitlements.withdraw.title')}
            </Button>
          )}
        </div>
      </section>
      {path && <Decisions row={row} path={path} />}
      {path && open === 'forward' && <ForwardDialog path={path} row={row} onClose={() => setOpen(null)} />}
      {path && open === 'withdraw' && <WithdrawDialog path={path} row={row} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function Decisions({ row, path }: { row: PartRow; path: Path }) {
  const t = useText();
  const supports = useSupports();
  const [deciding, decide] = useState<string | null>(null);
  const made = part(path, 'supportDecision').filter(one => one.application === row.id);
  const regimes = (row.regimes as readonly string[] | null | undefined) ?? [];
  const undecided = regimes.filter(code => !made.some(one => one.regime === code));
  const mayDecide = may(path.person, 'supportDecision.make') && row.state === 'to_decide';
  if (!supports) return <p className="soft">{t('entitlements.application.not_shown')}</p>;
  return (
    <section className="card part" aria-labelledby="decided">
      <h2 id="decided">
        {t('entitlements.application.decisions')}
        <span className="count">
          {made.length}/{regimes.length}
        </span>
      </h2>
      {made.map(one => (
        <DecisionCard key={one.id} row={one} path={path} />
      ))}
      {undecided.map(code => (
        <div key={code} className="due-line">
          <p className="row">
            <b>{codeLabel(t, 'regime', code)}</b>
            <StateMark tone="active">{t('entitlements.application.undecided')}</StateMark>
          </p>
          {mayDecide && (
            <div className="row">
              <Button icon="check" onPress={() => decide(code)}>
                {t('entitlements.decide.title')}
              </Button>
            </div>
          )}
        </div>
      ))}
      {deciding && (
        <DecideDialog path={path} application={row} regime={deciding} onClose={() => decide(null)} />
      )}
    </section>
  );
}
