/* The safety plan of one person: a number until there is a file. The safe word, where she is taken and who must not learn of it are sealed, and opened with a purpose. */
import { useState } from 'react';
import { Link } from 'wouter';
import { search } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useRecord } from '../../../web/queries.ts';
import { Do, DoDialog } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { Combobox, type Found } from '../../../web/ui/combobox.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { Sealed } from '../../people/web/path-sealed.tsx';
import { Facts, RowFacts } from '../../people/web/path-words.tsx';
import { foundStates, safetyPlan } from '../record.ts';

const tones: Readonly<Record<string, Tone>> = {
  expected: 'active',
  found: 'good',
  not_there: 'neutral',
  elsewhere: 'warn',
};
const sealedNames = ['mustNotLearn', 'safeWord', 'whereTo'] as const;
const openNames = [
  'ageGroup',
  'sex',
  'childrenWithHer',
  'spoken',
  'risks',
  'transport',
  'medical',
  'afterwards',
] as const;
const asked = [
  'ageGroup',
  'sex',
  'risks',
  'mustNotLearn',
  'safeWord',
  'transport',
  'whereTo',
  'medical',
  'childrenWithHer',
  'spoken',
  'afterwards',
] as const;

export function PlanCard({ plan }: { plan: PartRow }) {
  const t = useText();
  const [open, setOpen] = useState<'change' | 'find' | 'link' | null>(null);
  // Looking at a plan is entered in the ledger: it is asked for by itself, not taken out of the list.
  const { data } = useRecord('safetyPlan', plan.id);
  const row = (data as PartRow | undefined) ?? plan;
  return (
    <section className="card part" aria-labelledby={`plan-${plan.id}`}>
      <div className="row part-head">
        <h3 id={`plan-${plan.id}`}>{t('reception.plan.number', { number: plan.planNumber as number })}</h3>
        <StateMark tone={tones[row.foundState as string] ?? 'neutral'}>
          {codeLabel(t, 'foundState', row.foundState as string)}
        </StateMark>
      </div>
      {typeof row.file === 'string' && (
        <p>
          <Link href={`/people/${row.file}`}>{t('reception.plan.file')}</Link>
        </p>
      )}
      <Facts>
        {sealedNames.map(
          name =>
            [
              fieldLabel(t, 'safetyPlan', name),
              <Sealed key={name} record={safetyPlan} row={row} name={name} />,
            ] as const,
        )}
      </Facts>
      <RowFacts record={safetyPlan} row={row} names={openNames} always={['ageGroup', 'risks', 'medical']} />
      <div className="row no-print">
        {may(row, 'safetyPlan.find') && (
          <Button icon="check" onPress={() => setOpen('find')}>
            {t('reception.do.safetyPlan.find')}
          </Button>
        )}
        {may(row, 'safetyPlan.link') && !may(row, 'safetyPlan.find') && !row.file && (
          <Button icon="folder" onPress={() => setOpen('link')}>
            {t('reception.do.safetyPlan.link')}
          </Button>
        )}
        {may(row, 'safetyPlan.change') && (
          <Button kind="quiet" onPress={() => setOpen('change')}>
            {t('reception.do.safetyPlan.change')}
          </Button>
        )}
      </div>
      {open === 'change' && <PlanDialog plan={row} onClose={() => setOpen(null)} />}
      {open === 'find' && <FindDialog plan={row} onClose={() => setOpen(null)} />}
      {open === 'link' && <LinkDialog plan={row} onClose={() => setOpen(null)} />}
    </section>
  );
}

export function PlanDialog({
  operation,
  plan,
  onClose,
}: {
  operation?: string;
  plan?: PartRow;
  onClose: () => void;
}) {
  const t = useText();
  const act = plan ? 'safetyPlan.change' : 'safetyPlan.write';
  return (
    <Do
      act={act}
      record={safetyPlan}
      names={asked}
      subject={plan && { record: 'safetyPlan', id: plan.id }}
      fixed={plan ? {} : { rescueOperation: operation }}
      begin={plan && Object.fromEntries(openNames.map(name => [name, plan[name] ?? null]))}
      title={t(`reception.do.${act}`)}
      lead={t('reception.plan.lead')}
      onClose={onClose}
    >
      {() => plan && <p className="soft">{t('reception.plan.sealed_stays')}</p>}
    </Do>
  );
}

function FindDialog({ plan, onClose }: { plan: PartRow; onClose: () => void }) {
  const t = useText();
  const [foundState, setState] = useState<string | null>(plan.foundState as string);
  const [file, setFile] = useState<Found | null>(null);
  return (
    <DoDialog
      act="safetyPlan.find"
      subject={{ record: 'safetyPlan', id: plan.id }}
      input={{ foundState, file: foundState === 'found' ? (file?.id ?? plan.file ?? null) : null }}
      title={t('reception.plan.number', { number: plan.planNumber as number })}
      verb={t('path.save')}
      labelOf={field => fieldLabel(t, 'safetyPlan', field)}
      onClose={onClose}
    >
      {errors => (
        <>
          <ChoiceList
            name="foundState"
            label={fieldLabel(t, 'safetyPlan', 'foundState')}
            required
            error={errors.foundState}
            value={foundState}
            onChange={setState}
            options={foundStates.map(code => ({ code, label: codeLabel(t, 'foundState', code) }))}
          />
          {foundState === 'found' && <FileInput error={errors.file} value={file} onChange={setFile} />}
        </>
      )}
    </DoDialog>
  );
}

/** For the partner that received her: the file is its own, the plan is not. */
function LinkDialog({ plan, onClose }: { plan: PartRow; onClose: () => void }) {
  const t = useText();
  const [file, setFile] = useState<Found | null>(null);
  return (
    <DoDialog
      act="safetyPlan.link"
      subject={{ record: 'safetyPlan', id: plan.id }}
      input={{ file: file?.id ?? null }}
      title={t('reception.do.safetyPlan.link')}
      verb={t('path.save')}
      labelOf={field => fieldLabel(t, 'safetyPlan', field)}
      onClose={onClose}
    >
      {errors => <FileInput required error={errors.file} value={file} onChange={setFile} />}
    </DoDialog>
  );
}

function FileInput({
  required,
  error,
  value,
  onChange,
}: {
  required?: boolean;
  error?: string;
  value: Found | null;
  onChange: (file: Found | null) => void;
}) {
  const t = useText();
  return (
    <Combobox
      name="file"
      label={fieldLabel(t, 'safetyPlan', 'file')}
      hint={t('reception.plan.file_hint')}
      required={required}
      error={error}
      value={value}
      onChange={onChange}
      search={async (text, signal) =>
        (await search(text, signal)).map(hit => ({
          id: hit.id,
          label: [hit.number, hit.fullName].filter(Boolean).join(' · '),
        }))
      }
    />
  );
}
