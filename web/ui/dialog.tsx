/*
 * Dialogs: a question over the page, and a drawer from the side for the narrow screen. Focus is kept inside, Esc closes, the page behind is hidden
 * from screen readers.
 */
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useText } from '../text.ts';
import { Button } from './button.tsx';

export interface DialogProps {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the safe one first. */
  actions?: ReactNode;
  wide?: boolean;
  /** From the edge, full height: menus and filters on a narrow screen. */
  drawer?: boolean;
  /** Clicking beside it does not close it: for a form that would be lost. */
  firm?: boolean;
}

export function Dialog({ title, open, onClose, children, actions, wide, drawer, firm }: DialogProps) {
  const t = useText();
  return (
    <ModalOverlay
      className={drawer ? 'veil veil-drawer' : 'veil'}
      isOpen={open}
      onOpenChange={next => !next && onClose()}
      isDismissable={!firm}
    >
      <Modal className={drawer ? 'drawer' : wide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" icon="close" iconOnly onPress={onClose}>
              {t('ui.close')}
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
          {actions && <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Asks before something that cannot be taken back. `verb` says what will be done ("End session"), never "OK". */
export function ConfirmDialog({
  verb,
  danger,
  pending,
  onConfirm,
  ...props
}: Omit<DialogProps, 'actions'> & {
  verb: string;
  danger?: boolean;
  pending?: boolean;
  onConfirm: () => void;
}) {
  const t = useText();
  return (
    <Dialog
      {...props}
      actions={
        <>
          <Button onPress={props.onClose}>{t('ui.cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} isPending={pending} onPress={onConfirm}>
            {verb}
          </Button>
        </>
      }
    />
  );
}
