/* A dialog over one act on a facility, named by the act itself; everything counted is asked again when it is done. */
import { type ActDialogProps, DoingDialog } from '../../../web/shell/act-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { useFacilityAct } from './use-board.ts';

export function FacilityDialog({ act, ...rest }: Omit<ActDialogProps, 'title' | 'verb'> & { act: string }) {
  const t = useText();
  const name = t(`act.${act}`);
  return (
    <DoingDialog {...rest} doing={useFacilityAct(act)} done={t('facilities.done')} title={name} verb={name} />
  );
}
