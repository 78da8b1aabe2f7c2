// A plain static file server on the loopback, as any host would serve the site.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** What the site's own `_headers` says of every file, as hosts that read it do. */
async function headers(folder) {
  const text = await readFile(join(folder, '_headers'), 'utf8').catch(() => '');
  return Object.fromEntries(text.split('\n').filter((line) => line.startsWith('  ')).map((line) => {
    const [name, ...value] = line.trim().split(': ');
    return [name.toLowerCase(), value.join(': ')];
  }));
}

/** Serves a folder under `/archive/`, a sub-path like many hosts give; resolves to its base address. */
export async function serve(folder) {
  const said = await headers(folder);
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
      if (!path.startsWith('/archive/')) throw new Error('outside');
      let file = join(folder, normalize(path.slice('/archive/'.length)));
      if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
      const bytes = await readFile(file);
      response.writeHead(200, { ...said, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not found');
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${server.address().port}/archive/`;
  return { base, close: () => new Promise((done) => server.close(done)) };
}
