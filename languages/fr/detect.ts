import { partiesCounted } from './counts.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, french, listed } from './typography.ts';

/** `2023-05-31` as the reader writes it. */
const day = (at: string) =>
  new Date(`${at.slice(0, 10)}T00:00:00Z`).toLocaleDateString('fr-FR', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

export const detectMessages = {
  counts: {
    unrelated: partiesCounted,
    unrelated_raters: 'parties qui notent (des comptes ouvertement liés en font une)',
  },
  about: 'lancer les détecteurs sur ce qui est chargé, et conserver l’exécution',
  only: 'ne lancer que ces détecteurs, par identifiant, séparés par des virgules',
  asOf: 'n’utiliser rien de postérieur à cet instant',
  changed: french`ne demander que ce qui a pu changer depuis la dernière exécution ; le résultat est le même`,
  engine: french`ce qui compte sur les colonnes : duckdb, dans ce processus, ou spark, sur le maître que nomme SKEIN_SPARK_MASTER ; les constats sont les mêmes (duckdb si rien n’est dit)`,
  badEngine: (text, known) =>
    french`--engine ${text} n’est pas un moteur. Il y a : ${known.join(', ')}.`,
  spark: {
    missing: french`Spark n’est pas là : lancez \`npm run setup -- --spark\` dans une copie du dépôt, ou laissez --engine pour compter avec DuckDB.`,
    unreachable: (master, reason) =>
      french`Le maître Spark ${master} est injoignable : ${reason}. Démarrez-le, ou donnez à SKEIN_SPARK_MASTER un maître qui tourne, ou local[*] pour cette seule machine.`,
    silent: 'il ne répond pas',
    refused: (master, reason) =>
      french`Spark n’a pas pu commencer avec le maître ${master} : ${reason}`,
    ended: (reason) => french`Spark s’est arrêté avant d’avoir rien pu compter : ${reason}`,
    failed: (detector, reason) =>
      french`Spark n’a pas pu compter ce qu’il faut au détecteur ${detector} : ${reason}`,
  },
  kept: 'comme avant',
  out: 'y écrire aussi findings.ndjson, clusters.ndjson, accounts.csv et run.json',
  clusterName: (accounts, bond) => `${count(accounts, 'compte', 'comptes')} par ${bond}`,
  clusterSummary: (accounts, bonds, first, last) =>
    `${count(accounts, 'compte lié', 'comptes liés')} par ${listed(bonds)}` +
    (first && last ? `, d’après des faits datés du ${day(first)} au ${day(last)}` : ''),
  waiting: (by, since) => `Attente de la fin d’une exécution de ${by}, commencée à ${since}`,
  handedOver: french`Le serveur qui l’exécutait a été arrêté. Rien n’en a été enregistré : le prochain serveur en marche la recommence de lui-même.`,
  deriving: (id) => french`Déduction : ${id}`,
  detecting: (id) => french`Détection : ${id}`,
  judging: 'Évaluation des comptes et des groupes',
  storing: 'Enregistrement de l’exécution',
  badQuery: (id, problem) =>
    french`Le détecteur ${id} a rendu ce qu’il ne doit pas rendre : ${problem}`,
  columnsUnnamed:
    'des colonnes qui ne sont pas nommées key, nodes, relations et facts derrière RETURN',
  endMissing: (type) => `une relation ${type} dont les extrémités ne sont pas parmi ses nœuds`,
  badCount: (of, rows, cited) =>
    french`${count(rows, 'ligne comptée', 'lignes comptées')} de ${of}, dont ${count(cited, 'citée', 'citées')} ; ou plus tard que demandé`,
  tooManyRows: (most) => french`plus de ${most.toLocaleString('fr')} lignes`,
  keyTwice: (key) => `deux fois la clé ${key}`,
  unknownDetector: (id, known) =>
    french`Il n’y a pas de détecteur ${id}. Il y a : ${known.join(', ')}.`,
  badAsOf: (text, problem) => `--as-of ${text} ${problem}.`,
  summary: (run, findings, clusters, seconds) =>
    french`Exécution ${run} : ${count(findings, 'constat', 'constats')}, ${count(clusters, 'groupe', 'groupes')}, ${decimal(seconds, 1)} s`,
  order: french`À regarder d’abord, selon la vraisemblance et l’enjeu :`,
  ranked: (name, score) => `${name}, score ${score} sur 100`,
  written: (folder) =>
    french`Écrits dans ${folder} : findings.ndjson, clusters.ndjson, accounts.csv, run.json`,
} satisfies Given<Messages['detect']>;
