import type { Source } from '../../../domain/finding.ts';
import type { Database } from './database.ts';

interface SourceFile {
  ref: string;
  file: string;
  sha256: string;
}

/** Reads `<ref>:<line>`, as `_sources` holds it, into file, digest and line. */
export type SourceOf = (source: string) => Source;

/** Of whatever any loaded file says: all of them are read, of which years of loads leave many. */
export async function sourceResolver(database: Database): Promise<SourceOf> {
  return reader(
    await database.read<SourceFile>(
      'MATCH (s:SkeinSourceFile) RETURN s.ref AS ref, s.file AS file, s.sha256 AS sha256',
    ),
  );
}

/** Of these sources alone, so that it costs what they cost and not what was ever loaded. */
export async function sourcesAmong(
  database: Database,
  sources: Iterable<string>,
): Promise<SourceOf> {
  const refs = new Set<string>();
  for (const source of sources) refs.add(refOf(source));
  if (refs.size === 0) return reader([]);
  return reader(
    await database.read<SourceFile>(
      `UNWIND $refs AS ref MATCH (s:SkeinSourceFile {ref: ref})
       RETURN s.ref AS ref, s.file AS file, s.sha256 AS sha256`,
      { refs: [...refs] },
    ),
  );
}

function reader(files: readonly SourceFile[]): SourceOf {
  const byRef = new Map(files.map((file) => [file.ref, file]));
  return (source) => {
    const file = byRef.get(refOf(source));
    if (!file) throw new Error(`No loaded file has the reference in ${source}.`);
    return {
      file: file.file,
      sha256: file.sha256,
      line: Number(source.slice(source.lastIndexOf(':') + 1)),
    };
  };
}

function refOf(source: string): string {
  return source.slice(0, source.lastIndexOf(':'));
}
