/* What makes the ledger worth believing: verifying it, a checkpoint for other agencies to keep, and the file an outsider can check without our database. */
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Icon } from '../../../web/ui/icons.tsx';
import { CheckpointCard, EarlierCheckpoints } from './checkpoint.tsx';
import './ledger.css';
import { Held, Verify } from './verify.tsx';

export default function ProofPage() {
  const t = useText();
  return (
    <Page title={t('ledger.proof.title')} lead={t('ledger.proof.lead')}>
      <Verify />
      <CheckpointCard />
      <Held />
      <EarlierCheckpoints />
      <section className="card stack no-print" aria-labelledby="ledger-export">
        <div>
          <h2 id="ledger-export">{t('ledger.export.title')}</h2>
          <p className="soft">{t('ledger.export.text')}</p>
        </div>
        <div>
          <a className="button button-plain" href="/api/ledger/export" download="chungtay-ledger.ndjson">
            <Icon name="file" />
            <span>{t('ledger.export.go')}</span>
          </a>
        </div>
      </section>
    </Page>
  );
}
