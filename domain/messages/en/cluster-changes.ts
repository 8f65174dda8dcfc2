/** How a cluster changed between two runs. */
export const clusterChangesMessages = {
  new: 'new',
  merged: 'merged',
  split: 'split',
  grown: 'grown',
  changed: 'changed',
  shrunk: 'shrunk',
  gone: 'gone',
  unchanged: 'unchanged',
  /** Of one that is otherwise unchanged. */
  moved: 'moved',
  /** Of one whose things have new users. */
  used: 'new users',
} as const;
