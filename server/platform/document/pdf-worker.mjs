/** A process of its own that sets one PDF: a long report takes seconds and much memory, and the server must go on answering. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** It ends when who asked lets go of it: ending by itself, it could be gone before its answer is read. */
process.on(
  'message',
  /** @param {{ main: string, workspace: string, fonts: string[], files: Map<string, string> }} given */
  (given) => process.send?.(outcomeOf(given)),
);

/** @param {{ main: string, workspace: string, fonts: string[], files: Map<string, string> }} given */
function outcomeOf({ main, workspace, fonts, files }) {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts }] });
  for (const [name, text] of files) compiler.mapShadow(`${workspace}/${name}`, Buffer.from(text));
  const outcome = compiler.compile({ mainFilePath: `${workspace}/${main}` });
  if (outcome.result) return { pdf: compiler.pdf(outcome.result) };
  const error = outcome.takeError();
  return { problem: error && compiler.fetchDiagnostics(error) };
}
