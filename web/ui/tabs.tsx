/* Tabs for parts of one file. Only the open panel is in the page; the caller may keep the open one in the address. */
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

export interface TabPart {
  id: string;
  title: ReactNode;
  /** How many there are inside; shown after the title. */
  count?: number;
  content: ReactNode;
}

export function Tabs({
  label,
  parts,
  open,
  onOpen,
}: {
  label: string;
  parts: readonly TabPart[];
  open?: string;
  onOpen?: (id: string) => void;
}) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={open}
      onSelectionChange={onOpen && (key => onOpen(String(key)))}
      keyboardActivation="manual"
    >
      <TabList className="tab-list" aria-label={label}>
        {parts.map(part => (
          <Tab key={part.id} id={part.id} className="tab">
            {part.title}
            {part.count !== undefined && <span className="count">{part.count}</span>}
          </Tab>
        ))}
      </TabList>
      {parts.map(part => (
        <TabPanel key={part.id} id={part.id} className="tab-panel">
          {part.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
