// What a reader waits for and fetches: `node paint.mjs LOADS NAME=FOLDER=PAGES… `, where PAGES is
// home=PATH,list=PATH,… Each folder is served by the same plain static server on the loopback; each page is
// opened LOADS times, in turn with the others, with nothing cached. Prints JSON: name → page → the median
// first contentful paint in milliseconds, and the bytes and files that were transferred.

import { chromium } from '../../tests/browser/node_modules/playwright-core/index.mjs';
import { serve } from '../../tests/browser/serve.js';

const [loads, ...sites] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

const all = [];
for (const site of sites) {
  const [name, folder, pages] = site.split(/=(.*?)=(.*)/s);
  const server = await serve(folder);
  for (const page of pages.split(',')) {
    const [kind, path] = page.split('=');
    all.push({ name, kind, url: server.base + path, server, paints: [] });
  }
}

// The first round warms the server and the disk cache, and is not counted.
for (let round = 0; round <= Number(loads); round += 1) {
  for (const one of all) {
    const seen = await open(one.url);
    if (round > 0) one.paints.push(seen.paint);
    Object.assign(one, { bytes: seen.bytes, files: seen.files });
  }
}

const found = {};
for (const { name, kind, paints, bytes, files } of all) {
  const middle = paints.sort((a, b) => a - b)[Math.floor(paints.length / 2)];
  (found[name] ??= {})[kind] = { paint: middle, bytes, files };
}
console.log(JSON.stringify(found));
await browser.close();
for (const server of new Set(all.map((one) => one.server))) await server.close();

/** One cold load in a context of its own: the first contentful paint, and all bytes with their heads. */
async function open(url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  let [bytes, files] = [0, 0];
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    files += 1;
  });
  const response = await page.goto(url, { waitUntil: 'load' });
  if (response.status() !== 200) throw new Error(`${response.status()} for ${url}`);
  const paint = await page.evaluate(() => new Promise((done, fail) => {
    setTimeout(() => fail(new Error('nothing was painted')), 10_000);
    new PerformanceObserver((list) => {
      const first = list.getEntriesByName('first-contentful-paint')[0];
      if (first) done(first.startTime);
    }).observe({ type: 'paint', buffered: true });
  }));
  await context.close();
  return { paint, bytes, files };
}
