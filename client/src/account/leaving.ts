import { forgetAll, rememberAlone } from './forgetting.ts';

/** Tells the other tabs of this browser who is at work in it now; null: nobody. */
const tabs = new BroadcastChannel('skein-person');

/** That person is at work in this tab, until another is in any tab of this browser. */
export function atWork(person: string): void {
  void rememberAlone(person);
  tabs.onmessage = ({ data }: MessageEvent<string | null>) => {
    if (data !== person) void leave();
  };
  tabs.postMessage(person);
}

/** Nobody is at work here any more. */
export async function signedOut(): Promise<void> {
  tabs.postMessage(null);
  await leave();
}

/** Nothing of what was shown or begun stays behind. */
async function leave(): Promise<void> {
  await forgetAll();
  location.assign('/');
}
