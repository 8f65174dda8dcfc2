import { describe, expect, it } from 'vitest';
import { computedInThread } from '../../server/platform/computing-thread.ts';

const module = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);
const imports = "import { parentPort, workerData } from 'node:worker_threads';";

describe('a thread that computes', () => {
  it('answers with what it makes of the input', async () => {
    const doubling = module(
      `${imports} parentPort.postMessage(workerData.input.map((n) => 2 * n));`,
    );
    expect(await computedInThread<number[]>(doubling, [1, 2])).toEqual([2, 4]);
  });

  it('says what it failed of, and when it ended without an answer', async () => {
    const failing = module("throw new Error('a defect');");
    await expect(computedInThread(failing, null)).rejects.toThrow('a defect');
    await expect(computedInThread(module('process.exit(3);'), null)).rejects.toThrow(
      'The thread ended with 3.',
    );
  });
});
