import type { ClusterChange } from '../../../domain/run-diff.ts';
import { words } from '../../../domain/words/later.ts';
import '../watch/watch.css';
import './changes.css';

const signs: Readonly<Record<ClusterChange, string>> = {
  new: '✦',
  merged: '⋎',
  split: '⋏',
  grown: '+',
  changed: '±',
  shrunk: '−',
  gone: '✕',
  // One that is shown is paid elsewhere.
  unchanged: '⇄',
};

/** How a cluster changed: in a word, with a sign. */
export function ChangeMark({ change }: { change: ClusterChange }) {
  return (
    <span className="change-mark" data-change={change}>
      <span aria-hidden className="change-sign">
        {signs[change]}
      </span>
      {change === 'unchanged' ? words.watch.changes.moved : words.clusterChanges[change]}
    </span>
  );
}
