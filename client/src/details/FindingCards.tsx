import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FindingSummary } from '../../../domain/answers.ts';
import { words } from '../../../domain/words/browser.ts';
import { FindingCard } from './FindingCard.tsx';

/** The strongest say most; the rest come on demand, so that what follows is not far away. */
const shownFirst = 3;

export function FindingCards({ findings }: { findings: readonly FindingSummary[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, shownFirst);
  return (
    <>
      {shown.map((finding) => (
        <FindingCard key={finding.id} finding={finding} />
      ))}
      {findings.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {words.page.details.moreOf(findings.length - shown.length)}
        </Button>
      )}
    </>
  );
}
