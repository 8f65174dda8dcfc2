/** Of an option that may come several times: all that came so far. */
export function several(one: string, before: string[] = []): string[] {
  return [...before, one];
}
