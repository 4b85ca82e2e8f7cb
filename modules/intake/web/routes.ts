/* The screens of the first hour. Only those who may receive a person are offered them; whoever else comes by a link is refused by the server. */
import type { Route } from '../../../web/routes.tsx';
import { receivingRoles } from '../../agencies/roles.ts';

export const routes: readonly Route[] = [
  {
    path: '/intake',
    titleKey: 'intake.title',
    load: () => import('./start.tsx'),
    nav: { group: 'protect', icon: 'intake', order: 0, roles: receivingRoles, bottom: true },
  },
  {
    path: '/intake/:id',
    titleKey: 'intake.title',
    load: () => import('./interview.tsx'),
    record: 'draft',
  },
  { path: '/services', titleKey: 'intake.services.title', load: () => import('./services.tsx') },
];
