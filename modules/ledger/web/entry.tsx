/* One entry: what it says, and its place in the chain with the hashes an outsider needs to work it out again. */
import type { ReactNode } from 'react';
import { formatInstant } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { type Proof, type Sent, useEntry, type WholeEntry } from './entries.ts';
import './ledger.css';
import { Doer, doneWords, groundWords, Subject } from './words.tsx';

export default function EntryPage({ params }: ScreenProps) {
  const t = useText();
  const { data: entry, error, refetch } = useEntry(params.id!);
  const back = (
    <LinkButton href="/ledger" icon="left">
      {t('ledger.entry.back')}
    </LinkButton>
  );
  if (!entry)
    return (
      <Page title={t('ledger.entry.title')} actions={back}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={6} />}
      </Page>
    );
  return (
    <Page
      title={doneWords(t, entry.name)}
      lead={<Badge>{t(`ledger.kind.${entry.kind}`)}</Badge>}
      actions={back}
    >
      <Says entry={entry} />
      {entry.sent.map(one => (
        <WasSent key={one.startsAt} sent={one} />
      ))}
      <Place proof={entry.proof} />
    </Page>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  const t = useText();
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children ?? <span className="soft">{t('ledger.entry.none')}</span>}</dd>
    </div>
  );
}

function Says({ entry }: { entry: WholeEntry }) {
  const t = useText();
  return (
    <section className="card stack" aria-labelledby="entry-says">
      <h2 id="entry-says">{t('ledger.entry.facts')}</h2>
      <dl className="facts">
        <Fact label={t('ledger.who')}>
          <Doer entry={entry} />
        </Fact>
        <Fact label={t('ledger.subject')}>
          {entry.files.length > 0 || entry.subjectRecord ? <Subject entry={entry} /> : null}
        </Fact>
        <Fact label={t('ledger.entry.purpose')}>{entry.purpose}</Fact>
        <Fact label={t('ledger.entry.ground')}>{entry.ground && groundWords(t, entry.ground)}</Fact>
        <Fact label={t('ledger.entry.made_at')}>{formatInstant(entry.madeAt, t.lang)}</Fact>
        <Fact label={t('ledger.entry.received_at')}>{formatInstant(entry.receivedAt, t.lang)}</Fact>
        <Fact label={t('ledger.entry.role')}>{entry.role && codeLabel(t, 'role', entry.role)}</Fact>
        <Fact label={t('ledger.entry.session')}>{entry.session && <code>{entry.session}</code>}</Fact>
        <Fact label={t('ledger.entry.declaration')}>{entry.declaration}</Fact>
        <Fact label={t('ledger.entry.id')}>
          <code>{entry.id}</code>
        </Fact>
      </dl>
    </section>
  );
}

/** What left the office with it: names of fields, never what stands in them. */
function WasSent({ sent }: { sent: Sent }) {
  const t = useText();
  return (
    <section className="card stack" aria-label={t('ledger.sent.title')}>
      <h2>{t('ledger.sent.title')}</h2>
      <dl className="facts">
        {sent.number && <Fact label={t('ledger.sent.number')}>{sent.number}</Fact>}
        <Fact label={t('ledger.sent.to')}>
          <OfficeName id={sent.toOffice} />
        </Fact>
        <Fact label={t('ledger.entry.purpose')}>{codeLabel(t, 'sharePurpose', sent.sharePurpose)}</Fact>
        <Fact label={t('ledger.entry.ground')}>
          {groundWords(t, sent.ground)}
          {sent.groundArticle && <> ({sent.groundArticle})</>}
        </Fact>
        <Fact label={t('ledger.sent.until')}>{formatInstant(sent.until, t.lang)}</Fact>
        {sent.revokedAt && (
          <Fact label={t('ledger.sent.ended')}>{formatInstant(sent.revokedAt, t.lang)}</Fact>
        )}
      </dl>
      <div>
        <h3>{t('ledger.sent.fields', { count: sent.sharedFields.length })}</h3>
        <p className="small">
          {sent.sharedFields
            .map(name => name.split('.') as [string, string])
            .map(([record, field]) => fieldLabel(t, record, field))
            .join(' · ')}
        </p>
      </div>
    </section>
  );
}

function Place({ proof }: { proof: Proof }) {
  const t = useText();
  return (
    <section className="card stack" aria-labelledby="entry-place">
      <div>
        <h2 id="entry-place">{t('ledger.entry.proof')}</h2>
        <p className="soft small">{t('ledger.entry.proof_text')}</p>
      </div>
      <StateMark tone={proof.fits ? 'good' : 'bad'}>
        {t(proof.fits ? 'ledger.entry.fits' : 'ledger.entry.fits_not')}
      </StateMark>
      <dl className="facts hashes">
        <Fact label={t('ledger.entry.seq')}>
          {proof.chained ? proof.chained.seq : t('ledger.entry.not_chained')}
        </Fact>
        <Fact label={t('ledger.entry.leaf')}>
          <code>{proof.leaf}</code>
        </Fact>
        {proof.chained && (
          <>
            <Fact label={t('ledger.entry.before')}>
              <code>{proof.chained.before}</code>
            </Fact>
            <Fact label={t('ledger.entry.hash')}>
              <code>{proof.chained.hash}</code>
            </Fact>
          </>
        )}
        <Fact label={t('ledger.entry.commitment')}>
          <span className="two-lines">
            {proof.commitment && <code>{proof.commitment}</code>}
            <small className="soft">{t(`ledger.entry.body.${proof.body}`)}</small>
          </span>
        </Fact>
      </dl>
      {proof.text && (
        <details>
          <summary>{t('ledger.entry.text')}</summary>
          <pre className="note">{proof.text}</pre>
        </details>
      )}
    </section>
  );
}
