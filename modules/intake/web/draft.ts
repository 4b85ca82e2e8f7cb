/* The interviews that are being written, each kept on the server from its first answer on (web/drafts.ts). */
import { useCallback } from 'react';
import type { Id } from '../../../kernel/id.ts';
import {
  type DraftState as DraftOf,
  type Loaded,
  makeDrafts,
  useDraft as useDraftOf,
} from '../../../web/drafts.ts';
import { type Answers, readAnswers } from './answers.ts';

export type DraftState = DraftOf<Answers>;

const interviews = makeDrafts<Answers>('intake', readAnswers);
export const { beginDraft, changeDraft, keepNow, forgetDraft, findDraft } = interviews;

export const useDraft = (id: Id, officer: Id): Loaded<Answers> => useDraftOf(interviews, id, officer);

/** Changes answers or the step; kept after a short pause. */
export const useChange = (id: Id): ((change: Partial<Answers>, step?: string) => void) =>
  useCallback((change, step) => changeDraft(id, change, step), [id]);
