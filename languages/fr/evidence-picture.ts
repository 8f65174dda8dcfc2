import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

export const evidencePictureMessages = {
  title: {
    cluster: (id, name) => (name === '' ? `Groupe ${id}` : french`Groupe ${id} : ${name}`),
    finding: (id) => `Ce sur quoi repose le constat ${id}`,
    account: (id, hops) =>
      `Le compte ${id} et ce qui se trouve à ${count(hops, 'pas', 'pas')} au plus`,
    board: (title) => french`Le tableau « ${title} »`,
    selection: 'Ce qui a été choisi, et les relations entre ces éléments',
  },
  ofType: (name, number) => `${name} (${figure(number)})`,
  several: (number, many) => `${figure(number)} ${many}`,
  signs: {
    several: french`double : plusieurs d’un type qui touchent les mêmes`,
    stub: french`creux : nommé par les données, décrit par aucune ligne`,
    ring: french`anneau : la vraisemblance, d’après les seules règles, qu’un compte soit tenu par ou pour un dispositif ; un anneau plein vaut 1`,
    stated: french`dit par les données ; plus épais, plus de lignes`,
    inferred: 'déduit par une règle du programme',
    rejected: 'déduit, et rejeté par un analyste',
  },
  shown: (members, context, others, relations) =>
    french`Dessinés : ${count(members, 'compte', 'comptes')}${context > 0 ? `, outre ${count(context, 'compte montré', 'comptes montrés')} seulement pour le contexte` : ''}, ${count(others, 'autre nœud', 'autres nœuds')}, ${count(relations, 'relation', 'relations')}.`,
  context: (accounts, others) =>
    french`plus clair : montré seulement pour le contexte (${[
      ...(accounts > 0 ? [count(accounts, 'compte', 'comptes')] : []),
      ...(others > 0 ? [count(others, 'autre nœud', 'autres nœuds')] : []),
    ].join(', ')})`,
  ofContextType: (many) => `${many} (seulement pour le contexte)`,
  forContext: (name) => `${name} (montré seulement pour le contexte)`,
  asOf: (time) =>
    time === null
      ? 'Toutes les données chargées ont servi.'
      : `Rien de ce qui s’est passé après ${time} n’a servi.`,
  leftOut: {
    linking: (left, all) =>
      french`${count(left, 'nœud', 'nœuds')} sur ${figure(all)} ${left < 2 ? 'n’est pas dessiné' : 'ne sont pas dessinés'} : ce que touchent moins de deux comptes. Le reste est dans les autres fichiers du dossier.`,
    foremost: (left, all) =>
      `${count(left, 'nœud', 'nœuds')} sur ${figure(all)} ${left < 2 ? 'n’est pas dessiné' : 'ne sont pas dessinés'}. Sont dessinés les comptes dont il s’agit, ceux aux scores les plus élevés d’abord, et ce que le plus d’entre eux ont en commun. Le reste est dans les autres fichiers du dossier.`,
  },
  places: 'Les nœuds qu’une personne a placés sur le tableau y sont à leur place.',
  meaning: 'Un trait dit que les données lient deux choses, non ce qu’est qui que ce soit.',
} satisfies Given<Messages['evidence']['picture']>;
