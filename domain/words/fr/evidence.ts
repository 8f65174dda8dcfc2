import type { Words } from '../index.ts';
import { evidencePageWords } from './evidence-page.ts';
import { count, decimal, french } from './typography.ts';

export const evidenceWords: Words['evidence'] = {
  page: evidencePageWords,
  bagDescription:
    'Partie d’un graphe de comptes avec les lignes sources sur lesquelles elle repose, exportée par Skein. ' +
    'Ouvrez data/report.html pour la lire.',
  tooLarge:
    'C’est plus que ne contient un ZIP de 4 Go. Exportez un constat au lieu de son groupe, ou moins de pas.',
  noRun: 'Aucune détection n’a encore eu lieu. Lancez d’abord `skein detect`.',
  noCluster: (id) =>
    `La dernière exécution n’a pas de groupe ${id}. Les groupes sont énumérés par \`skein report\` et dans la page.`,
  noFinding: (id) =>
    `La dernière exécution n’a pas de constat ${id}. Les constats sont énumérés par \`skein report\` et dans la page.`,
  noAccount: (id) => `Il n’y a pas de compte ${id} dans le graphe.`,
  nothingPicked: 'Aucun des nœuds choisis n’est dans le graphe.',
  shrunk: (path) => `${path} a raccourci pendant sa lecture. Vérifiez-le une fois entier.`,
  noFile: (path) => `Il n’y a pas de fichier ou de dossier ${path}.`,
  oneScope: french`Dites quoi exporter : un de --cluster ID, --finding ID, --account ID.`,
  hopsOfAccount: '--hops ne va qu’avec --account.',
  badHops: (most) => `--hops prend un nombre entier de 0 à ${most}.`,
  bundleOrPage:
    'Dites soit quel dossier de preuves vérifier, soit avec --page FICHIER.html où écrire la page.',
  pageWritten: (path, sha256) =>
    french`${path} : la page qui vérifie les dossiers de preuves dans un navigateur.\nSHA-256 ${sha256}\nRemettez-la, avec cette empreinte, à ceux qui vérifient.`,
  step: 'Collecte des preuves et écriture du dossier',
  exported: (path, files, digest) =>
    french`${path} : ${count(files, 'fichier', 'fichiers')}.\nEmpreinte du contenu ${digest}\nVérifiez-le avec : skein verify ${path}`,
  stix: {
    inferred: (rule) => `déduit par ${rule}`,
    line: (line) => `ligne ${line}`,
    finding: (detector, version, score) =>
      french`Trouvé par le détecteur ${detector}, version ${version} ; force ${decimal(score, 2)}. Il dit ce qui est lié, non ce qu’est qui que ce soit.`,
    left: (what) =>
      `STIX n’a pas de forme pour ${what}, qui sont dans les autres fichiers du dossier.`,
  },
  command: {
    export: french`écrire un dossier de preuves : un ZIP que l’on peut vérifier sans la base de ce programme`,
    cluster: 'un groupe de la dernière exécution',
    finding: 'un constat de la dernière exécution',
    account: 'un compte avec ses alentours',
    hops: (most) => french`jusqu’où autour du compte, 0 à ${most} ; 1 si omis`,
    out: 'le ZIP à écrire',
    reason: french`pourquoi il est exporté ; gardé à côté du contenu`,
    caseNumber: french`numéro de dossier ; gardé à côté du contenu`,
    authority: french`base légale ; gardée à côté du contenu`,
    verify: french`vérifier un dossier de preuves, hors ligne et sans base ; statut de sortie 3 s’il diffère`,
    verifyFile: 'le dossier de preuves, ou le répertoire où il a été décompressé',
    verifierPage: french`écrire la page qui vérifie les dossiers de preuves dans un navigateur, hors ligne, à remettre à d’autres ; sans dossier à vérifier`,
  },
};
