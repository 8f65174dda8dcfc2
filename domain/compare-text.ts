/** Text order that no locale changes: by UTF-16 code unit, as RFC 8785 sorts keys. For `sort`. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
