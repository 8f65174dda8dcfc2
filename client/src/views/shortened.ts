/** A name as far as there is room for it, cut between whole letters; its marks of direction do not leak out. */
export function shortened(name: string, most: number): string {
  const letters = [...name.slice(0, most * 4)];
  const cut = letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
  return `\u2068${cut}\u2069`;
}
