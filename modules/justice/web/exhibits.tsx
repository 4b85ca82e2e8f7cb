/* The exhibits of a case: what each is, who holds it, the files that came with it and who opened them, and its way from hand to hand. Of what holds a state secret there is a
 * number and nothing else, and the screen says that this is meant. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { Timeline } from '../../../web/ui/timeline.tsx';
import { ExportList, TakeOut } from '../../exchange/web/export-list.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { Sealed } from '../../people/web/path-sealed.tsx';
import { Facts, RowFacts } from '../../people/web/path-words.tsx';
import { custodyStep, exhibit } from '../exhibit-record.ts';
import { usePart } from './case-data.ts';
import { type Doing, ExhibitDialog, Receive } from './exhibit-dialogs.tsx';

export interface Opening {
  readonly file: string;
  readonly officer: string;
  readonly office: string;
  readonly at: Instant;
  readonly purpose: string | null;
}

export const useOpenings = (criminalCase: string) =>
  useQuery({
    // Asked again with the lists of the case, after whatever was done on it.
    queryKey: ['list', 'opening', criminalCase],
    queryFn: async ({ signal }) =>
      (await api<{ openings: Opening[] }>('exhibits/openings', { criminalCase }, signal)).openings,
  });

export const exhibitTones: Readonly<Record<string, Tone>> = {
  held: 'active',
  handing_over: 'warn',
  at_examination: 'active',
  released: 'neutral',
  destroyed: 'neutral',
};

/** The part of the page of a case. */
export function Exhibits({ file }: { file: PartRow }) {
  const t = useText();
  const { rows, error } = usePart('exhibit', file.id);
  const [receiving, receive] = useState(false);
  return (
    <section className="card part" aria-labelledby="case-exhibits">
      <h2 id="case-exhibits">
        {t('justice.exhibits.title')} {rows && <span className="count">{rows.length}</span>}
      </h2>
      <p className="soft small">{t('justice.exhibits.lead')}</p>
      {error && <ProblemState error={error} />}
      {!rows && !error && <LoadingState rows={2} />}
      {rows?.length === 0 && <p className="soft">{t('justice.exhibits.none')}</p>}
      {rows && rows.length > 0 && <Cards file={file.id} rows={rows} />}
      <div className="row no-print">
        {may(file, 'criminalCase.step') && (
          <Button icon="plus" onPress={() => receive(true)}>
            {t('act.exhibit.receive')}
          </Button>
        )}
        {rows && rows.length > 0 && (
          <>
            <TakeOut
              label={t('justice.exhibits.export')}
              text={t('justice.exhibits.export_text')}
              take={purpose => api('exhibits/export', { criminalCase: file.id, purpose })}
            />
            <ExportList record="exhibit" filter={{ criminalCase: { is: file.id } }} />
          </>
        )}
      </div>
      {receiving && <Receive criminalCase={file.id} onClose={() => receive(false)} />}
    </section>
  );
}

function Cards({ file, rows }: { file: string; rows: readonly PartRow[] }) {
  const { rows: steps, error: first } = usePart('custodyStep', file);
  const { rows: files, error: second } = usePart('exhibitFile', file);
  const { data: openings, error: third } = useOpenings(file);
  const error = first ?? second ?? third;
  if (error) return <ProblemState error={error} />;
  if (!steps || !files || !openings) return <LoadingState rows={2} />;
  return rows.map(row => (
    <Exhibit
      key={row.id}
      row={row}
      steps={steps.filter(step => step.exhibit === row.id)}
      files={files.filter(one => one.exhibit === row.id)}
      openings={openings}
    />
  ));
}

export function Exhibit({
  row,
  steps,
  files,
  openings,
}: {
  row: PartRow;
  steps: readonly PartRow[];
  files: readonly PartRow[];
  openings: readonly Opening[];
}) {
  const t = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const isSecret = row.classified === 'yes';
  const isGone = row.state === 'released' || row.state === 'destroyed';
  return (
    <article className="exhibit" aria-label={row.number as string}>
      <p className="row">
        <b className="number">{row.number as string}</b>
        <span>{codeLabel(t, 'exhibitKind', row.exhibitKind as string)}</span>
        <StateMark tone={exhibitTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'exhibitState', row.state as string)}
        </StateMark>
      </p>
      {isSecret ? (
        <p className="exhibit-secret">
          {t('justice.exhibits.classified', { number: row.referenceNumber as string })}
        </p>
      ) : (
        <p>{row.what as string}</p>
      )}
      <RowFacts
        record={exhibit}
        row={row}
        names={['exhibitWay', 'gotAt', 'gotPlace', 'minutesNumber', 'referenceNumber']}
      />
      <Facts>
        {[
          typeof row.holder === 'string' && [
            t('justice.exhibits.held_by'),
            <Who key="holder" officer={row.holder} office={row.holderOffice} />,
          ],
          typeof row.nextHolder === 'string' && [
            t('justice.exhibits.waits_for'),
            <OfficerName key="next" id={row.nextHolder} titled />,
          ],
          Boolean(row.fromWhom) && [
            fieldLabel(t, 'exhibit', 'fromWhom'),
            <Sealed key="from" record={exhibit} row={row} name="fromWhom" />,
          ],
        ]}
      </Facts>
      {files.length > 0 && (
        <ul className="plain-list">
          {files.map(file => (
            <FileLine
              key={file.id}
              file={file}
              openings={openings.filter(one => one.file === file.id)}
              onOpen={() => setDoing({ what: 'open', file })}
            />
          ))}
        </ul>
      )}
      <Chain steps={steps} />
      <div className="row no-print">
        {may(row, 'exhibit.confirm') && (
          <Button kind="primary" onPress={() => setDoing({ what: 'confirm' })}>
            {t('act.exhibit.confirm')}
          </Button>
        )}
        {may(row, 'exhibit.decline') && (
          <Button onPress={() => setDoing({ what: 'decline' })}>{t('act.exhibit.decline')}</Button>
        )}
        {may(row, 'exhibit.handOver') && (
          <Button onPress={() => setDoing({ what: 'handOver' })}>{t('act.exhibit.handOver')}</Button>
        )}
        {may(row, 'exhibit.move') && (
          <Button onPress={() => setDoing({ what: 'move' })}>{t('act.exhibit.move')}</Button>
        )}
        {!isSecret && !isGone && (
          <Button kind="quiet" icon="plus" onPress={() => setDoing({ what: 'attach' })}>
            {t('justice.exhibits.attach')}
          </Button>
        )}
      </div>
      {doing && <ExhibitDialog doing={doing} row={row} onClose={() => setDoing(null)} />}
    </article>
  );
}

function Who({ officer, office }: { officer: string; office: unknown }) {
  return (
    <>
      <OfficerName id={officer} titled />
      {typeof office === 'string' && (
        <>
          {' · '}
          <OfficeName id={office} short />
        </>
      )}
    </>
  );
}

function FileLine({
  file,
  openings,
  onOpen,
}: {
  file: PartRow;
  openings: readonly Opening[];
  onOpen: () => void;
}) {
  const t = useText();
  return (
    <li className="exhibit-file">
      <p className="row">
        <span>
          {file.title as string} · {codeLabel(t, 'mediaType', file.mediaType as string)} ·{' '}
          {t('justice.exhibits.kilobytes', { kilobytes: Math.ceil((file.size as number) / 1000) })}
        </span>
        <Button kind="quiet" icon="file" onPress={onOpen}>
          {t('justice.exhibits.open')}
          <span className="unseen"> {file.title as string}</span>
        </Button>
      </p>
      <p className="small soft">
        <OfficerName id={file.broughtBy as string} /> ·{' '}
        {t('justice.exhibits.brought', { at: formatInstant(file.madeAt, t.lang) })}
      </p>
      <p className="small number hash">
        {t('justice.exhibits.hash')}: {file.hash as string}
      </p>
      {openings.length === 0 ? (
        <p className="small soft">{t('justice.exhibits.never_opened')}</p>
      ) : (
        <details>
          <summary>{t('justice.exhibits.openings', { count: openings.length })}</summary>
          <ul className="plain-list">
            {openings.map(one => (
              <li key={`${one.officer} ${one.at}`}>
                <span>{one.purpose}</span>
                <span className="soft small">
                  <OfficerName id={one.officer} /> · <OfficeName id={one.office} short /> ·{' '}
                  {formatInstant(one.at, t.lang)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Chain({ steps }: { steps: readonly PartRow[] }) {
  const t = useText();
  return (
    <details>
      <summary>{t('justice.exhibits.chain', { count: steps.length })}</summary>
      <Timeline
        label={t('justice.exhibits.chain', { count: steps.length })}
        moments={steps
          .toSorted((a, b) => (b.turn as number) - (a.turn as number))
          .map(step => ({
            id: step.id,
            at: step.happenedAt as Instant,
            title: `${step.turn as number}. ${codeLabel(t, 'custodyKind', step.custodyKind as string)}`,
            by:
              typeof step.holder === 'string' ? (
                <Who officer={step.holder} office={step.holderOffice} />
              ) : undefined,
            body: (
              <>
                <RowFacts
                  record={custodyStep}
                  row={step}
                  names={['giver', 'place', 'toBody', 'decisionNumber', 'decidedOn', 'sealNumber', 'note']}
                />
                {Boolean(step.toOwner) && (
                  <Facts>
                    {[
                      [
                        fieldLabel(t, 'custodyStep', 'toOwner'),
                        <Sealed key="owner" record={custodyStep} row={step} name="toOwner" />,
                      ],
                    ]}
                  </Facts>
                )}
              </>
            ),
          }))}
      />
    </details>
  );
}

/** One exhibit by itself, with the way to its case. */
export function OneExhibit({ row }: { row: PartRow }) {
  const t = useText();
  return (
    <section className="card part">
      <p>
        <Link href={`/cases/${row.criminalCase as string}`}>{t('record.criminalCase')}</Link>
      </p>
      <Cards file={row.criminalCase as string} rows={[row]} />
    </section>
  );
}
