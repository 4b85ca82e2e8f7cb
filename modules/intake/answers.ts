/* What she answered so far, as the facts of an act need it: which consent counts depends on the answers after it. */
import type { FactSource } from '../../kernel/act/act.ts';
import type { Agreed, TakenBack } from './cover.ts';

/** All answers to questions of consent on a file, as far as the actor sees them. */
export const findAnswers = (source: FactSource, person: unknown): Promise<Agreed[]> =>
  source.query<Agreed>(
    'select given, consent_purpose as "consentPurpose", recipient, recipient_kind as "recipientKind", made_at as "madeAt" from consent where person = $1',
    [person],
  );

/** What was taken back of one consent. */
export const findTakenBack = (source: FactSource, consent: unknown): Promise<TakenBack[]> =>
  source.query<TakenBack>(
    'select data_classes as "dataClasses", recipients from withdrawal where consent = $1',
    [consent],
  );
