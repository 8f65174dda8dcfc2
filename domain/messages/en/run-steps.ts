const number = (n: number) => n.toLocaleString('en');

const were = (n: number) => (n === 1 ? 'was' : 'were');

/** How much of each step a run over what changed went through. */
export const runStepsMessages = {
  kept: 'nothing that it reads has changed: as in the run before',
  /** Tables in which rows of one type stand, for what detectors count; of a run that used what an earlier one had kept. */
  columns: ({ kept, renewed, read }: { kept: number; renewed: number; read: number }) =>
    `Of the tables that detectors count over, ${number(kept)} ${were(kept)} as an earlier run had kept them, ${number(renewed)} ${were(renewed)} so but for what was written since, and ${number(read)} ${were(read)} read from the graph.`,
  /** Cases: accounts, machines, addresses, pairs, as the detector counts them. */
  groups: (asked: number, all: number) =>
    `asked about ${number(asked)} of ${number(all)} ${all === 1 ? 'case' : 'cases'}; the rest as in the run before`,
};
