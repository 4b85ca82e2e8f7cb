/* The forms of amounts and sources, made from the acts' own inputs. A change says that the old line stands until that day. */
import { useState } from 'react';
import { dayOf } from '../../../kernel/day.ts';
import type { Fields } from '../../../kernel/fields/kind.ts';
import { choice } from '../../../kernel/fields/kinds.ts';
import { readClock } from '../../../web/clock.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import { ActForm } from '../../agencies/web/officer-forms.tsx';
import {
  addAmountLine,
  addBudgetSource,
  changeAmountLine,
  endAmountLine,
  endBudgetSource,
} from '../amounts.ts';
import { lawsInRules } from '../codes.ts';

export interface AmountDoing {
  readonly act: keyof typeof forms;
  /** The line or source it is about; none for a new one. */
  readonly row?: Row;
}

const forms = {
  'amountLine.add': {
    act: addAmountLine,
    record: 'amountLine',
    names: ['law', 'regime', 'amountUnit', 'amount', 'citation', 'validFrom', 'validTo', 'note'],
  },
  'amountLine.change': {
    act: changeAmountLine,
    record: 'amountLine',
    names: ['amount', 'citation', 'from', 'note'],
  },
  'amountLine.end': { act: endAmountLine, record: 'amountLine', names: ['validTo'] },
  'budgetSource.add': {
    act: addBudgetSource,
    record: 'budgetSource',
    names: ['sourceName', 'budgetKind', 'validFrom'],
  },
  'budgetSource.end': { act: endBudgetSource, record: 'budgetSource', names: ['validTo'] },
} as const;

/** The act with only the regimes of the law that was chosen to choose from; the server holds to the same. */
const withRegimes = <A extends { readonly input: Fields }>(of: A, codes: readonly string[]): A => ({
  ...of,
  input: { ...of.input, regime: choice('regime', codes, { required: true }) },
});

export function AmountForm({ doing: { act, row }, onClose }: { doing: AmountDoing; onClose: () => void }) {
  const t = useText();
  const form = forms[act];
  const [law, setLaw] = useState<unknown>(null);
  const { data: rules } = useRules();
  const ofLaw = rules?.support.find(each => each.law === lawsInRules[law as string]);
  const today = dayOf(readClock());
  const of = row
    ? ((row.sourceName as string | undefined) ??
      `${codeLabel(t, 'regime', row.regime as string)}, ${codeLabel(t, 'amountUnit', row.amountUnit as string)}`)
    : '';
  return (
    <ActForm
      title={t(`entitlements.amounts.title.${act}`)}
      text={row ? t(`entitlements.amounts.text.${act}`, { of }) : t(`entitlements.amounts.text.${act}`)}
      verb={t(`entitlements.amounts.title.${act}`)}
      act={
        ofLaw
          ? withRegimes(
              form.act,
              ofLaw.regimes.map(one => one.code),
            )
          : form.act
      }
      onChange={values => setLaw(values.law)}
      record={form.record}
      names={form.names}
      labels={{ from: t('entitlements.amounts.from') }}
      first={act === 'amountLine.change' ? { from: today } : row ? { validTo: today } : {}}
      subject={row && { record: form.record, id: row.id }}
      done={t('entitlements.amounts.done')}
      onClose={onClose}
    />
  );
}
