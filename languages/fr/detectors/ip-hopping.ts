import type detector from '../../../cypher/detectors/ip-hopping.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Plus vite qu’un voyage',
  bond: 'des sauts de pays en pays',
  looksFor:
    'Des comptes dont les sessions sautent d’un pays à l’autre plus vite qu’une personne ne voyage, ou qui viennent de nombreux pays ou adresses en un jour. Les sorties qui cachent le lieu sont distinguées, car la plupart de ceux qui les utilisent sont honnêtes.',
  blindTo: french`Qui garde une seule sortie dans le pays déclaré ; les adresses dont la plateforme ignore le pays ou se trompe.`,
  shows: {
    C1: 'des sessions viennent de sorties qui cachent le lieu',
  },
  benign: [
    'un VPN activé et désactivé',
    'un téléphone en itinérance près d’une frontière, ou qui sort chez son opérateur à l’étranger',
    'une adresse dont le pays n’est plus à jour',
    'voyage pour gagner sa vie, avec des jours entre les pays',
  ],
  headline: (facts) =>
    [
      `${facts.account} est venu d’adresses de ${figure(facts.countries)} pays en ${count(facts.sessions, 'session', 'sessions')}`,
      facts.leaps > 0
        ? `${count(facts.leaps, 'changement', 'changements')} de pays plus rapides qu’un voyage`
        : null,
      facts.hidden_leaps > 0
        ? `${count(facts.hidden_leaps, 'saut', 'sauts')} par des sorties qui cachent le lieu`
        : null,
      facts.most_countries_a_day > 2
        ? `${figure(facts.most_countries_a_day)} pays en un jour`
        : null,
      facts.most_addresses_a_day > facts.usual_addresses
        ? `${count(facts.most_addresses_a_day, 'adresse', 'adresses')} en un jour`
        : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  parameters: {
    travel_hours: {
      name: 'temps de voyage',
      why: 'aller à l’aéroport, le traverser et en sortir prend ce temps, où que l’on vole',
      unit: 'heures',
    },
    most_sessions: {
      name: 'sessions au plus',
      why: french`davantage de sessions n’apprennent rien à un enquêteur ; celles autour d’un saut viennent d’abord`,
      unit: 'sessions',
    },
  },
  facts: {
    account: 'compte',
    role: 'rôle',
    sessions: 'sessions',
    addresses: 'adresses',
    countries: 'pays',
    leaps: 'sauts',
    leaps_at_once: 'sauts simultanés',
    leap_countries: 'pays des sauts',
    hidden_leaps: 'sauts cachés',
    hidden_countries: 'pays cachés',
    hidden_share: 'part cachée',
    most_countries_a_day: 'pays en un jour au plus',
    most_shown_a_day: 'pays visibles en un jour au plus',
    days_of_three_countries: 'jours à trois pays',
    most_addresses_a_day: 'adresses en un jour au plus',
    usual_addresses: 'adresses habituelles',
    usual_leaping: 'part habituelle de sauts',
  },
} satisfies DetectorIn<typeof detector>;
