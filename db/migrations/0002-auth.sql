-- Signing in: sessions, passwords, second factors, and the counts that lock. Read by one role only, ct_auth; every other role knows a
-- session by the definer functions of 0004 and never sees a hash or a secret. Foreign keys to public.officer and public.post are added
-- by 0004, when those tables are there. No name, e-mail or network address is kept here: attempts are counted under a keyed hash.

do $$
begin
  if not exists (select from pg_roles where rolname = 'chungtay_owner') then create role chungtay_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'ct_auth') then create role ct_auth nologin; end if;
end $$;

create schema if not exists auth;

-- A row is never re-aimed: another post, another stage or a fresh second factor is a new row with a new token (ASVS 7.2.4).
create table auth.session (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  officer_id uuid not null,
  post_id uuid,
  role text,
  stage text not null check (stage in ('password', 'full')),
  made_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_minutes smallint not null check (idle_minutes between 1 and 30),
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('signed_out', 'replaced', 'ended_by_officer', 'ended_by_administrator', 'password_changed', 'factors_changed')),
  second_factor_at timestamptz,
  device text not null check (length(device) <= 60),
  view_as text,
  check (ends_at <= made_at + interval '12 hours'),
  check (idle_until <= ends_at),
  check ((ended_at is null) = (ended_why is null)),
  -- Only a whole sign-in carries a post: with the password alone there is nothing that ct.live_post could find.
  check ((stage = 'full') = (post_id is not null and role is not null))
);
create index session_of_officer on auth.session (officer_id) where ended_at is null;

create function auth.keep_session_ended() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.ended_at is not null then raise exception 'an ended session stays ended' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger keep_session_ended before update on auth.session for each row execute function auth.keep_session_ended();

create table auth.password (
  officer_id uuid primary key,
  hash text not null check (hash like '$argon2id$%'),
  changed_at timestamptz not null,
  must_change boolean not null default false
);

create table auth.totp (
  id uuid primary key,
  officer_id uuid not null,
  secret_sealed bytea not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  -- The last time step that was accepted: a code at or before it is a replay (ASVS 6.5.1).
  last_counter bigint not null default 0,
  ended_at timestamptz
);
create unique index totp_one_confirmed on auth.totp (officer_id) where confirmed_at is not null and ended_at is null;
create unique index totp_one_pending on auth.totp (officer_id) where confirmed_at is null and ended_at is null;

create table auth.passkey (
  id uuid primary key,
  officer_id uuid not null,
  credential_id bytea not null unique,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  -- Kept by the maker of the device in its own cloud (true) or bound to one piece of hardware (false): an auditor may ask.
  backed_up boolean not null,
  name text not null check (length(name) between 1 and 60),
  made_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz
);
create index passkey_of_officer on auth.passkey (officer_id) where ended_at is null;

create table auth.recovery_code (
  id uuid primary key,
  officer_id uuid not null,
  code_hash bytea not null unique check (octet_length(code_hash) = 32),
  made_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create index recovery_code_of_officer on auth.recovery_code (officer_id) where used_at is null and ended_at is null;

-- An administrator starts a reset and hands over the code; only the officer chooses the password (ASVS 6.4.6).
create table auth.reset_code (
  id uuid primary key,
  officer_id uuid not null,
  code_hash bytea not null unique check (octet_length(code_hash) = 32),
  made_by uuid not null,
  made_at timestamptz not null,
  ends_at timestamptz not null check (ends_at <= made_at + interval '1 hour'),
  used_at timestamptz,
  check (made_by <> officer_id)
);
create unique index reset_code_one_open on auth.reset_code (officer_id) where used_at is null;

-- The language chosen on the screen, before the one in the officer's record, which only an act may change.
create table auth.preference (
  officer_id uuid primary key,
  lang text not null check (lang in ('vi', 'en'))
);

create table auth.challenge (
  value_hash bytea primary key check (octet_length(value_hash) = 32),
  kind text not null check (kind in ('register', 'sign_in')),
  session_id uuid references auth.session (id),
  ends_at timestamptz not null
);
create index challenge_old on auth.challenge (ends_at);

-- Failures only; subjects are keyed hashes of an account name, a network address or an officer's id.
create table auth.attempt (
  kind text not null check (kind in ('account', 'address', 'code')),
  subject bytea not null check (octet_length(subject) = 32),
  failures integer not null check (failures > 0),
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (kind, subject)
);
create index attempt_old on auth.attempt (last_at);

do $$
declare one record;
begin
  for one in select tablename from pg_tables where schemaname = 'auth' loop
    execute format('alter table auth.%I owner to chungtay_owner', one.tablename);
    execute format('alter table auth.%I enable row level security', one.tablename);
    execute format('alter table auth.%I force row level security', one.tablename);
    execute format('create policy ct_auth_only on auth.%I to ct_auth using (true) with check (true)', one.tablename);
    execute format('revoke all on auth.%I from public', one.tablename);
    execute format('grant select, insert on auth.%I to ct_auth', one.tablename);
  end loop;
end $$;
alter function auth.keep_session_ended() owner to chungtay_owner;

-- ct.live_post runs as the owner and must find the session although row security is forced.
create policy reach on auth.session for select to chungtay_owner using (true);

revoke all on schema auth from public;
grant usage on schema auth to ct_auth, chungtay_owner;

-- What may change after birth, column by column: nobody's post, role, token or absolute end can be edited.
grant update (last_seen_at, idle_until, ended_at, ended_why, view_as) on auth.session to ct_auth;
grant update (hash, changed_at, must_change) on auth.password to ct_auth;
grant delete on auth.password to ct_auth;
grant update (confirmed_at, last_counter, ended_at) on auth.totp to ct_auth;
grant update (counter, last_used_at, name, ended_at) on auth.passkey to ct_auth;
grant update (used_at, ended_at) on auth.recovery_code to ct_auth;
grant update (used_at) on auth.reset_code to ct_auth;
grant update (lang) on auth.preference to ct_auth;
grant update, delete on auth.attempt to ct_auth;
grant delete on auth.challenge to ct_auth;
