/** The chain of all homes, as the database has it, for `skein audit`. */
import type { AuditCheck } from '../../../../domain/audit.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { localStatus } from '../../../graph/neo4j/local-status.ts';
import { checkAnchored } from '../../../operations/audit/check-anchored.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { Problem, UsageError } from '../../../platform/problems.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { remark } from './print.ts';

const says = messages.audit.command;

/**
 * Null where it is left out or cannot be asked, which is said: the log of a home is verified without it. A local one is not
 * started for that. Throws UsageError where anchors are to be held to a chain that is not asked for.
 */
export async function askDatabase(
  settings: Settings,
  { asked, anchors }: { asked: boolean; anchors: readonly string[] },
): Promise<AuditCheck | null> {
  if (!asked && anchors.length > 0) throw new UsageError(says.needed);
  if (!asked) return null;
  if (!settings.neo4j) {
    const { state, exists } = await localStatus(settings.home);
    if (state !== 'running') {
      if (exists) remark(says.notAsked(says.stopped));
      return null;
    }
  }
  const progress = terminalProgress();
  const open = await openDatabase(settings, progress).catch((error: unknown) => {
    if (!(error instanceof Problem) || anchors.length > 0) throw error;
    remark(says.notAsked(error.message));
    return null;
  });
  progress.end();
  if (!open) return null;
  try {
    return await checkAnchored(open.database, settings, anchors);
  } finally {
    await open.close();
  }
}

/** What a person reads of it. */
export function chainLines({ whole, entries, head, logs, faults, anchors }: AuditCheck): string {
  const held = anchors.filter(({ holds }) => holds).length;
  const first = whole
    ? [says.whole(entries, logs.length, head ?? '')]
    : [says.broken(faults.length), ...faults.map(({ kind, detail }) => `  ${kind}: ${detail}`)];
  return [...first, says.anchors(anchors.length, held)].join('\n');
}
