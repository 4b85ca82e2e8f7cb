/*
 * Blanks the screen at once: Esc twice, or the button in the bar. In a shelter or at a post somebody may look over the shoulder; what is left is a page
 * that says nothing of anybody, also in the window's title and to screen readers. Nothing typed is lost.
 */
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { makeStore } from '../store.ts';
import { useText } from '../text.ts';

const TWICE_WITHIN = 600;
const hidden = makeStore(false);

export function hideScreen(): void {
  hidden.set(true);
}

export function PrivacyScreen() {
  const t = useText();
  const isHidden = hidden.use();
  const back = useRef<HTMLButtonElement>(null);
  const [before, setBefore] = useState<Element | null>(null);

  useEffect(() => {
    let lastEsc = -TWICE_WITHIN;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat) return;
      if (event.timeStamp - lastEsc < TWICE_WITHIN) hidden.set(true);
      lastEsc = event.timeStamp;
    };
    // Capturing: dialogs and menus keep Esc to themselves otherwise.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);

  useEffect(() => {
    document.documentElement.toggleAttribute('data-hidden', isHidden);
    if (!isHidden) return;
    const title = document.title;
    setBefore(document.activeElement);
    document.title = t('ui.hidden.window');
    back.current?.focus();
    return () => {
      document.title = title;
    };
  }, [isHidden, t]);

  if (!isHidden) return null;
  const show = () => {
    hidden.set(false);
    if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus());
  };
  return createPortal(
    <div className="hidden-screen" role="dialog" aria-modal="true" aria-label={t('ui.hidden.window')}>
      <button ref={back} type="button" className="button button-quiet" onClick={show}>
        {t('ui.hidden.back')}
      </button>
    </div>,
    document.body,
  );
}
