/* Where something that is being written is kept, quietly; loud only when it is nowhere but here. */
import { formatInstant } from '../../kernel/day.ts';
import type { DraftState } from '../drafts.ts';
import { problemText } from '../problems.ts';
import { useText } from '../text.ts';
import { Icon } from './icons.tsx';
import './kept.css';

export function Kept({ draft }: { draft: DraftState<unknown> }) {
  const t = useText();
  const { trouble, keptAt } = draft;
  return (
    <p className="kept" data-trouble={trouble ? '' : undefined} role={trouble ? 'status' : undefined}>
      {trouble ? (
        <>
          <Icon name={trouble.status === 0 ? 'offline' : 'alert'} size={18} />
          {trouble.status === 0
            ? t('ui.kept.offline')
            : t('ui.kept.refused', { why: problemText(t, trouble) })}
        </>
      ) : keptAt ? (
        <>
          <Icon name="lock" size={16} />
          {t('ui.kept.at', {
            at: formatInstant(keptAt, t.lang).split(t.lang === 'vi' ? ' ' : ', ')[t.lang === 'vi' ? 0 : 1]!,
          })}
        </>
      ) : (
        t(draft.waiting ? 'ui.kept.keeping' : 'ui.kept.not_yet')
      )}
    </p>
  );
}
