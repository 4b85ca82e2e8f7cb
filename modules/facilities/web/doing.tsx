/* A dialog over one act on a facility, named by the act itself; everything counted is asked again when it is done. */
import { type ActDialogProps, DoingDialog } from '../../../web/shell/act-dialog.tsx';
import { FieldsDialog, type FieldsDialogProps } from '../../../web/shell/fields-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { useFacilityAct } from './use-board.ts';

export function FacilityDialog({ act, ...rest }: Omit<ActDialogProps, 'title' | 'verb'> & { act: string }) {
  const t = useText();
  const name = t(`act.${act}`);
  return (
    <DoingDialog {...rest} doing={useFacilityAct(act)} done={t('facilities.done')} title={name} verb={name} />
  );
}

/** The same where all that is asked is fields of a record. */
export function FacilityFields({
  act,
  ...rest
}: Omit<FieldsDialogProps, 'title' | 'verb'> & { act: string }) {
  const t = useText();
  const name = t(`act.${act}`);
  return (
    <FieldsDialog
      {...rest}
      doing={useFacilityAct(act)}
      done={t('facilities.done')}
      title={name}
      verb={name}
    />
  );
}
