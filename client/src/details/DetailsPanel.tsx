import { ScrollArea } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { withLaterMessages } from '../api/later.ts';
import { useSubject } from '../workspace/opened.tsx';
import { Nothing } from './Nothing.tsx';
import { Waiting } from '../ui/Waiting.tsx';

const SelectedDetails = lazy(() =>
  withLaterMessages(async () => ({
    default: (await import('./SelectedDetails.tsx')).SelectedDetails,
  })),
);

/** The right side of the page; what it tells of comes with the first thing that is opened. */
export function DetailsPanel() {
  const subject = useSubject();
  return (
    <ScrollArea h="100%" type="auto" scrollbarSize={8} viewportProps={{ tabIndex: 0 }}>
      {subject.kind === 'start' ? (
        <Nothing />
      ) : (
        <Suspense fallback={<Waiting />}>
          <SelectedDetails />
        </Suspense>
      )}
    </ScrollArea>
  );
}
