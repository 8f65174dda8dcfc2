import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure } from './typography.ts';

export const detectionsMessages = {
  title: 'Detección',
  button: 'Detectar',
  underWay: 'Detectando…',
  again: 'Reintentar',
  begins: 'La detección ha comenzado.',
  running: (by) => `Detectando, a petición de ${by}`,
  step: ({ phase, done, total }, what) => {
    const at = {
      begin: 'preparando',
      derive: `infiriendo lo que necesitan los detectores (${what})`,
      detect: what,
      judge: 'formando vínculos y grupos',
      store: 'guardando la ejecución',
    }[phase];
    return `Paso ${figure(Math.min(done + 1, total))} de ${figure(total)}: ${at}`;
  },
  progress: 'Avance de la detección',
  cancel: 'Cancelar la detección',
  cancelling: (by) => `Cancelada por ${by}: termina tras este paso.`,
  done: (findings, clusters) =>
    `Detectado: ${count(findings, 'hallazgo', 'hallazgos')}, ${count(clusters, 'grupo', 'grupos')}.`,
  failed: (why) => `La detección falló: ${why}`,
  cancelled: (by) => `${by} canceló la detección. No se guardó nada de ella.`,
  close: 'Cerrar este aviso',
  before: (loads, seen, accounts) =>
    `Lo que se muestra se detectó antes de ${loads === 1 ? 'la última carga' : `las últimas ${figure(loads)} cargas`}: se han examinado ${figure(seen)} de ${count(accounts, 'cuenta', 'cuentas')}.`,
  problems: {
    busy: (by, since) =>
      `${by} detecta en esta base de datos desde ${since}, y dos a la vez se estorbarían. Empiece de nuevo cuando termine.`,
    hasEnded: 'Esta detección ha terminado, así que no se puede cancelar.',
    none: (id) => `No existe la detección ${id}.`,
    died: 'El servidor que la ejecutaba ha terminado. No se guardó nada de ella: empiécela de nuevo.',
  },
} satisfies Given<Messages['detections']>;
