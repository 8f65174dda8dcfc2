import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

export const namesMessages = {
  namesAbout: french`noter des paires de noms : avec quelle vraisemblance les deux sont des graphies d’un seul`,
  pairs: 'un CSV avec les colonnes name1, name2 et, au choix, schema (Person, Organization, …)',
  out: 'où écrire les mêmes lignes avec la colonne score',
  scored: ({ file, pairs }) => french`${count(pairs, 'paire notée', 'paires notées')} : ${file}`,
  screenAbout:
    'chercher des noms dans les listes de surveillance chargées, en toute écriture et graphie',
  names: 'noms de personnes ou de sociétés',
  file: 'un CSV avec la colonne name',
  list: 'cette seule liste de surveillance, par exemple OFAC-SDN',
  noNames: 'Nommez quelqu’un, ou donnez un fichier de noms avec --file.',
  noList: (list) =>
    list === undefined
      ? french`Aucune liste de surveillance n’est chargée : \`skein import ofac\` crée un dossier que \`skein load\` accepte.`
      : `Aucune inscription d’une liste de surveillance ${list} n’est chargée.`,
  against: (lists) =>
    french`Comparé à ${lists.map(([list, entries]) => `${list === '' ? 'des inscriptions d’aucune liste nommée' : list} (${figure(entries)} ${entries < 2 ? 'inscription' : 'inscriptions'})`).join(', ')}, telles que chargées ici. L’absence de résultat ne blanchit personne.`,
  nothing: (name) => french`${name} : aucune inscription n’a un nom semblable.`,
  found: (name, found) =>
    french`${name} : ${figure(found)} ${found < 2 ? 'inscription a' : 'inscriptions ont'} un nom semblable ; un nom seul n’identifie personne`,
} satisfies Given<Messages['names']>;
