/* Asking that a file be closed, and opening one again. The first waits for the head of the office, the second for nobody. */
import { useText } from '../../../web/text.ts';
import type { Path } from '../../people/web/path-data.ts';
import { askToClose, reopenFile } from '../closing-acts.ts';
import { fileDecision } from '../index.ts';
import { BeforeClosing } from './before-closing.tsx';
import { InputDialog } from './input-dialog.tsx';

interface DialogProps {
  path: Path;
  onClose: () => void;
}

export function CloseDialog({ path, onClose }: DialogProps) {
  const t = useText();
  return (
    <InputDialog
      path={path}
      act={askToClose}
      subject={path.person.id}
      record={fileDecision}
      names={['grounds', 'reason']}
      lead={t('support.closing.ask_text')}
      warned={<BeforeClosing path={path} />}
      verb={t('support.closing.ask')}
      onClose={onClose}
    />
  );
}

export function ReopenDialog({ path, onClose }: DialogProps) {
  const t = useText();
  return (
    <InputDialog
      path={path}
      act={reopenFile}
      subject={path.person.id}
      record={fileDecision}
      names={['reason']}
      lead={t('support.closing.reopen_text')}
      verb={t('path.act.person.reopen')}
      onClose={onClose}
    />
  );
}
