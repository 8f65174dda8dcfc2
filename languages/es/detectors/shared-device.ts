import type detector from '../../../cypher/detectors/shared-device.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure } from '../typography.ts';

export default {
  title: 'Varias cuentas en un dispositivo',
  bond: 'un mismo dispositivo',
  looksFor:
    'Cuentas que se usan por turnos en una misma máquina. Quien maneja varias cuentas a mano pasa de una a otra.',
  blindTo: 'Equipos que tienen una máquina para cada cuenta; huellas que un navegador falsea.',
  shows: {
    C5: 'vuelve a cuentas que no están todas vinculadas abiertamente, y no se sabe que sea compartido',
  },
  benign: [
    'un ordenador familiar',
    'una máquina de una biblioteca, un café o un albergue',
    'una máquina vendida de segunda mano, que pasa una vez y no vuelve',
  ],
  headline: (facts) =>
    `${count(facts.named, 'cuenta se usó', 'cuentas se usaron')} en ${facts.device}` +
    (facts.accounts > facts.named ? ` (usado por ${figure(facts.accounts)})` : '') +
    (facts.returns > 0
      ? `, donde a una sesión de una siguió, tarde o temprano, una de otra ${count(facts.passes, 'vez', 'veces')}`
      : ', una tras otra'),
  parameters: {
    hub_accounts: {
      name: 'cuentas de un nodo central',
      why: 'más cuentas de las que sirve una máquina: una huella que comparten muchas',
      unit: 'cuentas',
    },
    team_accounts: {
      name: 'cuentas de un equipo',
      why: 'una persona lleva un puñado de cuentas en una máquina; más allá es más probable una máquina pública',
      unit: 'cuentas',
    },
    returns_of_habit: {
      name: 'regresos habituales',
      why: 'prestada una vez, vuelve una vez; una máquina que vuelve varias veces se comparte, no se vendió',
      unit: 'veces',
    },
    handover_minutes: {
      name: 'minutos de relevo',
      why: 'quien sigue con la cuenta siguiente lo hace en minutos',
      unit: 'minutos',
    },
    most_sessions: {
      name: 'sesiones como máximo',
      why: 'más sesiones no enseñan nada nuevo a quien investiga; se muestran las últimas',
      unit: 'sesiones',
    },
  },
  facts: {
    device: 'dispositivo',
    kind: 'tipo',
    accounts: 'cuentas',
    named: 'de ellas, las que lo comparten, nombradas aquí',
    unrelated: partiesCounted,
    sessions: 'sesiones de las nombradas',
    passes: 'veces que a una sesión de una siguió una de otra',
    returns: 'veces que volvió a una de las dos después de la otra',
    days_both: 'días de ambas',
    at_once: 'a la vez',
    closest: 'las más próximas',
    company: 'compañía',
    remote_access: 'acceso remoto',
    known_shared: 'usos compartidos conocidos',
  },
} satisfies DetectorIn<typeof detector>;
