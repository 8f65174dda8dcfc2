import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { scoreMessages } from './score.ts';
import { count, decimal, figure, french } from './typography.ts';

export const evidencePageMessages = {
  kicker: 'Dossier de preuves',
  page: 'Page',
  of: 'sur',
  tableOfContents: 'Dans ce rapport',
  title: {
    cluster: (id) => `Preuves sur le groupe ${id}`,
    finding: (id) => `Preuves sur le constat ${id}`,
    board: (title) => french`Preuves sur le tableau « ${title} »`,
    selection: (nodes) => `Preuves sur ${count(nodes, 'nœud choisi', 'nœuds choisis')}`,
    account: (id, hops) =>
      `Preuves sur le compte ${id} et ce qui se trouve à ${count(hops, 'pas', 'pas')} au plus`,
  },
  asOf: (time) =>
    time === null
      ? 'Tiré de toutes les données chargées.'
      : french`Tiré de ce qui s’était passé jusqu’au ${time} ; rien de postérieur n’a été utilisé.`,
  handed: {
    kicker: (caseNumber: string) => `Dossier de preuves · affaire ${caseNumber}`,
    title: 'Pour quelle affaire, par qui et pourquoi',
    by: 'Exporté par',
    at: 'Exporté le',
    reason: 'Pourquoi',
    run: 'Exécution de la détection',
    digest: 'Empreinte du contenu (SHA-256)',
    notStated: 'non indiqué',
    elsewhere: french`Le numéro de l’affaire, la base légale, la raison, et qui a exporté ceci et quand, sont à la première page de report.html et de report.pdf, à côté du dossier data. Cet exemplaire-ci, dans le dossier data, est le même quel que soit celui qui exporte, pour qu’on puisse le refaire et comparer.`,
  },
  form: {
    title: 'À remplir à la main',
    caseNumber: 'Numéro de dossier',
    authority: 'Base légale',
    handedOver: 'Remis par, à, le',
  },
  whatThisIs: 'De quoi il s’agit',
  whatThisIsText: [
    french`Ce rapport fait partie d’un dossier de preuves. Il montre une partie d’un graphe : des comptes, les adresses, appareils, comptes de paiement et documents qu’ils ont utilisés, et leurs relations. Chaque affirmation cite les lignes de données sur lesquelles elle repose. Ces lignes sont dans le dossier, mot pour mot.`,
    french`Les affirmations viennent de règles fixes, écrites en toutes lettres dans le dossier. Elles lient des comptes entre eux. Elles ne jugent personne : que des comptes soient liés, ou qu’un motif soit compatible avec un dispositif, est une raison d’y regarder de plus près, pas un constat de culpabilité. Une personne doit regarder, envisager les explications innocentes nommées plus bas, et décider.`,
  ],
  figures: {
    accounts: 'Comptes dont il s’agit',
    context: 'Seulement pour le contexte',
    findings: 'Constats',
    rows: 'Lignes sources',
    period: 'Période de ce qui est compté',
    made: 'Établi par',
  },
  fromTo: (first, last) => `du ${first} au ${last}`,
  summary: 'Résumé',
  summaryText: french`Un constat est un motif qu’une règle a trouvé dans les données : plusieurs comptes payés sur un même compte de paiement, par exemple. Chaque constat ci-dessous dit ce que cherchait la règle, ce que disent les données, phrase par phrase, et quelles lignes le disent ; les numéros entre crochets sont ceux des lignes, qui se trouvent à la fin.`,
  summaryCounts: (members, context, findings, rows) =>
    french`Il s’agit de ${count(members, 'compte', 'comptes')}${context > 0 ? `, et ${count(context, 'autre est montré', 'autres sont montrés')} seulement pour le contexte` : ''} : ${count(findings, 'constat', 'constats')} avec ${count(rows, 'ligne', 'lignes')} de données sources.`,
  contextAccounts: (accounts) => count(accounts, 'compte', 'comptes'),
  period: (first, last) => `Ce qui est compté s’est passé entre le ${first} et le ${last}.`,
  citedPart: (part) => `Le constat ${part}.`,
  score: (score) =>
    french`Score ${decimal(score, 2)} sur 1,00 : ${scoreMessages.meaning.cluster}. ${scoreMessages.ranks}`,
  heldBy: french`Les constats qui le tiennent ensemble, le plus fort d’abord :`,
  splitsWithout: french`Sans celui-ci il se séparerait :`,
  strongestFindings: 'Les constats les plus forts',
  picture: 'L’image',
  accounts: 'Comptes',
  accountsText: {
    cluster: 'Les membres du groupe.',
    finding: 'Les comptes dont traite le constat.',
    account: 'Le compte pour lequel ce rapport a été demandé.',
    selection: 'Les comptes que quelqu’un a choisis pour ce rapport.',
    board: 'Les comptes qui sont membres sur le tableau, ou d’un groupe.',
  },
  noAccounts: 'Ce rapport ne traite d’aucun compte.',
  accountScore: french`Score : ${scoreMessages.meaning.account}, sur 1,00. ${scoreMessages.ranks}`,
  accountHead: ['Compte', 'Nom affiché', 'Score', 'Nommé dans'],
  noScore: 'aucun',
  context: 'Comptes montrés seulement pour le contexte',
  contextText: french`Ces comptes utilisent quelque chose sur quoi reposent les constats, ou y sont nommés. Rien dans ce rapport ne dit qu’ils font partie de ce dont il traite : tenez-les pour étrangers aux faits.`,
  contextHead: ['Compte', 'Nom affiché', 'Touché par'],
  moreContext: (number) =>
    `${count(number, 'autre compte montré', 'autres comptes montrés')} seulement pour le contexte dans nodes.csv.`,
  forContext: 'montré seulement pour le contexte',
  ofThem: (members, context) =>
    french`Des ${count(members + context, 'compte', 'comptes')} que nomme ce constat, ${figure(members)} ${members < 2 ? 'est de ceux' : 'sont de ceux'} dont traite ce rapport ; ${figure(context)} ${context < 2 ? 'est montré' : 'sont montrés'} seulement pour le contexte :`,
  findings: 'Constats',
  noFindings: 'Aucun détecteur n’a rien trouvé sur ce qui est montré ici.',
  findingHead: (index, title) => `${index}. ${title}`,
  strength: (score) =>
    french`Force ${decimal(score, 2)} sur 1,00 : ${scoreMessages.meaning.finding}. ${scoreMessages.ranks}`,
  foundBy: (id, version) => french`Trouvé par la règle ${id}, version ${version} :`,
  foundByUnknown: (id, version) =>
    `Trouvé par la règle ${id}, version ${version}, que ce programme n’a pas.`,
  toFinding: (number) => `Constat ${number}`,
  counts: {
    title: 'Comment il compte',
    link: (weight) =>
      french`Il lie ses comptes entre eux : à pleine force, il ajoute jusqu’à ${weight} au lien de deux d’entre eux. Les groupes et leurs scores viennent de tels liens.`,
    alone: 'Il dit quelque chose de chaque compte seul, et n’en lie aucun à un autre.',
    account: (weight) =>
      `À pleine force, il ajoute jusqu’à ${weight} au score de chaque compte qu’il nomme.`,
    strength:
      'Un constat plus faible compte moins. Parmi les constats d’une même sorte de preuve, seul le plus fort compte pour un lien.',
  },
  otherVersion: (ran, now) =>
    french`Le constat vient de la version ${ran} de la règle ; ce qui suit, et la requête de ce dossier, sont de la version ${now}.`,
  indicators: 'Indicateurs de l’alerte conjointe sur les informaticiens de la RPDC, 16 mai 2022',
  indicator: (id, meaning) => french`${id} : ${meaning}`,
  looksFor: 'Ce que cherche la règle',
  facts: 'Chiffres',
  statements: 'Ce que disent les données',
  described: (file) => `est décrit dans le fichier ${file}`,
  at: (time) => `le ${time}`,
  inferred: 'déduit par le programme',
  sources: french`Sources :`,
  moreSources: (number) => `et ${count(number, 'autre ligne', 'autres lignes')}`,
  notPrinted: (file, line) => `${file}, ligne ${line}`,
  more: (number, file) =>
    `${count(number, 'autre affirmation', 'autres affirmations')} dans ${file}.`,
  moreFindings: (number) =>
    `${count(number, 'constat plus faible n’est pas rapporté', 'constats plus faibles ne sont pas rapportés')} ici et ${number < 2 ? 'figure' : 'figurent'} dans findings.json.`,
  moreAccounts: (number) => `${count(number, 'autre compte', 'autres comptes')} dans nodes.csv.`,
  moreMentions: (number) => `et ${count(number, 'autre', 'autres')}`,
  rules: 'Les règles, et ce qui peut expliquer autrement ce qu’elles trouvent',
  rulesText: french`Chaque règle est une requête écrite en toutes lettres dans le dossier. Le programme n’a écarté aucune des explications ci-dessous : qui décide doit les envisager.`,
  rule: (title, id, version) => `${title} (${id}, version ${version})`,
  ruleFindings: french`Constats de cette règle :`,
  benign: 'Explications innocentes à envisager',
  blindTo: 'Ce que la règle ne peut pas voir',
  settings: 'Réglages utilisés',
  weights: 'Ce qu’elle pèse',
  weightsText: french`À pleine force, en logarithme de la cote : 0,69 double la cote, 2,3 la décuple. Les poids sont mesurés sur des mondes fabriqués, où l’on sait qui fait partie d’un dispositif.`,
  weightHead: ['Pour quoi', 'Poids', 'Pourquoi'],
  weightOf: {
    bond: 'lien entre deux comptes',
    tight: 'lien, quand le constat est net',
    own: 'score d’un compte',
    plain: 'score d’un compte, quand le constat est net',
  },
  number: 'N°',
  rows: 'Lignes sources',
  rowsText: french`Les lignes que cite ce rapport, mot pour mot. Le numéro de ligne compte à partir de 1, l’en-tête ; le SHA-256 d’un fichier est celui de ses octets tels que chargés. « Cité par » nomme le constat et l’affirmation : 2.5 est la cinquième affirmation du constat 2.`,
  rowsMasked: french`Les valeurs masquées figurent dans ces lignes sous leur pseudonyme. Le SHA-256 reste celui du fichier tel que chargé.`,
  rowHead: ['N°', 'Ligne', 'Texte', 'Cité par'],
  sha256: (digest) => `SHA-256 ${digest}`,
  cut: (number) => ` … ${count(number, 'autre caractère', 'autres caractères')}`,
  moreRows: (number) => `${count(number, 'autre ligne', 'autres lignes')} dans source-rows.ndjson.`,
  leftOut: 'Ce qui a été laissé de côté, et pourquoi',
  printed: {
    whole:
      'Tous les constats, affirmations, comptes et lignes sources du dossier sont imprimés dans ce rapport.',
    limits: (findings, statements, rows, characters) =>
      `Pour rester lisible, un rapport dit au plus ${count(findings, 'constat', 'constats')}, ${count(statements, 'affirmation', 'affirmations')} en tout, ${count(rows, 'ligne source', 'lignes sources')}, et ${count(characters, 'caractère', 'caractères')} de chaque ligne. Les fichiers du dossier sont entiers.`,
    findings: (number) =>
      french`${count(number, 'constat n’est pas rapporté', 'constats ne sont pas rapportés')} dans ce rapport ; findings.json les a tous.`,
    statements: (number) =>
      french`${count(number, 'affirmation n’est pas imprimée', 'affirmations ne sont pas imprimées')} ; findings.json les a toutes.`,
    rows: (number) =>
      french`${count(number, 'ligne source n’est pas imprimée', 'lignes sources ne sont pas imprimées')} ; source-rows.ndjson les a toutes.`,
    cut: (number) =>
      french`Le texte de ${count(number, 'ligne source est coupé', 'lignes sources est coupé')} ; source-rows.ndjson l’a en entier.`,
    accounts: (number) =>
      french`${count(number, 'compte n’est pas énuméré', 'comptes ne sont pas énumérés')} ; nodes.csv les a tous.`,
    context: (number) =>
      french`${count(number, 'compte montré seulement pour le contexte n’est pas énuméré', 'comptes montrés seulement pour le contexte ne sont pas énumérés')} ; nodes.csv les a tous.`,
  },
  masked: {
    nothing: 'Rien n’a été masqué.',
    values: {
      email: (number) => count(number, 'adresse électronique', 'adresses électroniques'),
      phone: (number) => count(number, 'numéro de téléphone', 'numéros de téléphone'),
      document_number: (number) => count(number, 'numéro de document', 'numéros de document'),
      address: (number) => count(number, 'adresse postale', 'adresses postales'),
      name: (number) => count(number, 'nom de personne', 'noms de personnes'),
      birth_date: (number) => count(number, 'date de naissance', 'dates de naissance'),
      ip: (number) => count(number, 'adresse IP', 'adresses IP'),
      account_id: (number) =>
        count(
          number,
          'identifiant de compte ou nom d’utilisateur',
          'identifiants de comptes ou noms d’utilisateur',
        ),
    },
    text: (values) =>
      french`Remplacés partout dans ce dossier par des pseudonymes à clé : ${values}. La même valeur a le même pseudonyme, pour que les liens restent visibles ; seul qui détient la clé peut dire de quelle valeur il s’agit.`,
  },
  limits: 'Limites',
  limitsText: [
    'Les données sont celles qui ont été remises au programme. Sont-elles complètes et vraies, le programme ne peut pas le savoir.',
    'Noms, nationalité, langue et pays sont montrés tels que les données les disent. Ils ne prouvent rien par eux-mêmes.',
    french`Une adresse, un appareil, un compte de paiement ou un document en commun a des causes innocentes : un bureau, une famille, une agence, une machine d’occasion, la sortie d’un opérateur ou d’un VPN.`,
  ],
  omitted: (number) =>
    `${count(number, 'relation a été écartée', 'relations ont été écartées')} à cause de la taille limite d’un dossier.`,
  nothingOmitted: 'Aucune relation n’a été écartée à cause de la taille limite d’un dossier.',
  findingsBeyond: (findings) =>
    french`${count(findings, 'constat nomme', 'constats nomment')} certains de ces comptes et d’autres qui ne sont pas montrés, et ${findings === 1 ? 'est laissé' : 'sont laissés'} de côté pour cette raison ; settings.json en a les identifiants.`,
  missingRows: (number) =>
    french`Pour ${count(number, 'ligne citée', 'lignes citées')}, le fichier n’est plus conservé ; fichier, ligne et SHA-256 sont dans missing-rows.ndjson.`,
  verify: 'Comment le vérifier et le refaire',
  verifyText: [
    french`Lancez « skein verify FICHIER.zip » : sans base ni réseau, il nomme chaque fichier modifié, ajouté ou retiré, et de qui est la signature.`,
    french`Dans un navigateur, hors ligne : ouvrez verify.html et déposez-y le ZIP ; la page dit la même chose. Un vérificateur qui vient avec ce qu’il vérifie prouve peu contre qui a fait les deux : obtenez-en un de quelqu’un à qui vous vous fiez (« skein verify --page verify.html »).`,
    french`Sans le programme : décompressez le ZIP, ouvrez un terminal dans son dossier et lancez « sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt », ou validez le dossier avec tout outil BagIt 1.0. signature.json est une déclaration in-toto dans une enveloppe DSSE, signée avec la clé ed25519 de signer.pem : verify-by-hand.txt donne les commandes par lesquelles OpenSSL la vérifie. Comparez cette clé avec celle que son détenteur vous remet.`,
    french`Pour refaire : chargez dans Skein les fichiers aux SHA-256 nommés plus haut, détectez avec les réglages de settings.json, et exportez la même chose. Le fichier manifest-sha256.txt doit alors avoir les mêmes octets, qui que ce soit et quand que ce soit. Les requêtes des règles sont dans le dossier queries.`,
  ],
  contents: 'Ce que contient ce dossier',
  inData: french`Dans le répertoire data, le contenu, le même qui que ce soit qui l’exporte et quand que ce soit :`,
  contentsOf: [
    {
      files: ['report.html', 'report.pdf'],
      is: french`ce rapport, en page et pour le papier : deux fois le même texte, sans le numéro de l’affaire ni qui l’a exporté, pour qu’il soit le même quel que soit celui qui exporte`,
    },
    {
      files: ['subgraph.json'],
      is: 'tous les nœuds et relations avec toutes leurs valeurs et sources (RFC 8785)',
    },
    { files: ['findings.json'], is: 'les constats et le groupe en entier' },
    {
      files: ['judgements.ndjson'],
      is: 'ce que des analystes ont jugé de ce qui est montré, avec qui, quand et pourquoi',
    },
    {
      files: ['exceptions.ndjson'],
      is: 'ce qui a été admis à peser moins de ce qui est montré, avec qui, quand, pourquoi et jusqu’à quand',
    },
    {
      files: ['explanation-checks.ndjson'],
      is: 'quelles explications honnêtes ont été vérifiées, comment, avec quel résultat, par qui et quand',
    },
    {
      files: ['picture.svg', 'picture.png'],
      is: french`le graphe en image ; le SVG reste net à toute taille`,
    },
    { files: ['graph.graphml', 'graph.gexf'], is: 'le graphe pour Gephi, yEd, NetworkX' },
    {
      files: ['followthemoney.json'],
      is: french`la même chose pour les outils qui lisent FollowTheMoney, comme ceux d’OpenSanctions, une entité par ligne ; une valeur que ce modèle refuse, comme un numéro de téléphone qui ne peut pas en être un, est dans les notes de son entité`,
    },
    {
      files: ['stix.json'],
      is: 'les constats et ce pour quoi STIX 2.1 a une forme, pour MISP et OpenCTI',
    },
    {
      files: ['nodes.csv', 'relations.csv'],
      is: french`la même chose pour un tableur ; une apostrophe précède les formules`,
    },
    {
      files: ['narrative.md'],
      is: french`un brouillon d’exposé des faits suspects, qu’une personne vérifie et reprend avant tout dépôt : demandé par son nom, et à ôter avant que le dossier n’aille à quiconque dont il traite`,
    },
    {
      files: ['totals.csv'],
      is: 'ce que les comptes de paiement ont reçu et envoyé, par devise et par mois',
    },
    { files: ['source-rows.ndjson'], is: 'les lignes sources mot pour mot' },
    {
      files: ['missing-rows.ndjson'],
      is: 'fichier, ligne et SHA-256 de lignes citées dont le fichier n’est plus conservé',
    },
    {
      files: ['detectors.json', 'queries/'],
      is: 'les règles avec leurs réglages, et le texte de chaque requête',
    },
    { files: ['board.json'], is: 'ce que montrait le tableau et où cela se trouvait' },
    {
      files: ['by-hand.json'],
      is: french`ce que des analystes ont ajouté au tableau à la main, avec la source, sa cotation et qui l’a ajouté : rien de cela n’est dans les données`,
    },
    {
      files: ['settings.json'],
      is: 'ce qui a été demandé, et ce qui du programme décide de la réponse',
    },
  ],
  besideData: french`À côté, de cet exemplaire seul :`,
  besideOf: [
    {
      files: ['report.html', 'report.pdf'],
      is: french`le même rapport, avec le numéro de l’affaire, la base légale, qui l’a exporté, quand et pourquoi`,
    },
    { files: ['export.json'], is: 'qui l’a exporté, quand, pourquoi et pour quel dossier' },
    {
      files: ['bagit.txt', 'bag-info.txt'],
      is: 'que c’est un sac (BagIt 1.0, RFC 8493), et la même chose de l’export dans cette forme',
    },
    {
      files: ['manifest-sha256.txt', 'tagmanifest-sha256.txt'],
      is: 'le SHA-256 de chaque fichier du répertoire data, et de chaque fichier à côté, sauf le second de ceux-ci et ce qui le signe et le date',
    },
    {
      files: ['signature.json', 'signer.pem'],
      is: french`la signature de chaque fichier et du nom du dossier ; la clé qui la vérifie`,
    },
    {
      files: ['timestamp.tsr', 'timestamp-signature.json'],
      is: french`la parole d’une autorité que la signature existait à un moment (RFC 3161), et celle du signataire que c’est bien celle qui est venue ; si une autorité est définie`,
    },
    {
      files: ['custody.json'],
      is: french`qui a fait quoi de ces preuves, et quand : la partie du registre de conservation qui les concerne, jusqu’à cet export, liée à tout ce qui précède`,
    },
    {
      files: ['verify.html'],
      is: 'la page qui vérifie un dossier de preuves dans un navigateur, hors ligne',
    },
    {
      files: ['verify-by-hand.txt'],
      is: 'les commandes par lesquelles on le vérifie avec OpenSSL et sans Skein, et la forme qui est signée',
    },
  ],
  withNarrative: {
    warning: french`Ce dossier contient le brouillon d’un exposé pour les autorités (narrative.md). Il ne doit parvenir à aucune des personnes dont il traite, ni à qui pourrait leur dire qu’une déclaration est envisagée : cela peut être une infraction (31 USC 5318(g)(2) ; Proceeds of Crime Act 2002, s. 333A ; en France, article L. 561-18 du code monétaire et financier). Pour toute autre personne, exportez le dossier de nouveau, sans lui.`,
  },
  timeline: 'Ce qui s’est passé, et quand',
  timelineText:
    'Ce sur quoi reposent les constats ci-dessus, pour ce qui a une date, dans l’ordre du temps. Les heures sont en UTC.',
  certification: {
    title: 'Attestation',
    about: french`À remplir et à signer par une personne qualifiée : enregistrements produits par un procédé électronique et données copiées d’un support électronique (États-Unis, Federal Rules of Evidence 902(11), 902(13) et 902(14)). Ailleurs, prenez la forme que le droit local demande. Sans signature, ce formulaire n’atteste rien.`,
    statements: [
      'Je suis qualifié par mon travail et ma formation pour faire cette attestation, et je sais comment les enregistrements de ce dossier ont été produits.',
      french`Les lignes sources de ce dossier sont des copies de lignes de fichiers tenus dans le cours d’une activité régulière. Chaque fichier est nommé avec le SHA-256 de ses octets, et chaque ligne avec son numéro ; les copies ont été comparées par ces empreintes.`,
      'Les constats et le graphe ont été produits par le programme et la version que nomme settings.json, à partir de ces seuls fichiers, par des règles dont le texte est dans ce dossier. Le procédé donne le même résultat chaque fois qu’il est appliqué aux mêmes données.',
      'J’ai vérifié ce dossier avec le programme, ou par les autres moyens que nomme ce rapport, et j’ai constaté qu’aucun fichier n’en a été modifié, ajouté ou retiré. L’empreinte de son contenu, telle que je l’ai constatée, est inscrite ci-dessous.',
      'Je déclare sous peine de parjure, selon les lois des États-Unis d’Amérique, que ce qui précède est vrai et exact (28 U.S.C. § 1746).',
    ],
    lines: [
      'Empreinte du contenu (SHA-256 de manifest-sha256.txt)',
      'Comment il a été vérifié, et quand',
      'Nom',
      'Fonction et organisme',
      'Date et lieu',
      'Signature',
    ],
  },
  exceptions: {
    title: 'Ce qui a été admis à peser moins',
    text: french`Ce à quoi des personnes ont trouvé une raison honnête, avec qui, quand, pourquoi et jusqu’à quand. La détection ne lui a laissé qu’un cinquième de son poids ; les constats eux-mêmes restent tels quels.`,
    head: ['Quoi', 'Raison', 'Qui, quand', 'Pourquoi', 'Révoquée'],
  },
} satisfies Given<Messages['evidence']['page']>;
