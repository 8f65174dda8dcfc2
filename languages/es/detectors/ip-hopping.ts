import type detector from '../../../cypher/detectors/ip-hopping.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, figure } from '../typography.ts';

export default {
  title: 'Más rápido que un viaje',
  bond: 'saltos entre países',
  looksFor:
    'Cuentas cuyas sesiones saltan entre países más deprisa de lo que viaja una persona, o que llegan desde muchos países o direcciones en un día. Las salidas que ocultan el lugar se distinguen, pues la mayoría de quienes las usan es honesta.',
  blindTo:
    'Quien se atiene a una sola salida en el país declarado; direcciones cuyo país la plataforma desconoce o tiene mal.',
  shows: {
    C1: 'hay sesiones desde salidas que ocultan el lugar',
  },
  benign: [
    'una VPN que se enciende y se apaga',
    'un teléfono en itinerancia junto a una frontera, o que sale por la red de su operador en el extranjero',
    'una dirección cuyo país está desactualizado',
    'viaja por su trabajo, con días entre país y país',
  ],
  headline: (facts) =>
    [
      `${facts.account} llegó desde direcciones de ${count(facts.countries, 'país', 'países')} en ${count(facts.sessions, 'sesión', 'sesiones')}`,
      facts.leaps > 0
        ? count(
            facts.leaps,
            'cambio de país más rápido que un viaje',
            'cambios de país más rápidos que un viaje',
          )
        : null,
      facts.hidden_leaps > 0
        ? `${count(facts.hidden_leaps, 'salto', 'saltos')} por salidas que ocultan el lugar`
        : null,
      facts.most_countries_a_day > 2
        ? `${figure(facts.most_countries_a_day)} países en un día`
        : null,
      facts.most_addresses_a_day > facts.usual_addresses
        ? `${count(facts.most_addresses_a_day, 'dirección', 'direcciones')} en un día`
        : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  parameters: {
    travel_hours: {
      name: 'horas de viaje',
      why: 'ir al aeropuerto, pasarlo y salir de otro lleva ese tiempo, se vuele adonde se vuele',
      unit: 'horas',
    },
    most_sessions: {
      name: 'sesiones como máximo',
      why: 'más sesiones no enseñan nada nuevo a quien investiga; primero van las de alrededor de un salto',
      unit: 'sesiones',
    },
  },
  facts: {
    account: 'cuenta',
    role: 'papel',
    sessions: 'sesiones',
    addresses: 'direcciones',
    countries: 'países',
    leaps: 'saltos',
    leaps_at_once: 'saltos simultáneos',
    leap_countries: 'países de los saltos',
    hidden_leaps: 'saltos ocultos',
    hidden_countries: 'países ocultos',
    hidden_share: 'parte oculta',
    most_countries_a_day: 'países en un día, como máximo',
    most_shown_a_day: 'países visibles en un día, como máximo',
    days_of_three_countries: 'días con tres países',
    most_addresses_a_day: 'direcciones en un día, como máximo',
    usual_addresses: 'direcciones habituales',
    usual_leaping: 'parte habitual que salta',
  },
} satisfies DetectorIn<typeof detector>;
