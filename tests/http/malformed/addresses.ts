/* Addresses and methods that are none, and what is too long, too many or not for here. */
import { describe, expect, it } from 'vitest';
import { callers, judge, send, world } from './sent.ts';

export function addressesThatAreNone(): void {
  describe('addresses', () => {
    it('that are none are told so', async () => {
      const urls = [
        '/',
        '/api',
        '/api/',
        '/api/nothing',
        '/api//list',
        '/api/list/',
        '/api/LIST',
        '/api/list?x=%ff',
        '/api/%ff',
        '/%',
        '/api/act/%00',
        '/api/act/%2e%2e%2fperson',
        `/api/act/${'x'.repeat(61)}`,
        `/api/act/${'x'.repeat(3000)}`,
        `/${'x/'.repeat(500)}`,
        '/api/act/constructor',
        '/api/act/__proto__',
        '/api/act/person.register/x',
        '/../../etc/passwd',
        '/api/get#x',
        '/api/get;x=1',
        '/healthz/x',
        '/api/act/nothing.at_all',
        '/api/%E0%A4%A',
      ];
      for (const url of urls)
        for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
          for (const caller of [callers[0]!, callers.at(-1)!])
            judge(await send(caller, url, method === 'GET' ? undefined : {}, { method }), caller, {
              url,
              method,
            });
    });

    it('a real socket that speaks no HTTP gets a refusal and the server goes on', async () => {
      await world.app.listen({ port: 0, host: '127.0.0.1' });
      const { port } = world.app.server.address() as { port: number };
      const { connect } = await import('node:net');
      for (const bytes of [
        'nonsense\r\n\r\n',
        'GET /healthz HTTP/9.9\r\n\r\n',
        `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
        'POST /api/list HTTP/1.1\r\nhost: localhost\r\ncontent-length: -5\r\n\r\n',
        'POST /api/list HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
        `GET /healthz HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
      ]) {
        const said = await new Promise<string>(done => {
          let text = '';
          const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
          socket.setTimeout(2000, () => socket.destroy());
          socket.on('data', chunk => {
            text += chunk;
          });
          socket.on('error', () => undefined);
          socket.on('close', () => done(text));
        });
        expect([bytes.slice(0, 30), said]).toEqual([
          bytes.slice(0, 30),
          expect.stringMatching(/^HTTP\/1\.1 4\d\d /),
        ]);
        expect(said).not.toMatch(/node_modules|\.ts:\d|at /);
      }
      expect((await world.request({ method: 'GET', url: '/healthz' })).body.ok).toBe(true);
    });
  });
}
