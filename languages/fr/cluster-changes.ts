import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';

export const clusterChangesMessages = {
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
} satisfies Given<Messages['clusterChanges']>;
