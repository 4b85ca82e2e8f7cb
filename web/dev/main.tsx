/* The harness's way in: the real shell with invented routes beside it, so that the navigation is as full as it will be. */
import '../styles/index.css';
import { type Route, routes } from '../routes.tsx';
import { start } from '../start.tsx';

const load = () => import('./gallery.tsx');
const pretended: Route[] = (
  [
    ['/dev/intake', 'dev.intake', 'protect', 'intake', true],
    ['/dev/people', 'dev.people', 'protect', 'people', true],
    ['/dev/referrals', 'dev.referrals', 'protect', 'right', false],
    ['/dev/facilities', 'dev.facilities', 'protect', 'house', false],
    ['/dev/cases', 'dev.cases', 'justice', 'folder', false],
    ['/dev/key-cases', 'dev.keycases', 'justice', 'scales', false],
    ['/dev/network', 'dev.network', 'justice', 'network', false],
    ['/dev/campaigns', 'dev.campaigns', 'prevent', 'megaphone', false],
    ['/dev/inspections', 'dev.inspections', 'prevent', 'inspect', false],
    ['/dev/plan', 'dev.plan', 'measure', 'plan', false],
    ['/dev/situation', 'dev.situation', 'measure', 'map', false],
    ['/dev/evaluation', 'dev.evaluation', 'measure', 'chart', false],
  ] as const
).map(([path, titleKey, group, icon, bottom], order) => ({
  path,
  titleKey,
  load,
  nav: { group, icon, order, bottom },
}));
routes.push(...pretended, { path: '/gallery', titleKey: 'dev.gallery', load });

void start(document.getElementById('root')!);
