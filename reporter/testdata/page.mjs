// Opens pages of the format html in a browser and looks at what no Go test can
// see: whether they can be read (axe-core finds nothing serious, in either
// colour scheme, wide and narrow), whether paper cuts anything off, whether
// they ask for anything beyond the file, whether keys lead to the findings,
// and whether the form works, and is not there without the script.
//
//   npm i playwright-core@1.65.1 axe-core@4
//   node reporter/testdata/page.mjs page.html…
//
// Modules are those of the working directory. GOUJI_CHROMIUM names the browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.cwd() + '/');
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let faults = 0;
const fault = (...words) => { faults++; console.error(...words); };

// open shows a page and hears what it asks for and complains of.
async function open(browser, url, options) {
  const page = await browser.newPage(options);
  page.on('pageerror', error => fault(url, 'script:', error.message));
  page.on('console', message => fault(url, 'console:', message.text()));
  page.on('request', request => { if (request.url().split('#')[0] !== url) fault(url, 'asks for', request.url()); });
  await page.goto(url);
  return page;
}

async function looks(browser, url) {
  for (const [colorScheme, width] of [['light', 1440], ['dark', 400]]) {
    const page = await open(browser, url, { colorScheme, viewport: { width, height: 900 } });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
    for (const v of violations) {
      const words = [url, colorScheme, width, v.impact, v.id, v.help, v.nodes.length, v.nodes[0].html];
      if (['serious', 'critical'].includes(v.impact)) fault(...words); else console.log(...words);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) fault(url, width, 'is', wide, 'pixels wider than the window');
    await page.close();
  }
}

// prints shows a page as on A4 with its margins, where nothing can be scrolled.
async function prints(browser, url) {
  const page = await open(browser, url, { viewport: { width: 680, height: 1000 } });
  await page.emulateMedia({ media: 'print' });
  const cut = await page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.unseen')).map(e => e.outerHTML.slice(0, 100)));
  if (cut.length > 0) fault(url, 'is cut off on paper', cut.length, cut[0]);
  if (await page.locator('#filter:visible, .skip:visible').count() > 0) fault(url, 'prints what only works on a screen');
  await page.close();
}

async function keys(browser, url) {
  const page = await open(browser, url, {});
  await page.keyboard.press('Tab');
  if (!await page.evaluate(() => document.activeElement.matches('a.skip') && document.activeElement.getBoundingClientRect().width > 20)) fault(url, 'does not begin with a way to the findings');
  await page.keyboard.press('Enter');
  // The browser follows the link in its own time.
  if (!await page.waitForURL(at => at.hash === '#findings', { timeout: 10000 }).then(() => true, () => false)) fault(url, 'does not lead to the findings');
  await page.close();
}

const shown = page => page.locator('.finding:visible').count();

async function works(browser, url) {
  const plain = await open(browser, url, { javaScriptEnabled: false });
  const all = await shown(plain);
  if (await plain.locator('#filter:visible').count() > 0) fault(url, 'shows the form without the script');
  await plain.close();
  const page = await open(browser, url, {});
  if (await shown(page) !== all) fault(url, 'hides findings from the start');
  if (all === 0) return page.close();
  for (const box of await page.locator('#filter input').all()) await box.uncheck();
  if (await shown(page) !== 0 || await page.locator('#findings article:visible').count() !== 0) fault(url, 'shows what is not to be shown');
  await page.locator('#filter input').first().check();
  const some = await shown(page);
  if (some === 0 || some > all) fault(url, 'shows', some, 'of', all, 'findings of one severity');
  if (await page.locator('#filter output b').innerText() !== String(some)) fault(url, 'does not say how many it shows');
  const last = await page.locator('.finding').last().getAttribute('id');
  for (const box of await page.locator('#filter input').all()) await box.uncheck();
  await page.evaluate(id => { location.hash = id; }, last);
  await page.locator('#' + last).waitFor({ state: 'visible', timeout: 10000 });
  await page.close();
}

const browser = await chromium.launch({ executablePath: process.env.GOUJI_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const name of process.argv.slice(2)) {
  const url = pathToFileURL(name).href;
  await looks(browser, url);
  await prints(browser, url);
  await keys(browser, url);
  await works(browser, url);
}
await browser.close();
console.log(`${process.argv.length - 2} pages, ${faults} faults`);
process.exit(faults > 0 || process.argv.length === 2 ? 1 : 0);
