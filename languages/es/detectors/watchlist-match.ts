import type detector from '../../../cypher/detectors/watchlist-match.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { listed } from '../typography.ts';

export default {
  title: 'Coincide con una entrada de una lista de vigilancia',
  bond: 'la coincidencia con una entrada de una lista de vigilancia',
  looksFor:
    'Cuentas, personas y empresas cuyo nombre, en cualquier escritura o romanización, coincide con una entrada de una lista cargada, y si también coincide una fecha de nacimiento, una dirección o un número. Cuentan asimismo los nombres de documentos y de cuentas de pago.',
  blindTo:
    'Nombres inventados; entradas que no tienen más que un nombre; traducciones de un nombre que no son una grafía suya.',
  shows: {
    C12: 'la parte o la entrada es una empresa',
    C13: 'la entrada es un organismo que nombra el aviso',
  },
  benign: [
    'un homónimo: un nombre solo no identifica a nadie, y pesa como máximo 0,3',
    'una oficina en el mismo edificio que una empresa de la lista',
  ],
  headline: (facts) => {
    const also = [
      facts.name_score > 0.3 ? 'fecha de nacimiento' : null,
      facts.identifier_score > 0 ? 'número' : null,
      facts.address_score > 0 ? 'dirección' : null,
    ].filter((what) => what !== null);
    const by = facts.name_score > 0 ? ['nombre', ...also] : also;
    return `${facts.name} coincide con ${facts.entry_name} (${facts.list ?? 'lista desconocida'}) en: ${listed(by)}${also.length === 0 ? ' solamente' : ''}`;
  },
  parameters: {
    most_by_name: {
      name: 'máximo por el nombre',
      why: 'muchas personas llevan un mismo nombre: solo no identifica a nadie, y no puede pesar más',
    },
    many_namesakes: {
      name: 'muchos homónimos',
      why: 'donde varios titulares sin relación llevan el nombre de una entrada, el nombre es corriente',
      unit: 'titulares',
    },
  },
  facts: {
    subject: 'sujeto',
    subject_type: 'tipo de sujeto',
    name: 'nombre',
    list: 'lista',
    entry: 'entrada',
    entry_name: 'nombre de la entrada',
    entry_kind: 'tipo de la entrada',
    entry_country: 'país de la entrada',
    name_score: 'puntuación del nombre',
    identifier_score: 'puntuación del número',
    address_score: 'puntuación de la dirección',
    reasons: 'motivos',
    namesakes: 'homónimos',
  },
} satisfies DetectorIn<typeof detector>;
