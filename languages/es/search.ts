import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure } from './typography.ts';

export const searchMessages = {
  bringingUp: (what) => `Preparando la búsqueda: ${what}`,
  results: 'Resultados de la búsqueda',
  page: (q) => `Resultados de la búsqueda de «${q}»`,
  matched: (column) => `en ${column}`,
  similar: 'parecido a lo que escribió',
  none: (q) => `Nada contiene «${q}».`,
  noneHint:
    'Se encuentran ids, nombres en cualquier escritura, correos, teléfonos, direcciones, direcciones IP y bloques como 192.0.2.0/24, números de documentos y palabras de textos; los pequeños errores se perdonan.',
  waiting: 'Buscando…',
  findings: 'Hallazgos',
  clusters: 'Grupos',
  detectors: 'Detectores',
  all: 'Todos los resultados',
  more: 'Se muestran los primeros resultados; hay más. Añada una palabra o elija un tipo.',
  listed: (n) => count(n, 'resultado', 'resultados'),
  kinds: 'Tipo',
  allKinds: 'Todos los tipos',
  put: (n) => (n === 1 ? 'Ponerlo en el lienzo' : `Poner los ${figure(n)} en el lienzo`),
  ofCluster: (n) => count(n, 'cuenta', 'cuentas'),
} satisfies Given<Messages['search']>;
