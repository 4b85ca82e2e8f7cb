/* Facilities: the board, one facility, a visit with its checklist, and what has to be put right. */
import type { Route } from '../../../web/routes.tsx';
import { sharedWithRoles } from '../../agencies/roles.ts';
import { runningRoles, watchingRoles } from '../roles.ts';

export const routes: readonly Route[] = [
  {
    path: '/facilities',
    titleKey: 'facilities.title',
    load: () => import('./board.tsx'),
    nav: { group: 'help', icon: 'house', order: 40, roles: [...sharedWithRoles, ...watchingRoles] },
  },
  {
    path: '/facilities/:id',
    titleKey: 'facilities.one',
    load: () => import('./facility.tsx'),
    record: 'facility',
  },
  {
    path: '/facility-reviews/:id',
    titleKey: 'facilities.review.one',
    load: () => import('./review.tsx'),
    record: 'facilityReview',
  },
  {
    path: '/improvements',
    titleKey: 'facilities.improvements.title',
    load: () => import('./improvements.tsx'),
    nav: {
      group: 'help',
      icon: 'inspect',
      order: 41,
      roles: [...runningRoles, ...watchingRoles],
    },
  },
  {
    path: '/improvements/:id',
    titleKey: 'facilities.improvement.one',
    load: () => import('./improvement.tsx'),
    record: 'improvement',
  },
];
