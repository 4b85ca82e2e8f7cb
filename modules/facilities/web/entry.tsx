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
import { FacilityDialog, FacilityFields } from './doing.tsx';

type Values = Record<string, unknown>;
const entryNames = Object.keys(entryFields);
const today = (): Day => dayOf(readClock());

export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <FacilityFields
      wide
      act="facility.register"
      record={facility}
      names={entryNames}
      begin={{ servedNationality: 'anyone' }}
      lead={t('facilities.entry.text')}
      onClose={onClose}
    />
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
          <FieldInputs
            record={facility}
            names={entryNames}
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
  record,
  ...rest
}: {
  row: Row;
  act: string;
  record: RecordDeclaration;
  lead: string;
  onClose: () => void;
}) {
  return (
    <FacilityFields
      {...rest}
      record={record}
      names={Object.keys(record.fields).filter(name => name !== 'facility')}
      fixed={{ facility: row.id }}
      begin={{ fromDay: today() }}
    />
  );
}

export function CapacityDialog(props: { row: Row; onClose: () => void }) {
  const t = useText();
  return (
    <LineDialog
      {...props}
      act="capacityChange.record"
      record={capacityChange}
      lead={t('facilities.places.text')}
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
      lead={t('facilities.address.text')}
    />
  );
}
