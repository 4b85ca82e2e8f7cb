/* Review before erasure, for administrators and the auditor. */
import type { Route } from '../../../web/routes.tsx';

export const routes: readonly Route[] = [
  {
    path: '/retention',
    titleKey: 'retention.title',
    load: () => import('./reviews.tsx'),
    nav: { group: 'run', icon: 'calendar', order: 40, roles: ['administrator', 'auditor'] },
  },
  {
    path: '/retention/:id',
    titleKey: 'retention.one',
    load: () => import('./review.tsx'),
    record: 'retentionReview',
  },
];
