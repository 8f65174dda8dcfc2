import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french } from './typography.ts';

const number = (n: number) => n.toLocaleString('fr-FR');
const count = (n: number, one: string, many: string) => `${number(n)} ${n < 2 ? one : many}`;
const accounts = (n: number) => count(n, 'compte', 'comptes');
const payments = (n: number) => count(n, 'compte de paiement', 'comptes de paiement');
const rows = (n: number) => count(n, 'ligne', 'lignes');
const ratings = (n: number) => count(n, 'évaluation', 'évaluations');
const addresses = (n: number) => count(n, 'adresse IP', 'adresses IP');

/** Les vues à côté du graphe, et le temps. */
export const viewsMessages = {
  names: {
    graph: 'Graphe',
    table: 'Tableau',
    map: 'Carte',
    payouts: 'Versements',
    ratings: 'Évaluations',
    flow: 'Argent',
  },
  notOnBoard: 'absent du plan de travail',
  addToBoard: (n) => `Ajouter ${count(n, 'nœud', 'nœuds')} au plan de travail`,
  tooMany: (shown, all) =>
    french`Les ${accounts(shown)} premiers sur ${number(all)} ; marquez-en pour voir ceux-là.`,
  ofMarked: (n) => `Seulement ${accounts(n)} parmi ceux qui sont marqués.`,
  omitted: (n) => `${number(n)} de plus écartés par une limite.`,
  noAccounts: 'Aucun compte n’est affiché.',
  noAccountsHint: french`Ouvrez un groupe ou ajoutez des comptes : cette vue se remplit d’elle-même.`,
  time: {
    zoomIn: 'Montrer la période choisie sur toute la largeur',
    zoomOut: 'Montrer de nouveau toute la durée',
    cut: (from, to) => french`Rien entre le ${from} et le ${to} : coupé`,
  },
  known: {
    title: 'Tel que connu le',
    now: 'maintenant',
    day: 'Jour à la fin duquel montrer ce qui était connu',
    load: (when) => `après le chargement du ${when}`,
    shown: (when) => `Est montré ce qui était chargé le ${when}.`,
    note: (when) =>
      french`Tel que connu le ${when} : ce qui fut chargé plus tard n’est pas dessiné.`,
    inferred: (n) =>
      `${count(n, 'relation déduite n’a', 'relations déduites n’ont')} pas de date de chargement et ne ${n < 2 ? 'figure' : 'figurent'} pas non plus.`,
    back: 'Montrer ce qui est connu maintenant',
    values: (when) => `Valeurs telles que connues le ${when}`,
    replaced: (columns) => french`Remplacées depuis : ${columns}.`,
    same: 'Aucune valeur n’a été remplacée depuis. Ce qui a été complété plus tard, là où rien ne figurait, est montré aussi.',
    unknown: (when) =>
      french`Pas encore connu le ${when} : la première ligne qui en parle fut chargée plus tard.`,
    run: 'Score, constats et liens sont ceux de la dernière exécution.',
  },
  table: {
    what: 'Lignes',
    allNodes: 'Tous les nœuds',
    relations: 'Relations',
    search: 'Contient …',
    searchLabel: 'Montrer les lignes qui contiennent',
    columns: 'Colonnes',
    chooseColumns: 'Colonnes à montrer',
    count: (shown, all) => (shown === all ? rows(all) : `${number(shown)} sur ${rows(all)}`),
    copy: 'Copier',
    copyHint:
      'Copie les lignes montrées, ou celles qui sont marquées, séparées par des tabulations',
    copied: (n) => `${count(n, 'ligne copiée', 'lignes copiées')}.`,
    copyFailed: 'Le navigateur n’a pas permis de copier.',
    csv: 'CSV',
    csvHint: 'Enregistre les lignes montrées, dans cet ordre, ou celles qui sont marquées',
    markAll: (n) => `Tout marquer (${number(n)})`,
    filterBy: (column) => `Filtrer par ${column}`,
    filtered: (column) => french`${column} : filtre actif`,
    clearFilters: 'Effacer les filtres',
    contains: 'contient',
    empty: 'est vide',
    filled: 'est rempli',
    from: 'de',
    to: 'à',
    any: 'sans condition',
    condition: 'Condition',
    pages: 'Pages du tableau',
    controls: {
      first: 'Première page',
      previous: 'Page précédente',
      next: 'Page suivante',
      last: 'Dernière page',
    },
    none: 'Aucune ligne ne convient.',
    cluster: 'Groupe',
    extra: (name) => `${name} (colonne supplémentaire)`,
  },
  map: {
    title: 'Où sont les adresses',
    described: (places, n) =>
      `Carte de ${count(places, 'lieu', 'lieux')} et ${addresses(n)}. La liste à côté dit la même chose.`,
    fit: 'Ajuster aux lieux',
    whole: 'Le monde entier',
    list: 'Lieux',
    logins: (n) => count(n, 'connexion', 'connexions'),
    accounts,
    addresses,
    noCity: 'pays seulement',
    unplaced: (n) => `${count(n, 'adresse IP n’a', 'adresses IP n’ont')} pas de pays.`,
    claims: 'Pays déclarés',
    claimHint: french`Ce que les comptes disent d’eux-mêmes : une déclaration, pas un lieu. La nationalité n’est jamais utilisée.`,
    claimed: (country, n) => french`${country} : déclaré par ${accounts(n)}`,
    elsewhere: (n) => `dont ${count(n, 'vu', 'vus')} uniquement ailleurs`,
    showClaims: 'Déclarations et écarts',
    showJumps: 'Sauts plus rapides qu’un avion',
    jumps: 'Sauts plus rapides qu’un avion',
    jumpSpeed: (km, hours) => `${km} km en ${hours} h`,
    jumpHint:
      'Un VPN, une seconde personne ou un mauvais emplacement de l’adresse l’expliquent aussi.',
    noAddresses: 'Aucune adresse IP n’est affichée.',
    noAddressesHint: 'Développez les connexions d’un compte, et ses lieux apparaissent ici.',
    legendSeen: 'adresses IP, selon les connexions',
    legendCountry: 'pays seulement',
    legendClaim: 'pays déclaré',
    legendDiffers: 'déclaré ici, vu là',
    credit: french`Contours : Natural Earth. Villes : city-timezones.`,
    hidden: 'cache son emplacement',
  },
  payouts: {
    title: 'Comptes et leurs comptes de paiement',
    described: (n, columns, shared) =>
      `${accounts(n)} et ${payments(columns)}, dont ${count(shared, 'partagé', 'partagés')}. Les flèches déplacent, Entrée choisit le compte, Maj + Entrée le compte de paiement, Espace marque les deux.`,
    users: (n, all) => `utilisé par ${count(n, 'compte', 'comptes')} sur ${number(all)}`,
    sharedOnly: 'Partagés seulement',
    none: 'Aucun compte de paiement n’est connu pour ces comptes.',
    cell: (account, payment, what) => french`${account}, ${payment} : ${what}`,
    notUsed: 'non utilisé',
    payout: 'versement',
    funding: 'approvisionnement',
    purpose: (purpose, when) => `${purpose}, ${when}`,
    legend: { payout: 'versement', funding: 'approvisionnement', shared: 'partagé par plusieurs' },
  },
  ratings: {
    title: 'Qui a évalué qui',
    described: (n, given, mutual) =>
      french`${accounts(n)} et ${ratings(given)} entre eux ; ${count(mutual, 'paire s’évalue', 'paires s’évaluent')} mutuellement. Les lignes évaluent les colonnes. Les flèches déplacent, Entrée choisit celui qui évalue, Maj + Entrée celui qui est évalué.`,
    rater: 'évalue ↓ qui →',
    none: 'Aucun de ces comptes n’en a évalué un autre.',
    noneHint: (given, received) =>
      `Ils ont donné ${ratings(given)} à d’autres et en ont reçu ${number(received)} d’autres.`,
    cell: (from, to, what) => french`${from} a évalué ${to} : ${what}`,
    notRated: 'rien',
    score: (score, most, when) => `${score} sur ${most}, ${when}`,
    after: (delay) => `${delay} après la fin de la mission`,
    reply: (delay) => `${delay} après avoir été évalué par l’autre`,
    mutual: 's’évaluent mutuellement',
    totals: (given, all) =>
      `${number(given)} sur ${count(all, 'donnée', 'données')} ${given < 2 ? 'reste' : 'restent'} ici`,
    withoutOthers: 'Seulement ceux qui évaluent ou sont évalués ici',
    strip: 'Quand ils ont évalué',
    stripCount: (n, from) => `${ratings(n)} à partir du ${from}`,
    burst: (n, hours, from) =>
      french`Le plus à la fois : ${number(n)} en ${count(hours, 'heure', 'heures')} à partir du ${from}`,
    low: 'note la plus basse',
    high: 'note la plus haute',
  },
  flow: {
    title: 'Où va l’argent',
    described: (n, currency) =>
      `${count(n, 'flux', 'flux')} en ${currency}, des comptes jusqu’où l’argent s’arrête. Le tableau ci-dessous dit la même chose.`,
    currency: 'Monnaie',
    steps: 'Étapes',
    none: 'Aucun virement ne part des comptes de paiement de ces comptes.',
    noneIn: (currency) => `Aucun flux en ${currency}.`,
    uses: 'utilise',
    usesHint: french`En tirets : un compte l’utilise. Les lignes ne disent pas quelle part de l’argent est à qui.`,
    back: 'revient',
    backHint: 'Argent qui revient à une étape antérieure',
    final: 's’arrête ici',
    notFollowed: (n) => french`non suivi : ${count(n, 'virement en part', 'virements en partent')}`,
    flow: (from, to, amount, n) =>
      french`${from} → ${to} : ${amount} en ${count(n, 'virement', 'virements')}`,
    unsettled: (n) =>
      `${count(n, 'échoué, annulé ou contesté', 'échoués, annulés ou contestés')}, hors de la somme`,
    from: 'De',
    to: 'À',
    amount: 'Montant',
    transfers: 'Virements',
    when: 'Quand',
    note: 'Remarques',
    minor: (n) => `${count(n, 'flux plus petit', 'flux plus petits')} dans le tableau seulement`,
    never: 'Des monnaies différentes ne sont jamais additionnées.',
  },
  hours: {
    title: 'Heures de travail',
    hint: 'Heures de la semaine couvertes par des sessions, plus foncées quand elles sont nombreuses.',
    claimed: (zone, offset) => french`Dans le fuseau déclaré : ${zone}, ${offset}`,
    fitting: (offsets) => french`Dans le fuseau qui correspond : ${offsets}`,
    utc: french`En UTC : aucun fuseau connu n’est déclaré`,
    fits: 'Le fuseau déclaré correspond à ces heures.',
    apart: (offsets, hours) =>
      french`Ces heures correspondent à ${offsets}, à ${hours} h de ce qui est déclaré. Plusieurs pays partagent chaque décalage ; aucun n’est visé.`,
    noNight: 'Elles ne laissent guère de nuit, si bien qu’aucun décalage ne correspond bien.',
    few: (n) => french`Seulement ${count(n, 'session', 'sessions')} : trop peu pour une habitude.`,
    busiest: (from, to) => `Le plus actif de ${from} à ${to}`,
    quiet: (from, to) => `le plus calme de ${from} à ${to}`,
    days: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
    cell: (day, hour, n) => french`${day} ${hour} : ${number(n)}`,
    sessions: (n) => count(n, 'session', 'sessions'),
    none: 'Aucune session n’est connue.',
  },
  nowhere: {
    title: 'Il n’y a rien à cette adresse',
    hint: 'Elle est peut-être mal écrite, ou ce qu’elle nommait s’appelle autrement depuis la dernière exécution.',
    toStart: 'Au début',
  },
} satisfies Given<Messages['views']>;
