/* Format checks of identity papers: they warn and never block, because a number may be mistyped, old, or foreign, and the person is there all the same. */
export interface PaperWarning {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function checkPaper(_kind: string | null, _number: string | null, _person: { sex: string | null; born: string | null }): PaperWarning[] {
  return [];
}
