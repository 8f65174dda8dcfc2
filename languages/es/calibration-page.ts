import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count } from './typography.ts';

export const calibrationPageMessages = {
  title: 'Pesos aprendidos de las decisiones',
  about:
    'Pesos, valores previos y umbral se estiman de nuevo según lo confirmado y descartado aquí, atraídos hacia los que trae Skein: pocas decisiones, o todas del mismo tipo, cambian poco. Es una prueba junto a la última ejecución, que queda como está.',
  calibrate: 'Estimar',
  from: (confirmed, dismissed) =>
    `Según ${count(confirmed, 'confirmación', 'confirmaciones')} y ${count(dismissed, 'descarte', 'descartes')}.`,
  moved: 'Pesos que se moverían',
  none: 'Ningún peso se movería.',
  unmoved: (spoken) =>
    `${count(spoken, 'peso del que hablan decisiones quedaría igual', 'pesos de los que hablan decisiones quedarían igual')}.`,
  weight: 'peso',
  inForce: 'en vigor',
  then: 'después',
  within: '95 % entre',
  decisions: 'decisiones',
  range: (low, high) => `${low} y ${high}`,
  sums: {
    link: 'Vínculos de dos cuentas',
    account: 'Cuentas solas',
    group: 'Conjuntos',
    cluster: 'Grupos',
  },
  prior: 'antes de todo indicio',
  against: (explanation) => `antes de todo indicio, frente a: ${explanation}`,
  ofDetector: (detector, as) => `${detector}: ${as}`,
  others: 'todos los demás',
  judged: 'lo que un analista ha juzgado de las dos',
  least: 'puntuación desde la que se cree',
  waiting: 'Para que otra persona los ponga en vigor',
  waitingAbout: (by, when) =>
    `Estimados por ${by}, ${when}. Quien los estimó no puede ponerlos en vigor.`,
  show: 'Ver qué cambiaría',
  putNews: 'Los pesos están en vigor desde la próxima detección.',
  back: 'Volver a los anteriores',
  backNews: 'Los pesos de antes están en vigor desde la próxima detección.',
  history: 'Cambios de los pesos',
  noHistory: 'Todos los pesos son los que trae Skein, desde el principio.',
  changed: (weights) =>
    weights === 0
      ? 'todos como los trae Skein'
      : `${count(weights, 'peso distinto', 'pesos distintos')} del que trae Skein`,
  afterTrial: (by) => `estimados por ${by}`,
} satisfies Given<Messages['calibrationPage']>;
