/* Every refusal leaves as one shape, with a sentence in the caller's language. What we did not foresee is logged without its values and leaves as
 * "something went wrong here", never as a stack. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../kernel/fields/kind.ts';
import { Problem } from '../../kernel/problem.ts';
import { valuesInWords } from '../../kernel/rule/reason.ts';
import { languageOf, say } from '../locales.ts';

const byFastify: Readonly<Record<string, ConstructorParameters<typeof Problem>[0]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'input.malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'input.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'input.malformed',
  FST_ERR_CTP_BODY_TOO_LARGE: 'input.too_large',
  FST_REQ_FILE_TOO_LARGE: 'import.too_large',
  FST_ERR_BAD_URL: 'request.unknown',
  FST_ERR_MAX_PARAM_LENGTH: 'request.unknown',
  FST_ERR_VALIDATION: 'input.invalid',
};

function problemOf(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) {
    const fields = error.validation.map(issue => ({
      field: String(
        issue.params.missingProperty ??
          issue.params.additionalProperty ??
          issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      ).slice(0, 80),
      reason:
        issue.keyword === 'required'
          ? 'required'
          : issue.keyword === 'additionalProperties'
            ? 'not_known'
            : 'value',
    }));
    return new Problem('input.invalid', {}, fields);
  }
  const known = byFastify[error.code];
  if (known) return new Problem(known);
  // A value that a column cannot take (a date that is none, a NUL in a text): the parsers should have refused it, and the database does.
  if (/^22[0-9A-Z]{3}$/.test(error.code))
    return new Problem('input.invalid', {}, [{ field: '', reason: 'value' }]);
  if (error.statusCode === 429) return new Problem('request.too_many');
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem('input.malformed');
  return new Problem('server.defect');
}

/** The language of a request: the session's when known, else the browser's. */
export function requestLanguage(request: FastifyRequest): Language {
  return languageOf(request.headers['accept-language'], (request as { lang?: Language }).lang);
}

export function problemBody(problem: Problem, lang: Language): object {
  return {
    code: problem.code,
    status: problem.status,
    message:
      say(lang, `problem.${problem.code}`, problem.details) ??
      say(lang, 'problem.server.defect') ??
      problem.code,
    details: problem.details,
    fields: problem.fields.map(issue => ({
      ...issue,
      message:
        say(lang, `reason.${issue.reason}`, valuesInWords(issue.params ?? {}, lang)) ??
        say(lang, 'reason.value'),
    })),
  };
}

/** Not worth a look at who calls: nobody of ours, or a server that is busy already. */
const unlooked = new Set([
  'request.foreign_origin',
  'request.insecure',
  'request.too_many',
  'server.unavailable',
]);

/** A refusal as it leaves. `sessionLanguage` is asked when a request was refused before anybody had looked at whose it is. */
async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  sessionLanguage: SessionLanguage,
): Promise<FastifyReply> {
  const own = request as { lang?: Language };
  if (!own.lang && !unlooked.has(problem.code)) {
    const lang = await sessionLanguage(request).catch(() => undefined);
    if (lang) own.lang = lang;
  }
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(problemBody(problem, requestLanguage(request)));
}

export type SessionLanguage = (request: FastifyRequest) => Promise<Language | undefined>;

/** What the router refuses before there is a route, such as an address that cannot be decoded. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  reply
    .code(problem.status)
    .type('application/problem+json')
    .send(problemBody(problem, requestLanguage(request)));
}

export function installProblems(
  app: FastifyInstance,
  log: (line: object) => void,
  sessionLanguage: SessionLanguage,
): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    // The route's pattern, not the address; the kind of error, not its text, which may hold values.
    if (problem.status >= 500)
      log({
        level: 'error',
        at: new Date().toISOString(),
        route: request.routeOptions.url ?? 'none',
        code: problem.code,
        error: error.name,
        sqlstate: (error as { code?: string }).code,
        where: where(error),
      });
    if (problem.code === 'server.unavailable') reply.header('retry-after', 2);
    return refuse(request, reply, problem, sessionLanguage);
  });
  app.setNotFoundHandler((request, reply) =>
    refuse(request, reply, new Problem('request.unknown'), sessionLanguage),
  );
}

/** Files and lines of our own code on the stack: enough to find a defect, and no value in it. */
function where(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .slice(1)
    .flatMap(line => /((?:server|kernel|modules|rules)\/[\w./-]+:\d+)/.exec(line)?.[1] ?? [])
    .slice(0, 5);
}
