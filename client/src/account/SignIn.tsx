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
import { useState, type SubmitEvent } from 'react';
import type { CallerInfo } from '../../../domain/people.ts';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';

const text = messages.peoplePage.signIn;

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
        overlayProps={{ blur: 6 }}
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

function SignInForm({ onSignedIn, over, problem }: SignInProps & { problem: string | undefined }) {
  const [given, setGiven] = useState({ name: '', password: '' });
  const [wrong, setWrong] = useState(problem ?? null);
  const [isBusy, setBusy] = useState(false);
  const signIn = (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    send('signIn', {}, given)
      .then(onSignedIn)
      .catch((error: unknown) => {
        setWrong((error as Error).message);
        setGiven(({ name }) => ({ name, password: '' }));
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
        <Button type="submit" loading={isBusy}>
          {text.submit}
        </Button>
        <Text size="sm" c="dimmed">
          {text.forgotten}
        </Text>
      </Stack>
    </form>
  );
}
