/*
 * A button with a menu behind it. Items are data; a chosen item is marked by a tick and, for screen readers, as checked. Ids need to be unique only
 * within their group: react-aria wants them unique in the whole menu, so the group's is put before them.
 */
import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon, type IconName } from './icons.tsx';

export interface MenuEntry {
  id: string;
  label: string;
  detail?: string;
  icon?: IconName;
  disabled?: boolean;
}
export interface MenuGroup {
  id: string;
  title?: string;
  entries: readonly MenuEntry[];
  /** The id of the chosen entry, for groups in which one is chosen. */
  chosen?: string;
}

/** `children` is the trigger, a Button; `onPick` hears the id of the entry. */
export function Menu({
  children,
  label,
  groups,
  onPick,
}: {
  children: ReactNode;
  label: string;
  groups: readonly MenuGroup[];
  onPick: (id: string, group: string) => void;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover popover-menu" placement="bottom end">
        <AriaMenu className="menu" aria-label={label}>
          {groups.map(group => (
            <MenuSection
              key={group.id}
              id={`group ${group.id}`}
              className="menu-group"
              aria-label={group.title ?? label}
              selectionMode={group.chosen === undefined ? 'none' : 'single'}
              selectedKeys={group.chosen === undefined ? [] : [`${group.id} ${group.chosen}`]}
            >
              {group.title && <Header className="menu-title">{group.title}</Header>}
              {group.entries.map(entry => (
                <MenuItem
                  key={entry.id}
                  id={`${group.id} ${entry.id}`}
                  className="menu-item"
                  textValue={entry.label}
                  isDisabled={entry.disabled}
                  onAction={() => onPick(entry.id, group.id)}
                >
                  {entry.icon && <Icon name={entry.icon} />}
                  <span className="menu-text">
                    {entry.label}
                    {entry.detail && <small>{entry.detail}</small>}
                  </span>
                  {group.chosen === entry.id && <Icon name="check" />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
