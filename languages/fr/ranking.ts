import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, figure, french } from './typography.ts';

export const rankingMessages = {
  title: 'Son rang, et ce qui est en jeu',
  hint: french`Les groupes sont rangés selon cette somme, la plus haute d’abord : combien il est vraisemblable qu’ils servent un même dispositif, et ce qui est en jeu si c’est le cas. Chaque ligne dit combien il y en a, multiplié par son poids. Les poids sont des paramètres : posés par jugement, non mesurés.`,
  asOf: (at, since) => french`Au ${at} ; les derniers mois commencent le ${since}.`,
  likelihood: (score, counted) =>
    french`Sa vraisemblance : ${score} sur 100${score === counted ? '' : `, comptés comme ${counted}`}, en log-cotes`,
  listed: (entries, surest) =>
    french`Mène à ${count(entries.length, 'partie inscrite', 'parties inscrites')}, avec une sûreté de ${surest} au plus : ${entries.join(', ')}`,
  noneListed: 'Aucun constat ne mène à une partie inscrite',
  money: (parts) =>
    french`Argent arrivé sur ses comptes de paiement : ${parts.join(french` ; `)}${parts.length > 1 ? '. De ces monnaies, compte celle qui ressort le plus' : ''}`,
  moneyPart: (amount, transfers, times, usual, usual_of) =>
    `${amount} en ${count(transfers, 'virement', 'virements')}, ${times} fois l’usuel dans cette monnaie (${usual}, le milieu de ${count(usual_of, 'compte de paiement', 'comptes de paiement')})`,
  noMoney:
    'Aucun argent n’est arrivé ces mois-ci sur des comptes de paiement qui lui soient propres',
  active: (members, of, since, last) =>
    french`Encore actif : ${figure(members)} sur ${count(of, 'membre', 'membres')} depuis le ${since} ; en dernier ${last}`,
  quiet: (since, last) => french`Inactif depuis le ${since} ; en dernier ${last}`,
  neverActive: 'Rien ne dit qu’il ait jamais été actif',
  did: {
    login: (account, at) => `une connexion de ${account} le ${at}`,
    bid: (account, at) => `une offre de ${account} le ${at}`,
    payment: (account, at) => `un paiement à ${account} le ${at}`,
  },
  growing: (created, joined, of, since) =>
    french`En croissance : sur ${count(of, 'membre', 'membres')}, ${count(created, 'a ouvert son compte', 'ont ouvert leur compte')} depuis le ${since}, ${count(joined, 'plus ancien a', 'plus anciens ont')} alors utilisé pour la première fois ce qu’ils partagent`,
  victims: (clients, hired, paid) =>
    french`Qui peut être lésé : ${count(clients, 'client', 'clients')} du dehors ; ${count(hired, 'a engagé', 'ont engagé')} des membres, ${count(paid, 'les a payés', 'les ont payés')}`,
  total: 'ensemble',
  trace: 'Qui et quoi y est compté',
  traced: {
    listed: 'Constats qui mènent à des parties inscrites',
    payment_accounts: 'Comptes de paiement comptés',
    left_out: french`Comptes de paiement non comptés : surtout d’autres, des inconnus ou une plateforme s’en servent`,
    active: 'Membres qui ont été actifs',
    created: 'Membres dont le compte a été ouvert ces mois-ci',
    joined: 'Membres venus ces mois-ci',
    victims: 'Les clients',
    more: (more) => `et ${figure(more)} de plus`,
  },
  parametersTitle: 'L’ordre des groupes',
  parameters: 'Peser autrement …',
  parametersAbout:
    'Ce qui est mis en vigueur compte dès le prochain passage, et peut être repris. Chaque passage garde selon quoi il a rangé.',
} satisfies Given<LaterMessages['ranking']>;
