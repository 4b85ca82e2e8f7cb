/* Handing a tablet over, the numbers an office may see about itself, and the complaints of the body that hears them. The tablet's own page is not among them: it
 * stands outside the shell (web/shell/app.tsx), because nobody is signed in there. */
import type { Route } from '../../../web/routes.tsx';
import { sharedWithRoles } from '../../agencies/roles.ts';
import { speakingRoles } from '../speaking.ts';

const hearing = ['secretary', 'auditor'];

export const routes: readonly Route[] = [
  {
    path: '/people/:id/feedback',
    titleKey: 'feedback.hand.title',
    load: () => import('./hand-over.tsx'),
  },
  {
    path: '/feedback/counts',
    titleKey: 'feedback.counts.title',
    load: () => import('./counts.tsx'),
    nav: { group: 'measure', icon: 'chart', order: 40, roles: [...sharedWithRoles, ...hearing] },
  },
  {
    path: '/feedback/sentences',
    titleKey: 'feedback.sentences.title',
    load: () => import('./sentences.tsx'),
    nav: { group: 'run', icon: 'megaphone', order: 35, roles: [...speakingRoles, ...hearing] },
  },
  {
    path: '/feedback/received',
    titleKey: 'feedback.received.title',
    load: () => import('./received.tsx'),
    nav: { group: 'measure', icon: 'people', order: 41, roles: hearing },
  },
  {
    path: '/complaints',
    titleKey: 'feedback.complaints.title',
    load: () => import('./complaints.tsx'),
    nav: { group: 'run', icon: 'megaphone', order: 30, roles: hearing },
  },
  {
    path: '/complaints/:id',
    titleKey: 'feedback.complaints.one',
    load: () => import('./complaint.tsx'),
    record: 'complaint',
  },
];
