import { launchChromium } from '/work/main/test/browser/chromium.ts';
const [,, width, height, scheme, ...paths] = process.argv;
const browser = await launchChromium();
const context = await browser.newContext({ viewport: { width: Number(width), height: Number(height) }, colorScheme: scheme as 'light', locale: process.env.LANGS ?? 'en-GB' });
const page = await context.newPage();
page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()); });
page.on('pageerror', (e) => console.log('pageerror', e.message));
for (const [i, p] of paths.entries()) {
  const t = Date.now();
  await page.goto('http://127.0.0.1:4711' + p);
  await page.locator('.header').waitFor();
  if (/^\/(cluster|node|pair|finding)/.test(p) && !p.includes('view=')) await page.locator('.canvas[aria-busy=false] canvas').first().waitFor({ timeout: 60000 }).catch(() => console.log('no canvas', p));
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(600);
  const name = `/tmp/shots2/${process.env.NAME ?? 's'}${i}-${width}-${scheme}.png`;
  await page.screenshot({ path: name });
  console.log(name, Date.now() - t, 'ms');
}
await browser.close();
