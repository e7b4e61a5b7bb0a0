import { Migration } from '@mikro-orm/migrations';

/**
 * Workspace, business units, persons and how they come in. `session`, `credential` and `verification` are kept by
 * better-auth, as are `email_verified`, `image` and `updated_at` of `person`.
 */
export class People202611231510 extends Migration {
  override up(): void {
    this.addSql(`create table workspace (
      id text not null primary key,
      name text not null,
      currency text not null,
      hourly_cost double precision not null check (hourly_cost >= 0),
      locale text not null,
      time_zone text not null,
      created_at text not null,
      singleton integer not null unique check (singleton = 1)
    )`);
    this.addSql(`create table business_unit (
      id text not null primary key,
      name text not null,
      name_key text not null unique,
      created_at text not null
    )`);
    this.addSql(`create table person (
      id text not null primary key,
      name text not null,
      name_key text not null,
      email text null unique,
      role text not null check (role in ('VIEWER', 'SPONSOR', 'IT', 'LEAD', 'ADMIN')),
      business_unit_id text null references business_unit (id),
      created_at text not null,
      deactivated_at text null,
      email_verified boolean not null default false,
      image text null,
      updated_at text null
    )`);
    this.addSql(`create index person_name_key on person (name_key, id)`);
    this.addSql(`create index person_business_unit_id on person (business_unit_id)`);
    this.addSql(`create table session (
      id text not null primary key,
      person_id text not null references person (id),
      token text not null unique,
      expires_at text not null,
      ip_address text null,
      user_agent text null,
      created_at text not null,
      updated_at text not null
    )`);
    this.addSql(`create index session_person_id on session (person_id)`);
    this.addSql(`create index session_expires_at on session (expires_at)`);
    this.addSql(`create table credential (
      id text not null primary key,
      person_id text not null references person (id),
      account_id text not null,
      provider_id text not null,
      password text null,
      access_token text null,
      refresh_token text null,
      id_token text null,
      access_token_expires_at text null,
      refresh_token_expires_at text null,
      scope text null,
      created_at text not null,
      updated_at text not null,
      unique (person_id, provider_id, account_id)
    )`);
    this.addSql(`create table verification (
      id text not null primary key,
      identifier text not null,
      value text not null,
      expires_at text not null,
      created_at text null,
      updated_at text null
    )`);
    this.addSql(`create index verification_identifier on verification (identifier)`);
    this.addSql(`create table api_token (
      id text not null primary key,
      person_id text not null references person (id),
      name text not null,
      secret_hash text not null unique,
      created_at text not null,
      last_used_at text null
    )`);
    this.addSql(`create index api_token_person_id on api_token (person_id)`);
  }
}
