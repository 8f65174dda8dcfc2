interface ProgressLine {
  text: string;
  done: number;
  total: number | null;
  unit: string;
  perSecond: number;
  seconds: number;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

function progressLine({ text, done, total, unit, perSecond, seconds }: ProgressLine): string {
  if (done === 0) return `${text} … ${duration(seconds)}`;
  const amount = `${done.toLocaleString('en')}${total ? ` of ${total.toLocaleString('en')}` : ''} ${unit}`;
  const rate = `${Math.round(perSecond).toLocaleString('en')}/s`;
  const left = total && perSecond > 0 ? `, ${duration((total - done) / perSecond)} left` : '';
  return `${text}: ${amount}, ${rate}${left}`;
}

/** What a person reads of: commands. */
export const commandsWords = {
  settings: {
    path: 'holds a NUL byte',
    host: 'is no host name and no address',
    port: 'is no port: give a whole number from 1 to 65535',
    uri: (schemes: readonly string[]) =>
      `is no address of a Neo4j: write it as bolt://host:7687 (allowed: ${schemes.join(', ')})`,
    passwordMissing: 'is missing: NEO4J_URI is set, so the password of that server is needed',
    envFile: (reason: string) => `The file .env cannot be read: ${reason}`,
    invalid: (details: readonly { where: string; problem: string }[]) =>
      details.map(({ where, problem }) => `${where} ${problem}.`).join('\n'),
  },
  progress: { line: progressLine },
} as const;
