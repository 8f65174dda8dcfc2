import type { Material } from '../disposition.ts';
import { messages } from '../messages/browser.ts';

const text = messages.triage.news;

/** What is materially new, in one line. `title`: of a detector. */
export function changeLabel(
  news: readonly Material[],
  title: (detector: string) => string,
): string {
  return news.map((one) => saysOf(one, title)).join(text.between);
}

function saysOf(one: Material, title: (detector: string) => string): string {
  switch (one.kind) {
    case 'score':
      return text.score(one.from, one.to);
    case 'band':
      return text.band(one.from, one.to, one.band);
    case 'version':
      return text.version(one.version, one.from, one.to);
    case 'accounts':
      return text.accounts(one.accounts);
    case 'detectors':
      return text.detectors(one.detectors.map(title));
    case 'watchlist':
      return text.watchlist(one.findings.length);
    case 'confirmed':
      return text.confirmed(one.accounts);
    case 'until':
      return text.until(one.until);
  }
}
