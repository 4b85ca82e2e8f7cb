/* Where a case came from and where it went: cases that were joined into it, the one it was split off from, and joining or splitting it now, for whoever's turn it is. */
import { useState } from 'react';
import { Link } from 'wouter';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useRecords } from '../../../web/queries.ts';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList, MultiChoice, SelectInput } from '../../../web/ui/choices.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { inTurn } from '../case-clocks.ts';
import { type JoiningState, joinGrounds, joining, splitGrounds } from '../lists.ts';
import { caseStep } from '../record.ts';
import type { Parts } from './case-data.ts';

const kinds = ['joined', 'joined_into', 'split', 'split_off'];

export function Joining({ file, parts }: { file: PartRow; parts: Parts }) {
  const t = useText();
  const [open, setOpen] = useState<'join' | 'split' | null>(null);
  const close = () => setOpen(null);
  const ways = parts.steps.filter(step => kinds.includes(step.stepKind as string)).toSorted(inTurn);
  const mayJoin = may(file, 'criminalCase.join');
  const maySplit = may(file, 'criminalCase.split') && parts.accused.length > 1;
  if (ways.length === 0 && !mayJoin && !maySplit) return null;
  return (
    <section className="card part" aria-labelledby="case-joining">
      <h2 id="case-joining">{t('justice.joining.title')}</h2>
      {ways.length === 0 && <p className="soft">{t('justice.joining.none')}</p>}
      {ways.length > 0 && (
        <ul className="plain-list">
          {ways.map(step => (
            <Way key={step.id} step={step} />
          ))}
        </ul>
      )}
      <div className="row no-print">
        {mayJoin && <Button onPress={() => setOpen('join')}>{t('act.criminalCase.join')}</Button>}
        {maySplit && <Button onPress={() => setOpen('split')}>{t('act.criminalCase.split')}</Button>}
      </div>
      {open === 'join' && <Join file={file} onClose={close} />}
      {open === 'split' && <Split file={file} parts={parts} onClose={close} />}
    </section>
  );
}

function Way({ step }: { step: PartRow }) {
  const t = useText();
  return (
    <li>
      <span>
        <Link href={`/cases/${step.otherCase as string}`}>
          {codeLabel(t, 'caseStepKind', step.stepKind as string)}
        </Link>
        {typeof step.joiningGround === 'string' && (
          <span className="soft"> · {codeLabel(t, 'joiningGround', step.joiningGround)}</span>
        )}
      </span>
      <span className="soft small">
        {formatDay(step.onDay as Day, t.lang)} · {step.decisionNumber as string}
      </span>
    </li>
  );
}

const told = ['onDay', 'decisionNumber', 'note'];

function Ground({
  grounds,
  value,
  error,
  onChange,
}: {
  grounds: readonly string[];
  value: unknown;
  error: string | undefined;
  onChange: (code: string) => void;
}) {
  const t = useText();
  return (
    <ChoiceList
      name="joiningGround"
      label={fieldLabel(t, 'caseStep', 'joiningGround')}
      required
      error={error}
      value={(value as string | undefined) ?? null}
      onChange={onChange}
      options={grounds.map(code => ({ code, label: codeLabel(t, 'joiningGround', code) }))}
    />
  );
}

/** Only cases of the same stage are offered; the server says which of them are ours to join. */
function Join({ file, onClose }: { file: PartRow; onClose: () => void }) {
  const t = useText();
  // The case is in another state before the dialog over it is gone.
  const [state] = useState(file.state as JoiningState);
  const { data } = useRecords('criminalCase', { filter: { state: { is: state } }, limit: 100 });
  const others = (data?.pages.flatMap(page => page.rows) ?? []).filter(one => one.id !== file.id);
  return (
    <Do
      act="criminalCase.join"
      record={caseStep}
      names={told}
      subject={{ record: 'criminalCase', id: file.id }}
      lead={t('justice.joining.join_text', { article: joining[state].article })}
      onClose={onClose}
    >
      {(values, change, errors) => (
        <>
          <SelectInput
            name="otherCase"
            label={t('justice.joining.into')}
            required
            error={errors.otherCase}
            value={(values.otherCase as string | undefined) ?? null}
            onChange={otherCase => change({ otherCase })}
            options={others.map(one => ({
              code: one.id,
              label: `${one.number as string} · ${one.title as string}`,
            }))}
          />
          <Ground
            grounds={joinGrounds}
            value={values.joiningGround}
            error={errors.joiningGround}
            onChange={joiningGround => change({ joiningGround })}
          />
        </>
      )}
    </Do>
  );
}

function Split({ file, parts, onClose }: { file: PartRow; parts: Parts; onClose: () => void }) {
  const t = useText();
  const [state] = useState(file.state as JoiningState);
  return (
    <Do
      act="criminalCase.split"
      record={caseStep}
      names={told}
      subject={{ record: 'criminalCase', id: file.id }}
      lead={t('justice.joining.split_text', { article: joining[state].article })}
      onClose={onClose}
    >
      {(values, change, errors) => (
        <>
          <MultiChoice
            name="accused"
            label={t('justice.joining.who')}
            required
            error={errors.accused}
            value={(values.accused as string[] | undefined) ?? []}
            onChange={accused => change({ accused })}
            options={parts.accused.map(one => ({ code: one.id, label: one.fullName as string }))}
          />
          <TextInput
            name="title"
            label={fieldLabel(t, 'criminalCase', 'title')}
            required
            maxLength={160}
            autoComplete="off"
            error={errors.title}
            value={(values.title as string | undefined) ?? ''}
            onChange={title => change({ title })}
          />
          <Ground
            grounds={splitGrounds[state]}
            value={values.joiningGround}
            error={errors.joiningGround}
            onChange={joiningGround => change({ joiningGround })}
          />
        </>
      )}
    </Do>
  );
}
