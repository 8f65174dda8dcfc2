import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../server/detection/catalogue/catalogue.ts';
import { detect } from '../server/decisions/applied/detect.ts';
import { importBitcoinOtc } from '../server/ingest/importers/bitcoin-otc.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import type { Database } from '../server/graph/neo4j/database.ts';
import { silentProgress } from '../server/platform/progress.ts';
import type { Settings } from '../server/platform/settings/settings.ts';
import { areaUnderCurve, withInterval, type Interval, type Ranked } from './ranking.ts';
import { trainLogistic } from './ridge-logistic.ts';

/**
 * How `unreliable-rater` ranks the raters of Bitcoin-OTC (Kumar et al. 2016, 2018). The labels follow from
 * ratings that a person *received*, so nothing that is measured here may use those: an account's figure rests on
 * the ratings it gives, beside what others say of the same people. Who never rates has no figure.
 */
export interface BitcoinOtcFigures {
  labelled: number;
  /** Of these, who ever rate: only they are ranked. */
  rating: number;
  distrusted: number;
  /** AUC of the detector's ranking of every rater: what its record proves. */
  standing: { all: Interval; looked_at: Interval; held_out: Interval };
  /** AUC of the findings at shipped settings; whom no finding names scores 0. */
  findings: { all: Interval; held_out: Interval };
  /** AUC of the accounts' scores, all detectors taken together. */
  scores: Interval;
  /** Of all raters, labelled or not, how many a finding names. */
  named: { raters: number; named: number };
  /** AUC over the ten folds of a logistic regression on what the detector says of each rater. */
  trained: Interval;
}

const detector = 'unreliable-rater';
/**
 * While the derivation was made, this part of the labels was looked at. The rest was measured once before the
 * last change, which was chosen on this part alone: raters are ordered by what their record proves instead of by
 * the mean (held out then .895, the reading by mean still being what a finding's strength is made of).
 */
const lookedAtShare = 0.3;
const folds = 10;

/** Into an empty database. Null where the data is not at hand. */
export async function measureBitcoinOtc(
  database: Database,
  settings: Settings,
  folder: string,
): Promise<BitcoinOtcFigures | null> {
  if (!existsSync(folder)) return null;
  const dataset = await mkdtemp(join(tmpdir(), 'skein-otc-'));
  try {
    await importBitcoinOtc(folder, dataset);
    const labels = await readLabels(join(dataset, 'labels.csv'));
    // What is not there cannot leak.
    await rm(join(dataset, 'labels.csv'));
    await loadFolders(database, settings, [dataset], {}, silentProgress);
    const { findings: all, accounts, run } = await detect(database, {}, silentProgress);
    const findings = all.filter((finding) => finding.detector === detector);
    const scoreOf = new Map(accounts.map(({ account_id, score }) => [account_id, score]));
    const usual = run.detectors.find(({ id }) => id === detector)!.parameters;
    const raters = await everyRater(database, usual);
    const strength = new Map(
      findings.flatMap(({ accounts, score }) => accounts.map((id) => [id, score])),
    );
    return figures(labels, raters, { strength, scoreOf });
  } finally {
    await rm(dataset, { recursive: true, force: true });
  }
}

interface RaterFacts {
  rater: string;
  rated: number;
  against: number;
  little_borne_out: number;
  support: number;
  proven: number;
}

/** What the shipped query says of every rater, and not only of those far from the usual. */
async function everyRater(
  database: Database,
  parameters: Record<string, unknown>,
): Promise<Map<string, RaterFacts>> {
  const entry = (await catalogue()).find(({ id }) => id === detector)!;
  const asked = { ...parameters, usual_shortfall: -1, as_of: '9999', shown_ratings: 1 };
  const raters = new Map<string, RaterFacts>();
  for await (const { facts } of database.stream<{ facts: RaterFacts }>(entry.query, asked))
    raters.set(facts.rater, facts);
  return raters;
}

async function readLabels(path: string): Promise<Map<string, boolean>> {
  const [, ...lines] = (await readFile(path, 'utf8')).trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [account = '', role] = line.split(',');
      return [account, role !== 'benign'];
    }),
  );
}

interface LabelledRater extends Ranked {
  id: string;
  facts: RaterFacts;
}

function figures(
  labels: ReadonlyMap<string, boolean>,
  raters: ReadonlyMap<string, RaterFacts>,
  { strength, scoreOf }: Record<'strength' | 'scoreOf', ReadonlyMap<string, number>>,
): BitcoinOtcFigures {
  const known = [...labels].flatMap(([id, positive]): LabelledRater[] => {
    const facts = raters.get(id);
    return facts ? [{ id, positive, facts, score: -facts.proven }] : [];
  });
  const found = known.map((rater) => ({ ...rater, score: strength.get(rater.id) ?? 0 }));
  const scored = known.map((rater) => ({ ...rater, score: scoreOf.get(rater.id) ?? 0 }));
  const heldOut = ({ id }: { id: string }) => !isLookedAt(id);
  return {
    labelled: labels.size,
    rating: known.length,
    distrusted: known.filter(({ positive }) => positive).length,
    standing: {
      all: withInterval(known, areaUnderCurve),
      looked_at: withInterval(
        known.filter(({ id }) => isLookedAt(id)),
        areaUnderCurve,
      ),
      held_out: withInterval(known.filter(heldOut), areaUnderCurve),
    },
    findings: {
      all: withInterval(found, areaUnderCurve),
      held_out: withInterval(found.filter(heldOut), areaUnderCurve),
    },
    scores: withInterval(scored, areaUnderCurve),
    named: { raters: raters.size, named: strength.size },
    trained: withInterval(crossValidated(known), areaUnderCurve),
  };
}

/** By a hash of the id that the source gives, so that it hangs on nothing that the figures hang on. */
function isLookedAt(id: string): boolean {
  return hashed(`otc-dev|${id.replace(/^otc-/, '')}`) < lookedAtShare;
}

function hashed(text: string): number {
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16) / 2 ** 32;
}

/** Each rater is scored by a model that was trained on the other nine folds. */
function crossValidated(raters: readonly LabelledRater[]): Ranked[] {
  const ordered = [...raters].sort((a, b) => hashed(a.id) - hashed(b.id));
  const foldOf = new Map(ordered.map(({ id }, index) => [id, index % folds]));
  return Array.from({ length: folds }, (_, fold) => {
    const trained = trainLogistic(
      raters
        .filter(({ id }) => foldOf.get(id) !== fold)
        .map(({ facts, positive }) => ({ features: features(facts), positive })),
    );
    return raters
      .filter(({ id }) => foldOf.get(id) === fold)
      .map(({ facts, positive }) => ({ score: trained(features(facts)), positive }));
  }).flat();
}

function features({ support, proven, rated, against, little_borne_out }: RaterFacts): number[] {
  return [support, proven, Math.log(1 + rated), against / rated, little_borne_out / rated];
}
