/*
 * Repeatable chance. Person number n of a world draws from a generator of its own, seeded by (seed, n) and nothing else, so any person can
 * be invented again without the others: that is how a world of 100,000 streams in constant memory and how a double finds its original.
 * The generator is xoroshiro128+ of pure-rand (the library fast-check rests on); nothing here is fit for secrets.
 */
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { Id } from '../../kernel/id.ts';

export type Chance = { next(): number };

/** The generator of stream n under a seed. Neighbouring numbers give unrelated streams: the state is mixed, not merely set. */
export function chanceOf(seed: number, n: number, purpose = 0): Chance {
  let state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b) ^ Math.imul(purpose + 1, 0xc2b2ae35);
  const words = [0, 0, 0, 0].map(() => {
    // splitmix32
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  });
  return xoroshiro128plusFromState(words);
}

/** At least 0, below 1. */
export function fraction(chance: Chance): number {
  return (chance.next() >>> 0) / 2 ** 32;
}

export function happens(chance: Chance, probability: number): boolean {
  return fraction(chance) < probability;
}

/** A whole number, both ends included. */
export function between(chance: Chance, least: number, most: number): number {
  return least + Math.floor(fraction(chance) * (most - least + 1));
}

export function pick<T>(chance: Chance, list: readonly T[]): T {
  return list[Math.floor(fraction(chance) * list.length)]!;
}

/** One of the values, each as often as its weight says. */
export function pickWeighted<T>(chance: Chance, list: readonly (readonly [T, number])[]): T {
  let total = 0;
  for (const [, weight] of list) total += weight;
  let left = fraction(chance) * total;
  for (const [value, weight] of list) {
    left -= weight;
    if (left < 0) return value;
  }
  return list[list.length - 1]![0];
}

/** An id shaped as UUIDv7 that says the moment and is the same in every run. */
export function idAt(chance: Chance, millis: number): Id {
  const time = Math.floor(millis).toString(16).padStart(12, '0');
  const a = hex8(chance.next());
  const b = hex8(chance.next());
  const c = hex8(chance.next());
  const variant = '89ab'[chance.next() & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${a.slice(3, 6)}-${b}${c.slice(0, 4)}`;
}

/** Four hexadecimal digits for every 16 bits: a world makes millions of ids, and formatting them was its largest cost. */
const HEX4 = Array.from({ length: 0x10000 }, (_, n) => n.toString(16).padStart(4, '0'));

function hex8(word: number): string {
  return HEX4[word >>> 16]! + HEX4[word & 0xffff]!;
}
