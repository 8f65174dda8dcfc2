import { z } from 'zod';
import { detectionSchema } from '../detection.ts';
import { listOf, none, page, type Route } from './route.ts';

const one = z.object({ detection: z.string() });

/** Detection begun by a person: all detectors over all that is loaded, as `skein detect` does. */
export const detectionRoutes = {
  beginDetection: {
    method: 'post',
    path: '/detections',
    about:
      'Runs the detectors over what is loaded and answers at once, while they run; answers 409, saying who, while another run detects',
    shows: null,
    may: 'work',
    unseen: 'masked',
    params: none,
    query: none,
    answer: detectionSchema,
  },
  detections: {
    method: 'get',
    path: '/detections',
    about: 'Detections that people began, latest first: how far they are, or how they ended',
    shows: null,
    may: 'look',
    unseen: 'masked',
    params: none,
    query: z.object(page),
    answer: listOf(detectionSchema),
  },
  detection: {
    method: 'get',
    path: '/detections/{detection}',
    about: 'One of them',
    shows: null,
    may: 'look',
    unseen: 'masked',
    params: one,
    query: none,
    answer: detectionSchema,
  },
  cancelDetection: {
    method: 'post',
    path: '/detections/{detection}/cancel',
    about:
      'Ends a detection before its next step, with nothing of it stored; answers 409 when it has ended',
    shows: null,
    may: 'work',
    unseen: 'masked',
    params: one,
    query: none,
    answer: detectionSchema,
  },
} as const satisfies Record<string, Route>;
