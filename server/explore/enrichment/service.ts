import { enrichmentLimits } from '../../../domain/enrichment.ts';
import { messages } from '../../../domain/messages/index.ts';
import { NotAllowedError, UnavailableError } from '../../platform/problems.ts';
import { allowListPath, readAllowList, type Allowing } from '../../platform/reach/allow-list.ts';
import { isNamed } from '../../platform/reach/hosts.ts';
import { NotReachable, requestWithin } from '../../platform/reach/request.ts';

const text = messages.enrichment;

/**
 * Asks a service of the house, where the operator allows its host; redirections are not followed. Throws NotAllowedError
 * and UnavailableError.
 */
export async function answerOfService(
  title: string,
  address: string,
  question: string,
  settings: Allowing,
  limits: { seconds: number; bytes: number } = enrichmentLimits,
): Promise<Buffer> {
  const url = new URL(address);
  const { enrichment } = await readAllowList(settings);
  const refused = () => new NotAllowedError(text.host(url.host, allowListPath(settings)));
  if (!isNamed(url, enrichment.hosts)) throw refused();
  const signal = AbortSignal.timeout(limits.seconds * 1_000);
  try {
    const response = await requestWithin(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: question,
      signal,
      hosts: enrichment.hosts,
    });
    if (response.statusCode !== 200) {
      response.destroy();
      throw new UnavailableError(text.status(title, response.statusCode ?? 0));
    }
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limits.bytes) throw new UnavailableError(text.large(title, limits.bytes));
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof UnavailableError) throw error;
    if (error instanceof NotReachable) throw refused();
    if (signal.aborted) throw new UnavailableError(text.slow(title, limits.seconds));
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UnavailableError(text.notReached(title, code ?? message));
  }
}
