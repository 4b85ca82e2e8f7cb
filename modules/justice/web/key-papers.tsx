/* The joint records of a key case: what awaits which signature, what was signed with which hash, and those that are void. Their bytes are sealed; opening them asks for a purpose. */
import { useState } from 'react';
import { type Day, formatDay, formatInstant, type Instant } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { LoadingState } from '../../../web/ui/states.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { keyCasePaper } from '../key-record.ts';
import { bodySeats } from '../seats.ts';
import { useOurSeat } from './key-data.ts';
import { OpenPaper } from './key-open-paper.tsx';

const tones: Readonly<Record<string, Tone>> = { awaiting: 'warn', signed: 'good', void: 'neutral' };

interface Props {
  row: PartRow;
  rounds: readonly PartRow[] | null;
  papers: readonly PartRow[] | null;
  signatures: readonly PartRow[] | null;
}

export function Papers({ row, rounds, papers, signatures }: Props) {
  const t = useText();
  const seat = useOurSeat(row);
  const [making, make] = useState(false);
  const decided = rounds
    ?.filter(one => one.outcome === 'agreed' || one.outcome === 'not_agreed')
    .toSorted((a, b) => Number(b.turn) - Number(a.turn))[0];
  // Before anything was decided there is nothing to record.
  if (rounds && papers && !decided && papers.length === 0) return null;
  const standing = papers?.find(one => one.round === decided?.id && one.state !== 'void');
  const inTurn = papers?.toSorted((a, b) => Number(b.turn) - Number(a.turn)) ?? [];
  return (
    <section className="card part" aria-labelledby="key-papers">
      <h2 id="key-papers">{t('justice.key.papers')}</h2>
      {!(papers && signatures) && <LoadingState rows={2} />}
      {papers?.length === 0 && <p className="soft">{t('justice.key.no_paper')}</p>}
      {signatures &&
        inTurn.map(paper => (
          <PaperCard
            key={paper.id}
            number={row.number as string}
            paper={paper}
            seat={seat}
            signatures={signatures.filter(one => one.paper === paper.id)}
          />
        ))}
      {seat && decided && (
        <div className="row no-print">
          <Button kind={standing ? 'quiet' : 'primary'} onPress={() => make(true)}>
            {t(standing ? 'justice.key.again' : 'act.keyCasePaper.make')}
          </Button>
        </div>
      )}
      {making && (
        <Do
          act="keyCasePaper.make"
          record={keyCasePaper}
          names={standing ? ['conclusions', 'voidedWhy'] : ['conclusions']}
          fixed={{ keyCase: row.id }}
          begin={{ conclusions: standing?.conclusions ?? null }}
          lead={t(standing ? 'justice.key.again_text' : 'justice.key.make_text')}
          onClose={() => make(false)}
        />
      )}
    </section>
  );
}

function PaperCard({
  number,
  paper,
  seat,
  signatures,
}: {
  number: string;
  paper: PartRow;
  seat: string | null;
  signatures: readonly PartRow[];
}) {
  const t = useText();
  const [open, setOpen] = useState<'open' | 'sign' | null>(null);
  const close = () => setOpen(null);
  const title = t('justice.key.paper', {
    turn: paper.turn as number,
    day: formatDay(paper.madeOn as Day, t.lang),
  });
  const isVoid = paper.state === 'void';
  return (
    <article className="key-paper stack" aria-label={title}>
      <p className="row">
        <b>{title}</b>
        <StateMark tone={tones[paper.state as string] ?? 'neutral'}>
          {codeLabel(t, 'keyCasePaperState', paper.state as string)}
        </StateMark>
      </p>
      {typeof paper.voidedWhy === 'string' && <p className="soft">{paper.voidedWhy}</p>}
      <dl className="facts">
        <div>
          <dt>{t('justice.key.hash')}</dt>
          <dd>
            <code className="hash">{paper.pdfHash as string}</code>
          </dd>
        </div>
        {typeof paper.signedPdfHash === 'string' && (
          <div>
            <dt>{t('justice.key.signed_hash')}</dt>
            <dd>
              <code className="hash">{paper.signedPdfHash}</code>
            </dd>
          </div>
        )}
      </dl>
      <ul className="plain-list">
        {bodySeats.map(one => {
          const signature = signatures.find(each => each.seat === one);
          return (
            <li key={one} className={isVoid ? 'soft' : undefined}>
              <b>{codeLabel(t, 'keyCaseSeat', one)}</b>
              {signature ? (
                <span>
                  {t('justice.key.signed', {
                    name: signature.signerName as string,
                    title: (signature.signerTitle as string | null) ?? (signature.officeName as string),
                    at: formatInstant(signature.signedAt as Instant, t.lang),
                  })}
                </span>
              ) : (
                <span className="soft">{t('justice.key.not_signed')}</span>
              )}
            </li>
          );
        })}
      </ul>
      {seat && (
        <div className="row no-print">
          {may(paper, 'keyCasePaper.sign') && !signatures.some(one => one.seat === seat) && (
            <Button kind="primary" onPress={() => setOpen('sign')}>
              {t('act.keyCasePaper.sign')}
            </Button>
          )}
          <Button icon="lock" onPress={() => setOpen('open')}>
            {t('justice.key.open')}
          </Button>
        </div>
      )}
      {open === 'open' && <OpenPaper number={number} paper={paper} onClose={close} />}
      {open === 'sign' && (
        <Do
          act="keyCasePaper.sign"
          record={keyCasePaper}
          names={[]}
          subject={{ record: 'keyCasePaper', id: paper.id }}
          fixed={{ seat, signedHash: paper.pdfHash }}
          lead={
            <>
              {t('justice.key.sign_text')} <code className="hash">{paper.pdfHash as string}</code>
            </>
          }
          onClose={close}
        />
      )}
    </article>
  );
}
