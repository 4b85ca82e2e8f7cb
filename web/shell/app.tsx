/*
 * Decides what the reader sees first: the sign-in page or the shell with a screen in it. The address is kept through sign-in, so that a link from a
 * notification still leads where it should.
 */
import { lazy, Suspense, useEffect } from 'react';
import { listen, type SignedIn } from '../datasource.ts';
import { queryClient, useSession } from '../queries.ts';
import { chooseLang, currentText, loadTexts, useText } from '../text.ts';
import { Brocade } from '../ui/brocade.tsx';
import { PrivacyScreen } from '../ui/privacy.tsx';
import { LoadingState, ProblemState } from '../ui/states.tsx';
import { Toasts } from '../ui/toast.tsx';
import { RecoveryCodesDialog } from './recovery-codes.tsx';
import { Screens } from './screens.tsx';
import { Shell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import { StepUp } from './step-up.tsx';

/** The tablet in a person's hands: outside of everything, because nobody is signed in there. */
const Tablet = lazy(async () => {
  const [tablet] = await Promise.all([
    import('../../modules/feedback/web/tablet.tsx'),
    loadTexts(currentText().lang, 'rest'),
  ]);
  return tablet;
});

export function App() {
  if (window.location.pathname !== '/feedback') return <Offices />;
  return (
    <Suspense fallback={<LoadingState rows={4} />}>
      <Tablet />
    </Suspense>
  );
}

function Offices() {
  const { data: session, error, refetch } = useSession();
  useEffect(
    () =>
      listen(event => {
        if (event === 'signed-out') void queryClient.invalidateQueries({ queryKey: ['session'] });
      }),
    [],
  );

  if (!session)
    return (
      <>
        <Brocade />
        <main className="alone">
          {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={2} />}
        </main>
      </>
    );
  return (
    <>
      {session.signedOut ? <SignIn session={session} /> : <Inside session={session} />}
      <StepUp />
      <RecoveryCodesDialog />
      <Toasts />
      <PrivacyScreen />
    </>
  );
}

function Inside({ session }: { session: SignedIn }) {
  const t = useText();
  useEffect(() => {
    void loadTexts(t.lang, 'rest');
  }, [t.lang]);
  // The officer's own language wins once, at sign-in; after that the switch does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another officer signs in
  useEffect(() => {
    if (session.lang !== t.lang) void chooseLang(session.lang);
  }, [session.officer.id]);
  return (
    <Shell session={session}>
      <Screens />
    </Shell>
  );
}
