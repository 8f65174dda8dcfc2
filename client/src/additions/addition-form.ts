import {
  addedRef,
  addedWritingSchema,
  type AddedType,
  type AddedWriting,
  type Addition,
} from '../../../domain/addition.ts';

/** What stands in the fields while somebody writes. */
export interface AdditionForm {
  kind: 'thing' | 'link';
  type: AddedType;
  name: string;
  /** Of a thing: what it is linked to, if anything; of a link: its other end. */
  to: string | null;
  /** Of a link: its first end. */
  from: string | null;
  says: string;
  /** The relation of a new thing reads from the other to it. */
  reversed: boolean;
  source: string;
  reliability: string | null;
  credibility: string | null;
  known: string;
  note: string;
}

export function emptyForm(linkedTo: string | null, today: string): AdditionForm {
  return {
    kind: 'thing',
    type: 'person',
    name: '',
    to: linkedTo,
    from: null,
    says: '',
    reversed: false,
    source: '',
    reliability: null,
    credibility: null,
    known: today,
    note: '',
  };
}

export function formOf(addition: AddedWriting, today: string): AdditionForm {
  return { ...emptyForm(null, today), ...addition };
}

/** What is added by a form, by the ids given; null while something is missing. */
export function additionsOf(
  form: AdditionForm,
  ids: { thing: string; link: string },
): Map<string, Addition> | null {
  const { kind, type, name, to, from, says, reversed, ...rest } = form;
  const stamped = (written: object): Addition | null => {
    const read = addedWritingSchema.safeParse({ ...rest, ...written });
    return read.success ? { ...read.data, by: null, at: null, earlier: [] } : null;
  };
  if (kind === 'link') {
    const link = from === to ? null : stamped({ kind: 'link', from, to, says });
    return link && new Map([[ids.link, link]]);
  }
  const thing = stamped({ kind: 'thing', type, name });
  if (!thing) return null;
  if (to === null) return new Map([[ids.thing, thing]]);
  const [one, other] = reversed ? [to, addedRef(ids.thing)] : [addedRef(ids.thing), to];
  // What is noted is noted of the thing.
  const link = stamped({ kind: 'link', from: one, to: other, says, note: '' });
  return link && new Map([[ids.thing, thing] as const, [ids.link, link] as const]);
}
