import type detector from '../../../cypher/detectors/same-exits.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Les mêmes sorties',
  bond: 'les mêmes sorties de VPN et de serveurs',
  looksFor: french`Des comptes qui se connectent par les mêmes quelques réseaux de VPN, de Tor et de serveurs loués, parmi tous ceux qui servent. Des centaines d’inconnus partagent chacun d’eux, et en partager un ne dit rien, ni laquelle de ses sorties on reçoit ; en avoir choisi plusieurs de même n’est pas un hasard. Une main qui prépare beaucoup de comptes leur donne un même jeu de sorties.`,
  blindTo: french`Les équipes qui prennent un nouveau réseau à chaque session ; les adresses dont personne ne dit ce qu’il y a derrière ; les réseaux que plus de 150 comptes utilisent.`,
  benign: [
    'des clients d’un service de VPN qui les fait sortir par plusieurs réseaux',
    'le VPN d’une société, que personne n’a nommé comme partagé',
    'des amis ou un foyer avec un seul abonnement',
  ],
  headline: ({ accounts, networks, used_by_most, networks_seen }) => {
    const [most] = used_by_most;
    return (
      `${count(accounts, 'compte se connecte', 'comptes se connectent')} par ${count(networks, 'réseau', 'réseaux')} de VPN et de serveurs en commun, sur ${figure(networks_seen)} qui servent` +
      (most
        ? french` ; ${figure(most.members)} d’entre eux utilisent ${most.network}, comme ${figure(most.users)} de tous les comptes`
        : '')
    );
  },
  parameters: {
    most_exits: {
      name: 'réseaux montrés',
      why: french`assez pour voir le motif ; leur nombre est dit à côté`,
      unit: 'réseaux',
    },
    most_pairs: {
      name: 'paires montrées',
      why: french`autant qu’une page en supporte ; leur nombre est parmi les faits`,
      unit: 'paires',
    },
  },
  facts: {
    accounts: 'comptes',
    unrelated: partiesCounted,
    networks: 'réseaux qu’au moins deux d’entre eux utilisent',
    used_by_most: 'les réseaux que la plupart utilisent',
    pairs: 'paires avec plus de réseaux en commun que le hasard n’en donnerait',
    most_in_common: 'réseaux communs de la paire qui en a le plus',
    beyond_chance: french`à quel point c’est improbable par hasard, en unités naturelles, la recherche payée`,
    networks_seen: 'réseaux de sorties que plusieurs utilisent, sur toute la plateforme',
    users_seen: 'comptes qui utilisent l’un d’eux',
  },
} satisfies DetectorIn<typeof detector>;
