import { countryOf } from './ofac-countries.ts';

/** What OFAC's remarks say beside prose. They are kept word for word as well; this only finds things in them. */
export interface Remarks {
  birthDate: string | null;
  /** ISO 3166-1 alpha-2 of the first nationality or citizenship. */
  nationality: string | null;
  /** Register and document numbers, each with its kind in front, as written. */
  identifiers: string[];
  /** Names that OFAC itself calls weak: written in quotes. */
  weakAliases: string[];
  /** Names of other entries. */
  linkedTo: string[];
}

/** The SDN files cut remarks at this length; what stands last is then not whole. */
const cutAt = 1_000;

export function readRemarks(remarks: string): Remarks {
  const whole = parts(remarks);
  const parted = remarks.length >= cutAt ? whole.slice(0, -1) : whole;
  const after = (start: string) =>
    parted.flatMap((part) => (part.startsWith(start) ? part.slice(start.length).trim() : []));
  const nation = [...after('nationality '), ...after('citizen ')][0];
  return {
    birthDate: birthDate(after('DOB ')[0] ?? ''),
    nationality: nation === undefined ? null : countryOf(nation),
    identifiers: parted.map((part) => part.replace(/^alt\. /, '')).filter(isIdentifier),
    weakAliases: after('a.k.a. ').map((name) => name.replaceAll(/^'|'$/g, '')),
    linkedTo: after('Linked To: '),
  };
}

/** Remarks are parted by semicolons outside brackets, and end with a full stop. */
function parts(remarks: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < remarks.length; at += 1) {
    const mark = remarks[at];
    if (mark === '(') depth += 1;
    else if (mark === ')') depth = Math.max(0, depth - 1);
    else if (mark === ';' && depth === 0) {
      found.push(remarks.slice(from, at).trim());
      from = at + 1;
    }
  }
  found.push(remarks.slice(from).trim().replace(/\.$/, ''));
  return found.filter((part) => part !== '');
}

const identifierKind =
  /\b(Passport|Number|No\.?|ID|IMO|MMSI|SSN|Code|Card|Document|Licen[cs]e|Certificate|Digital Currency Address|Credencial|Cartilla|Numero|FEIN|BIK|SWIFT\/BIC)\b|^(NIT|RUC|RIF|RFC|RTN|VisaNumberID|[A-Z](\.[A-Z])+\.)/;
const notIdentifier =
  /^(DOB|POB|Linked To|Secondary sanctions|Additional Sanctions|Transactions Prohibited|Executive Order|Phone|Telephone|PHONE|Fax|FAX|Email|Website|Organization|Aircraft Model|Aircraft Manufacture Date|a\.k\.a\.|nationality|citizen)/i;

function isIdentifier(part: string): boolean {
  if (!/\d/.test(part) || notIdentifier.test(part)) return false;
  const kind = identifierKind.exec(part);
  // The kind stands in front of the number; behind it, it is prose.
  return kind !== null && kind.index <= part.search(/\d/);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As exact as it is stated: `05 Feb 1970`, `Feb 1970`, `1970`; null for `circa` and ranges. */
function birthDate(text: string): string | null {
  const read = /^(?:(?:(\d\d) )?([A-Z][a-z]{2}) )?(\d{4})$/.exec(text);
  if (!read) return null;
  const [, day, name, year] = read;
  if (name === undefined) return year!;
  const month = months.indexOf(name) + 1;
  if (month === 0) return null;
  return [year, String(month).padStart(2, '0'), day].filter((part) => part !== undefined).join('-');
}
