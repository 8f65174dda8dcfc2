import { messages } from '../../../domain/messages/index.ts';
import { formatOf } from '../load/table.ts';
import { UsageError } from '../../platform/problems.ts';

const text = messages.intake.upload;
/** Less than file systems allow, with room for what the loader adds to it. */
const longest = 200;

/** The name under which a sent file is kept: its own. Throws UsageError for one that is more than a name. */
export function safeName(name: string): string {
  const refused = (problem: string) => new UsageError(problem, [{ where: 'params.name', problem }]);
  // eslint-disable-next-line no-control-regex
  if (/[/\\]|[\u0000-\u001f\u007f]/.test(name) || name.startsWith('.')) throw refused(text.badName);
  if (Buffer.byteLength(name) > longest) throw refused(text.longName(longest));
  if (/\.(xlsx?|ods|numbers)$/i.test(name)) throw refused(text.spreadsheet);
  if (!formatOf(name)) throw refused(text.noTable);
  return name;
}
