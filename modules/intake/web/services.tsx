/* The services directory as a page of its own; in an interview it opens over the question. */
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Services } from './services-list.tsx';

export default function ServicesPage() {
  const t = useText();
  return (
    <Page title={t('intake.services.title')} lead={t('intake.services.lead')}>
      <Services />
    </Page>
  );
}
