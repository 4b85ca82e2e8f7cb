/* The layout of Decree 30/2020 (appendix I) as plain data: blocks that two writers turn into DOCX and PDF, and the screen into a preview. What the decree
 * fixes stands here once: paper, margins, sizes. Facts give the layout with medium confidence (the appendix itself was not seen), so it is data, not code. */

export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** A place to be filled in by hand; `withheld`: left blank because the maker may not see it. */
  readonly blank?: 'blank' | 'withheld';
}

/** One line of a head, of a signature: centred in its column unless it says otherwise. */
export interface Line {
  readonly runs: readonly Run[];
  readonly size: number;
  readonly align?: 'left' | 'center';
  /** A rule under the line, as a share of the column's width. */
  readonly rule?: number;
  /** Empty room before the line, in points. */
  readonly before?: number;
  /** And after it. */
  readonly after?: number;
}

export type Block =
  | {
      readonly kind: 'columns';
      readonly left: readonly Line[];
      readonly right: readonly Line[];
      readonly leftWidth: number;
    }
  | { readonly kind: 'line'; readonly line: Line }
  | {
      readonly kind: 'text';
      readonly runs: readonly Run[];
      readonly indent: boolean;
      readonly align: 'left' | 'justify';
      /** Stays whole and on the page of what follows: nobody signs a page that says nothing. */
      readonly keep?: true;
    }
  | {
      readonly kind: 'table';
      readonly titles: readonly string[];
      /** In percent of the text's width. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Paper {
  /** For the file's own title: the form and its number, never a name. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Millimetres and points. Top and bottom 20–25, left 30–35, right 15–20 mm; body 13–14 pt; first line 1–1.27 cm. */
export const page = {
  width: 210,
  height: 297,
  top: 20,
  bottom: 20,
  left: 30,
  right: 20,
  body: 13,
  firstLine: 10,
  lineHeight: 1.2,
  /** Between paragraphs, in points: the decree asks for at least 6. */
  after: 6,
  pageNumber: 13,
} as const;

/** The width of the text, in millimetres. */
export const textWidth = page.width - page.left - page.right;
