/*
 * Puts the providers around the shell. Kept apart from main.tsx so that the harness in web/dev can add its own routes first.
 */
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { session } from './datasource.ts';
import { queryClient } from './queries.ts';
import { App } from './shell/app.tsx';
import { chooseLang, storedLang, useText } from './text.ts';

/**
 * A page that was open while the server was renewed asks for parts that are gone: it loads itself anew, once. Only when the server answers: without a line
 * the part is merely unreachable, and loading anew would lose the page and what was typed into it.
 */
function renewOnMissingParts(): void {
  window.addEventListener('vite:preloadError', () => void renewIfServed());
}

async function renewIfServed(): Promise<void> {
  const last = Number(sessionStorage.getItem('chungtay.renewed') ?? 0);
  if (performance.timeOrigin - last < 30_000) return;
  const answers = await fetch('/healthz', { cache: 'no-store' }).then(
    response => response.ok,
    () => false,
  );
  if (!answers) return;
  sessionStorage.setItem('chungtay.renewed', String(performance.timeOrigin));
  window.location.reload();
}

export async function start(element: HTMLElement): Promise<void> {
  renewOnMissingParts();
  void queryClient.prefetchQuery({ queryKey: ['session'], queryFn: () => session() });
  await chooseLang(storedLang());
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Language>
          <App />
        </Language>
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** Dates and numbers inside react-aria follow the page's language. */
function Language({ children }: { children: ReactNode }) {
  const t = useText();
  return <I18nProvider locale={t.lang === 'vi' ? 'vi-VN' : 'en-GB'}>{children}</I18nProvider>;
}
