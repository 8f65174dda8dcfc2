import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, listed } from './typography.ts';

/** What findings and clusters are called. */
export const detectMessages = {
  counts: {
    unrelated: 'partes sin relación (las cuentas vinculadas abiertamente cuentan como una)',
    unrelated_raters:
      'partes que valoran, sin relación (las cuentas vinculadas abiertamente cuentan como una)',
  },
  clusterName: (accounts, bond) => `${count(accounts, 'cuenta', 'cuentas')} por ${bond}`,
  clusterSummary: (accounts, bonds, first, last) =>
    `${count(accounts, 'cuenta vinculada', 'cuentas vinculadas')} por ${listed(bonds)}` +
    (first && last
      ? `, según indicios fechados del ${first.slice(0, 10)} al ${last.slice(0, 10)}`
      : ''),
  order: 'Lo primero que mirar, por probabilidad y por lo que está en juego:',
  ranked: (name, score) => `${name}, puntuación ${score} de 100`,
} satisfies Given<Messages['detect']>;
