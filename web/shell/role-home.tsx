/*
 * What a role without files of its own finds on its first screen: in plain words what it sees and what it does not, and the ways to the parts it has. Nothing
 * here leads nowhere: the ways are the navigation's own.
 */
import { Link } from 'wouter';
import { navigationFor } from '../routes.tsx';
import { useText } from '../text.ts';
import { Icon } from '../ui/icons.tsx';

export default function RoleHome({ role }: { role: string }) {
  const t = useText();
  const routes = navigationFor(role)
    .flatMap(group => group.routes)
    .filter(route => route.path !== '/');
  return (
    <section className="card stack" aria-labelledby="role-home">
      <h2 id="role-home">{t('agencies.home.title')}</h2>
      <p>{t(`agencies.home.${role}`)}</p>
      <nav aria-label={t('agencies.home.go')}>
        <ul className="plain-list">
          {routes.map(route => (
            <li key={route.path}>
              <Link href={route.path} className="row">
                <Icon name={route.nav!.icon} />
                {t(route.titleKey)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  );
}
