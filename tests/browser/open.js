// A browser and a server for the tests, and the faults of a page while it is looked at.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { serve } from './serve.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser on a site. */
export async function look(site) {
  const server = await serve(site);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  return {
    base: server.base,
    close: async () => {
      await browser.close();
      await server.close();
    },
    /** Opens a page and gathers what it did wrong, and what it fetched, with the bytes. */
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const faults = [];
      const fetched = new Map();
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(server.base) && !url.startsWith('data:')) faults.push(`request to ${url}`);
      });
      page.on('response', async (response) => {
        if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
        const name = new URL(response.url()).pathname.slice('/archive/'.length);
        fetched.set(name, (await response.body().catch(() => Buffer.alloc(0))).length);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(String(error)));
      const response = await page.goto(server.base + path);
      assert.equal(response.status(), 200, `no page ${path}`);
      return { page, faults, fetched, context, close: () => context.close() };
    },
  };
}

/** What axe finds against WCAG 2.2 A and AA on a page as it stands, light and dark. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const result = await page.evaluate(() =>
      globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
    for (const { id, help, nodes } of result.violations) {
      found.push(`${colorScheme}: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(' | ')}`);
    }
  }
  return found;
}
