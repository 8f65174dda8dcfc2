import { generate } from '../worlds/shipped/generate.ts';
import type { Progress } from '../server/platform/progress.ts';
import { writeFourthWorld } from '../worlds/fourth/world.ts';
import { writeSecondWorld } from '../worlds/held-out/world.ts';
import { writeThirdWorld } from '../worlds/third/world.ts';

/** Seeds of the worlds that are reported. */
export const reportedSeeds = [1, 2, 3, 4, 5] as const;

/** What writes a labelled world of so many accounts, from a seed. */
export interface WorldMaker {
  name: string;
  write: (options: { accounts: number; seed: number; folder: string }) => void | Promise<void>;
}

export interface Generator extends WorldMaker {
  /** Who wrote it, and what was set on it. */
  about: string;
  /** Seeds of the worlds on which weights are fitted; none of them is reported. */
  trainingSeeds: readonly number[];
}

/**
 * Four hands with four sets of assumptions: what holds in all of their worlds is likelier to hold on a platform
 * that nobody has seen. The second is kept apart: nobody looks at its cases, and nothing is fitted on it.
 */
export function generators(progress: Progress): Generator[] {
  return [
    {
      name: 'first',
      write: (options) => void generate(options, progress),
      about:
        'The shipped generator (`skein generate`), whose authors also wrote the detectors; weights were fitted on other seeds of it.',
      trainingSeeds: [101, 102, 103, 104],
    },
    {
      name: 'second',
      write: writeSecondWorld,
      about:
        'An independent generator with other assumptions (`worlds/held-out`), by somebody who saw no detector; nothing was fitted on it, and its cases were not looked at. It was mended once, where a supervised model showed that nobody could have told rings from others: routes of money are tried out by all who have one, and forged papers bear marks of their forger.',
      trainingSeeds: [],
    },
    {
      name: 'third',
      write: writeThirdWorld,
      about:
        'A generator by somebody who saw no detector (`worlds/third`): households, employers, machines and where money really goes, with shares and missing columns drawn anew for each world. Weights were fitted on other seeds of it, and detectors were mended after looking at its cases.',
      trainingSeeds: [101, 102, 103],
    },
    {
      name: 'fourth',
      write: writeFourthWorld,
      about:
        'A generator by another who saw no detector (`worlds/fourth`), made as an examination: each piece of evidence is usual among the honest, the combination alone tells. Weights were fitted on other seeds of it.',
      trainingSeeds: [101, 102, 103],
    },
  ];
}

export function generatorNamed(name: string, progress: Progress): Generator {
  return generators(progress).find((generator) => generator.name === name)!;
}
