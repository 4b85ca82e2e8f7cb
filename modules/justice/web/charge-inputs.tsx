/* Which offence, which of its clauses and which point: only what the law of the day has is offered, each in plain words. Where nobody has read the points of a clause, all letters are. */
import type { Day } from '../../../kernel/day.ts';
import { OFFENCE_POINTS } from '../../../rules/schema-justice.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useRules } from '../../../web/rules.ts';
import type { Values } from '../../../web/shell/fields-dialog.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { type Clause, clausesOf, isRead, pointsOf } from '../offences.ts';
import { charge } from '../record.ts';

export function ChargeInputs({
  values,
  change,
  errors,
  on,
  asksPoint = false,
}: {
  values: Values;
  change: (more: Values) => void;
  errors: Readonly<Record<string, string>>;
  /** The day whose law counts. */
  on: Day;
  asksPoint?: boolean;
}) {
  const t = useText();
  const { data: rules } = useRules();
  const clauses = rules ? clausesOf(rules, values.offence, on) : [];
  const clause = clauses.find(one => one.clause === values.clause);
  return (
    <>
      <FieldInputs
        record={charge}
        names={['offence']}
        values={values}
        errors={errors}
        onChange={({ offence }) => change({ offence, clause: null, ...(asksPoint && { point: null }) })}
        on={on}
      />
      <SelectInput
        name="clause"
        label={fieldLabel(t, 'charge', 'clause')}
        required
        error={errors.clause}
        value={values.clause ? String(values.clause) : null}
        onChange={code => change({ clause: Number(code), ...(asksPoint && { point: null }) })}
        hint={clause && !isRead(clause, 'class') ? t('reason.clause_unread') : undefined}
        options={clauses.map(one => ({ code: String(one.clause), label: clauseText(t, one) }))}
      />
      {asksPoint && clause && (clause.points === null || pointsOf(clause).length > 0) && (
        <SelectInput
          name="point"
          label={fieldLabel(t, 'charge', 'point')}
          hint={clause.points === null || !isRead(clause, 'points') ? t('reason.points_unread') : undefined}
          error={errors.point}
          value={(values.point as string | null | undefined) ?? null}
          none={t('justice.offence.no_point')}
          onChange={point => change({ point })}
          options={(isRead(clause, 'points') && clause.points ? pointsOf(clause) : OFFENCE_POINTS).map(
            code => ({
              code,
              label: pointText(t, clause, code),
            }),
          )}
        />
      )}
    </>
  );
}

/** "khoản 2 · Rất nghiêm trọng (đến 15 năm)" */
const clauseText = (t: Translate, { clause, severity, max_years, life, conditions }: Clause): string =>
  [
    t('justice.case.clause', { clause }),
    `${codeLabel(t, 'severity', severity)} (${life ? t('justice.offence.life') : t('justice.offence.years', { years: max_years })})`,
    conditions?.[t.lang],
  ]
    .filter(Boolean)
    .join(' · ');

/** "điểm a: có tổ chức"; of a point nobody has read only its letter. */
export const pointText = (t: Translate, clause: Clause | null, point: string): string =>
  [
    codeLabel(t, 'offencePoint', point),
    clause?.points?.[point as keyof NonNullable<Clause['points']>]?.[t.lang],
  ]
    .filter(Boolean)
    .join(': ');
