import { notifications } from '@mantine/notifications';
import type { Body, Query, RouteName } from '../../../domain/api/api.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask, sendForFile } from '../api/fetch.ts';
import { newId } from '../api/new-id.ts';

/** Whoever waits no longer than this need not know why. */
const patienceMs = 2_000;
const everyMs = 1_000;

/** `sendForFile`; meanwhile, where it takes long, the page says in a corner how many have their turn before it. */
export async function sendInTurn<N extends RouteName>(
  name: N,
  query: Query<N>,
  body: Body<N>,
  signal?: AbortSignal,
): ReturnType<typeof sendForFile> {
  const [id, ended] = [newId(), new AbortController()];
  const timer = setTimeout(() => void tellTurn(id, ended.signal), patienceMs);
  try {
    return await sendForFile(name, query, body, { signal, id });
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}

/** Until it has its turn, or is `over`. */
async function tellTurn(id: string, over: AbortSignal): Promise<void> {
  const note = `skein-turn-${id}`;
  let shown = false;
  for (let before = await ahead(id, over); before !== null; before = await ahead(id, over)) {
    const message = messages.conditionPage.ahead(before);
    const said = { id: note, message, loading: true, autoClose: false, withCloseButton: false };
    if (shown) notifications.update(said);
    else notifications.show(said);
    shown = true;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  notifications.hide(note);
}

/** Null where it does not wait, or nobody can say. */
async function ahead(id: string, over: AbortSignal): Promise<number | null> {
  try {
    const said = await ask('turn', { request: id }, {}, over);
    return over.aborted ? null : said.ahead;
  } catch {
    return null;
  }
}
