/* One rescue operation: where it stands, who may know of it, the safety plan of each person, and what was learned. The partners read the same page and change nothing on it. */
import { useState } from 'react';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { DoDialog } from '../../../web/shell/do-dialog.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { TextArea, TextInput } from '../../../web/ui/field.tsx';
import type { IconName } from '../../../web/ui/icons.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { type Step, Stepper } from '../../../web/ui/steps.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { Sealed } from '../../people/web/path-sealed.tsx';
import { Facts, RowFacts } from '../../people/web/path-words.tsx';
import { rescueOperation } from '../record.ts';
import { PlanCard, PlanDialog } from './rescue-plan.tsx';
import { OperationDialog, rescueTones } from './rescues.tsx';
import './reception.css';

export default function Rescue({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="rescueOperation" id={params.id} title={t('reception.rescue.title')}>
      {row => <Operation row={row} />}
    </OfRecord>
  );
}

const steps = [
  ['planned', 'madeAt'],
  ['running', 'beganAt'],
  ['ended', 'endedAt'],
  ['reviewed', 'reviewedAt'],
] as const;

function stepsOf(t: Translate, row: PartRow): Step[] {
  const at = (field: string) =>
    typeof row[field] === 'string' ? ` · ${formatInstant(row[field] as Instant, t.lang)}` : '';
  const now = steps.findIndex(([state]) => state === row.state);
  const shown = row.calledOffWhy ? steps.filter(([, field]) => field === 'madeAt' || row[field]) : steps;
  return shown.map(([state, field], index) => ({
    id: state,
    title:
      (state === 'ended' && row.calledOffWhy
        ? codeLabel(t, 'rescueState', 'called_off')
        : codeLabel(t, 'rescueState', state)) + at(field),
    state:
      state === 'ended' && row.calledOffWhy
        ? 'refused'
        : row.calledOffWhy || index < now || row.state === 'reviewed'
          ? 'done'
          : index === now
            ? 'current'
            : 'open',
  }));
}

function Operation({ row }: { row: PartRow }) {
  const t = useText();
  const label = (name: string) => fieldLabel(t, 'rescueOperation', name);
  const [writing, write] = useState(false);
  const plans = useRecords('safetyPlan', {
    filter: { rescueOperation: { is: row.id } },
    sort: { by: 'planNumber' },
    limit: 100,
  });
  const rows = (plans.data?.pages.flatMap(page => page.rows) ?? []) as PartRow[];
  const partners = (row.partners ?? []) as readonly string[];
  const canWrite = may(row, 'rescueOperation.change') || may(row, 'rescueOperation.review');
  return (
    <Page
      title={t('reception.rescue.number', { number: row.number as string })}
      lead={<OfficeName id={row.office} />}
      actions={
        <StateMark tone={rescueTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'rescueState', row.state as string)}
        </StateMark>
      }
    >
      <Stepper label={t('reception.rescue.steps')} steps={stepsOf(t, row)} />
      <Doings row={row} />
      <section className="card part" aria-labelledby="rescue-what">
        <h2 id="rescue-what">{t('reception.rescue.what')}</h2>
        <Facts>
          {[
            [label('startsAt'), formatInstant(row.startsAt as Instant, t.lang)],
            typeof row.endsAt === 'string' && [label('endsAt'), formatInstant(row.endsAt as Instant, t.lang)],
            [label('leader'), <OfficerName key="leader" id={row.leader as string} titled />],
            [label('expected'), (row.expected as number | null) ?? '—'],
            [label('placeNote'), <Sealed key="place" record={rescueOperation} row={row} name="placeNote" />],
            [
              t('reception.rescue.partners'),
              partners.length === 0 ? (
                t('reception.rescue.no_partner')
              ) : (
                <span key="partners" className="stack-tight">
                  {partners.map(id => (
                    <OfficeName key={id} id={id} />
                  ))}
                </span>
              ),
            ],
          ]}
        </Facts>
        <RowFacts record={rescueOperation} row={row} names={['place', 'aim', 'calledOffWhy']} />
        <p className="soft small">{t('reception.rescues.who_sees')}</p>
      </section>
      <section className="plans" aria-labelledby="rescue-plans">
        <div className="row part-head">
          <h2 id="rescue-plans">
            {t('reception.plan.title')} <span className="count">{rows.length}</span>
          </h2>
          {canWrite && row.state !== 'called_off' && (
            <Button icon="plus" onPress={() => write(true)}>
              {t('reception.plan.new')}
            </Button>
          )}
        </div>
        {plans.error && <ProblemState error={plans.error} />}
        {plans.isPending && <LoadingState rows={4} />}
        {plans.data && rows.length === 0 && (
          <EmptyState icon="shield" title={t('reception.plan.none')}>
            {t('reception.plan.none_text')}
          </EmptyState>
        )}
        {rows.map(plan => (
          <PlanCard key={plan.id} plan={plan} />
        ))}
      </section>
      {typeof row.debrief === 'string' && (
        <section className="card part" aria-labelledby="rescue-debrief">
          <h2 id="rescue-debrief">{t('reception.rescue.debrief')}</h2>
          <RowFacts record={rescueOperation} row={row} names={['debrief', 'learned']} />
        </section>
      )}
      {writing && <PlanDialog operation={row.id} onClose={() => write(false)} />}
    </Page>
  );
}

const doings: readonly { act: string; icon: IconName; kind: 'primary' | 'plain' | 'danger' }[] = [
  { act: 'rescueOperation.begin', icon: 'right', kind: 'primary' },
  { act: 'rescueOperation.end', icon: 'check', kind: 'primary' },
  { act: 'rescueOperation.review', icon: 'book', kind: 'primary' },
  { act: 'rescueOperation.change', icon: 'folder', kind: 'plain' },
  { act: 'rescueOperation.callOff', icon: 'stop', kind: 'danger' },
];

function Doings({ row }: { row: PartRow }) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const offered = doings.filter(({ act }) => may(row, act));
  const close = () => setOpen(null);
  if (offered.length === 0) return null;
  return (
    <div className="row no-print">
      {offered.map(({ act, icon, kind }) => (
        <Button key={act} icon={icon} kind={kind} onPress={() => setOpen(act)}>
          {t(`reception.do.${act}`)}
        </Button>
      ))}
      {open === 'rescueOperation.change' && <OperationDialog row={row} onClose={close} />}
      {open && open !== 'rescueOperation.change' && <StepDialog row={row} act={open} onClose={close} />}
    </div>
  );
}

/** Beginning, ending, calling off and reviewing: each with what it asks, and nothing else. */
function StepDialog({ row, act, onClose }: { row: PartRow; act: string; onClose: () => void }) {
  const t = useText();
  const [why, setWhy] = useState('');
  const [learned, setLearned] = useState('');
  const isReview = act === 'rescueOperation.review';
  const isOff = act === 'rescueOperation.callOff';
  const label = (field: string) =>
    field === 'state' ? t('reception.plan.title') : fieldLabel(t, 'rescueOperation', field);
  return (
    <DoDialog
      act={act}
      subject={{ record: 'rescueOperation', id: row.id }}
      input={
        isReview ? { debrief: why || null, learned: learned || null } : isOff ? { calledOffWhy: why } : {}
      }
      title={t(`reception.do.${act}`)}
      verb={t(`reception.do.${act}`)}
      danger={isOff}
      wide={isReview}
      labelOf={label}
      onClose={onClose}
    >
      {errors => (
        <>
          <p>{t(`reception.text.${act}`)}</p>
          {isOff && (
            <TextInput
              name="calledOffWhy"
              label={label('calledOffWhy')}
              required
              maxLength={500}
              error={errors.calledOffWhy}
              value={why}
              onChange={setWhy}
            />
          )}
          {isReview && (
            <>
              <TextArea
                name="debrief"
                label={label('debrief')}
                required
                rows={5}
                maxLength={4000}
                error={errors.debrief}
                value={why}
                onChange={setWhy}
              />
              <TextArea
                name="learned"
                label={label('learned')}
                maxLength={2000}
                error={errors.learned}
                value={learned}
                onChange={setLearned}
              />
            </>
          )}
        </>
      )}
    </DoDialog>
  );
}
