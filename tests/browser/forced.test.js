// Forced colours, as Windows' contrast themes have them: the reader's colours in place of the page's. Focus,
// statuses and charts have to be told by more than a hue of ours.

import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { look } from './open.js';

const here = dirname(fileURLToPath(import.meta.url));
const site = process.env.ANNALS_SITE ?? join(here, '../../target/site/1/public');
const pages = ['index.html', 'issues/custody-images-after-acquittal.html', 'actions/index.html', 'timetable.html',
  'workshops/2018-07-03-workshop-1.html', 'lineage.html', 'map.html', 'reports/2018-2019/index.html'];

let browser;
before(async () => (browser = await look(site)));
after(() => browser?.close());

for (const path of pages) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${path} can be read in forced colours, ${colorScheme}`, async () => {
      const { page, faults, close } = await browser.open(path, { colorScheme, forcedColors: 'active' });
      assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
      // What the keyboard is on has an outline that is not the ground's colour.
      for (let n = 0; n < 3; n++) {
        await page.keyboard.press('Tab');
        const { style, width, color, ground } = await page.evaluate(() => {
          const { outlineStyle: style, outlineWidth: width, outlineColor: color } = getComputedStyle(document.activeElement);
          return { style, width: Number.parseFloat(width), color, ground: getComputedStyle(document.body).backgroundColor };
        });
        assert.ok(style !== 'none' && width >= 2 && color !== ground, `the focus is ${style} ${width} ${color} on ${ground}`);
      }
      const found = await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        const ground = getComputedStyle(document.body).backgroundColor;
        const seen = (color) => color !== 'none' && color !== ground && !/^rgba\(.*, 0\)$/.test(color);
        const wrong = [];
        const statuses = [...document.querySelectorAll('.status')];
        for (const status of statuses) {
          const shape = getComputedStyle(status, '::before');
          const hasShape = Number.parseFloat(shape.borderTopWidth) + Number.parseFloat(shape.borderLeftWidth) > 0 && seen(shape.borderTopColor);
          if (!status.textContent.trim() || !hasShape || !seen(getComputedStyle(status).color)) wrong.push(status.outerHTML);
        }
        const shapes = [...document.querySelectorAll('svg :is(rect, circle, path, text)')].filter((shape) => !shape.closest('defs'));
        for (const shape of shapes) {
          const { fill, stroke } = getComputedStyle(shape);
          if (!seen(fill) && !seen(stroke)) wrong.push(shape.outerHTML);
        }
        return { wrong, statuses: statuses.length, shapes: shapes.length };
      });
      assert.deepEqual(found.wrong.slice(0, 5), [], `${found.wrong.length} cannot be told`);
      assert.ok(found.statuses + found.shapes > 0, 'nothing was looked at');
      assert.deepEqual(faults, []);
      await close();
    });
  }
}

// Headings that are told by a shape alone have different shapes: none is told by its hue.
test('the four headings have four shapes', async () => {
  const { page, close } = await browser.open('index.html', { forcedColors: 'active' });
  const shapes = await page.evaluate(() => [...document.querySelectorAll('.counts .status')].map((status) => {
    const { borderRadius, borderWidth, rotate, height, backgroundColor } = getComputedStyle(status, '::before');
    return [borderRadius, borderWidth, rotate, height, backgroundColor].join(' ');
  }));
  assert.equal(shapes.length, 4);
  assert.equal(new Set(shapes).size, 4, shapes.join('; '));
  await close();
});
