import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { DetectorInfo } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { withLaterMessages } from '../api/later.ts';

const ParametersDialog = lazy(() =>
  withLaterMessages(async () => ({
    default: (await import('./ParametersDialog.tsx')).ParametersDialog,
  })),
);

/** Opens what a detector's parameters are, where others can be tried and put in force. */
export function ParametersButton({ detector }: { detector: DetectorInfo }) {
  const [opened, setOpened] = useState(false);
  if (detector.parameters.length === 0) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" mt="sm" onClick={() => setOpened(true)}>
        {messages.page.details.tryValues}
      </Button>
      {opened && (
        <Suspense>
          <ParametersDialog detector={detector} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
