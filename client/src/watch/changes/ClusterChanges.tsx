import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { isOtherwise, type ClusterDiff, type RunDiff } from '../../../../domain/run-diff.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { NodeLink } from '../../subject/NodeLink.tsx';
import { NewUsersNamed } from './NewUsersNamed.tsx';
import { addressOfChange } from '../../subject/subject.ts';
import { ScoreBar } from '../../ui/ScoreBar.tsx';
import { ChangeMark } from './ChangeMark.tsx';

const text = messages.watch.changes;
const mostNamed = 30;

/** Each cluster that is not as it was: how, why, and who came and went. */
export function ClusterChanges({ diff }: { diff: RunDiff }) {
  return (
    <ul className="changes">
      {diff.clusters.filter(isOtherwise).map((cluster) => (
        <li key={`${cluster.change} ${cluster.id}`} className="change">
          <ClusterChange
            cluster={cluster}
            canvas={addressOfChange(diff.from, diff.to, cluster.id)}
          />
        </li>
      ))}
    </ul>
  );
}

interface ClusterChangeProps {
  cluster: ClusterDiff;
  /** Where it is drawn; left out beside the canvas that draws it. */
  canvas?: string;
}

/** How one cluster changed. */
export function ClusterChange({ cluster, canvas }: ClusterChangeProps) {
  const { id, was, joined, left, reasons, name, score, accounts } = cluster;
  return (
    <>
      <div className="change-head">
        <ChangeMark cluster={cluster} />
        <Text fw={600} size="sm" className="breaks">
          {name}
        </Text>
        {canvas !== undefined && (
          <Anchor component={Link} size="sm" href={canvas}>
            {text.open}
          </Anchor>
        )}
      </div>
      <div className="change-score">
        <ScoreBar score={score} of="cluster" />
      </div>
      <Text size="xs" c="dimmed" className="breaks">
        {[
          text.now(accounts),
          ...(joined.length > 0 ? [text.joined(joined.length)] : []),
          ...(left.length > 0 ? [text.left(left.length)] : []),
          id,
          ...(was.some((one) => one !== id) ? [text.was(was)] : []),
        ].join(' · ')}
      </Text>
      <ul className="watch-list">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {cluster.new_users.map((one) => (
        <NewUsersNamed key={one.name} newcomers={one} />
      ))}
      <Named title={text.joined(joined.length)} accounts={joined} />
      <Named title={text.left(left.length)} accounts={left} />
    </>
  );
}

function Named({ title, accounts }: { title: string; accounts: readonly string[] }) {
  if (accounts.length === 0) return null;
  return (
    <details>
      <summary className="small">{title}</summary>
      <div className="change-accounts">
        {accounts.slice(0, mostNamed).map((id) => (
          <NodeLink key={id} node={{ type: 'account', id }} />
        ))}
        {accounts.length > mostNamed && (
          <span className="faint small">
            {messages.watch.lists.rest(accounts.length - mostNamed)}
          </span>
        )}
      </div>
    </details>
  );
}
