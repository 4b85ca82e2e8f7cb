/* One line of the checklist: answered while the visit is under way, read afterwards. Met and not seen are kept with one press; partly and not met when the words are there. */
import { useState } from 'react';
import type { Standard } from '../../../rules/schema.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField, problemText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { Badge, StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { standardAnswers } from '../record.ts';
import { RequireDialog } from './review-dialogs.tsx';
import { useFacilityAct } from './use-board.ts';

type Item = Standard['items'][number];
const tones: Readonly<Record<string, Tone>> = {
  met: 'good',
  partly: 'warn',
  not_met: 'bad',
  not_seen: 'neutral',
};
const needsWords = (answer: string | null) => answer === 'partly' || answer === 'not_met';

export function ChecklistLine({
  review,
  item,
  answer,
  open,
  ours,
}: {
  review: Row;
  item: Item;
  answer: Row | null;
  /** The visit is under way and the reader's own. */
  open: boolean;
  /** The reader's office made the visit. */
  ours: boolean;
}) {
  const t = useText();
  const said = (answer?.answer as string | undefined) ?? null;
  return (
    <div className="checklist-line" data-answer={said ?? undefined}>
      {open ? (
        <Asked review={review} item={item} answer={answer} />
      ) : (
        <>
          <div className="checklist-read">
            <p>
              {item.title[t.lang]} <Essential item={item} />
            </p>
            {said ? (
              <StateMark tone={tones[said] ?? 'neutral'}>{codeLabel(t, 'standardAnswer', said)}</StateMark>
            ) : (
              <span className="soft">{t('facilities.review.no_answer')}</span>
            )}
          </div>
          {answer?.finding ? <p className="long-text">{answer.finding as string}</p> : null}
        </>
      )}
      <p className="soft small">
        {item.confidence === 'practice' ? t('facilities.review.from_practice') : item.article}
      </p>
      {answer && ours && needsWords(said) && (
        <Require review={review} item={item} finding={answer.finding as string} />
      )}
    </div>
  );
}

function Essential({ item }: { item: Item }) {
  const t = useText();
  return item.essential ? <Badge tone="active">{t('facilities.review.essential')}</Badge> : null;
}

function Asked({ review, item, answer }: { review: Row; item: Item; answer: Row | null }) {
  const t = useText();
  const kept = (answer?.answer as string | undefined) ?? null;
  const [chosen, choose] = useState<string | null>(null);
  // What was kept comes after the line is drawn; what is being typed is never overwritten by it.
  const [typed, type] = useState<string | null>(null);
  const finding = typed ?? (answer?.finding as string | null | undefined) ?? '';
  const doing = useFacilityAct('standardsCheck.note');
  const shown = chosen ?? kept;
  const keep = (code: string) =>
    void doing
      .act({
        review: review.id,
        item: item.code,
        answer: code,
        finding: needsWords(code) ? finding || null : null,
      })
      .then(() => {
        choose(null);
        type(null);
      })
      .catch(() => undefined);
  return (
    <>
      <ChoiceList
        inline
        name={item.code}
        label={
          <>
            {item.title[t.lang]} <Essential item={item} />
          </>
        }
        value={shown}
        onChange={code => {
          choose(code);
          if (!needsWords(code)) keep(code);
        }}
        options={standardAnswers.map(code => ({ code, label: codeLabel(t, 'standardAnswer', code) }))}
      />
      {needsWords(shown) && (
        <>
          <TextArea
            name={`${item.code}.finding`}
            label={fieldLabel(t, 'standardsCheck', 'finding')}
            hint={t('facilities.review.finding_hint')}
            required
            rows={2}
            maxLength={1000}
            error={issuesByField(t, doing.error).finding}
            value={finding}
            onChange={type}
          />
          <div>
            <Button isPending={doing.isPending} onPress={() => keep(shown!)}>
              {t('facilities.review.keep')}
            </Button>
          </div>
        </>
      )}
      <p className="small soft" aria-live="polite">
        {doing.isPending
          ? t('facilities.review.keeping')
          : doing.error
            ? problemText(t, doing.error)
            : kept
              ? t('facilities.review.kept', { answer: codeLabel(t, 'standardAnswer', kept) })
              : ''}
      </p>
    </>
  );
}

function Require({ review, item, finding }: { review: Row; item: Item; finding: string }) {
  const t = useText();
  const [asking, ask] = useState(false);
  return (
    <div className="no-print">
      <Button kind="quiet" icon="plus" onPress={() => ask(true)}>
        {t('act.improvement.require')}
      </Button>
      {asking && (
        <RequireDialog
          review={review.id}
          item={item.code}
          finding={finding}
          owner={review.runBy as string}
          onClose={() => ask(false)}
        />
      )}
    </div>
  );
}
