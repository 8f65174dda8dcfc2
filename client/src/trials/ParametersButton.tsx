import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { DetectorInfo } from '../../../domain/answers.ts';
import { words } from '../../../domain/words/browser.ts';

const ParametersDialog = lazy(() =>
  import('./ParametersDialog.tsx').then(({ ParametersDialog }) => ({ default: ParametersDialog })),
);

/** Opens what a detector's parameters are, where others can be tried and put in force. */
export function ParametersButton({ detector }: { detector: DetectorInfo }) {
  const [opened, setOpened] = useState(false);
  if (detector.parameters.length === 0) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" mt="sm" onClick={() => setOpened(true)}>
        {words.trialPage.open}
      </Button>
      {opened && (
        <Suspense>
          <ParametersDialog detector={detector} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
