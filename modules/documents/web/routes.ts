/* One page: choosing a form, looking at the paper, filling what is blank. The list of papers stands on the person's own page. */
import type { Route } from '../../../web/routes.tsx';

export const routes: readonly Route[] = [
  { path: '/people/:id/paper', titleKey: 'documents.make_title', load: () => import('./make.tsx') },
];
