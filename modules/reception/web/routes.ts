/* Screens of reception: groups handed over with their lists, rescue operations with the safety plan of each person. What is noted on somebody's own path stands there. */
import type { Route } from '../../../web/routes.tsx';
import { receivingRoles } from '../../agencies/roles.ts';

const rescuing = ['border_officer', 'police_officer', 'investigator'];
const named = [...rescuing, 'identifier', 'social_worker', 'shelter_worker', 'womens_union_officer'];

export const routes: readonly Route[] = [
  {
    path: '/arrivals',
    titleKey: 'reception.groups.title',
    load: () => import('./arrivals.tsx'),
    nav: { group: 'protect', icon: 'people', order: 12, roles: receivingRoles },
  },
  { path: '/arrivals/new', titleKey: 'reception.new.title', load: () => import('./arrival-new.tsx') },
  {
    path: '/arrivals/:id',
    titleKey: 'reception.group.title',
    load: () => import('./arrival.tsx'),
    record: 'groupArrival',
  },
  {
    path: '/rescues',
    titleKey: 'reception.rescues.title',
    load: () => import('./rescues.tsx'),
    nav: { group: 'protect', icon: 'shield', order: 14, roles: named },
  },
  {
    path: '/rescues/:id',
    titleKey: 'reception.rescue.title',
    load: () => import('./rescue.tsx'),
    record: 'rescueOperation',
  },
];
