import type { Words } from '../index.ts';
import { evidencePageWords } from './evidence-page.ts';
import { evidencePictureWords } from './evidence-picture.ts';
import { count, decimal, french } from './typography.ts';

export const evidenceWords: Words['evidence'] = {
  page: evidencePageWords,
  picture: evidencePictureWords,
  bagDescription:
    'Partie d’un graphe de comptes avec les lignes sources sur lesquelles elle repose, exportée par Skein. ' +
    'Ouvrez report.html pour la lire.',
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
  oneScope: french`Dites quoi exporter : un de --cluster ID, --finding ID, --account ID, --board DOSSIER/ID, --nodes TYPE:ID….`,
  badBoard: (text) =>
    `${text} ne nomme pas de tableau. Donnez l’identifiant de son dossier, /, et le sien.`,
  badNode: (text) =>
    french`${text} ne nomme pas de nœud. Donnez son type, deux-points, et son identifiant, comme account:a17.`,
  badLanguage: (languages) =>
    french`--language prend l’une de ces langues : ${languages.join(', ')}.`,
  hopsOfAccount: '--hops ne va qu’avec --account.',
  badHops: (most) => `--hops prend un nombre entier de 0 à ${most}.`,
  bundleOrPage:
    'Dites soit quel dossier de preuves vérifier, soit avec --page FICHIER.html où écrire la page.',
  pageWritten: (path, sha256) =>
    french`${path} : la page qui vérifie les dossiers de preuves dans un navigateur.\nSHA-256 ${sha256}\nRemettez-la, avec cette empreinte, à ceux qui vérifient.`,
  step: 'Collecte des preuves et écriture du dossier',
  exported: (path, files, digest) =>
    french`${path} : ${count(files, 'fichier', 'fichiers')}.\nEmpreinte du contenu ${digest}\nVérifiez-le avec : skein verify ${path}`,
  standing: {
    contextAlone: french`Montré seulement pour le contexte : rien ici ne dit que cela fait partie de ce qui est décrit.`,
  },
  stix: {
    standing: {
      member: {
        name: 'Comptes dont il s’agit',
        description:
          french`Les règles classent la vraisemblance qu’ils servent un même dispositif ; cela ne constate la culpabilité de personne.`,
      },
      context: {
        name: 'Montrés seulement pour le contexte',
        description: french`Ils touchent à ce qui est décrit. Rien ici ne dit qu’ils en font partie : tenez-les pour étrangers aux faits.`,
      },
    },
    inferred: (rule) => `déduit par ${rule}`,
    line: (line) => `ligne ${line}`,
    finding: (detector, version, score) =>
      french`Trouvé par le détecteur ${detector}, version ${version} ; force ${decimal(score, 2)} sur 1,00, qui est celle de ce motif pris seul. Il dit ce qui est lié, non ce qu’est qui que ce soit.`,
    left: (what) =>
      `STIX n’a pas de forme pour ${what}, qui sont dans les autres fichiers du dossier.`,
  },
  timestamp: {
    noRoots: (path) =>
      french`SKEIN_TIMESTAMP_ROOTS : ${path} n’existe pas ou ne contient aucun certificat en PEM (-----BEGIN CERTIFICATE-----).`,
    noAnswer: (authority, why) =>
      french`L’autorité d’horodatage ${authority} ne répond pas : ${why}. Réessayez, ou exportez sans SKEIN_TIMESTAMP_URL : rien n’a été écrit.`,
    refused: (authority, why) =>
      french`L’autorité d’horodatage ${authority} refuse un horodatage : ${why}. Rien n’a été écrit.`,
    badAnswer: (authority) =>
      `Ce que l’autorité d’horodatage ${authority} a répondu n’est pas un horodatage valide de ce qui lui était soumis. Rien n’a été écrit.`,
  },
  replay: {
    noSettings: (path) =>
      french`${path} n’a pas de data/settings.json qui dise ce qui a été exporté : cela ne peut pas être refait.`,
    same: (files) =>
      french`Rejoué : les ${files} fichiers du contenu sont ressortis avec les mêmes octets.`,
    differs: (files, differing, wrote, runs) =>
      [
        french`Rejoué : ${differing.length} des ${files} fichiers sont ressortis autrement :`,
        ...differing.map((name) => `  ${name}`),
        ...(wrote === runs ? [] : [`Le dossier a été écrit par ${wrote}, ceci est ${runs}.`]),
      ].join('\n'),
  },
  decidedOfNarrative: french`--decided concerne l’exposé : il va avec --with-narrative.`,
  withNarrative: french`Ce dossier contient narrative.md, qui dit qu’une déclaration est envisagée. Ne le remettez à aucune des personnes dont il traite, ni à qui pourrait les en informer : cela peut être une infraction (31 USC 5318(g)(2) ; POCA 2002 s. 333A ; en France, article L. 561-18 du code monétaire et financier). Le journal de conservation note qu’il a été joint.`,
  command: {
    withNarrative: french`y mettre le brouillon d’exposé des faits suspects (narrative.md) ; jamais pour la défense, un client ou quiconque dont il traite : les en informer peut être une infraction (31 USC 5318(g)(2) ; POCA 2002 s. 333A)`,
    export: french`écrire un dossier de preuves : un ZIP que l’on peut vérifier sans la base de ce programme`,
    cluster: 'un groupe de la dernière exécution',
    finding: 'un constat de la dernière exécution',
    account: 'un compte avec ses alentours',
    hops: (most) => french`jusqu’où autour du compte, 0 à ${most} ; 1 si omis`,
    board: french`un tableau tel qu’il a été enregistré en dernier : l’identifiant de son dossier, /, le sien`,
    nodes: 'des nœuds, comme account:a17 ip:192.0.2.7, et les relations entre eux',
    out: 'le ZIP à écrire',
    language: french`celle du rapport : en ou fr`,
    mask: (kinds) =>
      french`montrer des pseudonymes au lieu de : ${kinds.join(', ')} ; séparés par des virgules`,
    reason: french`pourquoi il est exporté ; figure sur le rapport, à côté du contenu`,
    caseNumber: french`numéro de dossier ; figure sur chaque page du rapport, à côté du contenu`,
    authority: french`base légale ; figure sur le rapport, à côté du contenu`,
    verify: french`vérifier un dossier de preuves, hors ligne et sans base ; statut de sortie 3 s’il diffère`,
    replay: french`avec les données d’origine : les charger dans une base jetable, refaire la même chose, et comparer`,
    verifyFile: 'le dossier de preuves, ou le répertoire où il a été décompressé',
    verifierPage: french`écrire la page qui vérifie les dossiers de preuves dans un navigateur, hors ligne, à remettre à d’autres ; sans dossier à vérifier`,
  },
};
