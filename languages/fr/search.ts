import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french } from './typography.ts';

/** La recherche, en français. */
export const searchMessages = {
  bringingUp: (what) => french`Préparation de la recherche : ${what}`,
  results: 'Résultats de la recherche',
  page: (q) => french`Résultats pour « ${q} »`,
  matched: (column) => `dans ${column}`,
  similar: 'proche de votre saisie',
  none: (q) => french`Rien ne contient « ${q} ».`,
  noneHint: french`La recherche porte sur les identifiants, les noms dans toutes les écritures, les adresses e-mail, les numéros de téléphone, les adresses, les adresses IP et les blocs tels que 192.0.2.0/24, les numéros de documents et les mots des textes ; les petites fautes sont tolérées.`,
  waiting: 'Recherche en cours…',
  findings: 'Constats',
  clusters: 'Groupes',
  detectors: 'Détecteurs',
  all: 'Tous les résultats',
  more: french`Seuls les premiers résultats sont affichés ; d’autres correspondent. Ajoutez un mot ou choisissez un type.`,
  listed: (n) => (n <= 1 ? `${n} résultat` : `${n.toLocaleString('fr-FR')} résultats`),
  kinds: 'Type',
  allKinds: 'Tous les types',
  putOver: 'Mettre par-dessus le dernier dessin',
  put: (n) =>
    n === 1 ? 'Placer sur le canevas' : `Placer les ${n.toLocaleString('fr-FR')} sur le canevas`,
  ofCluster: (n) => (n <= 1 ? `${n} compte` : `${n.toLocaleString('fr-FR')} comptes`),
} satisfies Given<Messages['search']>;
