import type { Cluster, BareFinding } from '../../../domain/finding.ts';
import { en } from '../../../domain/messages/en/index.ts';
import { messages } from '../../../domain/messages/index.ts';
import { activeLanguage } from '../../../domain/messages/language.ts';
import { catalogue, messagesOf, type CatalogueEntry } from '../catalogue/catalogue.ts';
import { titleOf } from '../findings/finding-title.ts';

/**
 * What a run says in words is stored in English. Here it is said in the language in force, from the stored facts;
 * where another version of the detector said it, whose facts may mean something else, it stays as it is.
 */
export async function localizeFindings<F extends BareFinding>(
  findings: readonly F[],
): Promise<F[]> {
  if (activeLanguage() === 'en') return [...findings];
  const detectors = new Map((await catalogue()).map((detector) => [detector.id, detector]));
  return findings.map((finding) => {
    const detector = detectors.get(finding.detector);
    if (detector?.version !== finding.version) return finding;
    const facts = detector.facts.safeParse(finding.facts);
    const told = facts.success ? facts.data : finding.facts;
    const headline = messagesOf(detector).headline(told);
    return { ...finding, title: titleOf(headline, finding.accounts) };
  });
}

/** The same for the names and summaries of clusters, when the program would say them in English as they stand. */
export async function localizeClusters(clusters: readonly Cluster[]): Promise<Cluster[]> {
  if (activeLanguage() === 'en') return [...clusters];
  const detectors = await catalogue();
  return clusters.map((cluster) => {
    const binding = bondsNamed(cluster, detectors);
    const inEnglish = saidBy(
      en.detect,
      cluster,
      binding.map((one) => one.messages.bond),
    );
    if (inEnglish.name !== cluster.name || inEnglish.summary !== cluster.summary) return cluster;
    const bonds = binding.map((one) => messagesOf(one).bond);
    return { ...cluster, ...saidBy(messages.detect, cluster, bonds) };
  });
}

type ClusterWords = Pick<typeof messages.detect, 'clusterName' | 'clusterSummary'>;

function saidBy(say: ClusterWords, cluster: Cluster, bonds: readonly string[]) {
  const { accounts, first_seen: first, last_seen: last } = cluster;
  return {
    name: say.clusterName(accounts.length, bonds[0] ?? ''),
    summary: say.clusterSummary(accounts.length, bonds, first, last),
  };
}

/** The detectors whose bonds the summary names, in its order, which is by weight. */
function bondsNamed(
  { detectors, summary }: Cluster,
  all: readonly CatalogueEntry[],
): CatalogueEntry[] {
  const place = ({ messages: { bond } }: CatalogueEntry) => summary.indexOf(bond);
  return all
    .filter((one) => detectors.includes(one.id) && place(one) >= 0)
    .sort((one, other) => place(one) - place(other));
}
