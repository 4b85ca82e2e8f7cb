/* A checkpoint as a slip of paper: the signed text, the key to check it by, a QR code, and why another agency should keep it. Printing the page prints the slip. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';
import { problemText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { toast } from '../../../web/ui/toast.tsx';

interface Checkpoint {
  readonly seq: number;
  readonly note: string;
  readonly verifierKey: string;
  /** A `data:` image of the note, drawn by the server. */
  readonly qr: string;
}
interface Earlier {
  readonly seq: number;
  readonly at: Instant;
  readonly keyId: string;
}

export function CheckpointCard() {
  const t = useText();
  const client = useQueryClient();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async () =>
      (await api<{ checkpoint: Checkpoint | null }>('ledger/checkpoint', {})).checkpoint,
    onSuccess: () => client.invalidateQueries({ queryKey: ['ledger-checkpoints'] }),
  });
  return (
    <section className="card stack" aria-labelledby="ledger-checkpoint">
      <div>
        <h2 id="ledger-checkpoint">{t('ledger.checkpoint.title')}</h2>
        <p className="soft">{t('ledger.checkpoint.why')}</p>
      </div>
      <div className="no-print">
        <Button icon="plus" isPending={isPending} onPress={() => mutate()}>
          {t('ledger.checkpoint.take')}
        </Button>
      </div>
      {error && (
        <p className="refusal" role="alert">
          {problemText(t, error)}
        </p>
      )}
      {data === null && <p>{t('ledger.checkpoint.empty')}</p>}
      {data && <Slip checkpoint={data} />}
    </section>
  );
}

function Slip({ checkpoint }: { checkpoint: Checkpoint }) {
  const t = useText();
  const copy = async () => {
    await navigator.clipboard.writeText(checkpoint.note);
    toast(t('ledger.checkpoint.copied'));
  };
  return (
    <div className="slip">
      <img className="qr" src={checkpoint.qr} alt={t('ledger.checkpoint.qr')} width={200} height={200} />
      <div className="stack">
        <h3>{t('ledger.checkpoint.note', { seq: checkpoint.seq })}</h3>
        <pre className="note" data-testid="checkpoint">
          {checkpoint.note}
        </pre>
        <div>
          <p className="small soft">{t('ledger.checkpoint.key')}</p>
          <pre className="note">{checkpoint.verifierKey}</pre>
        </div>
        <div className="row no-print">
          {'clipboard' in navigator && (
            <Button icon="file" onPress={() => void copy()}>
              {t('ledger.checkpoint.copy')}
            </Button>
          )}
          <Button icon="print" onPress={() => window.print()}>
            {t('ledger.checkpoint.print')}
          </Button>
        </div>
      </div>
    </div>
  );
}

export function EarlierCheckpoints() {
  const t = useText();
  const { data } = useQuery({
    queryKey: ['ledger-checkpoints'],
    queryFn: async () => (await api<{ rows: Earlier[] }>('ledger/checkpoints', {})).rows,
  });
  if (!data || data.length === 0) return null;
  return (
    <div className="no-print">
      <Table
        caption={t('ledger.checkpoint.earlier')}
        showCaption
        rows={data}
        keyOf={row => String(row.seq)}
        columns={[
          {
            name: 'at',
            title: t('ledger.checkpoint.at'),
            lead: true,
            cell: row => formatInstant(row.at, t.lang),
          },
          { name: 'seq', title: t('ledger.checkpoint.seq'), cell: row => row.seq },
          { name: 'key', title: t('ledger.checkpoint.key_id'), cell: row => <code>{row.keyId}</code> },
        ]}
      />
    </div>
  );
}
