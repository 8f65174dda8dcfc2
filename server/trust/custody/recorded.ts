import type { Act } from '../../../domain/custody-acts.ts';
import type { Draft } from './draft.ts';
import { append } from './log.ts';

/**
 * Records an act, then does it: what cannot be recorded is not done. When it fails, that is recorded too. Throws
 * UnavailableError when it cannot be recorded, and what the act throws.
 */
export async function recorded<T>(home: string, draft: Draft, act: () => Promise<T>): Promise<T> {
  const { entry } = await append(home, draft);
  return doing(home, { act: draft.act, entry }, act);
}

/** Does what the entry says; when it fails, another entry says so. Throws what the act throws. */
export async function doing<T>(
  home: string,
  { act, entry }: { act: Act; entry: number },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await append(home, { act, subject: { entry }, before: null, after: { failed: true } })
      // Why the act failed is worth more than that this could not be written either.
      .catch(() => undefined);
    throw error;
  }
}
