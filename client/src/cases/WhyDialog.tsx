import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { useCaseChanged } from './case-work-queries.ts';

interface WhyDialogProps {
  title: string;
  hint: string;
  /** What the button says. */
  action: string;
  /** Whether all else that is asked was answered. */
  ready: boolean;
  act: (why: string) => Promise<unknown>;
  onClose: () => void;
  /** What is asked before why. */
  children: ReactNode;
}

/** Asks something of a case, and why; what was chosen stays when it could not be done. */
export function WhyDialog({
  title,
  hint,
  action,
  act,
  onClose,
  children,
  ...asked
}: WhyDialogProps) {
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const changed = useCaseChanged();
  const ready = asked.ready && why.trim() !== '';
  const submit = async () => {
    if (!ready) return;
    setBusy(true);
    try {
      await act(why);
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
    await changed();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{hint}</Text>
          {children}
          <Textarea
            label={messages.caseWork.why}
            required
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2_000}
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          />
          {problem !== null && (
            <Text size="sm" role="alert" className="overdue breaks">
              {problem}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={onClose}>
              {messages.cases.cancel}
            </Button>
            <Button size="xs" type="submit" loading={busy} disabled={!ready}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
