import type detector from '../../../cypher/detectors/same-exits.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Les mêmes sorties',
  bond: 'les mêmes sorties de VPN et de serveurs',
  looksFor: french`Des comptes qui se connectent par les mêmes quelques sorties de VPN, de Tor et de serveurs loués, parmi toutes celles qui servent. Des centaines d’inconnus partagent chaque sortie, et en partager une ne dit rien ; avoir choisi les mêmes à plusieurs n’est pas un hasard. Une main qui prépare beaucoup de comptes leur donne un même jeu de sorties.`,
  blindTo: french`Les équipes qui prennent une nouvelle sortie à chaque session ; les adresses dont personne ne dit ce qu’il y a derrière ; les sorties que plus de 150 comptes utilisent.`,
  benign: [
    'des clients d’un petit service de VPN, ou de ses serveurs dans une ville',
    'le VPN d’une société, que personne n’a nommé comme partagé',
    'des amis ou un foyer avec un seul abonnement',
  ],
  headline: ({ accounts, exits, used_by_most, exits_seen }) => {
    const [most] = used_by_most;
    return (
      `${count(accounts, 'compte se connecte', 'comptes se connectent')} par ${count(exits, 'sortie', 'sorties')} en commun, sur ${figure(exits_seen)} qui servent` +
      (most
        ? french` ; ${figure(most.members)} d’entre eux, et ${figure(most.users)} sur la plateforme, utilisent ${most.ip}`
        : '')
    );
  },
  parameters: {
    most_exits: {
      name: 'sorties montrées',
      why: 'assez pour voir le motif ; leur nombre est dit à côté',
      unit: 'sorties',
    },
    most_pairs: {
      name: 'paires montrées',
      why: 'autant qu’une page en supporte ; leur nombre est parmi les faits',
      unit: 'paires',
    },
  },
  facts: {
    accounts: 'comptes',
    unrelated: partiesCounted,
    exits: 'sorties qu’au moins deux d’entre eux utilisent',
    used_by_most: 'les sorties que la plupart utilisent',
    pairs: 'paires avec plus de sorties en commun que le hasard n’en donnerait',
    most_in_common: 'sorties communes de la paire qui en a le plus',
    beyond_chance: french`à quel point c’est improbable par hasard, en unités naturelles, la recherche payée`,
    exits_seen: 'sorties que plusieurs utilisent, sur toute la plateforme',
    users_seen: 'comptes qui utilisent l’une d’elles',
  },
} satisfies DetectorIn<typeof detector>;
