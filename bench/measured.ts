/** What was measured at each size: kept part by part, each with the commit it is of, and written as docs/PERFORMANCE.md and docs/SCALING.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { checkout } from '../server/platform/settings/settings.ts';
import { growthPlot } from './growth-plot.ts';
import { performancePage, plotName } from './performance-page.ts';
import { byWhat } from './paper.ts';
import { scalingPage } from './scaling-page.ts';
import { partNames, partSchemas, type PartName, type Parts, type Scale } from './works.ts';

const file = join(import.meta.dirname, 'measured.json');

/** What is kept, by accounts and part, as it was written: a part that an earlier program measured may have another form. */
const keptSchema = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));
type Kept = z.infer<typeof keptSchema>;

/** Puts what was found in the place of what was found before, leaves all else as it is, and writes the pages. */
export async function record<P extends PartName>(
  { accounts, part, busy }: { accounts: number; part: P; busy: number },
  found: Parts[P],
): Promise<void> {
  const kept = keptSchema.parse(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')));
  const by = `${byWhat()}; load average before the start ${busy.toFixed(1)}`;
  const measured = { by, at: new Date().toISOString(), ...found };
  kept[accounts] = { ...kept[accounts], [part]: measured };
  await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
  await writePages(scalesIn(kept));
}

/** From the smallest on; a part of an earlier form is left out. */
export function scalesIn(kept: Kept): Scale[] {
  return Object.entries(kept)
    .map(([accounts, measured]) => {
      const parts = partNames.flatMap((part) => {
        const of = z.object({ by: z.string(), at: z.string(), ...partSchemas[part].shape });
        const read = of.safeParse(measured[part]);
        return read.success ? [[part, read.data]] : [];
      });
      return { accounts: Number(accounts), ...Object.fromEntries(parts) } as Scale;
    })
    .sort((one, other) => one.accounts - other.accounts);
}

export async function measuredScales(): Promise<Scale[]> {
  return scalesIn(keptSchema.parse(JSON.parse(await readFile(file, 'utf8'))));
}

export async function writePages(scales: readonly Scale[]): Promise<void> {
  const docs = join(checkout, 'docs');
  await writeFile(join(docs, 'PERFORMANCE.md'), performancePage(scales));
  const scaling = scalingPage(scales);
  if (scaling === null) return;
  await writeFile(join(docs, plotName), growthPlot(scales));
  await writeFile(join(docs, 'SCALING.md'), scaling);
}
