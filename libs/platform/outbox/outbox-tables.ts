/** The tables of the outbox: what happened, and one delivery for each part that wants to know. */
export interface OutboxTables {
  outbox_event: { id: string; type: string; at: string; actor_id: string | null; data: string };
  outbox_delivery: {
    event_id: string;
    handler: string;
    attempts: number;
    due_at: string;
    done_at: string | null;
    error: string | null;
  };
}
