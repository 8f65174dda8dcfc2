import type detector from '../../../cypher/detectors/shared-payout.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count } from '../typography.ts';

export default {
  title: 'Un cobro, varios titulares',
  bond: 'un mismo cobro',
  looksFor:
    'Cuentas de personas que no tienen nada que ver entre sí y que cobran en una misma cuenta de pago. Quien maneja muchas cuentas tiene que reunir su dinero, y el lugar donde se junta es difícil de ocultar.',
  blindTo:
    'Equipos que dan a cada cuenta un monedero propio y reúnen el dinero una transferencia más allá; familias o agencias de las que la plataforma no sabe.',
  shows: {
    C5: 'sus titulares no están todos vinculados abiertamente, y no es una cuenta recaudadora',
  },
  benign: [
    'una agencia que cobra por su personal, o un estudio de amigos que factura en común',
    'una pareja o familia con una sola cuenta bancaria',
    'la cuenta recaudadora de una empresa de pagos',
  ],
  headline: (facts) =>
    `${count(facts.accounts, 'cuenta cobra', 'cuentas cobran')} por ${facts.payout}` +
    (facts.unrelated < facts.accounts
      ? `; ${facts.unrelated === 1 ? 'todas están vinculadas abiertamente' : `si las vinculadas abiertamente cuentan como una, son ${count(facts.unrelated, 'parte', 'partes sin relación')}`}`
      : ''),
  parameters: {
    hub_accounts: {
      name: 'cuentas de un nodo central',
      why: 'más titulares de los que un equipo tiene manos: la cuenta recaudadora de una empresa de pagos',
      unit: 'cuentas',
    },
    most_shown: {
      name: 'como máximo se muestran',
      why: 'un nodo central de miles no se puede mirar; al lado se dice cuántos lo tienen',
      unit: 'cuentas',
    },
  },
  facts: {
    payout: 'cobro',
    kind: 'tipo',
    provider: 'proveedor',
    holder_name: 'titular',
    accounts: 'cuentas',
    unrelated: partiesCounted,
    other_names: 'con otros nombres',
    open_holders: 'adscritas abiertamente',
    one_employer: 'del mismo empleador',
    providers_own: 'a nombre del proveedor',
    known_shared: 'usos compartidos conocidos',
  },
} satisfies DetectorIn<typeof detector>;
