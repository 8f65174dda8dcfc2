import { Button, Group, PasswordInput, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { announceProblem } from '../news/announce-problem.ts';

interface AskingProps {
  label: string;
  submit: string;
  isPassword?: boolean;
  variant?: 'filled' | 'default';
  send: (given: string) => Promise<void>;
}

/** One thing that is asked for before something is done: a code, or the password anew. */
export function Asking({
  label,
  submit,
  isPassword = false,
  variant = 'filled',
  send: sendIt,
}: AskingProps) {
  const [given, setGiven] = useState('');
  const go = async (event: SubmitEvent) => {
    event.preventDefault();
    await sendIt(given).catch(announceProblem);
    setGiven('');
  };
  const shared = {
    ...{ label, required: true, value: given, size: 'xs', w: 260 },
    onChange: (event: { currentTarget: { value: string } }) => setGiven(event.currentTarget.value),
  };
  return (
    <form onSubmit={(event) => void go(event)}>
      <Group align="flex-end" gap="xs" mt="xs">
        {isPassword ? (
          <PasswordInput {...shared} autoComplete="current-password" />
        ) : (
          <TextInput {...shared} autoComplete="one-time-code" />
        )}
        <Button type="submit" size="xs" variant={variant}>
          {submit}
        </Button>
      </Group>
    </form>
  );
}
