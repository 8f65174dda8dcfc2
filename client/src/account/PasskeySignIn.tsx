import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallerInfo } from '../../../domain/people.ts';
import { messages } from '../../../domain/messages/later.ts';
import { noPasskeysHere, signInByPasskey } from './passkey.ts';

interface PasskeySignInProps {
  onSignedIn: (who: CallerInfo) => void;
  /** What went wrong, in words; null as it begins. */
  onProblem: (problem: string | null) => void;
}

/** The button of passkeys, where the browser has them at this address. */
export function PasskeySignIn({ onSignedIn, onProblem }: PasskeySignInProps) {
  const [isBusy, setBusy] = useState(false);
  if (noPasskeysHere() !== null) return null;
  const signIn = () => {
    setBusy(true);
    onProblem(null);
    signInByPasskey()
      .then(onSignedIn)
      .catch((error: unknown) => onProblem((error as Error).message))
      .finally(() => setBusy(false));
  };
  return (
    <Button
      variant="default"
      leftSection={<IconFingerprint size={16} aria-hidden />}
      loading={isBusy}
      onClick={signIn}
    >
      {messages.passkeysPage.signIn}
    </Button>
  );
}
