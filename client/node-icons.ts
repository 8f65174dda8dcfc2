import type { Plugin } from 'vite';
import { lookMarks } from '../domain/drawing/look-marks.ts';
import { nodeTypes } from '../domain/schema/graph.ts';

const module = 'virtual:node-icons';

/**
 * The icons that the node types and the marks of rules name, and no others: what the page brings of Tabler's thousands follows from the
 * declarations. What the module holds stands in `client/src/vite-env.d.ts`.
 */
export function nodeIcons(): Plugin {
  return {
    name: 'node-icons',
    resolveId: (id) => (id === module ? `\0${module}` : undefined),
    load: (id) => (id === `\0${module}` ? source() : undefined),
  };
}

function source(): string {
  const marks = Object.values(lookMarks).map(({ icon }) => icon);
  const names = [...new Set([...nodeTypes.map(({ icon }) => icon), ...marks])];
  return [
    ...names.map(
      (name) =>
        `import ${name}, { __iconNode as strokesOf${name} } from '@tabler/icons-react/icons/${name}';`,
    ),
    `export const icons = { ${names.join(', ')} };`,
    `export const strokes = { ${names.map((name) => `${name}: strokesOf${name}`).join(', ')} };`,
  ].join('\n');
}
