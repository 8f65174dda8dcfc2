import type { Given } from '../../domain/given.ts';
import type { BrowserMessages } from '../../domain/messages/browser.ts';
import { count } from './typography.ts';

export const atStakeMessages = {
  order: 'Por probabilidad y por lo que está en juego',
  total: (sum) => `Probabilidad y lo que está en juego, en conjunto: ${sum}`,
  totalHint: 'Lo que ordena esta lista; la página de cada grupo dice cómo se suma.',
  orderByScore: 'De mayor a menor puntuación',
  listed: (entries) =>
    `lleva a ${count(entries, 'parte en una lista', 'partes en listas')} de vigilancia`,
  entry: (list, name, more) =>
    `${list}: ${name}${more > 0 ? ` y ${more.toLocaleString('es-ES')} más` : ''}`,
  money: (amount, since) => `${amount} desde el ${since}`,
  moreCurrencies: (more) => `y ${count(more, 'moneda más', 'monedas más')}`,
  active: (members, since) =>
    `${count(members, 'miembro activo', 'miembros activos')} desde el ${since}`,
  quiet: (last) => `sin actividad desde el ${last}`,
  growing: (joined, since) => `${count(joined, 'incorporado', 'incorporados')} desde el ${since}`,
  victims: (clients) => count(clients, 'cliente de fuera', 'clientes de fuera'),
  title: 'En juego',
} satisfies Given<BrowserMessages['atStake']>;
