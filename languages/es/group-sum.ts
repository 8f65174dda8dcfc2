import { highestScore, outOf100 } from '../../domain/score.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';

/** By the families of evidence, in “cuentas vinculadas: …”. */
const accountFamilies: Readonly<Record<string, string>> = {
  money: 'dinero',
  device: 'dispositivos',
  network: 'red',
  hours: 'horarios',
  text: 'textos',
  papers: 'documentos de identidad',
  ratings: 'valoraciones',
  identity: 'identidad',
  contacts: 'datos de contacto',
  conduct: 'conducta',
  watchlist: 'listas de vigilancia',
};

/** What a term of an account's sum is, by its name `<kind>:<what>`; `what` is a detector's title for `own` and `plain`. */
function accountTermWords(kind: string, what: string): string {
  if (kind === 'own') return what;
  if (kind === 'belongs') return 'El grupo al que pertenece, juzgado en conjunto';
  if (kind === 'plain') return `${what}: un caso claro`;
  if (kind === 'peers') return `Cuentas vinculadas con ella: ${accountFamilies[what] ?? what}`;
  if (kind === 'platform') return 'Lo que la plataforma no registra no puede hablar';
  return 'Certeza de su vínculo más seguro con otra cuenta';
}

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
  accountTermOf: (kind, what) => accountTermWords(kind, what),
  atMost: `Una puntuación nunca dice más de ${outOf100(highestScore)} de 100, por alta que sea la suma.`,
  rounded: 'Cada línea está redondeada: la última cifra de la suma puede diferir.',
} satisfies Given<Messages['groupSum']>;
