/* The built web application: files with a hash in their name are kept for good by browsers, the page itself never; everything was compressed when it was built. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { root } from '../root.ts';

export const webFolder = join(root, 'dist/web');

export async function pages(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(webFolder, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    preCompressed: true,
    index: false,
    setHeaders(reply, path) {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  const page = (
    _request: unknown,
    reply: { header(name: string, value: string): unknown; sendFile(name: string): unknown },
  ) => {
    reply.header('cache-control', 'no-cache');
    return reply.sendFile('index.html');
  };
  app.get('/', page as never);
  // Addresses of screens hold opaque ids only; whatever is not a file or an API is the application's own.
  app.get('/*', page as never);
}
