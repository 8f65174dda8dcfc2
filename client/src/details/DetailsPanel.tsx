import { ScrollArea } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { withLaterMessages } from '../api/later.ts';
import { useLeadsNowhere } from '../workspace/nowhere.ts';
import { useSubject } from '../workspace/opened.tsx';
import { useSelection } from '../workspace/selection.tsx';
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
  const { selected, line } = useSelection();
  // The stage says that there is nothing; once is enough.
  const nothing = useLeadsNowhere() && selected === null && line === null;
  return (
    <ScrollArea h="100%" type="auto" scrollbarSize={8} viewportProps={{ tabIndex: 0 }}>
      {nothing || subject.kind === 'start' ? (
        <Nothing />
      ) : (
        <Suspense fallback={<Waiting />}>
          <SelectedDetails />
        </Suspense>
      )}
    </ScrollArea>
  );
}
