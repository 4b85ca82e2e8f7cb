/* Bringing in and taking out. Who may open files may bring them in; whoever else comes by a link is refused by the server. */
import type { Route } from '../../../web/routes.tsx';
import { receivingRoles } from '../../agencies/roles.ts';

export const routes: readonly Route[] = [
  {
    path: '/import',
    titleKey: 'exchange.title',
    load: () => import('./import.tsx'),
    nav: { group: 'run', icon: 'file', order: 80, roles: receivingRoles },
  },
  {
    path: '/import/:id',
    titleKey: 'exchange.title',
    load: () => import('./job.tsx'),
    record: 'importJob',
  },
  {
    path: '/export',
    titleKey: 'exchange.export_title',
    load: () => import('./export.tsx'),
    nav: { group: 'run', icon: 'folder', order: 81, roles: receivingRoles },
  },
];
