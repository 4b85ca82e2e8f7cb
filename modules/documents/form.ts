/* What a form is: plain data that a lawyer can read. The text is the paper's own, in Vietnamese whatever language the screen speaks; `{source.field}` in it
 * is a fact of the file, `{hand.name}` something only the officer can write. What a fact is and where it comes from is in facts.ts. */
import type { competences } from '../agencies/index.ts';

export type Competence = (typeof competences)[number];

/** One paragraph, or something that is not a paragraph. */
export type Part =
  | string
  | { readonly heading: string }
  | { readonly basis: string }
  | { readonly to: string }
  /** A table over the children who came with her; each column is a field of `child`. */
  | { readonly children: readonly (readonly [title: string, field: string, width: number])[] };

export interface Signing {
  readonly title: string;
  /** Under the title, in brackets: "(Ký, ghi rõ họ tên)". */
  readonly note: string;
  /** The fact that gives the name below, if the data has it. */
  readonly name?: string;
}

export interface Form {
  readonly code: string;
  /** Changes with the wording: an issued paper names the version it was made in. */
  readonly version: string;
  readonly title: string;
  readonly summary?: string;
  /** What the form rests on, as a Vietnamese lawyer cites it. */
  readonly basis: string;
  /** In force for papers made on these days; half-open, null for no end that is known. */
  readonly from: string | null;
  readonly until: string | null;
  /** `template`: the official layout was seen. `name`: only that the form exists; the wording here follows the content of the law. */
  readonly seen: 'template' | 'name';
  readonly confidence: 'high' | 'medium' | 'low';
  /** Stands in the number after the stroke (`12/GXN-PC02`); null for an official letter, which has none (`12/PC02`). */
  readonly symbol: string | null;
  /** Whose paper it is: an office's, with its head and signature; minutes of two sides; or the person's own, which an office only registers. */
  readonly issuer: 'office' | 'minutes' | 'person';
  /** The office that makes it must have one of these on the day. */
  readonly competence: readonly Competence[];
  /** What must be in the file before the paper may say it. */
  readonly needs?: 'identified' | 'verification';
  /** What only the officer can write, by name: the label on screen comes from `hand.<name>` in locales. */
  readonly hand: readonly string[];
  readonly body: readonly Part[];
  /** Left and right under the text of minutes and declarations. */
  readonly signing?: readonly [Signing | null, Signing];
  /** Of an office's paper. */
  readonly recipients?: readonly string[];
}

/** A paper of somebody else's that is only received and kept. */
export interface ReceivedForm {
  readonly code: string;
  readonly basis: string;
  readonly received: true;
}

export const placeholder = /\{([a-zA-Z]+\.[a-zA-Z0-9]+)\}/g;

/** The facts a form asks for, in the order of the text, each once. */
export function factsOf(form: Form): string[] {
  const texts = form.body.flatMap(part =>
    typeof part === 'string'
      ? [part]
      : 'heading' in part
        ? [part.heading]
        : 'basis' in part
          ? [part.basis]
          : 'to' in part
            ? [part.to]
            : [],
  );
  const named = texts.flatMap(text => [...text.matchAll(placeholder)].map(found => found[1]!));
  const signed = (form.signing ?? []).flatMap(side => (side?.name ? [side.name] : []));
  return [...new Set([...named, ...signed])];
}

export const inForceOn = ({ from, until }: Pick<Form, 'from' | 'until'>, day: string): boolean =>
  (from === null || from <= day) && (until === null || until > day);
