/* The board as screens ask for it: facilities that fit, with what is counted of them. After an act on a facility the board and the lists behind it are asked again. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Day } from '../../../kernel/day.ts';
import { api, type Row } from '../../../web/datasource.ts';
import { useAct } from '../../../web/queries.ts';
import type { Standing } from '../counts.ts';

export interface DayShown {
  readonly day: Day;
  readonly places: number | null;
  readonly taken: number;
}

export interface FacilityShown extends Row {
  readonly name: string;
  readonly office: string;
  readonly facilityKind: string;
  readonly state: string;
  /** Null where places are not counted. */
  readonly places: number | null;
  readonly taken: number;
  readonly free: number | null;
  readonly standing: Standing;
  readonly reviewedOn: Day | null;
  /** Only for those who may read the findings. */
  readonly openImprovements?: number;
  readonly overdueImprovements?: number;
  /** In a straight line from where the board counts; null when either place has no middle point. */
  readonly kilometres: number | null;
  readonly days: readonly DayShown[];
}

export interface Board {
  readonly today: Day;
  readonly from: string | null;
  readonly seesStays: boolean;
  readonly seesFindings: boolean;
  /** The reader's office has the task to review. */
  readonly mayReview: boolean;
  readonly facilities: readonly FacilityShown[];
}

export type BoardAsked = Readonly<Record<string, string | number | null | undefined>>;

export function useBoard(asked: BoardAsked, enabled = true) {
  return useQuery({
    queryKey: ['facilities', asked],
    queryFn: ({ signal }) => api<Board>('facilities', asked, signal),
    placeholderData: previous => previous,
    enabled,
  });
}

export interface StayShown {
  readonly id: string;
  readonly person: string;
  readonly number: string | null;
  readonly fullName: string | null;
  readonly admittedOn: Day;
  readonly leftOn: Day | null;
  readonly places: number;
  readonly overFull: string | null;
  readonly leaveReason: string | null;
}

export function useStays(facility: string, state: 'staying' | 'left', enabled: boolean) {
  return useQuery({
    queryKey: ['facilities', 'stays', facility, state],
    queryFn: ({ signal }) => api<{ stays: StayShown[] }>('facilities/stays', { facility, state }, signal),
    enabled,
  });
}

/** As `useAct`, and everything counted is asked again afterwards. */
export function useFacilityAct(act: string) {
  const client = useQueryClient();
  const doing = useAct(act);
  return {
    ...doing,
    /** @throws Refusal, which is also in `error`. */
    async act(input: object, subject?: { record: string; id: string }) {
      const outcome = await doing.mutateAsync({ input, subject });
      await Promise.all(
        [['facilities'], ['list'], ['path']].map(queryKey => client.invalidateQueries({ queryKey })),
      );
      return outcome;
    },
  };
}
