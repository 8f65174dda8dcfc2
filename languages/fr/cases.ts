import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, french } from './typography.ts';

const nombre = (n: number) => n.toLocaleString('fr-FR');
const compte = (n: number, un: string, plusieurs: string) =>
  `${nombre(n)} ${Math.abs(n) < 2 ? un : plusieurs}`;

const megaoctets = (octets: number) =>
  `${(octets / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Mo`;

export const casesMessages = {
  noCase: (id) => `Il n’existe pas de dossier ${id}.`,
  noBoard: (id) => `Ce dossier n’a pas de tableau ${id}.`,
  noRevision: (revision) =>
    french`Ce tableau n’a pas de révision ${nombre(revision)} ; son historique donne celles qui sont conservées.`,
  idInUse: (id) =>
    `L’identifiant ${id} est celui d’un tableau d’un autre dossier. Choisissez-en un autre.`,
  tooManyBoards: (most) =>
    `Un dossier compte au plus ${count(most, 'tableau', 'tableaux')}, y compris archivés. Ouvrez un autre dossier.`,
  boardTooLarge: (bytes, most) =>
    french`Le tableau occupe ${megaoctets(bytes)} ; la limite est de ${megaoctets(most)}. Conservez plutôt la partie utile comme tableau à part.`,
  savedMeanwhile:
    'Une autre personne a enregistré ce tableau entre-temps. Relisez-le, réunissez les deux versions, puis enregistrez.',

  title: 'Dossiers',
  all: 'Tous les dossiers',
  newCase: 'Nouveau dossier',
  openFile: 'Ouvrir un fichier',
  recent: 'Modifiés récemment',
  none: 'Aucun dossier',
  noneHint:
    'Un dossier conserve les tableaux, les notes et les étiquettes d’une enquête. Ouvrez un groupe, un constat ou un nœud et conservez-le sur un tableau, ou déposez ici un tableau enregistré en JSON.',
  filter: 'Afficher',
  states: { open: 'Ouverts', closed: 'Clos', archived: 'Archivés' },
  state: { open: 'ouvert', closed: 'clos', archived: 'archivé' },
  boards: (n) => compte(n, 'tableau', 'tableaux'),
  changedBy: (who, when) => `modifié par ${who}, ${when}`,
  madeBy: (who, when) => `ouvert par ${who}, ${when}`,
  close: 'Clore le dossier',
  reopen: 'Rouvrir le dossier',
  archive: 'Archiver',
  archiveHint: french`Il n’apparaît plus dans les listes ; rien n’est supprimé.`,
  bringBack: 'Rétablir',
  name: 'Titre',
  description: 'Objet',
  tags: 'Étiquettes',
  tagsHint: 'Entrée pour ajouter',
  save: 'Enregistrer',
  cancel: 'Annuler',
  edit: 'Modifier le titre, le texte et les étiquettes',
  create: 'Créer',
  boardList: 'Tableaux',
  noBoards:
    'Aucun tableau. Conservez n’importe quel graphe sur un tableau de ce dossier, ou ouvrez un fichier.',
  archivedBoards: (n) => compte(n, 'tableau archivé', 'tableaux archivés'),
  accounts: 'Comptes sur ses tableaux',
  noAccounts: 'Aucun compte sur ses tableaux.',
  firstAccounts: (n, all) => `les ${nombre(n)} aux scores les plus élevés, sur ${nombre(all)}`,
  clusters: 'Groupes dont font partie ses comptes',
  ofCluster: (here, all) =>
    `${nombre(here)} de ses ${compte(all, 'compte', 'comptes')} sur ces tableaux`,
  noClusters: 'Dans aucun groupe de la dernière exécution.',
  decisions: 'Décisions sur ses comptes',
  noDecisions: 'Rien n’a encore été confirmé ni rejeté à leur sujet.',
  dropHint: 'Un tableau enregistré en JSON peut être déposé n’importe où sur cette page.',
  copyLink: 'Copier le lien',
  linkCopied: french`Lien copié : quiconque accède à ce Skein ouvre la même chose avec lui.`,

  keep: 'Conserver sur un tableau',
  keepHint: french`Tel quel : les positions, ce qui est masqué et toutes les modifications suivantes sont conservés dans un dossier.`,
  notKept: 'Non conservé',
  remembered: french`Conservé dans aucun tableau ; ce navigateur s’en souvient.`,
  cameBack: (when) => `Votre travail du ${when} est revenu. Aucun tableau ne le conserve.`,
  drawnBefore: 'Dessiné avant la dernière détection.',
  drawAnew: 'Redessiner',
  startAfresh: 'Repartir de zéro',
  startedAfresh: 'Comme à la première ouverture. Annuler ramène le travail.',
  keepIn: 'Dans',
  aNewCase: 'un nouveau dossier',
  caseTitle: 'Titre du dossier',
  boardTitle: 'Titre du tableau',
  rename: 'Renommer le tableau',
  toCase: (title) => `Vers le dossier ${title}`,

  saved: (when) => `Enregistré à ${when}`,
  saving: 'Enregistrement …',
  unsaved: 'Pas encore enregistré',
  away: (why) => french`Non enregistré : ${why} Nouvel essai en cours.`,
  refused: (why) => french`Non enregistré : ${why}`,
  serverAway: 'Skein ne répond pas.',
  databaseAway: 'la base de données ne répond pas.',
  savedAgain: french`De nouveau enregistré : rien n’a été perdu.`,
  takenIn: (who) => `Les modifications de ${who} ont été reprises.`,
  draft: (when) =>
    `Des modifications du ${when} n’avaient pas été enregistrées à la fermeture de la page.`,
  takeDraft: 'Les reprendre',
  dropDraft: 'Les abandonner',

  board: 'Tableau',
  gone: (n) =>
    `${compte(n, 'élément', 'éléments')} de ce tableau ${n < 2 ? 'n’est plus' : 'ne sont plus'} dans le graphe`,
  goneShort: 'plus dans le graphe',
  goneList: 'En voir la liste',
  goneMark: 'Les marquer',
  goneFromTo: (from, says, to) => `${from} ${says} ${to}`,
  goneHint:
    'Ils sont affichés tels qu’ils étaient lorsque le tableau a été conservé, en gris et avec ✕.',
  goneRelations: (n) => compte(n, 'relation', 'relations'),
  history: 'Historique',
  historyRule: (latest, minutes) =>
    `${latest < 2 ? 'Le dernier enregistrement' : `Les ${nombre(latest)} derniers enregistrements`} et, avant eux, le dernier de chaque ${minutes < 2 ? 'minute' : `tranche de ${nombre(minutes)} minutes`}.`,
  restore: 'Rétablir',
  restoreLabel: (when) => `Rétablir le tableau du ${when}`,
  restored: (when) => `Le tableau est tel qu’il était le ${when}.`,
  now: 'actuel',
  sizes: (nodes, relations, notes) =>
    `${compte(nodes, 'nœud', 'nœuds')}, ${compte(relations, 'relation', 'relations')}, ${compte(notes, 'note', 'notes')}`,

  note: 'Notes',
  boardNotes: 'Notes sur le tableau',
  notesOn: 'Notes sur son contenu',
  addNote: 'Ajouter une note',
  noteLabel: (what) => `Note sur ${what}`,
  thisBoard: 'le tableau',
  writing: 'Ce que vous avez vu, et pourquoi cela compte …',
  changeNote: 'Modifier la note',
  deleteNote: 'Supprimer la note',
  writtenBy: (who, when) => `${who}, ${when}`,
  writtenNow: 'pas encore gardée sur un tableau',
  quoted: (who, when) => `${who}, ${when}, d’après le fichier ouvert`,
  noted: (n) => compte(n, 'note', 'notes'),
  nodeTags: 'Étiquettes',
  removeTag: (tag) => `Retirer l’étiquette ${tag}`,
  addTag: 'Ajouter une étiquette',
  tagged: (tag, n) => `Avec l’étiquette ${tag} (${nombre(n)})`,
  withNotes: (n) => `Avec des notes (${nombre(n)})`,

  json: 'JSON (se rouvre)',
  fileTooLarge: (bytes, most) =>
    french`Le fichier fait ${megaoctets(bytes)} ; la limite est de ${megaoctets(most)}.`,
  noJson: (name, why) => french`${name} n’est pas du JSON : ${why}`,
  noBoardFile: (name) =>
    french`${name} n’est pas un tableau enregistré par Skein. Enregistrez-en un par « JSON (se rouvre) » et ouvrez celui-là.`,
  newerFile: (name, version) =>
    `${name} a été enregistré par un Skein plus récent (version ${version} du fichier). Ouvrez-le avec lui.`,
  wrongAt: (where, what) => french`${where} : ${what}`,
  andMore: (n) => `et ${nombre(n)} de plus`,
  opened: (title) => `${title} est ouvert comme tableau.`,
} satisfies Given<Messages['cases']>;
