/* What a person of another nationality is owed besides: that her own state hears of her only if she wishes or a law says so, that she may stay meanwhile, and that she goes home only willingly
 * and safely. Nothing here has a term: the text of the article was not read in full. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficerName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { Badge, StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { standingOf } from '../../intake/index.ts';
import { stateless } from '../../people/lists.ts';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { RecordDialog } from '../../people/web/path-dialogs.tsx';
import { Part } from '../../people/web/path-part.tsx';
import { RowFacts } from '../../people/web/path-words.tsx';
import { foreignStep, foreignSteps } from '../record.ts';

type Kind = (typeof foreignSteps)[number];
const tones: Readonly<Record<string, Tone>> = {
  done: 'good',
  asked_for: 'active',
  not_wanted: 'neutral',
  not_possible: 'warn',
};
const asks: Readonly<Record<Kind, readonly string[]>> = {
  embassy: ['foreignOutcome', 'doneOn', 'withWhom', 'groundArticle', 'note'],
  stay: ['foreignOutcome', 'doneOn', 'withWhom', 'until', 'groundArticle', 'note'],
  voluntary_return: ['foreignOutcome', 'doneOn', 'herWill', 'safeReturn', 'withWhom', 'note'],
};

export function ForeignSteps({ path }: { path: Path }) {
  const t = useText();
  const [kind, setKind] = useState<Kind | null>(null);
  const rows = part(path, 'foreignStep');
  const { nationality, livesHere } = path.person;
  const isAtHome = nationality === 'VN' || (nationality === stateless && livesHere === 'yes');
  const isForeign = typeof nationality === 'string' && !isAtHome;
  const canAdd = isForeign && may(path.person, 'foreignStep.record') && path.person.state === 'open';
  if (rows.length === 0 && !canAdd) return null;
  return (
    <Part name="foreign" title={t('reception.foreign.title')} lead={t('reception.foreign.lead')}>
      <p>
        <Badge>{t('rule.clock.advisory')}</Badge>{' '}
        <span className="soft small">{t('reception.foreign.article')}</span>
      </p>
      <div>
        {foreignSteps.map(one => (
          <One
            key={one}
            kind={one}
            rows={rows.filter(row => row.foreignStepKind === one)}
            onAdd={canAdd ? () => setKind(one) : undefined}
          />
        ))}
      </div>
      {kind && <StepDialog path={path} kind={kind} onClose={() => setKind(null)} />}
    </Part>
  );
}

function One({ kind, rows, onAdd }: { kind: Kind; rows: readonly PartRow[]; onAdd?: () => void }) {
  const t = useText();
  const title = codeLabel(t, 'foreignStepKind', kind);
  return (
    <div className="interest">
      <div className="row part-head">
        <b>{title}</b>
        {onAdd && (
          <Button kind="quiet" icon="plus" onPress={onAdd}>
            {t('reception.interests.add')}
            <span className="unseen"> {title}</span>
          </Button>
        )}
      </div>
      {rows.length === 0 && <p className="soft small">{t('reception.foreign.none')}</p>}
      {rows.toReversed().map(row => (
        <details key={row.id} className="small">
          <summary>
            <span>
              <StateMark tone={tones[String(row.foreignOutcome)] ?? 'neutral'}>
                {row.foreignOutcome
                  ? codeLabel(t, 'foreignOutcome', row.foreignOutcome as string)
                  : t('reception.interests.withheld')}
              </StateMark>{' '}
              {formatDay(row.doneOn as Day, t.lang)} · <OfficerName id={row.madeBy} />
            </span>
          </summary>
          <RowFacts
            record={foreignStep}
            row={row}
            names={['withWhom', 'groundArticle', 'herWill', 'safeReturn', 'until', 'note']}
          />
        </details>
      ))}
    </div>
  );
}

function StepDialog({ path, kind, onClose }: { path: Path; kind: Kind; onClose: () => void }) {
  const t = useText();
  const consents = part(path, 'consent').filter(
    row => row.consentPurpose === 'cross_border' && standingOf(row, path.today) === 'in_force',
  );
  return (
    <RecordDialog
      path={path}
      act="foreignStep.record"
      record={foreignStep}
      names={asks[kind]}
      fixed={{ foreignStepKind: kind }}
      begin={{ doneOn: path.today }}
      title={codeLabel(t, 'foreignStepKind', kind)}
      lead={t(`reception.foreign.ask.${kind}`)}
      onClose={onClose}
    >
      {(values, change, errors) =>
        kind === 'embassy' && (
          <SelectInput
            name="consent"
            label={fieldLabel(t, 'foreignStep', 'consent')}
            hint={consents.length === 0 ? t('reception.foreign.no_consent') : undefined}
            none={t('reception.foreign.without_consent')}
            error={errors.consent}
            value={(values.consent as string) ?? null}
            onChange={consent => change({ consent })}
            options={consents.map(row => ({
              code: row.id,
              label: `${codeLabel(t, 'consentPurpose', 'cross_border')} · ${formatDay(row.madeAt.slice(0, 10) as Day, t.lang)}`,
            }))}
          />
        )
      }
    </RecordDialog>
  );
}
