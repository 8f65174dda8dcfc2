import type { Pattern } from '../../../domain/pattern/pattern.ts';
import type { QueryRequest } from '../../../domain/query.ts';

/** A longer address might not get through: then the browser keeps the query, and the address bears its name. */
const longestInAddress = 6_000;
const kept = 'skein-query-';

/** The parameter of the address that holds what is asked. */
const asking = 'ask';
const drawing = 'drawn';

/**
 * Where a query is written and run, or drawn. `id` is a saved one's, and empty for none; `asked` is what
 * `writtenAsked` made of it.
 */
export function addressOfQuery(id: string, asked: string | null, drawn = false): string {
  const search = new URLSearchParams();
  if (asked !== null) search.set(asking, asked);
  if (drawn) search.set(drawing, '1');
  const text = search.toString();
  return `/query${id === '' ? '' : `/${encodeURIComponent(id)}`}${text === '' ? '' : `?${text}`}`;
}

/** What the address of the page asks; null where it asks nothing, or what another browser kept. */
export function askedInAddress(): string | null {
  return new URLSearchParams(location.search).get(asking);
}

export function isDrawn(): boolean {
  return new URLSearchParams(location.search).has(drawing);
}

/** Both, of an address that is not the page's own. */
export function queryIn(search: URLSearchParams): { asked: string | null; drawn: boolean } {
  return { asked: search.get(asking), drawn: search.has(drawing) };
}

/** A query as an address bears it; one that is compiled of a pattern brings that along. */
export function writtenAsked(asked: QueryRequest & { pattern?: Pattern }): string {
  const text = JSON.stringify(asked);
  if (text.length <= longestInAddress) return text;
  const name = `${kept}${crypto.randomUUID()}`;
  sessionStorage.setItem(name, text);
  return name;
}

/** The pattern that `writtenAsked` wrote along, as it stands there: nobody has looked at it. */
export function readPattern(text: string | null): unknown {
  return read(text)?.pattern;
}

function read(text: string | null): (Partial<QueryRequest> & { pattern?: unknown }) | null {
  if (text === null) return null;
  try {
    const source = text.startsWith(kept) ? (sessionStorage.getItem(text) ?? 'null') : text;
    return JSON.parse(source) as Partial<QueryRequest> | null;
  } catch {
    return null;
  }
}

/** Reads what `writtenAsked` wrote; anybody may have changed it since. */
export function readAsked(text: string | null): QueryRequest | null {
  const asked = read(text);
  if (typeof asked?.text !== 'string') return null;
  const { parameters } = asked;
  const isMap = typeof parameters === 'object' && !Array.isArray(parameters);
  return { text: asked.text, parameters: isMap ? parameters : {} };
}
