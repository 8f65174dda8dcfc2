import { messages } from '../../../../domain/messages/index.ts';
import { agingFiles } from '../../../../domain/retention.ts';
import { applyRules, wouldAge } from '../../../operations/retention/apply-rules.ts';
import { noteAging } from '../../../operations/retention/aging-store.ts';
import {
  readRetention,
  readRules,
  retentionFilePath,
} from '../../../operations/retention/rules.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { print, printJson } from './print.ts';
import { withDatabase } from './with-database.ts';

const says = messages.retention.rules;

export async function show({ json }: { json?: true }): Promise<void> {
  const settings = readSettings();
  const { rules, at, timezone } = await readRetention(settings);
  const file = retentionFilePath(settings);
  const table = agingFiles.map((name) => ({ file: name, days: rules[name] ?? null }));
  if (json) printJson({ file, rules: table, at, timezone });
  else if (Object.keys(rules).length === 0) print(says.none(file, agingFiles));
  else {
    const lines = table.map((one) => says.line(one.file, one.days));
    print([says.shown(file), ...lines, says.when(at, timezone)].join('\n'));
  }
}

export async function apply({ dry, json }: { dry?: true; json?: true }): Promise<void> {
  const settings = readSettings();
  const rules = await readRules(settings);
  if (Object.keys(rules).length === 0) {
    if (json) printJson({ files: [] });
    else print(says.nothing);
    return;
  }
  await withDatabase(async (database) => {
    const now = new Date();
    const files = dry
      ? await wouldAge({ database, rules, now })
      : await applyRules({
          database,
          rules,
          now,
          home: settings.home,
          progress: terminalProgress(),
        });
    if (!dry) await noteAging(database, { begun: now, ended: new Date() }, files);
    if (json) printJson({ dry: dry === true, files });
    else
      for (const { file, removed, kept, before } of files) {
        const day = before.slice(0, 10);
        print(dry ? says.would(file, removed, kept, day) : says.applied(file, removed, kept, day));
      }
  });
}
