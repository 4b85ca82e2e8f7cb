/* Looking again at what was reported done: put right, or not yet and why. */
import { useState } from 'react';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { FacilityDialog } from './doing.tsx';

export function VerifyDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useText();
  const [verified, setVerified] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const label = (field: string) => fieldLabel(t, 'improvement', field);
  return (
    <FacilityDialog
      act="improvement.verify"
      subject={{ record: 'improvement', id: row.id }}
      input={{ verified, verifyNote: note || null }}
      labelOf={label}
      onClose={onClose}
    >
      {errors => (
        <>
          <p className="long-text">{row.evidence as string}</p>
          <ChoiceList
            inline
            name="verified"
            label={label('verified')}
            required
            error={errors.verified}
            value={verified}
            onChange={setVerified}
            options={['yes', 'no'].map(code => ({ code, label: codeLabel(t, 'yesNo', code) }))}
          />
          <TextArea
            name="verifyNote"
            label={label('verifyNote')}
            error={errors.verifyNote}
            maxLength={1000}
            value={note}
            onChange={setNote}
          />
        </>
      )}
    </FacilityDialog>
  );
}
