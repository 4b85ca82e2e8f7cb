/* Whatever theme and contrast a screen has, paper is black on white: every colour a theme sets and paper shows is set again for paper, by a selector no
 * theme outranks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

/** Selector and custom properties of each rule of a flat style sheet. */
function rulesOf(css: string): { selectors: string[]; tokens: string[] }[] {
  return [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(
    ([, head, body]) => ({
      selectors: head!.split(',').map(selector => selector.trim()),
      tokens: [...body!.matchAll(/(--[\w-]+):/g)].map(match => match[1]!),
    }),
  );
}
/** Attributes and pseudo-classes weigh alike here; there is nothing else. */
const weight = (selector: string): number => (selector.match(/\[|:/g) ?? []).length;

/** The shell and what floats above a page are not printed, nor is the mark of the focus. */
const offPaper = /^--(bar|on-bar|on-bar-soft|bar-line|focus|shade|veil|border)$/;

const themes = rulesOf(read('tokens.css')).filter(({ selectors }) =>
  selectors.some(selector => /\[data-(theme|contrast)/.test(selector)),
);
const paper = rulesOf(read('print.css').slice(read('print.css').indexOf('@media print {') + 14)).find(
  ({ tokens }) => tokens.includes('--ground'),
)!;

it('outranks every theme and contrast, both together as well', () => {
  expect(themes.length).toBeGreaterThanOrEqual(3);
  const heaviest = Math.max(...themes.flatMap(({ selectors }) => selectors.map(weight)));
  for (const selector of paper.selectors) expect(weight(selector)).toBeGreaterThan(heaviest);
});

it('says every colour a theme says that is seen on paper', () => {
  const set = new Set(themes.flatMap(({ tokens }) => tokens).filter(token => !offPaper.test(token)));
  expect(set.size).toBeGreaterThan(10);
  expect([...set].filter(token => !paper.tokens.includes(token))).toEqual([]);
});
