/** Papers and texts: counted from documents.csv, and, of what texts ask and have in common, from what was inferred. */
import forgedPapers from '../../../cypher/detectors/forged-paper.ts';
import { given, type Recount } from '../recount.ts';
import { distinct, grouped, most, sum, timesOf, type CsvRow, type World } from '../world.ts';

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
  const domain = (address: string | undefined) => plain(address).split('@')[1] ?? '';
  const isFree = (address: string | undefined) =>
    forgedPapers.parameters.free_domains.default.some((free) => free === domain(address));
  const isOwn = (row: CsvRow) =>
    isIssued(row) &&
    ((plain(row['issuer_email']) !== '' && plain(row['issuer_email']) === plain(email)) ||
      (domain(row['issuer_email']) !== '' &&
        domain(row['issuer_email']) === domain(email) &&
        !isFree(email)) ||
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
  const free = papers.filter(
    (row) =>
      isIssued(row) && isFree(row['issuer_email']) && plain(row['issuer_email']) !== plain(email),
  );
  const told = new Set([...failed, ...poor, ...underNames, ...own, ...free, ...without]);
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
      issuer_free_mail: free.length,
      issued_papers: papers.filter(isIssued).length,
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

/** The numbers of the reason of a pair: texts, the fewest and the most accounts that use one. */
const numbersOf = (reason: string) => (reason.match(/\d+/g) ?? []).map(Number);

/** Sentences of a text, word for word, without its numbers and what stands between quotation marks. */
function sentencesOf(row: CsvRow): string[] {
  return (row['text'] ?? '')
    .toLowerCase()
    .split(/[.!?\n]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(' ').length >= 8 && !/["“”\d]/.test(sentence));
}

/** Sentences that the most telling texts in common have word for word. */
function commonSentences(
  world: World,
  texts: readonly { from: string; to: string; score: number }[],
): string[] {
  const common = texts
    .filter(({ score }) => score >= 0.5)
    .flatMap(({ from, to }) => {
      const theirs = new Set(sentencesOf(documentOf(world, to)));
      return sentencesOf(documentOf(world, from)).filter((sentence) => theirs.has(sentence));
    });
  return [...new Set(common)];
}

/** Documents that have one of them; what is said to whoever had said it first is a quotation. */
function standingIn(
  world: World,
  accounts: readonly string[],
  sentences: readonly string[],
): CsvRow[] {
  const saidBy = (account: string) =>
    world.where('documents', 'account_id', account).flatMap(sentencesOf);
  return accounts
    .flatMap((account) => world.where('documents', 'account_id', account))
    .filter((row) => {
      const own = sentencesOf(row).filter((sentence) => sentences.includes(sentence));
      const theirs = own.length > 0 && row['to_account_id'] ? saidBy(row['to_account_id']) : [];
      return own.some((sentence) => !theirs.includes(sentence));
    });
}

const sharedTemplate: Recount = (finding, world) => {
  const members = new Set(finding.accounts);
  const inside = (a: string, b: string) => members.has(a) && members.has(b);
  const texts = world
    .inferred('SAME_TEXT')
    .filter(({ from, to }) => inside(ownerOf(world, from), ownerOf(world, to)));
  const likes = world.inferred('WRITES_LIKE').filter(({ from, to }) => inside(from, to));
  const said = likes.map(({ reason }) => numbersOf(reason));
  const documents = [...new Set(texts.flatMap(({ from, to }) => [from, to]))].map((id) =>
    documentOf(world, id),
  );
  const sentences = commonSentences(world, texts);
  const standing = standingIn(world, [...members], sentences);
  const writers = world.rows('accounts').map((row) => row['account_id']!);
  const users = sentences.map((one) =>
    distinct(standingIn(world, writers, [one]).map((row) => row['account_id'])),
  );
  const stated = given<number>(finding, 'documents');
  const [first, last] = [finding.first_seen, finding.last_seen];
  const times = timesOf(standing, 'submitted_at').sort();
  return {
    figures: {
      accounts: members.size,
      unrelated: world.parties(members),
      pairs: likes.length,
      texts_in_common: sum(said.map(([all = 0]) => all)),
      most_texts_of_a_pair: most(said.map(([all = 0]) => all)),
      fewest_users: Math.min(...said.map(([, fewest = 0]) => fewest)),
      most_users: most(said.map(([, , users = 0]) => users)),
      // Nothing is rare of which each sentence is written by many others.
      rare:
        given<boolean>(finding, 'rare') &&
        (users.length === 0 || Math.min(...users) <= Math.max(12, 2 * members.size)),
      over_days:
        first && last ? Math.floor((Date.parse(last) - Date.parse(first)) / 86_400_000) : 0,
      // Wording that was altered stands in more; in fewer than this it does not.
      documents: Math.max(stated, standing.length),
      kinds: [...new Set(documents.map((row) => row['kind'] || 'other'))].sort(),
    },
    times: [...times, ...[first, last].filter((time) => time !== null)],
    rows: {
      'documents.account_id': stated,
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

/** Papers for sign-up, verification or identity, or of the identity kinds alone, that other accounts handed in too. */
export function repeatedPapers(
  world: World,
  account: string,
  of: 'any' | 'identity' = 'any',
): CsvRow[] {
  const isOfKind = (row: CsvRow) => identityKinds.includes(row['kind']!);
  const isIdentity = (row: CsvRow) =>
    isOfKind(row) || (of === 'any' && ['signup', 'verification'].includes(row['used_for']!));
  return world
    .where('documents', 'account_id', account)
    .filter((row) => isIdentity(row) && !world.isKnownShared(row['document_id']!))
    .filter((row) =>
      (['number', 'sha256', 'perceptual_hash', 'photo_hash'] as const).some((column) => {
        const value = row[column];
        if (!value) return false;
        const copies = world
          .where('documents', column, value)
          .filter(
            (other) => isIdentity(other) && (column !== 'number' || other['kind'] === row['kind']),
          );
        const bearers = distinct(copies.map((copy) => copy['account_id']));
        return bearers > 1 && copies.length <= 15;
      }),
    );
}

export const recounts: Readonly<Record<string, Recount>> = {
  'forged-paper': forgedPaper,
  'shared-document': sharedDocument,
  'shared-template': sharedTemplate,
  'risky-request': riskyRequest,
};
