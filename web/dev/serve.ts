/*
 * Builds the harness and serves it as the real server will: precompressed files and the strict content policy, with `pretend.ts` behind /api.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import config, { announceFirst, ariaLanguages, texts } from '../../vite.config.ts';
import { answer } from './pretend.ts';

const here = join(import.meta.dirname, '../..');
const out = join(here, '.chungtay/web-dev');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The harness looks at shell and parts only: screens of modules that are being written must not stop it. */
const withoutModules: Plugin = {
  name: 'chungtay-without-modules',
  enforce: 'pre',
  load: id =>
    /[\\/]modules[\\/]\w+[\\/]web[\\/]routes\.ts$/.test(id) ? 'export const routes = [];' : undefined,
};

export async function serve(port: number): Promise<Server> {
  rmSync(out, { recursive: true, force: true });
  const { default: react } = await import('@vitejs/plugin-react');
  await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      react(),
      texts([join(import.meta.dirname, 'locales')]),
      ariaLanguages(),
      announceFirst(),
      withoutModules,
    ],
    build: {
      ...config.build,
      outDir: out,
      rolldownOptions: { input: join(import.meta.dirname, 'dev.html') },
    },
  });
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path.startsWith('/api/')) {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const given = parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString('utf8')) : {};
      const { status, body } = answer(path.slice(5), given);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return;
    }
    const asked = join(out, normalize(path));
    const file = path !== '/' && existsSync(asked) ? asked : join(out, 'dev/dev.html');
    response
      .writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
      })
      .end(readFileSync(file));
  });
  return new Promise(resolve => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve(8090);
  console.log('http://127.0.0.1:8090  (gallery: /gallery)');
}
