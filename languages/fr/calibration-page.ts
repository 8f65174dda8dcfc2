import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, french } from './typography.ts';

export const calibrationPageMessages = {
  title: 'Poids appris des décisions',
  about: french`Poids, a priori et seuil sont estimés à nouveau d’après ce qui a été confirmé et écarté ici, ramenés vers ceux livrés avec Skein : des décisions peu nombreuses, ou toutes du même genre, changent peu. C’est un essai à côté de la dernière exécution, qui reste telle quelle.`,
  calibrate: 'Estimer',
  from: (confirmed, dismissed) =>
    `D’après ${count(confirmed, 'confirmation', 'confirmations')} et ${count(dismissed, 'rejet', 'rejets')}.`,
  moved: 'Poids qui bougeraient',
  none: 'Aucun poids ne bougerait.',
  unmoved: (spoken) =>
    `${count(spoken, 'pondération dont parlent des décisions resterait telle quelle', 'pondérations dont parlent des décisions resteraient telles quelles')}.`,
  weight: 'poids',
  inForce: 'en vigueur',
  then: 'puis',
  within: french`95 % entre`,
  decisions: 'décisions',
  range: (low, high) => `${low} et ${high}`,
  sums: {
    link: 'Liens de deux comptes',
    account: 'Comptes seuls',
    group: 'Ensembles',
    cluster: 'Groupes',
  },
  prior: 'avant tout indice',
  against: (explanation) => french`avant tout indice, face à : ${explanation}`,
  ofDetector: (detector, as) => french`${detector} : ${as}`,
  others: 'tous les autres',
  judged: 'ce qu’un analyste a jugé des deux',
  least: 'score à partir duquel on y croit',
  waiting: 'À mettre en vigueur par une autre personne',
  waitingAbout: (by, when) =>
    `Estimés par ${by}, ${when}. Qui les a estimés ne peut les mettre en vigueur.`,
  show: 'Voir ce qui changerait',
  putNews: 'Les poids sont en vigueur dès la prochaine détection.',
  back: 'Revenir aux précédents',
  backNews: 'Les poids d’avant sont en vigueur dès la prochaine détection.',
  history: 'Changements des poids',
  noHistory: 'Tous les poids sont ceux livrés, depuis le début.',
  changed: (weights) =>
    weights === 0
      ? 'tous comme livrés'
      : count(weights, 'pondération autre que livrée', 'pondérations autres que livrées'),
  afterTrial: (by) => `estimés par ${by}`,
} satisfies Given<Messages['calibrationPage']>;
