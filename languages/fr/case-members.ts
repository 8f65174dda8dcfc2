import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, french, listed } from './typography.ts';

export const caseMembersMessages = {
  all: 'Vu par tous ceux qui peuvent voir des dossiers',
  some: (names) => `Vu par ${listed(names)} seulement`,
  number: (n) => `vu par ${count(n, 'personne', 'personnes')} seulement`,
  change: 'Changer qui le voit',
  title: 'Qui voit ce dossier',
  hint: french`Personne d’autre ne le trouve : ni dans les listes, ni par son adresse, ni dans les tâches ou les mentions, ni comme preuve. Ce qui lui est joint est vu par les mêmes personnes. Qui le change, et pourquoi, figure dans son historique.`,
  choices: { all: 'Tous ceux qui peuvent voir des dossiers', some: 'Ces personnes seulement' },
  names: 'Personnes',
  namesHint: 'Tapez une partie d’un nom',
  nobody: 'Personne de ce nom',
  save: 'Enregistrer',
  mineAlone: 'Moi seul le vois d’abord',
  everybody: 'tous',
} satisfies Given<LaterMessages['caseMembers']>;
