import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

export const eventsMessages = {
  tooManyRows: (rows, most) =>
    french`Le lot compte ${count(rows, 'ligne', 'lignes')} ; au plus ${figure(most)} ${most < 2 ? 'est acceptée' : 'sont acceptées'}. Envoyez-le en plusieurs parties, chacune avec sa propre clé.`,
  otherRows: (key, at) =>
    french`Un lot avec l’Idempotency-Key ${key} et d’autres lignes est arrivé à ${at}. Rien n’est enregistré : envoyez ces lignes avec une clé à elles.`,
  queueFull: (waiting) =>
    `${count(waiting, 'lot attend', 'lots attendent')} déjà. Renvoyez-le, avec la même clé, après le délai qu’indique Retry-After.`,
  loading: (by, since) =>
    `Un chargement de ${by}, commencé à ${since}, est en cours d’écriture. Renvoyez le lot, avec la même clé, après le délai qu’indique Retry-After.`,
  detecting: (by, since) =>
    `Une exécution de ${by}, commencée à ${since}, travaille sur le graphe. Renvoyez le lot, avec la même clé, après le délai qu’indique Retry-After.`,
  before: 'Un lot arrivé avant lui n’a pas encore pu être enregistré. Renvoyez-le après celui-là.',
  row: {
    noRow: french`n’est pas une ligne ; écrivez-la {"file":"logins","row":{"account_id":"a1","ip":"192.0.2.1","started_at":"2024-05-01T08:00:00Z"}}`,
    noFile: (known) =>
      french`ne nomme pas de fichier ; donnez sous file l’un de ${known.join(', ')}`,
    unknownFile: (nearest, known) =>
      nearest === null
        ? french`n’est pas un fichier du contrat ; donnez l’un de ${known.join(', ')}`
        : french`n’est pas un fichier du contrat ; vouliez-vous dire ${nearest} ?`,
    noCells: french`n’a pas de cellules ; donnez-les sous row, en objet de colonnes et de valeurs`,
    unknownKey: (key) =>
      french`contient ${key}, qui n’est ni file ni row ; mettez les colonnes dans row`,
  },
} satisfies Given<Messages['events']>;
