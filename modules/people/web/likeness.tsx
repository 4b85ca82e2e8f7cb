/* Two files that may be of one person, side by side, and the decision of a named officer: the same, two people, or not enough to tell. The other file is
 * shown only to those who may see it; else its office is named, to be asked. Deciding joins nothing. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { dayOf, formatInstant, type Instant, type PartialDay } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import type { Row } from '../../../web/datasource.ts';
import { api, get, Refusal } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useAct, useRecord } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { FieldCell } from '../../../web/ui/cells.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { person } from '../record.ts';
import type { AlikeFound } from './alike.tsx';
import { bornWords } from './list.tsx';
import './people.css';
import { type ReasonGiven, reasonWords } from './reason-words.ts';

export default function Likeness({ params }: ScreenProps) {
  const t = useText();
  const { data: row, error, refetch } = useRecord('likeness', params.id!);
  if (!row)
    return (
      <Page title={t('people.likeness.title')}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={4} />}
      </Page>
    );
  return <Compared row={row} />;
}

function Compared({ row }: { row: Row }) {
  const t = useText();
  const ours = useSide(row.person as string);
  const theirs = useSide(row.other as string);
  const holder = useHolder(ours.data ?? null, row.other as string, theirs.isError);
  const reasons = readReasons(row.reasons);
  const isDecided = row.verdict === 'same' || row.verdict === 'different';
  return (
    <Page title={t('people.likeness.title')} lead={t('people.likeness.lead')}>
      <p className="alike-line">
        <Badge tone={row.level === 'same' ? 'warn' : 'neutral'}>
          {codeLabel(t, 'likenessLevel', row.level as string)}
        </Badge>
        <span>{reasonWords(reasons, t.lang)}</span>
      </p>
      <div className="sides">
        <Side title={t('people.likeness.this')} query={ours} other={theirs.data ?? null} />
        {theirs.isError && !(theirs.error instanceof Refusal && theirs.error.status === 0) ? (
          <HeldElsewhere office={holder} other={row.other as string} />
        ) : (
          <Side title={t('people.likeness.other')} query={theirs} other={ours.data ?? null} />
        )}
      </div>
      {isDecided || row.verdict === 'undecided' ? <Decided row={row} /> : null}
      {!isDecided && row.abilities?.includes('likeness.decide') && <Decide row={row} />}
    </Page>
  );
}

function useSide(id: string) {
  return useQuery({
    queryKey: ['get', 'person', id],
    queryFn: ({ signal }) => get('person', id, signal),
    retry: false,
  });
}

/** A file we may not see names its office through the same question that found it; null where the role may not ask. */
function useHolder(ours: Row | null, other: string, isHidden: boolean): string | null {
  const { data } = useQuery({
    queryKey: ['holder', ours?.id, other],
    queryFn: async ({ signal }) => {
      const { fullName, otherNames, born, sex, ethnicity, origin } = ours!;
      const asked = { fullName, otherNames: otherNames ?? [], born, sex, ethnicity, origin };
      const { alike } = await api<{ alike: AlikeFound[] }>('alike', asked, signal);
      return alike.find(one => one.person === other)?.office ?? null;
    },
    enabled: isHidden && ours !== null,
    retry: false,
  });
  return data ?? null;
}

const compared = [
  'fullName',
  'otherNames',
  'born',
  'sex',
  'ethnicity',
  'origin',
  'spoken',
  'nationality',
] as const;

function Side({
  title,
  query,
  other,
}: {
  title: string;
  query: ReturnType<typeof useSide>;
  other: Row | null;
}) {
  const t = useText();
  const row = query.data;
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {!row ? (
        query.error ? (
          <ProblemState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState rows={3} />
        )
      ) : (
        <>
          <p>
            <Link href={subjectHref({ record: 'person', id: row.id })}>{String(row.number)}</Link>{' '}
            <span className="soft">
              <OfficeName id={row.office as string} short />
            </span>
          </p>
          <dl className="side-facts">
            {compared.map(name => (
              <Fact
                key={name}
                name={name}
                row={row}
                isSame={other !== null && isSame(row[name], other[name])}
              />
            ))}
            <dt>{t('people.opened')}</dt>
            <dd className="number">{formatInstant(row.madeAt as Instant, t.lang)}</dd>
          </dl>
        </>
      )}
    </section>
  );
}

function Fact({ name, row, isSame }: { name: (typeof compared)[number]; row: Row; isSame: boolean }) {
  const t = useText();
  return (
    <>
      <dt>{fieldLabel(t, 'person', name)}</dt>
      <dd data-same={isSame ? '' : undefined}>
        {name === 'born' && row.born ? (
          bornWords(t, row.born as PartialDay, dayOf(readClock()))
        ) : (
          <FieldCell record={person} row={row} name={name} />
        )}
        {isSame && <span className="soft small"> {t('people.likeness.agrees')}</span>}
      </dd>
    </>
  );
}

function HeldElsewhere({ office, other }: { office: string | null; other: string }) {
  const t = useText();
  return (
    <section className="card" aria-label={t('people.likeness.other')}>
      <h2>{t('people.likeness.other')}</h2>
      <div className="blank">
        <Icon name="lock" size={32} />
        <p className="blank-title">
          {office ? (
            <>
              {t('people.likeness.held_by')} <OfficeName id={office} />
            </>
          ) : (
            t('people.likeness.held_elsewhere')
          )}
        </p>
        <p>{t('people.likeness.ask_them')}</p>
        <LinkButton href={`/people/${other}/exception`}>{t('people.alike.urgent')}</LinkButton>
      </div>
    </section>
  );
}

function Decided({ row }: { row: Row }) {
  const t = useText();
  return (
    <section className="card">
      <h2>
        <StateMark tone={row.verdict === 'undecided' ? 'warn' : 'good'}>
          {codeLabel(t, 'verdict', row.verdict as string)}
        </StateMark>
      </h2>
      <p>{String(row.decidedWhy ?? '')}</p>
      {row.decidedAt ? (
        <p className="soft small">
          <OfficerName id={row.decidedBy as string} /> · {formatInstant(row.decidedAt as Instant, t.lang)}
        </p>
      ) : null}
    </section>
  );
}

function Decide({ row }: { row: Row }) {
  const t = useText();
  const [verdict, setVerdict] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const decide = useAct('likeness.decide');
  const refused = issuesByField(t, decide.error);
  const go = () =>
    decide.mutate(
      { subject: { record: 'likeness', id: row.id }, input: { verdict, decidedWhy: why } },
      { onSuccess: () => toast(t('people.likeness.decided')) },
    );
  return (
    <form
      className="form card"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        go();
      }}
    >
      <ErrorSummary error={decide.error} labelOf={field => fieldLabel(t, 'likeness', field)} />
      <ChoiceList
        name="verdict"
        label={t('people.likeness.decide')}
        error={refused.verdict}
        required
        value={verdict}
        onChange={setVerdict}
        options={(['same', 'different', 'undecided'] as const).map(code => ({
          code,
          label: codeLabel(t, 'verdict', code),
          hint: t(`people.likeness.means.${code}`),
        }))}
      />
      <TextArea
        name="decidedWhy"
        label={t('people.likeness.why')}
        hint={t('people.likeness.why_hint')}
        error={refused.decidedWhy}
        required
        maxLength={500}
        value={why}
        onChange={setWhy}
      />
      <div>
        <Button kind="primary" type="submit" isPending={decide.isPending}>
          {t('people.likeness.go')}
        </Button>
      </div>
    </form>
  );
}

function readReasons(text: unknown): ReasonGiven[] {
  try {
    return JSON.parse(String(text)) as ReasonGiven[];
  } catch {
    return [];
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return a !== null && a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
