import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

const day = (at: string) => at.slice(0, 10);

export const judgementsMessages = {
  said: {
    confirmed: (by, at, why) => french`Confirmé par ${by} le ${day(at)} : ${why}`,
    rejected: (by, at, why) => french`Rejeté par ${by} le ${day(at)} : ${why}`,
  },
  notCounted: (reason, weight, said) =>
    `${reason}. Cela pèserait ${weight.toFixed(2)} et ne compte pas. ${said}`,
  sameHands: 'Un analyste a confirmé que les deux sont tenus par les mêmes mains',
  oneIdentity: 'Un analyste a jugé que les deux ne font qu’un',
  clusterBond: 'ce qu’un analyste a confirmé',
  outdated: 'Jugé autrement depuis la détection. Cela comptera à partir de la prochaine.',
  problems: {
    relation: french`n’est la clé d’aucune relation déduite ; donnez-la telle qu’un graphe la porte`,
    stated: french`est une relation qu’une ligne énonce ; seul ce que le programme a déduit peut être jugé`,
    ownRecord: french`est ce qu’un compte a dit de lui-même ; il n’y a rien à juger`,
    noRelation:
      'Il n’y a pas de telle relation déduite dans le graphe. Ce qui a été rejeté revient avec le prochain `skein detect`, si sa règle le dit encore.',
    needless: 'va avec une autre sorte de jugement',
    missing: 'manque',
    twoAccounts: 'doit être deux comptes différents',
    oneType: 'doit être au moins deux nœuds différents du même type',
    onlyConfirmed: french`une identité ne peut qu’être confirmée ; retirez-la pour la scinder`,
    judged: (by, at) =>
      `${by} l’a jugé le ${day(at)}, et cela est en vigueur. Retirez d’abord ce jugement.`,
    contradicts: (a, b) =>
      `${a} et ${b} ne feraient qu’un et ne seraient pas liés. Retirez d’abord l’un des deux jugements.`,
    none: (id) => `Il n’y a pas de jugement ${id}.`,
    withdrawnBefore: (by, at) => `${by} l’a déjà retiré le ${day(at)}.`,
  },
  page: {
    title: 'Jugement',
    history: 'Ce que les analystes ont jugé',
    nothing: 'Personne ne l’a jugé.',
    askRelation: french`Cette déduction est-elle juste ?`,
    askLink: french`Les mêmes mains tiennent-elles les deux ?`,
    confirm: 'Confirmer',
    reject: 'Rejeter',
    confirmRelation: 'Confirmer la déduction',
    rejectRelation: 'Rejeter la déduction',
    confirmLink: french`Confirmer : les mêmes mains`,
    rejectLink: french`Rejeter : non liés`,
    merge: 'Même identité …',
    mergeTitle: (n, many) => `Juger que ${n.toLocaleString('fr')} ${many} ne font qu’un`,
    mergeHint:
      'Ils sont alors dessinés comme un seul, et des comptes valent comme liés avec certitude.',
    confirmRelationHint: 'Elle vaut alors comme certaine partout où la détection s’en sert.',
    rejectRelationHint: 'Elle n’est alors plus déduite, et reste masquée sur toute vue.',
    confirmLinkHint: 'Les deux sont alors liés avec certitude, quoi qu’ils aient en commun.',
    rejectLinkHint: 'Les deux ne sont alors pas liés, quoi qu’ils aient en commun.',
    why: 'Pourquoi',
    whyHint: 'Conservé avec votre nom et l’heure. D’autres le liront.',
    tooLong: (most) => `${count(most, 'caractère', 'caractères')} au plus.`,
    whyMissing: french`Dites pourquoi : un jugement sans motif n’est pas conservé.`,
    record: 'Enregistrer',
    cancel: 'Annuler',
    withdraw: 'Retirer …',
    withdrawTitle: 'Retirer le jugement',
    withdrawHint: 'Il reste dans l’historique et ne compte plus.',
    withdrawDo: 'Retirer',
    split: 'Scinder …',
    splitTitle: 'Scinder ce qui a été jugé ne faire qu’un',
    splitHint: 'Chacun est de nouveau dessiné seul. Le jugement reste dans l’historique.',
    splitDo: 'Scinder',
    verdictOf: {
      relation: { confirmed: 'Déduction confirmée', rejected: 'Déduction rejetée' },
      link: { confirmed: french`Mêmes mains : confirmé`, rejected: french`Non liés : rejeté` },
      identity: { confirmed: 'Une seule identité', rejected: 'Identités distinctes' },
    },
    byAt: (by, when) => `${by}, ${when}`,
    because: (says, reason) => french`${says} : ${reason}`,
    withdrawn: (by, when, why) => french`Retiré par ${by}, ${when} : ${why}`,
    inForce: 'en vigueur',
    atOnce: 'Repris aussitôt par qui l’avait consigné.',
    nextRun: 'Scores et groupes changent avec la prochaine détection, pas avant.',
    counted: 'La dernière détection s’en est servie.',
    recorded: 'Le jugement est enregistré. Les scores changent avec la prochaine détection.',
    withdrawnNews: 'Le jugement est retiré. Les scores changent avec la prochaine détection.',
    notCounted: french`Rejeté : rien de ceci ne compte.`,
    hidden: (n) =>
      n < 2
        ? `${figure(n)} relation qu’un analyste a rejetée est masquée.`
        : `${n.toLocaleString('fr')} relations que des analystes ont rejetées sont masquées.`,
    shown: (n) =>
      n < 2
        ? `${figure(n)} relation rejetée est affichée.`
        : `${n.toLocaleString('fr')} relations rejetées sont affichées.`,
    show: 'Afficher ce qui est rejeté',
    hide: 'Masquer ce qui est rejeté',
    mark: { confirmed: '✓ confirmé', rejected: '✗ rejeté' },
    judgedLink: {
      confirmed: 'est tenu par les mêmes mains que',
      rejected: 'n’est pas lié à',
    },
    same: (caption, others) => `${caption} (= ${others.join(', ')})`,
    identity: 'Jugés ne faire qu’un',
    identityHint: (n) => `${count(n, 'nœud', 'nœuds')}, côte à côte`,
    apart: 'Les dessiner séparément',
    together: 'Les dessiner comme un seul',
    differs: 'diffère',
    differ: (n) =>
      n === 0
        ? 'Ils ne se contredisent en rien.'
        : `Ils diffèrent dans ${n.toLocaleString('fr')} ${n === 1 ? 'colonne' : 'colonnes'}.`,
    column: 'Colonne',
    more: (n) => `et ${n.toLocaleString('fr')} de plus`,
  },
  evidence: {
    title: 'Ce que les analystes ont jugé',
    text: 'Des décisions de personnes sur ce qui est montré ici, avec qui, quand et pourquoi. La détection s’est servie de celles qui étaient en vigueur.',
    head: ['Quoi', 'Sur', 'Qui, quand', 'Pourquoi', 'Retiré'],
  },
} satisfies Given<Messages['judgements']>;
