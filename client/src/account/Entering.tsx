import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { ComingIn, type ComingInEnds } from './ComingIn.tsx';

const text = messages.peoplePage.signIn;

/** A link was opened: what stands behind its `#` lets in once, and is then gone from the address. */
export function Entering({ onEntered, onGiveUp }: ComingInEnds) {
  const [secret] = useState(() => location.hash.slice(1));
  const [problem, setProblem] = useState(secret === '' ? text.noSecret : null);
  useEffect(() => {
    history.replaceState(null, '', '/');
    if (secret === '') return;
    send('enter', {}, { secret })
      .then((who) => {
        onEntered(who);
        if (who.person && !who.person.has_password)
          notifications.show({ message: text.byLink(who.person.name), autoClose: 15_000 });
      })
      .catch((error: unknown) => setProblem((error as Error).message));
    // Once, however often this is drawn: the link serves no second time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const says = text.entering;
  return <ComingIn {...{ problem, says, onEntered, onGiveUp }} />;
}
