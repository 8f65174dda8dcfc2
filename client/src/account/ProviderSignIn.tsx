import { useEffect, useRef, useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { ComingIn, type ComingInEnds } from './ComingIn.tsx';
import { takeWanted } from './provider-page.ts';

const text = messages.peoplePage.signIn;

/** On the way to the provider of single sign-on; or on the way back, with what it says in the address. */
export function ProviderSignIn({ onEntered, onGiveUp }: ComingInEnds) {
  const [answer] = useState(() => location.search.slice(1));
  const [problem, setProblem] = useState<string | null>(null);
  const hasBegun = useRef(false);
  useEffect(() => {
    // Once, however often this is drawn: the answer serves no second time.
    if (hasBegun.current) return;
    hasBegun.current = true;
    const failed = (error: unknown) => {
      history.replaceState(null, '', '/');
      setProblem((error as Error).message);
    };
    if (answer === '') {
      send('leaveForProvider', {}, undefined)
        .then(({ address }) => location.replace(address))
        .catch(failed);
      return;
    }
    send('comeFromProvider', {}, { answer })
      .then((who) => {
        // What the provider said is gone from the address, and so from the history.
        history.replaceState(null, '', takeWanted());
        onEntered(who);
      })
      .catch(failed);
  }, [answer, onEntered]);
  const says = answer === '' ? text.leaving : text.entering;
  return <ComingIn {...{ problem, says, onEntered, onGiveUp }} />;
}
