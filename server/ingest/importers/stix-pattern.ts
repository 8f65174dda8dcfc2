/** What a pattern of STIX names by value; it is read only as far as each value alone is what it looks for. */

/** What a value is here. */
export type IndicatedKind = 'ip' | 'website' | 'email' | 'account' | 'name';

export interface Indicated {
  kind: IndicatedKind;
  value: string;
}

const kinds: Readonly<Record<string, IndicatedKind>> = {
  'ipv4-addr:value': 'ip',
  'ipv6-addr:value': 'ip',
  'network-traffic:src_ref.value': 'ip',
  'network-traffic:dst_ref.value': 'ip',
  'domain-name:value': 'website',
  'url:value': 'website',
  'email-addr:value': 'email',
  'email-message:from_ref.value': 'email',
  'email-message:sender_ref.value': 'email',
  'user-account:user_id': 'account',
  'user-account:account_login': 'account',
  'user-account:display_name': 'name',
};

/** These say more closely what is looked for, and narrow nothing that is read as a value. */
const closer = [
  'network-traffic:src_ref.type',
  'network-traffic:dst_ref.type',
  'user-account:account_type',
];

const quoted = String.raw`'(?:[^'\\]|\\.)*'`;
const comparison = new RegExp(
  String.raw`\s*([a-z0-9-]+):([\w.-]+)\s*(?:=\s*(${quoted})|IN\s*\(\s*(${quoted}(?:\s*,\s*${quoted})*)\s*\))\s*`,
  'y',
);
const eachQuoted = new RegExp(quoted, 'g');

interface Comparison {
  object: string;
  path: string;
  values: string[];
}

/**
 * The values that a pattern names. Null when one of them alone is not what it looks for (joined by AND with something
 * else, one after the other, within a time), or when it names none that has a place here.
 */
export function indicatedBy(pattern: string): Indicated[] | null {
  const found: Indicated[] = [];
  let rest = pattern.trim();
  for (;;) {
    const observation = readObservation(rest);
    if (!observation) return null;
    found.push(...valuesOf(observation.comparisons));
    rest = observation.rest.trim();
    if (rest === '') return found.length > 0 ? found : null;
    const or = /^OR\s*(?=\[)/.exec(rest);
    if (!or) return null;
    rest = rest.slice(or[0].length);
  }
}

function readObservation(rest: string): { comparisons: Comparison[]; rest: string } | null {
  if (!rest.startsWith('[')) return null;
  const comparisons: Comparison[] = [];
  let narrowed = false;
  let at = 1;
  for (;;) {
    comparison.lastIndex = at;
    const read = comparison.exec(rest);
    if (!read) return null;
    const [, object = '', property = '', one, several] = read;
    const values = [...(one ?? several ?? '').matchAll(eachQuoted)].map(([text]) =>
      text.slice(1, -1).replaceAll(/\\(.)/g, '$1'),
    );
    comparisons.push({ object, path: `${object}:${property}`, values });
    at = comparison.lastIndex;
    if (rest[at] === ']') break;
    const joint = /^(AND|OR)\b/.exec(rest.slice(at, at + 4))?.[1];
    if (!joint) return null;
    narrowed ||= joint === 'AND';
    at += joint.length;
  }
  if (narrowed && !sayOneThing(comparisons)) return null;
  return { comparisons, rest: rest.slice(at + 1) };
}

/** Whether all are of one object and none asks for more than what is read. */
function sayOneThing(comparisons: readonly Comparison[]): boolean {
  return comparisons.every(
    ({ object, path }) =>
      object === comparisons[0]!.object && (path in kinds || closer.includes(path)),
  );
}

function valuesOf(comparisons: readonly Comparison[]): Indicated[] {
  return comparisons.flatMap(({ path, values }) => {
    const kind = kinds[path];
    return kind ? values.filter((value) => value !== '').map((value) => ({ kind, value })) : [];
  });
}
