-- What everything else stands on: the database's roles, the ledger, human numbers, and the functions by which row security learns who is asking.
-- The application logs in as chungtay_app, which owns nothing and has no right of its own: every transaction puts on one role of work (ct_<role>).

do $$
declare
  name text;
begin
  if not exists (select from pg_roles where rolname = 'chungtay_owner') then create role chungtay_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'chungtay_app') then create role chungtay_app login noinherit; end if;
  foreach name in array array[
    'ct_auth', 'ct_system', 'ct_matcher', 'ct_sharer', 'ct_ledger',
    'ct_border_officer', 'ct_police_officer', 'ct_identifier', 'ct_investigator', 'ct_procurator', 'ct_judge_clerk', 'ct_social_worker',
    'ct_shelter_worker', 'ct_womens_union_officer', 'ct_commune_officer', 'ct_secretary', 'ct_auditor', 'ct_administrator'
  ] loop
    if not exists (select from pg_roles where rolname = name) then execute format('create role %I nologin', name); end if;
    if name <> 'ct_sharer' then execute format('grant %I to chungtay_app', name); end if;
  end loop;
  if not pg_has_role(current_user, 'chungtay_owner', 'member') then execute format('grant chungtay_owner to %I', current_user); end if;
  if not pg_has_role('chungtay_owner', 'ct_sharer', 'member') then grant ct_sharer to chungtay_owner; end if;
  execute format('grant create, temporary on database %I to chungtay_owner', current_database());
  execute format('revoke temporary on database %I from public', current_database());
end $$;

grant all on schema public to chungtay_owner;
revoke create on schema public from public;
create schema if not exists ct authorization chungtay_owner;
create schema if not exists ledger authorization chungtay_owner;
set role chungtay_owner;

-- What this installation is: written by commands, read by the server at start.
create table ct.installation (name text primary key, value text not null);
grant select on ct.installation to ct_system, ct_auth;

create function ct.today() returns date language sql stable as $$ select (now() at time zone 'Asia/Ho_Chi_Minh')::date $$;

-- ---------------------------------------------------------------------------------------------------------------- the ledger
create table ledger.entry (
  n bigint generated always as identity unique,
  id uuid primary key,
  kind text not null check (kind in ('act', 'read', 'list', 'open', 'auth', 'system')),
  name text not null check (length(name) <= 80),
  officer uuid,
  post uuid,
  role text,
  agency text,
  office uuid,
  session uuid,
  subject_record text,
  subject_id uuid,
  person_ids uuid[],
  purpose text check (length(purpose) <= 300),
  ground text,
  made_at timestamptz not null,
  received_at timestamptz not null,
  declaration integer,
  commitment bytea check (octet_length(commitment) = 32),
  leaf bytea not null check (octet_length(leaf) = 32)
);
create index entry_officer on ledger.entry (officer, n);
create index entry_persons on ledger.entry using gin (person_ids);
create index entry_received on ledger.entry using brin (received_at);

-- What an entry was about, apart from it: a body can be erased when the law asks for it, and the chain above stays whole.
create table ledger.body (entry_id uuid primary key references ledger.entry (id), salt bytea not null check (octet_length(salt) = 32), body jsonb not null);

create table ledger.chain (
  seq bigint primary key,
  entry_id uuid not null unique references ledger.entry (id),
  hash bytea not null check (octet_length(hash) = 32),
  sealed_at timestamptz not null default clock_timestamp()
);

create table ledger.checkpoint (
  seq bigint primary key,
  hash bytea not null check (octet_length(hash) = 32),
  at timestamptz not null,
  key_id text not null,
  note text not null
);

create function ledger.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'the ledger only grows' using errcode = 'insufficient_privilege';
end $$;
create trigger refuse_change before update or delete or truncate on ledger.entry for each statement execute function ledger.refuse_change();
create trigger refuse_change before update or delete or truncate on ledger.chain for each statement execute function ledger.refuse_change();
create trigger refuse_change before update or delete or truncate on ledger.checkpoint for each statement execute function ledger.refuse_change();
create trigger refuse_change before update or truncate on ledger.body for each statement execute function ledger.refuse_change();

-- What is not chained yet, oldest first, among the last entries only: a transaction that is still open may have an earlier number than what was chained.
-- Right after an act a short look back is enough; now and then, and from the beginning at every start, a long one finds what came late.
create function ledger.unsealed(most integer, look_back bigint) returns setof ledger.entry
language plpgsql stable security definer set search_path = '' as $$
declare
  low bigint := 0;
begin
  if look_back is not null then
    select coalesce(greatest(0, max(e.n) - look_back), 0) into low
    from (select c.entry_id from ledger.chain c order by c.seq desc limit 1) last join ledger.entry e on e.id = last.entry_id;
  end if;
  -- Planned anew with the number at hand: a plan for any number would read the whole ledger.
  return query execute
    'select e.* from ledger.entry e where e.n > $1 and not exists (select from ledger.chain c where c.entry_id = e.id) order by e.n limit $2' using low, most;
end $$;

-- Entries are chained in batches right after they were committed, by one sequencer at a time, so that acts do not queue behind one lock. The sequencer
-- names those whose leaf it found to fit their fields; what does not fit is never chained and stands out.
-- hash(n) = sha256(hash(n-1) || leaf || n as eight bytes).
create function ledger.seal(fitting uuid[]) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  head bigint;
  link bytea;
  one record;
  sealed bigint := 0;
begin
  perform pg_advisory_xact_lock(7213550);
  select seq, hash into head, link from ledger.chain order by seq desc limit 1;
  if head is null then
    head := 0;
    link := sha256(convert_to('chungtay ledger v1', 'UTF8'));
  end if;
  for one in
    select e.id, e.leaf from ledger.entry e
    where e.id = any (fitting) and not exists (select from ledger.chain c where c.entry_id = e.id)
    order by e.n
  loop
    head := head + 1;
    link := sha256(link || one.leaf || int8send(head));
    insert into ledger.chain (seq, entry_id, hash) values (head, one.id, link);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;

-- ---------------------------------------------------------------------------------------------------------------- human numbers
-- One sequence for each prefix and year: numbers may have gaps, acts never wait for each other.
create function ct.next_number(prefix text) returns text language plpgsql security definer set search_path = '' as $$
declare
  year text := to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY');
  name text := lower(prefix) || '_' || year;
begin
  if prefix !~ '^[A-Z]{2,4}$' then raise exception 'not a prefix'; end if;
  if to_regclass('ct.number_' || name) is null then
    perform pg_advisory_xact_lock(7213551);
    execute format('create sequence if not exists ct.%I', 'number_' || name);
  end if;
  return prefix || '-' || year || '-' || lpad(nextval('ct.number_' || name)::text, 6, '0');
end $$;

-- ---------------------------------------------------------------------------------------------------------------- row security
-- Drops every policy and grant of work roles on a table, so that the generated script can be run again.
create function ct.forget_policies(target text) returns void language plpgsql set search_path = 'public' as $$
declare
  one record;
begin
  for one in select policyname from pg_catalog.pg_policies where schemaname = 'public' and tablename = target loop
    execute format('drop policy %I on public.%I', one.policyname, target);
  end loop;
  for one in select rolname from pg_catalog.pg_roles where rolname like 'ct\_%' loop
    execute format('revoke all on public.%I from %I', target, one.rolname);
  end loop;
  execute format('revoke all on public.%I from public', target);
end $$;
reset role;
