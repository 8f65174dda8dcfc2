import { outOf100 } from '../../domain/score.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure } from './typography.ts';

const decimal = (value: number) => value.toFixed(2).replace('.', ',');
const percent = (score: number) => `${outOf100(score, 1).toFixed(1).replace('.', ',')} %`;

function stretch(from: string, to: string | null): string {
  if (to === null) return `desde el ${from}, sin final indicado`;
  return from === to ? from : `${from} – ${to}`;
}

export const explainMessages = {
  about: 'Por qué dos cuentas están vinculadas: cada peso y los caminos más fuertes',
  accountArgument: 'el identificador de una cuenta',
  noRun: 'Aún no se ha detectado nada. Ejecute antes `skein detect`.',
  noAccount: (id) => `No hay ninguna cuenta ${id}. Búsquela, o cargue el archivo en el que está.`,
  sameAccount: (id) => `Ambas son ${id}. Indique dos cuentas distintas.`,
  reason: (bond, sharedBy, accounts, amount, most) =>
    `${bond}: compartido por ${figure(sharedBy)} de ${count(accounts, 'cuenta', 'cuentas')}, ` +
    `el ${Math.round(amount * 100)} % de lo más que puede pesar (${decimal(most)})`,
  times: {
    title: 'Cuándo lo usó cada una',
    used: (from, to, rows) => `${stretch(from, to)}, ${count(rows, 'fila', 'filas')}`,
    both: (from, to) => {
      if (to === null) return `ambas desde el ${from}; no consta el final`;
      return from === to ? `ambas el ${from}` : `ambas del ${from} al ${to}`;
    },
    sameDays: (days) => `el mismo día ${count(days, 'vez', 'veces')}`,
    apart: 'nunca al mismo tiempo',
  },
  prior: 'antes de cualquier indicio',
  total: 'en conjunto',
  score: (score) => `las mismas manos, estas dos: ${percent(score)}`,
  scheme: (score, accounts, cluster) =>
    `sirve a una misma trama, el grupo de ${figure(accounts)} en el que están ambas (${cluster}): ${percent(score)}`,
  noScheme: 'sirve a una misma trama: las dos no están juntas en ningún grupo',
  sameRows: (what, weight, alone) =>
    `se apoya en las mismas filas que «${what}», y una fila cuenta una sola vez: ${decimal(weight)} de ${decimal(alone)}`,
  sameFamily: (what, alone) =>
    `de la misma familia de indicios que «${what}», de la que cuenta el más fuerte: ${decimal(0)} de ${decimal(alone)}`,
  nothing: (a, b) => `Nada vincula a ${a} y ${b}.`,
  sources: (shown, more) => `filas: ${shown.join(', ')}${more > 0 ? ` y ${figure(more)} más` : ''}`,
} satisfies Given<Messages['explain']>;
