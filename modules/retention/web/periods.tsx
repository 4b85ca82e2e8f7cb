/* How long what is kept: what the rules name, what an administrator entered with its text, and plainly that nobody has decided the rest. Of what is kept, only files fall due. */
import { useState } from 'react';
import { type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { isInForce, type Parameter } from '../../../kernel/rule/parameter.ts';
import { useNow } from '../../../web/clock.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useRecords } from '../../../web/queries.ts';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import { ProblemState } from '../../../web/ui/states.tsx';
import { ActForm } from '../../agencies/web/officer-forms.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { keptThings } from '../index.ts';
import { addRetentionLength, endRetentionLength } from '../lengths.ts';

type Doing = { readonly thing: string; readonly row?: Row };

const rangeOf = (row: Row) => ({ valid_from: row.validFrom as Day, valid_to: row.validTo as Day | null });
/** Ended on its first day: entered by mistake, and never held. */
const neverHeld = (row: Row): boolean => row.validFrom === row.validTo;

/** @param offer whether lengths may be entered and ended here. */
export function Periods({ offer }: { offer: boolean }) {
  const t = useText();
  const { data: rules } = useRules();
  const entered = useRecords('retentionLength', { limit: 100 });
  const [doing, setDoing] = useState<Doing | null>(null);
  const rows = entered.data?.pages.flatMap(page => page.rows) ?? [];
  if (!rules) return null;
  return (
    <section className="card stack" aria-labelledby="retention-periods">
      <h2 id="retention-periods">{t('retention.periods')}</h2>
      <p className="soft">{t('retention.periods_lead')}</p>
      {entered.error && <ProblemState error={entered.error} onRetry={() => void entered.refetch()} />}
      {keptThings.map(thing => (
        <Kept
          key={thing}
          thing={thing}
          lines={rules.parameters.filter(line => line.family === `retention.${thing}`)}
          rows={rows.filter(row => row.keptThing === thing && !neverHeld(row))}
          onDo={offer ? setDoing : null}
        />
      ))}
      <ExportList record="retentionLength" />
      {doing && <LengthForm doing={doing} onClose={() => setDoing(null)} />}
    </section>
  );
}

function Kept({
  thing,
  lines,
  rows,
  onDo,
}: {
  thing: string;
  lines: readonly Parameter[];
  rows: readonly Row[];
  onDo: ((doing: Doing) => void) | null;
}) {
  const t = useText();
  const today = dayOf(useNow());
  const named = lines.filter(line => line.value !== null);
  const isDecided = named.length > 0 || rows.some(row => isInForce(rangeOf(row), today));
  return (
    <section className="stack-tight" aria-labelledby={`kept-${thing}`}>
      <h3 id={`kept-${thing}`}>{codeLabel(t, 'keptThing', thing)}</h3>
      {!isDecided && (
        <p>
          <Badge tone="warn">{t('retention.undecided')}</Badge> {t('retention.undecided_text')}
        </p>
      )}
      {named.map(line => (
        <p key={line.id}>
          {t('retention.months', { count: line.value! })} · {line.article}
        </p>
      ))}
      {rows.map(row => (
        <p key={row.id} className="row">
          <span>
            <b>{t('retention.years', { count: row.years as number })}</b> · {row.citation as string} ·{' '}
            {row.validTo
              ? t('retention.from_to', {
                  from: formatDay(row.validFrom as Day, t.lang),
                  to: formatDay(row.validTo as Day, t.lang),
                })
              : t('retention.from', { from: formatDay(row.validFrom as Day, t.lang) })}
          </span>
          {onDo && !row.validTo && (
            <Button kind="quiet" onPress={() => onDo({ thing, row })}>
              {t('retention.length.end')}
              <span className="unseen"> {row.citation as string}</span>
            </Button>
          )}
        </p>
      ))}
      <p className="soft small">{t(`retention.kept.${thing}`)}</p>
      {onDo && (
        <div className="row no-print">
          <Button icon="plus" onPress={() => onDo({ thing })}>
            {t('retention.length.add')}
            <span className="unseen"> {codeLabel(t, 'keptThing', thing)}</span>
          </Button>
        </div>
      )}
    </section>
  );
}

function LengthForm({ doing: { thing, row }, onClose }: { doing: Doing; onClose: () => void }) {
  const t = useText();
  const today = dayOf(useNow());
  const title = t(row ? 'retention.length.end_title' : 'retention.length.add_title', {
    what: codeLabel(t, 'keptThing', thing).toLowerCase(),
  });
  return (
    <ActForm
      title={title}
      text={t(row ? 'retention.length.end_text' : 'retention.length.add_text')}
      verb={t(row ? 'retention.length.end' : 'retention.length.add')}
      act={row ? endRetentionLength : addRetentionLength}
      record="retentionLength"
      names={row ? ['validTo'] : ['years', 'citation', 'validFrom', 'validTo', 'note']}
      first={row ? { validTo: today } : { keptThing: thing }}
      subject={row && { record: 'retentionLength', id: row.id }}
      done={t('retention.noted')}
      onClose={onClose}
    />
  );
}
