import type detector from '../../../cypher/detectors/shared-ip.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure } from '../typography.ts';

export default {
  title: 'Varias cuentas en una dirección',
  bond: 'una misma dirección',
  looksFor:
    'Cuentas que se usan desde una misma dirección de red, sobre todo en los mismos minutos, día tras día, o una justo después de otra. Un equipo que trabaja en una sala muestra una sola dirección. Donde coinciden muchas, solo cuentan las que se encuentran más de lo que quiere el azar.',
  blindTo:
    'Equipos que dan a cada cuenta una salida propia; salas tras direcciones que comparten cientos.',
  benign: [
    'un hogar o un piso compartido',
    'una oficina, un campus, un café o un espacio de trabajo compartido',
    'la salida de una VPN o la pasarela de un operador móvil',
    'una dirección que su proveedor dio después a otra persona',
  ],
  headline: (facts) =>
    `${count(facts.named, 'cuenta trabajó', 'cuentas trabajaron')} desde ${facts.ip} (${inSpanish[facts.kind] ?? facts.kind}` +
    (facts.accounts > facts.named ? `, usada por ${figure(facts.accounts)})` : ')') +
    (facts.days_at_once > 0
      ? `, dos de ellas en los mismos minutos ${count(facts.days_at_once, 'día', 'días')}`
      : '') +
    (facts.handovers > 0
      ? `, una justo después de otra ${count(facts.handovers, 'vez', 'veces')}`
      : '') +
    (facts.days_together > 0 ? '' : ', nunca varios minutos a la vez ni una justo después de otra'),
  parameters: {
    hub_accounts: {
      name: 'cuentas de un nodo central',
      why: 'una dirección que usan más cuentas es una pasarela de desconocidos, no una sala',
      unit: 'cuentas',
    },
    home_accounts: {
      name: 'cuentas de un hogar',
      why: 'en un hogar no trabaja más gente en una misma plataforma; más allá es más probable la pasarela de un operador',
      unit: 'cuentas',
    },
    room_accounts: {
      name: 'cuentas de una sala',
      why: 'una oficina pequeña o un servidor alquilado; más allá es más probable que coincidan desconocidos',
      unit: 'cuentas',
    },
    minutes_together: {
      name: 'minutos a la vez',
      why: 'menos en un día son dos sesiones que se rozan',
      unit: 'minutos',
    },
    handover_minutes: {
      name: 'minutos de relevo',
      why: 'quien sigue con la cuenta siguiente lo hace en minutos',
      unit: 'minutos',
    },
    most_sessions: {
      name: 'sesiones como máximo',
      why: 'más sesiones no enseñan nada nuevo a quien investiga; primero van las de días comunes',
      unit: 'sesiones',
    },
  },
  facts: {
    ip: 'dirección IP',
    kind: 'tipo',
    network: 'red',
    accounts: 'cuentas',
    named: 'de ellas, las que van juntas, nombradas aquí',
    unrelated: partiesCounted,
    sessions: 'sesiones de las nombradas',
    days_together: 'días en que dos estuvieron en los mismos minutos o una justo después de otra',
    days_at_once: 'días en que dos estuvieron en los mismos minutos',
    handovers: 'veces que una empezó justo al terminar otra',
    closest: 'las más próximas',
    place_weight: 'peso del lugar',
    company: 'compañía',
    known_shared: 'usos compartidos conocidos',
  },
} satisfies DetectorIn<typeof detector>;

const inSpanish: Readonly<Record<string, string>> = {
  residential: 'residencial',
  mobile: 'móvil',
  business: 'empresa',
  education: 'enseñanza',
  coworking: 'espacio compartido',
  hosting: 'alojamiento',
  unknown: 'desconocido',
};
