import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, french } from './typography.ts';

const number = (n: number) => n.toLocaleString('fr-FR');

export const overviewPageMessages = {
  title: 'Aperçu',
  changed: 'Depuis le passage précédent',
  detected: (when) => `Détecté le ${when}`,
  noRunBefore: 'Il n’y a pas de passage précédent à comparer.',
  noClusterChanged: 'Aucun groupe n’a changé.',
  findings: (came, gone) =>
    `${count(came, 'nouveau constat', 'nouveaux constats')}, ${count(gone, 'disparu', 'disparus')}`,
  clusters: (n, mark) => french`${count(n, 'groupe', 'groupes')} : ${mark}`,
  toChanges: 'Ce qui a changé, un par un',
  waits: 'En attente d’une décision',
  waiting: {
    open: (n) => `${n} en cours`,
    mine: (n) => `${n} pour vous`,
    news: (n) => `${n} avec de nouveaux éléments`,
  },
  loaded: 'Dernières données chargées',
  load: (when, files) => `${when}, ${count(files, 'fichier', 'fichiers')}`,
  file: (file, rows) => `${file} (${number(rows)})`,
  nothingLoaded: 'Rien n’a encore été chargé.',
  since: (loads) =>
    `${count(loads, 'chargement est plus récent', 'chargements sont plus récents')} que la détection.`,
  cards: 'Les groupes en tête',
  until: (last) => `jusqu’au ${last}`,
} satisfies Given<LaterMessages['overviewPage']>;
