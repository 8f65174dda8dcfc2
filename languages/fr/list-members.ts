import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, french, listed } from './typography.ts';

export const listMembersMessages = {
  heading: 'Les listes, et qui peut les connaître',
  columns: { list: 'Liste', who: 'Qui peut la connaître' },
  entries: (n) => count(n, 'entrée', 'entrées'),
  none: 'Aucune liste n’est chargée.',
  change: 'Changer qui peut la connaître',
  all: 'Tous ceux qui peuvent voir des listes',
  some: (names) => `${listed(names)} seulement`,
  title: (list) => `Qui peut connaître ${list}`,
  hint: french`Pour les autres, ses entrées, et tout constat qui repose sur l’une d’elles, sont comme absents, quel que soit leur rôle. Ils ne peuvent pas non plus poser leurs propres requêtes, ni sortir des fichiers qui pourraient en contenir quelque chose. Qui le change, et pourquoi, figure dans le journal d’audit.`,
  choices: { all: 'Tous ceux qui peuvent voir des listes', some: 'Ces personnes seulement' },
} satisfies Given<LaterMessages['listMembers']>;
