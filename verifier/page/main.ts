/** The page that verifies a bundle: a ZIP is dropped onto it or chosen, read here, and judged as `skein verify` does. */
import * as z from 'zod/mini';
import { languages } from '../../domain/messages/language.ts';
import type { ByteSource } from '../byte-source.ts';
import { examine } from '../examine.ts';
import { portableDigests } from '../portable-digests.ts';
import type { ReadBundle } from '../verdict.ts';
import { readZip } from '../zip-reader.ts';
import { chooser, element, spokenIn } from './elements.ts';
import { keyField } from './key-field.ts';
import { language, messages, setLanguage, onLanguage } from './language.ts';
import { headline, resultOf } from './result.ts';
import { rootsField } from './roots-field.ts';

// Zod would try whether it may compile its checks, which the page's policy refuses and reports.
z.config({ jitless: true });

/** What was read of the ZIP that was given last; null while it is being read. */
let shown: { file: File; read: ReadBundle; isNew: boolean } | null = null;
/** Counts the ZIPs given, so that one that is still being read is left when another comes. */
let given = 0;
/** Counts what was begun to be shown, so that an earlier verdict that comes late is left. */
let begun = 0;

const key = keyField(() => void show());
const roots = rootsField(() => void show());
const result = element('section', { id: 'result', 'aria-labelledby': 'verdict' });
const announced = element('p', { id: 'announced', class: 'unseen', role: 'status' });
const reading = element('p', { id: 'reading' });
const bar = element('progress', { max: '100', 'aria-labelledby': 'reading' });
const share = element('span');
const waiting = element('div', { class: 'waiting', hidden: '' }, reading, bar, share);
const dropButton = element(
  'button',
  { type: 'button', class: 'drop' },
  spokenIn(element('strong'), ({ choose }) => choose),
  spokenIn(element('span'), ({ drop }) => drop),
);

document.body.append(
  element(
    'header',
    {},
    spokenIn(element('p', { class: 'product' }), ({ product }) => product),
    languageSwitch(),
  ),
  element(
    'main',
    {},
    spokenIn(element('h1'), ({ title }) => title),
    spokenIn(element('p', { class: 'lead' }), ({ lead }) => lead),
    ...chooser(dropButton, '.zip,application/zip', (file) => void check(file)),
    waiting,
    key.section,
    roots.section,
    announced,
    result,
    element(
      'section',
      { 'aria-labelledby': 'limits-title', class: 'limits' },
      spokenIn(element('h2', { id: 'limits-title' }), ({ limits }) => limits.title),
      spokenIn(element('p'), ({ limits }) => limits.fileName),
      spokenIn(element('p'), ({ limits }) => limits.inside),
      spokenIn(element('p'), ({ limits }) => limits.timestamp),
      spokenIn(element('p'), ({ limits }) => limits.truth),
    ),
  ),
);

onLanguage(() => {
  document.documentElement.lang = language();
  document.title = messages().page.title;
  void show();
});

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  dropButton.classList.add('over');
});
for (const end of ['dragleave', 'drop'] as const)
  document.addEventListener(end, () => dropButton.classList.remove('over'));
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) void take(file);
});

/** A key or a certificate is a small file with the head of one; anything else is taken for a bundle. */
async function take(file: File): Promise<void> {
  const text = file.size < 16_384 ? await file.text() : '';
  if (text.includes('-----BEGIN PUBLIC KEY-----')) key.take(text);
  else if (text.includes('-----BEGIN CERTIFICATE-----')) roots.take(text);
  else await check(file);
}

async function check(file: File): Promise<void> {
  given += 1;
  begun += 1;
  const mine = given;
  shown = null;
  result.replaceChildren();
  reading.textContent = announced.textContent = messages().page.reading(file.name);
  progress(0);
  waiting.hidden = false;
  try {
    const source = sourceOf(file, () => mine !== given);
    const read = await readZip(source, portableDigests, (bytes) => progress(bytes / file.size));
    if (mine !== given) return;
    waiting.hidden = true;
    shown = { file, read, isNew: true };
    await show();
  } catch (error) {
    if (mine !== given) return;
    waiting.hidden = true;
    const text = messages().page.failed(file.name, error instanceof Error ? error.message : '');
    announced.textContent = text;
    result.replaceChildren(element('p', { class: 'failed' }, text));
  }
}

function progress(done: number): void {
  const percent = Math.floor(done * 100);
  bar.value = percent;
  share.textContent = messages().page.read(percent);
}

function sourceOf(file: File, isSuperseded: () => boolean): ByteSource {
  const read = async (start: number, end: number) => {
    if (isSuperseded()) throw new Error('superseded');
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  };
  return { size: file.size, read };
}

/** Examines anew what was read: with another key, other roots or in another language it needs no second reading. */
async function show(): Promise<void> {
  if (!shown) return;
  begun += 1;
  const mine = begun;
  const bundle = shown;
  const { file, read } = bundle;
  const trusted = key.trusted();
  const verdict = await examine(file.name, read, { trusted, roots: roots.roots() }, messages());
  if (mine !== begun) return;
  announced.textContent = headline(verdict);
  result.replaceChildren(resultOf(verdict, file.size, trusted.length > 0));
  if (!bundle.isNew) return;
  bundle.isNew = false;
  if (verdict.timestamp !== null && verdict.timestamp !== 'unread') roots.offer();
  document.getElementById('verdict')?.focus();
}

function languageSwitch(): HTMLElement {
  const group = element('div', { role: 'group', class: 'languages' });
  onLanguage(() => group.setAttribute('aria-label', messages().page.switch));
  for (const one of languages()) {
    const name = messages(one).page.language;
    const button = element('button', { type: 'button', lang: one }, name);
    button.addEventListener('click', () => setLanguage(one));
    onLanguage(() => button.setAttribute('aria-pressed', String(one === language())));
    group.append(button);
  }
  return group;
}
