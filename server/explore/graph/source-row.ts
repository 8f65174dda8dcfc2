import { loadQuery } from '../../../cypher/load-query.ts';
import type { SourceRow } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/index.ts';
import { textForms } from '../../ingest/load/load-store.ts';
import { readSourceRow } from '../../ingest/load/source-store.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';

/** A row of a loaded file, word for word. Throws NotFoundError for a file that was never loaded here. */
export async function sourceRow(
  database: Database,
  settings: Settings,
  sha256: string,
  line: number,
): Promise<SourceRow> {
  const [found] = await database.read<{ file: string }>(loadQuery('explore/source_file'), {
    sha256,
  });
  if (!found) throw new NotFoundError(messages.http.noSource(sha256));
  const forms = await textForms(database);
  return readSourceRow(settings, { file: found.file, sha256, line }, forms.get(sha256));
}
