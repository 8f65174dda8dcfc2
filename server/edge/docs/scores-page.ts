import { compareText } from '../../../domain/compare-text.ts';
import type { CatalogueEntry } from '../../detection/catalogue/catalogue.ts';
import { priorWeights } from '../../detection/weights/prior-weights.ts';
import type { Weights } from '../../detection/weights/weights.ts';
import { rankingParameters } from '../../../domain/ranking.ts';
import { en } from '../../../domain/messages/en/index.ts';
import { table } from './table.ts';

/** docs/SCORES.md: how scores add up, and every weight with its reason. */
export function scoresPage(
  { link, account, group, cluster }: Weights,
  detectors: readonly CatalogueEntry[],
): string {
  const priors = priorWeights(detectors);
  return [
    '# Scores',
    'Generated from `server/detection/weights/weights.json` by `npm run docs`. Each detector declares what it is assumed to weigh at full strength, and why ([DETECTORS.md](DETECTORS.md)): `assumed` below is its share of that. The weights are measured by `npm run quality -- --fit` on labelled worlds and on platforms drawn from them (fewer rings, other shares of each kind of look-alike, detectors that are silent, rings that are more careful), each generator as much as any other but for the one whose worlds come out worst, which counts twice; they are drawn firmly to what is assumed, and fall to no less than a quarter of it. See [QUALITY.md](QUALITY.md) for what they are worth.',
    'All weights are log-odds: 1 / (1 + e^-(prior + weights)) is the score. What was decided on a platform can move them: see [CALIBRATION.md](CALIBRATION.md). None is negative: nothing that a person does speaks for innocence, it only fails to speak against it. What honestly explains a group takes from what speaks against that group, and never adds.',
    '## Links',
    'Whether two accounts are in the same hands. A finding of a detector that binds counts with *its strength × the share of it that holds for these two × how rare the shared thing is*; how much that tells grows with its logarithm, and beyond a half it is plain. `bond:<detector>` weighs how much it tells, `tight:<detector>` how far it is plain; of each family of evidence the strongest finding counts. Rarity is 1 where two accounts share a thing and falls with the logarithm of how many do. `skein explain A B` shows the sum for two accounts.',
    'A row counts once. Each finding keeps which rows it rests on, account by account (`rests_on`: digests of the rows’ keys, of many the smallest 48). Where half of the rows of one are those of another, the two are one body of evidence, whatever their families: one counts in full, the other for the share of its rows that is its own; of both ways of saying which is which, the one that tells more. `skein explain` shows those that weigh nothing, too, and as what they count already. The same holds of what an account shows itself (`own:`, `plain:`), of the bonds of each member of a group, and of what its members show (`shown:`): what a member shows by rows that bind it to the others, or by which it shows something heavier, counts for the share of its rows that is its own. That the holder of a payment account bears another name than a member is told by the row that says who is paid there and by the row of the payment account: half of it is its own beside a bond by the first. What was inferred of an account and a thing rests on the thing’s row; what was inferred of two accounts, as that they write alike, on none.',
    'What an analyst has decided goes before all of this. A pair that was confirmed to be in the same hands, or judged one and the same, weighs `judged:*` beside what it has in common; one that was rejected is no link, and what it has in common speaks for neither of the two.',
    'What an analyst has made an exception, since it has an honest reason, keeps a fifth of its strength until a day, for links and for accounts; the reasons that it lowers name it.',
    `Before any evidence: ${link.prior} (${link.why}).`,
    weightTable(link.terms, priors.link),
    '## Accounts',
    'How likely, given the data, an account is run by or for a scheme. `own:<detector>` is how much the strongest finding of that detector that names it tells, `plain:<detector>` how far it is plain. What an eighth of the platform shows as much of, beyond the share that schemes may have, is worth three sevenths, what half of it shows one seventh: a sign that is usual there cannot tell anybody apart; the run keeps what was usual as `usual_amounts`. `peers:<family>` is what the accounts linked with it show that it does not show itself, by how likely the link is; `linked:surest` how sure the surest link to another account is: the log-odds of that link from −4 to 1, as a number from 0 to 1. `platform:silent` is how much of all that could tell this platform cannot show, for it keeps no records of whole families of evidence (`domain/family-records.ts`): the other priors are those of a platform that keeps records of everything, on which a scheme’s accounts mostly show several kinds of evidence and their absence counts; where there are ratings alone, or money alone, it must not. It is added for those alone about whom something speaks. `:*` is what a term weighs that nobody measured yet.',
    `Before any evidence: ${account.prior} (${account.why}).`,
    weightTable(account.terms, priors.account),
    '## Groups',
    'Whether accounts that hang together serve one scheme is asked of them as a whole, and of nobody by himself: one weak sign in ten people who hang together is strong. Nothing of this is fitted; each weight is set, with its reason. Candidates are the sets that binding findings name, and who is connected by bonds of at least so much, at several thresholds. Each is bettered by one account more or less as long as that makes it likelier, joined with those it touches, and those are kept that explain most; no two overlap. Who hangs together is found by all that binds them; the sum that says how likely it serves a scheme counts each row that binds a member once.',
    '`bond:<family>` is the strongest bond of that family that each member has to another, as a mean over all members: what a bond of a detector weighs at full strength is `bond:<detector>`. `shown:<family>` is what more members show by themselves than chance explains on this very platform: the binomial tail of the share that shows as much there, at whichever strength is most telling, less what the search costs (how many signs were tried, and how many groups as large could have been picked from those who hold as firmly); as good as certain from 10 natural units on, in full where three in five members show it, and only as far as the group holds together. What one finding says of several accounts is no sign of each. `shown:exits` is the same of the networks whose exits (of VPNs, of Tor, of rented servers) they use: how improbably many of those members that use any use each, against the share of all accounts that use any, less what it costs to have looked at every exit, and less what such exits bind already. `shown:clients` is that clients hired or rated hardly anybody (one in five at most) but members: how improbably many, against the share that members are of all that were hired, less what it costs to have looked at every client, and less what ratings bind already; a client who likes to hire the same few is explained by just that, but not that these share money, machines or papers as well. `group:tight` is how firmly it holds where it holds least; `group:size` counts doublings from a pair to sixteen. `platform:silent` is as for accounts.',
    'Each honest explanation is a rival. What it would show as well, by the share that the detector itself states (`explainedBy`), is taken from every line; more members than it usually has cost it. The odds are those of a scheme against the rival that fits best, and a cluster says which it is, which comes next and by how much. An account’s score is the higher of its own sum and of its group’s odds (`belongs:group`), less where little holds it there.',
    table(
      ['honest explanation', 'log-odds of a scheme against it', 'usually at most', 'why'],
      Object.entries(group.rivals).map(([name, { prior, most, why }]) => [
        `\`${name}\``,
        prior.toFixed(2),
        `${most.toLocaleString('en')} accounts`,
        why,
      ]),
    ),
    weightTable(group.terms),
    '## Clusters',
    `Nothing that scores below ${cluster.least} (${cluster.why}) is a cluster or stands in one, but for who is half as likely and firmly tied, or belongs to a group that is believed.`,
    'Groups that are likely enough come first. Of all other accounts: links that are at least one in ten likely make a graph; its communities (Louvain, within each connected component) are parted at weak bridges, then accounts scored below that are left out, but for those scored at least half of it whose links with members add up to 1.5 members in the same hands, and those that an analyst confirmed to be in the same hands as such a member. Communities that a confirmed link joins are one. The score of such a cluster is the mean of its members’; that of a group is the group’s own. A community, too, is judged as one set: a quarter of those log-odds, where they speak against a scheme, is taken from the log-odds of its score, and where that leaves it below the threshold it is no cluster, unless an analyst confirmed a link of it.',
    '## The order of clusters',
    'Scores saturate: beyond nine in ten they say little of what to look at first. So clusters stand in the order of a sum of how likely each is and of what is at stake with it, ties by score. Likelihood is the log-odds of the score, bounded both ways by `likelihood_cap`. Each part of what is at stake counts from 0 to 1, times its weight; as all is in log-odds, a weight of 1 makes up for odds that are 2.7 times longer. Nothing of this is fitted: each weight is set by judgement, is a parameter that may be changed ([PARAMETERS.md](PARAMETERS.md)), and is kept with the run. A cluster’s `ranking` has the facts, each term with its value, its weight and what it adds, and their `total`.',
    '- `listed`: how surely a finding about watchlists that names a member leads to a listed party; weaker ones than `identified_from` identify nobody, nor does a nationality or a country ever. What an exception lowers counts as lowered.\n- `money`: what settled in the last months to the payment accounts into which mostly members are paid, from others than the members. Currencies are never converted nor added: in each, the sum is held against what is usual there, the middle of what payment accounts received that received anything in these months; the currency that stands out most counts, by the logarithm up to `money_full`.\n- `active`: 1 where a member logged in, bid or was paid within the last days; what arrives at a payment account into which several members are paid says of none of them that it is at work.\n- `growing`: the share of members that opened their account in the last months or first used then what the members share; in full from `growing_full`.\n- `victims`: accounts outside that hired members or paid them from a payment account of their own, at any time, by the logarithm up to `victims_full`.',
    'All of it is as of the time that the run is for; without one, of the last time that the data tell of, not of a clock. It hangs on the data and on this run alone, so that a run over what changed says the same bytes as a full one.',
    rankingTable(),
  ].join('\n\n');
}

function rankingTable(): string {
  const words: Readonly<Record<string, { why: string; unit?: string }>> = en.rankingParameters;
  return table(
    ['parameter', 'default', 'from', 'to', 'why'],
    Object.entries(rankingParameters).map(([name, { default: usual, min, max }]) => {
      const { why, unit } = words[name]!;
      return [
        `\`${name}\``,
        unit === undefined ? String(usual) : `${usual} ${unit}`,
        String(min),
        max.toLocaleString('en'),
        why,
      ];
    }),
  );
}

/** With what was assumed of each before it was measured, where detectors declare that. */
function weightTable(
  terms: Weights['link']['terms'],
  priors?: ReadonlyMap<string, number>,
): string {
  const rows = Object.entries(terms)
    .sort(([one], [other]) => compareText(one, other))
    .map(([name, { weight, why }]) => [
      `\`${name}\``,
      ...(priors ? [priors.get(name)?.toFixed(2) ?? ''] : []),
      weight.toFixed(2),
      why,
    ]);
  return table(['term', ...(priors ? ['assumed'] : []), 'weight', 'why'], rows);
}
