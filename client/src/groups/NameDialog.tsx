import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.looks.groups;
const longestName = 120;

interface NameDialogProps {
  title: string;
  hint?: string;
  save: string;
  /** What the name is at first. */
  usual: string;
  onName: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name of a group; mounted while it is open. */
export function NameDialog({ title, hint, save, usual, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(usual);
  const done = () => {
    if (name.trim() === '') return;
    onName(name.trim());
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="sm"
      centered
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        {hint !== undefined && (
          <Text size="sm" c="dimmed" mb="sm">
            {hint}
          </Text>
        )}
        <TextInput
          data-autofocus
          label={text.name}
          value={name}
          maxLength={longestName}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button size="xs" variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button size="xs" type="submit" disabled={name.trim() === ''}>
            {save}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
