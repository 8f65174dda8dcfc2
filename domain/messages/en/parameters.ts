import { count as counted } from './typography.ts';

const day = (at: string) => at.slice(0, 10);

const between = (min: number, max: number) =>
  min === -Infinity
    ? `at most ${max}`
    : max === Infinity
      ? `at least ${min}`
      : `from ${min} to ${max}`;

/** What a person reads of: parameters of detectors, and which values are in force. */
export const parametersMessages = {
  problems: {
    number: 'must be a number',
    outside: (value: number, min: number, max: number) =>
      `must be ${between(min, max)}, not ${value}`,
    text: (longest: number) =>
      `must be a text of 1 to ${counted(longest, 'character', 'characters')}`,
    list: (most: number, longest: number) =>
      `must be a list of at most ${counted(most, 'text', 'texts')}, each of 1 to ${counted(longest, 'character', 'characters')}`,
    twice: 'names a text twice',
    unknown: (detector: string, name: string, known: readonly string[]) =>
      known.length === 0
        ? `${detector} has no parameters`
        : `${detector} has no parameter ${name}; it has ${known.join(', ')}`,
    notRunning: (detector: string) => `${detector} is not among the detectors that run`,
    form: (written: string, withDetector: boolean) =>
      `--param takes ${withDetector ? 'detector.parameter=value' : 'parameter=value'}, not ${written}.`,
    faults: (lines: readonly string[]) =>
      lines.length === 1
        ? `No run could use that. ${lines[0]!}.`
        : ['No run could use that:', ...lines.map((line) => `- ${line}`)].join('\n'),
    unfit: (detector: string, revision: number, problem: string) =>
      `The parameters of ${detector} in force (revision ${revision}) do not fit this version of Skein: ${problem}. Put others in force with \`skein detector set\`, or bring them back to those declared with \`skein detector reset\`.`,
    overtaken: (detector: string, by: string, at: string) =>
      by === ''
        ? `Nobody has changed the parameters of ${detector} yet: they are at revision 0.`
        : `${by} changed the parameters of ${detector} on ${day(at)} meanwhile. Read them again, and try on what they are now.`,
    justOvertaken: (detector: string) =>
      `Another person has changed the parameters of ${detector} at this moment. Read them again.`,
    nothing: (detector: string) => `These values of ${detector} are in force already.`,
    notTried: (trial: string, detector: string) =>
      `The trial ${trial} has no result for ${detector}: name one that is done, or none.`,
    otherQuery: (trial: string, detector: string) =>
      `The trial ${trial} ran another query than that of ${detector}, so it says nothing of these values.`,
    triedOthers: (trial: string, detector: string) =>
      `The trial ${trial} ran ${detector} with other values. Try these, or name no trial.`,
  },
  command: {
    about: 'detectors, their parameters, and trials of other ones',
    list: 'print the detectors, and which of their parameters are not as declared',
    show: 'print the parameters of a detector with their reasons, and every change of them',
    set: 'put values in force from the next run on; those not named stay as they are',
    reset: 'bring parameters back to what is declared, from the next run on',
    create: 'write a new detector that runs, its test and what it must find in the sample',
    newId: 'its id: words in lower case with hyphens between, such as shared-door',
    badId: (id: string) =>
      `${id} is no id of a detector: write words in lower case with hyphens between, such as shared-door.`,
    noCheckout:
      'A detector is written in a checkout of the program, with its tests: clone the repository, and run this there.',
    exists: (id: string, path: string) => `There is a ${id} already: ${path} is left as it is.`,
    next: (id: string) =>
      [
        `1. npm test -- test/detectors/${id} passes as it is. Write the test of what you look for, then the query, the facts and the words.`,
        `2. Say in datasets/silverstar/expected/${id}.json what it must and must not find in the sample, and in test/figures/recounts/${id}.ts how its figures are counted from the files.`,
        `3. npm test -- test/contract test/datasets test/figures test/detect test/increment holds the detector to all that every detector keeps.`,
        '4. npm run docs, then npm run quality shows what it is worth: CONTRIBUTING.md, “A detector”.',
      ].join('\n'),
    detector: 'id of the detector',
    param: 'a value of one parameter; several times for several, a list split by commas',
    paramOfRun: 'detector.parameter=value for this run alone; several times for several',
    names: 'the parameters; all when none is named',
    why: 'why, for the history and the custody log',
    trial: 'id of the trial that it rests on',
    restsOn: 'refuse when this is not the revision in force',
    line: (id: string, version: number, changed: readonly string[]) =>
      `${id.padEnd(26)} ${version}  ${changed.join(', ')}`.trimEnd(),
    head: (id: string, version: number, title: string, revision: number) =>
      `${id}, version ${version}: ${title}\n${revision === 0 ? 'All parameters are as declared.' : `Revision ${revision} is in force.`}`,
    parameter: (name: string, value: string, usual: string | null, unit: string | null) =>
      `  ${name} = ${value}${unit === null ? '' : ` ${unit}`}${usual === null ? '' : ` (declared: ${usual})`}`,
    range: (min: number | null, max: number | null) =>
      min === null && max === null ? '' : ` [${between(min ?? -Infinity, max ?? Infinity)}]`,
    change: (revision: number, by: string, at: string, values: string, why: string) =>
      `  ${revision}  ${at.slice(0, 16).replace('T', ' ')}  ${by}: ${values === '' ? 'as declared' : values} – ${why}`,
    restingOn: (trial: string) => `     after the trial ${trial}`,
    done: (detector: string, revision: number) =>
      `Revision ${revision} of the parameters of ${detector} is in force from the next run on.`,
  },
} as const;
