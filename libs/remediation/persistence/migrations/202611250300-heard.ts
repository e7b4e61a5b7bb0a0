import { Migration } from '@mikro-orm/migrations';

/** A word in the history that its sponsors could see, by somebody who does not stand behind it, or has it in care. */
const WORD = `change.actor_id is not null
  and change.visibility = 'SHARED'
  and change.kind in ('MOVED', 'CLOSED', 'REOPENED', 'MERGED', 'COMMENT', 'COMMITMENT', 'TASK', 'WIN')
  and (change.kind <> 'MOVED'
    or (change.undoes is null and coalesce(change.new_value, '') not like '%"answered":true%'
      and not exists (select 1 from change as undoing where undoing.undoes = change.id)))
  and (change.actor_id = pain_point.owner_id
    or not exists (select 1 from sponsorship
      where sponsorship.pain_point_id = change.pain_point_id and sponsorship.person_id = change.actor_id))`;

/** What the sponsors of a pain point heard of others, worked out of its history; and who was told that they heard nothing. */
export class Remediation202611250300 extends Migration {
  override up(): void {
    this.addSql('alter table pain_point add column awaited_since text null');
    this.addSql('alter table pain_point add column answered_at text null');
    this.addSql(`alter table pain_point add column last_word_at text not null default ''`);
    this.addSql('alter table pain_point add column owner_told_on text null');
    this.addSql('alter table pain_point add column leads_told_on text null');
    this.addSql(`update pain_point set
      answered_at = (select min(change.at) from change where change.pain_point_id = pain_point.id and ${WORD}),
      last_word_at = coalesce(
        (select max(change.at) from change where change.pain_point_id = pain_point.id and ${WORD}),
        (select min(change.at) from change where change.pain_point_id = pain_point.id),
        raised_at)`);
    // What an import brought has an origin where it was raised; no answer is owed to it here.
    this.addSql(`update pain_point set awaited_since = raised_at
      where answered_at is null
        and not exists (select 1 from change
          where change.pain_point_id = pain_point.id and change.kind = 'RAISED' and change.from_text is not null)`);
  }
}
