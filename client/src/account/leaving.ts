import { forgetAll } from '../board/kept/remembering.ts';

/** Tells the other tabs of this browser who is at work in it now; null: nobody. */
const tabs = new BroadcastChannel('skein-person');

export function tellTabs(person: string | null): void {
  tabs.postMessage(person);
}

/** What another tab tells; the last to listen is told. */
export function onOtherTab(told: (person: string | null) => void): () => void {
  const listen = ({ data }: MessageEvent<string | null>) => told(data);
  tabs.addEventListener('message', listen);
  return () => tabs.removeEventListener('message', listen);
}

/** Nothing of what was shown or begun stays behind. */
export async function leave(): Promise<void> {
  await forgetAll();
  location.assign('/');
}
