/** What the program writes is for its owner alone: each file that is made says so, or stands here with why not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkout } from '../../server/platform/settings/settings.ts';

/** They hold nothing of anybody, or have the rights that somebody else's file had. */
const others: Readonly<Record<string, string>> = {
  'server/edge/docs/main.ts': 'the documents of the source',
  'server/edge/commands/actions/new-detector.ts': 'the source of a detector',
  'server/edge/commands/actions/verify.ts': 'the page that verifies, the same for everybody',
  'server/operations/retention/home-erasure.ts': 'as the file was whose place it takes',
  'server/operations/delivery/folder.ts': 'handed over: for whom the folder is',
};

/** Making a file, of `node:fs` or on its promises; what is written to one that is open is none. */
const makes =
  /(?<![.\w#])(?:writeFile|writeFileSync|createWriteStream|appendFileSync|openSync|open(?=\([^)]*,))\(/g;

/** What stands in the brackets that begin there. */
function argumentsAt(text: string, start: number): string {
  let depth = 1;
  let at = start;
  for (; depth > 0 && at < text.length; at += 1)
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
  return text.slice(start, at - 1);
}

/** Opened to be read, or to be changed where it lies. */
const readOnly = /'r\+?'|O_RDONLY/;

const makingFiles = readdirSync(join(checkout, 'server'), { recursive: true })
  .map((path) => join('server', String(path)))
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => {
    const text = readFileSync(join(checkout, path), 'utf8');
    if (!/from 'node:fs(?:\/promises)?'/.test(text)) return [];
    return [...text.matchAll(makes)]
      .map((found) => argumentsAt(text, found.index + found[0].length))
      .filter((given) => !readOnly.test(given))
      .map((given) => ({ path, given, isOwn: /0o600|ownAlone/.test(given) }));
  });

it('every file that the server or a command makes is for its owner alone', () => {
  expect(makingFiles.length).toBeGreaterThan(20);
  const open = makingFiles.filter(({ path, isOwn }) => !isOwn && others[path] === undefined);
  expect(open).toEqual([]);
});

it('has no exception that is none', () => {
  const made = new Set(makingFiles.filter(({ isOwn }) => !isOwn).map(({ path }) => path));
  expect(Object.keys(others).filter((path) => !made.has(path))).toEqual([]);
});
