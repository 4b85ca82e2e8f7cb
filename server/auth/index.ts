/* What the rest of the server may use of signing in. The order at start: `installGuard` on the root, then `authRoutes`, whose answer is
 * the resolver for every other request. */

export { endAllSessions, endFactors, findSignIn, type SignIn } from './administer.ts';
export { sweepAttempts } from './attempts.ts';
export type { AuthDeps, AuthEvent, AuthEventName, AuthSettings, Db, Officer, Post } from './deps.ts';
export { installGuard } from './guard.ts';
export { findToken, getPlace, type Place } from './place.ts';
export { passwordReset } from './recovery.ts';
export { authRoutes } from './routes.ts';
export {
  type FindOptions,
  type Found,
  requireFresh,
  requireFull,
  type Session,
  type SessionFinder,
  type WholeSession,
} from './session.ts';
export { setFirstPassword } from './sign-in.ts';
