import { forgetAll, rememberAlone } from './forgetting.ts';

/** Tells the other tabs of this browser who is at work in it now; null: nobody. */
const tabs = new BroadcastChannel('skein-person');

/** That person is at work in this tab, until another is in any tab of this browser. Undone by what it answers. */
export function atWork(person: string): () => void {
  void rememberAlone(person);
  const told = ({ data }: MessageEvent<string | null>) => {
    if (data !== person) void leave();
  };
  tabs.addEventListener('message', told);
  tabs.postMessage(person);
  return () => tabs.removeEventListener('message', told);
}

/** Nobody is at work here any more. */
export async function signedOut(): Promise<void> {
  tabs.postMessage(null);
  await leave();
}

/** Another does not go on with what the one before began. */
export async function another(): Promise<void> {
  await forgetAll();
  location.reload();
}

/** Nothing of what was shown or begun stays behind. */
async function leave(): Promise<void> {
  await forgetAll();
  location.assign('/');
}
