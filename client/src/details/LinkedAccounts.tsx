import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { outOf100 } from '../../../domain/score.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useLinkedAccounts, useOverview } from '../api/queries.ts';
import { Failure } from '../ui/Failure.tsx';
import { addressOfPair } from '../subject/subject.ts';
import { TypeIcon } from '../theme/TypeIcon.tsx';
import { OnTopLink } from '../ui/OnTopLink.tsx';
import { Section } from '../ui/Section.tsx';

const text = messages.page.details;
const shownFirst = 5;

/** The accounts that one shares something with, likeliest first; each leads to why. */
export function LinkedAccounts({ account }: { account: string }) {
  const { data, error, refetch } = useLinkedAccounts(account);
  const { data: overview } = useOverview();
  const [all, setAll] = useState(false);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const items = data?.items ?? [];
  const shown = all ? items : items.slice(0, shownFirst);
  // Before detection nobody knows what two accounts have in common.
  const nothing = overview?.run === null ? messages.page.state.noRunTitle : text.linkedNone;
  return (
    <Section title={text.linkedWith} count={data && items.length}>
      {!data && <Skeleton h={70} />}
      {shown.map(({ account: other, score, bonds }) => (
        <div key={other.id} className="link-row">
          <Group gap={6} wrap="nowrap">
            <TypeIcon type="account" size={14} />
            <OnTopLink className="text-link grows" href={addressOfPair(account, other.id)}>
              {other.caption}
            </OnTopLink>
            <span className="figure" title={text.linkScore(score)}>
              {outOf100(score)}
            </span>
          </Group>
          <Text size="xs" c="dimmed">
            {bonds.join(' · ')}
          </Text>
        </div>
      ))}
      {data && items.length === 0 && <span className="faint">{nothing}</span>}
      {items.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {text.moreOf(items.length - shown.length)}
        </Button>
      )}
    </Section>
  );
}
