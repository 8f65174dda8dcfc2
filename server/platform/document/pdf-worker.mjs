/** A thread of its own that sets one PDF: a long report takes seconds, in which the server must go on answering. */
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** @type {{ main: string, workspace: string, fonts: string[], files: Map<string, string> }} */
const { main, workspace, fonts, files } = workerData;

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts }] });
for (const [name, text] of files) compiler.mapShadow(`${workspace}/${name}`, Buffer.from(text));
const outcome = compiler.compile({ mainFilePath: `${workspace}/${main}` });
if (outcome.result) parentPort?.postMessage({ pdf: compiler.pdf(outcome.result) });
else {
  const error = outcome.takeError();
  parentPort?.postMessage({ problem: error && compiler.fetchDiagnostics(error) });
}
// What it remembers belongs to the process and would stay after this thread.
compiler.evictCache(0);
