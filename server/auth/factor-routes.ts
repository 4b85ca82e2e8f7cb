/* Second factors over HTTP: giving one while signing in, stepping up, enrolling, renewing and ending. Enrolling with the password alone is
 * open only while the officer has no second factor; later every change to the factors asks for one given in the last ten minutes. */
import type { FastifyInstance } from 'fastify';
import QRCode from 'qrcode';
import { Problem } from '../../kernel/problem.ts';
import { addressSubject, countFailure, findLock, lockedProblem } from './attempts.ts';
import type { Db, Id, Officer } from './deps.ts';
import { findOfficer } from './directory.ts';
import { body, type Entrance } from './entrance.ts';
import {
  acceptPasskey,
  addPasskey,
  endPasskey,
  listPasskeys,
  type RegistrationAnswer,
  registrationOptions,
  type SignInAnswer,
  signInOptions,
} from './passkey.ts';
import { acceptRecoveryCode, countRecoveryCodes, renewRecoveryCodes } from './recovery.ts';
import { endSessionsOf, type Found, requireFresh } from './session.ts';
import { type Caller, continueSignIn, findStanding, giveSecondFactor, settle } from './sign-in.ts';
import { acceptTotp, beginTotp, confirmTotp } from './totp.ts';

/** Minutes a second factor stays fresh enough to change the second factors. */
const FRESH_MINUTES = 10;
const CODE = { type: 'string', minLength: 6, maxLength: 64 } as const;
const ANSWER = { type: 'object', additionalProperties: true } as const;

export function factorRoutes(app: FastifyInstance, entrance: Entrance): void {
  const { deps } = entrance;

  app.post<{ Body: { code: string } }>(
    '/api/auth/totp',
    { schema: body({ code: CODE }) },
    async (request, reply) => {
      const caller = await entrance.known(request);
      const { id } = caller.current.officer;
      const result = await giveSecondFactor(deps, caller, 'second_factor.accepted', db =>
        acceptTotp(deps, db, id, digits(request.body.code)),
      );
      return entrance.enter(caller.place, reply, result);
    },
  );

  app.post<{ Body: { code: string } }>(
    '/api/auth/recovery',
    { schema: body({ code: CODE }) },
    async (request, reply) => {
      const caller = await entrance.known(request);
      const { id } = caller.current.officer;
      const result = await giveSecondFactor(deps, caller, 'recovery_code.used', db =>
        acceptRecoveryCode(deps, db, id, request.body.code),
      );
      const left = await deps.asAuth(db => countRecoveryCodes(db, id));
      return { ...entrance.enter(caller.place, reply, result), left };
    },
  );

  app.post<{ Body: { code?: string; response?: SignInAnswer } }>(
    '/api/auth/step-up',
    { schema: body({ code: CODE, response: ANSWER }, []) },
    async (request, reply) => {
      const caller = await entrance.full(request);
      const { code, response } = request.body;
      const { session, officer } = caller.current;
      const result = await giveSecondFactor(deps, caller, 'session.stepped_up', async db => {
        if (response)
          return (
            (await acceptPasskey(deps, db, caller.place, { response, session: session.id })) === officer.id
          );
        if (code !== undefined) return acceptTotp(deps, db, officer.id, digits(code));
        // The sample people of the invented province have no telephone to ask; a press of the button stands for it.
        const standing = await findStanding(db, officer.id);
        return deps.settings.invented && !standing.hasTotp && !standing.hasPasskey;
      });
      return entrance.enter(caller.place, reply, result);
    },
  );

  app.post('/api/auth/totp/begin', async request => {
    const caller = await entrance.known(request);
    const made = await settle(deps, async db => {
      const officer = await getEnrolling(entrance, db, caller.current);
      return { value: await beginTotp(deps, db, officer) };
    });
    const svg = await QRCode.toString(made.uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    // Drawn here: the secret passes through nobody else's machine.
    return { ...made, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
  });

  app.post<{ Body: { code: string } }>(
    '/api/auth/totp/confirm',
    { schema: body({ code: CODE }) },
    async (request, reply) => {
      const caller = await entrance.known(request);
      const result = await enrol(entrance, caller, 'totp.added', async (db, officer) =>
        confirmTotp(deps, db, officer.id, digits(request.body.code)),
      );
      return entrance.enter(caller.place, reply, result);
    },
  );

  app.post('/api/auth/passkey/options', async request => {
    const { place, current } = await entrance.caller(request);
    return deps.asAuth(db => signInOptions(deps, db, place, current?.session.id ?? null));
  });

  app.post<{ Body: { response: SignInAnswer } }>(
    '/api/auth/passkey',
    { schema: body({ response: ANSWER }) },
    async (request, reply) => {
      const caller = await entrance.caller(request);
      const address = addressSubject(deps, caller.address);
      const result = await settle(deps, async db => {
        const locked = await findLock(db, [address], deps.now());
        if (locked > 0) return { problem: lockedProblem(locked) };
        const { session } = caller.current ?? {};
        const officer = await acceptPasskey(deps, db, caller.place, {
          response: request.body.response,
          session: session?.id ?? null,
        });
        // After somebody's password, only a key of the same person goes on.
        if (officer === null || (session?.stage === 'password' && session.officerId !== officer)) {
          await countFailure(db, [address], deps.now());
          await deps.record(db, {
            name: 'passkey.refused',
            at: deps.now(),
            officer,
            session: session?.id ?? null,
          });
          return { problem: new Problem('session.refused') };
        }
        await deps.record(db, {
          name: 'passkey.accepted',
          at: deps.now(),
          officer,
          session: session?.id ?? null,
        });
        const continues = session?.officerId === officer;
        return continueSignIn(deps, db, caller, { officer, secondFactorAt: deps.now(), continues });
      });
      return entrance.enter(caller.place, reply, result);
    },
  );

  app.post('/api/auth/passkey/new/options', async request => {
    const { place, current } = await entrance.known(request);
    return deps.asAuth(async db => {
      const officer = await getEnrolling(entrance, db, current);
      return registrationOptions(deps, db, place, { officer, session: current.session.id });
    });
  });

  app.post<{ Body: { name: string; response: RegistrationAnswer } }>(
    '/api/auth/passkey/new',
    { schema: body({ name: { type: 'string', minLength: 1, maxLength: 60 }, response: ANSWER }) },
    async (request, reply) => {
      const caller = await entrance.known(request);
      const { name, response } = request.body;
      const result = await enrol(entrance, caller, 'passkey.added', (db, officer) =>
        addPasskey(deps, db, caller.place, {
          officer: officer.id,
          session: caller.current.session.id,
          name,
          response,
        }),
      );
      return entrance.enter(caller.place, reply, result);
    },
  );

  app.post('/api/auth/passkeys', async request => {
    const { current } = await entrance.full(request);
    return { items: await deps.asAuth(db => listPasskeys(db, current.officer.id)) };
  });

  app.get('/api/auth/factors', async request => {
    const { current } = await entrance.full(request);
    return deps.asAuth(async db => ({
      totp: (await findStanding(db, current.officer.id)).hasTotp,
      recoveryCodes: await countRecoveryCodes(db, current.officer.id),
    }));
  });

  app.post<{ Body: { id: Id } }>(
    '/api/auth/passkeys/end',
    { schema: body({ id: { type: 'string', format: 'uuid' } }) },
    async (request, reply) => {
      const { current } = await entrance.full(request);
      const officer = current.officer.id;
      requireFresh(current.session, FRESH_MINUTES, deps.now());
      await deps.asAuth(async db => {
        if (!(await endPasskey(db, officer, request.body.id, deps.now())))
          throw new Problem('record.not_found');
        const standing = await findStanding(db, officer);
        if (!standing.hasPasskey && !standing.hasTotp && deps.settings.secondFactor === 'required') {
          throw new Problem('session.last_factor');
        }
        // A key that is given up may have been stolen: what was opened with it elsewhere ends (ASVS 6.5.6).
        await endSessionsOf(db, officer, 'factors_changed', deps.now(), current.session.id);
        await deps.record(db, {
          name: 'passkey.ended',
          at: deps.now(),
          officer,
          session: current.session.id,
        });
      });
      entrance.finder.forget();
      return reply.code(204).send();
    },
  );

  app.post('/api/auth/recovery/renew', async request => {
    const { current } = await entrance.full(request);
    requireFresh(current.session, FRESH_MINUTES, deps.now());
    return deps.asAuth(async db => {
      const codes = await renewRecoveryCodes(deps, db, current.officer.id);
      const { officer, session } = current;
      await deps.record(db, {
        name: 'recovery_codes.made',
        at: deps.now(),
        officer: officer.id,
        session: session.id,
      });
      return { recoveryCodes: codes };
    });
  });
}

/** The officer of a session that may enrol now. @throws Problem `session.second_factor`, `session.stale`. */
async function getEnrolling(entrance: Entrance, db: Db, current: Found): Promise<Officer> {
  const { deps } = entrance;
  const standing = await findStanding(db, current.officer.id);
  const hasFactor = standing.hasTotp || standing.hasPasskey;
  if (current.session.stage === 'password') {
    if (hasFactor || standing.mustChange) throw new Problem('session.second_factor');
  } else if (hasFactor || deps.settings.secondFactor === 'required') {
    requireFresh(current.session, FRESH_MINUTES, deps.now());
  }
  const officer = await findOfficer(db, current.officer.id);
  if (!officer) throw new Problem('session.missing');
  return officer;
}

/** Enrols by `prove`; recovery codes come with the first factor. The session continues with that proof. */
async function enrol(
  entrance: Entrance,
  caller: Caller & { readonly current: Found },
  event: 'totp.added' | 'passkey.added',
  prove: (db: Db, officer: Officer) => Promise<boolean>,
) {
  const { deps } = entrance;
  let recoveryCodes: string[] = [];
  const result = await giveSecondFactor(deps, caller, event, async db => {
    const officer = await getEnrolling(entrance, db, caller.current);
    if (!(await prove(db, officer))) return false;
    if ((await countRecoveryCodes(db, officer.id)) === 0) {
      recoveryCodes = await renewRecoveryCodes(deps, db, officer.id);
    }
    return true;
  });
  return { ...result, recoveryCodes };
}

function digits(code: string): string {
  return code.replace(/\s/g, '');
}
