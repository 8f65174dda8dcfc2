import type { Words } from '../index.ts';
import { evidencePageWords } from './evidence-page.ts';
import { evidencePictureWords } from './evidence-picture.ts';
import { count, decimal, figure, french } from './typography.ts';

const bytes = (size: number) => count(size, 'octet', 'octets');

export const evidenceWords: Words['evidence'] = {
  page: evidencePageWords,
  picture: evidencePictureWords,
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
  noFile: (path) => `Il n’y a pas de fichier ou de dossier ${path}.`,
  oneScope: french`Dites quoi exporter : un de --cluster ID, --finding ID, --account ID.`,
  hopsOfAccount: '--hops ne va qu’avec --account.',
  badHops: (most) => `--hops prend un nombre entier de 0 à ${most}.`,
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
  },
  verdict: {
    intact: (path, files) =>
      french`${path} : intact, ${count(files, 'fichier', 'fichiers')} tels qu’écrits.`,
    untrusted: (path, files) =>
      french`${path} : ${count(files, 'fichier', 'fichiers')} tels qu’écrits, mais sans signature d’une clé à laquelle on se fie ici :`,
    broken: (path, faults) =>
      french`${path} : PAS tel qu’écrit, ${count(faults, 'écart', 'écarts')} :`,
    digest: (digest) =>
      `Empreinte du contenu ${digest}\nComparez-la à celle qui vous a été donnée à la remise du dossier.`,
    containerOnly: french`Chaque fichier à l’intérieur est tel qu’écrit ; le ZIP autour a été refait ou altéré.`,
  },
  faults: {
    noManifest: french`manque ou est trop grand pour être lu ; ce qu’il énumère ne peut donc pas être vérifié`,
    removed: (manifest) => `est énuméré dans ${manifest} et n’est pas là`,
    added: (manifest) => `est là et n’est pas énuméré dans ${manifest}`,
    changed: (manifest, stated, found) => `a le SHA-256 ${found}, ${manifest} dit ${stated}`,
    badLine: (line) => `la ligne ${line} n’est pas comme doit l’être celle d’un manifeste`,
    notBagIt: 'ne déclare pas un sac BagIt 1.0',
    oxum: (stated, counted) =>
      `annonce ${stated || 'aucun'} octets et fichiers de contenu, il y en a ${counted}`,
    checksum: 'n’a pas la somme de contrôle qu’annonce le ZIP',
    notAFile: 'n’est ni un fichier ni un dossier',
  },
  container: {
    unreadable: (why) => french`le ZIP ne peut pas être lu jusqu’au bout : ${why}`,
    tooMany: (entries) => `il annonce ${figure(entries)} entrées`,
    name: (name) =>
      french`le nom ${JSON.stringify(name)} est dangereux ou n’est pas de ceux d’un dossier de preuves ; rien n’a été lu`,
    twice: (name) => french`il y a deux entrées nommées ${name} ; rien n’a été lu`,
    folder: french`ses fichiers ne sont pas dans un seul dossier, comme doivent l’être ceux d’un sac ; rien n’a été lu`,
    bomb: (expanded, size) =>
      french`il prétend se déplier en ${bytes(expanded)} à partir de ${bytes(size)} ; rien n’a été lu`,
    packed: (name) =>
      french`${name} est compressé ; les fichiers d’un dossier de preuves sont stockés tels quels`,
    order: (name) =>
      french`${name} n’est pas à sa place ; les fichiers d’un dossier de preuves sont triés par nom`,
    header: (at, name) =>
      `l’octet ${figure(at)}, dans l’en-tête de ${name}, n’est pas comme il doit être`,
    directory: (at) =>
      `l’octet ${figure(at)}, dans le répertoire final, n’est pas comme il doit être`,
    trailing: (size) => `${bytes(size)} de trop suivent sa fin`,
    entry: (why) => french`ne peut pas être lu du ZIP : ${why}`,
    checksum: (name) =>
      `la somme de contrôle qu’il annonce pour ${name} n’est pas celle du fichier`,
  },
};
