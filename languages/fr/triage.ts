import { outOf100 } from '../../domain/score.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

const day = (at: string) => at.slice(0, 10);

const named = (ids: readonly string[]) =>
  ids.length > 5
    ? `${ids.slice(0, 5).join(', ')} et ${figure(ids.length - 5)} de plus`
    : ids.join(', ');

const items = (n: number) => count(n, 'élément', 'éléments');

export const triageMessages = {
  states: {
    new: 'nouveau',
    in_review: 'en examen',
    confirmed: 'confirmé',
    dismissed: 'écarté',
    accepted: 'admis jusqu’à une date',
    victim: 'compatible avec une victime',
    appealed: 'contesté',
    referred: 'transmis',
  },
  reasons: {
    office_nat: 'un bureau derrière une même adresse',
    family: 'famille ou foyer',
    agency: 'agence qui travaille pour plusieurs',
    coworking: 'espace de cotravail ou café',
    vpn_or_proxy: 'VPN ou proxy que beaucoup emploient',
    shared_device: 'machine que plusieurs emploient',
    second_account: 'second compte d’une même personne',
    friends: 'amis qui travaillent ensemble',
    course: 'formation ou modèle en commun',
    bookkeeper: 'comptable ou service de paiement que beaucoup emploient',
    regulars: 'client et ceux qu’il aime engager',
    chance: 'coïncidence',
    known_customer: 'client connu, vérifié',
    data_error: 'erreur dans les données',
    other: 'autre motif, comme écrit',
  },
  kinds: { finding: 'constat', cluster: 'groupe' },
  problems: {
    none: (id) =>
      french`La file n’a pas de ${id}. Il porte peut-être un autre identifiant depuis la dernière détection : cherchez-le dans la file.`,
    missing: (n) => french`${items(n)} ne sont pas dans la file ; rien n’a été changé.`,
    several: (n) =>
      `${items(n)} ne peuvent être changés ainsi, donc aucun ne l’a été. Rechargez la file, ou laissez-les de côté.`,
    twice: 'est nommé deux fois',
    overtaken: (id, by, at) =>
      by === ''
        ? french`Personne n’a encore changé ${id} : il en est à la révision 0.`
        : `${by} a changé ${id} entre-temps, le ${day(at)}. Rechargez-le, et décidez sur ce qu’il est à présent.`,
    justOvertaken: (id) =>
      `${id} a été changé par un autre à l’instant. Rechargez-le, et décidez sur ce qu’il est à présent.`,
    nothingToUndo: (id) =>
      french`De ${id} il n’y a pas de changement à reprendre : le dernier est venu d’une détection, ou a déjà été repris.`,
    another: 'Une autre personne en a changé un à l’instant. Rechargez-les.',
    mayNot: (id, from, to) =>
      french`${id} est « ${from} », à quoi « ${to} » ne fait pas suite. Mettez-le d’abord en examen.`,
    ownProposal: (id) =>
      french`Vous avez proposé vous-même de confirmer ${id} ; une autre personne doit être d’accord.`,
    nothing: 'ne dit rien qui soit à changer',
    reasonMissing: french`manque : dites pour quelle sorte de motif il est écarté`,
    untilMissing: french`manque : dites jusqu’à quel jour il est admis`,
    past: 'doit être un jour à venir',
    needless: (state) => `va avec ${state} seulement`,
    findingsNeedless: 'va avec une décision seulement',
    whyMissing: french`manque : une décision sans motif n’est pas conservée`,
    whyNeedless: french`va avec un état ; écrivez plutôt un commentaire`,
  },
  news: {
    score: (from, to) => `le score est passé de ${outOf100(from)} à ${outOf100(to)}`,
    band: (from, to, band) =>
      `le score est passé de ${outOf100(from)} à ${outOf100(to)}, au-delà de ${outOf100(band)}`,
    version: (version, from, to) =>
      french`la version ${version} du détecteur en dit plus : ${outOf100(to)} au lieu de ${outOf100(from)}`,
    accounts: (ids) =>
      french`${ids.length === 1 ? 'un compte s’y est ajouté' : count(ids.length, 'compte s’y est ajouté', 'comptes s’y sont ajoutés')} : ${named(ids)}`,
    detectors: (names) => french`des indices d’une nouvelle sorte : ${named(names)}`,
    watchlist: (n) =>
      n === 1
        ? 'une correspondance avec une liste de surveillance'
        : count(
            n,
            'correspondance avec une liste de surveillance',
            'correspondances avec des listes de surveillance',
          ),
    confirmed: (ids) => french`confirmés ailleurs : ${named(ids)}`,
    until: (until) => `il était admis jusqu’au ${until}`,
    between: french` ; `,
  },
  page: {
    open: 'File d’examen',
    title: 'File d’examen',
    back: 'Retour au graphe',
    about:
      'Ce que la dernière détection a trouvé, et ce qui en a été décidé. Une décision tient jusqu’à des indices nouveaux et sérieux.',
    list: 'Constats et groupes de la file',
    state: 'État',
    anyState: 'Tout état',
    openStates: 'Nouveaux ou en examen',
    kind: 'Sorte',
    anyKind: 'Constats et groupes',
    kindsMany: { finding: 'Constats', cluster: 'Groupes' },
    whose: 'Confié à',
    anybody: 'N’importe qui',
    mine: 'Moi',
    nobody: 'Personne',
    order: 'Ordre',
    orders: {
      score: 'Score le plus haut',
      doubt: 'Le moins établi d’abord',
      due: 'Échéance proche',
      changed: 'Derniers changés',
    },
    text: 'Chercher dans la file',
    textHint: 'compte, détecteur, titre',
    onlyNews: 'Avec des indices nouveaux',
    columns: {
      what: 'Quoi',
      state: 'État',
      score: 'Score',
      accounts: 'Comptes',
      assignee: 'Confié à',
      due: 'Échéance',
    },
    select: (title) => `Choisir ${title}`,
    nothing: 'Rien de tel dans la file.',
    nothingHint: 'Ôtez un filtre, ou refaites une détection.',
    more: 'Suite',
    shown: (n, all) => `${figure(n)} sur ${items(all)} à l’écran`,
    selected: (n) => `${items(n)} en sélection`,
    clear: 'Vider la sélection',
    reopened: 'rouvert',
    news: 'indices nouveaux',
    reopenedBecause: (reasons) => french`Rouvert : ${reasons}.`,
    newsBecause: (reasons) => french`Nouveau depuis la décision : ${reasons}.`,
    gone: 'absent de la dernière détection',
    proposed: (by) =>
      french`Confirmation proposée par ${by} ; une autre personne doit être d’accord.`,
    proposedMark: 'confirmation proposée',
    earlier: 'Décidé auparavant',
    decided: 'Décidé',
    byAt: (by, when) => `${by}, ${when}`,
    untilDay: (until) => `jusqu’au ${until}`,
    details: 'Ce qui en est décidé',
    pick: french`Prenez un élément : ses motifs, son historique et ses commentaires sont ici.`,
    openItem: 'En décider dans la file',
    openGraph: 'Ouvrir dans le graphe',
    whyHere: 'Pourquoi il est là',
    history: 'Historique',
    noHistory: 'Personne n’y a touché.',
    comment: 'Commentaire',
    commentHint: 'Conservé avec votre nom et l’heure. D’autres le liront.',
    addComment: 'Ajouter le commentaire',
    due: 'Échéance',
    entries: {
      changed: 'Changé',
      proposed: 'Confirmation proposée',
      comment: 'Commentaire',
      undone: 'Repris',
      reopened: 'Rouvert',
      news: 'Indices nouveaux',
      moved: 'Se poursuit sous un autre identifiant',
      split: 'Partie d’un groupe qui s’est scindé',
      joined: 'Un autre groupe s’y est joint',
    },
    fields: {
      state: 'état',
      reason: 'motif',
      until: 'jusqu’au',
      assignee: 'confié à',
      due: 'échéance',
      proposed_by: 'proposé par',
      of: 'identifiant',
    },
    turnedTo: (field, what) => french`${field} : ${what}`,
    turned: (field, before, after) => french`${field} : ${before} → ${after}`,
    acts: {
      in_review: 'En examen',
      confirmed: 'Confirmer …',
      dismissed: 'Écarter …',
      accepted: 'Admettre jusqu’à …',
      victim: 'Victime …',
      appealed: 'Contesté …',
      referred: 'Transmettre …',
      new: 'Remettre à nouveau',
      assign: 'Me le confier',
      free: 'Ne le confier à personne',
    },
    ask: {
      confirmed: (n) => `Confirmer ${items(n)}`,
      dismissed: (n) => `Écarter ${items(n)}`,
      accepted: (n) => `Admettre ${items(n)} jusqu’à une date`,
      victim: (n) => `Marquer ${items(n)} comme compatible avec une victime`,
      appealed: (n) => `Marquer ${items(n)} comme contesté`,
      referred: (n) => `Transmettre ${items(n)}`,
    },
    askHint: 'Cela tient jusqu’à des indices nouveaux et sérieux, et reste dans l’historique.',
    reason: 'Motif',
    reasonHint: 'Choisissez',
    reasonMissing: 'Choisissez de quelle sorte de motif il s’agit.',
    until: 'Jusqu’au',
    why: 'Pourquoi',
    along: 'De même pour leurs constats encore ouverts',
    alongHint:
      'Ils comptent comme décidés avec le groupe, non par eux-mêmes, et se reprennent avec lui.',
    whyHint: 'Conservé avec votre nom et l’heure. D’autres le liront.',
    missing: french`Dites pourquoi : une décision sans motif n’est pas conservée.`,
    untilMissing: 'Choisissez un jour à venir.',
    record: 'Enregistrer',
    cancel: 'Annuler',
    undo: 'Annuler (z)',
    undone: (n) => french`Repris : ${items(n)} comme avant.`,
    done: (n, state) => french`${items(n)} : ${state}.`,
    doneAlong: (n) =>
      `Avec ${count(n, 'constat qui était ouvert', 'constats qui étaient ouverts')}.`,
    assigned: (n) => french`Pris en charge : ${items(n)}.`,
    keysTitle: 'Touches de la file',
    keyList: [
      ['j, k, →, ←', french`élément suivant, précédent ; déplier un groupe, le replier`],
      ['Entrée', 'l’ouvrir dans le graphe'],
      ['x', 'le choisir, ou non'],
      ['r', 'mettre en examen'],
      ['c', 'confirmer'],
      ['d', 'écarter'],
      ['a', 'me le confier'],
      ['z', 'reprendre la dernière décision'],
      ['Échap', 'vider la sélection'],
      ['?', 'ces touches'],
    ],
  },
} satisfies Given<Messages['triage']>;
