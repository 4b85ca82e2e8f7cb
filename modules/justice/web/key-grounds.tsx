/* The checklist of grounds in force on a day, to tick; each says where it comes from. */
import type { Day } from '../../../kernel/day.ts';
import { isInForce } from '../../../kernel/rule/parameter.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { useRules } from '../../../web/rules.ts';
import type { Values } from '../../../web/shell/fields-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { MultiChoice } from '../../../web/ui/choices.tsx';

export function GroundsInput({
  on,
  value,
  error,
  onChange,
}: {
  on: Day;
  value: unknown;
  error: string | undefined;
  onChange: (more: Values) => void;
}) {
  const t = useText();
  const { data: rules } = useRules();
  const list = rules?.key_case_grounds.find(one => isInForce(one, on));
  return (
    <MultiChoice
      name="grounds"
      label={fieldLabel(t, 'keyCaseRound', 'grounds')}
      hint={list?.article}
      required
      error={error}
      value={(value as readonly string[] | undefined) ?? []}
      onChange={grounds => onChange({ grounds })}
      options={(list?.items ?? []).map(one => ({
        code: one.code,
        label: one.title[t.lang],
        hint: one.article,
      }))}
    />
  );
}
