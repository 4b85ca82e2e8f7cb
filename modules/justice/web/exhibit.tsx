/* One exhibit, for whoever is told that it was handed to her. */
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { OneExhibit } from './exhibits.tsx';
import './justice.css';

export default function ExhibitPage({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="exhibit" id={params.id} title={t('record.exhibit')}>
      {row => (
        <Page title={`${t('record.exhibit')} ${row.number as string}`}>
          <OneExhibit row={row} />
        </Page>
      )}
    </OfRecord>
  );
}
