/* Who is there, where, and who may do what. Offices, units and officers are known to everybody signed in, so their pages are; the navigation offers them to
 * those who work with them. */
import type { Route } from '../../../web/routes.tsx';

const looksAfter = ['administrator', 'secretary', 'auditor', 'judge_clerk', 'procurator'];

export const routes: readonly Route[] = [
  {
    path: '/administration',
    titleKey: 'agencies.offices.title',
    load: () => import('./offices.tsx'),
    nav: { group: 'run', icon: 'office', order: 30, roles: looksAfter, bottom: true },
  },
  {
    path: '/units',
    titleKey: 'agencies.units.title',
    load: () => import('./units.tsx'),
    nav: { group: 'run', icon: 'map', order: 40, roles: looksAfter },
  },
  {
    path: '/officers',
    titleKey: 'agencies.officers.title',
    load: () => import('./officers.tsx'),
    nav: { group: 'run', icon: 'people', order: 50, roles: looksAfter, bottom: true },
  },
  {
    path: '/permissions',
    titleKey: 'agencies.permissions.title',
    load: () => import('./permissions.tsx'),
    nav: { group: 'run', icon: 'lock', order: 60, roles: ['administrator', 'auditor'] },
  },
  {
    path: '/view-as',
    titleKey: 'agencies.view_as.title',
    load: () => import('./view-as.tsx'),
    nav: { group: 'run', icon: 'person', order: 70, roles: ['administrator'], bottom: true },
  },
  {
    path: '/offices/:id',
    titleKey: 'agencies.office.title',
    load: () => import('./office.tsx'),
    record: 'office',
  },
  { path: '/units/:id', titleKey: 'agencies.unit.title', load: () => import('./unit.tsx'), record: 'unit' },
  {
    path: '/officers/:id',
    titleKey: 'agencies.officer.title',
    load: () => import('./officer.tsx'),
    record: 'officer',
  },
];
