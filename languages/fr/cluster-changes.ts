import type { Words } from '../../domain/words/index.ts';

export const clusterChangesWords: Words['clusterChanges'] = {
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
};
