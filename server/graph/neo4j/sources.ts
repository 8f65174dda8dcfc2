import type { Source } from '../../../domain/finding.ts';
import type { Database } from './database.ts';

interface SourceFile {
  ref: string;
  file: string;
  sha256: string;
}

/** Reads `<ref>:<line>`, as `_sources` holds it, into file, digest and line. The files are read once. */
export async function sourceResolver(database: Database): Promise<(source: string) => Source> {
  const files = await database.read<SourceFile>(
    'MATCH (s:SkeinSourceFile) RETURN s.ref AS ref, s.file AS file, s.sha256 AS sha256',
  );
  const byRef = new Map(files.map((file) => [file.ref, file]));
  return (source) => {
    const colon = source.lastIndexOf(':');
    const file = byRef.get(source.slice(0, colon));
    if (!file) throw new Error(`No loaded file has the reference in ${source}.`);
    return { file: file.file, sha256: file.sha256, line: Number(source.slice(colon + 1)) };
  };
}
