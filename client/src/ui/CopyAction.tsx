import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

interface CopyActionProps {
  value: string;
  label: string;
  /** What the button says for a moment after it has copied. */
  done: string;
}

/** Copies a text, and says for a moment that it has. */
export function CopyAction({ value, label, done }: CopyActionProps) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          size="compact-xs"
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        >
          {copied ? done : label}
        </Button>
      )}
    </CopyButton>
  );
}
