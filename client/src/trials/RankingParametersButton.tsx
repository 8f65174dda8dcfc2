import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';

const RankingParametersDialog = lazy(async () => ({
  default: (await import('./RankingParametersDialog.tsx')).RankingParametersDialog,
}));

/** Opens by what clusters are ordered, where other weights can be put in force. */
export function RankingParametersButton() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-xs" variant="default" mt="sm" onClick={() => setOpened(true)}>
        {messages.ranking.parameters}
      </Button>
      {opened && (
        <Suspense>
          <RankingParametersDialog onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
