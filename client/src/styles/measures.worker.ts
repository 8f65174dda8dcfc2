/** Measures beside the page's own thread: of thousands of things some take seconds. */
import { measured, type DrawnPairs } from './measures.ts';
import type { Measure } from './fields.ts';

export interface MeasureTask {
  pairs: DrawnPairs;
  measures: readonly Measure[];
}

export type MeasureResult = readonly (readonly [Measure, Float64Array])[];

self.onmessage = ({ data: { pairs, measures } }: MessageEvent<MeasureTask>) => {
  const found: MeasureResult = measures.map((one) => [one, measured(one, pairs)]);
  self.postMessage(found, { transfer: found.map(([, values]) => values.buffer) });
};
