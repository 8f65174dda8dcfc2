/**
 * What a person asks is answered of the data alone. The program's own nodes have labels that a query may not name, and no relation: so a query
 * comes to them only where it looks for nodes of any label, and there it is made to look for the data's.
 */
import { nodeTypes } from '../../../domain/schema/graph.ts';
import type { Unlabelled } from './node-patterns.ts';

/** The truth that detectors are measured by lies outside the graph. */
export const dataLabels: readonly string[] = [
  ...new Set(nodeTypes.filter(({ type }) => type !== 'label').map(({ label }) => label)),
];

const anyOfTheData = dataLabels.join('|');

/** The query with the data's labels for all that name none; lines stay as they are. */
export function ofTheDataAlone(text: string, patterns: readonly Unlabelled[]): string {
  const puts = patterns.flatMap(({ begin, end }) =>
    begin === null
      ? [{ at: end, put: `:${anyOfTheData}` }]
      : [
          { at: begin, put: '(' },
          { at: end, put: `)&(${anyOfTheData})` },
        ],
  );
  return puts
    .sort((one, other) => other.at - one.at)
    .reduce((said, { at, put }) => said.slice(0, at) + put + said.slice(at), text);
}
