/*
 * A sealed field: closed until somebody says what it is needed for, open for a minute, then closed again by itself. The purpose and the opening are in the
 * ledger before the value leaves the server; the value is kept nowhere but in this part's own state.
 */
import { useEffect, useState } from 'react';
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { api } from '../../../web/datasource.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Cell, FieldCell } from '../../../web/ui/cells.tsx';
import { PurposeDialog } from '../../../web/ui/purpose-dialog.tsx';
import type { PartRow } from './path-data.ts';

/** Seconds for which an opened value stays on the screen. */
const OPEN_FOR = 60;
const PURPOSES = ['contact', 'safety', 'verify', 'support'] as const;

export function Sealed({ record, row, name }: { record: RecordDeclaration; row: PartRow; name: string }) {
  const t = useText();
  const [asking, ask] = useState(false);
  const [value, setValue] = useState<string | null>(null);
  const left = useCountdown(value !== null, () => setValue(null));
  const label = fieldLabel(t, record.name, name);
  const field = record.fields[name]!;

  if (value !== null)
    return (
      <span className="opened">
        <b>{value}</b>
        <span className="soft small">{t('path.sealed.left', { seconds: left })}</span>
        <Button kind="quiet" icon="hide" onPress={() => setValue(null)}>
          {t('path.sealed.hide')}
        </Button>
      </span>
    );
  if (row[name] === undefined && !row.withheld?.includes(name))
    return <span className="soft">{t('path.sealed.not_yours')}</span>;
  if (!(row[name] as { sealed?: true } | null)?.sealed)
    return <FieldCell record={record} row={row} name={name} />;
  return (
    <span className="opened">
      <Cell field={field} value={row[name]} />
      <Button kind="quiet" icon="key" onPress={() => ask(true)}>
        {t('path.sealed.open')}
        <span className="unseen"> {label}</span>
      </Button>
      {asking && (
        <PurposeDialog
          title={t('path.sealed.title', { field: label.toLowerCase() })}
          lead={t('path.sealed.text')}
          usual={PURPOSES.map(code => t(`path.sealed.purpose.${code}`))}
          ways={[{ code: name, verb: t('path.sealed.do'), icon: 'key' }]}
          onOpen={async purpose => {
            const asked = { record: record.name, id: row.id, field: name, purpose };
            const opened = await api<{ value: string | null }>('open', asked);
            setValue(opened.value ?? '');
            ask(false);
          }}
          onClose={() => ask(false)}
        />
      )}
    </span>
  );
}

function useCountdown(running: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(OPEN_FOR);
  // biome-ignore lint/correctness/useExhaustiveDependencies: onEnd is made anew at every drawing
  useEffect(() => {
    if (!running) return;
    setLeft(OPEN_FOR);
    const tick = setInterval(() => setLeft(seconds => seconds - 1), 1000);
    const end = setTimeout(onEnd, OPEN_FOR * 1000);
    return () => {
      clearInterval(tick);
      clearTimeout(end);
    };
  }, [running]);
  return Math.max(0, left);
}
