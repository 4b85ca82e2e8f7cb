/* Writing a note of support. The first sentence says who will read it: only colleagues of the same office. */
import { useText } from '../../../web/text.ts';
import type { Path } from '../../people/web/path-data.ts';
import { RecordDialog } from '../../people/web/path-dialogs.tsx';
import { note } from '../index.ts';

export function NoteDialog({ path, onClose }: { path: Path; onClose: () => void }) {
  const t = useText();
  return (
    <RecordDialog
      path={path}
      act="note.write"
      record={note}
      names={['noteKind', 'onDay', 'text']}
      begin={{ onDay: path.today }}
      verb={t('support.notes.save')}
      lead={t('support.notes.only_us')}
      onClose={onClose}
    />
  );
}
