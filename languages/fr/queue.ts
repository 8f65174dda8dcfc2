import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, figure } from './typography.ts';

const findings = (n: number) => count(n, 'constat', 'constats');

export const queueMessages = {
  each: 'Chaque constat à part',
  open: (open, all) => `${count(open, 'ouvert', 'ouverts')} sur ${findings(all)}`,
  openOf: (title, open, all) => `${title} ${figure(open)}/${figure(all)}`,
  unfold: (title) => `Constats de ${title}`,
  held: (open, all) =>
    `leurs groupes contiennent ${findings(all)}, dont ${count(open, 'ouvert', 'ouverts')}`,
  seeAll: (n) => `Voir les ${findings(n)} de ce groupe`,
  ofCluster: (id) => `constats du groupe ${id}`,
  waiting: 'Lecture de ses constats…',
} satisfies Given<LaterMessages['queue']>;
