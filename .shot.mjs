import { chromium } from 'playwright-core';
const base='http://127.0.0.1:'+(process.env.P??4795);
const list = process.argv.slice(2).map(a=>a.split(','));
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [w, scheme, path, name] of list) {
  const p = await b.newPage({ viewport: { width: +w, height: 900 }, colorScheme: scheme });
  p.on('pageerror', e => console.log('ERR', e.message)); p.on('console', m => m.type()==='error'&&console.log('CON', m.text().slice(0,300)));
  await p.goto(base+path); await p.waitForLoadState('networkidle').catch(()=>{}); await p.waitForTimeout(2500);
  await p.screenshot({ path: `/tmp/w/${name}-${w}-${scheme}.png` });
  await p.close();
}
await b.close();
