/** What has parameters that people may change: each detector, and the order of clusters. */
import type { Parameters, Settings } from '../../../domain/detector.ts';
import type { RankingInfo } from '../../../domain/answers.ts';
import { en } from '../../../domain/messages/en/index.ts';
import { messages } from '../../../domain/messages/index.ts';
import {
  rankingId,
  rankingParameters,
  rankingVersion,
  type RankingParameter,
  type RankingSettings,
} from '../../../domain/ranking.ts';
import { catalogue, type CatalogueEntry } from '../catalogue/catalogue.ts';

export type Tunable = Pick<CatalogueEntry, 'id' | 'parameters'>;

const words = en.rankingParameters;

/** The order of clusters, declared as a detector is: with defaults, ranges and reasons, in English. */
export const ranking: Tunable = {
  id: rankingId,
  parameters: Object.fromEntries(
    Object.entries(rankingParameters).map(([name, limits]) => [
      name,
      { ...limits, ...words[name as RankingParameter] },
    ]),
  ) satisfies Parameters,
};

/** The order of clusters as the API shows it, in the language in force. */
export function rankingInfo(): RankingInfo {
  const said: Readonly<Record<string, { name: string; why: string; unit?: string }>> =
    messages.rankingParameters;
  return {
    id: rankingId,
    version: rankingVersion,
    title: messages.ranking.parametersTitle,
    parameters: Object.entries(rankingParameters).map(([name, limits]) => ({
      ...{ name, ...limits, unit: said[name]!.unit ?? null, why: said[name]!.why },
    })),
    names: Object.fromEntries(Object.entries(said).map(([name, one]) => [name, one.name])),
  };
}

/** The values of its parameters, which are all numbers. */
export function rankingSettings(values: Settings<Parameters>): RankingSettings {
  return Object.fromEntries(
    Object.entries(rankingParameters).map(([name, limits]) => {
      const value = values[name];
      return [name, typeof value === 'number' ? value : limits.default];
    }),
  ) as Record<RankingParameter, number>;
}

/** Detectors by id, and the order of clusters after them. */
export async function tunables(): Promise<Tunable[]> {
  return [...(await catalogue()), ranking];
}
