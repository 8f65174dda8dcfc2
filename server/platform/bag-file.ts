/** A file of the bag; `chunks` may be called again and then gives the same text or bytes again. */
export interface BagFile {
  name: string;
  chunks: () => Iterable<string | Uint8Array>;
}

/** A file whose text is known to have this size (bytes), digest and checksum. */
export interface MeasuredFile extends BagFile {
  size: number;
  sha256: string;
  crc32: number;
}

export function asBytes(chunk: string | Uint8Array): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
}

export function textFile(name: string, text: string): BagFile {
  return { name, chunks: () => [text] };
}
