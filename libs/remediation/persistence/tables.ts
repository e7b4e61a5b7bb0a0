/** The tables of this part as queries see them; booleans come back as 0 or 1 from SQLite. */
export interface RemediationTables {
  board: { id: string; name: string; key_prefix: string; next_number: number; revision: number; is_default: boolean };
  stage: { id: string; board_id: string; name: string; category: string; wip_limit: number | null; position: string };
  stage_version: {
    board_id: string;
    revision: number;
    stage_id: string;
    since: string;
    name: string;
    category: string;
    wip_limit: number | null;
    position: string;
  };
  pain_point: PainPointRow;
  change: {
    id: string;
    pain_point_id: string;
    board_id: string;
    revision: number;
    version: number;
    at: string;
    actor_id: string | null;
    kind: string;
    field: string;
    from_text: string | null;
    to_text: string | null;
    old_value: string | null;
    new_value: string | null;
    visibility: string;
    undoes: string | null;
  };
  remediation_task: {
    id: string;
    title: string;
    state: string;
    assignee_id: string | null;
    visibility: string;
    blocked: boolean;
  };
  task_pain_point: { pain_point_id: string; task_id: string; rank: string };
  win: {
    id: string;
    headline: string;
    before_value: number | null;
    after_value: number | null;
    achieved_on: string;
    published_at: string | null;
    recorded_at: string;
  };
  win_pain_point: { pain_point_id: string; win_id: string };
  win_task: { win_id: string; task_id: string };
  win_thanks: { win_id: string; person_id: string };
  comment: { id: string; pain_point_id: string; author_id: string; text: string; visibility: string; at: string };
  unit_cost: {
    pain_point_id: string;
    business_unit_id: string;
    people_affected: number;
    hours_lost_per_person_per_week: number;
    direct_cost_per_week: number;
    said_by_id: string;
    said_at: string;
  };
  pain_point_quote: { pain_point_id: string; quote_id: string };
}

/** A row of `pain_point`. */
export interface PainPointRow {
  id: string;
  board_id: string;
  key: string;
  title: string;
  description: string;
  version: number;
  stage_id: string;
  rank: string;
  entered_stage_at: string;
  raised_at: string;
  fixed_at: string | null;
  confirmed: boolean;
  reopened_count: number;
  raiser_id: string;
  typed_by_id: string;
  owner_id: string | null;
  business_unit_id: string | null;
  service_id: string | null;
  tags: string;
  people_affected: number;
  hours_lost_per_person_per_week: number;
  direct_cost_per_week: number;
  effort_days: number | null;
  estimate_when_planned: string | null;
  workaround: string | null;
  past_rates: string;
  blocked: boolean;
  blocked_reason: string | null;
  closed_as: string | null;
  closed_reason: string | null;
  closed_at: string | null;
  closed_by_id: string | null;
  merged_into_id: string | null;
  awaited_since: string | null;
  answered_at: string | null;
  last_word_at: string;
  owner_told_on: string | null;
  leads_told_on: string | null;
}
