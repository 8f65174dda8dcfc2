import type detector from '../../../cypher/detectors/rating-ring.ts';
import type { DetectorIn, FactsOf } from '../../../domain/detector.ts';
import { within } from '../../../domain/messages/en/typography.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure } from '../typography.ts';

export default {
  title: 'Valoraciones desde dentro',
  bond: 'valoraciones desde dentro',
  looksFor:
    'Un cliente que en pocos días valora a varios desarrolladores con lo más alto de la escala, sobre todo si comparten documentos o redacción; cuentas que valoran todas muy alto a un mismo grupo, por mucho que valoren a otros para ocultarlo, o dos que no valoran a nadie más; cuentas que se contratan y se valoran en círculo. Los clientes falsos encumbran a sus propios desarrolladores.',
  blindTo:
    'Redes de un solo cliente que reparten sus valoraciones en meses; bloques menores de tres por tres, salvo dos cuentas que valoran a las mismas tres y a casi nadie más.',
  shows: {
    P7: 'un cliente valoró a varios, y documentos de alta, verificación o identidad de la red los entregaron también otras cuentas',
    M6: 'tienen en común documentos de alta, verificación o identidad, o una cuenta de pago',
    M8: 'un cliente, o cada uno de un bloque, valoró muy alto a varios',
  },
  benign: [
    'un cliente con un proyecto grande que acaba para todos a la vez',
    'un cliente de muchos años que tiene preferidos',
    'un oficio pequeño en el que los mismos pocos clientes contratan a los mismos pocos desarrolladores',
    'dos autónomos que se contratan el uno al otro',
  ],
  headline: (ring) =>
    [
      shapeSays(ring),
      ring.with_repeated_papers > 0
        ? `${figure(ring.with_repeated_papers)} de la red con documentos que también entregaron otras cuentas (${figure(ring.with_repeated_identity)} con documentos de identidad)`
        : null,
      ring.writes_alike > 0
        ? count(ring.writes_alike, 'que redacta igual', 'que redactan igual')
        : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  parameters: {
    window_days: {
      name: 'días de la ventana',
      why: 'un cliente honesto rara vez acaba encargos con varios desarrolladores en quince días',
      unit: 'días',
    },
    min_developers: {
      name: 'desarrolladores como mínimo',
      why: 'dos contratos satisfechos son lo cotidiano; tres a la vez merecen una mirada',
      unit: 'desarrolladores',
    },
    high_share: {
      name: 'parte alta de la escala',
      why: 'la décima parte superior de la escala: 4,6 de 5 o más',
    },
    hasty_days: {
      name: 'días de prisa',
      why: 'un trabajo que merece pago rara vez acaba a los pocos días de ofrecerse',
      unit: 'días',
    },
    min_likeness: {
      name: 'parecido mínimo',
      why: 'un texto entero en común que pocos más tienen da más; las frases habituales dan mucho menos',
    },
    hub_copies: {
      name: 'copias de un relleno',
      why: 'un número o una imagen en más documentos es un relleno, no el documento de una persona',
      unit: 'documentos',
    },
    hub_hired: {
      name: 'contratados por una empresa',
      why: 'quien contrata a más es una empresa, y vuelve a alguien por azar',
      unit: 'desarrolladores',
    },
    shown_ratings: {
      name: 'valoraciones como máximo',
      why: 'tantas como admite una página; el total está entre los datos',
      unit: 'valoraciones',
    },
    identity_kinds: {
      name: 'tipos de identidad',
      why: 'documentos que pertenecen cada uno a una sola persona',
    },
  },
  facts: {
    shape: 'forma',
    client: 'cliente',
    raters: 'cuentas que valoran',
    developers: 'desarrolladores',
    unrelated_raters:
      'partes que valoran, sin relación (las cuentas vinculadas abiertamente cuentan como una)',
    unrelated: partiesCounted,
    ratings: 'valoraciones',
    pairs: 'pares',
    given_overall: 'dadas en total',
    received_overall: 'recibidas en total',
    timed: 'con fecha',
    hasty: 'con prisa',
    first_rating: 'primera valoración',
    over_days: 'a lo largo de cuántos días',
    shared_purse: 'cuenta de pago en común',
    repeated_papers: 'documentos repetidos',
    with_repeated_papers: 'con documentos repetidos',
    with_repeated_identity: 'de ellas, con documentos de identidad repetidos',
    writes_alike: 'redactan igual',
    rated_beside: 'valoradas al mismo tiempo',
  },
} satisfies DetectorIn<typeof detector>;

/** What the ratings alone say. */
function shapeSays(ring: FactsOf<typeof detector>): string {
  if (ring.shape === 'client')
    return `${ring.client ?? 'Un cliente'} valoró a ${count(ring.developers, 'desarrollador', 'desarrolladores')} con lo más alto de la escala en ${count(within(ring.over_days ?? 0), 'día', 'días')} desde el ${(ring.first_rating ?? '').slice(0, 10)}`;
  if (ring.shape === 'block')
    return `${count(ring.raters, 'cuenta dio', 'cuentas dieron')} a un mismo grupo de ${figure(ring.developers)} lo más alto de la escala, ${count(ring.pairs, 'par', 'pares')} de ${figure(ring.raters * ring.developers)}`;
  return `${count(ring.raters, 'cuenta', 'cuentas')} que se contrataron y valoraron en círculo`;
}
