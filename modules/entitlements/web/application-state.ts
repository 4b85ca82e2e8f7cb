/* How the state of an application looks. */
import type { Tone } from '../../../web/ui/marks.tsx';

export const applicationTones: Readonly<Record<string, Tone>> = {
  with_commune: 'active',
  with_district: 'active',
  to_decide: 'active',
  decided: 'good',
  withdrawn: 'neutral',
};
