import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FindingSummary } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { FindingCard } from './FindingCard.tsx';

/** The strongest say most; the rest come on demand, so that what follows is not far away. */
const shownFirst = 3;

interface FindingCardsProps {
  findings: readonly FindingSummary[];
  members?: ReadonlySet<string>;
}

export function FindingCards({ findings, members }: FindingCardsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, shownFirst);
  return (
    <>
      {shown.map((finding) => (
        <FindingCard key={finding.id} finding={finding} {...(members ? { members } : {})} />
      ))}
      {findings.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {messages.page.details.moreOf(findings.length - shown.length)}
        </Button>
      )}
    </>
  );
}
