/* The code lists of exhibits, and how an exhibit goes from hand to hand: which step is taken in which state, where it leads and what must be told with it. */

export const exhibitKinds = [
  'document',
  'device',
  'data',
  'recording',
  'money',
  'vehicle',
  'goods',
  'trace',
  'other',
] as const;
export const exhibitWays = ['seized', 'handed_in', 'found', 'made_here', 'from_other_body'] as const;
export const mediaTypes = [
  'pdf',
  'jpeg',
  'png',
  'mp3',
  'mp4',
  'wav',
  'ogg',
  'webm',
  'docx',
  'xlsx',
  'zip',
  'other',
] as const;
/** The largest file that is taken, in bytes. */
export const mostExhibitBytes = 20_000_000;

export const exhibitStates = ['held', 'handing_over', 'at_examination', 'released', 'destroyed'] as const;
export type ExhibitState = (typeof exhibitStates)[number];

interface CustodyRule {
  readonly from: readonly ExhibitState[];
  readonly to: ExhibitState;
  readonly needs: readonly ('place' | 'toBody' | 'toOwner' | 'decisionNumber')[];
}

/** The steps whoever holds it takes by herself. */
export const custodyMoves = {
  stored: { from: ['held'], to: 'held', needs: ['place'] },
  sent_to_examination: { from: ['held'], to: 'at_examination', needs: ['toBody', 'decisionNumber'] },
  returned: { from: ['at_examination'], to: 'held', needs: [] },
  released: { from: ['held'], to: 'released', needs: ['toOwner', 'decisionNumber'] },
  destroyed: { from: ['held'], to: 'destroyed', needs: ['decisionNumber'] },
} as const satisfies Record<string, CustodyRule>;
export type CustodyMove = keyof typeof custodyMoves;
export const moveKinds = Object.keys(custodyMoves) as CustodyMove[];

/** Those that are taken by two, each in an act of her own, and the first. */
export const custodyKinds = ['received', 'handed_over', 'taken_over', 'not_taken', ...moveKinds] as const;

/** What can be done next by whoever holds it. */
export const movesFrom = (state: string): CustodyMove[] =>
  moveKinds.filter(kind => (custodyMoves[kind].from as readonly string[]).includes(state));
