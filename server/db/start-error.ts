/* Errors that stop the system from starting. They are read on a console before there is any database, screen or locale file, so unlike a
 * Problem they carry their own sentence in both languages. */

export interface StartError extends Error {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** An error whose message is the Vietnamese sentence and then the English one. `code` is `noun.what`, as in the problem catalogue. */
export function startError(code: string, vi: string, en: string): StartError {
  return Object.assign(new Error(`${vi}\n${en}`), { name: 'StartError', code, vi, en });
}

export function isStartError(error: unknown): error is StartError {
  return error instanceof Error && error.name === 'StartError' && 'vi' in error;
}
