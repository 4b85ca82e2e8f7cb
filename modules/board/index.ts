/* The numbers of the board, in the order they stand there; each module says its own. */
import type { BoardCell } from '../../kernel/record/board.ts';
import { peopleCells } from '../people/index.ts';
import { referralCells } from '../referrals/index.ts';
import { victimCells } from '../victims/index.ts';

export const boardCells: readonly BoardCell[] = [...peopleCells, ...victimCells, ...referralCells];
