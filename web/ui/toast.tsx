/* Short words after an act: "Referral sent". They leave by themselves after eight seconds, wait while the pointer or the focus is on them, and never carry a name. */
import { useEffect, useState } from 'react';
import { makeStore } from '../store.ts';
import { useText } from '../text.ts';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';

interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'warn';
}

const toasts = makeStore<readonly Toast[]>([]);
let last = 0;

export function toast(text: string, tone: Toast['tone'] = 'good'): void {
  last += 1;
  // Said again, it stands once: a press too many is no second deed.
  const others = toasts.get().filter(item => item.text !== text);
  toasts.set([...others.slice(-2), { id: last, text, tone }]);
}

export function Toasts() {
  const shown = toasts.use();
  return (
    <div className="toasts" role="status">
      {shown.map(item => (
        <Slice key={item.id} item={item} />
      ))}
    </div>
  );
}

function Slice({ item }: { item: Toast }) {
  const t = useText();
  const [held, hold] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => drop(item.id), 8000);
    return () => clearTimeout(timer);
  }, [held, item.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding is a courtesy to the pointer, not a control
    <div
      className="toast"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <Icon name={item.tone === 'good' ? 'check' : 'alert'} />
      <span>{item.text}</span>
      <Button kind="quiet" icon="close" iconOnly onPress={() => drop(item.id)}>
        {t('ui.close')}
      </Button>
    </div>
  );
}

function drop(id: number): void {
  toasts.set(toasts.get().filter(item => item.id !== id));
}
