import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/browser.ts';
import { useMay } from '../api/caller.ts';

interface RunButtonProps {
  label: string;
  running: boolean;
  /** There is nothing to run yet. */
  disabled?: boolean;
  onRun: () => void;
  onCancel: () => void;
}

/** Runs what is asked, and while that runs ends it. */
export function RunButton({ label, running, disabled = false, onRun, onCancel }: RunButtonProps) {
  const may = useMay('work');
  if (running)
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerStop size={15} />}
        onClick={onCancel}
      >
        {messages.queries.editor.cancel}
      </Button>
    );
  return (
    <Button
      size="xs"
      variant="outline"
      disabled={disabled || !may}
      leftSection={<IconPlayerPlay size={15} />}
      onClick={onRun}
    >
      {label}
    </Button>
  );
}
