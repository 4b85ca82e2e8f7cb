/* Opening what is sealed: the reader says what for, and the purpose is in the ledger before anything leaves the server. There may be more ways to open one thing (to read it, to take it
 * away as this file or that), and usual purposes to choose from. */
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useText } from '../text.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { TextInput } from './field.tsx';
import type { IconName } from './icons.tsx';

/** The server asks for as much (server/open.ts). */
const LEAST = 3;

export function PurposeDialog({
  title,
  lead,
  ways,
  usual = [],
  wide,
  leave,
  onOpen,
  onClose,
  children,
}: {
  title: string;
  lead: string;
  /** The last is the one that is usually meant. */
  ways: readonly { readonly code: string; readonly verb: string; readonly icon?: IconName }[];
  usual?: readonly string[];
  wide?: boolean;
  /** How the dialog is left, where it stays open after opening. */
  leave?: string;
  /** @throws Refusal, which is shown. */
  onOpen: (purpose: string, way: string) => Promise<void>;
  onClose: () => void;
  /** What was opened, where it is read here. */
  children?: ReactNode;
}) {
  const t = useText();
  const [purpose, setPurpose] = useState('');
  const opening = useMutation({ mutationFn: (way: string) => onOpen(purpose.trim(), way) });
  const isReady = purpose.trim().length >= LEAST;
  return (
    <Dialog
      open
      wide={wide}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{leave ?? t('ui.cancel')}</Button>
          {ways.map(({ code, verb, icon }, index) => (
            <Button
              key={code}
              kind={index === ways.length - 1 ? 'primary' : 'plain'}
              icon={icon}
              isDisabled={!isReady}
              isPending={opening.isPending && opening.variables === code}
              onPress={() => opening.mutate(code)}
            >
              {verb}
            </Button>
          ))}
        </>
      }
    >
      <ErrorSummary error={opening.error} labelOf={() => t('ui.purpose')} />
      <p>{lead}</p>
      {usual.length > 0 && (
        <div className="row">
          {usual.map(words => (
            <Button key={words} onPress={() => setPurpose(words)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <TextInput
        name="purpose"
        label={t('ui.purpose')}
        hint={t('ui.purpose_hint')}
        required
        maxLength={300}
        autoComplete="off"
        value={purpose}
        onChange={setPurpose}
      />
      {children}
    </Dialog>
  );
}
