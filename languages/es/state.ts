import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';

export const stateMessages = {
  unreachable: 'Skein no responde. Quizá se detuvo: vuelva a iniciarlo con `npm start`.',
  offline: 'Skein no responde.',
  offlineHint: 'Lo que hay en pantalla se conserva. Se reintenta cada pocos segundos.',
  databaseAway: 'La base de datos no responde.',
  databaseAwayHint: 'Lo que hay en pantalla se conserva. Esta página continúa sola cuando vuelva.',
  back: 'Conectado de nuevo.',
  failed: 'Esto no se pudo mostrar.',
  retry: 'Reintentar',
  showMasked: 'Mostrar indicando un motivo',
  loading: 'Cargando…',
  crashed: 'La página se ha detenido.',
  crashedHint: 'No se ha perdido nada: el grafo está en la base de datos. Recargue para continuar.',
  reload: 'Recargar',
  emptyTitle: 'Aún no hay datos cargados',
  emptyHint: 'Tres maneras de empezar. Esta página continúa sola.',
  sampleTitle: 'Ver la muestra',
  emptySample:
    'Acompaña a Skein y lo enseña todo: inscripciones reales y, a su alrededor, una plataforma ficticia.',
  ownTitle: 'Soltar sus archivos',
  emptyOwn:
    'Archivos CSV, sobre esta página o en «Datos». Usted relaciona sus columnas, ve qué se rechazaría y los carga.',
  connectTitle: 'Conectar una base de datos',
  connect:
    'Un Neo4j suyo, 5.26 o posterior, en lugar del local. Skein se inicia de nuevo con su dirección:',
  noRunTitle: 'Cargado, pero aún sin detectar',
  noRunHint: 'Ejecute los detectores sobre lo cargado; esta página continúa sola.',
} satisfies Given<Messages['page']['state']>;
