import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, french } from './typography.ts';

export const retentionPageMessages = {
  title: 'Conservation',
  about: french`Au bout de combien de temps des lignes partent, ce qui est retenu, et ce qui est parti. Les règles sont dans retention.json là où Skein tourne ; les retenues y sont posées et levées par « skein hold ».`,
  rules: 'Règles',
  none: french`Aucune règle n’est posée : rien ne part par l’âge.`,
  problem: french`Aucune règle n’est en vigueur, car le fichier ne peut servir :`,
  rule: (file, days) => french`${file} : au bout de ${count(days, 'jour', 'jours')}`,
  at: (at, timezone) => `Appliquées chaque jour à ${at} (${timezone}).`,
  byCommand: 'Appliquées par commande seulement.',
  next: (when) =>
    french`Prochaine fois le ${when} ; des règles nouvelles valent à partir de la fois qui suit le moment où elles ont été vues.`,
  holds: 'Retenues légales',
  noHolds: 'Rien n’est sous retenue légale.',
  kinds: { account: 'Compte', case: 'Dossier' },
  setBy: (who, when) => french`Posée par ${who} le ${when}, jusqu’à ce qu’elle soit levée :`,
  lifted: (who, when) => french`Levée par ${who} le ${when} :`,
  applied: 'Appliquées',
  noneApplied: 'Les règles n’ont pas encore été appliquées.',
  scheduled: 'd’elles-mêmes',
  byHand: (who) => `par ${who}, par commande`,
  states: {
    waiting: 'Remis',
    running: 'En cours',
    done: 'Fait',
    missed: french`Pas fait ; le jour suivant a pris la place`,
  },
  file: (file, removed, kept) =>
    french`${file} : ${count(removed, 'ligne partie', 'lignes parties')}` +
    (kept === 0
      ? ''
      : `, ${count(kept, 'gardée', 'gardées')} par une retenue ou un dossier ouvert`),
  again: (when) => `Nouvel essai à partir du ${when}.`,
} satisfies Given<LaterMessages['retentionPage']>;
