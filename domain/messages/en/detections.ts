import type { DetectionStep } from '../../detection.ts';

const figure = (n: number) => n.toLocaleString('en');

/** Detection that a person begins on the page, and what the page says when it shows less than is loaded. */
export const detectionsMessages = {
  title: 'Detection',
  button: 'Detect',
  underWay: 'Detecting …',
  again: 'Try again',
  begins: 'Detection has begun.',
  running: (by: string) => `Detecting, asked for by ${by}`,
  step: ({ phase, done, total }: DetectionStep, what: string) => {
    const at = {
      begin: 'preparing',
      derive: `inferring what the detectors need (${what})`,
      detect: what,
      judge: 'joining links, groups and clusters',
      store: 'storing the run',
    }[phase];
    return `Step ${figure(Math.min(done + 1, total))} of ${figure(total)}: ${at}`;
  },
  progress: 'Progress of the detection',
  cancel: 'Cancel the detection',
  cancelling: (by: string) => `Cancelled by ${by}: it ends after this step.`,
  done: (findings: number, clusters: number) =>
    `Detected: ${figure(findings)} ${findings === 1 ? 'finding' : 'findings'}, ${figure(clusters)} ${clusters === 1 ? 'cluster' : 'clusters'}.`,
  failed: (why: string) => `The detection failed: ${why}`,
  cancelled: (by: string) => `The detection was cancelled by ${by}. Nothing of it was stored.`,
  close: 'Close this note',
  before: (loads: number, seen: number, accounts: number) =>
    `What is shown was detected before ${loads === 1 ? 'the latest load' : `the latest ${figure(loads)} loads`}: ${figure(seen)} of ${figure(accounts)} ${accounts === 1 ? 'account has' : 'accounts have'} been looked at.`,
  problems: {
    busy: (by: string, since: string) =>
      `${by} has been detecting in this database since ${since}, and two at once would spoil each other’s work. Begin again when that has ended.`,
    hasEnded: 'This detection has ended, so it cannot be cancelled.',
    none: (id: string) => `There is no detection ${id}.`,
    died: 'The server that ran it has ended. Nothing of it was stored: begin it again.',
  },
} as const;
