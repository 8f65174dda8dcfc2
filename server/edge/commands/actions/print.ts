/** Results go to stdout; progress and remarks go to stderr. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A result for another program. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}
