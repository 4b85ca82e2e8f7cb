/* Lists of people, likely doubles, and looking into a file in an emergency. The page of one person is not here: it is the person's path, in `victims`. */
import type { Route } from '../../../web/routes.tsx';
import { sharedWithRoles } from '../../agencies/roles.ts';

export const routes: readonly Route[] = [
  {
    path: '/people',
    titleKey: 'people.title',
    load: () => import('./list.tsx'),
    nav: { group: 'protect', icon: 'people', order: 10, roles: sharedWithRoles, bottom: true },
  },
  {
    path: '/likeness/:id',
    titleKey: 'people.likeness.title',
    load: () => import('./likeness.tsx'),
    record: 'likeness',
  },
  {
    path: '/people/:id/exception',
    titleKey: 'people.exception.title',
    load: () => import('./exception.tsx'),
  },
];
