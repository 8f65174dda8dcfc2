import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, french } from './typography.ts';

const nombre = (n: number, un: string, plusieurs: string) =>
  `${n.toLocaleString('fr')} ${n < 2 ? un : plusieurs}`;

export const queriesMessages = {
  refused: {
    escape: french`Écrivez les lettres telles quelles, non par \\u et un nombre : ce qui est ainsi caché ne peut être vérifié.`,
    character: (what) =>
      french`« ${what} » n’a pas sa place ici. Fermez les guillemets et les accents graves, mettez une espace après un nombre et écrivez le texte entre guillemets.`,
    prefix: french`Omettez EXPLAIN, PROFILE et CYPHER : Skein explique chaque requête avant de l’exécuter.`,
    load: french`Une requête ne lit que le graphe : elle ne peut charger ni fichier ni adresse. Mettez le mot entre accents graves si c’est un nom.`,
    use: french`Une requête ne lit que ce graphe : elle ne peut en utiliser un autre par USE. Mettez le mot entre accents graves si c’est un nom.`,
    transactions:
      'Une requête ne peut ouvrir ses propres transactions. Mettez le mot entre accents graves si c’est un nom.',
    procedure: (name) =>
      french`Une requête ne peut appeler ${name === '' ? 'une procédure' : name} : seuls les motifs, et db.index.fulltext.queryNodes pour l’index de recherche, ne lisent que le graphe.`,
    function: (name) =>
      french`${name} n’est pas une fonction de la base elle-même ; on ne peut savoir ce qu’elle atteint.`,
    groundTruth: french`Label est la vérité à laquelle les détecteurs sont mesurés ; elle se trouve hors du graphe. N’employez pas ce nom dans une requête.`,
    tooMany: (most) =>
      french`La requête dépasse ${most.toLocaleString('fr')} mots et signes. Passez les longues listes comme valeur : $ids.`,
    tooDeep: (most) =>
      `Des parenthèses, sous-requêtes ou CASE sont imbriqués sur plus de ${most} niveaux. Écrivez-la plus à plat.`,
    tooManyBraces: (most) =>
      `Des sous-requêtes ou des dictionnaires sont imbriqués sur plus de ${most} niveaux. Écrivez-la plus à plat.`,
    tooManySteps: (most) =>
      french`Plus de ${most} « . », « […] », NOT ou signes se suivent. Écrivez-la en plusieurs étapes.`,
    tooManyOperators: (most) =>
      `Une expression contient plus de ${most} opérateurs. Passez une liste comme valeur et écrivez IN $list.`,
    tooManyClauses: (most) =>
      `La requête a plus de ${most} clauses. Posez la question en plusieurs requêtes.`,
    span: (most) =>
      `Une liste de plus de ${most.toLocaleString('fr')} nombres ne peut se trouver dans une expression, ni résulter de listes imbriquées. Écrivez UNWIND range(…) AS x, qui donne des lignes.`,
    growth: (most) =>
      french`Un texte peut dépasser ici ${count(most, 'lettre', 'lettres')}, parce qu’il est mis sans cesse à côté de lui-même. Joignez des listes de lignes, ou prenez-en une partie.`,
    deepValues: (most) =>
      `Une valeur contient des listes ou des dictionnaires imbriqués sur plus de ${most} niveaux.`,
    manyValues: (most) =>
      french`Plus de ${most.toLocaleString('fr')} valeurs sont passées. Demandez-en moins à la fois.`,
    step: (operator) =>
      french`Le plan de cette requête contient « ${operator} », qui n’est pas une lecture du graphe. Seules les requêtes qui lisent sont exécutées.`,
    computedName: french`Écrivez le label ou le type tel quel, comme dans (a:Account) et -[:RATED]-> : ce qui est calculé ne peut être vérifié.`,
    nameLabel:
      'Ceci cherche parmi tous les nœuds, y compris ceux de Skein, et les requêtes ne lisent que les données. Dites de quelle sorte de nœud il s’agit, comme dans (a:Account), et cherchez-le par une colonne, comme dans {id: $id}.',
    ambiguous:
      'Ce qui se trouve ici peut être un motif ou une soustraction. Mettez entre parenthèses ce qui est soustrait.',
    writes:
      'Cette requête modifie quelque chose ou administre la base. Seules les requêtes qui lisent sont exécutées.',
  },
  empty: 'Il n’y a pas encore de requête.',
  notRun: (why) => `La requête n’a pas été exécutée. ${why}`,
  missing: (names) =>
    `Donnez une valeur à ${names.map((name) => `$${name}`).join(', ')}, puis relancez.`,
  noValue: 'n’a pas de valeur',
  runs: (id) =>
    `Une requête nommée ${id} est déjà en cours. Donnez à chaque exécution un nom propre.`,
  noRun: (id) =>
    french`Aucune requête nommée ${id} n’est en cours ; elle s’est peut-être terminée d’elle-même. Tant qu’elle attend son tour sur un autre serveur, lui seul peut y mettre fin : il le fait quand celui qui l’a posée raccroche.`,
  ended: 'La requête a été interrompue avant la fin. Rien n’a été modifié.',
  failed: (why) => french`La base a mis fin à la requête : ${why}`,
  tooLong: (seconds) =>
    `La requête ne s’est pas terminée en ${nombre(seconds, 'seconde', 'secondes')}. Partez d’un nœud, limitez les étapes d’un chemin ou accordez plus de temps.`,
  tooMuchMemory:
    'La requête demande plus de mémoire qu’il n’en est accordé à une seule. Renvoyez moins, ou partez de moins de nœuds.',
  tooWide: french`Une seule ligne du résultat dépasse ce que peut contenir un résultat entier. Renvoyez moins par ligne : un nombre, une partie de la liste, ou des lignes par UNWIND.`,
  tooHard: french`La base n’a pu déterminer comment répondre à cette requête : il y faudrait trop de temps ou de mémoire. Écrivez moins de motifs et de clauses, ou des chemins plus courts.`,
  busy: (most) =>
    `${nombre(most, 'requête est déjà en cours', 'requêtes sont déjà en cours')}, autant qu’il peut y en avoir à la fois. Réessayez dans quelques secondes.`,
  noQuery: (id) => `Il n’y a pas de requête enregistrée ${id}.`,
  isShipped:
    'Cette requête est fournie avec Skein. Enregistrez-la sous un autre titre pour la modifier.',
  changedMeanwhile: (by, when) =>
    `${by} a modifié cette requête à ${when}. Rouvrez-la, ou enregistrez la vôtre sous un autre titre.`,
  twice: (name) => `$${name} est décrit deux fois.`,
  notAsked: (of) =>
    `${of} n’est pas une adresse de cette API qui réponde à une question, comme /nodes/account:a17/expand.`,

  tab: 'Requêtes',
  list: {
    search: 'Chercher dans les titres, textes et étiquettes',
    write: 'Écrire une requête',
    none: (q) => french`Aucune requête enregistrée ne contient « ${q} ».`,
    shipped: 'fournie avec Skein',
    by: (who, when) => `${who}, ${when}`,
    open: 'Ouvrir',
  },
  editor: {
    title: 'Requête',
    untitled: 'Nouvelle requête',
    label: 'Requête Cypher',
    hint: 'Ctrl+Entrée l’exécute. Ctrl+Espace complète. Échap, puis Tab, quitte l’éditeur. Elle ne peut que lire.',
    placeholder: 'MATCH (a:Account)-[r:LOGGED_IN_FROM]->(i:Ip) RETURN a, r, i LIMIT 25',
    run: 'Exécuter',
    cancel: 'Annuler',
    running: 'En cours …',
    cancelled: 'Annulée.',
    drawn: 'Sur le canevas',
    back: 'Retour à la requête',
    save: 'Enregistrer',
    saveAs: 'Enregistrer sous …',
    saved: 'Enregistrée.',
    remove: 'Supprimer',
    removeSure: french`Supprimer cette requête ?`,
    removed: 'Supprimée.',
    keep: 'La garder',
    rows: 'Lignes au plus',
    seconds: 'Secondes au plus',
    problem: 'Pourquoi elle ne s’exécute pas',
    remark: 'Remarques de la base',
    at: (line, column) => `Ligne ${line}, colonne ${column}`,
    ready: 'Elle s’exécuterait.',
    share: french`L’adresse contient la requête et ses valeurs : envoyez-la à un collègue.`,
    text: 'Texte de la requête',
    read: 'Seules les lectures sont exécutées',
    nothing:
      'Écrivez une requête ou choisissez-en une à gauche. Elle est d’abord expliquée, et refusée si elle ferait plus que lire.',
  },
  draft: {
    title: 'Titre',
    about: 'Ce qu’elle trouve, et ce qui pourrait aussi l’expliquer',
    tags: 'Étiquettes, séparées par des virgules',
    parameters: 'Formulaire',
    label: (name) => `Libellé de $${name}`,
    kind: (name) => `Genre de $${name}`,
    required: 'doit être donné',
    kinds: {
      text: 'texte',
      number: 'nombre',
      time: 'instant',
      date: 'jour',
      boolean: 'oui ou non',
      account: 'compte',
      node: 'nœud',
      list: 'liste',
    },
  },
  form: {
    title: 'Valeurs',
    account: 'identifiant, comme a17',
    node: 'type:id, comme account:a17',
    list: 'une par ligne',
    time: 'comme 2024-05-31T14:05:00.000Z',
    needed: 'Donnez une valeur.',
    badNumber: 'Écrivez un nombre.',
    badNode: 'Écrivez-le sous la forme type:id, comme account:a17.',
    badTime: 'Écrivez-le sous la forme 2024-05-31T14:05:00.000Z.',
    yes: 'oui',
  },
  result: {
    title: 'Résultat',
    rows: (n, ms) => `${nombre(n, 'ligne', 'lignes')} en ${ms.toLocaleString('fr')} ms`,
    none: french`Aucune ligne : rien dans le graphe ne correspond.`,
    cutRows: (n) =>
      `${n < 2 ? 'Seule la première ligne a été lue' : `Seules les ${n.toLocaleString('fr')} premières lignes ont été lues`}. Restreignez la requête, ou autorisez-en davantage.`,
    cutBytes: french`Le résultat est trop grand : il a été coupé ici. Renvoyez moins par ligne.`,
    copy: 'Copier',
    copied: 'Copié',
    csv: 'CSV',
    draw: (nodes, relations) =>
      french`Sur le canevas : ${nombre(nodes, 'nœud', 'nœuds')}, ${nombre(relations, 'relation', 'relations')}`,
    nothingToDraw: 'Renvoyez les nœuds ou les relations eux-mêmes pour les voir sur le canevas.',
    cut: (shown) => `${shown} …`,
    items: (n) => nombre(n, 'élément', 'éléments'),
  },
  asked: {
    title: french`Comment a-t-on répondu ?`,
    hint: french`Le programme a demandé ceci à la base, mot pour mot ; chaque requête vient d’être relancée. Ce qui lit des décisions, des dossiers ou des personnes est montré ici, et ne peut être demandé dans l’éditeur.`,
    none: french`Aucune requête : cette réponse ne vient pas de la base.`,
    nth: (at, of, rows) => `Requête ${at} sur ${of} · ${nombre(rows, 'ligne', 'lignes')}`,
    parameters: 'Valeurs',
    copy: 'Copier',
    copied: 'Copié',
    open: 'Ouvrir dans l’éditeur',
    of: {
      graph: 'Ce qui est sur le canevas',
      details: 'Les détails',
      neighbours: 'Ce à quoi il est lié',
      expand: 'Étendre à 10 voisins',
      linked: 'Les comptes auxquels il est lié',
      search: 'La recherche',
      list: 'La liste',
      view: 'Cette vue',
      hours: 'Les heures de travail',
    },
  },
  completion: {
    label: 'étiquette',
    relation: 'relation',
    property: 'propriété',
    keyword: 'mot',
    function: 'fonction',
    parameter: 'valeur',
    ends: (from, to) => `${from} → ${to}`,
    any: 'tout',
  },
} satisfies Given<Messages['queries']>;
