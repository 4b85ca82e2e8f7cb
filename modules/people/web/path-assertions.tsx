/*
 * The four kinds of assertion beside each other: screened, presumed, identified by the competent body, found by a court. None replaces another; two that
 * contradict each other stand side by side, each with its body, officer, day, law and paper.
 */
import { Link } from 'wouter';
import type { Day } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/day.ts';
import type { Answers } from '../../../kernel/fields/kinds.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { usePost } from '../../../web/queries.ts';
import { type Translate, useText } from '../../../web/text.ts';
import { FieldCell } from '../../../web/ui/cells.tsx';
import { Badge, StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { certificateOf } from '../../documents/index.ts';
import { assertionKinds, assertion as assertionRecord, standingFindings } from '../../victims/index.ts';
import { EvidenceNamed } from '../../victims/web/evidence.tsx';
import { Settlements } from '../../victims/web/settlements.tsx';
import { may, type PartRow, type Path, part } from './path-data.ts';

const tones: Readonly<Record<string, Tone>> = { victim: 'good', not_victim: 'neutral', undetermined: 'warn' };

export function Assertions({ path }: { path: Path }) {
  const t = useText();
  return (
    <>
      <section className="four" aria-labelledby="part-assertions">
        <h2 id="part-assertions" className="unseen">
          {t('path.assertions.title')}
        </h2>
        {assertionKinds.map(kind => (
          <Kind
            key={kind}
            kind={kind}
            path={path}
            rows={part(path, 'assertion').filter(row => row.assertionKind === kind)}
          />
        ))}
      </section>
      <Settlements path={path} />
    </>
  );
}

function Kind({
  kind,
  path,
  rows,
}: {
  kind: (typeof assertionKinds)[number];
  path: Path;
  rows: readonly PartRow[];
}) {
  const t = useText();
  const findings = new Set(rows.map(row => row.finding));
  return (
    <section
      className="kind"
      data-empty={rows.length === 0 ? '' : undefined}
      aria-labelledby={`kind-${kind}`}
    >
      <h3 id={`kind-${kind}`}>{t(`path.assertions.${kind}`)}</h3>
      {rows.length === 0 && <p className="soft small">{t('path.assertions.none')}</p>}
      {findings.size > 1 && <Badge tone="warn">{t('path.assertions.differ')}</Badge>}
      <div className="kind-rows" data-many={findings.size > 1 ? '' : undefined}>
        {rows.toReversed().map(row => (
          <Assertion key={row.id} row={row} path={path} />
        ))}
      </div>
    </section>
  );
}

/** What a screening found in its own words; by it nothing is found out, so the words of a finding would say too much or too little. */
function screenedWords(t: Translate, path: Path | undefined, row: PartRow): string {
  const made = path && part(path, 'screening').find(one => one.madeAt === row.madeAt);
  return typeof made?.impression === 'string'
    ? codeLabel(t, 'impression', made.impression)
    : t(`path.assertions.screened.${row.finding as string}`);
}

const standingOf = (path: Path): readonly PartRow[] =>
  standingFindings({
    assertions: part(path, 'assertion'),
    verifications: [],
    settlements: part(path, 'settlement'),
    onDay: path.today,
  });

/** One assertion: what was found, when, by whom, under which law and on what. */
export function Assertion({ row, path }: { row: PartRow; path?: Path }) {
  const t = useText();
  const cell = (name: string) => <FieldCell record={assertionRecord} row={row} name={name} />;
  const has = (name: string) => row[name] !== null && row[name] !== undefined;
  const isStanding = !path || standingOf(path).includes(row);
  return (
    <div className="assertion">
      <StateMark tone={tones[row.finding as string] ?? 'neutral'}>
        <b>
          {row.assertionKind === 'screened'
            ? screenedWords(t, path, row)
            : codeLabel(t, 'finding', row.finding as string)}
        </b>
      </StateMark>
      {!isStanding && <Badge tone="warn">{t('path.assertions.set_aside')}</Badge>}
      <p className="small">
        {formatDay(row.assertedOn as Day, t.lang)} ·{' '}
        <OfficeName id={(row.court as string | null) ?? row.office} short />
      </p>
      <p className="soft small">
        {has('court') && <>{t('path.assertions.noted')} </>}
        <OfficerName id={row.madeBy} titled /> · {t('path.assertions.law', { law: row.law as string })}
      </p>
      {(has('paperKind') || row.withheld?.includes('paperKind')) && (
        <p className="small">
          {cell('paperKind')}
          {has('paperNumber') && <> · {t('path.assertions.number', { number: row.paperNumber as string })}</>}
          {has('paperDate') && <> · {cell('paperDate')}</>}
          {path && isStanding && <Certificate path={path} finding={row} />}
        </p>
      )}
      {has('purposes') && (
        <p className="soft small">
          {fieldLabel(t, 'assertion', 'purposes')}: {cell('purposes')}
        </p>
      )}
      {has('evidence') && <EvidenceNamed value={row.evidence as Answers} />}
      {has('reason') && (
        <details className="small">
          <summary>{fieldLabel(t, 'assertion', 'reason')}</summary>
          {cell('reason')}
        </details>
      )}
    </div>
  );
}

/** The number of the certificate issued for a finding; until then that there is none, for the office that is to issue it. */
function Certificate({ path, finding }: { path: Path; finding: PartRow }) {
  const t = useText();
  const isOurs = usePost()?.office === finding.office;
  const paper = certificateOf(finding, part(path, 'document'));
  if (paper)
    return (
      <>
        {' · '}
        {t('path.assertions.number', { number: paper.paperNumber as string })} ·{' '}
        {formatDay(paper.issuedOn as Day, t.lang)}
      </>
    );
  if (
    !isOurs ||
    finding.paperKind !== 'police_certificate' ||
    finding.paperNumber ||
    finding.finding !== 'victim'
  )
    return null;
  return (
    <>
      {' · '}
      {may(path.person, 'document.make') ? (
        <Link href={`/people/${path.person.id}/paper`}>{t('path.assertions.to_issue')}</Link>
      ) : (
        t('path.assertions.to_issue')
      )}
    </>
  );
}
