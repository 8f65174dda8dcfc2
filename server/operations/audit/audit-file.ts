/** Entries as a file: a line each. */
import type { AuditEntry, AuditFormat } from '../../../domain/audit.ts';
import { csvLine } from '../../../domain/csv-line.ts';

const columns = ['number', 'at', 'by', 'act', 'subject', 'before', 'after'] as const;
const more = ['log', 'entry', 'hash', 'link'] as const;

interface Written {
  ending: string;
  write: (entries: AsyncIterable<AuditEntry>) => AsyncGenerator<string>;
}

export const auditFiles: Readonly<Record<AuditFormat, Written>> = {
  ndjson: {
    ending: '.ndjson',
    write: async function* (entries) {
      for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
    },
  },
  csv: {
    ending: '.csv',
    write: async function* (entries) {
      yield csvLine([...columns, ...more]);
      for await (const entry of entries)
        yield csvLine([...columns, ...more].map((name) => cell(entry[name])));
    },
  },
};

function cell(value: AuditEntry[keyof AuditEntry]): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
