const number = (n: number) => n.toLocaleString('en');

/** How much of each step a run over what changed went through. */
export const runStepsMessages = {
  kept: 'nothing that it reads has changed: as in the run before',
  /** Cases: accounts, machines, addresses, pairs, as the detector counts them. */
  groups: (asked: number, all: number) =>
    `asked about ${number(asked)} of ${number(all)} ${all === 1 ? 'case' : 'cases'}; the rest as in the run before`,
};
