import type detector from '../../../cypher/detectors/account-handover.ts';
import type { DetectorIn, FactsOf } from '../../../domain/detector.ts';
import { within } from '../../../domain/messages/en/typography.ts';
import { count, figure } from '../typography.ts';

export default {
  title: 'Pasada a otras manos',
  bond: 'un cambio de manos',
  looksFor:
    'Cuentas en las que, ya verificadas y en uso, cambian en unas semanas varias cosas independientes: adónde va la paga, el correo y el teléfono, la máquina, el país, los horarios. Una cuenta vendida lo cambia todo; una alquilada conserva máquina y dirección, y gana control remoto, otros horarios y otro cobro.',
  blindTo:
    'Cambios de manos en los primeros días; titulares que cambian una cosa cada vez; lo que la plataforma no registra.',
  shows: {
    H11: 'el correo o el teléfono está entre lo que cambió',
  },
  benign: [
    'se mudó al extranjero, con banco y teléfono nuevos',
    'un portátil nuevo en las semanas de un correo nuevo',
    'un ladrón se lo llevó todo, y hubo que reponerlo',
  ],
  headline: (facts) => {
    const changed = [
      ...facts.changed.map((one) => inSpanish[one] ?? one),
      facts.other_country ? 'país' : null,
      facts.hours_shifted >= 4 && facts.hours_regular >= 0.3
        ? `horarios (${figure(Math.round(facts.hours_shifted))} h)`
        : null,
    ].filter((part) => part !== null);
    return (
      `${facts.account} cambió en ${count(within(facts.days), 'día', 'días')} desde el ${facts.from.slice(0, 10)}: ${changed.join(', ')}` +
      (facts.declared_move ? ', en torno a una mudanza declarada' : '')
    );
  },
  parameters: {
    window_days: {
      name: 'días de la ventana',
      why: 'quien compra cambia lo necesario en semanas; una persona lo hace en años',
      unit: 'días',
    },
    settled_days: {
      name: 'días de asentamiento',
      why: 'quien abre una cuenta la configura en los primeros días; eso no es un cambio de manos',
      unit: 'días',
    },
    least_sessions: {
      name: 'sesiones como mínimo',
      why: 'menos sesiones antes o después no muestran ni horarios ni lugares',
      unit: 'sesiones',
    },
    ports: {
      name: 'puertos',
      why: 'escritorio remoto y similares, como en el detector de control remoto',
    },
  },
  facts: {
    account: 'cuenta',
    changed: 'lo que cambió',
    weight: 'peso',
    from: 'desde',
    until: 'hasta',
    days: 'días',
    verified: 'verificada',
    sessions_before: 'sesiones antes',
    sessions_after: 'sesiones después',
    hours_shifted: 'desplazamiento de los horarios',
    hours_regular: 'regularidad de los horarios',
    other_country: 'otro país',
    declared_move: 'mudanza declarada',
    same_addresses: 'parte de las mismas direcciones',
  },
} satisfies DetectorIn<typeof detector>;

const inSpanish: Readonly<Partial<Record<FactsOf<typeof detector>['changed'][number], string>>> = {
  payout: 'cuenta de cobro',
  email: 'correo',
  phone: 'teléfono',
  name: 'nombre',
  device: 'dispositivo',
  remote: 'acceso (a distancia)',
  hosting: 'acceso (dirección de alojamiento)',
};
