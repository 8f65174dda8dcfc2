import {
  Alert,
  Button,
  Center,
  Modal,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useEffect, useState, type SubmitEvent } from 'react';
import type { CallerInfo } from '../../../domain/people.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask, send } from '../api/fetch.ts';
import { ProblemError } from '../api/problem.ts';
import { PasskeySignIn } from './PasskeySignIn.tsx';
import { useSignInWays } from './sign-in-ways.ts';
import { keepWanted, providerPage } from './provider-page.ts';

const text = messages.peoplePage.signIn;

/** `code`: asked for once name and password have turned out right. */
interface Given {
  name: string;
  password: string;
  code?: string;
}

interface SignInProps {
  onSignedIn: (who: CallerInfo) => void;
  /** Over a page that is at work. */
  over?: boolean;
  /** What went wrong before. */
  problem?: string;
}

/** Asks for name and password: as a page, or over the one that is open. */
export function SignIn({ onSignedIn, over = false, problem }: SignInProps) {
  const form = <SignInForm onSignedIn={onSignedIn} over={over} problem={problem} />;
  if (over)
    return (
      <Modal
        opened
        centered
        onClose={() => undefined}
        withCloseButton={false}
        title={text.title}
        // What the page shows is for whoever is signed in, and not for who passes by.
        overlayProps={{ backgroundOpacity: 1, color: 'var(--mantine-color-body)' }}
        transitionProps={{ duration: 0 }}
      >
        {form}
      </Modal>
    );
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="lg" w={380} maw="100%">
        <Title order={1} size="h3" mb="md">
          {text.title}
        </Title>
        {form}
      </Paper>
    </Center>
  );
}

function SignInForm({
  onSignedIn,
  over = false,
  problem,
}: SignInProps & { problem: string | undefined }) {
  const [given, setGiven] = useState<Given>({ name: '', password: '' });
  const [wrong, setWrong] = useState(problem ?? null);
  const [isBusy, setBusy] = useState(false);
  const signIn = (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    send('signIn', {}, given)
      .then(onSignedIn)
      .catch((error: unknown) => {
        const asksCode = error instanceof ProblemError && error.problem.type === 'second-factor';
        setWrong(asksCode && given.code === undefined ? null : (error as Error).message);
        setGiven(({ name, password }) =>
          asksCode ? { name, password, code: '' } : { name, password: '' },
        );
      })
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={signIn}>
      <Stack gap="sm">
        {over && <Text size="sm">{text.ended}</Text>}
        {wrong !== null && (
          <Alert color="red" role="alert">
            {wrong}
          </Alert>
        )}
        <TextInput
          label={text.name}
          required
          withAsterisk={false}
          autoComplete="username"
          data-autofocus
          autoFocus
          value={given.name}
          onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
        />
        <PasswordInput
          label={text.password}
          required
          withAsterisk={false}
          autoComplete="current-password"
          value={given.password}
          onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
        />
        {given.code !== undefined && (
          <TextInput
            label={text.code}
            required
            withAsterisk={false}
            autoComplete="one-time-code"
            autoFocus
            value={given.code}
            onChange={(event) => setGiven({ ...given, code: event.currentTarget.value })}
          />
        )}
        <Button type="submit" loading={isBusy}>
          {text.submit}
        </Button>
        <PasskeySignIn onSignedIn={onSignedIn} onProblem={setWrong} />
        <ByProvider over={over} onSignedIn={onSignedIn} />
        <Text size="sm" c="dimmed">
          {text.forgotten}
        </Text>
      </Stack>
    </form>
  );
}

/** The button of single sign-on, where there is any. Over a page at work it opens another, so that nothing is lost here. */
function ByProvider({ over, onSignedIn }: Pick<SignInProps, 'onSignedIn'> & { over: boolean }) {
  const provider = useSignInWays().data?.provider ?? null;
  useEffect(() => {
    if (!over || provider === null) return;
    const look = () => {
      void ask('whoAmI').then(
        (who) => {
          if (who.person) onSignedIn(who);
        },
        // Whoever is not in yet stays where they are.
        () => undefined,
      );
    };
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  });
  if (provider === null) return null;
  return (
    <Button
      component="a"
      href={providerPage}
      variant="default"
      {...(over ? { target: '_blank' } : { onClick: keepWanted })}
    >
      {text.byProvider(provider)}
    </Button>
  );
}
