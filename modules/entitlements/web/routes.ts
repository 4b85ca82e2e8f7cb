/* What the law gives: applying and the statement of account of one person, an application, the accounts by budget source, and the amounts an administrator keeps. */
import type { Route } from '../../../web/routes.tsx';
import { summingRoles, supportingRoles } from '../roles.ts';

export const routes: readonly Route[] = [
  { path: '/people/:id/apply', titleKey: 'entitlements.apply.title', load: () => import('./apply.tsx') },
  {
    path: '/people/:id/account',
    titleKey: 'entitlements.account.title',
    load: () => import('./account.tsx'),
  },
  {
    path: '/support-applications/:id',
    titleKey: 'entitlements.application.title',
    load: () => import('./application.tsx'),
    record: 'supportApplication',
  },
  {
    path: '/support-accounts',
    titleKey: 'entitlements.accounts.title',
    load: () => import('./accounts.tsx'),
    nav: { group: 'measure', icon: 'chart', order: 40, roles: [...supportingRoles, ...summingRoles] },
  },
  {
    path: '/amounts',
    titleKey: 'entitlements.amounts.title',
    load: () => import('./amounts.tsx'),
    nav: { group: 'run', icon: 'book', order: 80, roles: ['administrator', 'social_worker'] },
  },
];
