/** Papers and texts: counted from documents.csv, and, of what texts ask and have in common, from what was inferred. */
import { given, type Recount } from '../recount.ts';
import { distinct, grouped, most, timesOf, type CsvRow, type World } from '../world.ts';

const issuedKinds = ['contract', 'invoice', 'diploma', 'statement'];
const identityKinds = [
  'passport',
  'national_id',
  'driving_licence',
  'social_security',
  'resident_card',
];
const plain = (text: string | undefined) => (text ?? '').trim().toLowerCase();
const documentOf = (world: World, id: string) => world.one('documents', 'document_id', id) ?? {};
const ownerOf = (world: World, id: string) => documentOf(world, id)['account_id'] ?? '';

/** Papers with that photo that bear a name. */
function underPhoto(world: World, photo: string | undefined): CsvRow[] {
  if (!photo) return [];
  const papers = world
    .where('documents', 'photo_hash', photo)
    .filter((row) => row['name_on_document']);
  return papers.length <= 15 ? papers : [];
}

const forgedPaper: Recount = (finding, world) => {
  const account = given<string>(finding, 'account');
  const { email, phone } = world.account(account);
  const digits = (text: string | undefined) => (text ?? '').replaceAll(/[ ().+-]/g, '');
  const papers = world.where('documents', 'account_id', account);
  const names = (row: CsvRow) =>
    row['name_on_document']
      ? distinct(underPhoto(world, row['photo_hash']).map((one) => plain(one['name_on_document'])))
      : 0;
  const isIssued = (row: CsvRow) => issuedKinds.includes(row['kind']!);
  const isOwn = (row: CsvRow) =>
    isIssued(row) &&
    ((plain(row['issuer_email']) !== '' && plain(row['issuer_email']) === plain(email)) ||
      (digits(row['issuer_phone']) !== '' && digits(row['issuer_phone']) === digits(phone)));
  const failed = papers.filter((row) => row['verification_result'] === 'failed');
  const poor = papers.filter((row) => row['verification_result'] === 'poor_image');
  const passed = papers.filter((row) => row['verification_result'] === 'passed');
  const underNames = papers.filter((row) => names(row) > 1);
  const own = papers.filter(isOwn);
  const without = papers.filter(
    (row) =>
      ['contract', 'invoice'].includes(row['kind']!) &&
      !row['issuer_email'] &&
      !row['issuer_phone'],
  );
  const told = new Set([...failed, ...poor, ...underNames, ...own, ...without]);
  return {
    figures: {
      failed: failed.length,
      poor_image: poor.length,
      passed: passed.length,
      poor_then_passed: poor.filter((row) =>
        passed.some((later) => later['submitted_at']! >= row['submitted_at']!),
      ).length,
      photo_under_names: most(papers.map(names)),
      photos_under_names: underNames.length,
      issuer_is_account: own.length,
      issuer_without_contact: without.length,
    },
    times: timesOf([...told], 'submitted_at'),
    rows: { 'documents.account_id': told.size },
  };
};

const sharedDocument: Recount = (finding, world) => {
  const paper = given<string>(finding, 'paper');
  const copies = world.inferred('SAME_PAPER').filter(({ to }) => to === paper);
  const papers = [paper, ...copies.map(({ from }) => from)].map((id) => documentOf(world, id));
  const accounts = [...new Set(papers.map((row) => row['account_id']!))];
  const isOwn = (row: CsvRow) => {
    const { legal_name: legal, display_name: shown } = world.account(row['account_id']!);
    const name = plain(row['name_on_document']);
    return name !== '' && [plain(legal), plain(shown)].includes(name);
  };
  return {
    figures: {
      accounts: accounts.length,
      unrelated: world.parties(accounts),
      papers: papers.length,
      names: distinct(
        papers.map((row) => plain(row['name_on_document'])).filter((name) => name !== ''),
      ),
      in_own_name: distinct(papers.filter(isOwn).map((row) => row['account_id'])),
    },
    times: timesOf(papers, 'submitted_at'),
    rows: { 'documents.account_id': papers.length, 'derived.same-paper': copies.length },
  };
};

const sharedTemplate: Recount = (finding, world) => {
  const members = new Set(finding.accounts);
  const inside = (a: string, b: string) => members.has(a) && members.has(b);
  const texts = world
    .inferred('SAME_TEXT')
    .filter(({ from, to }) => inside(ownerOf(world, from), ownerOf(world, to)));
  const likes = world.inferred('WRITES_LIKE').filter(({ from, to }) => inside(from, to));
  const pair = ({ from, to }: { from: string; to: string }) =>
    `${ownerOf(world, from)} ${ownerOf(world, to)}`;
  const documents = [...new Set(texts.flatMap(({ from, to }) => [from, to]))].map((id) =>
    documentOf(world, id),
  );
  return {
    figures: {
      accounts: members.size,
      unrelated: world.parties(members),
      pairs: likes.length,
      texts_in_common: texts.length,
      most_texts_of_a_pair: most([...grouped(texts, pair).values()].map((all) => all.length)),
      kinds: [...new Set(documents.map((row) => row['kind'] || 'other'))].sort(),
    },
    times: timesOf(documents, 'submitted_at'),
    rows: {
      'documents.account_id': documents.length,
      'derived.same-text': texts.length,
      'derived.writes-like': likes.length,
    },
  };
};

/** Who says that the work is finished asks for pay after it. */
const isAsked = (kind: string, text = '') =>
  kind !== 'paid-before-work' || !/finished/i.test(text) || !/release/i.test(text);

const riskyRequest: Recount = (finding, world) => {
  const account = given<string>(finding, 'account');
  const asking = world.inferred('ASKS_FOR').filter(({ to }) => to === account);
  const said = asking.flatMap(({ from, reason }) =>
    reason.split(' | ').map((one) => ({ document: from, kind: one.split(': ')[0]! })),
  );
  const kinds = [...grouped(said, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
  const figures = kinds.flatMap(([kind, all], at) => {
    const documents = [...new Set(all.map(({ document }) => document))]
      .map((id) => documentOf(world, id))
      .filter(({ text }) => isAsked(kind, text));
    return Object.entries({
      kind,
      texts: documents.length,
      wordings: distinct(documents.map((row) => row['text'])),
      people: distinct(
        documents.flatMap((row) => (row['to_account_id'] ? [row['to_account_id']] : [])),
      ),
    }).map(([name, value]) => [`asked.${at}.${name}`, value] as const);
  });
  const all = [...new Set(said.map(({ document }) => document))].map((id) => documentOf(world, id));
  return {
    figures: Object.fromEntries(figures),
    times: timesOf(all, 'submitted_at'),
    rows: { 'documents.account_id': all.length },
  };
};

/** Marks of identity papers that accounts other than the one handed in too. */
export function repeatedMarks(world: World, account: string): string[] {
  const isIdentity = (row: CsvRow) =>
    ['signup', 'verification'].includes(row['used_for']!) || identityKinds.includes(row['kind']!);
  return world
    .where('documents', 'account_id', account)
    .filter((row) => isIdentity(row) && !world.isKnownShared(row['document_id']!))
    .flatMap((row) =>
      (['number', 'sha256', 'perceptual_hash', 'photo_hash'] as const).flatMap((column) => {
        const value = row[column];
        if (!value) return [];
        const copies = world
          .where('documents', column, value)
          .filter(
            (other) => isIdentity(other) && (column !== 'number' || other['kind'] === row['kind']),
          );
        const bearers = distinct(copies.map((copy) => copy['account_id']));
        return bearers > 1 && copies.length <= 15 ? [`${column} ${value}`] : [];
      }),
    );
}

export const ofPapers: Readonly<Record<string, Recount>> = {
  'forged-paper': forgedPaper,
  'shared-document': sharedDocument,
  'shared-template': sharedTemplate,
  'risky-request': riskyRequest,
};
