/* Who said that a consent is taken back, and why: the same questions for whoever took it down and for a receiver she told. */
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { consentGivers } from '../../intake/index.ts';

export function SaidBy({
  saidBy,
  onSaidBy,
  why,
  onWhy,
  error,
}: {
  saidBy: string | null;
  onSaidBy: (code: string | null) => void;
  why: string;
  onWhy: (text: string) => void;
  error: string | undefined;
}) {
  const t = useText();
  return (
    <>
      <p>{t('path.consents.done_stays')}</p>
      <ChoiceList
        inline
        name="saidBy"
        label={fieldLabel(t, 'withdrawal', 'saidBy')}
        value={saidBy}
        onChange={onSaidBy}
        options={consentGivers.map(code => ({ code, label: codeLabel(t, 'consentGiver', code) }))}
      />
      <TextInput
        name="withdrawnWhy"
        label={t('path.consents.withdraw_why')}
        maxLength={300}
        error={error}
        value={why}
        onChange={onWhy}
      />
    </>
  );
}
