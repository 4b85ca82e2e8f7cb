/*
 * Go anywhere from the keyboard: Ctrl+K or / opens it, typing narrows, Enter goes. Marks need not be typed (`ho so` finds `Hồ sơ`). The list of
 * commands is data from the shell; what is typed is offered to the search page as the last entry.
 */
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { foldedMatch } from '../fold.ts';
import { useText } from '../text.ts';
import { Icon, type IconName } from './icons.tsx';

export interface Command {
  id: string;
  label: string;
  /** Where it leads or what key does the same. */
  detail?: string;
  icon?: IconName;
  run: () => void;
}

/** So many fit without scrolling; typing narrows faster than scrolling does. */
const MOST = 8;

export default function KeyboardPalette({
  open,
  onClose,
  commands,
  onSearch,
}: {
  open: boolean;
  onClose: () => void;
  commands: readonly Command[];
  onSearch: (text: string) => void;
}) {
  const t = useText();
  const [text, setText] = useState('');
  const fitting = commands.filter(command => text === '' || foldedMatch(command.label, text)).slice(0, MOST);
  const close = () => {
    setText('');
    onClose();
  };
  const run = (command: () => void) => {
    close();
    command();
  };
  return (
    <ModalOverlay
      className="veil veil-top"
      isOpen={open}
      onOpenChange={next => !next && close()}
      isDismissable
    >
      <Modal className="modal palette">
        <Dialog className="palette-dialog" aria-label={t('ui.palette.title')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField className="palette-field" aria-label={t('ui.palette.title')} autoFocus>
              <Icon name="search" />
              <Input className="input" placeholder={t('ui.palette.placeholder')} />
            </SearchField>
            <Menu className="menu palette-menu" aria-label={t('ui.palette.title')}>
              {fitting.map(command => (
                <MenuItem
                  key={command.id}
                  id={command.id}
                  textValue={command.label}
                  className="menu-item"
                  onAction={() => run(command.run)}
                >
                  {command.icon && <Icon name={command.icon} />}
                  <span className="menu-text">{command.label}</span>
                  {command.detail && <kbd>{command.detail}</kbd>}
                </MenuItem>
              ))}
              {text.trim().length >= 2 && (
                <MenuItem
                  id="search"
                  textValue={text}
                  className="menu-item"
                  onAction={() => run(() => onSearch(text))}
                >
                  <Icon name="search" />
                  <span className="menu-text">{t('ui.palette.search', { text })}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
