// Serves the finished page on this machine only. Run by `make serve`; the browser tests use serve() too.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const page = fileURLToPath(new URL('../dist/porthole.html', import.meta.url));

// Listens on loopback at `port` (0: any). Resolves to { url, hits, close }; hits are the paths that were asked for.
export function serve(port) {
  const hits = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    hits.push(path);
    if (path !== '/' && path !== '/porthole.html') {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      return response.end('Nothing here but the page itself, at /\n');
    }
    try {
      const body = await readFile(page);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      response.end(body);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`${error.message}\nBuild the page first: make dist\n`);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({
        url: `http://127.0.0.1:${server.address().port}/`,
        hits,
        close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
      });
    });
  });
}

async function firstFree(port) {
  try {
    return await serve(port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE' || port >= 8099) throw error;
    console.log(`port ${port} is taken`);
    return firstFree(port + 1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await firstFree(Number(process.env.PORT ?? 8080));
  console.log(`Porthole is at ${url} (this machine only). Ctrl-C ends it.`);
}
