import { highestScore, outOf100 } from '../../domain/score.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french, que } from './typography.ts';

/** By the families of evidence. */
const families: Readonly<Record<string, string>> = {
  money: 'l’argent',
  device: 'les appareils',
  network: 'le réseau',
  hours: 'les horaires',
  text: 'les textes',
  papers: 'les pièces',
  ratings: 'les notes',
  identity: 'l’identité',
  contacts: 'les coordonnées',
  conduct: 'la conduite',
  watchlist: 'les listes de surveillance',
};

function termWords(kind: string, what: string, family: string): string {
  const said = families[family] ?? family;
  if (kind === 'bond') return `Liés par ${said}`;
  if (what === 'clients')
    return french`Des clients qui n’engagent ou ne notent guère qu’eux, plus souvent que le hasard ne l’explique`;
  if (what === 'exits')
    return french`Les mêmes sorties de VPN et de serveurs, plus souvent que le hasard ne l’explique`;
  if (kind === 'shown')
    return french`Montré par plus d’entre eux que le hasard n’explique : ${said}`;
  if (kind === 'platform') return 'Ce que la plateforme n’enregistre pas ne peut pas parler';
  return what === 'tight' ? french`Combien tient celui qui tient le moins` : 'Leur nombre';
}

/** By the families of evidence, in « comptes liés : … ». */
const accountFamilies: Readonly<Record<string, string>> = {
  money: 'argent',
  device: 'appareils',
  network: 'réseau',
  hours: 'horaires',
  text: 'textes',
  papers: 'pièces',
  ratings: 'notes',
  identity: 'identité',
  contacts: 'coordonnées',
  conduct: 'conduite',
  watchlist: 'listes de surveillance',
};

/** What a term of an account's sum is, by its name `<kind>:<what>`; `what` is a detector's title for `own` and `plain`. */
function accountTermWords(kind: string, what: string): string {
  if (kind === 'own') return what;
  if (kind === 'belongs') return 'Le groupe dont il fait partie, jugé ensemble';
  if (kind === 'plain') return french`${what} : un cas net`;
  if (kind === 'peers') return french`Comptes qui lui sont liés : ${accountFamilies[what] ?? what}`;
  if (kind === 'platform') return 'Ce que la plateforme n’enregistre pas ne peut pas parler';
  return 'Certitude de son lien le plus sûr à un autre compte';
}

export const groupSumMessages = {
  title: 'Jugés ensemble, comme un groupe',
  hint: french`En log-cotes d’un dispositif contre l’explication honnête qui convient le mieux : 0 est égal, chaque 2,3 de plus rend un dispositif dix fois plus vraisemblable. Ce que cette explication montrerait aussi est retiré de chaque ligne.`,
  explanations: {
    chance: 'le hasard seul',
    second_account: 'une personne à plusieurs comptes',
    household: french`un foyer : parents ou colocataires`,
    business: 'une agence ou un employeur',
    studio: 'des amis qui travaillent ensemble sans l’avoir dit',
    place: french`un lieu où beaucoup travaillent : un campus, un café, un bureau partagé`,
    course: 'une formation ou un modèle qu’ils ont en commun',
    bookkeeper: 'un comptable ou un service par lequel beaucoup sont payés',
    regulars: 'un client et ceux qu’il aime engager',
  },
  prior: (explanation) => `Un dispositif plutôt ${que(explanation)}, avant tout indice`,
  termOf: (kind, what, family) => termWords(kind, what, family),
  exit: (network, members, users) =>
    french`${network} : ${figure(members)} d’entre eux, ${figure(users)} sur la plateforme`,
  client: (client, members, hired) =>
    french`${client} a engagé ou noté ${count(hired, 'compte', 'comptes')}, dont ${figure(members)} d’entre eux`,
  ofThem: (accounts, of) => `${figure(accounts)} sur ${figure(of)}`,
  explained: (part, whole) => french`${part} sur ${whole} en serait de même avec cette explication`,
  total: 'ensemble',
  fitsBest: (explanation) => french`L’explication honnête qui convient le mieux : ${explanation}.`,
  second: (explanation, margin) =>
    french`La suivante, ${explanation}, convient moins bien, de ${margin} en log-cotes.`,
  nearly: (explanation, margin) =>
    french`Une autre, ${explanation}, convient presque autant (${margin} de moins en log-cotes) : ne retenez ni l’une ni l’autre.`,
  rivals: french`Chaque explication honnête, et les log-cotes d’un dispositif contre elle`,
  accountTermOf: (kind, what) => accountTermWords(kind, what),
  atMost: `Un score ne dit jamais plus de ${outOf100(highestScore)} sur 100, si haute que soit la somme.`,
  rounded:
    'Chaque ligne est arrondie, si bien que le dernier chiffre peut différer de la somme affichée.',
} satisfies Given<Messages['groupSum']>;
