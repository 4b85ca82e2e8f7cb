/* A quiet bar while the connection is gone. It believes what calls of the server found, not only the browser's own guess, which says "online" behind any router. */
import { useEffect, useState } from 'react';
import { listen } from '../datasource.ts';
import { useText } from '../text.ts';
import { Icon } from './icons.tsx';

export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const lost = () => setOnline(false);
    const found = () => setOnline(navigator.onLine);
    window.addEventListener('offline', lost);
    window.addEventListener('online', found);
    const unlisten = listen(event => event !== 'signed-out' && setOnline(event === 'found'));
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', found);
      unlisten();
    };
  }, []);
  return online;
}

/** `waiting` is how many acts wait on this device, once a screen can keep them. */
export function OfflineBar({ waiting = 0 }: { waiting?: number }) {
  const t = useText();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="notice-strip notice-offline">
          <Icon name="offline" size={18} />
          {t('ui.offline.bar', { waiting })}
        </p>
      )}
    </div>
  );
}
