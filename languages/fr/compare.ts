import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

const accounts = (number: number) => count(number, 'compte', 'comptes');
const findings = (number: number) => count(number, 'constat', 'constats');

export const compareMessages = {
  reasons: {
    heldBy: (title) => french`Tenu par : ${title}`,
    joins: (title) => french`Réuni par : ${title}`,
    wentTo: (moved, cluster) =>
      `${accounts(moved)} ${moved < 2 ? 'est passé' : 'sont passés'} dans ${cluster}`,
    noLonger: (title) => french`N’est plus trouvé : ${title}`,
    joined: (joined) =>
      `${accounts(joined)} ${joined < 2 ? 's’est joint' : 'se sont joints'} au groupe`,
    through: (title) => french`Venus par : ${title}`,
    left: (left) =>
      `${accounts(left)} ${left < 2 ? 'en est sorti et n’est' : 'en sont sortis et ne sont'} dans aucun groupe`,
    leftElsewhere: (left) =>
      `${accounts(left)} ${left < 2 ? 'est' : 'sont'} maintenant dans un autre groupe`,
    paidElsewhere: (number, payment, { since, ceased, kept }) =>
      [
        `${count(number, 'compte est maintenant payé', 'comptes sont maintenant payés')} sur ${payment}${since === null ? '' : `, depuis le ${since}`}`,
        ...(ceased.length > 0 ? [`plus sur ${ceased.join(', ')}`] : []),
        ...(kept.length > 0 ? [`en plus de ${kept.join(', ')}`] : []),
      ].join(french` ; `),
    payouts: (ids) =>
      french`Comptes de paiement que ses constats ne montraient pas avant : ${ids.join(', ')}`,
    newUsers: ({ what, name, number, accounts: ids, since, shared }) =>
      [
        what === null
          ? french`« ${name} » porte maintenant aussi sur ${accounts(number)} hors du groupe : ${ids.join(', ')}`
          : french`${accounts(number)} hors du groupe ${number < 2 ? 'partage' : 'partagent'} maintenant avec lui ${name} (${what})${since === null ? '' : `, depuis le ${since}`} : ${ids.join(', ')}`,
        ...(shared === null ? [] : [`cela dit peu, car ${shared}`]),
      ].join(french` ; `),
    kinds: { document: 'pièce d’identité', shipment: 'lieu de livraison' },
    usersUnknown: french`L’une des deux exécutions n’a pas gardé qui utilise ce qui tient ses groupes : rien ne peut être dit de nouveaux utilisateurs.`,
    shared: {
      known_shared: 'une source dit que beaucoup de gens honnêtes le partagent',
      exception: 'une exception est en vigueur à son sujet',
      network: 'son réseau est fait pour être partagé par des inconnus',
      crowd: 'une foule l’utilise',
      others: 'la plupart de ceux qui l’utilisaient avant n’étaient pas du groupe',
    },
    moreThings: (rest) =>
      `${count(rest, 'autre élément', 'autres éléments')} du groupe ${rest < 2 ? 'a' : 'ont'} de nouveaux utilisateurs`,
    more: (rest) => `et ${figure(rest)} de plus`,
    added: (number, detector) =>
      `${findings(number)} de ${detector} ${number < 2 ? 'nouveau' : 'nouveaux'}`,
    ended: (number, detector) =>
      `${findings(number)} de ${detector} ${number < 2 ? 'disparu' : 'disparus'}`,
    score: (from, to) => `Score ${decimal(from, 2)} avant, ${decimal(to, 2)} maintenant`,
    weaker: 'Les scores de ses comptes sont maintenant trop bas pour un groupe',
  },
  about: french`ce qui a changé entre deux exécutions : groupes, constats, scores`,
  fromArgument: french`l’exécution antérieure ; à défaut, la plus récente d’avant avec presque les mêmes règles, ou sinon celle d’avant`,
  toArgument: french`l’exécution postérieure ; à défaut, la dernière`,
  noneBefore: (run) =>
    `Il n’y a aucune exécution avant ${run} à quoi la comparer. Relancez \`skein detect\` plus tard.`,
  head: (from, to) => `De ${from} à ${to}`,
  nothingNew: 'Rien de nouveau.',
  clusterLine: (change, id, name, score) =>
    `${change.padEnd(9)} ${id}  ${decimal(score, 2)}  ${name}`,
  was: (ids) => french`avant : ${ids.join(', ')}`,
  unchanged: (number) => count(number, 'groupe inchangé', 'groupes inchangés'),
  findings: (now, changed, gone, superseded) =>
    french`Constats : ${count(now, 'nouveau', 'nouveaux')}, ${count(changed, 'modifié', 'modifiés')}, ${count(gone, 'disparu', 'disparus')}, ${superseded} d’une nouvelle version de leur règle`,
  accounts: (moved) =>
    moved === 0
      ? 'Le score d’aucun compte n’a changé'
      : french`Le score de ${accounts(moved)} a changé ; le plus :`,
  accountLine: (id, from, to) => `${id}  ${decimal(from, 2)} avant, ${decimal(to, 2)} maintenant`,
  detectorLine: (id, from, to) =>
    from === null
      ? `La règle ${id} n’a été appliquée que la seconde fois`
      : to === null
        ? french`La règle ${id} n’a été appliquée que la première fois : ce qu’elle a trouvé ne dit rien ici`
        : french`Règle ${id} : version ${from}, puis ${to}`,
} satisfies Given<Messages['compare']>;
