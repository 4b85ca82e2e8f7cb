/* Beginning a visit, and asking for an improvement where something was not met. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { addDays, dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { facilityReview, improvement } from '../record.ts';
import { FacilityDialog } from './doing.tsx';

type Values = Record<string, unknown>;
/** Days an improvement is usually given. */
const USUAL_DAYS = 30;

export function BeginReviewDialog({ facility, onClose }: { facility: string; onClose: () => void }) {
  const t = useText();
  const [, navigate] = useLocation();
  const today = dayOf(readClock());
  const [values, setValues] = useState<Values>({ facility, visitedOn: today, reviewKind: 'regular' });
  return (
    <FacilityDialog
      act="facilityReview.begin"
      input={values}
      labelOf={field => fieldLabel(t, 'facilityReview', field)}
      onDone={({ subject }) => navigate(`/facility-reviews/${subject.id}`)}
      onClose={onClose}
    >
      {errors => (
        <>
          {errors.facility && <p className="refusal">{errors.facility}</p>}
          <FieldInputs
            record={facilityReview}
            names={['reviewKind', 'visitedOn', 'announced', 'withWhom']}
            values={values}
            errors={errors}
            onChange={setValues}
            on={today}
          />
        </>
      )}
    </FacilityDialog>
  );
}

export function RequireDialog({
  review,
  item,
  finding,
  owner,
  onClose,
}: {
  review: string;
  item: string;
  finding: string;
  owner: string;
  onClose: () => void;
}) {
  const t = useText();
  const today = dayOf(readClock());
  const [values, setValues] = useState<Values>({
    review,
    item,
    finding,
    owner,
    dueOn: addDays(today, USUAL_DAYS),
  });
  return (
    <FacilityDialog
      act="improvement.require"
      input={values}
      labelOf={field => fieldLabel(t, 'improvement', field)}
      onClose={onClose}
    >
      {errors => (
        <FieldInputs
          record={improvement}
          names={['finding', 'measure', 'owner', 'dueOn']}
          values={values}
          errors={errors}
          onChange={setValues}
          on={today}
        />
      )}
    </FacilityDialog>
  );
}
