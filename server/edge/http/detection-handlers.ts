import type { detectionRoutes } from '../../../domain/api/detections.ts';
import { actor } from '../../platform/access/actor.ts';
import {
  cancelDetection,
  detectionById,
  listDetections,
} from '../../operations/detections/detection-store.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers } from './served.ts';

/** Detection begun by a person. */
export const detectionHandlers: Pick<Handlers, keyof typeof detectionRoutes> = {
  beginDetection: ({ database, detections, settings: { home } }) =>
    detections.begin(database, { home, by: actor(), now: new Date().toISOString() }),

  detections: async ({ database }, { query: { cursor, limit } }) => {
    const { mark } = readCursor(cursor);
    const found = await listDetections(database, limit + 1, mark || null);
    return pageOf(found, limit, (last) => ({ mark: last.id, after: null }));
  },

  detection: ({ database }, { params }) => detectionById(database, params.detection),

  cancelDetection: ({ database }, { params }) =>
    cancelDetection(database, params.detection, { by: actor(), now: new Date().toISOString() }),
};
