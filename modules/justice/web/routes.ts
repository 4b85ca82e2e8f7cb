/* Justice: counting a time limit by hand and asking what an extension would change; the days off it is counted by. */
import type { Route } from '../../../web/routes.tsx';

const roles = ['investigator', 'procurator', 'judge_clerk', 'police_officer', 'border_officer', 'auditor'];

export const routes: readonly Route[] = [
  {
    path: '/limits',
    titleKey: 'justice.limits.title',
    load: () => import('./limits.tsx'),
    nav: {
      group: 'justice',
      icon: 'clock',
      order: 50,
      roles: roles.filter(role => role !== 'border_officer'),
    },
  },
  {
    path: '/days-off',
    titleKey: 'justice.days.title',
    load: () => import('./days-off.tsx'),
    nav: { group: 'justice', icon: 'plan', order: 60, roles: roles.slice(0, 3) },
  },
];
