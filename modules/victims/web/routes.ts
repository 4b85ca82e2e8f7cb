/* The person's path and the steps on it: screening, presumption, verification, identification; and what an investigator hears of. */
import type { Route } from '../../../web/routes.tsx';
import { fileRoles } from '../../agencies/roles.ts';

export const routes: readonly Route[] = [
  {
    path: '/people/:id',
    titleKey: 'path.title',
    load: () => import('../../people/web/path.tsx'),
    record: 'person',
  },
  { path: '/people/:id/screen', titleKey: 'victims.screen.title', load: () => import('./screening.tsx') },
  { path: '/people/:id/presume', titleKey: 'victims.presume.title', load: () => import('./presume.tsx') },
  { path: '/people/:id/verify', titleKey: 'victims.verify.title', load: () => import('./verify.tsx') },
  { path: '/people/:id/identify', titleKey: 'victims.identify.title', load: () => import('./identify.tsx') },
  { path: '/people/:id/judgment', titleKey: 'victims.judgment.title', load: () => import('./judgment.tsx') },
  { path: '/people/:id/settle', titleKey: 'victims.settle.title', load: () => import('./settle.tsx') },
  {
    path: '/settlements/:id',
    titleKey: 'victims.settlement.title',
    load: () => import('./settlement.tsx'),
    record: 'settlement',
  },
  {
    path: '/owed/:id',
    titleKey: 'victims.owed.title',
    load: () => import('./owed.tsx'),
    record: 'owedAnswer',
  },
  {
    path: '/verifications',
    titleKey: 'victims.verifications.title',
    load: () => import('./verifications.tsx'),
    nav: { group: 'protect', icon: 'inspect', order: 20, roles: fileRoles },
  },
  {
    path: '/verifications/:id',
    titleKey: 'victims.verification.title',
    load: () => import('./verification.tsx'),
    record: 'verification',
  },
  {
    path: '/statements',
    titleKey: 'victims.statements.title',
    load: () => import('./statements.tsx'),
    nav: { group: 'justice', icon: 'megaphone', order: 10, roles: ['investigator', 'procurator'] },
  },
  {
    path: '/statements/:id',
    titleKey: 'victims.statements.title',
    load: () => import('./statements.tsx'),
    record: 'statementNotice',
  },
];
