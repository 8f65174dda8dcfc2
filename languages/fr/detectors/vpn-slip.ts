import type detector from '../../../cypher/detectors/vpn-slip.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, french } from '../typography.ts';

/** En pour cent. */
function shares(least: number, most: number): string {
  const [from, to] = [Math.round(100 * least), Math.round(100 * most)];
  return from === to ? french`${from} %` : french`${from} à ${to} %`;
}

export default {
  title: 'Un seul lieu derrière les masques',
  bond: 'des adresses égarées de comptes qui se cachent',
  looksFor: french`Des comptes qui viennent souvent par des VPN, Tor ou des serveurs loués, et que l’on a vus chacun une ou deux fois à une même adresse ordinaire, dont personne n’est un habitué. Un masque glisse de temps en temps ; qu’il glisse vers un même lieu chez plusieurs comptes n’est pas un hasard.`,
  blindTo: french`Les équipes dont le masque ne glisse jamais ; les adresses des réseaux mobiles, des écoles et des bureaux partagés ; les lieux dont un des comptes est un habitué, que voit le détecteur des adresses partagées.`,
  benign: [
    'un hôtel, un meublé loué à la nuit ou un café que la plateforme prend pour une adresse de foyer',
    'des hôtes d’un même ami, dont aucun n’y travaille d’ordinaire',
    'une société dont le personnel travaille par son VPN et n’est venu qu’une fois au bureau',
  ],
  headline: ({ accounts, guests, ip, kind, least_hidden, most_hidden }) =>
    `${count(accounts, 'compte qui passe', 'comptes qui passent')} par des VPN ou des serveurs dans ${shares(least_hidden, most_hidden)} de leurs autres sessions ${accounts === 1 ? 'a été vu' : 'ont été vus'} une ou deux fois à ${ip} (${kind}), dont personne n’est un habitué` +
    (guests > accounts
      ? french` ; ${count(guests - accounts, 'autre aussi', 'autres aussi')}`
      : ''),
  parameters: {
    most_visits: {
      name: 'visites au plus',
      why: 'qui vient plus souvent y est chez lui, ou y travaille',
      unit: 'sessions',
    },
    hidden_share: {
      name: 'part cachée',
      why: french`de ce qu’un compte fait ailleurs, autant vient par des VPN, Tor ou des serveurs loués ; qui se cache rarement montre beaucoup au grand jour`,
    },
    hub_accounts: {
      name: 'comptes au plus',
      why: french`une adresse par laquelle plus de comptes passent est une passerelle d’inconnus`,
      unit: 'comptes',
    },
    most_sessions: {
      name: 'sessions montrées',
      why: french`autant qu’une page en supporte ; leur nombre est dit à côté`,
      unit: 'sessions',
    },
  },
  facts: {
    ip: 'adresse',
    kind: 'sorte',
    network: 'réseau',
    accounts: 'comptes qui se cachent ailleurs et sont venus ici',
    unrelated: partiesCounted,
    guests: 'tous les comptes qui sont jamais venus ici',
    sessions: 'sessions de ceux-là ici',
    hidden_share: 'part de ce qu’ils font ailleurs qui vient par des masques, en moyenne',
    least_hidden: 'la même part, de celui qui se cache le moins',
    most_hidden: 'la même part, de celui qui se cache le plus',
    at_home: 'comptes qui ont d’autres adresses de ce réseau',
    passed_through: 'autres adresses du réseau où ne sont venus que des hôtes',
  },
} satisfies DetectorIn<typeof detector>;
