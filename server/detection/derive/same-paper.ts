import { compareText } from '../../../domain/compare-text.ts';
import { reasonsMessages } from '../../../domain/messages/en/reasons.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { personKey } from './entity-text.ts';
import type { Derivation, Inferred } from './derivation.ts';
import { alikePictures } from './picture-hashes.ts';

/** Papers that belong to one person each, and others that are checked for who somebody is. */
const identityKinds = [
  'passport',
  'national_id',
  'driving_licence',
  'social_security',
  'resident_card',
  'diploma',
  'visa',
  'statement',
];

/** A value on papers of more accounts than this is a placeholder, an example, a logo, no person's paper. */
const hubAccounts = 15;

/** How surely each mark in common says: the same paper, or the same person on it. */
const marks = {
  number: 0.95,
  file: 0.9,
  picture: 0.6,
  photo: 0.85,
  holder: 0.6,
} as const;
type Mark = keyof typeof marks;

/** A picture that is only near, not equal, may be another print of one form. */
const nearShare = 0.6;
/** Statements of a household bear one number and are one file. */
const statementShare = 0.3;

/**
 * Identity papers of different accounts that are the same in number, file, picture, photo or holder (name with
 * birth date). Each points to the earliest of those that share a mark with it, with all marks the two have in
 * common.
 */
const samePaper: Derivation = {
  version: 1,
  makes: ['SAME_PAPER'],
  infer: async (database, asOf) => {
    const papers = await readPapers(database, asOf);
    const common = new Map<string, Map<string, Inferred & { says: Map<string, number> }>>();
    for (const { mark, group, near } of sharedMarks(papers)) {
      const [first, ...others] = group;
      for (const paper of others) {
        if (paper.account === first!.account) continue;
        const isNear = near.has(paper.id);
        const household = paper.kind === 'statement' && first!.kind === 'statement';
        const score = marks[mark] * (isNear ? nearShare : 1) * (household ? statementShare : 1);
        const row =
          common.get(paper.id) ?? new Map<string, Inferred & { says: Map<string, number> }>();
        common.set(paper.id, row);
        const known = row.get(first!.id) ?? {
          relation: 'SAME_PAPER' as const,
          from: { type: 'document' as const, id: paper.id },
          to: { type: 'document' as const, id: first!.id },
          score: 0,
          reason: '',
          says: new Map<string, number>(),
        };
        row.set(first!.id, known);
        known.says.set(markSaid(mark, isNear), score);
      }
    }
    return [...common.values()]
      .flatMap((row) => [...row.values()])
      .map(({ says, ...relation }) => ({
        ...relation,
        score: round(1 - [...says.values()].reduce((rest, score) => rest * (1 - score), 1)),
        reason: [...says.keys()].sort().join(', '),
      }));
  },
};
export default samePaper;

function markSaid(mark: Mark, isNear: boolean): string {
  const said = reasonsMessages.marks;
  if (isNear && mark === 'picture') return said.nearPicture;
  if (isNear && mark === 'photo') return said.nearPhoto;
  return said[mark];
}

interface Paper {
  id: string;
  account: string;
  kind: string | null;
  at: string | null;
  number: string | null;
  file: string | null;
  picture: string | null;
  photo: string | null;
  name: string | null;
  birth_date: string | null;
}

async function readPapers(database: Database, asOf: string): Promise<Paper[]> {
  const papers: Paper[] = [];
  await database.each<Paper>(
    `MATCH (d:Document)-[:HANDED_IN_BY]->(a:Account)
     WHERE coalesce(d.submitted_at, '') <= $as_of
       AND (d.kind IN $kinds OR d.used_for IN ['signup', 'verification'])
     RETURN d.id AS id, a.id AS account, d.kind AS kind, d.submitted_at AS at, d.number AS number,
            d.sha256 AS file, d.perceptual_hash AS picture, d.photo_hash AS photo,
            d.name_on_document AS name, toString(d.birth_date) AS birth_date`,
    { as_of: asOf, kinds: identityKinds },
    (row) => {
      papers.push(row);
    },
  );
  return papers.sort((x, y) => compareText(x.at ?? '', y.at ?? '') || compareText(x.id, y.id));
}

interface Shared {
  mark: Mark;
  /** In order of time. */
  group: Paper[];
  /** Those whose picture is near the first's, but not the same. */
  near: ReadonlySet<string>;
}

function sharedMarks(papers: readonly Paper[]): Shared[] {
  const place = new Map(papers.map((paper, at) => [paper, at]));
  const equal = (mark: Mark, key: (paper: Paper) => string | null): Shared[] =>
    [...grouped(papers, key).values()].map((group) => ({ mark, group, near: new Set() }));
  const alike = (mark: Mark, hash: (paper: Paper) => string | null): Shared[] => {
    const byHash = grouped(papers, (paper) => hash(paper)?.toLowerCase() ?? null);
    return alikePictures([...byHash.keys()]).map((hashes) => {
      const group = hashes
        .flatMap((each) => byHash.get(each)!)
        .sort((x, y) => place.get(x)! - place.get(y)!);
      const first = hash(group[0]!)!.toLowerCase();
      const near = group.filter((paper) => hash(paper)!.toLowerCase() !== first);
      return { mark, group, near: new Set(near.map(({ id }) => id)) };
    });
  };
  return [
    ...equal('number', numberKey),
    ...equal('file', ({ file }) => file?.toLowerCase() ?? null),
    ...alike('picture', ({ picture }) => picture),
    ...alike('photo', ({ photo }) => photo),
    ...equal('holder', ({ name, birth_date }) =>
      name === null || birth_date === null || personKey(name).length < 4
        ? null
        : `${personKey(name)} ${birth_date}`,
    ),
  ].filter(({ group }) => {
    const accounts = new Set(group.map(({ account }) => account)).size;
    return accounts > 1 && accounts <= hubAccounts;
  });
}

/** Case and punctuation taken away; null for what is no number of one paper: 000000, 123456789, N/A. */
function numberKey({ number, kind }: Paper): string | null {
  const key = (number ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (key.length < 5 || new Set(key).size < 3 || !/\p{N}/u.test(key)) return null;
  if ('01234567890123456789'.includes(key) || '98765432109876543210'.includes(key)) return null;
  return `${kind ?? ''} ${key}`;
}

function grouped(
  papers: readonly Paper[],
  keyOf: (paper: Paper) => string | null,
): Map<string, Paper[]> {
  const groups = new Map<string, Paper[]>();
  for (const paper of papers) {
    const key = keyOf(paper);
    if (key === null || key === '') continue;
    const group = groups.get(key);
    if (group) group.push(paper);
    else groups.set(key, [paper]);
  }
  return groups;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
