/* Pieces of one question: the heading the focus goes to, the sentence the officer may read aloud, the answers that are no answer, big tiles with a search
 * for the rest. */
import type { ReactNode } from 'react';
import { type Unanswered, unansweredStates } from '../../../kernel/fields/kind.ts';
import type { Answer } from '../../../kernel/fields/kinds.ts';
import { fold } from '../../../web/fold.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { AnswerButtons, ChoiceList, MultiChoice } from '../../../web/ui/choices.tsx';
import { Combobox, type Found } from '../../../web/ui/combobox.tsx';
import type { Answers, Said } from './answers.ts';
import { answerOf, stateOf } from './answers.ts';

export interface QuestionProps {
  readonly answers: Answers;
  readonly change: (change: Partial<Answers>) => void;
}

/** What the officer may say in so many words; nobody has to. */
export function ReadAloud({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <p className="aloud">
      <span className="aloud-mark">{t('intake.aloud')}</span>
      <q>{children}</q>
    </p>
  );
}

/** Not known, did not want to say, not asked: kept apart, and as large as any other answer. */
export function Unsaid({
  name,
  said,
  onChange,
  large = true,
}: {
  name: string;
  said: Unanswered | null;
  onChange: (state: Unanswered) => void;
  large?: boolean;
}) {
  const t = useText();
  return (
    <div className="unsaid">
      <AnswerButtons
        name={`${name}.state`}
        label={t('intake.unsaid')}
        codes={unansweredStates}
        large={large}
        value={said}
        onChange={state => onChange(state as Unanswered)}
      />
    </div>
  );
}

/** The large tiles of the usual answers, and a search among all of them. */
export function PickOne({
  name,
  label,
  labels,
  usual,
  all,
  rest,
  said,
  onChange,
  plain,
}: {
  name: string;
  label: string;
  labels: string;
  usual: readonly string[];
  all: readonly string[];
  /** What the search box is called. */
  rest: string;
  said: Said<string> | undefined;
  onChange: (said: Said<string>) => void;
  /** Asked of the officer, not of her: no "did not want to say". */
  plain?: boolean;
}) {
  const t = useText();
  const value = answerOf(said);
  return (
    <>
      <ChoiceList
        name={name}
        label={<span className="unseen">{label}</span>}
        large
        value={value}
        onChange={code => onChange({ value: code })}
        options={usual.map(code => ({ code, label: codeLabel(t, labels, code) }))}
      />
      <CodeSearch
        name={`${name}.other`}
        label={rest}
        labels={labels}
        codes={all}
        value={value !== null && !usual.includes(value) ? value : null}
        onPick={code => onChange({ value: code })}
      />
      {!plain && (
        <Unsaid name={name} said={stateOf(said)} onChange={unanswered => onChange({ unanswered })} />
      )}
    </>
  );
}

/** Any of several, the same way. */
export function PickMany({
  name,
  label,
  labels,
  usual,
  all,
  rest,
  value,
  onChange,
}: {
  name: string;
  label: string;
  labels: string;
  usual: readonly string[];
  all: readonly string[];
  rest: string;
  value: readonly string[];
  onChange: (codes: string[]) => void;
}) {
  const t = useText();
  const shown = [...usual, ...value.filter(code => !usual.includes(code))];
  return (
    <>
      <MultiChoice
        name={name}
        label={<span className="unseen">{label}</span>}
        large
        value={value}
        onChange={onChange}
        options={shown.map(code => ({ code, label: codeLabel(t, labels, code) }))}
      />
      <CodeSearch
        // A picked code becomes a tile above, so the box is empty again.
        key={value.join(' ')}
        name={`${name}.other`}
        label={rest}
        labels={labels}
        codes={all.filter(code => !shown.includes(code))}
        value={null}
        onPick={code => onChange([...value, code])}
      />
    </>
  );
}

function CodeSearch({
  name,
  label,
  labels,
  codes,
  value,
  onPick,
}: {
  name: string;
  label: string;
  labels: string;
  codes: readonly string[];
  value: string | null;
  onPick: (code: string) => void;
}) {
  const t = useText();
  const found = (code: string): Found => ({ id: code, label: codeLabel(t, labels, code) });
  return (
    <Combobox
      name={name}
      label={label}
      placeholder={t('ui.unit.placeholder')}
      value={value === null ? null : found(value)}
      onChange={picked => picked && onPick(picked.id)}
      search={async text => {
        const wanted = fold(text);
        return codes
          .map(found)
          .filter(one => fold(one.label).includes(wanted))
          .slice(0, 60);
      }}
    />
  );
}

/** A question answered by yes, no, not known, not wanted, not asked. */
export function YesNo({
  name,
  label,
  value,
  onChange,
}: {
  name: string;
  label: string;
  value: Answer | undefined;
  onChange: (answer: Answer) => void;
}) {
  return (
    <AnswerButtons
      name={name}
      label={<span className="unseen">{label}</span>}
      large
      value={value ?? null}
      onChange={onChange}
    />
  );
}
