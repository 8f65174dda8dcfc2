import type detector from '../../../cypher/detectors/payout-funnel.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count } from '../typography.ts';

export default {
  title: 'Cobros que se juntan más adelante',
  bond: 'dinero que se junta en un lugar',
  looksFor:
    'Cuentas con cobros propios cuyo dinero, de una a tres transferencias después, llega a una misma cuenta de pago, en su mayor parte y poco después de entrar; o varios pagadores que envían a un mismo destinatario sumas partidas en trozos pequeños e iguales. Un equipo que da a cada cuenta su monedero tiene aun así que reunir lo ganado.',
  blindTo:
    'El efectivo y las transferencias que la plataforma no ve; el dinero que reposa meses por el camino; una empresa que recibe en una cuenta de pago y envía desde otra.',
  shows: {
    C10: 'una cuenta de pago del camino es de moneda virtual',
    H2: 'el destino, o una cuenta de pago intermedia, está en China',
  },
  benign: [
    'una casa de cambio, un emisor de tarjetas o una caja de ahorros que usan muchos clientes',
    'un casero, o una familia en el extranjero a la que mantienen varios parientes',
    'una agencia cuyo personal entrega lo que cobra',
    'una tienda pequeña o un club cuyos clientes compran la misma cosa barata',
  ],
  headline: (facts) => {
    const parts = [
      facts.movers > 0
        ? `el dinero de ${count(facts.movers, 'parte', 'partes')} (las cuentas vinculadas abiertamente cuentan como una) llega a ${facts.destination} en ${count(facts.hops, 'transferencia', 'transferencias')}`
        : null,
      facts.splitters > 0
        ? `${count(facts.splitters, 'parte envía', 'partes envían')} a ${facts.destination} sumas en trozos pequeños e iguales`
        : null,
    ]
      .filter((part) => part !== null)
      .join('; ');
    return parts.charAt(0).toUpperCase() + parts.slice(1);
  },
  parameters: {
    max_hops: {
      name: 'transferencias como máximo',
      why: 'un monedero, una empresa y el recaudador; más allá, el dinero de todos se junta en alguna parte',
      unit: 'transferencias',
    },
    min_kept: {
      name: 'parte mínima que sigue',
      why: 'el alquiler es la cuarta parte de unos ingresos; el dinero que es de otro sigue casi entero',
      unit: 'parte de los ingresos por transferencia',
    },
    whole: {
      name: 'parte que se tiene por entera',
      why: 'lo que queda tras comisiones y una pequeña paga para quien presta la cuenta',
      unit: 'parte de los ingresos por transferencia',
    },
    hub_payers: {
      name: 'pagadores de un nodo central',
      why: 'más pagadores de los que un equipo tiene manos: una casa de cambio, un emisor de tarjetas, una gestora de nóminas, el depósito de la plataforma',
      unit: 'pagadores',
    },
    most_sources: {
      name: 'orígenes como máximo',
      why: 'las cuentas que más envían lo cuentan todo; al lado se dice cuántas hay',
      unit: 'cuentas',
    },
    most_there: {
      name: 'cuentas del destino como máximo',
      why: 'quien cobra en el destino recauda; más de unos pocos son clientes',
      unit: 'cuentas',
    },
    most_transfers: {
      name: 'transferencias por par',
      why: 'unas pocas transferencias de cada par muestran lo que hacen; al lado se dice cuántas hay',
      unit: 'transferencias por par',
    },
    usual_for_half: {
      name: 'lo habitual para la mitad',
      why: 'donde uno de cada veinte pagadores parte sumas en trozos pequeños, los trozos valen la mitad: así se paga a tiendas y clubes',
      unit: 'parte de los pagadores',
    },
    watched_countries: {
      name: 'países vigilados',
      why: 'países de destino que quien explota Skein quiere que pesen más; ninguno de fábrica, pues un país solo no dice nada de una persona',
    },
  },
  facts: {
    destination: 'destino',
    kind: 'tipo',
    holder_name: 'titular',
    accounts: 'cuentas que envían dinero allí',
    shown: 'de ellas, las nombradas aquí',
    unrelated: partiesCounted,
    movers: 'partes cuyo dinero llega allí',
    sent_on: 'por parte, la fracción de sus ingresos que sigue hasta allí',
    kept: 'la misma, menor donde se envió pocas veces: lo que pesa',
    split: 'por parte, cuánto fracciona sumas fuera de sus demás pagos',
    splitters: 'partes que fraccionan sumas',
    sides: 'cuentas de pago desde las que el dinero llega al final',
    hops: 'transferencias por el camino, como máximo',
    paid_there: 'cuentas que cobran directamente en ella',
    payers: 'cuentas de pago que le pagan, sea quien sea su titular',
    payees: 'cuentas de pago a las que paga',
    transfers: 'transferencias liquidadas por el camino',
    kinds: 'tipos de cuentas de pago',
    countries: 'países del camino',
    placed: 'cuentas cuyo país se conoce junto al del destino',
    elsewhere: 'de ellas, las que declaran otro país',
    watched_country: 'país vigilado',
    usual_splitting: 'fraccionamiento habitual',
    known_shared: 'usos compartidos conocidos',
  },
  usual: { all_payers: 'pagadores en total', all_splitters: 'pagadores que fraccionan, en total' },
} satisfies DetectorIn<typeof detector>;
