import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.peoplePage.leaving;

interface SignOutDialogProps {
  /** How many graphs and boards have work on them that is kept nowhere else. */
  works: number;
  onClose: () => void;
  onSignOut: () => Promise<void>;
}

/** Says what goes with whoever signs out, before it does. */
export function SignOutDialog({ works, onClose, onSignOut }: SignOutDialogProps) {
  const [busy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    await onSignOut();
    setBusy(false);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.title}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <Stack gap="sm">
        <Text size="sm">{text.about(works)}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {text.stay}
          </Button>
          <Button loading={busy} onClick={() => void signOut()}>
            {text.go}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
