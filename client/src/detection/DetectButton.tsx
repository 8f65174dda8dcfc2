import { Button, Text, type ButtonProps } from '@mantine/core';
import { IconRadar2 } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/browser.ts';
import { useMay } from '../api/caller.ts';
import { useBeginDetection, useLatestDetection } from './detection-queries.ts';

const text = messages.detections;

interface DetectButtonProps {
  size?: ButtonProps['size'];
  variant?: ButtonProps['variant'];
  label?: string;
}

/** Runs the detectors over what is loaded. While they run, the strip below the header says how far they are. */
export function DetectButton({ size = 'xs', variant = 'filled', label }: DetectButtonProps) {
  const begin = useBeginDetection();
  const running = useLatestDetection()?.state === 'running';
  const busy = running || begin.isPending;
  const may = useMay('work');
  if (!may) return null;
  return (
    <span className="detect-action">
      <Button
        size={size}
        variant={variant}
        leftSection={<IconRadar2 size={16} aria-hidden />}
        // It keeps the focus, which a button that is disabled loses.
        aria-disabled={busy}
        data-disabled={busy || undefined}
        onClick={() => {
          if (!busy) begin.mutate();
        }}
      >
        {running ? text.underWay : (label ?? text.button)}
      </Button>
      {begin.error && !running && (
        <Text size="sm" role="alert" className="breaks">
          {begin.error.message}
        </Text>
      )}
    </span>
  );
}
