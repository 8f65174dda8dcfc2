import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Source } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { SourceLink } from '../ui/SourceLink.tsx';

const shownFirst = 4;

/** The rows that something rests on; the first few, and the rest on demand. */
export function SourceLinks({ sources }: { sources: readonly Source[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? sources : sources.slice(0, shownFirst);
  return (
    <Group gap={8} mt={6}>
      {shown.map((source) => (
        <SourceLink key={`${source.sha256}:${source.line}`} source={source} />
      ))}
      {sources.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {messages.page.details.moreOf(sources.length - shown.length)}
        </Button>
      )}
    </Group>
  );
}
