/* The auditor's screens, and the review of broken glass for those whose files were opened. */
import type { Route } from '../../../web/routes.tsx';
import { sharedWithRoles } from '../../agencies/roles.ts';

export const routes: readonly Route[] = [
  {
    path: '/ledger',
    titleKey: 'ledger.title',
    load: () => import('./ledger.tsx'),
    nav: { group: 'run', icon: 'book', order: 0, roles: ['auditor'], bottom: true },
  },
  { path: '/ledger/:id', titleKey: 'ledger.entry.title', load: () => import('./entry.tsx') },
  {
    path: '/proof',
    titleKey: 'ledger.proof.title',
    load: () => import('./proof.tsx'),
    nav: { group: 'run', icon: 'shield', order: 10, roles: ['auditor'], bottom: true },
  },
  {
    path: '/exceptions',
    titleKey: 'ledger.exceptions.title',
    load: () => import('./exceptions.tsx'),
    nav: { group: 'run', icon: 'key', order: 20, roles: ['auditor', ...sharedWithRoles] },
  },
  {
    path: '/exceptions/:id',
    titleKey: 'ledger.exceptions.title',
    load: () => import('./exceptions.tsx'),
    record: 'exceptionAccess',
  },
];
