import type { Words } from '../index.ts';
import { count, decimal, french } from './typography.ts';

const more = (number: number, one: string, many: string) =>
  french`et ${count(number, one, many)} : voir le programme ou le rapport en JSON.`;

const accounts = (number: number) => count(number, 'compte', 'comptes');

export const reportWords: Words['report'] = {
  moment: ({ day, minute }) =>
    minute === null
      ? dayInWords(day)
      : `${dayInWords(day)}, ${minute.replace(':', '\u00a0h\u00a0')} UTC`,
  number: (value, most) =>
    value.toLocaleString('fr-FR', { maximumFractionDigits: most, useGrouping: 'min2' }),
  hundredths: (value) => decimal(value, 2),
  named: (name, value) => french`${name} : ${value}`,
  between: french` ; `,
  title: (day) => `Rapport sur les groupes, ${day}`,
  about: (run, by, ended) => `Exécution ${run}, lancée par ${by}, terminée ${ended}.`,
  asOf: (time) => `Elle n’a rien utilisé de postérieur à ${time}.`,
  counts: (looked, findings, clusters) =>
    `${count(looked, 'compte examiné', 'comptes examinés')}, ${count(findings, 'constat', 'constats')}, ${count(clusters, 'groupe', 'groupes')}.`,
  nothing: (looked) =>
    french`Rien trouvé : aucune règle n’a trouvé de motif parmi ${accounts(looked)}.`,
  standsOut: 'Ce qui ressort',
  strongest: (id, members, score, summary) =>
    french`Le plus fort : ${id}, ${accounts(members)}, score ${score}. ${summary}`,
  largest: (id, members) => french`Le plus grand : ${id}, ${accounts(members)}.`,
  latest: (id, day) => french`Vu le plus récemment : ${id}, le ${day}.`,
  involved: (members, clusters) =>
    `${accounts(members)} dans ${count(clusters, 'groupe', 'groupes')}.`,
  outside: (findings) =>
    french`${count(findings, 'constat n’appartient', 'constats n’appartiennent')} à aucun groupe ; voir la fin.`,
  clusters: 'Groupes, le plus fort d’abord',
  clusterHead: (place, id) => `${place}. ${id}`,
  score: 'Score',
  accounts: 'Comptes',
  seen: 'Vu',
  period: (first, last) => `du ${first} au ${last}`,
  unknown: 'inconnu',
  open: 'Ouvrir dans le graphe',
  why: 'Pourquoi',
  reasonHead: ['Règle', 'Ce qui a été trouvé', 'Rôle possible', 'Force'],
  members: 'Comptes du groupe',
  memberHead: ['Compte', 'Nom affiché', 'Score', 'Règles'],
  moreFindings: (number) => more(number, 'constat plus faible', 'constats plus faibles'),
  moreMembers: (number) => more(number, 'autre compte', 'autres comptes'),
  moreClusters: (number) => more(number, 'autre groupe', 'autres groupes'),
  loose: 'Constats hors des groupes',
  detectors: 'Règles appliquées',
  detectorHead: ['Règle', 'Constats', 'Réglages'],
  version: (id, version) => `${id}, version ${version}`,
  notLookedAt: 'Ce qui n’a pas été examiné',
  notLookedAtText:
    'Chaque règle voit un motif et est aveugle à côté. Que rien ne soit rapporté d’un compte ne le blanchit pas.',
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
    format: 'html, json, ou les deux séparés par une virgule',
    out: 'le dossier où écrire',
    link: 'adresse d’un serveur en marche, pour que le rapport renvoie à ses groupes',
    timezone: french`fuseau horaire de --report-cron, comme Europe/Paris ; celui de la machine si omis`,
  },
  step: 'Écriture du rapport',
};

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
