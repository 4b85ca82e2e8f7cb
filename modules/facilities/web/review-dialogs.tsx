/* Beginning a visit, and asking for an improvement where something was not met. */
import { useLocation } from 'wouter';
import { addDays, dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { facilityReview, improvement } from '../record.ts';
import { FacilityFields } from './doing.tsx';

/** Days an improvement is usually given. */
const USUAL_DAYS = 30;

export function BeginReviewDialog({ facility, onClose }: { facility: string; onClose: () => void }) {
  const [, navigate] = useLocation();
  return (
    <FacilityFields
      act="facilityReview.begin"
      record={facilityReview}
      names={['reviewKind', 'visitedOn', 'announced', 'withWhom']}
      fixed={{ facility }}
      begin={{ visitedOn: dayOf(readClock()), reviewKind: 'regular' }}
      onDone={({ subject }) => navigate(`/facility-reviews/${subject.id}`)}
      onClose={onClose}
    >
      {(_values, _change, errors) => errors.facility && <p className="refusal">{errors.facility}</p>}
    </FacilityFields>
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
  return (
    <FacilityFields
      act="improvement.require"
      record={improvement}
      names={['finding', 'measure', 'owner', 'dueOn']}
      fixed={{ review, item }}
      begin={{ finding, owner, dueOn: addDays(dayOf(readClock()), USUAL_DAYS) }}
      onClose={onClose}
    />
  );
}
