import { table } from '../server/edge/docs/table.ts';
import type { CatalogueEntry } from '../server/detection/catalogue/catalogue.ts';
import type { Weights } from '../server/detection/weights/weights.ts';
import { fixed, mean, percent, share } from './figures.ts';
import { measureWorld } from './measure.ts';
import type { Share, WorldScore } from './score.ts';
import { learnedWeights, queueOrders, wrongShare, type QueueOrder } from './simulated-analyst.ts';
import type { World } from './world.ts';

/** What is left to learn after so many decisions of one analyst. */
const checkpoints = [0, 20, 50, 100, 200];

interface Step {
  order: QueueOrder;
  /** Asked for; the queue may have had less to ask. */
  after: number;
  /** Of each world: what was decided in it, and how detection does there then. */
  there: { decisions: number; score: WorldScore }[];
  /** How detection does with those weights in another world, in which nothing was decided. */
  elsewhere: WorldScore[];
}

/**
 * What learning from decisions is worth: in each world an analyst decides by its labels, and what comes of it is measured
 * there, and in the next of the worlds, in which nobody decided anything. Nothing that is shipped was fitted on them.
 */
export function learningPage(
  worlds: readonly World[],
  detectors: readonly CatalogueEntry[],
  shipped: Weights,
): string[] {
  const steps = queueOrders.flatMap((order) => stepsOf(order, worlds, detectors, shipped));
  return [
    '## Learned from a platform’s own decisions',
    `Worlds of the second generator, on which nothing was fitted and which nobody looked at. An analyst goes through the queue and answers by the labels: a finding or a cluster is confirmed if one ring has at least half of its accounts; ${Math.round(wrongShare * 100)} % of the answers, drawn from a fixed seed, are wrong. After each number of decisions the weights are estimated by the code of \`skein calibrate\` and put in force, and the queue is made anew. *Here* is the world that was decided in; *elsewhere* another of the same generator, in which nothing was decided, under the weights learned here.`,
    'The queue asks in the order of scores, as it does by itself, or what is least settled first (the largest p(1 − p)).',
    table(
      [
        'order',
        'decisions',
        'AP here',
        'false clusters',
        'rings',
        'AP elsewhere',
        'false clusters',
        'rings',
      ],
      steps.map(({ order, after, there, elsewhere }) => [
        orderSays[order],
        decided(after, there),
        ...figures(there.map(({ score }) => score)),
        ...figures(elsewhere),
      ]),
    ),
    `We aim to lose half of what is lost of AP after ${aimedAfter} decisions; of ${queueOrders.map((order) => goneBy(order, steps)).join(', of ')} was gone.`,
  ];
}

const aimedAfter = 100;

/** How much of what is lost of AP in the world that was decided in. */
function goneBy(order: QueueOrder, steps: readonly Step[]): string {
  const lost = (after: number) => {
    const step = steps.find((one) => one.order === order && one.after === after)!;
    return 1 - mean(step.there.map(({ score }) => score.ap));
  };
  return `“${orderSays[order]}” ${percent(lost(0) - lost(aimedAfter), lost(0))}`;
}

const orderSays: Record<QueueOrder, string> = {
  score: 'highest score first',
  doubt: 'least settled first',
};

function stepsOf(
  order: QueueOrder,
  worlds: readonly World[],
  detectors: readonly CatalogueEntry[],
  shipped: Weights,
): Step[] {
  const learned = worlds.map((world, at) =>
    learnedWeights(world, { detectors, shipped, order, after: checkpoints, seed: at + 1 }),
  );
  const scoreIn = (world: World, weights: Weights) => measureWorld(world, detectors, weights).score;
  return checkpoints.map((after, step) => ({
    ...{ order, after },
    there: worlds.map((world, at) => {
      const { decisions, weights } = learned[at]![step]!;
      return { decisions, score: scoreIn(world, weights) };
    }),
    elsewhere: worlds.map((_, at) =>
      scoreIn(worlds[(at + 1) % worlds.length]!, learned[at]![step]!.weights),
    ),
  }));
}

/** Where the queue of some world had less to ask, how many there were on average. */
function decided(after: number, there: Step['there']): string {
  const on = mean(there.map(({ decisions }) => decisions));
  return on === after ? String(after) : `${after} (${on.toFixed(0)} there were to ask)`;
}

function figures(scores: readonly WorldScore[]): string[] {
  return [
    fixed(mean(scores.map(({ ap }) => ap))),
    share(added(scores.map(({ falseClusters }) => falseClusters))),
    share(added(scores.map(({ rings }) => rings))),
  ];
}

function added(shares: readonly Share[]): Share {
  return shares.reduce((sum, { hit, of }) => ({ hit: sum.hit + hit, of: sum.of + of }), {
    hit: 0,
    of: 0,
  });
}
