/* The notes a shelter or a social-work centre keeps. They never leave the office that wrote them, and the screen says so where they are written. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficerName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { Badge } from '../../../web/ui/marks.tsx';
import { may, type Path, part } from './path-data.ts';
import { Part } from './path-part.tsx';

export function Notes({ path }: { path: Path }) {
  const t = useText();
  const notes = part(path, 'note');
  if (notes.length === 0 && !may(path.person, 'note.write')) return null;
  return (
    <Part name="notes" title={t('support.notes.title')} count={notes.length} lead={t('support.notes.lead')}>
      {notes.length === 0 && <p className="soft">{t('support.notes.none')}</p>}
      {notes.toReversed().map(note => (
        <div key={note.id} className="note">
          <p className="small">
            <Badge>{codeLabel(t, 'noteKind', note.noteKind as string)}</Badge>{' '}
            {formatDay(note.onDay as Day, t.lang)} ·{' '}
            <span className="soft">
              <OfficerName id={note.madeBy} />
            </span>
          </p>
          <p className="long-text">{note.text as string}</p>
        </div>
      ))}
    </Part>
  );
}
