/** Files made to trouble a reader of CSV: what opens, closes, doubles and breaks quotes, in lines of any shape. */
const pieces = ['"', '""', '"""', ',', 'a', 'b"', '"c', '","', '",', ',"', '\r', ' ', 'é', 'x","z'];

interface Random {
  below(n: number): number;
  file(pieces: number): string;
}

/** The same for the same seed. */
export function generator(seed: number): Random {
  let state = seed * 2_654_435_761;
  const below = (n: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % n;
  };
  return {
    below,
    file(count) {
      // Some files are nearly all quotes, some hardly have any, some have long lines.
      const [quotes, ends] = [1 + below(9), 1 + below(6)];
      let content = '';
      for (let at = 0; at < count; at += 1)
        content +=
          below(10) < ends
            ? '\n'
            : pieces[below(10) < quotes ? below(pieces.length) : 3 + below(2)]!;
      return content;
    },
  };
}
