/* What she said in her own words, behind a seal: opened for a purpose, and entered in the ledger. */
import { useState } from 'react';
import { api, type Row } from '../../../web/datasource.ts';
import { problemText } from '../../../web/problems.ts';
import { withFreshFactor } from '../../../web/shell/step-up.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import './feedback.css';

export function HerWords({ record, row, purpose }: { record: string; row: Row; purpose: string }) {
  const t = useText();
  const [words, setWords] = useState<string | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  if (!row.words) return <p className="soft">{t('feedback.complaints.no_words')}</p>;
  if (words !== null) return <blockquote className="her-words long-text">{words}</blockquote>;
  const open = async () => {
    setRefused(null);
    const { value } = await withFreshFactor(() =>
      api<{ value: string }>('open', { record, id: row.id, field: 'words', purpose }),
    );
    setWords(value);
  };
  return (
    <div>
      <Button icon="lock" onPress={() => void open().catch(setRefused)}>
        {t('feedback.complaints.read')}
      </Button>
      {refused !== null && (
        <p className="error-text" role="alert">
          {problemText(t, refused)}
        </p>
      )}
    </div>
  );
}
