import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

export const feedsMessages = {
  about: 'listes de surveillance tenues à jour depuis là où elles sont publiées',
  list: 'donner les flux, et l’édition chargée de chacun',
  refresh: 'chercher la liste d’un flux, la charger, et y confronter ce qui est nouveau ou modifié',
  id: 'identifiant du flux',
  publishedOption: 'date de l’édition (2021-07-14, 2021-07), là où sa source ne la dit pas',
  forceOption: 'prendre une édition plus ancienne que celle qui est chargée',
  none: (file) => `Il n’y a aucun flux. Nommez-en un dans ${file}, ou créez-en un par l’API.`,
  line: ({ id, list, format, from, published_on: edition }) =>
    `${id}  ${list}  ${format}  ${edition === null ? 'jamais chargée' : `édition du ${edition}`}  ${from}`,
  summary: ({ outcome, screening }) => {
    const { list, published_on: edition, before, counts } = screening;
    if (outcome === 'unchanged')
      return french`${list} : rien n’a changé depuis l’édition du ${edition}.`;
    const { entry_changes: entries, matches } = counts;
    return [
      french`${list}, édition du ${edition}${before === null ? '' : `, après celle du ${before}`} : ${count(counts.entries, 'inscription', 'inscriptions')}.`,
      `  inscriptions     ${count(entries.added, 'ajoutée', 'ajoutées')}, ${count(entries.changed, 'modifiée', 'modifiées')}, ${count(entries.removed, 'retirée', 'retirées')}`,
      `  correspondances  ${count(matches.new, 'nouvelle', 'nouvelles')}, ${count(matches.changed, 'modifiée', 'modifiées')}, ${count(matches.gone, 'disparue', 'disparues')}`,
      ...(counts.rejected > 0
        ? [
            `  ${count(counts.rejected, 'ligne n’a pu être chargée', 'lignes n’ont pu être chargées')}`,
          ]
        : []),
      french`Confrontation ${screening.id}. Une correspondance est une concordance à examiner ; à elle seule, elle n’identifie personne.`,
    ].join('\n');
  },
  step: {
    fetching: (id) => `Recherche de ${id}`,
    screening: (entries) => `Confrontation de ${count(entries, 'inscription', 'inscriptions')}`,
  },
  noFeed: (id) => `Il n’y a pas de flux ${id}.`,
  noScreening: (id) => `Il n’y a pas de confrontation ${id}.`,
  idTaken: (id) => french`Il y a déjà un flux ${id} : donnez à celui-ci un autre identifiant.`,
  listTaken: (list, feed) =>
    `La liste ${list} a déjà un flux (${feed}), et deux déferaient le travail l’un de l’autre.`,
  busy: (id) => french`Le flux ${id} est en cours d’actualisation : attendez qu’elle ait pris fin.`,
  file: {
    unreadable: (file, why) => french`Le fichier ${file} ne peut être lu : ${why}.`,
    notJson: (file, why) => french`Le fichier ${file} n’est pas du JSON : ${why}.`,
    faults: (file, details) =>
      [
        french`Le fichier ${file} ne dit pas quels flux il y a :`,
        ...details.map(({ where, problem }) => french`  ${where} : ${problem}`),
      ].join('\n'),
    twice: (what) => french`figure deux fois : ${what}`,
    neither: 'n’est ni un dossier absolu ni une adresse http:// ou https://',
    credentials: french`contient un mot de passe, qui serait montré avec elle : retirez-le`,
  },
  from: {
    noFolder: (folder) => `Il n’y a pas de dossier ${folder}, ou il ne peut être lu.`,
    noList: (folder, what) =>
      `Le dossier ${folder} ne contient pas ${what}, ni aucun dossier dont le nom finit par une date.`,
    several: (folder, files) =>
      french`Le dossier ${folder} contient plusieurs listes (${files.join(', ')}) : n’en laissez qu’une, ou terminez leurs noms par la date de chacune.`,
    noAnswer: (url, why) =>
      french`L’adresse ${url} ne peut être lue : ${why}. La liste reste telle quelle ; réessayez.`,
    status: (status) => `statut HTTP ${figure(status)}`,
    otherHost: (to) => `elle mène à ${to}, qui est un autre hôte`,
    manyRedirects: 'elle mène toujours plus loin',
    tooLarge: (most) => `elle dépasse ${count(most, 'octet', 'octets')}`,
    tooSlow: (seconds) => `elle prend plus de ${count(seconds, 'seconde', 'secondes')}`,
  },
  noDate: (id) =>
    french`La source du flux ${id} ne dit pas quand cette édition a été publiée : terminez le nom de son dossier ou de son fichier par la date (-2021-07-14), ou donnez-la par --published (\`published\` dans l’API).`,
  badDate: (date) =>
    french`La date ${date} n’est pas celle d’une édition : écrivez 2021-07-14, 2021-07 ou 2021.`,
  older: (list, published, loaded) =>
    french`Cette édition de ${list} est du ${published}, plus ancienne que celle qui est chargée, du ${loaded} : rien n’a été modifié. Si elle doit compter malgré tout, dites-le par --force (\`force\` dans l’API).`,
  empty: (list) =>
    french`Cette édition de ${list} n’a aucune inscription : rien n’a été modifié, car toutes compteraient comme retirées.`,
} satisfies Given<Messages['feeds']>;
