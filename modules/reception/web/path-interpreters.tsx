/* The interpreters who were heard on this path: for what, in which language, and what they answered about conflicts of interest. A conflict that was gone on with is shown with its reason. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import type { Answer, Answers } from '../../../kernel/fields/kinds.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { AnswerButtons } from '../../../web/ui/choices.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import { latest, may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { ActDialog } from '../../people/web/path-dialogs.tsx';
import { Part } from '../../people/web/path-part.tsx';
import { RowFacts } from '../../people/web/path-words.tsx';
import { conflictQuestions, interpreterEngagement } from '../record.ts';

export function Interpreters({ path }: { path: Path }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const rows = part(path, 'interpreterEngagement');
  const { nationality } = path.person;
  const isForeign = typeof nationality === 'string' && nationality !== 'VN';
  const isNeeded = isForeign || latest(path, 'needs')?.interpreter === 'yes';
  const canAdd = may(path.person, 'interpreterEngagement.record') && path.person.state === 'open';
  if (rows.length === 0 && !(isNeeded && canAdd)) return null;
  return (
    <Part name="interpreters" title={t('reception.interpreters.title')} count={rows.length}>
      {rows.length === 0 && <p className="soft">{t('reception.interpreters.none')}</p>}
      {rows.toReversed().map(row => (
        <One key={row.id} row={row} />
      ))}
      {canAdd && (
        <div className="no-print">
          <Button icon="plus" onPress={() => setOpen(true)}>
            {t('path.act.interpreterEngagement.record')}
          </Button>
        </div>
      )}
      {open && <InterpreterDialog path={path} onClose={() => setOpen(false)} />}
    </Part>
  );
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  const answers = (row.conflicts as Answers | null | undefined) ?? {};
  const yes = conflictQuestions.filter(code => answers[code] === 'yes');
  const open = conflictQuestions.filter(code => !['yes', 'no'].includes(answers[code] ?? ''));
  return (
    <div className="interest">
      <p>
        <b>{(row.interpreterName as string | undefined) ?? t('reception.interests.withheld')}</b>{' '}
        <span className="soft small">{formatDay(row.onDay as Day, t.lang)}</span>
      </p>
      <RowFacts
        record={interpreterEngagement}
        row={row}
        names={[
          'language',
          'mode',
          'interpretingFor',
          'organisation',
          'sexPreferred',
          'interpreterSex',
          'confidentialityOn',
        ]}
      />
      {row.conflicts !== undefined && (
        <p className="row">
          {yes.map(code => (
            <Badge key={code} tone="warn">
              {t(`reception.conflict.said.${code}`)}
            </Badge>
          ))}
          {yes.length === 0 && open.length === 0 && <Badge tone="good">{t('reception.conflict.none')}</Badge>}
          {open.length > 0 && <Badge>{t('reception.conflict.open', { count: open.length })}</Badge>}
          {!row.confidentialityOn && <Badge tone="warn">{t('reception.conflict.unsigned')}</Badge>}
        </p>
      )}
      {typeof row.goOnWhy === 'string' && (
        <p className="small">
          {fieldLabel(t, 'interpreterEngagement', 'goOnWhy')}: {row.goOnWhy}
        </p>
      )}
    </div>
  );
}

const codes = ['yes', 'no', 'unknown'] as const;

export function InterpreterDialog({ path, onClose }: { path: Path; onClose: () => void }) {
  const t = useText();
  const languages = latest(path, 'needs')?.interpreterLanguages as readonly string[] | null | undefined;
  const [values, setValues] = useState<Record<string, unknown>>({
    onDay: path.today,
    language: languages?.[0] ?? null,
  });
  const [conflicts, setConflicts] = useState<Answers>({});
  const hasYes = Object.values(conflicts).includes('yes');
  const inputs = (names: readonly string[], errors: Record<string, string>) => (
    <FieldInputs
      record={interpreterEngagement}
      names={names}
      values={values}
      errors={errors}
      onChange={setValues}
      on={path.today}
    />
  );
  return (
    <ActDialog
      wide
      path={path}
      act="interpreterEngagement.record"
      title={t('path.act.interpreterEngagement.record')}
      verb={t('path.save')}
      input={{ person: path.person.id, ...values, conflicts }}
      labelOf={field => fieldLabel(t, 'interpreterEngagement', field.split('.')[0]!)}
      onClose={onClose}
    >
      {errors => (
        <>
          {inputs(
            [
              'interpreterName',
              'organisation',
              'language',
              'mode',
              'interpretingFor',
              'onDay',
              'sexPreferred',
              'interpreterSex',
            ],
            errors,
          )}
          <section className="conflicts" aria-labelledby="conflicts">
            <h3 id="conflicts">{fieldLabel(t, 'interpreterEngagement', 'conflicts')}</h3>
            <p className="soft">{t('reception.conflict.lead')}</p>
            {conflictQuestions.map(code => (
              <AnswerButtons
                key={code}
                name={`conflicts.${code}`}
                label={t(`reception.conflict.ask.${code}`)}
                codes={codes}
                value={conflicts[code] ?? null}
                onChange={(answer: Answer) => setConflicts({ ...conflicts, [code]: answer })}
              />
            ))}
          </section>
          {hasYes && inputs(['goOnWhy'], errors)}
          {inputs(['confidentialityOn'], errors)}
        </>
      )}
    </ActDialog>
  );
}
