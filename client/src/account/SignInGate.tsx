import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import type { CallerInfo } from '../../../domain/people.ts';
import { withLaterMessages } from '../api/later.ts';
import { onSignedOut } from '../api/signed-out.ts';
import { callerKey, useCaller } from '../api/caller.ts';

const SignIn = lazy(() =>
  withLaterMessages(async () => ({ default: (await import('./SignIn.tsx')).SignIn })),
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
  const [isEntering, setEntering] = useState(location.pathname === '/enter');
  const was = useRef<string | null>(null);
  useEffect(() => onSignedOut(() => setOut(true)), []);
  if (caller.data?.person) was.current ??= caller.data.person.name;

  const come = (who: CallerInfo) => {
    // Another person does not go on with what the one before began.
    if (was.current !== null && who.person?.name !== was.current) location.reload();
    client.setQueryData(callerKey, who);
    setOut(false);
    setEntering(false);
    if (was.current !== null) void client.invalidateQueries();
  };
  if (isEntering)
    return (
      <Suspense>
        <Entering onEntered={come} onGiveUp={() => setEntering(false)} />
      </Suspense>
    );
  // Where the server does not answer, the page says so.
  if (caller.isPending) return null;
  const isNobody = caller.data?.person === null;
  if (isNobody && was.current === null)
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
