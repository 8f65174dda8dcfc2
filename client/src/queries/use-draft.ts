import { useState } from 'react';
import type { QueryRequest, QueryParameter, SavedQuery } from '../../../domain/query.ts';
import { readAsked } from '../subject/query-address.ts';
import { fieldsOf, readForm, typedValue, type ReadForm, type Typed } from './parameter-values.ts';

interface Draft {
  /** What was open when it was written: anything else begins anew. */
  of: string;
  text: string;
  typed: Typed;
}

export interface QueryDraft {
  text: string;
  typed: Typed;
  fields: QueryParameter[];
  form: ReadForm;
  write: (text: string) => void;
  type: (name: string, value: string) => void;
  /** Goes on as it is under another address. */
  moveTo: (of: string) => void;
}

/** What is being written, begun with what the address asks, or else with the saved query. */
export function useDraft(
  of: string,
  address: string | null,
  saved: SavedQuery | undefined,
  names: readonly string[] | undefined,
): QueryDraft {
  const asked = readAsked(address);
  const [kept, setKept] = useState<Draft | null>(null);
  const text = kept?.of === of ? kept.text : (asked?.text ?? saved?.text ?? '');
  const described = saved?.parameters ?? [];
  const given = asked?.parameters ?? {};
  const fields = fieldsOf(names ?? namesIn(text, described, asked), described);
  const begun = Object.fromEntries(
    fields.map((field) => [field.name, typedValue(field, given[field.name] ?? field.default)]),
  );
  const typed = kept?.of === of ? { ...begun, ...kept.typed } : begun;
  const own = kept?.of === of ? kept.typed : {};
  return {
    text,
    typed,
    fields,
    form: readForm(fields, typed, given),
    write: (next) => setKept({ of, text: next, typed: own }),
    type: (name, value) => setKept({ of, text, typed: { ...own, [name]: value } }),
    moveTo: (next) => setKept({ of: next, text, typed }),
  };
}

/** Until the server has read the text. */
function namesIn(
  text: string,
  described: readonly QueryParameter[],
  asked: QueryRequest | null,
): string[] {
  const known = [...described.map(({ name }) => name), ...Object.keys(asked?.parameters ?? {})];
  return [...new Set(known)].filter((name) => text.includes(`$${name}`));
}
