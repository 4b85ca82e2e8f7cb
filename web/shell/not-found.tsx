/* An address that leads nowhere, or to something the reader may not know of: both look the same on purpose. */
import { useText } from '../text.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Page } from './page.tsx';

export function NotFound() {
  const t = useText();
  return (
    <Page title={t('shell.not_found.title')}>
      <EmptyState
        icon="search"
        title={t('shell.not_found.text')}
        action={<LinkButton href="/">{t('shell.not_found.back')}</LinkButton>}
      />
    </Page>
  );
}
