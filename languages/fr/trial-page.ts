import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

export const trialPageMessages = {
  title: (detector) => french`${detector} : ses paramètres`,
  about:
    'D’autres valeurs sont essayées à côté de la dernière exécution, qui reste telle quelle. Ce qui est mis en vigueur compte dès la prochaine exécution, et peut être repris.',
  declared: (value) => french`déclaré : ${value}`,
  inForce: (value) => french`en vigueur : ${value}`,
  between: (min, max) =>
    min === null
      ? `au plus ${figure(max ?? 0)}`
      : max === null
        ? `au moins ${figure(min)}`
        : `${figure(min)} à ${figure(max)}`,
  list: 'séparés par des virgules',
  empty: 'aucun',
  allDeclared: 'Valeurs déclarées',
  try: 'Essayer',
  trying: 'En cours à côté de la dernière exécution …',
  failed: 'L’essai n’a pu se faire',
  stale: french`Les valeurs ont changé depuis cet essai : essayez de nouveau.`,
  result: 'Ce qui changerait',
  beside: (run) => `À côté de l’exécution ${run}`,
  found: 'trouvés',
  lost: 'perdus',
  changed: 'modifiés',
  kept: 'pareils',
  findings: 'Constats',
  all: 'tous',
  confirmed: 'confirmés',
  dismissed: 'écartés',
  otherwise: 'autre décision',
  undecided: 'sans décision',
  countsAs: french`Un constat compte comme décidé s’il l’a été lui-même ; à défaut, si un groupe, ou sinon un autre constat, ayant plus de la moitié de ses comptes, l’a été. Il peut donc y en avoir plus que de décisions prises.`,
  dismissedFor: (reasons) => french`Écartés parmi les perdus : ${reasons}`,
  reason: (number, reason) => `${figure(number)} ${reason}`,
  basis: {
    own: (state) => state,
    cluster: (state, of) => `${state} comme partie de ${of}`,
    accounts: (state, of) => french`ses comptes dans ${of} : ${state}`,
  },
  more: (number) => `et ${figure(number)} de plus`,
  clusters: (changed, gone, made) =>
    `${count(changed, 'groupe serait autre', 'groupes seraient autres')}, dont ${count(made, 'nouveau', 'nouveaux')} et ${count(gone, 'disparu', 'disparus')}.`,
  scores: (raised, lowered) =>
    `${count(raised, 'compte a un score plus haut', 'comptes ont un score plus haut')}, ${figure(lowered)} plus bas.`,
  line: (over, under, line) =>
    french`${count(over, 'compte atteint', 'comptes atteignent')} ${line}, à partir de quoi l’on peut être d’un groupe ; ${figure(under)} tombent en dessous.`,
  nothing: 'Rien ne changerait.',
  sameFindings: 'Aucun constat ne viendrait, ne partirait ni ne changerait.',
  sameClusters: 'Chaque groupe réunirait les mêmes comptes.',
  put: 'Mettre en vigueur',
  why: 'Pourquoi',
  whyMissing: french`Dites pourquoi : cela reste dans l’historique.`,
  restsOn: 'Cet essai est nommé comme raison.',
  putNews: 'Les valeurs sont en vigueur dès la prochaine détection.',
  history: 'Changements',
  noHistory: 'Tout est comme déclaré, depuis le début.',
  revision: (revision, by, when) => french`${revision} : ${by}, ${when}`,
  asDeclared: 'tout comme déclaré',
  afterTrial: (trial) => `après l’essai ${trial}`,
} satisfies Given<Messages['trialPage']>;
