/* Keeping the register: a new facility, its entry corrected, how many places there are from which day, the exact address. What is asked comes from the declarations. */
import { useState } from 'react';
import { type Day, dayOf } from '../../../kernel/day.ts';
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { readClock } from '../../../web/clock.ts';
import type { Row } from '../../../web/datasource.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { TextInput } from '../../../web/ui/field.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { entryFields } from '../acts.ts';
import { capacityChange, facility, facilityAddress } from '../record.ts';
import { FacilityDialog } from './doing.tsx';

type Values = Record<string, unknown>;
const entryNames = Object.keys(entryFields);
const today = (): Day => dayOf(readClock());

function EntryFields(props: {
  values: Values;
  errors: Record<string, string>;
  onChange: (values: Values) => void;
}) {
  return <FieldInputs record={facility} names={entryNames} on={today()} {...props} />;
}

export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [values, setValues] = useState<Values>({ servedNationality: 'anyone' });
  return (
    <FacilityDialog
      wide
      act="facility.register"
      input={values}
      labelOf={field => fieldLabel(t, 'facility', field)}
      onClose={onClose}
    >
      {errors => (
        <>
          <p>{t('facilities.entry.text')}</p>
          <EntryFields values={values} errors={errors} onChange={setValues} />
        </>
      )}
    </FacilityDialog>
  );
}

export function ReviseDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useText();
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(entryNames.map(name => [name, row[name] ?? null])),
  );
  const [reason, setReason] = useState('');
  const labelOf = (field: string) =>
    field === 'reason' ? t('facilities.entry.reason') : fieldLabel(t, 'facility', field);
  return (
    <FacilityDialog
      wide
      act="facility.revise"
      subject={{ record: 'facility', id: row.id }}
      input={{ ...values, reason }}
      labelOf={labelOf}
      onClose={onClose}
    >
      {errors => (
        <>
          <TextInput
            name="reason"
            label={labelOf('reason')}
            required
            maxLength={300}
            error={errors.reason}
            value={reason}
            onChange={setReason}
          />
          <EntryFields values={values} errors={errors} onChange={setValues} />
        </>
      )}
    </FacilityDialog>
  );
}

/** Stopping, opening again and closing ask for nothing but why. */
export function StateDialog({ row, act, onClose }: { row: Row; act: string; onClose: () => void }) {
  const t = useText();
  const [why, setWhy] = useState('');
  const label = fieldLabel(t, 'facility', 'stateReason');
  return (
    <FacilityDialog
      act={act}
      subject={{ record: 'facility', id: row.id }}
      input={{ stateReason: why || null }}
      labelOf={() => label}
      onClose={onClose}
    >
      {errors => (
        <TextInput
          name="stateReason"
          label={label}
          hint={t('facilities.entry.why_hint')}
          required={act !== 'facility.resume'}
          maxLength={300}
          error={errors.stateReason}
          value={why}
          onChange={setWhy}
        />
      )}
    </FacilityDialog>
  );
}

/** A dated line that is added to a facility: of its places, or of its address. */
function LineDialog({
  row,
  act,
  record,
  text,
  onClose,
}: {
  row: Row;
  act: string;
  record: RecordDeclaration;
  text: string;
  onClose: () => void;
}) {
  const t = useText();
  const [values, setValues] = useState<Values>({ facility: row.id, fromDay: today() });
  return (
    <FacilityDialog
      act={act}
      input={values}
      labelOf={field => fieldLabel(t, record.name, field)}
      onClose={onClose}
    >
      {errors => (
        <>
          <p>{text}</p>
          <FieldInputs
            record={record}
            names={Object.keys(record.fields).filter(name => name !== 'facility')}
            values={values}
            errors={errors}
            onChange={setValues}
            on={today()}
          />
        </>
      )}
    </FacilityDialog>
  );
}

export function CapacityDialog(props: { row: Row; onClose: () => void }) {
  const t = useText();
  return (
    <LineDialog
      {...props}
      act="capacityChange.record"
      record={capacityChange}
      text={t('facilities.places.text')}
    />
  );
}

export function AddressDialog(props: { row: Row; onClose: () => void }) {
  const t = useText();
  return (
    <LineDialog
      {...props}
      act="facilityAddress.record"
      record={facilityAddress}
      text={t('facilities.address.text')}
    />
  );
}
