import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

export const standingMessages = {
  shownAs: 'Montré comme',
  is: { member: 'membre', context: 'seulement pour le contexte' },
  legend: french`plus pâle : montré seulement pour le contexte`,
  legendOf: (nodes) => french`plus pâle : montré seulement pour le contexte (${figure(nodes)})`,
  context: 'Montrés seulement pour le contexte',
  contextHint: french`Cela touche à ce sur quoi reposent les constats. Rien ne dit que cela fait partie de ce qui est montré : tenez-le pour étranger aux faits, sauf si la Veille le dit nouvel utilisateur de ce qui est montré.`,
  ofThem: (members, context) =>
    `Des ${count(members + context, 'compte', 'comptes')} qu’il nomme, ${figure(members)} ${members < 2 ? 'est membre' : 'sont membres'} et ${figure(context)} ${context < 2 ? 'est montré' : 'sont montrés'} seulement pour le contexte.`,
  ofType: (many, n, context) =>
    context === 0
      ? `${many} (${figure(n)})`
      : `${many} (${figure(n - context)} + ${figure(context)} seulement pour le contexte)`,
  mark: { member: 'Ce tableau en traite', context: 'Seulement pour le contexte ici' },
  marked: {
    member: (what) => `Le tableau traite maintenant de ${what}.`,
    context: (what) => `${what} n’est plus montré que pour le contexte.`,
  },
} satisfies Given<Messages['standing']>;
