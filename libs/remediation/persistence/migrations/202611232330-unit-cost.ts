import { Migration } from '@mikro-orm/migrations';

/** What a pain point costs single business units, beside the one it was raised for. */
export class Remediation202611232330 extends Migration {
  override up(): void {
    this.addSql(`create table unit_cost (
      pain_point_id text not null references pain_point (id),
      business_unit_id text not null references business_unit (id),
      people_affected integer not null,
      hours_lost_per_person_per_week double precision not null,
      direct_cost_per_week double precision not null,
      said_by_id text not null references person (id),
      said_at text not null,
      primary key (pain_point_id, business_unit_id)
    )`);
  }
}
