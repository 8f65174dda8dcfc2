import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';

export const groupSumMessages = {
  title: 'Juzgadas juntas, como un grupo',
  hint: 'En log-momios de un esquema frente a la explicación honesta que mejor encaja: 0 es igual, cada 2,3 más hace un esquema diez veces más probable. Lo que esa explicación también mostraría se resta de cada línea.',
  explanations: {
    chance: 'la sola casualidad',
    second_account: 'una persona con varias cuentas',
    household: 'un hogar: parientes o compañeros de piso',
    business: 'una agencia o un empleador',
    studio: 'amigos que trabajan juntos y nunca lo dijeron',
    place: 'un lugar donde muchos trabajan: un campus, un café, una oficina compartida',
    course: 'un curso o una plantilla que tienen en común',
    bookkeeper: 'un gestor o un servicio por el que cobran muchos',
    regulars: 'un cliente y aquellos a quienes suele contratar',
  },
} satisfies Given<Messages['groupSum']>;
