import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { evidencePageMessages } from './evidence-page.ts';
import { evidencePictureMessages } from './evidence-picture.ts';
import { count, decimal, french } from './typography.ts';

export const evidenceMessages = {
  page: evidencePageMessages,
  picture: evidencePictureMessages,
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
  byHand: {
    title: 'Comment vérifier ce dossier de preuves sans Skein',
    about: [
      french`Il vous faut un interpréteur de commandes, OpenSSL 3 ou plus récent, et ce que tout Unix possède. Décompressez le ZIP, ouvrez un terminal dans son répertoire, lisez chaque ligne en retrait ci-dessous, et lancez-les l’une après l’autre. Ne les prenez pas d’ici seulement : ces lignes sont venues avec ce qu’elles vérifient. Comparez-les à celles d’un autre dossier, ou écrivez-les vous-même d’après ce qui est dit de la forme à la fin.`,
    ],
    steps: {
      statement: 'Extraire la déclaration et la signature de signature.json.',
      signed: french`Écrire les octets qui ont été signés : un en-tête, puis la déclaration.`,
      signature: french`Vérifier la signature avec la clé publique de signer.pem. OpenSSL doit dire « Signature Verified Successfully ».`,
      key: french`Afficher l’identifiant de cette clé. Comparez-le à celui que son détenteur vous a donné par une autre voie que ce dossier : n’importe qui peut signer avec sa propre clé.`,
      name: french`Chercher le nom de ce répertoire dans la déclaration. Il s’affiche si c’est celui qui a été signé ; si rien ne s’affiche, le répertoire a été renommé.`,
      files: french`Comparer chaque fichier à l’empreinte qui a été signée. Rien ne s’affiche si tous sont tels qu’écrits. Sous macOS, écrivez « shasum -a 256 » pour « sha256sum ».`,
      others:
        'Chercher des fichiers dont la déclaration ne dit rien, ou dont elle parle et qui ne sont pas là. Rien ne s’affiche s’il n’y en a pas.',
    },
    form: [
      french`La forme : signature.json est une enveloppe DSSE (Dead Simple Signing Environment, version 1 ; github.com/secure-systems-lab/dsse). Son contenu (« payload »), en base64, est une déclaration in-toto v1 (in-toto.io) : chaque sujet est un fichier de ce dossier avec son SHA-256, et le prédicat dit comment le dossier s’appelle, de quoi il est, quand et par qui il a été exporté, et pour quelle affaire. Ce n’est pas l’enveloppe qui est signée, mais son « PAE » : le texte « DSSEv1 », la longueur en octets du type du contenu, ce type, la longueur en octets du contenu, chacun suivi d’une espace, puis le contenu. La signature, en base64 elle aussi, est en ed25519 (RFC 8032) sur ces octets tels quels.`,
      french`S’il y a un timestamp.tsr, c’est un horodatage (RFC 3161) des octets de signature.json. Avec les certificats racines de son autorité dans roots.pem : openssl ts -verify -data signature.json -in timestamp.tsr -CAfile roots.pem. timestamp-signature.json est une seconde enveloppe de la même forme et de la même clé, dont la déclaration porte les empreintes de signature.json et de timestamp.tsr.`,
    ],
    reading: french`Ce dont la signature ne peut rien dire : le nom du fichier ZIP, et si ce que dit le dossier est vrai.`,
  },
  standing: {
    contextAlone: french`Montré seulement pour le contexte : rien ici ne dit que cela fait partie de ce qui est décrit.`,
  },
  followTheMoney: {
    left: (what) =>
      french`Absents de FollowTheMoney, présents dans les autres fichiers du dossier : ${what}, et ce qui les lie.`,
  },
  stix: {
    standing: {
      member: {
        name: 'Comptes dont il s’agit',
        description: french`Les règles classent la vraisemblance qu’ils servent un même dispositif ; cela ne constate la culpabilité de personne.`,
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
      french`Absents de STIX, qui n’a pas de forme pour eux, présents dans les autres fichiers du dossier : ${what}.`,
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
    idsMasked: (path) =>
      `${path} montre des pseudonymes au lieu des identifiants de comptes et ne dit donc pas quelles données exporter de nouveau. Rejouez un dossier du même objet qui les nomme.`,
    same: (files) =>
      french`Rejoué : ${files < 2 ? 'le fichier du contenu est ressorti' : `les ${files} fichiers du contenu sont ressortis`} avec les mêmes octets.`,
    differs: (files, differing, wrote, runs) =>
      [
        french`Rejoué : ${count(differing.length, 'fichier est ressorti', 'fichiers sont ressortis')} autrement, sur ${files} :`,
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
} satisfies Given<Messages['evidence']>;
