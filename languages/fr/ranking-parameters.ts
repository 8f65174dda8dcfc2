import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french } from './typography.ts';

export const rankingParametersMessages = {
  likelihood_cap: {
    name: 'vraisemblance comptée au plus',
    why: french`au-delà de neuf sur dix, le reste n’est qu’arrondi : il ne dit pas quoi regarder d’abord`,
  },
  weight_listed: {
    name: 'poids des parties inscrites',
    why: french`qui traite avec une partie inscrite en répond, quelle que soit la somme : cela pèse autant qu’une quasi-certitude`,
    unit: 'log-cotes',
  },
  weight_money: {
    name: 'poids de l’argent',
    why: 'ce qui arrive est ce à quoi sert un dispositif, et ce qui peut encore être retenu',
    unit: 'log-cotes',
  },
  weight_active: {
    name: 'poids de l’activité',
    why: 'qui est encore à l’œuvre peut encore être arrêté, et ses traces sont fraîches',
    unit: 'log-cotes',
  },
  weight_growing: {
    name: 'poids de la croissance',
    why: french`qui croît vaudra davantage plus tard ; cela se voit à de petits nombres, et pèse donc moins`,
    unit: 'log-cotes',
  },
  weight_victims: {
    name: 'poids des clients',
    why: 'chaque client a pu laisser entrer un inconnu dans ses systèmes, et peut être averti',
    unit: 'log-cotes',
  },
  identified_from: {
    name: 'force dès laquelle un rapprochement identifie',
    why: french`un nom seul pèse 0,3 au plus et n’identifie personne ; à la moitié, autre chose concorde aussi`,
  },
  months: {
    name: 'les derniers mois',
    why: 'une demi-année montre ce qui se passe, et ce qui a pris fin en sort',
    unit: 'mois',
  },
  active_days: {
    name: 'actif depuis',
    why: french`un mois : qui travaille pour être payé s’y connecte, y fait une offre ou y est payé`,
    unit: 'jours',
  },
  money_full: {
    name: 'argent compté en plein dès',
    why: french`autant que reçoivent d’habitude cinquante comptes de paiement, c’est le revenu d’une équipe ; jusque-là il compte par son logarithme`,
    unit: 'fois l’usuel dans la monnaie',
  },
  growing_full: {
    name: 'croissance comptée en plein dès',
    why: 'là où la moitié des membres est nouvelle, cela se construit maintenant',
    unit: 'part des membres',
  },
  victims_full: {
    name: 'clients comptés en plein dès',
    why: french`trente clients sont plus qu’on n’en avertit en un jour ; jusque-là ils comptent par leur logarithme`,
    unit: 'clients distincts',
  },
} satisfies Given<Messages['rankingParameters']>;
