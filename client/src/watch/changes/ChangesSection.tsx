import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Run } from '../../../../domain/finding.ts';
import { hasChanges, isOtherwise, type RunDiff } from '../../../../domain/run-diff.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { Failure } from '../../ui/Failure.tsx';
import { DetectButton } from '../../detection/DetectButton.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { dayAndTime } from '../../theme/formats.ts';
import { addressOfWatch } from '../address.ts';
import { Card } from '../Card.tsx';
import { ClusterChanges } from './ClusterChanges.tsx';
import { FindingChanges } from './FindingChanges.tsx';
import { RuleChanges } from './RuleChanges.tsx';
import { ScoreChanges } from './ScoreChanges.tsx';
import { useRunDiff, useRuns } from './change-queries.ts';

const text = messages.watch.changes;

/** What is otherwise in a run than in an earlier one. `id` is the later run; the latest where it is null. */
export default function ChangesSection({ id }: { id: string | null }) {
  const runs = useRuns();
  if (runs.error && !runs.data)
    return <Failure error={runs.error} onRetry={() => void runs.refetch()} />;
  if (!runs.data) return <Waiting />;
  const { items } = runs.data;
  if (items.length < 2)
    return (
      <>
        <Text size="sm" mb="xs">
          {items.length === 0 ? text.none : text.one}
        </Text>
        <DetectButton variant={items.length === 0 ? 'filled' : 'default'} />
      </>
    );
  const at = items.findIndex(({ run }) => run === id);
  return <Compared key={id} runs={items} at={Math.min(Math.max(at, 0), items.length - 2)} />;
}

/** Latest first; `at` is the later one's place. */
function Compared({ runs, at }: { runs: readonly Run[]; at: number }) {
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<string | null>(null);
  const later = runs[at]!;
  const earlier = runs.slice(at + 1);
  const diff = useRunDiff(chosen, later.run);
  return (
    <>
      <div className="watch-form" style={{ maxWidth: 1180, marginBottom: 14 }}>
        <NativeSelect
          size="xs"
          label={text.from}
          value={chosen ?? diff.data?.from ?? earlier[0]!.run}
          data={earlier.map(option)}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={text.to}
          value={later.run}
          data={runs.slice(0, -1).map(option)}
          onChange={({ currentTarget }) => navigate(addressOfWatch('changes', currentTarget.value))}
        />
      </div>
      {diff.error && !diff.data && (
        <Failure error={diff.error} onRetry={() => void diff.refetch()} />
      )}
      {diff.isPending && <Waiting />}
      {diff.data && <Changes diff={diff.data} />}
    </>
  );
}

function option({ run, ended, counts }: Run) {
  return { value: run, label: text.run(dayAndTime(ended), counts['findings'] ?? 0) };
}

function Changes({ diff }: { diff: RunDiff }) {
  const unchanged = diff.clusters.filter((cluster) => !isOtherwise(cluster)).length;
  return (
    <>
      {hasChanges(diff) ? (
        <Card title={text.clusters}>
          <ClusterChanges diff={diff} />
          {unchanged > 0 && (
            <Text size="sm" c="dimmed">
              {text.unchanged(unchanged)}
            </Text>
          )}
        </Card>
      ) : (
        <Text size="md" fw={600} mb="md">
          {diff.accounts.length > 0 ? text.onlyScores : text.nothing}
        </Text>
      )}
      {!diff.users_known && (
        <Text size="sm" c="dimmed" mb="md">
          {text.usersUnknown}
        </Text>
      )}
      <FindingChanges diff={diff} />
      <ScoreChanges accounts={diff.accounts} />
      <RuleChanges detectors={diff.detectors} />
    </>
  );
}
