import type detector from '../../../cypher/detectors/always-on.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, figure } from '../typography.ts';

export default {
  title: 'Nunca duerme',
  bond: 'turnos',
  looksFor:
    'Cuentas conectadas un día o más sin una noche, una y otra vez, o que trabajan a todas horas durante meses. Una persona duerme; una cuenta que se trabaja por turnos, no.',
  blindTo:
    'Turnos que respetan la pausa habitual de la noche; sesiones cuyo final no registra la plataforma.',
  shows: {
    P3: 'estuvo conectada un día o más sin una noche',
    C5: 'entretanto cambian las máquinas o las direcciones',
  },
  benign: [
    'una ventana que quedó abierta toda la noche',
    'una guardia de fin de semana',
    'una cuenta de agencia que varios empleados usan abiertamente',
    'un recién nacido, o un viaje por varios husos horarios',
  ],
  headline: (facts) =>
    `${facts.account} estuvo ` +
    [
      facts.chains > 0
        ? `conectada un día o más sin una noche ${count(facts.chains, 'vez', 'veces')}, como máximo ${count(Math.floor(facts.longest_hours), 'hora', 'horas')}`
        : null,
      facts.restless_months > 0
        ? `trabajando a todas horas en ${figure(facts.restless_months)} de ${count(facts.months, 'periodo', 'periodos')} de treinta días`
        : null,
    ]
      .filter((part) => part !== null)
      .join(' y '),
  parameters: {
    day_hours: {
      name: 'horas de un día',
      why: 'el aviso habla de un día o más sin interrupción',
      unit: 'horas',
    },
    night_hours: {
      name: 'horas de una noche',
      why: 'quien duerme, duerme más; una pausa más corta no es una noche',
      unit: 'horas',
    },
    month_days: {
      name: 'días de un mes',
      why: 'con menos días de treinta, las noches pueden faltar por azar',
      unit: 'días',
    },
    month_hours: {
      name: 'horas de un mes',
      why: 'menos horas de trabajo llenan de huecos cualquier reloj, y nada dicen de las noches',
      unit: 'horas',
    },
    most_sessions: {
      name: 'sesiones como máximo',
      why: 'más sesiones no enseñan nada nuevo a quien investiga',
      unit: 'sesiones',
    },
  },
  facts: {
    account: 'cuenta',
    role: 'papel',
    chains: 'series sin noche',
    longest_hours: 'horas de la más larga',
    days_on: 'días conectada',
    days_at_work: 'días de trabajo',
    strain: 'esfuerzo',
    sessions_in_chains: 'sesiones de las series',
    devices: 'dispositivos',
    addresses: 'direcciones',
    months: 'meses',
    months_without_night: 'meses sin noche',
    restless_months: 'meses sin descanso',
    usual_share: 'parte habitual',
  },
} satisfies DetectorIn<typeof detector>;
