/* Who takes part in a case or a report as a victim or a witness: the number of a file, whether its holder agreed, and what became of asking for a statement. There is no way from
 * here into the file, and the screen says that this is meant. */
import { useState } from 'react';
import { Link } from 'wouter';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useRecords } from '../../../web/queries.ts';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { participation, statementRequest } from '../statement-record.ts';

export const participationTones: Readonly<Record<string, Tone>> = {
  asked: 'warn',
  accepted: 'good',
  declined: 'neutral',
  ended: 'neutral',
};
export const statementTones: Readonly<Record<string, Tone>> = {
  asked: 'warn',
  not_yet: 'warn',
  given: 'good',
  refused: 'neutral',
};

/** @param of the case or the report, as the act names it. */
export function Participants({
  of,
  mayAsk,
}: {
  of: { readonly criminalCase: string } | { readonly crimeReport: string };
  mayAsk: boolean;
}) {
  const t = useText();
  const [asking, ask] = useState(false);
  const filter = Object.fromEntries(Object.entries(of).map(([name, id]) => [name, { is: id }]));
  const links = useRecords('participation', { filter, limit: 100 });
  const requests = useRecords('statementRequest', { filter, limit: 100 });
  const error = links.error ?? requests.error;
  const rows = links.data?.pages.flatMap(page => page.rows) as PartRow[] | undefined;
  const asked = requests.data?.pages.flatMap(page => page.rows) as PartRow[] | undefined;
  return (
    <section className="card part" aria-labelledby="case-participants">
      <h2 id="case-participants">
        {t('justice.participants.title')} {rows && <span className="count">{rows.length}</span>}
      </h2>
      <p className="soft small">{t('justice.participants.lead')}</p>
      {error && <ProblemState error={error} />}
      {!error && (!rows || !asked) && <LoadingState rows={2} />}
      {rows?.length === 0 && <p className="soft">{t('justice.participants.none')}</p>}
      {asked &&
        rows?.map(row => (
          <Participant key={row.id} row={row} requests={asked.filter(one => one.participation === row.id)} />
        ))}
      <div className="row no-print">
        {mayAsk && (
          <Button icon="plus" onPress={() => ask(true)}>
            {t('act.participation.ask')}
          </Button>
        )}
        {rows && rows.length > 0 && <ExportList record="participation" filter={filter} />}
      </div>
      {asking && <Ask of={of} onClose={() => ask(false)} />}
    </section>
  );
}

function Participant({ row, requests }: { row: PartRow; requests: readonly PartRow[] }) {
  const t = useText();
  const [open, setOpen] = useState<'statement' | 'end' | null>(null);
  const isOpen = requests.some(one => one.state === 'asked' || one.state === 'not_yet');
  return (
    <article className="participant" aria-label={row.fileNumber as string}>
      <p className="row">
        <Link href={`/participations/${row.id}`} className="number">
          {row.fileNumber as string}
        </Link>
        <span>{codeLabel(t, 'participantRole', row.participantRole as string)}</span>
        <StateMark tone={participationTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'participationState', row.state as string)}
        </StateMark>
        <span className="soft small">
          <OfficeName id={row.toOffice as string} short />
        </span>
      </p>
      {requests.length > 0 && (
        <ul className="plain-list">
          {requests.map(one => (
            <li key={one.id}>
              <Link href={`/statement-requests/${one.id}`}>
                {codeLabel(t, 'statementAsked', one.statementAsked as string)}
              </Link>
              <StateMark tone={statementTones[one.state as string] ?? 'neutral'}>
                {codeLabel(t, 'statementState', one.state as string)}
              </StateMark>
            </li>
          ))}
        </ul>
      )}
      <div className="row no-print">
        {row.state === 'accepted' && !isOpen && may(row, 'participation.end') && (
          <Button onPress={() => setOpen('statement')}>{t('act.statementRequest.ask')}</Button>
        )}
        {may(row, 'participation.end') && (
          <Button kind="quiet" onPress={() => setOpen('end')}>
            {t('act.participation.end')}
          </Button>
        )}
      </div>
      {open === 'statement' && (
        <Do
          act="statementRequest.ask"
          record={statementRequest}
          names={['statementAsked', 'whatFor', 'statementGround']}
          fixed={{ participation: row.id }}
          lead={t('justice.participants.ask_text')}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'end' && (
        <Do
          act="participation.end"
          record={participation}
          names={['answerWhy']}
          subject={{ record: 'participation', id: row.id }}
          onClose={() => setOpen(null)}
        />
      )}
    </article>
  );
}

/** Only files one was told of can be named: there is no list of files to choose from. */
function Ask({ of, onClose }: { of: object; onClose: () => void }) {
  const t = useText();
  const { data } = useRecords('statementNotice', { limit: 100 });
  const told = data?.pages.flatMap(page => page.rows) ?? [];
  return (
    <Do
      act="participation.ask"
      record={participation}
      names={['participantRole', 'why']}
      fixed={{ ...of }}
      lead={t(told.length > 0 ? 'justice.participants.link_text' : 'justice.participants.nobody_told')}
      onClose={onClose}
    >
      {(values, change, errors) => (
        <SelectInput
          name="statementNotice"
          label={fieldLabel(t, 'participation', 'fileNumber')}
          required
          error={errors.statementNotice}
          value={(values.statementNotice as string | undefined) ?? null}
          onChange={statementNotice => change({ statementNotice })}
          options={told.map(one => ({ code: one.id, label: one.fileNumber as string }))}
        />
      )}
    </Do>
  );
}
