/** Each reads the importer that it needs, and no other. */
import { messages } from '../../../../domain/messages/index.ts';
import type { AmlsimOptions } from '../../../ingest/importers/amlsim.ts';
import type { OfacOptions } from '../../../ingest/importers/ofac.ts';
import { print, printJson } from './print.ts';

const text = messages.load;

interface Options {
  out: string;
  json?: true;
}

export async function ofac(source: string, options: Options & OfacOptions): Promise<void> {
  const { importOfac } = await import('../../../ingest/importers/ofac.ts');
  tell(await importOfac(source, options.out, options), options, text.ofac.summary);
}

export async function bitcoinOtc(source: string, options: Options): Promise<void> {
  const { importBitcoinOtc } = await import('../../../ingest/importers/bitcoin-otc.ts');
  tell(await importBitcoinOtc(source, options.out), options, text.bitcoinOtc.summary);
}

export async function amlsim(source: string, options: Options & AmlsimOptions): Promise<void> {
  const { importAmlsim } = await import('../../../ingest/importers/amlsim.ts');
  tell(await importAmlsim(source, options.out, options), options, text.amlsim.summary);
}

export async function mispWarninglist(sources: string[], options: Options): Promise<void> {
  const { importMispWarninglists } = await import('../../../ingest/importers/misp-warninglist.ts');
  tell(await importMispWarninglists(sources, options.out), options, text.misp.summary);
}

export async function followthemoney(
  source: string,
  options: Options & { list?: string },
): Promise<void> {
  const { importFollowTheMoney } = await import('../../../ingest/importers/followthemoney.ts');
  const made = await importFollowTheMoney(source, options.out, options);
  tell(made, options, text.followthemoney.summary);
}

export async function stix(source: string, options: Options & { list?: string }): Promise<void> {
  const { importStix } = await import('../../../ingest/importers/stix.ts');
  tell(await importStix(source, options.out, options), options, text.stix.summary);
}

function tell<Made>(made: Made, { json }: Options, summary: (made: Made) => string): void {
  if (json) printJson(made);
  else print(summary(made));
}
