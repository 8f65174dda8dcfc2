import type { Given } from '../../domain/words/given.ts';
import type { Words } from '../../domain/words/index.ts';

export const clusterChangesWords = {
  new: 'nouveau',
  merged: 'réuni',
  split: 'scindé',
  grown: 'agrandi',
  changed: 'modifié',
  shrunk: 'réduit',
  gone: 'disparu',
  unchanged: 'inchangé',
  moved: 'déplacé',
  used: 'nouveaux utilisateurs',
} satisfies Given<Words['clusterChanges']>;
