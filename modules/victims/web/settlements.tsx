/* Findings that contradict each other, on the person's page: said plainly, with the way to bring it to an end and what came of it. */
import { Link } from 'wouter';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { Part } from '../../people/web/path-part.tsx';
import { statusOf } from '../status.ts';

export const settlementTones: Readonly<Record<string, Tone>> = {
  proposed: 'active',
  with_superior: 'warn',
  agreed: 'good',
  decided: 'good',
};

/** Pairs of findings of two bodies that differ, each body's last word; a screening is no finding. */
function differing(path: Path): readonly (readonly [PartRow, PartRow])[] {
  const byBody = new Map<unknown, PartRow>();
  for (const row of part(path, 'assertion').toSorted(
    (a, b) => String(a.assertedOn).localeCompare(String(b.assertedOn)) || a.madeAt.localeCompare(b.madeAt),
  ))
    if (row.assertionKind !== 'screened') byBody.set(row.court ?? row.office, row);
  const findings = [...byBody.values()];
  return findings.flatMap((one, index) =>
    findings
      .slice(index + 1)
      .filter(other => other.office !== one.office && other.finding !== one.finding)
      .map(other => [one, other] as const),
  );
}

const settled = (path: Path, [one, other]: readonly [PartRow, PartRow]): boolean =>
  part(path, 'settlement').some(row => [row.ours, row.theirs].every(id => id === one.id || id === other.id));

export const unsettled = (path: Path): readonly (readonly [PartRow, PartRow])[] =>
  differing(path).filter(pair => !settled(path, pair));

/** Letters that contradict what another body found: a letter is no finding, so there is nothing the two could agree on until one is made. */
function contradictingLetters(path: Path): readonly PartRow[] {
  const { status } = statusOf({
    assertions: part(path, 'assertion'),
    verifications: part(path, 'verification'),
    settlements: part(path, 'settlement'),
    onDay: path.today,
  });
  if (status !== 'contradicted') return [];
  const found = part(path, 'assertion').filter(row => row.assertionKind !== 'screened');
  return part(path, 'verification').filter(
    row =>
      row.state === 'answered' &&
      row.finding === 'not_victim' &&
      !found.some(one => one.office === row.toOffice && one.finding === row.finding),
  );
}

export function Settlements({ path }: { path: Path }) {
  const t = useText();
  const rows = part(path, 'settlement');
  const open = unsettled(path);
  const letters = open.length === 0 ? contradictingLetters(path) : [];
  if (rows.length === 0 && open.length === 0 && letters.length === 0) return null;
  return (
    <Part name="settlements" title={t('victims.settlements.title')} lead={t('victims.settlements.lead')}>
      {open.length > 0 && (
        <div className="row">
          <StateMark tone="warn">{t('victims.settlements.open', { count: open.length })}</StateMark>
          {may(path.person, 'settlement.propose') && (
            <LinkButton href={`/people/${path.person.id}/settle`} icon="scales">
              {t('victims.settlements.propose')}
            </LinkButton>
          )}
        </div>
      )}
      {letters.length > 0 && <p>{t('victims.settlements.letter')}</p>}
      {letters.map(row => (
        <p key={row.id}>
          <Link href={subjectHref({ record: 'verification', id: row.id })}>
            {row.number as string} · <OfficeName id={row.toOffice as string} short />
          </Link>
        </p>
      ))}
      {rows.map(row => (
        <p key={row.id}>
          <Link href={subjectHref({ record: 'settlement', id: row.id })}>
            {formatDay(row.proposedOn as Day, t.lang)} · <OfficeName id={row.office} short /> →{' '}
            <OfficeName id={row.toOffice as string} short />
          </Link>{' '}
          <StateMark tone={settlementTones[row.state as string] ?? 'neutral'}>
            {codeLabel(t, 'settlementState', row.state as string)}
          </StateMark>
        </p>
      ))}
    </Part>
  );
}
