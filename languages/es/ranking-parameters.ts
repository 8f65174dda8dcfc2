import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';

export const rankingParametersMessages = {
  likelihood_cap: {
    name: 'probabilidad contada como mucho',
    why: 'más allá de nueve de cada diez lo demás es redondeo: no dice qué mirar primero',
  },
  weight_listed: {
    name: 'peso de las partes en listas',
    why: 'quien trata con una parte en una lista responde de ello, sea cual sea la suma: pesa tanto como una casi certeza',
    unit: 'log-momios',
  },
  weight_money: {
    name: 'peso del dinero',
    why: 'lo que llega es para lo que sirve un esquema, y lo que aún puede retenerse',
    unit: 'log-momios',
  },
  weight_active: {
    name: 'peso de la actividad',
    why: 'a quien sigue en ello aún se le puede parar, y sus rastros están frescos',
    unit: 'log-momios',
  },
  weight_growing: {
    name: 'peso del crecimiento',
    why: 'quien crece valdrá más después; se ve en números pequeños, así que pesa menos',
    unit: 'log-momios',
  },
  weight_victims: {
    name: 'peso de los clientes',
    why: 'cada cliente puede haber dejado entrar a un desconocido en sus sistemas, y se le puede avisar',
    unit: 'log-momios',
  },
  identified_from: {
    name: 'fuerza desde la que una coincidencia identifica',
    why: 'un nombre solo pesa 0,3 como mucho y no identifica a nadie; en la mitad coincide también algo más',
  },
  months: {
    name: 'los últimos meses',
    why: 'medio año muestra lo que ocurre, y lo que ha terminado queda fuera',
    unit: 'meses',
  },
  active_days: {
    name: 'activo dentro de',
    why: 'un mes: quien trabaja por dinero accede, ofrece o cobra en él',
    unit: 'días',
  },
  money_full: {
    name: 'dinero contado entero desde',
    why: 'tanto como suelen recibir cincuenta cuentas de pago es el ingreso de un equipo; hasta ahí cuenta por su logaritmo',
    unit: 'veces lo habitual en la moneda',
  },
  growing_full: {
    name: 'crecimiento contado entero desde',
    why: 'donde la mitad de los miembros es nueva, se está levantando ahora',
    unit: 'parte de los miembros',
  },
  victims_full: {
    name: 'clientes contados enteros desde',
    why: 'treinta clientes son más de los que se avisa en un día; hasta ahí cuentan por su logaritmo',
    unit: 'clientes',
  },
} satisfies Given<Messages['rankingParameters']>;
