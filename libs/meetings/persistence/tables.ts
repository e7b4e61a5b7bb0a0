import type { Instant } from '@stanch/kernel';
import type { AgendaStepKind } from '../domain/agenda.js';

/** The tables of this part as queries see them. */
export interface MeetingTables {
  meeting: { id: string; board_id: string; ended_at: Instant | null };
  meeting_shown: {
    id: string;
    meeting_id: string;
    at: Instant;
    by_id: string;
    step: AgendaStepKind;
    page: number;
    pain_point_id: string | null;
    win_id: string | null;
  };
  attendance: { meeting_id: string; person_id: string; present: number | boolean };
  action_item: { meeting_id: string; task_id: string; at: Instant; by_id: string };
  meeting_minutes: { meeting_id: string; content: string };
}
