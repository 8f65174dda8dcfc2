import type detector from '../../../cypher/detectors/shared-ip.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Plusieurs comptes à une même adresse',
  bond: 'une même adresse',
  looksFor:
    'Des comptes utilisés depuis une même adresse réseau, surtout aux mêmes minutes, jour après jour, ou l’un juste après l’autre. Une équipe qui travaille dans une pièce montre une seule adresse. Là où beaucoup se croisent, seuls comptent ceux qui se croisent plus souvent que ne le veut le hasard.',
  blindTo: french`Les équipes qui donnent à chaque compte sa propre sortie ; les pièces derrière des adresses que des centaines partagent.`,
  benign: [
    'un foyer ou une colocation',
    'un bureau, un campus, un café ou un espace de travail partagé',
    'une sortie de VPN ou la passerelle d’un opérateur mobile',
    'une adresse que son fournisseur a donnée à quelqu’un d’autre',
  ],
  headline: (facts) =>
    `${count(facts.named, 'compte a travaillé', 'comptes ont travaillé')} depuis ${facts.ip} (${inFrench[facts.kind] ?? facts.kind}` +
    (facts.accounts > facts.named ? `, utilisée par ${figure(facts.accounts)})` : ')') +
    (facts.days_at_once > 0
      ? `, dont deux aux mêmes minutes ${count(facts.days_at_once, 'jour', 'jours')}`
      : '') +
    (facts.handovers > 0
      ? `, l’un juste après l’autre ${count(facts.handovers, 'fois', 'fois')}`
      : '') +
    (facts.days_together > 0
      ? ''
      : ', jamais plusieurs minutes en même temps, ni l’un juste après l’autre'),
  parameters: {
    hub_accounts: {
      name: 'comptes d’un carrefour',
      why: 'une adresse que plus de comptes utilisent est une passerelle d’inconnus, pas une pièce',
      unit: 'comptes',
    },
    home_accounts: {
      name: 'comptes d’un foyer',
      why: french`un foyer n’abrite pas plus de gens qui travaillent sur une même plateforme ; au-delà, la passerelle d’un opérateur est plus vraisemblable`,
      unit: 'comptes',
    },
    room_accounts: {
      name: 'comptes d’une pièce',
      why: french`un petit bureau ou un serveur loué ; au-delà, il est plus vraisemblable que des inconnus s’y croisent`,
      unit: 'comptes',
    },
    minutes_together: {
      name: 'minutes ensemble',
      why: 'moins en un jour, ce sont deux sessions qui se frôlent',
      unit: 'minutes',
    },
    handover_minutes: {
      name: 'minutes de relais',
      why: 'qui continue avec le compte suivant le fait en quelques minutes',
      unit: 'minutes',
    },
    most_sessions: {
      name: 'sessions au plus',
      why: french`davantage de sessions n’apprennent rien à un enquêteur ; celles des jours ensemble viennent d’abord`,
      unit: 'sessions',
    },
  },
  facts: {
    ip: 'adresse IP',
    kind: 'sorte',
    network: 'réseau',
    accounts: 'comptes',
    named: 'dont comptes qui se tiennent compagnie, nommés ici',
    unrelated: partiesCounted,
    sessions: 'sessions de ceux qui sont nommés',
    days_together: 'jours où deux y étaient aux mêmes minutes ou l’un juste après l’autre',
    days_at_once: 'jours où deux y étaient aux mêmes minutes',
    handovers: 'relais',
    closest: 'les plus proches',
    place_weight: 'poids du lieu',
    company: 'compagnie',
    known_shared: 'partages connus',
  },
} satisfies DetectorIn<typeof detector>;

const inFrench: Readonly<Record<string, string>> = {
  residential: 'résidentiel',
  mobile: 'mobile',
  business: 'entreprise',
  education: 'enseignement',
  coworking: 'espace partagé',
  hosting: 'hébergeur',
  vpn: 'VPN',
  tor: 'Tor',
  unknown: 'inconnu',
};
