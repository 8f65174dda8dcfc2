import { Center, Text } from '@mantine/core';
import type { CallerInfo } from '../../../domain/people.ts';
import { SignIn } from './SignIn.tsx';

/** What becomes of somebody who comes in otherwise than by a password. */
export interface ComingInEnds {
  onEntered: (who: CallerInfo) => void;
  onGiveUp: () => void;
}

interface ComingInProps extends ComingInEnds {
  /** Why it came to nothing: then a password is asked for. */
  problem: string | null;
  /** What is going on. */
  says: string;
}

/** In the place of the page until somebody is let in. */
export function ComingIn({ problem, says, onEntered, onGiveUp }: ComingInProps) {
  if (problem === null)
    return (
      <Center component="main" mih="100vh">
        <Text>{says}</Text>
      </Center>
    );
  return (
    <SignIn
      problem={problem}
      onSignedIn={(who) => {
        onGiveUp();
        onEntered(who);
      }}
    />
  );
}
