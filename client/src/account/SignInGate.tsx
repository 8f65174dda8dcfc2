import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { CallerInfo } from '../../../domain/people.ts';
import { withLaterMessages } from '../api/later.ts';
import { onSignedOut } from '../api/signed-out.ts';
import { isAttended } from '../api/attended.ts';
import { callerKey, useCaller } from '../api/caller.ts';
import { ask } from '../api/fetch.ts';
import { stopRemembering } from '../board/kept/remembering.ts';
import { providerPage } from './provider-page.ts';

const SignIn = lazy(() =>
  withLaterMessages(async () => ({ default: (await import('./SignIn.tsx')).SignIn })),
);
const ProviderSignIn = lazy(() =>
  withLaterMessages(async () => ({
    default: (await import('./ProviderSignIn.tsx')).ProviderSignIn,
  })),
);
const Entering = lazy(() =>
  withLaterMessages(async () => ({ default: (await import('./Entering.tsx')).Entering })),
);

/**
 * The page, for whoever is signed in; else what signs them in. Where a session ends while somebody is at work, the page stays
 * as it is underneath, with all that was begun on it.
 */
export function SignInGate({ children }: { children: ReactNode }) {
  const caller = useCaller();
  const client = useQueryClient();
  const [out, setOut] = useState(false);
  // Two ways in have an address of their own.
  const [way, setWay] = useState<string | null>(location.pathname);
  const [was, setWas] = useState<string | null>(null);
  useEffect(() => onSignedOut(() => setOut(true)), []);
  useOnReturn(() => {
    if (was !== null)
      void ask('whoAmI').then(
        (who) => who.person === null && setOut(true),
        // Where the server does not answer, the page says so.
        () => undefined,
      );
  });
  const name = caller.data?.person?.name ?? null;
  if (was === null && name !== null) setWas(name);
  const come = (who: CallerInfo) => {
    // Another person does not go on with what the one before began.
    if (was !== null && who.person?.name !== was) {
      stopRemembering();
      location.reload();
    }
    client.setQueryData(callerKey, who);
    setOut(false);
    setWay(null);
    if (was !== null) void client.invalidateQueries();
  };
  const giveUp = () => setWay(null);
  if (way === '/enter')
    return (
      <Suspense>
        <Entering onEntered={come} onGiveUp={giveUp} />
      </Suspense>
    );
  if (way === providerPage)
    return (
      <Suspense>
        <ProviderSignIn onEntered={come} onGiveUp={giveUp} />
      </Suspense>
    );
  // Where the server does not answer, the page says so.
  if (caller.isPending) return null;
  const isNobody = caller.data?.person === null;
  if (isNobody && was === null)
    return (
      <Suspense>
        <SignIn onSignedIn={come} />
      </Suspense>
    );
  return (
    <>
      {children}
      {out && (
        <Suspense>
          <SignIn onSignedIn={come} over />
        </Suspense>
      )}
    </>
  );
}

/** When a page that was out of sight for a while, and asked nothing meanwhile, is looked at again. */
function useOnReturn(look: () => void): void {
  useEffect(() => {
    const returned = () => {
      if (document.visibilityState === 'visible' && !isAttended()) look();
    };
    document.addEventListener('visibilitychange', returned);
    return () => document.removeEventListener('visibilitychange', returned);
  });
}
