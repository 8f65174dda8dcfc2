/** Packs the page that verifies bundles into one file that needs nothing else, nor any network. */
import { createHash } from 'node:crypto';
import type { Language } from '../../../domain/messages/language.ts';
import { messagesIn } from '../../../domain/messages/index.ts';
import { checkout } from '../../../setup/checkout.mjs';
import { packVerifier } from '../../../setup/verifier.mjs';
import { havingFile } from '../../platform/languages.ts';
import '../../platform/locale.ts';

let packed: Promise<string> | null = null;

/** The page as HTML, the same bytes from the same program; made when it is first asked for. */
export function verifierPage(): Promise<string> {
  packed ??= pack();
  return packed;
}

async function pack(): Promise<string> {
  const { script, style } = await packVerifier(checkout);
  return html(script, style, ['en', ...havingFile('verifier')]);
}

/** The policy names what may run by its digest: neither more script nor anything from a network. */
function html(script: string, style: string, languages: readonly Language[]): string {
  const policy = [
    `default-src 'none'`,
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const noScript = languages
    .map((language) => `<p lang="${language}">${messagesIn(language).verifier.page.noScript}</p>`)
    .join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${messagesIn('en').verifier.page.title}</title>
<style>${style}</style>
</head>
<body>
<noscript>${noScript}</noscript>
<script>${script}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
