import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, figure } from './typography.ts';

export const rankingMessages = {
  title: 'Su lugar, y lo que está en juego',
  hint: 'Los grupos se ordenan por esta suma, de mayor a menor: cuán probable es que sirvan a un mismo esquema, y qué está en juego si es así. Cada línea dice cuánto hay, multiplicado por su peso. Los pesos son parámetros: puestos por juicio, no medidos.',
  asOf: (at, since) => `A ${at}; los últimos meses empiezan el ${since}.`,
  likelihood: (score, counted) =>
    `Su probabilidad: ${score} de 100${score === counted ? '' : `, contados como ${counted}`}, en log-momios`,
  listed: (entries, surest) =>
    `Lleva a ${count(entries.length, 'parte en una lista', 'partes en listas')} de vigilancia, con una seguridad de ${surest} como mucho: ${entries.join(', ')}`,
  noneListed: 'Ningún hallazgo lleva a una parte en una lista de vigilancia',
  money: (parts) =>
    `Dinero llegado a sus cuentas de pago: ${parts.join('; ')}${parts.length > 1 ? '. De estas monedas cuenta la que más destaca' : ''}`,
  moneyPart: (amount, transfers, times, usual, usual_of) =>
    `${amount} en ${count(transfers, 'transferencia', 'transferencias')}, ${times} veces lo habitual en esa moneda (${usual}, el medio de ${count(usual_of, 'cuenta de pago', 'cuentas de pago')})`,
  noMoney: 'En estos meses no llegó dinero a cuentas de pago que le sean propias',
  active: (members, of, since, last) =>
    `Sigue activo: ${figure(members)} de ${count(of, 'miembro', 'miembros')} desde el ${since}; lo último, ${last}`,
  quiet: (since, last) => `Sin actividad desde el ${since}; lo último, ${last}`,
  neverActive: 'Nada dice que alguna vez estuviera activo',
  did: {
    login: (account, at) => `un acceso de ${account} el ${at}`,
    bid: (account, at) => `una oferta de ${account} el ${at}`,
    payment: (account, at) => `un pago a ${account} el ${at}`,
  },
  growing: (created, joined, of, since) =>
    `Crece: de ${count(of, 'miembro', 'miembros')}, ${count(created, 'abrió', 'abrieron')} su cuenta desde el ${since}, ${count(joined, 'más antiguo usó', 'más antiguos usaron')} entonces por primera vez lo que comparten`,
  victims: (clients, hired, paid) =>
    `A quién puede dañar: ${count(clients, 'cliente', 'clientes')} de fuera; ${count(hired, 'contrató', 'contrataron')} a miembros, ${count(paid, 'pagó', 'pagaron')} a miembros`,
  total: 'en total',
  trace: 'A quién y qué se cuenta',
  traced: {
    listed: 'Hallazgos que llevan a partes en listas de vigilancia',
    payment_accounts: 'Cuentas de pago contadas',
    left_out:
      'Cuentas de pago no contadas: las usan sobre todo otros, desconocidos o una plataforma',
    active: 'Miembros que estuvieron activos',
    created: 'Miembros cuya cuenta se abrió en estos meses',
    joined: 'Miembros incorporados en estos meses',
    victims: 'Clientes',
    more: (more) => `y ${figure(more)} más`,
  },
  parametersTitle: 'El orden de los grupos',
  parameters: 'Pesar de otro modo …',
  parametersAbout:
    'Lo que se pone en vigor cuenta desde la próxima ejecución y puede retirarse. Cada ejecución guarda por qué ordenó.',
} satisfies Given<LaterMessages['ranking']>;
