/* The part of the person's page with her papers: those made here, with their state and what may be done with each, and those received. Newest first; voided
 * and removed ones are folded away, because they still explain what happened. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { Part } from '../../people/web/path-part.tsx';
import { AttachScan, type Doing, Issue, Open, RemoveScan, VoidPaper } from './paper-dialogs.tsx';
import './documents.css';

const tones: Readonly<Record<string, Tone>> = {
  drafted: 'neutral',
  issued: 'active',
  signed: 'good',
  voided: 'bad',
};

export function PapersMade({ path }: { path: Path }) {
  const t = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const papers = part(path, 'document').toReversed();
  const received = part(path, 'scan')
    .filter(row => row.scanKind === 'received')
    .toReversed();
  const open = path.person.state !== 'closed';
  const [mayMake, mayKeep] = [
    open && may(path.person, 'document.make'),
    open && may(path.person, 'scan.attach'),
  ];
  if (papers.length + received.length === 0 && !mayMake && !mayKeep) return null;
  const live = papers.filter(row => row.state !== 'voided');
  const voided = papers.filter(row => row.state === 'voided');
  const kept = received.filter(row => !row.removedAt);
  const gone = received.filter(row => row.removedAt);
  return (
    <Part
      name="papers-made"
      title={t('documents.title')}
      count={live.length + kept.length}
      lead={t('documents.lead')}
    >
      {(mayMake || mayKeep) && (
        <div className="row">
          {mayMake && (
            <LinkButton href={`/people/${path.person.id}/paper`} icon="file">
              {t('documents.make')}
            </LinkButton>
          )}
          {mayKeep && (
            <Button icon="plus" onPress={() => setDoing({ what: 'receive' })}>
              {t('documents.attach_received')}
            </Button>
          )}
        </div>
      )}
      {live.length + kept.length === 0 && <p className="soft">{t('documents.none')}</p>}
      {live.map(row => (
        <PaperMade key={row.id} row={row} path={path} onDo={setDoing} />
      ))}
      {kept.map(row => (
        <Received key={row.id} row={row} onDo={setDoing} />
      ))}
      {voided.length + gone.length > 0 && (
        <details>
          <summary>{t('documents.voided', { count: voided.length + gone.length })}</summary>
          {voided.map(row => (
            <PaperMade key={row.id} row={row} path={path} onDo={setDoing} />
          ))}
          {gone.map(row => (
            <Received key={row.id} row={row} onDo={setDoing} />
          ))}
        </details>
      )}
      {doing && <Dialogs doing={doing} path={path} onClose={() => setDoing(null)} />}
    </Part>
  );
}

function Dialogs({ doing, path, onClose }: { doing: Doing; path: Path; onClose: () => void }) {
  switch (doing.what) {
    case 'open':
      return <Open row={doing.row} onClose={onClose} />;
    case 'issue':
      return <Issue row={doing.row} path={path} onClose={onClose} />;
    case 'void':
      return <VoidPaper row={doing.row} path={path} onClose={onClose} />;
    case 'remove':
      return <RemoveScan row={doing.row} path={path} onClose={onClose} />;
    case 'sign':
      return <AttachScan paper={doing.row} path={path} onClose={onClose} />;
    case 'receive':
      return <AttachScan paper={null} path={path} onClose={onClose} />;
  }
}

function PaperMade({ row, path, onDo }: { row: PartRow; path: Path; onDo: (doing: Doing) => void }) {
  const t = useText();
  const blanks = (row.blanks as readonly string[] | null) ?? [];
  const notShared = (row.notShared as readonly string[] | null) ?? [];
  const replaced = part(path, 'document').find(other => other.id === row.replaces);
  const scans = part(path, 'scan').filter(scan => scan.document === row.id && !scan.removedAt);
  const isOut = row.state === 'issued' || row.state === 'signed';
  return (
    <div className="paper-made">
      <p className="paper-made-head">
        <b>{codeLabel(t, 'paperForm', row.form as string)}</b>
        <StateMark tone={tones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'documentState', row.state as string)}
        </StateMark>
        {row.paperNumber ? (
          <span className="number">
            {row.paperNumber as string}{' '}
            {t('documents.on_day', { day: formatDay(row.issuedOn as Day, t.lang) })}
          </span>
        ) : (
          <span className="soft">{t('documents.draft')}</span>
        )}
      </p>
      <p className="small soft">
        {t('documents.made_by_office')} <OfficeName id={row.office} /> ·{' '}
        {t('documents.blanks_left', { count: blanks.length })}
        {notShared.length > 0 && <> · {t('documents.withheld_left', { count: notShared.length })}</>}
        {replaced?.paperNumber ? (
          <> · {t('documents.replaces', { number: replaced.paperNumber as string })}</>
        ) : null}
        {row.voidedWhy ? (
          <>
            {' '}
            ·{' '}
            {t('documents.voided_why', {
              why: row.voidedWhy === 'replaced' ? t('documents.voided_replaced') : (row.voidedWhy as string),
            })}
          </>
        ) : null}
      </p>
      <div className="row">
        {row.state === 'drafted' && may(row, 'document.issue') && (
          <Button kind="primary" onPress={() => onDo({ what: 'issue', row })}>
            {t('documents.issue')}
            <Of row={row} />
          </Button>
        )}
        <Button kind="quiet" icon="file" onPress={() => onDo({ what: 'open', row })}>
          {t('documents.open')}
          <Of row={row} />
        </Button>
        {isOut && may(path.person, 'scan.attach') && (
          <Button kind="quiet" icon="plus" onPress={() => onDo({ what: 'sign', row })}>
            {t('documents.sign')}
            <Of row={row} />
          </Button>
        )}
        {isOut && may(row, 'document.void') && may(path.person, 'document.make') && (
          <LinkButton kind="quiet" href={`/people/${path.person.id}/paper?replaces=${row.id}`}>
            {t('documents.replace')}
            <Of row={row} />
          </LinkButton>
        )}
        {may(row, 'document.void') && (
          <Button kind="quiet" icon="stop" onPress={() => onDo({ what: 'void', row })}>
            {t('documents.void')}
            <Of row={row} />
          </Button>
        )}
      </div>
      {scans.map(scan => (
        <ScanLine key={scan.id} scan={scan} onDo={onDo} />
      ))}
      {typeof row.pdfHash === 'string' && (
        <details>
          <summary>{t('documents.hashes')}</summary>
          <p className="small number hash">PDF: {row.pdfHash}</p>
          <p className="small number hash">DOCX: {row.docxHash as string}</p>
        </details>
      )}
    </div>
  );
}

/** For whoever hears the page: which paper a button is about. */
function Of({ row }: { row: PartRow }) {
  const t = useText();
  return (
    <span className="unseen">
      {' '}
      {codeLabel(t, 'paperForm', row.form as string)} {(row.paperNumber as string | null) ?? ''}
    </span>
  );
}

function ScanLine({ scan, onDo }: { scan: PartRow; onDo: (doing: Doing) => void }) {
  const t = useText();
  return (
    <div className="row small">
      <span>
        {codeLabel(t, 'scanKind', scan.scanKind as string)},{' '}
        {codeLabel(t, 'scanType', scan.scanType as string)},{' '}
        {t('ui.files.size', { kilobytes: Math.ceil((scan.size as number) / 1000) })}
      </span>
      {scan.content ? (
        <Button kind="quiet" icon="file" onPress={() => onDo({ what: 'open', row: scan })}>
          {t('documents.download.scan')}
        </Button>
      ) : null}
      {!scan.removedAt && may(scan, 'scan.remove') && (
        <Button kind="quiet" icon="stop" onPress={() => onDo({ what: 'remove', row: scan })}>
          {t('documents.remove')}
        </Button>
      )}
    </div>
  );
}

function Received({ row, onDo }: { row: PartRow; onDo: (doing: Doing) => void }) {
  const t = useText();
  return (
    <div className="paper-made">
      <p className="paper-made-head">
        <b>{codeLabel(t, 'paperForm', row.form as string)}</b>
        {row.theirNumber ? <span className="number">{row.theirNumber as string}</span> : null}
        {row.theirDay ? <span className="soft">{formatDay(row.theirDay as Day, t.lang)}</span> : null}
      </p>
      {row.receivedFrom ? (
        <p className="small soft">{t('documents.received_from', { from: row.receivedFrom as string })}</p>
      ) : null}
      {row.removedWhy ? (
        <p className="small">{t('documents.removed', { why: row.removedWhy as string })}</p>
      ) : null}
      <ScanLine scan={row} onDo={onDo} />
    </div>
  );
}
