import type { WeighedSum } from '../../calibration.ts';
import { count } from './typography.ts';

const sums: Record<WeighedSum, string> = {
  link: 'Links of two accounts',
  account: 'Single accounts',
  group: 'Groups',
  cluster: 'Clusters',
};

/** What the page says of: weights estimated anew from what was decided here. */
export const calibrationPageMessages = {
  title: 'Weights learned from decisions',
  about:
    'Weights, priors and the threshold are estimated anew from what was confirmed and dismissed here, drawn to those that come with Skein: few decisions, or all of one kind, change little. It is a trial beside the latest run, which stays as it is.',
  calibrate: 'Estimate',
  from: (confirmed: number, dismissed: number) =>
    `From ${count(confirmed, 'confirmation', 'confirmations')} and ${count(dismissed, 'dismissal', 'dismissals')}.`,
  moved: 'Weights that would move',
  none: 'No weight would move.',
  unmoved: (spoken: number) =>
    `${count(spoken, 'weight', 'weights')} that decisions speak of would stay as they are.`,
  weight: 'weight',
  inForce: 'in force',
  then: 'then',
  within: '95 % within',
  decisions: 'decisions',
  range: (low: string, high: string) => `${low} to ${high}`,
  sums,
  prior: 'before any evidence',
  against: (explanation: string) => `before any evidence, against: ${explanation}`,
  /** Its title, and what the weight is for. */
  ofDetector: (detector: string, as: string) => `${detector}: ${as}`,
  others: 'all others',
  judged: 'what an analyst has judged of the two',
  least: 'score from which it is believed',
  waiting: 'For another person to put in force',
  waitingAbout: (by: string, when: string) =>
    `Estimated by ${by}, ${when}. Whoever did cannot put it in force.`,
  show: 'Show what would change',
  putNews: 'The weights are in force from the next detection run on.',
  back: 'Bring back the ones before',
  backNews: 'The weights from before are in force from the next detection run on.',
  history: 'Changes of the weights',
  noHistory: 'All weights are as shipped, and have been.',
  changed: (weights: number) =>
    weights === 0 ? 'all as shipped' : `${count(weights, 'weight', 'weights')} other than shipped`,
  afterTrial: (by: string) => `estimated by ${by}`,
} as const;
