import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, figure, french } from './typography.ts';

/** Tous les groupes à la fois. */
export const clusterOverviewMessages = {
  title: 'Tous les groupes',
  key: french`Dans leur ordre, à partir du premier ; chacun mène à ses comptes. Plus grand : plus de comptes. Plus vif : plus vraisemblable. Bord épais : confirmé. Gris à bord rompu : écarté. Un trait unit des groupes dont des comptes utilisent la même chose ; un trait rompu, de l’argent seul. Ce que plus de 40 comptes utilisent, ou qui est fait pour être partagé, n’unit personne.`,
  described: (clusters, ties) =>
    `${count(clusters, 'groupe', 'groupes')}, et ${count(ties, 'paire que quelque chose unit', 'paires que quelque chose unit')}. Les flèches vont de l’un au suivant, Entrée l’ouvre. Le tableau dessous dit ce qui les unit.`,
  cluster: (place, name, accounts, score, state) =>
    french`${place}. ${name} : ${count(accounts, 'compte', 'comptes')}, score ${score} sur 100, ${state}`,
  ties: 'Ce qui unit des groupes',
  noTies: 'Rien n’unit deux de ces groupes.',
  one: 'Groupe',
  other: 'et groupe',
  by: 'Unis par',
  often: 'Combien de fois',
  thing: (type, name, [one, other], users) =>
    french`${type} ${name} : dans ${count(one ?? 0, 'ligne', 'lignes')} de l’un et ${figure(other ?? 0)} de l’autre ; ${count(users, 'compte', 'comptes')} en tout`,
  moreThings: (n) => count(n, 'autre chose', 'autres choses'),
  flow: (from, to, amount, n) =>
    french`argent de ${from} à ${to} : ${amount} en ${count(n, 'transfert', 'transferts')}`,
  moreClusters: (n) =>
    `${count(n, 'groupe plus loin dans l’ordre omis', 'groupes plus loin dans l’ordre omis')}.`,
  moreAccounts: (n) =>
    `De très grands groupes, ${count(n, 'compte n’a pas été examiné', 'comptes n’ont pas été examinés')} pour ce qui les unit à d’autres.`,
  moreTies: (n) => `${count(n, 'paire plus faible omise', 'paires plus faibles omises')}.`,
} satisfies Given<LaterMessages['clusterOverview']>;
