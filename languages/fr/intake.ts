import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french } from './typography.ts';

const figure = (n: number) => n.toLocaleString('fr');
const count = (n: number, one: string, many: string) => `${figure(n)} ${n < 2 ? one : many}`;
const rows = (n: number) => count(n, 'ligne', 'lignes');
const comma = (n: number) => n.toFixed(1).replace('.', ',');

function bytes(n: number): string {
  if (n < 1_000) return count(n, 'octet', 'octets');
  if (n < 1_000_000) return `${figure(Math.round(n / 1_000))} ko`;
  if (n < 1_000_000_000) return `${comma(n / 1_000_000)} Mo`;
  return `${comma(n / 1_000_000_000)} Go`;
}

export const intakeMessages = {
  bytes,
  rows,
  gone: french`Cet import n’existe pas ici : il a été chargé, abandonné, laissé un jour sans suite, ou se trouve sur un autre serveur. Déposez les fichiers à nouveau ; quand plusieurs serveurs ont chacun leur dossier, le mandataire doit envoyer au même tout ce qu’un navigateur importe (docs/OPERATING.md).`,
  noFile: (name) => `Il n’y a pas de fichier ${name} ici. Déposez-le à nouveau.`,
  noMapping: french`Cette correspondance n’existe pas ; quelqu’un l’a supprimée.`,
  noRejects:
    'Aucune ligne rejetée de ce fichier n’est conservée ici. Elles se trouvent dans le dossier du serveur qui l’a chargé.',
  upload: {
    type: 'Envoyez le fichier lui-même, avec le type de contenu application/octet-stream.',
    packed: (encoding) =>
      french`Envoyez le fichier sans le Content-Encoding ${encoding} ; un fichier compressé est accepté sous le nom NOM.csv.gz.`,
    foreignOrigin:
      'La requête vient d’une page d’une autre adresse. Ouvrez Skein à l’adresse affichée par `skein up`.',
    badName: french`n’est pas un simple nom de fichier : il contient un chemin, un caractère de contrôle, ou commence par un point`,
    longName: (most) => french`dépasse ${count(most, 'octet', 'octets')} ; renommez le fichier`,
    spreadsheet: french`est un classeur ; enregistrez chaque feuille en CSV et déposez ces fichiers`,
    noTable: french`n’est pas un tableau lisible : déposez du .csv, .tsv, .txt ou .ndjson, éventuellement en .gz`,
    tooLarge: (size, most) =>
      french`Le fichier fait ${bytes(size)} ; on peut en apporter ici ${bytes(most)} au plus. Chargez-le avec \`npx skein load\`.`,
    noRoom: (size, room) =>
      french`Il n’y a pas la place pour ${bytes(size)} : le disque de SKEIN_HOME peut encore recevoir ${bytes(room)}. Libérez de l’espace et déposez le fichier à nouveau.`,
    cutOff: french`Le fichier n’est pas arrivé entier ; rien n’en a été conservé. Déposez-le à nouveau.`,
    twin: (name) =>
      french`Il y a déjà ${name} ; une correspondance nomme les fichiers sans leur extension et ne pourrait distinguer les deux. Renommez-en un.`,
  },
  taken: {
    encoding: (name) => `Lu en ${name.toUpperCase()}, d’après les premiers octets du fichier.`,
    windows1252: french`Lu en Windows-1252 (Europe occidentale), car ce n’est pas de l’UTF-8 : c’est une supposition, vérifiez les accents.`,
    delimiter: (mark) =>
      `Les colonnes sont séparées par ${mark === '\t' ? 'une tabulation' : mark === ';' ? 'un point-virgule' : french`« ${mark} »`}.`,
    dayFirst: 'Les dates sont lues jour d’abord (31/12/2024).',
    dayFirstUnsure: french`Les dates sont lues jour d’abord (31/12/2024) : c’est une supposition, aucun jour des premières lignes ne dépasse 12.`,
    monthFirst: 'Les dates sont lues mois d’abord (12/31/2024).',
    unixSeconds: 'Les heures sont lues en secondes depuis 1970.',
    unixMilliseconds: 'Les heures sont lues en millisecondes depuis 1970.',
    decimalComma: 'Les montants sont lus avec une virgule décimale (1 234,50).',
  },
  suggested: {
    name: 'même nom',
    synonym: (name, column) => french`« ${name} » désigne d’ordinaire ${column}`,
    spelling: (name, word) => french`« ${name} » s’écrit presque comme ${word}`,
    content: {
      ip: 'ses valeurs sont des adresses IP',
      email: 'ses valeurs sont des adresses électroniques',
      currency: 'ses valeurs sont des codes de devise',
      user_agent: 'ses valeurs sont des signatures de navigateur',
      url: 'ses valeurs sont des adresses web',
      time: 'ses valeurs sont des dates avec heure',
      timezone: 'ses valeurs sont des fuseaux horaires',
      phone: 'ses valeurs sont des numéros de téléphone',
      country: 'ses valeurs sont des codes de pays',
    },
    fileName: (name) => `d’après son nom, ${name}`,
    fileColumns: (columns) =>
      french`d’après ses colonnes : ${columns.slice(0, 4).join(', ')}${columns.length > 4 ? ', …' : ''}`,
    doubt: (value, problem) =>
      french`La plupart des valeurs ne conviennent pas : « ${value} » ${problem}`,
  },
  fault: {
    noFile: 'Dites ce qu’est ce fichier.',
    empty: 'Le fichier n’a pas de colonnes.',
    noRow: (most) =>
      french`Aucune ligne ne s’achève dans les premiers ${bytes(most)} : ce n’est pas un tableau, ou un guillemet est resté ouvert.`,
    missing: (column, about) =>
      `Aucune colonne ne devient ${column} (${about}), que chaque ligne doit avoir.`,
    twice: (column) =>
      french`Deux colonnes deviennent ${column} ; faites de l’une d’elles une colonne supplémentaire.`,
    zone: 'Les heures n’indiquent aucun fuseau. Dites dans quel fuseau elles sont.',
  },
  form: {
    noZone: french`n’est pas un fuseau horaire ; écrivez Europe/Paris ou +02:00`,
    skippedHour: (zone) =>
      `aucune horloge de ${zone} n’a jamais indiqué cette heure (passage à l’heure d’été)`,
    doubledHour: (zone) =>
      french`les horloges de ${zone} ont indiqué cette heure deux fois (fin de l’heure d’été) ; écrivez-la avec son décalage`,
    notInForm: {
      iso: 'n’est pas une heure comme 2024-12-31T14:05:00',
      'day-first': 'n’est pas une date jour d’abord, comme 31/12/2024 14:05',
      'month-first': 'n’est pas une date mois d’abord, comme 12/31/2024 2:05 PM',
      'unix-seconds': 'n’est pas un nombre de secondes depuis 1970',
      'unix-milliseconds': 'n’est pas un nombre de millisecondes depuis 1970',
    },
  },
  load: {
    already: 'Le chargement est en cours. Attendez qu’il se termine.',
    writes: french`Des lignes sont déjà écrites ; le chargement ira à son terme. Charger à nouveau n’écrit rien deux fois.`,
    noFiles: 'Il n’y a aucun fichier à charger.',
    unsettled: (faults) =>
      french`Rien n’a été chargé ; ceci n’est pas encore réglé : ${faults.map(({ where, problem }) => french`${where} : ${problem}`).join(' ')}`,
  },
  page: {
    title: 'Apporter des données',
    about: french`Déposez les fichiers d’une plateforme : Skein suggère ce qu’est chacun et ce que signifient ses colonnes. Rien n’atteint le graphe avant que vous n’appuyiez sur Charger.`,
    back: 'Vers le graphe',
    drop: 'Déposez ici des fichiers CSV',
    dropHint: french`ou .tsv, .txt, .ndjson, aussi en .gz ; tous ceux qui vont ensemble`,
    choose: 'Choisir des fichiers …',
    uploading: (name) => `Envoi de ${name}`,
    uploadFailed: (name) => `${name} n’a pas été pris`,
    dismiss: 'Fermer',
    stopUpload: (name) => `Arrêter l’envoi de ${name}`,
    stopped: french`Arrêté ; rien n’en a été conservé.`,
    unreachable: french`Skein n’a pas répondu pendant l’envoi du fichier. Rien n’en a été conservé ; déposez-le à nouveau.`,
    files: 'Fichiers',
    removeFile: (name) => `Retirer ${name}`,
    is: 'Ce que c’est',
    isLabel: (name) => `Ce qu’est ${name}`,
    isNothing: 'Choisir …',
    reason: (why) => `Suggéré ${why}`,
    settled: 'prêt',
    unsettled: (n) => count(n, 'point à régler', 'points à régler'),
    form: 'Comment il est écrit',
    encoding: 'Codage',
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16',
      'utf-16be': 'UTF-16, gros-boutiste',
      'windows-1252': 'Windows-1252, Latin-1',
    },
    delimiter: 'Colonnes séparées par',
    delimiters: { ',': 'virgule', ';': 'point-virgule', '\t': 'tabulation', '|': 'barre |' },
    dates: 'Dates',
    dateForms: {
      iso: '2024-12-31T14:05',
      'day-first': '31/12/2024 14:05',
      'month-first': '12/31/2024 2:05 PM',
      'unix-seconds': 'secondes depuis 1970',
      'unix-milliseconds': 'millisecondes depuis 1970',
    },
    zone: 'Fuseau par défaut',
    zoneNone: french`aucun : rejetées`,
    comma: 'Virgule décimale (1 234,50)',
    columns: 'Colonnes',
    column: 'Votre colonne',
    examples: 'Exemples',
    becomes: 'Devient',
    becomesLabel: (name) => `Ce que devient ${name}`,
    why: 'Pourquoi',
    further: 'Colonne supplémentaire, gardée telle quelle',
    leaveOut: 'Laisser de côté',
    chosen: 'choisi par vous',
    notSuggested: 'aucune suggestion',
    required: 'obligatoire',
    words: (column) => `Mots de ${column} que le contrat ne connaît pas`,
    word: (value) => french`« ${value} » signifie`,
    wordNothing: 'rejeté',
    constants: 'Le même dans chaque ligne',
    constantsHint: 'Pour ce que le fichier ne dit pas, comme la plateforme dont il vient.',
    constantColumn: 'Colonne',
    constantValue: 'Valeur',
    addConstant: 'Ajouter',
    removeConstant: (column) => `Retirer la valeur de ${column}`,
    preview: 'Ce qui serait rejeté',
    previewWaiting: 'Essai des lignes …',
    tried: (n, whole) =>
      whole ? `${rows(n)} essayées, tout le fichier` : `${rows(n)} essayées, les premières`,
    takenRows: (n) => `${figure(n)} seraient prises`,
    rejectedRows: (n) => count(n, 'rejetée', 'rejetées'),
    nothingRejected: 'Aucune ligne ne serait rejetée.',
    reasons: 'Pourquoi',
    line: 'Ligne',
    value: 'Valeur',
    firstRejects: (shown, all) =>
      shown < all ? `Les ${figure(shown)} premières sur ${figure(all)}` : 'Lignes rejetées',
    asTheyStand: 'Les premières lignes telles qu’elles seraient',
    offer: (name, by, when) =>
      french`La correspondance enregistrée « ${name} » (${by}, ${when}) porte sur des fichiers aux mêmes colonnes.`,
    offerUse: 'L’utiliser',
    offerUsed: (name) => french`Lu comme dans « ${name} ».`,
    mapping: 'Correspondance',
    mappingHint:
      'Gardée dans la base pour tous, et proposée quand des fichiers aux mêmes colonnes sont déposés à nouveau.',
    mappingName: 'Nom',
    saveMapping: 'Enregistrer la correspondance',
    savedMapping: (name) => french`Enregistrée sous « ${name} ».`,
    downloadMapping: 'Télécharger mapping.json',
    downloadHint: french`La même pour la ligne de commande : npx skein load DOSSIER --map mapping.json`,
    savedMappings: 'Correspondances enregistrées',
    deleteMapping: (name) => `Supprimer la correspondance ${name}`,
    load: 'Charger',
    loadFiles: (n) => `Charger ${count(n, 'fichier', 'fichiers')}`,
    loadHint: french`Les lignes rejetées sont comptées et gardées dans un fichier ; toutes les autres entrent dans le graphe avec leur source.`,
    loadBlocked: 'Réglez d’abord ce qui est signalé plus haut.',
    throwAway: 'Abandonner',
    loading: 'Chargement',
    loadingHint: french`Vous pouvez fermer cette page : le chargement continue, et cette adresse le montre.`,
    stop: 'Arrêter',
    stopHint: 'Rien n’est encore écrit.',
    writing: french`Des lignes sont écrites ; le chargement ira à son terme.`,
    progress: (done, total, unit) =>
      done === 0
        ? ''
        : total === null
          ? `${figure(done)} ${unit}`
          : `${figure(done)} sur environ ${figure(total)} ${unit}`,
    databaseAway: french`La base de données ne répond pas. Ce qui est ici reste ; continuez quand elle sera revenue.`,
    failed: 'Le chargement n’est pas allé à son terme',
    failedHint: french`Ce qui a été écrit, ce sont des lignes entières avec leurs sources. Chargez à nouveau : ce qui est déjà là n’est pas écrit deux fois.`,
    interrupted: 'Skein a été arrêté pendant le chargement.',
    again: 'Charger à nouveau',
    result: 'Chargé',
    resultColumns: [
      'Fichier',
      'Lues',
      'Ajoutées',
      'Modifiées',
      'Inchangées',
      'Rejetées',
      'Conflits',
    ],
    rejects: 'Lignes rejetées en CSV',
    rejectsOf: (file) => french`Lignes rejetées en CSV : ${file}`,
    conflicts: (n) =>
      french`${rows(n)} ont donné à une clé une autre valeur qu’une ligne précédente ; la dernière vaut, les autres sont son histoire.`,
    next: 'Et ensuite',
    nextHint: french`Les constats naissent de la détection : jusque-là Skein montre ce qu’il savait avant ce chargement.`,
    nextSearch: 'Ou cherchez un compte dans le champ ci-dessus.',
    more: 'Apporter d’autres données',
    current: 'Pas encore chargé',
    currentOpen: (names) => (names.length === 0 ? 'pas encore de fichier' : names.join(', ')),
    states: {
      open: 'en correspondance',
      loading: 'en chargement',
      loaded: 'chargé',
      failed: 'inachevé',
      interrupted: 'interrompu',
    },
    earlier: 'Chargements précédents',
    noLoads: 'Rien n’a encore été chargé.',
    byHand: 'apporté à la main',
    notEnded: 'inachevé',
    by: (who) => `par ${who}`,
    loadSums: (read, added, rejected) =>
      `${count(read, 'lue', 'lues')}, ${count(added, 'ajoutée', 'ajoutées')}, ${count(rejected, 'rejetée', 'rejetées')}`,
  },
} satisfies Given<Messages['intake']>;
