/* Counting and summing the rows of a COPY in text form, where every row is one line. The sum does not depend on the order of the rows, because a table that was
 * just loaded need not give them back in the order they were written. It finds accidents; against forgery the archive itself is authenticated. */
import { hash } from 'node:crypto';

export interface RowSum {
  readonly rows: number;
  /** Hex: the hashes of all rows added up, in eight lanes of 32 bits. */
  readonly sum: string;
}

export interface RowCounter {
  /** Takes bytes as they come and returns the whole rows among them (perhaps none), which end with a line break. */
  take(bytes: Uint8Array): Buffer;
  /** Whole rows so far. */
  rows(): number;
  /** Throws when bytes without a line break are left. */
  result(): RowSum;
}

const LINE_BREAK = 10;

export function rowCounter(): RowCounter {
  const lanes = new Uint32Array(8);
  let pieces: Uint8Array[] = [];
  let rows = 0;
  return {
    take(bytes) {
      const end = bytes.lastIndexOf(LINE_BREAK) + 1;
      if (end === 0) {
        pieces.push(bytes);
        return Buffer.alloc(0);
      }
      const whole = Buffer.concat([...pieces, bytes.subarray(0, end)]);
      pieces = end < bytes.length ? [bytes.subarray(end)] : [];
      for (let start = 0; start < whole.length; ) {
        const stop = whole.indexOf(LINE_BREAK, start) + 1;
        const digest = hash('sha256', whole.subarray(start, stop), 'buffer');
        for (let lane = 0; lane < 8; lane++) lanes[lane]! += digest.readUInt32BE(lane * 4);
        rows++;
        start = stop;
      }
      return whole;
    },
    rows: () => rows,
    result() {
      if (pieces.length) throw new Error('backup: a row without an end');
      return { rows, sum: [...lanes].map(lane => lane.toString(16).padStart(8, '0')).join('') };
    },
  };
}
