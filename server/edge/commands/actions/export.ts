import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { maskKinds, type MaskKind } from '../../../../domain/schema/masks.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { writeBundle, type BundleRequest } from '../../../evidence/bundle/bundle.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { UsageError } from '../../../platform/problems.ts';
import { inOwnFile } from '../../../platform/own-file.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { readAsked, type ScopeOptions } from './asked-scope.ts';
import { print, printJson } from './print.ts';

interface Options extends ScopeOptions {
  out: string;
  mask?: string;
  reason?: string;
  case?: string;
  authority?: string;
  withNarrative?: true;
  json?: true;
}

export async function exportBundle(options: Options): Promise<void> {
  if (options.decided !== undefined && !options.withNarrative)
    throw new UsageError(messages.evidence.decidedOfNarrative);
  const narrative = options.withNarrative ?? false;
  const request: BundleRequest = {
    ...readAsked(options),
    narrative,
    masks: readMasks(options.mask),
    reason: options.reason ?? null,
    case_number: options.case ?? null,
    authority: options.authority ?? null,
  };
  const settings = readSettings();
  const out = resolve(options.out);
  const progress = terminalProgress();
  const opened = await openDatabase(settings, progress);
  try {
    if (narrative) process.stderr.write(`${messages.evidence.withNarrative}\n`);
    progress.step(messages.evidence.step);
    await mkdir(dirname(out), { recursive: true });
    const written = await inOwnFile(out, (unfinished) =>
      writeBundle(opened.database, settings, request, () =>
        createWriteStream(unfinished, { mode: 0o600 }),
      ),
    );
    if (options.json) printJson({ file: out, ...written });
    else print(messages.evidence.exported(options.out, written.files, written.payload_digest));
  } finally {
    progress.end();
    await opened.close();
  }
}

function readMasks(kinds = ''): MaskKind[] {
  const asked = kinds.split(',').map((kind) => kind.trim());
  return asked.flatMap((asked) => {
    if (asked === '') return [];
    const kind = maskKinds.find((known) => known === asked);
    if (!kind) throw new UsageError(messages.masks.unknown(asked, maskKinds));
    return [kind];
  });
}
