/* The board and the lists behind its numbers. */
import type { Route } from '../../../web/routes.tsx';
import { fileRoles } from '../../agencies/roles.ts';

export const routes: readonly Route[] = [
  {
    path: '/board',
    titleKey: 'board.title',
    load: () => import('./board.tsx'),
    nav: { group: 'work', icon: 'chart', order: 20, roles: fileRoles },
  },
  { path: '/lists/:record', titleKey: 'board.list', load: () => import('./any-list.tsx') },
];
