/** What the rule files of key cases may contain: the grounds a proposal may rest on, and what the votes of the three agencies must come to. */
import type { Bilingual, Confidence } from '../kernel/rule/parameter.ts';
import {
  also,
  bilingual,
  type Check,
  confidence,
  type Dated,
  dated,
  endsAfterItStarts,
  list,
  natural,
  oneOf,
  shape,
  text,
  truth,
} from './schema.ts';

export type KeyCaseGround = {
  code: string;
  title: Bilingual;
  article: string;
  confidence: Confidence;
  source: string;
};
/** One version of the checklist; a proposal names at least `needed` of its grounds. */
export type KeyCaseGrounds = Dated & {
  family: string;
  version: number;
  article: string;
  title: Bilingual;
  needed: number;
  items: KeyCaseGround[];
};
export const keyCaseGrounds: Check = also(
  shape({
    ...dated,
    family: text,
    version: natural,
    article: text,
    title: bilingual,
    needed: natural,
    items: list(shape({ code: text, title: bilingual, article: text, confidence, source: text })),
  }),
  value => {
    const { items, needed } = value as unknown as KeyCaseGrounds;
    const codes = items.map(each => each.code);
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    if (twice) return `${twice} appears twice`;
    return needed > items.length ? 'more grounds are needed than there are' : endsAfterItStarts(value);
  },
);

/** `all`: each of the three is for it; `majority`: at least two. With `everyone_votes` nothing is decided before the third vote. */
export const NEEDED = ['all', 'majority'] as const;
export type KeyCaseAgreement = Dated & {
  family: string;
  article: string;
  title: Bilingual;
  needed: (typeof NEEDED)[number];
  everyone_votes: boolean;
  /** The rule as a paper says it, and what is not sure about it. */
  says: Bilingual;
  note: Bilingual;
};
export const keyCaseAgreement: Check = also(
  shape({
    ...dated,
    family: text,
    article: text,
    title: bilingual,
    needed: oneOf(...NEEDED),
    everyone_votes: truth,
    says: bilingual,
    note: bilingual,
  }),
  endsAfterItStarts,
);
