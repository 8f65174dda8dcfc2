/** Where the bytes of a ZIP come from: a file on a disk, one dropped on a page, or memory. */
export interface ByteSource {
  /** In bytes. */
  size: number;
  /**
   * The bytes from `start` up to `end`, both within the size; fewer are an error of the source,
   * which then throws. They stay as they are whatever is read later.
   */
  read: (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** So much is held at once, however large the ZIP. */
const window = 1024 * 1024;

/** Reads a source through a window, so that many small files one after another are one reading. */
export function windowed(source: ByteSource): ByteSource {
  let from = 0;
  let held = new Uint8Array();
  const read = async (start: number, end: number) => {
    if (end - start > window) return source.read(start, end);
    if (start < from || end > from + held.length) {
      held = await source.read(start, Math.min(source.size, start + window));
      from = start;
    }
    return held.subarray(start - from, end - from);
  };
  return { size: source.size, read };
}

/** A stretch of a source, piece by piece. */
export async function* pieces(
  source: ByteSource,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = start; at < end; at += window) yield source.read(at, Math.min(end, at + window));
}
