/** An id for something that is about to be kept. Unlike `randomUUID` it works on a page without TLS too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
