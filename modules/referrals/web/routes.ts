/* Referrals: what came to us and what we sent, one referral for both sides, and sending one from a person's file. */
import type { Route } from '../../../web/routes.tsx';
import { sharedWithRoles } from '../../agencies/roles.ts';

export const routes: readonly Route[] = [
  {
    path: '/referrals',
    titleKey: 'referrals.title',
    load: () => import('./list.tsx'),
    nav: { group: 'help', icon: 'right', order: 15, roles: sharedWithRoles, bottom: true },
  },
  {
    path: '/referrals/:id',
    titleKey: 'referrals.one',
    load: () => import('./referral.tsx'),
    record: 'referral',
  },
  { path: '/people/:id/refer', titleKey: 'referrals.send.title', load: () => import('./send.tsx') },
];
