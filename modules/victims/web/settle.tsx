/* Proposing which of two findings the offices go by. Both stay on the file; a court's finding can only be gone by. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { officeName, useOffice } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { usePost } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { EmptyState } from '../../../web/ui/states.tsx';
import type { PartRow, Path } from '../../people/web/path-data.ts';
import { OfPerson } from '../../people/web/path-words.tsx';
import { unsettled } from './settlements.tsx';
import { StepPage, useStep } from './step-page.tsx';

/** Stands for "neither: to be verified anew", which the server takes as nothing. */
const anew = 'anew';

export default function Settle({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Form path={path} />}</OfPerson>;
}

function Form({ path }: { path: Path }) {
  const t = useText();
  const ours = usePost()?.office ?? '';
  // From our side: our finding first.
  const pairs = unsettled(path).flatMap(([one, other]) =>
    one.office === ours ? [[one, other] as const] : other.office === ours ? [[other, one] as const] : [],
  );
  const [chosen, choose] = useState<string | null>(pairs.length === 1 ? '0' : null);
  const [stands, setStands] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const pair = chosen === null ? undefined : pairs[Number(chosen)];
  const step = useStep(path, 'settlement.propose', t('victims.settle.done'));
  const errors = issuesByField(t, step.error);
  const labelOf = (field: string) => fieldLabel(t, 'settlement', field);
  const say = useFinding();
  return (
    <StepPage
      path={path}
      step={step}
      input={{
        ours: pair?.[0].id ?? null,
        theirs: pair?.[1].id ?? null,
        stands: stands === anew ? null : stands,
        reason: reason || null,
      }}
      title={t('victims.settle.title')}
      lead={t('victims.settle.lead')}
      verb={t('victims.settle.send')}
      labelOf={labelOf}
    >
      {pairs.length === 0 && <EmptyState icon="scales" title={t('victims.settle.none')} />}
      {pairs.length > 1 && (
        <ChoiceList
          name="theirs"
          label={t('victims.settle.pair')}
          required
          error={errors.theirs ?? errors.ours}
          value={chosen}
          onChange={choose}
          options={pairs.map(([one, other], index) => ({
            code: String(index),
            label: `${say(one)} ↔ ${say(other)}`,
          }))}
        />
      )}
      {pair && (
        <ChoiceList
          large
          name="stands"
          label={t('victims.settle.stands')}
          required
          error={errors.stands ?? errors.theirs}
          value={stands}
          onChange={setStands}
          options={[
            ...pair.map(row => ({ code: row.id, label: say(row) })),
            { code: anew, label: t('victims.settle.anew') },
          ]}
        />
      )}
      {pair && <Sides rows={pair} />}
      <TextArea
        name="reason"
        label={labelOf('reason')}
        required
        error={errors.reason}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </StepPage>
  );
}

/** "Là nạn nhân (Xác định, 12/03/2026)". */
export function useFinding(): (row: PartRow) => string {
  const t = useText();
  return row =>
    `${codeLabel(t, 'finding', row.finding as string)} (${codeLabel(t, 'assertionKind', row.assertionKind as string)}, ${formatDay(row.assertedOn as Day, t.lang)})`;
}

/** Whose findings they are. */
function Sides({ rows }: { rows: readonly [PartRow, PartRow] }) {
  const t = useText();
  const [one, other] = [useOffice(rows[0].office), useOffice(rows[1].office)];
  return (
    <p className="soft">
      {t('victims.settle.sides', {
        ours: one ? officeName(one, t.lang) : '…',
        theirs: other ? officeName(other, t.lang) : '…',
      })}
    </p>
  );
}
