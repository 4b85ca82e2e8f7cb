/* Justice: reports of crime and criminal cases; counting a time limit by hand and asking what an extension would change; the days off it is counted by. */
import type { Route } from '../../../web/routes.tsx';

const bodies = ['investigator', 'procurator', 'judge_clerk'];
const roles = ['investigator', 'procurator', 'judge_clerk', 'police_officer', 'border_officer', 'auditor'];

export const routes: readonly Route[] = [
  {
    path: '/reports',
    titleKey: 'justice.reports.title',
    load: () => import('./reports.tsx'),
    nav: {
      group: 'justice',
      icon: 'file',
      order: 10,
      roles: ['border_officer', 'police_officer', 'investigator', 'procurator'],
    },
  },
  {
    path: '/reports/:id',
    titleKey: 'record.crimeReport',
    load: () => import('./report.tsx'),
    record: 'crimeReport',
  },
  {
    path: '/cases',
    titleKey: 'justice.cases.title',
    load: () => import('./cases.tsx'),
    nav: { group: 'justice', icon: 'folder', order: 20, roles: bodies },
  },
  {
    path: '/cases/:id',
    titleKey: 'record.criminalCase',
    load: () => import('./case.tsx'),
    record: 'criminalCase',
  },
  {
    path: '/deadlines',
    titleKey: 'deadlines.title',
    load: () => import('./deadlines.tsx'),
    record: 'deadline',
    nav: {
      group: 'justice',
      icon: 'calendar',
      order: 15,
      roles: [...bodies, 'police_officer', 'border_officer', 'secretary'],
    },
  },
  {
    path: '/key-cases',
    titleKey: 'justice.key.title',
    load: () => import('./key-cases.tsx'),
    nav: { group: 'justice', icon: 'scales', order: 30, roles: bodies },
  },
  {
    path: '/key-cases/:id',
    titleKey: 'record.keyCase',
    load: () => import('./key-case.tsx'),
    record: 'keyCase',
  },
  {
    path: '/exhibits/:id',
    titleKey: 'record.exhibit',
    load: () => import('./exhibit.tsx'),
    record: 'exhibit',
  },
  {
    path: '/participations/:id',
    titleKey: 'record.participation',
    load: () => import('./participation.tsx'),
    record: 'participation',
  },
  {
    path: '/statement-requests/:id',
    titleKey: 'record.statementRequest',
    load: () => import('./statement-request.tsx'),
    record: 'statementRequest',
  },
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
  {
    path: '/flow',
    titleKey: 'flow.title',
    load: () => import('./flow.tsx'),
    nav: { group: 'justice', icon: 'chart', order: 45, roles: bodies },
  },
  {
    path: '/flow/list',
    titleKey: 'flow.list.title',
    load: () => import('./flow-list.tsx'),
  },
];
