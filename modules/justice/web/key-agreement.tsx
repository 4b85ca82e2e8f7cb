/* What the three agencies were asked and what each said, the newest round first. A dissent is marked and stands with its reasons like the others; who has not spoken yet is named. */
import { useState } from 'react';
import { type Day, dayOf, formatDay, formatInstant, type Instant } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { useRules } from '../../../web/rules.ts';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState } from '../../../web/ui/states.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { keyCaseRound, keyCaseVote } from '../key-record.ts';
import { bodySeats } from '../seats.ts';
import { useOurSeat, voteTones } from './key-data.ts';
import { GroundsInput } from './key-grounds.tsx';

interface Props {
  row: PartRow;
  rounds: readonly PartRow[] | null;
  votes: readonly PartRow[] | null;
}

export function Agreement({ row, rounds, votes }: Props) {
  const t = useText();
  const inTurn = rounds?.toSorted((a, b) => Number(b.turn) - Number(a.turn)) ?? [];
  return (
    <section className="card part" aria-labelledby="key-agreement">
      <h2 id="key-agreement">{t('justice.key.agreement')}</h2>
      {rounds && votes ? (
        <>
          <Doings row={row} votes={votes} round={inTurn[0] ?? null} />
          {inTurn.map(round => (
            <Round
              key={round.id}
              row={row}
              round={round}
              votes={votes.filter(one => one.round === round.id)}
            />
          ))}
        </>
      ) : (
        <LoadingState rows={4} />
      )}
    </section>
  );
}

function Round({ row, round, votes }: { row: PartRow; round: PartRow; votes: readonly PartRow[] }) {
  const t = useText();
  const { data: rules } = useRules();
  const list = rules?.key_case_grounds.find(one => one.id === round.checklist);
  const rule = rules?.key_case_agreement.find(one => one.id === round.agreement);
  const ticked = (round.grounds as readonly string[] | null) ?? [];
  const title = t('justice.key.round', {
    turn: round.turn as number,
    kind: codeLabel(t, 'keyCaseRoundKind', round.roundKind as string),
  });
  return (
    <article className="key-round stack" aria-label={title}>
      <h3>
        {title} <Badge>{codeLabel(t, 'keyCaseOutcome', round.outcome as string)}</Badge>
      </h3>
      <p className="soft small">
        {t('justice.key.proposed', {
          seat: codeLabel(t, 'keyCaseSeat', round.proposedBy as string),
          day: formatDay(round.proposedOn as Day, t.lang),
        })}{' '}
        · <OfficerName id={round.proposer as string} titled />
      </p>
      {typeof round.endReason === 'string' && <p>{codeLabel(t, 'keyCaseEnd', round.endReason)}</p>}
      {ticked.length > 0 && (
        <ul className="key-grounds" aria-label={t('justice.key.grounds')}>
          {(list?.items ?? [])
            .filter(one => ticked.includes(one.code))
            .map(one => (
              <li key={one.code}>{one.title[t.lang]}</li>
            ))}
        </ul>
      )}
      <p className="long-text">{round.reasons as string}</p>
      {typeof round.withdrawnWhy === 'string' && <p className="long-text soft">{round.withdrawnWhy}</p>}
      <ul className="key-votes">
        {bodySeats.map(seat => {
          const vote = votes.find(one => one.seat === seat);
          return (
            <li key={seat} className="key-vote">
              <p className="row">
                <b>{codeLabel(t, 'keyCaseSeat', seat)}</b>
                {vote ? (
                  <StateMark tone={voteTones[vote.vote as string] ?? 'neutral'}>
                    {codeLabel(t, 'keyCaseVote', vote.vote as string)}
                  </StateMark>
                ) : (
                  <span className="soft">{t('justice.key.awaited')}</span>
                )}
                {vote && vote.vote !== 'for' && <Badge tone="warn">{t('justice.key.dissent')}</Badge>}
              </p>
              <p className="soft small">
                <OfficeName id={(vote?.office ?? row[seat]) as string} />
                {vote && (
                  <>
                    {' '}
                    · <OfficerName id={vote.votedBy as string} titled /> ·{' '}
                    {formatInstant(vote.votedAt as Instant, t.lang)}
                  </>
                )}
              </p>
              {vote && <p className="long-text">{vote.reasons as string}</p>}
            </li>
          );
        })}
      </ul>
      {rule && (
        <p className="soft small">
          {t('justice.key.rule')}: {rule.says[t.lang]} {rule.note[t.lang]}
        </p>
      )}
    </article>
  );
}

type Open = 'vote' | 'proposeAgain' | 'askEnd' | 'withdraw' | null;

function Doings({ row, votes, round }: { row: PartRow; votes: readonly PartRow[]; round: PartRow | null }) {
  const t = useText();
  const today = dayOf(useNow());
  const seat = useOurSeat(row);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const subject = { record: 'keyCase', id: row.id };
  const hasVoted = votes.some(one => one.round === round?.id && one.seat === seat);
  const offered: readonly (readonly [Open, boolean])[] = [
    ['vote', may(row, 'keyCase.vote') && !hasVoted],
    ['proposeAgain', may(row, 'keyCase.proposeAgain')],
    ['askEnd', may(row, 'keyCase.askEnd')],
    ['withdraw', may(row, 'keyCase.withdraw') && round?.proposedBy === seat],
  ];
  if (!seat || offered.every(([, is]) => !is)) return null;
  return (
    <div className="row no-print">
      {offered.map(
        ([what, is]) =>
          is && (
            <Button key={what} kind={what === 'vote' ? 'primary' : 'plain'} onPress={() => setOpen(what)}>
              {t(`act.keyCase.${what as string}`)}
            </Button>
          ),
      )}
      {open === 'vote' && (
        <Do
          act="keyCase.vote"
          record={keyCaseVote}
          names={['vote', 'reasons']}
          subject={subject}
          fixed={{ seat }}
          lead={t('justice.key.vote_text')}
          onClose={close}
        />
      )}
      {open === 'proposeAgain' && (
        <Do
          act="keyCase.proposeAgain"
          record={keyCaseRound}
          names={['reasons']}
          subject={subject}
          lead={t('justice.key.propose_text')}
          onClose={close}
        >
          {(values, change, errors) => (
            <GroundsInput on={today} value={values.grounds} error={errors.grounds} onChange={change} />
          )}
        </Do>
      )}
      {open === 'askEnd' && (
        <Do
          act="keyCase.askEnd"
          record={keyCaseRound}
          names={['endReason', 'reasons']}
          subject={subject}
          lead={t('justice.key.end_text')}
          onClose={close}
        />
      )}
      {open === 'withdraw' && (
        <Do
          act="keyCase.withdraw"
          record={keyCaseRound}
          names={['withdrawnWhy']}
          subject={subject}
          onClose={close}
        />
      )}
    </div>
  );
}
