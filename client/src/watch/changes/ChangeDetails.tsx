import { Anchor, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { messages } from '../../../../domain/messages/later.ts';
import { Failure } from '../../ui/Failure.tsx';
import { addressOfSubject } from '../../subject/subject.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { addressOfWatch } from '../address.ts';
import { useRunDiff } from './change-queries.ts';
import { ClusterChange } from './ClusterChanges.tsx';

const text = messages.watch.changes;

interface ChangeDetailsProps {
  /** The cluster's. */
  id: string;
  from: string;
  to: string;
}

/** Beside the canvas: how the cluster changed, and why. */
export function ChangeDetails({ id, from, to }: ChangeDetailsProps) {
  const { data, error, refetch } = useRunDiff(from, to);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const cluster = data.clusters.find((one) => one.id === id);
  if (!cluster) return <Text p="md">{text.nothing}</Text>;
  return (
    <div className="change-details">
      <Text size="xs" className="overline">
        {`${from} → ${to}`}
      </Text>
      <Title order={2} size="h4" my={4}>
        {messages.watch.tabs.changes}
      </Title>
      <ClusterChange cluster={cluster} />
      {cluster.change !== 'gone' && (
        <Anchor component={Link} size="sm" href={addressOfSubject('cluster', id)} display="block">
          {text.openNow}
        </Anchor>
      )}
      <Anchor component={Link} size="sm" href={addressOfWatch('changes', to)} display="block">
        {text.all}
      </Anchor>
    </div>
  );
}
