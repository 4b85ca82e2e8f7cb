/* Support on the way home: assessing, the plan, conferences, following up, closing; and what is due in it. */
import type { Route } from '../../../web/routes.tsx';
import { fileRoles } from '../../agencies/roles.ts';

export const routes: readonly Route[] = [
  {
    path: '/support',
    titleKey: 'support.due.title',
    load: () => import('./due.tsx'),
    nav: {
      group: 'help',
      icon: 'calendar',
      order: 30,
      roles: [...fileRoles, 'womens_union_officer'],
    },
  },
  { path: '/people/:id/assess', titleKey: 'support.assess.title', load: () => import('./assess.tsx') },
  { path: '/people/:id/plan', titleKey: 'support.plan.title', load: () => import('./plan.tsx') },
  {
    path: '/people/:id/conference',
    titleKey: 'support.conference.title',
    load: () => import('./conference.tsx'),
  },
  {
    path: '/plan-actions/:id',
    titleKey: 'support.action.title',
    load: () => import('./action.tsx'),
    record: 'planAction',
  },
  {
    path: '/follow-ups/:id',
    titleKey: 'support.follow.one',
    load: () => import('./follow-up.tsx'),
    record: 'followUp',
  },
  {
    path: '/file-decisions/:id',
    titleKey: 'support.closing.title',
    load: () => import('./decision.tsx'),
    record: 'fileDecision',
  },
];
