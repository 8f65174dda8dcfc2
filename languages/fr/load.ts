import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

const lines = (faults: readonly { where: string; problem: string }[]) =>
  faults.map(({ where, problem }) => french`\n  ${where} : ${problem}`).join('');

const near = (name: string | null) => (name === null ? '' : french` ; vouliez-vous dire ${name} ?`);

const noFile = (folder: string, file: string) =>
  `${folder} ne contient pas de ${file} (ni ${file}.gz).`;
const badRow = (path: string, line: number, reason: string) => french`${path}:${line} : ${reason}`;

const unresolvedShown = 10;
const whyUnresolved = { unknown: 'inconnu', ambiguous: 'ambigu' } as const;

const ofacSummary: Messages['load']['ofac']['summary'] = (made) => {
  const { entries, aliases, addresses, identifiers, links, unresolved, countries } = made;
  const rest = unresolved.length - unresolvedShown;
  return [
    french`${made.folder} : ${figure(entries)} inscriptions, ${figure(aliases)} alias, ${figure(addresses)} adresses, ` +
      `${figure(identifiers)} identifiants, ${figure(links)} liens`,
    ...(unresolved.length > 0
      ? [
          french`${figure(unresolved.length)} « Linked To » ne nomment pas une inscription unique et n’ont pas fait de lien :`,
        ]
      : []),
    ...unresolved
      .slice(0, unresolvedShown)
      .map(({ entry_id, name, reason }) => `  ${entry_id} → ${name} (${whyUnresolved[reason]})`),
    ...(rest > 0 ? [french`  et ${figure(rest)} de plus ; --json les nomme tous`] : []),
    ...(countries.length > 0
      ? [
          french`Pays sans code ISO, gardés dans l’adresse seule : ${countries
            .map(({ name, count }) => `${name} (${figure(count)})`)
            .join(', ')}`,
        ]
      : []),
  ].join('\n');
};

export const loadMessages = {
  folder: {
    kinds: {
      folder: 'un dossier',
      pipe: 'un tube',
      socket: 'une socket',
      device: 'un périphérique',
    },
    notRegular: (kind) => french`n’est pas un fichier mais ${kind} ; mettez-y le fichier lui-même`,
    leadsOut: french`est un lien qui mène hors du dossier ; mettez-y le fichier lui-même`,
    vanished: french`n’y est plus, ou est un lien vers rien ; remettez-y le fichier et chargez de nouveau`,
    noFolder: (folder) => `Il n’y a pas de dossier ${folder}.`,
    nothing: (folders, unknown) =>
      `${folders.join(', ')} ${folders.length === 1 ? 'ne contient' : 'ne contiennent'} aucun fichier d’un jeu de données (accounts.csv, logins.csv, …)` +
      (unknown.length === 0
        ? '.'
        : french`, mais ${unknown.map(({ file, nearest }) => file + (nearest ? french` (${nearest} ?)` : '')).join(', ')} ; ` +
          'un mapping.json peut les renommer.'),
  },
  mapping: {
    notJson: (path, reason) => french`${path} n’est pas du JSON : ${reason}`,
    unreadable: (path) => `La correspondance ${path} est illisible.`,
    invalid: (path, faults) => french`${path} n’est pas une correspondance :${lines(faults)}`,
    fileUnnamed: french`n’est pas un fichier du contrat ; dites par "file" lequel c’est`,
    noColumn: (column, file, nearest) => `${file} n’a pas de colonne ${column}${near(nearest)}`,
    columnTwice: (column) => `deux colonnes sont renommées ${column}`,
  },
  header: {
    faults: (faults) => french`Rien n’a été chargé. Ces fichiers sont illisibles :${lines(faults)}`,
    brokenGzip: french`n’est pas du gzip entier ; compressez-le de nouveau`,
    swells: (most) =>
      french`se décompresse en plus de ${most} fois sa taille, ce que ne fait aucun tableau ; si c’en est un, décompressez-le et chargez-le tel quel`,
    utf16: french`est en UTF-16 ; enregistrez-le en UTF-8`,
    notUtf8: french`l’en-tête n’est pas en UTF-8 (Latin-1 ou Windows-1252 ?) ; enregistrez le fichier en UTF-8`,
    unreadable: (reason) => french`l’en-tête est illisible : ${reason}`,
    delimiter: (mark) =>
      french`les colonnes sont séparées par ${mark} ; écrivez-les avec des virgules`,
    carriageReturns: french`les lignes se terminent par un retour chariot seul ; terminez-les par LF ou CRLF`,
    columnTwice: (column) => `l’en-tête a deux fois la colonne ${column}`,
    columnName: (beginning, most) =>
      french`le nom de la colonne ${beginning}… dépasse ${figure(most)} caractères ; l’en-tête manque-t-il ?`,
    noneKnown: (columns, known) =>
      french`la ligne 1 ne nomme aucune des colonnes (${columns.slice(0, 5).join(', ').slice(0, 100)}) ; l’en-tête manque-t-il ? ` +
      french`Sont connues ${known.slice(0, 4).join(', ')}, … ; un mapping.json peut en renommer d’autres`,
    empty: (file) => `${file} est vide.`,
  },
  record: {
    tooLong: 'la ligne dépasse 32 Mio',
    manyCells: (most) =>
      french`a plus de ${figure(most)} colonnes ; laissez celles qui ne disent rien des comptes, ou partagez le fichier`,
    manyLines: (most) => `un guillemet est ouvert sans être fermé en ${figure(most)} lignes`,
    manyValues: (most) =>
      french`contient plus de ${figure(most)} valeurs ; écrivez un seul objet JSON par ligne`,
    deep: (most) =>
      french`est imbriqué à plus de ${figure(most)} niveaux ; écrivez chaque ligne comme un seul objet JSON plat`,
    openQuote: french`un guillemet est ouvert et mal fermé ; doublez-le s’il fait partie du texte`,
    textAfterQuote: (rest) => french`du texte suit un guillemet fermant : ${rest}`,
    notJson: (reason) => french`n’est pas du JSON : ${reason}`,
    notObject: 'n’est pas un objet JSON',
    notExact: (name) =>
      french`${name} ne peut pas être lu exactement : écrivez les grands nombres en texte, et pas de | dans un élément de liste`,
  },
  exact: {
    badRow: (file, line, why) =>
      french`${file}, ligne ${line} : ${why}. Rien n’a été fait du fichier ; corrigez cela et recommencez.`,
    badFile: (file, why) => french`${file} : ${why}`,
    noColumn: (file, column) => `${file} n’a pas de colonne ${column}.`,
    strayComma: (counted) =>
      french`${counted} : une cellule qui contient une virgule se met entre guillemets, comme "Smith, John"`,
  },
  row: {
    cellCount: (cells, columns, line, lastLine) =>
      `a ${count(cells, 'cellule', 'cellules')} là où l’en-tête en a ${figure(columns)}` +
      (lastLine > line
        ? french` ; elle va jusqu’à la ligne ${figure(lastLine)} : un guillemet est-il resté ouvert ?`
        : ''),
    missing: 'est obligatoire, et vide',
    notUtf8: french`n’est pas en UTF-8 (Latin-1 ou Windows-1252 ?) ; enregistrez le fichier en UTF-8`,
    nul: 'contient un octet NUL',
    columnTwice: (column) => `deux colonnes sont ${column}`,
    columnName: (most) =>
      `le nom de la colonne dépasse ${count(most, 'caractère', 'caractères')} ou contient un NUL`,
    manyUnknown: (most) =>
      `le fichier a plus de ${count(most, 'colonne qui n’est', 'colonnes qui ne sont')} pas du contrat`,
    namelessColumn: (position) => `colonne ${position}`,
    indexTooLong: 'dépasse 8 000 octets, trop long pour être cherché',
    keyTooLong: 'les colonnes qui identifient la ligne dépassent 8 000 octets',
    ambiguousEntry: (lists) =>
      french`plusieurs listes de surveillance ont cet identifiant d’inscription : ${lists.join(', ')} ; un lien ne peut pas dire laquelle il vise`,
    reasons: (first, others) =>
      [first, ...others.map(({ column, reason }) => `aussi ${column} ${reason}`)].join(french` ; `),
  },
  source: {
    changing: french`a été modifié pendant la lecture ; chargez-le de nouveau quand il sera entier`,
    notKept: (file, sha256, folder) =>
      french`${file} (SHA-256 ${sha256}) n’est pas conservé dans ${folder} ; chargez-le de nouveau, ou donnez à SKEIN_SOURCES l’endroit où il est.`,
    noLine: (file, line) => `Aucune ligne de ${file} ne commence à la ligne ${figure(line)}.`,
  },
  step: {
    checking: (file) => `Contrôle de ${file}`,
    keeping: (file) => `Conservation de ${file}`,
    loading: (file) => `Chargement de ${file}`,
    importing: 'Importation du graphe dans la base vide',
  },
  notImported: (why) =>
    french`L’importation de Neo4j n’a pas pu être utilisée : les lignes ont été enregistrées lot par lot, ce qui prend plus de temps. Elle a dit : ${why}`,
  unit: 'lignes',
  strict: (file, line, column, reason) =>
    `${file}:${line}:${column === '' ? '' : `${column}:`} ${reason}. Rien n’a été modifié (--strict).`,
  strictLate: (file, line, column, reason) =>
    `${file}:${line}:${column === '' ? '' : `${column}:`} ${reason}. Le chargement a été arrêté (--strict).`,
  summary: {
    columns: ['fichier', 'lues', 'ajoutées', 'mises à jour', 'inchangées', 'rejetées', 'conflits'],
    total: 'en tout',
    rejects: (path) => french`Lignes rejetées : ${path}`,
    conflicts: (rows) =>
      french`${count(rows, 'ligne a', 'lignes ont')} donné à une clé une autre valeur qu’une ligne précédente de ce chargement ; la dernière vaut, ce qui était dit avant en est l’historique.`,
    unknownFile: (file, nearest) => `Fichier inconnu ${file}, non chargé${near(nearest)}`,
    unknownColumn: (file, column, nearest) =>
      french`Colonne inconnue ${file} : ${column}, gardée comme attribut${near(nearest)}`,
    load: (id, seconds, rows) =>
      french`Chargement ${id} : ${count(rows, 'ligne', 'lignes')} en ${decimal(seconds, 1)} s`,
  },
  command: {
    about: 'Charger des dossiers de jeux de données',
    folders: 'dossiers de jeux de données',
    strict: 'tout refuser, sans rien modifier, à la première ligne fautive',
    map: 'un mapping.json qui renomme fichiers et colonnes',
    import: 'Transformer un format extérieur en dossier de jeu de données',
  },
  ofac: {
    about: french`la liste SDN de l’OFAC : sdn, alt et add tels que publiés, en CSV ou CSV.GZ`,
    source: 'dossier des trois fichiers',
    out: 'dossier pour watchlist.csv et links.csv',
    publishedOption: french`date de l’édition, comme 2021-07-14 ; sinon prise à la fin du nom du dossier`,
    list: 'nom de la liste de surveillance (OFAC-SDN)',
    published: (given) =>
      french`--published ${given} n’est pas une date ; écrivez-la 2021-07-14, 2021-07 ou 2021.`,
    noFile,
    badRow,
    twice: (path, number) => `${path} a deux fois l’inscription ${number}.`,
    noEntry: (path, number) => `${path} nomme l’inscription ${number}, qui manque au fichier SDN.`,
    linkSource: (id, name, other) =>
      french`Remarques de l’OFAC sur ${id} (${name}) : « Linked To: ${other} »`,
    summary: ofacSummary,
  },
  bitcoinOtc: {
    about: french`le réseau de confiance Bitcoin-OTC : qui a noté qui, en CSV ou CSV.GZ sans en-tête`,
    source: 'dossier de ratings.csv (soc-sign-bitcoinotc.csv) et, pour mesurer, ground-truth.csv',
    out: 'dossier pour accounts.csv, ratings.csv et labels.csv',
    noFile: (folder) =>
      `${folder} ne contient ni ratings.csv ni soc-sign-bitcoinotc.csv (ni l’un d’eux en .gz).`,
    badRow,
    noPerson: 'ne nomme ni qui note ni qui est noté',
    badScore: (given) => `la note ${given} n’est pas un nombre entier de -10 à 10`,
    badTime: (given) => `${given} n’est pas un instant en secondes depuis 1970`,
    badLabel: (given) => `l’étiquette ${given} n’est ni 1 ni -1`,
    summary: (made) =>
      french`${made.folder} : ${count(made.accounts, 'compte', 'comptes')}, ${count(made.ratings, 'note', 'notes')}, ${count(made.labels, 'étiquette', 'étiquettes')}`,
  },
  amlsim: {
    about: french`un réseau d’AMLSim d’IBM : nœuds et transactions, en CSV ou CSV.GZ`,
    source: 'dossier des deux fichiers',
    out: 'dossier pour accounts, account_payments, transfers et labels',
    start: 'date du premier jour (2020-01-01)',
    currency: 'devise des montants (USD)',
    badStart: (given) => french`--start ${given} n’est pas une date ; écrivez-la 2020-01-01.`,
    noFile,
    badDay: (path, day) => french`${path} a le jour « ${day} », qui n’est pas un nombre.`,
    summary: (made) =>
      french`${made.folder} : ${count(made.accounts, 'compte', 'comptes')}, ${count(made.transfers, 'virement', 'virements')}, ${count(made.labels, 'étiquette', 'étiquettes')}`,
  },
  misp: {
    about: french`listes d’avertissement de MISP, comme celles des fournisseurs de VPN : leurs réseaux deviennent des known_shared, qui pèsent peu`,
    source: 'list.json de chaque liste',
    out: 'dossier pour known_shared.csv',
    noFile: (path) =>
      french`${path} est illisible ; nommez le list.json d’une liste d’avertissement, pas son dossier.`,
    notAList: (path) =>
      french`${path} n’est pas une liste d’avertissement : il faut du JSON avec name, version, type et list.`,
    reason: (name, version) => french`liste d’avertissement MISP, version ${version} : ${name}`,
    summary: (made) =>
      french`${made.folder} : ${count(made.networks, 'réseau', 'réseaux')}, ${count(made.left_out, 'entrée écartée qui n’en est', 'entrées écartées qui n’en sont')} pas`,
  },
  followthemoney: {
    about: french`entités de FollowTheMoney, telles qu’OpenSanctions les publie : qui est sanctionné devient une entrée de liste de surveillance`,
    source: 'les entités, un JSON par ligne',
    out: 'dossier pour les fichiers CSV',
    list: 'comment appeler la liste des entrées qui ne nomment pas la leur',
    noFile: (path) => `${path} est illisible.`,
    notAnEntity: (path, line) =>
      french`${path}, ligne ${line} n’est pas une entité : il faut du JSON avec id, schema et properties.`,
    summary: entitiesSummary,
  },
  stix: {
    about: french`un lot STIX 2.1, tel que MISP, OpenCTI et Skein lui-même l’écrivent : acteurs de menace, ensembles d’intrusion, campagnes et indicateurs deviennent des entrées de liste de surveillance`,
    source: 'le lot, un fichier JSON',
    out: 'dossier pour les fichiers CSV',
    list: 'comment appeler la liste des entrées qui ne nomment ni liste ni auteur',
    noFile: (path) => `${path} est illisible.`,
    tooLarge: (path, megabytes, most) =>
      french`${path} fait ${figure(Math.ceil(megabytes))} Mio, plus que les ${figure(most)} lus d’un coup : exportez-le en plusieurs parties.`,
    notJson: (path, line) =>
      french`${path}, ligne ${line} : ce n’est pas du JSON, ou il est tronqué. Exportez le lot de nouveau.`,
    notABundle: (path) =>
      french`${path} n’est pas un lot STIX : il faut du JSON de type bundle avec une liste objects.`,
    otherVersion: (path, version) =>
      french`${path} est en STIX ${version} ; exportez-le en STIX 2.1.`,
    notAnObject: (path, number) =>
      french`${path}, objet ${figure(number)} : il lui manque le type ou l’id que porte tout objet STIX.`,
    badId: (path, number, type, id) =>
      french`${path}, objet ${figure(number)} : l’id « ${id} » n’en est pas un de STIX ; il faut ${type}-- et un UUID.`,
    summary: entitiesSummary,
  },
} satisfies Given<Messages['load']>;

function counted(counts: Record<string, number>): string {
  const all = Object.entries(counts).map(([name, count]) => `${figure(count)} ${name}`);
  return all.join(', ') || '0';
}

function entitiesSummary(made: {
  folder: string;
  rows: Record<string, number>;
  left_out: Record<string, number>;
}): string {
  return [
    french`${made.folder} : ${counted(made.rows)}`,
    ...(Object.keys(made.left_out).length > 0
      ? [
          french`écartés, un jeu de données n’ayant pas de place pour eux : ${counted(made.left_out)}`,
        ]
      : []),
  ].join('\n');
}
