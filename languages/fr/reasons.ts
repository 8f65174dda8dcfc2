import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure, french } from './typography.ts';

export const reasonsMessages = {
  declaredTogether: 'famille, emploi ou une même personne ouvertement nommée',
  born: (name, date) => french`${name}, naissance : ${date}`,
  ownership: {
    total: (percent) => french`part totale : ${inFrench(percent)} %`,
    stake: (owner, percent, owned, since) =>
      french`${owner} possède ${inFrench(percent)} % de ${owned}${since === '' ? '' : `, depuis ${since}`}`,
    agrees: (owner, entry) => `${owner} concorde avec l’inscription ${entry}`,
    entry: (owner, entry) => `${owner}, l’inscription ${entry}`,
  },
  movesOn: (payments) => `transmis en ${count(payments, 'paiement', 'paiements')}`,
  splitsTo: (pieces, piece, currency) =>
    `${count(pieces, 'paiement', 'paiements')} d’environ ${decimal(piece, 2)} ${currency} en un jour`,
  ofRun: (first, payments, last) =>
    `${count(payments, 'paiement', 'paiements')} jusqu’à ${last}, dans la suite de ${first}`,
  ratedAlone: (rating) =>
    french`${rating} % de l’échelle ; personne d’autre de fiabilité connue ne le note`,
  ratedBeside: (rating, others) =>
    french`${rating} % de l’échelle ; les autres, chacun selon sa fiabilité, ${others} %`,
  ratingBlock: (raters, rated, pairs, possible) =>
    `${count(raters, 'compte a', 'comptes ont')} très bien noté ${count(rated, 'compte', 'comptes')}, ${count(pairs, 'paire', 'paires')} sur ${figure(possible)}`,
  wording: (runs, percent, accounts, oneClient, sample) =>
    french`${count(runs, 'suite de mots commune', 'suites de mots communes')}, ${percent} % de l’ensemble, dans les textes de ${count(accounts, 'compte', 'comptes')}${oneClient ? ', à un même client' : ''} : « ${sample} »`,
  textsInCommon: (texts, [fewest, most], [ofOne, ofOther], first, last) =>
    `${count(texts, 'texte commun', 'textes communs')}, chez ${figure(fewest)} à ${figure(most)} comptes, dans ${figure(ofOne)} et ${figure(ofOther)} de leurs documents${first === '' ? '' : `, du ${first} au ${last}`}`,
  sameExits: (common, circle, beyond, exits, users) =>
    french`${count(common, 'sortie commune', 'sorties communes')}, dans un cercle de ${count(circle, 'compte', 'comptes')}, ${figure(beyond)} au-delà du hasard, sur ${count(exits, 'sortie', 'sorties')} que ${count(users, 'compte utilise', 'comptes utilisent')}`,
  textCircle: 'la plupart rédigent leurs textes de façon semblable',
  namesPartlySame: (own, other) => `${own} / ${other}, en partie le même`,
  claims: { employer: 'employeur', education: 'études' },
  claimsDiffer: (claims) => claims.join(' et '),
  marks: {
    number: 'numéro',
    file: 'fichier',
    picture: 'image',
    nearPicture: 'image semblable',
    photo: 'photo',
    nearPhoto: 'photo semblable',
    holder: 'titulaire',
  },
  traits: {
    mailDomain: 'domaine de l’e-mail',
    mailPattern: 'forme de l’adresse e-mail',
    employer: 'employeur',
    website: 'site web',
    network: 'réseau',
    browser: 'navigateur',
    machine: 'genre d’appareil',
    steps: 'premiers gestes',
    papers: 'sortes de pièces',
    trade: 'métier',
    referrer: 'parrain',
  },
  requests: {
    'other-channel': 'parler ailleurs',
    'virtual-currency': 'monnaie virtuelle',
    'paid-before-work': 'payé avant le travail',
    'lend-identity': 'prêter une identité',
    'cold-executive': 'offre spontanée de dirigeant',
  },
  request: (kind, sentence) => french`${kind} : « ${sentence} »`,
} satisfies Given<Messages['reasons']>;

/** A share as it is stored, with a comma. */
function inFrench(percent: string): string {
  return percent.replace('.', ',');
}
