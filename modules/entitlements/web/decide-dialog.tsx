/* Deciding on one regime. The amount that was entered for it stands there with its text; a refusal asks for its reason and its article. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { isInForce } from '../../../kernel/rule/parameter.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useRecords } from '../../../web/queries.ts';
import { type Translate, useText } from '../../../web/text.ts';
import { SelectInput } from '../../../web/ui/choices.tsx';
import type { Found } from '../../../web/ui/combobox.tsx';
import { FieldInput } from '../../../web/ui/inputs.tsx';
import type { PartRow, Path } from '../../people/web/path-data.ts';
import { ActDialog } from '../../people/web/path-dialogs.tsx';
import { makeDecision } from '../decisions.ts';
import { BodyOffice } from './body-office.tsx';
import { dong } from './regimes.tsx';

type Values = Readonly<Record<string, unknown>>;
const granting = ['quantity', 'amount', 'inKind'] as const;
const refusing = ['reason', 'article'] as const;

export function DecideDialog({
  path,
  application,
  regime,
  onClose,
}: {
  path: Path;
  application: PartRow;
  regime: string;
  onClose: () => void;
}) {
  const t = useText();
  const [office, setOffice] = useState<Found | null>(null);
  const [values, setValues] = useState<Values>({ decisionOutcome: null, decidedOn: path.today });
  const on = values.decidedOn as Day;
  const lines = useLines(application.law as string, regime, on);
  const isGranted = values.decisionOutcome === 'granted';
  const change = (next: Values) => {
    const line = lines.find(one => one.id === next.amountLine);
    const proposes = line && (next.amountLine !== values.amountLine || next.quantity !== values.quantity);
    const amount = line?.amount as number | null | undefined;
    setValues(
      proposes && amount ? { ...next, amount: amount * ((next.quantity as number | null) ?? 1) } : next,
    );
  };
  const input = (name: string, errors: Readonly<Record<string, string>>) => {
    const field = makeDecision.input[name as keyof typeof makeDecision.input];
    return (
      <FieldInput
        key={name}
        name={name}
        field={field}
        label={fieldLabel(t, 'supportDecision', name)}
        required={field.required || (refusing as readonly string[]).includes(name)}
        error={errors[name]}
        value={values[name]}
        on={path.today}
        onChange={value => change({ ...values, [name]: value })}
      />
    );
  };
  const sent = (isGranted ? ['amountLine', ...granting] : refusing).map(name => [name, values[name] ?? null]);
  return (
    <ActDialog
      path={path}
      act="supportDecision.make"
      title={t('entitlements.decide.of', { regime: codeLabel(t, 'regime', regime) })}
      verb={t('entitlements.decide.sign')}
      wide
      input={{
        person: path.person.id,
        application: application.id,
        regime,
        decidedBy: office?.id ?? null,
        decisionOutcome: values.decisionOutcome,
        decidedOn: values.decidedOn,
        decisionNumber: values.decisionNumber ?? null,
        ...Object.fromEntries(sent),
      }}
      labelOf={field => fieldLabel(t, 'supportDecision', field)}
      onClose={onClose}
    >
      {errors => (
        <>
          {application.contested === 'yes' && <p className="apply-warn">{t('reason.contested')}</p>}
          {['decisionOutcome', 'decidedOn'].map(name => input(name, errors))}
          <BodyOffice
            family="victim.support_decide"
            on={on ?? path.today}
            name="decidedBy"
            label={fieldLabel(t, 'supportDecision', 'decidedBy')}
            error={errors.decidedBy}
            value={office}
            onChange={setOffice}
          />
          {input('decisionNumber', errors)}
          {isGranted && (
            <SelectInput
              name="amountLine"
              label={fieldLabel(t, 'supportDecision', 'amountLine')}
              hint={lines.length === 0 ? t('entitlements.decide.no_line') : undefined}
              error={errors.amountLine}
              none={t('entitlements.decide.without_line')}
              value={(values.amountLine as string | undefined) ?? null}
              onChange={id => change({ ...values, amountLine: id })}
              options={lines.map(line => ({ code: line.id, label: lineText(t, line) }))}
            />
          )}
          {values.decisionOutcome !== null &&
            (isGranted ? granting : refusing).map(name => input(name, errors))}
        </>
      )}
    </ActDialog>
  );
}

function useLines(law: string, regime: string, on: Day): readonly Row[] {
  const { data } = useRecords('amountLine', {
    filter: { law: { is: law }, regime: { is: regime } },
    limit: 100,
  });
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  return rows.filter(row =>
    isInForce({ valid_from: row.validFrom as Day, valid_to: row.validTo as Day | null }, on),
  );
}

const lineText = (t: Translate, line: Row): string =>
  t('entitlements.line', {
    amount: line.amount === null ? t('entitlements.amounts.unknown') : dong(t, line.amount as number),
    unit: codeLabel(t, 'amountUnit', line.amountUnit as string),
    day: formatDay(line.validFrom as Day, t.lang),
    citation: line.citation as string,
  });
