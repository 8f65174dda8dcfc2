/**
 * What may be told of a failure that the database met while it worked with data: the kind of it, and what stands before the first thing that may be
 * a value. Such a message quotes what it met, which nobody asked for by name: in quotation marks, behind a colon, in brackets, on a line of its own, or
 * as a bare number.
 */
export function toldFailure(code: string, message: string): string {
  const [before = ''] = message.split(/["'`“‘«:;({[<=\n\r\d]/u);
  const told = before.trim();
  const isWhole = told === message.trim();
  const kind = code.split('.').at(-1) ?? code;
  return `${told}${isWhole ? '' : ' …'} (${kind})`.trim();
}
