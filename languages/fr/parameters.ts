import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

const day = (at: string) => at.slice(0, 10);

const between = (min: number, max: number) =>
  min === -Infinity
    ? `au plus ${figure(max)}`
    : max === Infinity
      ? `au moins ${figure(min)}`
      : `de ${figure(min)} à ${figure(max)}`;

export const parametersMessages = {
  problems: {
    number: 'doit être un nombre',
    outside: (value, min, max) => `doit être ${between(min, max)}, non ${figure(value)}`,
    text: (longest) => `doit être un texte de 1 à ${count(longest, 'caractère', 'caractères')}`,
    list: (most, longest) =>
      `doit être une liste d’au plus ${count(most, 'texte', 'textes')}, chacun de 1 à ${count(longest, 'caractère', 'caractères')}`,
    twice: 'nomme deux fois un texte',
    unknown: (detector, name, known) =>
      known.length === 0
        ? `${detector} n’a pas de paramètres`
        : french`${detector} n’a pas de paramètre ${name} ; il a ${known.join(', ')}`,
    notRunning: (detector) => `${detector} n’est pas parmi les détecteurs exécutés`,
    form: (written, withDetector) =>
      `--param attend ${withDetector ? 'détecteur.paramètre=valeur' : 'paramètre=valeur'}, non ${written}.`,
    faults: (lines) =>
      lines.length === 1
        ? `Aucune exécution ne pourrait s’en servir. ${lines[0]!}.`
        : [
            french`Aucune exécution ne pourrait s’en servir :`,
            ...lines.map((line) => `- ${line}`),
          ].join('\n'),
    unfit: (detector, revision, problem) =>
      french`Les paramètres de ${detector} en vigueur (révision ${revision}) ne vont pas avec cette version de Skein : ${problem}. Mettez-en d’autres en vigueur avec \`skein detector set\`, ou revenez à ceux déclarés avec \`skein detector reset\`.`,
    overtaken: (detector, by, at) =>
      by === ''
        ? french`Personne n’a encore changé les paramètres de ${detector} : ils sont à la révision 0.`
        : `${by} a changé entre-temps, le ${day(at)}, les paramètres de ${detector}. Relisez-les, et essayez à partir de ce qu’ils sont.`,
    justOvertaken: (detector) =>
      `Une autre personne vient de changer les paramètres de ${detector}. Relisez-les.`,
    nothing: (detector) => `Ces valeurs de ${detector} sont déjà en vigueur.`,
    notTried: (trial, detector) =>
      french`L’essai ${trial} n’a pas de résultat pour ${detector} : nommez-en un qui soit achevé, ou aucun.`,
    otherQuery: (trial, detector) =>
      `L’essai ${trial} a exécuté une autre requête que celle de ${detector}, et ne dit donc rien de ces valeurs.`,
    triedOthers: (trial, detector) =>
      `L’essai ${trial} a exécuté ${detector} avec d’autres valeurs. Essayez celles-ci, ou ne nommez pas d’essai.`,
  },
  command: {
    about: 'les détecteurs, leurs paramètres, et des essais d’autres',
    list: 'afficher les détecteurs, et lesquels de leurs paramètres ne sont pas ceux déclarés',
    show: 'afficher les paramètres d’un détecteur avec leurs raisons, et chacun de leurs changements',
    set: french`mettre des valeurs en vigueur dès la prochaine exécution ; celles non nommées restent`,
    reset: 'ramener des paramètres à ce qui est déclaré, dès la prochaine exécution',
    create:
      'écrire un nouveau détecteur qui fonctionne, son test et ce qu’il doit trouver dans l’échantillon',
    newId: french`son identifiant : des mots en minuscules reliés par des traits d’union, comme shared-door`,
    badId: (id) =>
      french`${id} n’est pas un identifiant de détecteur : écrivez des mots en minuscules reliés par des traits d’union, comme shared-door.`,
    noCheckout: french`Un détecteur s’écrit dans une copie du dépôt, avec ses tests : clonez-le, et lancez cette commande là.`,
    exists: (id, path) => french`${id} existe déjà : ${path} reste tel quel.`,
    next: (id) =>
      [
        french`1. npm test -- test/detectors/${id} réussit tel quel. Écrivez le test de ce que vous cherchez, puis la requête, les faits et les textes.`,
        french`2. Dites dans datasets/silverstar/expected/${id}.json ce qu’il doit et ne doit pas trouver dans l’échantillon, et dans test/figures/recounts/${id}.ts comment ses chiffres se comptent depuis les fichiers.`,
        french`3. npm test -- test/contract test/datasets test/figures test/detect test/increment tient le détecteur à tout ce que chaque détecteur respecte.`,
        french`4. npm run docs, puis npm run quality montre ce qu’il vaut : CONTRIBUTING.md, « A detector ».`,
      ].join('\n'),
    detector: 'identifiant du détecteur',
    param: french`une valeur d’un paramètre ; à répéter pour plusieurs, une liste séparée par des virgules`,
    paramOfRun: french`détecteur.paramètre=valeur pour cette seule exécution ; à répéter pour plusieurs`,
    names: french`les paramètres ; tous si aucun n’est nommé`,
    why: 'pourquoi, pour l’historique et le journal de garde',
    trial: 'identifiant de l’essai sur lequel cela repose',
    restsOn: 'refuser si ce n’est pas la révision en vigueur',
    line: (id, version, changed) => `${id.padEnd(26)} ${version}  ${changed.join(', ')}`.trimEnd(),
    head: (id, version, title, revision) =>
      french`${id}, version ${version} : ${title}` +
      `\n${revision === 0 ? 'Tous les paramètres sont ceux déclarés.' : `La révision ${revision} est en vigueur.`}`,
    parameter: (name, value, usual, unit) =>
      `  ${name} = ${value}${unit === null ? '' : ` ${unit}`}${usual === null ? '' : french` (déclaré : ${usual})`}`,
    range: (min, max) =>
      min === null && max === null ? '' : ` [${between(min ?? -Infinity, max ?? Infinity)}]`,
    change: (revision, by, at, values, why) =>
      french`  ${revision}  ${at.slice(0, 16).replace('T', ' ')}  ${by} : ${values === '' ? 'comme déclaré' : values} – ${why}`,
    restingOn: (trial) => `     après l’essai ${trial}`,
    done: (detector, revision) =>
      `La révision ${revision} des paramètres de ${detector} est en vigueur dès la prochaine exécution.`,
  },
} satisfies Given<Messages['parameters']>;
