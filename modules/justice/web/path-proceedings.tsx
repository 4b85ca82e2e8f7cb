/* What the person's page says of a case she takes part in: how far it has come, with the day, as the law lets a victim know; who asks for what; and the answers that are ours to
 * give. Which case it is and who is accused in it is not for this page. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { usePost, useRecords } from '../../../web/queries.ts';
import { useText } from '../../../web/text.ts';
import { StateMark } from '../../../web/ui/marks.tsx';
import { fileRoles } from '../../agencies/index.ts';
import type { PartRow, Path } from '../../people/web/path-data.ts';
import { Part } from '../../people/web/path-part.tsx';
import { Facts } from '../../people/web/path-words.tsx';
import { participationTones, statementTones } from './participants.tsx';
import { AnswerLink } from './participation.tsx';
import { AnswerStatement } from './statement-request.tsx';

export function Proceedings({ path }: { path: Path }) {
  const role = usePost()?.role ?? '';
  if (!(fileRoles as readonly string[]).includes(role)) return null;
  return <Linked path={path} />;
}

function Linked({ path }: { path: Path }) {
  const t = useText();
  const filter = { person: { is: path.person.id } };
  const links = useRecords('participation', { filter, limit: 50 });
  const asked = useRecords('statementRequest', { filter, limit: 50 });
  const rows = (links.data?.pages.flatMap(page => page.rows) ?? []) as PartRow[];
  const requests = (asked.data?.pages.flatMap(page => page.rows) ?? []) as PartRow[];
  if (rows.length === 0) return null;
  return (
    <Part
      name="proceedings"
      title={t('justice.participants.part')}
      count={rows.length}
      lead={t('justice.participants.part_lead')}
    >
      {rows.map(row => (
        <article key={row.id} className="participant">
          <p className="row">
            <b>{codeLabel(t, 'participantRole', row.participantRole as string)}</b>
            <StateMark tone={participationTones[row.state as string] ?? 'neutral'}>
              {codeLabel(t, 'participationState', row.state as string)}
            </StateMark>
            <span className="soft small">
              <OfficeName id={row.handler as string} short />
            </span>
          </p>
          <p>{row.why as string}</p>
          <Facts>
            {[
              typeof row.caseStage === 'string' && [
                fieldLabel(t, 'participation', 'caseStage'),
                `${codeLabel(t, 'caseStage', row.caseStage)} · ${t('justice.participants.since', { day: formatDay(row.stageOn as Day, t.lang) })}`,
              ],
              typeof row.initiatedOn === 'string' && [
                fieldLabel(t, 'participation', 'initiatedOn'),
                formatDay(row.initiatedOn as Day, t.lang),
              ],
            ]}
          </Facts>
          <AnswerLink row={row} />
          {requests
            .filter(one => one.participation === row.id)
            .map(one => (
              <div key={one.id} className="participant">
                <p className="row">
                  <span>{codeLabel(t, 'statementAsked', one.statementAsked as string)}</span>
                  <StateMark tone={statementTones[one.state as string] ?? 'neutral'}>
                    {codeLabel(t, 'statementState', one.state as string)}
                  </StateMark>
                </p>
                <p className="small">
                  {one.whatFor as string} · {codeLabel(t, 'statementGround', one.statementGround as string)}
                </p>
                <AnswerStatement row={one} />
              </div>
            ))}
        </article>
      ))}
    </Part>
  );
}
