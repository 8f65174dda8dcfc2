import type { WeighedSum } from '../../calibration.ts';
import { count } from './typography.ts';

const day = (at: string) => at.slice(0, 10);

const sums: Record<WeighedSum, string> = {
  link: 'links',
  account: 'accounts',
  group: 'groups',
  cluster: 'clusters',
};

/** What a person reads of: weights estimated anew from what was decided, and which are in force. */
export const calibrationMessages = {
  problems: {
    nothingDecided:
      'Nothing has been confirmed or dismissed yet, so there is nothing to learn from. Decide of findings and clusters in the queue first.',
    overtaken: (by: string, at: string) =>
      by === ''
        ? 'Nobody has changed the weights yet: they are at revision 0.'
        : `${by} changed the weights on ${day(at)} meanwhile. Read them again, and calibrate on what they are now.`,
    justOvertaken: 'Another person has changed the weights at this moment. Read them again.',
    nothing: 'These weights are in force already.',
    noRevision: (revision: number) => `There is no revision ${revision} of the weights.`,
    notEstimated: (trial: string) =>
      `The trial ${trial} has estimated no weights: name one of \`skein calibrate\` that is done.`,
    ownTrial: (trial: string) =>
      `You have begun the trial ${trial} yourself: another person must put its weights in force.`,
    otherProgram: (trial: string) =>
      `The trial ${trial} was made by a version of Skein that ships other weights. Run \`skein calibrate\` again.`,
  },
  sums,
  command: {
    about:
      'estimate weights, priors and the threshold anew from what was confirmed and dismissed here, and say what would change; nothing changes by itself',
    history: 'print every change of the weights, the one in force first',
    activate: 'put the weights of somebody else’s calibration in force from the next run on',
    back: 'bring back the weights that were in force before',
    trial: 'id of the calibration',
    to: 'the revision to go back to, 0 for what is shipped; the one before when left out',
    head: (confirmed: number, dismissed: number) =>
      `Estimated from ${count(confirmed, 'confirmation', 'confirmations')} and ${count(dismissed, 'dismissal', 'dismissals')}, drawn to the weights that come with Skein`,
    columns: ['weight', 'in force', 'then', '95 % within', 'decisions'],
    group: (sum: string, moved: number) => `Of ${sum}, ${moved} would move:`,
    within: (low: number, high: number) => `${low.toFixed(2)} to ${high.toFixed(2)}`,
    unmoved: (spoken: number) =>
      `${count(spoken, 'weight that decisions speak of', 'weights that decisions speak of')} would stay as they are; --json has them.`,
    none: 'No weight would move.',
    next: (trial: string) =>
      `For another person to put in force: skein calibrate activate ${trial} --why …`,
    line: (revision: number, at: string, by: string, changed: number, why: string) =>
      `${revision}  ${at.slice(0, 16).replace('T', ' ')}  ${by}: ${changed === 0 ? 'as shipped' : `${count(changed, 'weight', 'weights')} other than shipped`} – ${why}`,
    after: (trial: string, by: string) => `     after the calibration ${trial} by ${by}`,
    noHistory: 'All weights are as shipped, and have been.',
    done: (revision: number) =>
      `Revision ${revision} of the weights is in force from the next run on.`,
  },
} as const;
