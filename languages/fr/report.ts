import { scoreMessages } from './score.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

const more = (number: number, one: string, many: string) =>
  french`et ${count(number, one, many)} : voir le programme ou le rapport en JSON.`;

const accounts = (number: number) => count(number, 'compte', 'comptes');
const groups = (number: number) => count(number, 'groupe', 'groupes');
const findings = (number: number) => count(number, 'constat', 'constats');

const percent = (part: number, whole: number) => french`${Math.round((100 * part) / whole)} %`;

/** `3 groupes et 41 constats nouveaux`; nothing where there are none. */
const both = (
  { cluster, finding }: { cluster: number; finding: number },
  [one, many]: readonly [string, string],
): string[] => {
  const parts = [
    ...(cluster > 0 ? [groups(cluster)] : []),
    ...(finding > 0 ? [findings(finding)] : []),
  ];
  return parts.length > 0 ? [`${parts.join(' et ')} ${cluster + finding < 2 ? one : many}`] : [];
};

export const reportMessages = {
  moment: ({ day, minute }) =>
    minute === null
      ? dayInWords(day)
      : `${dayInWords(day)}, ${minute.replace(':', '\u00a0h\u00a0')} UTC`,
  number: (value, most) =>
    value.toLocaleString('fr-FR', { maximumFractionDigits: most, useGrouping: 'min2' }),
  hundredths: (value) => decimal(value, 2),
  named: (name, value) => french`${name} : ${value}`,
  between: french` ; `,
  colon: french` : `,
  kicker: 'Skein – rapport quotidien sur les comptes liés',
  title: (day) => `Rapport sur les groupes, ${day}`,
  about: (run, by, ended) => `Exécution ${run}, lancée par ${by}, terminée ${ended}.`,
  comparedWith: (run) => `Comparée à ${run}.`,
  asOf: (time) => `Elle n’a rien utilisé de postérieur à ${time}.`,
  nothing: (looked) =>
    french`Rien trouvé : aucune règle n’a trouvé de motif parmi ${accounts(looked)}.`,
  first: (looked, found, clusters) =>
    french`Première exécution : ${groups(clusters)} et ${findings(found)} parmi ${accounts(looked)}. Il n’y a rien à quoi les comparer.`,
  nothingNew: (clusters, found) =>
    french`Rien de nouveau : ${groups(clusters)} et ${findings(found)}, comme à l’exécution précédente.`,
  onlyFindings: (found, changed, gone, superseded) =>
    french`Aucun groupe n’a changé ; parmi les constats, ${count(found, 'nouveau', 'nouveaux')}, ${count(changed, 'modifié', 'modifiés')}, ${count(gone, 'disparu', 'disparus')}${superseded > 0 ? `, ${superseded} d’une nouvelle version de leur règle` : ''}.`,
  onlyScores: (moved) =>
    french`Aucun groupe ni constat n’a changé ; le score de ${count(moved, 'compte', 'comptes')} a changé.`,
  clustersChanged: (changes) => french`Groupes : ${changes.join(', ')}.`,
  onlyClustersChanged: (changes) =>
    french`Groupes : ${changes.join(', ')}. Rien d’autre ne demande votre attention.`,
  changed: {
    new: (number) => count(number, 'nouveau', 'nouveaux'),
    merged: (number) => count(number, 'réuni de plusieurs', 'réunis de plusieurs'),
    split: (number) => count(number, 'scindé', 'scindés'),
    grown: (number) => count(number, 'agrandi', 'agrandis'),
    changed: (number) => `${number} avec d’autres membres`,
    shrunk: (number) => count(number, 'réduit', 'réduits'),
    gone: (number) => count(number, 'disparu', 'disparus'),
    unchanged: (number) => count(number, 'inchangé', 'inchangés'),
    moved: (number) => `${number} aux versements déplacés`,
    newUsers: (number) =>
      `${number} dont ce qui ${number < 2 ? 'le' : 'les'} tient a de nouveaux utilisateurs`,
    reopened: (number) => count(number, 'rouvert', 'rouverts'),
  },
  change: {
    new: 'Nouveau',
    merged: 'Réuni',
    split: 'Scindé',
    grown: 'Agrandi',
    changed: 'Autres membres',
    shrunk: 'Réduit',
    gone: 'Disparu',
    unchanged: 'Inchangé',
    moved: 'Versements déplacés',
    newUsers: 'Nouveaux utilisateurs de ce qui le tient',
    reopened: 'Rouvert',
  },
  newUsers: {
    first: french`Nouveaux utilisateurs de ce qui tient des groupes connus :`,
    title: 'Nouveaux utilisateurs de ce qui tient des groupes connus',
    text: french`Ces comptes se sont mis à utiliser ce que partagent les membres d’un groupe, et n’en font pas partie. Ce peut être la même main avec d’autres comptes, ou quelqu’un de nouveau dans un lieu honnête ; rien n’en est décidé.`,
    head: ['Groupe', 'Ce qu’ils partagent', 'Compte', 'Depuis', 'Ligne'],
    in: (cluster) => `dans ${cluster}`,
    more: (rest) => french`et ${figure(rest)} de plus : voir le programme ou le rapport en JSON.`,
    unknown: french`L’exécution d’avant n’a pas gardé qui utilise ce qui tient ses groupes : rien ne peut être dit de nouveaux utilisateurs.`,
  },
  todo: french`À examiner et à trancher, dans cet ordre :`,
  scoreOf: (score) => `score ${decimal(score, 2)} sur 1,00 (vraisemblance d’un même dispositif)`,
  scoreText: (score) =>
    french`${decimal(score, 2)} sur 1,00 : ${scoreMessages.meaning.cluster}. ${scoreMessages.ranks}`,
  clusterScoreText: french`Score, sur 1,00 : ${scoreMessages.meaning.cluster}. ${scoreMessages.ranks}`,
  memberScoreText: french`Score, sur 1,00 : ${scoreMessages.meaning.account}. ${scoreMessages.ranks}`,
  strengthText: french`Force, sur 1,00 : ${scoreMessages.meaning.finding}.`,
  whatChanged: 'Ce qui a changé',
  clusterHead: ['Groupe', 'Depuis la dernière exécution', 'Comptes', 'Score', 'Rang à'],
  rankingHead: ['Ce qui est compté', 'Quantité × poids', 'Ajoute'],
  otherClusters: 'Tous les autres groupes',
  score: 'Score',
  accounts: 'Comptes',
  received: 'Reçu de tiers',
  receivedIn: (amount, transfers) => `${amount} en ${count(transfers, 'virement', 'virements')}`,
  nothingReceived: 'aucun virement effectué connu',
  seen: 'Faits datés',
  identifier: 'Identifiant',
  period: (first, last) => `du ${first} au ${last}`,
  unknown: 'inconnu',
  open: 'Ouvrir dans le graphe',
  why: 'Pourquoi ils sont liés',
  reasonHead: ['Règle', 'Ce qui a été trouvé', 'Rôle possible', 'Force'],
  members: 'Comptes du groupe',
  memberHead: ['Compte', 'Nom affiché', 'Score', 'Règles'],
  context: (accounts) =>
    french`Nommés par ces constats, et montrés seulement pour le contexte : ${count(accounts, 'compte', 'comptes')}. Rien ne dit ${accounts < 2 ? 'qu’il fait' : 'qu’ils font'} partie du groupe :`,
  ofThem: (members, context) =>
    `Des ${count(members + context, 'compte', 'comptes')} qu’il nomme, ${figure(members)} ${members < 2 ? 'est membre' : 'sont membres'} et ${figure(context)} ${context < 2 ? 'est montré' : 'sont montrés'} seulement pour le contexte.`,
  joined: 'arrivé',
  left: french`N’en font plus partie :`,
  decisions: 'Décidé auparavant',
  decided: {
    cluster: 'Ce groupe',
    joined: 'Un groupe qui s’y est joint,',
    acceptedUntil: (day) => `admis jusqu’au ${day}`,
    reopened: (when, news) => french`rouvert le ${when} : ${news}`,
    before: 'Auparavant',
    assigned: (to) => `confié à ${to}`,
    due: (day) => `échéance le ${day}`,
    more: (number) => more(number, 'autre décision', 'autres décisions'),
    share: ({ decided, dismissed, confirmed }) =>
      decided === 0
        ? 'aucune décision'
        : french`sur ${figure(decided)} : ${percent(dismissed, decided)} écartés, ${percent(confirmed, decided)} confirmés`,
  },
  queue: {
    open: (open) =>
      french`Dans la file : ${[
        ...both(open.new, ['nouveau', 'nouveaux']),
        ...both(open.reopened, ['rouvert', 'rouverts']),
        ...both(open.overdue, ['en retard', 'en retard']),
        ...both(open.proposed, [
          'à confirmer par une seconde personne',
          'à confirmer par une seconde personne',
        ]),
      ].join(french` ; `)}.`,
    link: 'Ouvrir la file',
  },
  moreFindings: (number) => more(number, 'constat plus faible', 'constats plus faibles'),
  moreMembers: (number) => more(number, 'autre compte', 'autres comptes'),
  moreClusters: (number) => more(number, 'autre groupe', 'autres groupes'),
  loose: 'Constats hors des groupes',
  newLoose: 'Nouveaux constats hors des groupes',
  looseText: french`Chacun est isolé : ce qu’il dit ne suffit pas à faire un groupe.`,
  trend: {
    title: (runs) => (runs < 2 ? 'La dernière exécution' : `Les ${runs} dernières exécutions`),
    clusters: 'Groupes',
    accounts: 'Comptes en groupe',
    findings: 'Constats',
    head: ['Exécution', 'Groupes', 'Comptes en groupe', 'Constats'],
    alternative: (name, first, last) =>
      french`${name} : ${figure(first)} au début, ${figure(last)} à la fin.`,
  },
  detectors: 'L’état des règles',
  detectorText: (runs) =>
    french`Constats de cette exécution et ${runs < 2 ? 'de la dernière' : `des ${runs} dernières`}, la plus ancienne d’abord ; un tiret là où une règle n’a pas été appliquée. Décidé : dans la file, sur ses constats de toutes les exécutions.`,
  detectorHead: ['Règle', 'Constats', 'Au fil du temps', 'Décidé'],
  settings: 'Réglages appliqués',
  version: (id, version) => `${id}, version ${version}`,
  notLookedAt: 'Ce qui n’a pas été examiné',
  notLookedAtText:
    'Chaque règle voit un motif et est aveugle à côté. Que rien ne soit rapporté d’un compte ne le blanchit pas.',
  wordingTitle: 'Comment le lire',
  wording:
    'Le rapport lie des comptes entre eux et ne juge personne. Une personne décide, après avoir envisagé les explications innocentes que nomme chaque règle.',
  benign: (explanations) =>
    french`Explications innocentes à envisager : ${explanations.join(french` ; `)}.`,
  noRun: 'Aucune détection n’a encore eu lieu. Lancez d’abord `skein detect`.',
  unknownRun: (id) => `Il n’y a pas d’exécution ${id}, ou elle ne s’est pas terminée.`,
  badFormat: (format, known) =>
    french`Il n’y a pas de format de rapport ${format}. Il y a : ${known.join(', ')}.`,
  badLink: (url) =>
    `--link ${url} n’est pas une adresse telle que http://127.0.0.1:4680 où ouvrir les groupes.`,
  command: {
    about: 'écrire le rapport sur les groupes d’une exécution',
    run: french`l’exécution dont rendre compte ; la dernière si omise`,
    format: 'html, pdf, json, csv, ou plusieurs séparés par des virgules',
    language: french`langue du rapport : en ou fr`,
    out: 'le dossier où écrire',
    link: 'adresse d’un serveur en marche, pour que le rapport renvoie à ses groupes',
    timezone: french`fuseau horaire de --report-cron, comme Europe/Paris ; celui de la machine si omis`,
  },
  step: 'Écriture du rapport',
} satisfies Given<Messages['report']>;

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** `31 mai 2018`, `1er mai 2018`; what is no date stays as it is. */
function dayInWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const name = months[Number(month) - 1];
  if (!year || !name) return day;
  return `${Number(date) === 1 ? '1er' : Number(date)}\u00a0${name} ${year}`;
}
