/* Noting what was paid or handed over, and taking a wrong entry back. Nothing is changed: both add a row. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { isInForce } from '../../../kernel/rule/parameter.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useRecords } from '../../../web/queries.ts';
import { useText } from '../../../web/text.ts';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { FieldInput } from '../../../web/ui/inputs.tsx';
import type { PartRow, Path } from '../../people/web/path-data.ts';
import { ActDialog } from '../../people/web/path-dialogs.tsx';
import { recordPayment, reversePayment } from '../payments.ts';
import { leftOf } from './decision.tsx';
import { dong } from './regimes.tsx';

type Values = Readonly<Record<string, unknown>>;

export function PayDialog({
  path,
  decision,
  onClose,
}: {
  path: Path;
  decision: PartRow;
  onClose: () => void;
}) {
  const t = useText();
  const left = leftOf(decision);
  const [values, setValues] = useState<Values>({
    paymentForm: left === null ? 'in_kind' : null,
    amount: left,
    paidOn: path.today,
  });
  const { data } = useRecords('budgetSource', { limit: 100 });
  const sources = (data?.pages.flatMap(page => page.rows) ?? []).filter(row =>
    isInForce(
      { valid_from: row.validFrom as Day, valid_to: row.validTo as Day | null },
      (values.paidOn as Day | null) ?? path.today,
    ),
  );
  const inKind = values.paymentForm === 'in_kind';
  const names = [
    'paymentForm',
    'amount',
    ...(inKind ? ['inKind'] : []),
    'paidOn',
    'receiptNumber',
    'signedBy',
  ];
  return (
    <ActDialog
      path={path}
      act="payment.record"
      title={t('entitlements.pay.of', { regime: codeLabel(t, 'regime', decision.regime as string) })}
      verb={t('entitlements.pay.save')}
      input={{
        person: path.person.id,
        decision: decision.id,
        ...values,
        inKind: inKind ? (values.inKind ?? null) : null,
      }}
      labelOf={field => fieldLabel(t, 'payment', field)}
      onClose={onClose}
    >
      {errors => (
        <>
          {left !== null && <p>{t('entitlements.pay.left', { left: dong(t, left) })}</p>}
          {names.map(name => {
            const field = recordPayment.input[name as keyof typeof recordPayment.input];
            return (
              <FieldInput
                key={name}
                name={name}
                field={field}
                label={fieldLabel(t, 'payment', name)}
                required={field.required || name === 'inKind' || (name === 'amount' && !inKind)}
                error={errors[name]}
                value={values[name]}
                on={path.today}
                onChange={value => setValues({ ...values, [name]: value })}
              />
            );
          })}
          <SelectInput
            name="budgetSource"
            label={fieldLabel(t, 'payment', 'budgetSource')}
            required
            error={errors.budgetSource}
            none={t('entitlements.pay.choose')}
            value={(values.budgetSource as string | undefined) ?? null}
            onChange={id => setValues({ ...values, budgetSource: id })}
            options={sources.map(row => ({ code: row.id, label: row.sourceName as string }))}
          />
        </>
      )}
    </ActDialog>
  );
}

export function ReverseDialog({
  path,
  payment,
  onClose,
}: {
  path: Path;
  payment: PartRow;
  onClose: () => void;
}) {
  const t = useText();
  const [values, setValues] = useState<Values>({ paidOn: path.today });
  return (
    <ActDialog
      path={path}
      act="payment.reverse"
      title={t('entitlements.reverse.title')}
      verb={t('entitlements.reverse.do')}
      input={{ person: path.person.id, reverses: payment.id, ...values }}
      labelOf={field => fieldLabel(t, 'payment', field)}
      onClose={onClose}
    >
      {errors => (
        <>
          <p>
            {t('entitlements.reverse.text', {
              number: payment.number as string,
              day: formatDay(payment.paidOn as Day, t.lang),
            })}
          </p>
          {(['paidOn', 'reason'] as const).map(name => (
            <FieldInput
              key={name}
              name={name}
              field={reversePayment.input[name]}
              label={name === 'paidOn' ? t('entitlements.reverse.day') : fieldLabel(t, 'payment', name)}
              required
              error={errors[name]}
              value={values[name]}
              on={path.today}
              onChange={value => setValues({ ...values, [name]: value })}
            />
          ))}
        </>
      )}
    </ActDialog>
  );
}
