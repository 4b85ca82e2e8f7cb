/*
 * The table of screens. A module adds its own by a file `modules/<m>/web/routes.ts` that exports `routes`; nothing here changes. `roles` decides only
 * what the navigation offers: what somebody may see is decided by the server, and the screen shows a refusal.
 */
import type { ComponentType } from 'react';
import type { Subject } from './datasource.ts';
import { searchingRoles } from './shell/roles.ts';
import type { IconName } from './ui/icons.tsx';

export const groups = ['work', 'protect', 'help', 'justice', 'prevent', 'measure', 'run'] as const;
export type Group = (typeof groups)[number];

export interface ScreenProps {
  params: Readonly<Record<string, string | undefined>>;
}
export interface Route {
  /** wouter's pattern: `/people/:id`. */
  path: string;
  titleKey: string;
  load: () => Promise<{ default: ComponentType<ScreenProps> }>;
  /** Where it stands in the navigation; without it the screen is reached by links only. */
  nav?: {
    group: Group;
    icon: IconName;
    /** Small numbers first, within the group. */
    order: number;
    /** Roles that are offered it; everybody when absent. */
    roles?: readonly string[];
    /** Also in the bottom bar of a narrow screen, for these roles. Four fit. */
    bottom?: boolean;
  };
  /** All its texts are in the first part: it does not wait for those of the modules. */
  early?: boolean;
  /** The record whose detail this is; `subjectHref` finds it. The path has an `:id`. */
  record?: string;
}

const own: Route[] = [
  {
    path: '/',
    titleKey: 'shell.work.title',
    load: () => import('./shell/my-work.tsx'),
    early: true,
    nav: { group: 'work', icon: 'work', order: 0, bottom: true },
  },
  {
    path: '/search',
    titleKey: 'shell.search.title',
    load: () => import('./shell/search.tsx'),
    nav: { group: 'work', icon: 'search', order: 10, roles: searchingRoles, bottom: true },
  },
  { path: '/notifications', titleKey: 'shell.notices.title', load: () => import('./shell/notices.tsx') },
  { path: '/account', titleKey: 'shell.account.title', load: () => import('./shell/account.tsx') },
];

const ofModules = import.meta.glob<{ routes: readonly Route[] }>('../modules/*/web/routes.ts', {
  eager: true,
});

export const routes: Route[] = [...own, ...Object.values(ofModules).flatMap(module => module.routes)];

/** What the navigation offers this role, group by group, empty groups left out. */
export function navigationFor(role: string): { group: Group; routes: Route[] }[] {
  const offered = routes.filter(({ nav }) => nav && (!nav.roles || nav.roles.includes(role)));
  return groups
    .map(group => ({
      group,
      routes: offered.filter(route => route.nav?.group === group).sort((a, b) => a.nav!.order - b.nav!.order),
    }))
    .filter(({ routes: inside }) => inside.length > 0);
}

/** Where a record is shown; the plain page of any record where no module has one of its own. */
export function subjectHref({ record, id }: Subject): string {
  const route = routes.find(candidate => candidate.record === record);
  return route ? route.path.replace(':id', id) : `/records/${record}/${id}`;
}
