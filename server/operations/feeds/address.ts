/** The http(s) address that a feed comes from; null for a folder. */
export function addressOf(from: string): URL | null {
  if (!/^https?:\/\//i.test(from)) return null;
  return URL.canParse(from) ? new URL(from) : null;
}
