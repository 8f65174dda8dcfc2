import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, decimal, figure } from './typography.ts';

const day = (at: string) => at.slice(0, 10);

export const calibrationMessages = {
  problems: {
    nothingDecided:
      'Aún no se ha confirmado ni descartado nada, así que no hay de qué aprender. Decida primero sobre hallazgos y grupos en la cola.',
    overtaken: (by, at) =>
      by === ''
        ? 'Nadie ha cambiado aún los pesos: están en la revisión 0.'
        : `${by} cambió los pesos entretanto, el ${day(at)}. Vuelva a leerlos y calibre a partir de lo que son.`,
    justOvertaken: 'Otra persona acaba de cambiar los pesos. Vuelva a leerlos.',
    nothing: 'Estos pesos ya están en vigor.',
    noRevision: (revision) => `No hay revisión ${revision} de los pesos.`,
    notEstimated: (trial) =>
      `La prueba ${trial} no ha estimado pesos: nombre una de \`skein calibrate\` que haya terminado.`,
    ownTrial: (trial) =>
      `Usted mismo empezó la prueba ${trial}: otra persona debe poner sus pesos en vigor.`,
    otherProgram: (trial) =>
      `La prueba ${trial} es de una versión de Skein que trae otros pesos. Ejecute \`skein calibrate\` de nuevo.`,
  },
  sums: { link: 'vínculos', account: 'cuentas', group: 'conjuntos', cluster: 'grupos' },
  command: {
    about:
      'estimar de nuevo pesos, valores previos y umbral según lo confirmado y descartado aquí, y decir qué cambiaría; nada cambia por sí solo',
    history: 'mostrar cada cambio de los pesos, el vigente primero',
    activate:
      'poner en vigor, desde la próxima ejecución, los pesos de la calibración de otra persona',
    back: 'volver a los pesos que estaban en vigor antes',
    trial: 'identificador de la calibración',
    to: 'la revisión a la que volver, 0 para lo que trae Skein; sin ella, la anterior',
    head: (confirmed, dismissed) =>
      `Estimados según ${count(confirmed, 'confirmación', 'confirmaciones')} y ${count(dismissed, 'descarte', 'descartes')}, atraídos hacia los pesos que trae Skein`,
    columns: ['peso', 'en vigor', 'después', '95 % entre', 'decisiones'],
    group: (sum, moved) => `De ${sum}, se moverían ${figure(moved)}:`,
    within: (low, high) => `${decimal(low, 2)} y ${decimal(high, 2)}`,
    unmoved: (spoken) =>
      `${count(spoken, 'peso del que hablan decisiones quedaría igual', 'pesos de los que hablan decisiones quedarían igual')}; --json los da.`,
    none: 'Ningún peso se movería.',
    next: (trial) =>
      `Para que otra persona los ponga en vigor: skein calibrate activate ${trial} --why …`,
    line: (revision, at, by, changed, why) =>
      `${revision}  ${at.slice(0, 16).replace('T', ' ')}  ${by}: ${changed === 0 ? 'como los trae Skein' : `${count(changed, 'peso distinto', 'pesos distintos')} del que trae Skein`} – ${why}`,
    after: (trial, by) => `     tras la calibración ${trial} de ${by}`,
    noHistory: 'Todos los pesos son los que trae Skein, desde el principio.',
    done: (revision) =>
      `La revisión ${revision} de los pesos está en vigor desde la próxima ejecución.`,
  },
} satisfies Given<Messages['calibration']>;
