import { markOf, type ClusterDiff } from '../../../../domain/run-diff.ts';
import { messages } from '../../../../domain/messages/later.ts';
import '../watch.css';
import './changes.css';

const signs: Readonly<Record<ReturnType<typeof markOf>, string>> = {
  new: '✦',
  merged: '⋎',
  split: '⋏',
  grown: '+',
  changed: '±',
  shrunk: '−',
  gone: '✕',
  unchanged: '=',
  moved: '⇄',
  used: '⊕',
};

interface ChangeMarkProps {
  cluster: Pick<ClusterDiff, 'change' | 'payouts' | 'new_users'>;
}

/** How a cluster changed: in a word, with a sign. */
export function ChangeMark({ cluster }: ChangeMarkProps) {
  const mark = markOf(cluster);
  return (
    <span className="change-mark" data-change={mark}>
      <span aria-hidden className="change-sign">
        {signs[mark]}
      </span>
      {mark === 'moved' ? messages.watch.changes.moved : messages.clusterChanges[mark]}
    </span>
  );
}
