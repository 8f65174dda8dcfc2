import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, figure, french } from './typography.ts';

export const narrowMessages = {
  backToList: 'Retour à la liste',
  assigned: (who) => `attribué à ${who}`,
  due: (day) => `pour le ${day}`,
  more: (n) => `${figure(n)} de plus`,
  notes: (n) => count(n, 'note', 'notes'),
  counts: (n) => count(n, 'compte', 'comptes'),
  moreOf: (what) => french`Suite : ${what}`,
} satisfies Given<LaterMessages['narrow']>;
