import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import { withLaterMessages } from '../api/later.ts';

const CalibrationDialog = lazy(() =>
  withLaterMessages(async () => ({
    default: (await import('./CalibrationDialog.tsx')).CalibrationDialog,
  })),
);

/** Opens what the weights of scores are, where those learned from decisions can be tried and put in force. */
export function CalibrationButton() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" m="sm" onClick={() => setOpened(true)}>
        {messages.page.lists.calibrate}
      </Button>
      {opened && (
        <Suspense>
          <CalibrationDialog onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
