import { timestampFile, timestampSignatureFile } from '../bag-layout.ts';
import { signedName } from '../signed-name.ts';
import { standing, type Fault, type Stamped, type Verdict } from '../verdict.ts';
import { element } from './elements.ts';
import { messages } from './language.ts';

/** What is shown of a verdict. `bytes` is the ZIP's size, `keyGiven` whether a key was given to compare with. */
export function resultOf(verdict: Verdict, bytes: number, keyGiven: boolean): HTMLElement {
  const { faults, remarks } = verdict;
  return element(
    'div',
    { class: `result ${standing(verdict)}` },
    element(
      'div',
      { class: 'banner' },
      element('span', { class: 'mark', 'aria-hidden': 'true' }),
      element(
        'div',
        {},
        element('h2', { id: 'verdict', tabindex: '-1' }, headline(verdict)),
        element('p', {}, meaning(verdict)),
      ),
    ),
    facts(verdict, bytes, keyGiven),
    ...(faults.length > 0 ? [element('h3', {}, messages().page.faults), faultList(faults)] : []),
    ...(remarks.length > 0
      ? [element('h3', {}, messages().page.remarks), remarkList(remarks)]
      : []),
    comparisons(verdict),
  );
}

function remarkList(remarks: readonly string[]): HTMLElement {
  const items = remarks.map((text) => element('li', {}, text));
  return element('ul', { class: 'remarks' }, ...items);
}

/** What is said aloud once a bundle is checked. */
export function headline(verdict: Verdict): string {
  const text = messages().page.headline;
  const stands = standing(verdict);
  return stands === 'broken' ? text.broken(verdict.faults.length) : text[stands];
}

function meaning(verdict: Verdict): string {
  const { page, verdict: ofCommand } = messages();
  switch (standing(verdict)) {
    case 'intact':
      return page.meaning.intact(verdict.files);
    case 'untrusted':
      return page.meaning.untrusted(verdict.files);
    case 'undated':
      return page.meaning.undated(verdict.files);
    case 'repacked':
      return ofCommand.containerOnly;
    case 'broken':
      return verdict.files > 0 ? page.meaning.broken : page.meaning.noBundle;
  }
}

function facts(verdict: Verdict, bytes: number, keyGiven: boolean): HTMLElement {
  const { facts: names, size } = messages().page;
  const pairs: readonly (readonly [string, HTMLElement | string])[] = [
    [names.file, element('bdi', {}, verdict.file)],
    [names.size, size(bytes)],
    [names.files, String(verdict.files)],
    ...(verdict.signed_as
      ? [[names.name, element('bdi', {}, signedName(verdict.signed_as, messages()))] as const]
      : []),
    ...(verdict.payload_digest === null
      ? []
      : [[names.digest, element('code', {}, verdict.payload_digest)] as const]),
    ...(verdict.files > 0
      ? ([
          [names.signer, signer(verdict, keyGiven)],
          [names.timestamp, timestamp(verdict)],
        ] as const)
      : []),
  ];
  return element(
    'dl',
    {},
    ...pairs.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );
}

function signer({ signed_by: by }: Verdict, keyGiven: boolean): string {
  const { signer: text } = messages().page;
  if (!by) return text.none;
  if (by.name !== null) return text.trusted(by.key);
  return keyGiven ? text.other(by.key) : text.uncompared(by.key);
}

function timestamp({ timestamp: stamped, faults }: Verdict): HTMLElement | string {
  const { timestamp: text } = messages().page;
  if (stamped === 'unread') return text.unread;
  if (stamped) return authority(stamped);
  const ofTimestamp = [timestampFile, timestampSignatureFile];
  const isFaulty = faults.some(({ name }) => name !== null && ofTimestamp.includes(name));
  return isFaulty ? text.invalid : text.none;
}

/** Its name comes from outside, and may be written from right to left. */
function authority({ authority: name, at, trusted }: Stamped): HTMLElement {
  const { timestamp: text } = messages().page;
  const root = trusted ? text.trusted : trusted === false ? text.untrusted : text.uncompared;
  return element('span', {}, element('bdi', {}, name), ` ${text.said(at)} ${root}`);
}

function faultList(faults: readonly Fault[]): HTMLElement {
  const { kinds } = messages().page;
  return element(
    'ul',
    { class: 'faults' },
    ...faults.map(({ kind, name, detail }) =>
      element(
        'li',
        { 'data-kind': kind },
        element('span', { class: 'kind' }, kinds[kind]),
        ' ',
        ...(name === null ? [] : [element('code', { class: 'name' }, name), ' ']),
        element('span', { class: 'detail' }, detail),
      ),
    ),
  );
}

/** No program can compare with what a person was told. */
function comparisons({ payload_digest: digest, signed_by: by }: Verdict): HTMLElement | string {
  const { compare } = messages().page;
  const lines = [...(digest === null ? [] : [compare.digest]), ...(by ? [compare.key] : [])];
  if (lines.length === 0) return '';
  return element(
    'div',
    { class: 'compare' },
    element('h3', {}, compare.title),
    element('ul', {}, ...lines.map((line) => element('li', {}, line))),
  );
}
