-- Who is asking, found by the session's secret hash and nothing else: a plan made while hardly anybody was signed in went through all live sessions, and
-- was kept. Rights to add are judged in steps, the usual one first; and a person is kept under fewer keys.
set role chungtay_owner;

drop view ct.live;

create function ct.post_lives(one uuid) returns boolean language sql stable as $$
  select exists (select from public.post p where p.id = one and p.valid_from <= ct.today() and (p.valid_to is null or p.valid_to > ct.today()))
$$;

-- The live session of a secret hash with what its post gives, or nothing. A delegated post lives only as long as the post it came from. It has the rights
-- of whoever calls it: only the functions below can read a session. `offset 0` keeps the hash the only way in.
create function ct.live(token bytea) returns table (acting text, post uuid, officer uuid, office uuid, extent text, session uuid) language sql stable as $$
  select 'ct_' || p.role, p.id, p.officer, p.office, p.extent, s.id
  from (select * from auth.session a where a.token_hash = token offset 0) s join public.post p on p.id = s.post_id and p.officer = s.officer_id
  where s.stage = 'full' and s.ended_at is null and s.view_as is null and s.ends_at > now() and s.idle_until > now()
    and p.valid_from <= ct.today() and (p.valid_to is null or p.valid_to > ct.today())
    and (p.delegated_from is null or ct.post_lives(p.delegated_from))
$$;
revoke execute on function ct.post_lives(uuid), ct.live(bytea) from public;

create or replace function ct.live_post(acting text) returns public.post language plpgsql stable security definer set search_path = '' as $$
declare
  found public.post;
begin
  select p.* into found from ct.live(ct.token()) l join public.post p on p.id = l.post where l.acting = live_post.acting;
  return found;
end $$;

create or replace function ct.reach(acting text) returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select case l.extent when 'below' then array(select b.below from ct.office_below b where b.office = l.office) else array[l.office] end
    from ct.live(ct.token()) l where l.acting = reach.acting), '{}');
end $$;

create or replace function ct.officer(acting text) returns uuid language plpgsql stable security definer set search_path = '' as $$
begin
  return (select l.officer from ct.live(ct.token()) l where l.acting = officer.acting);
end $$;

create or replace function ct.exceptions(acting text) returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select x.person from ct.live(ct.token()) l join public.exception_access x on x.officer = l.officer
    where l.acting = exceptions.acting and x.until > now() and x.ended_at is null);
end $$;

-- Whether the acting post may add a row of this office (null: of none) to a person's file. The offices in reach are handed in: a statement asks for them once.
create function ct.may_add(file uuid, office uuid, offices uuid[], acting text) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  if office <> all (offices) then return false; end if;
  if exists (select from public.person p where p.id = file and p.office = any (offices)) then return true; end if;
  return exists (select from public.share s where s.person = file and s.to_office = any (offices) and s.revoked_at is null and s.starts_at <= now() and s.until > now()
      and (s.ground = 'criminal_procedure' or acting <> 'ct_investigator'))
    or exists (select from public.exception_access x where x.person = file and x.officer = ct.officer(acting) and x.until > now() and x.ended_at is null)
    -- the file that is being born in this very transaction
    or not exists (select from public.person p where p.id = file);
end $$;

create or replace function ct.keep_person_keys(file uuid, keys text[], acting text) returns void language plpgsql security definer set search_path = '' as $$
declare
  holder uuid;
  age smallint;
  one public.share;
  -- The role that was put on, not the word of the caller: a definer function knows it by the setting only.
  role text := current_setting('role');
begin
  if role <> 'ct_system' and not ct.may_add(file, null, ct.reach(role), role) then raise exception 'not yours' using errcode = 'insufficient_privilege'; end if;
  select p.office, ct.year_of(p.born) into holder, age from public.person p where p.id = file;
  delete from public.person_key k where k.person = file;
  insert into public.person_key (key, office, person, year) select distinct k, holder, file, age from unnest(keys) k;
  for one in select * from public.share s where s.person = file and s.revoked_at is null and s.until > now() loop
    perform ct.spread_person_keys(one);
  end loop;
end $$;

create or replace function ledger.enter_shown(tokens bytea[], roles text[], ids uuid[], kinds text[], names text[], agencies text[], subject_records text[],
  subject_ids uuid[], persons text[], purposes text[], moments timestamptz[], declaration integer, leaves bytea[])
returns uuid[] language plpgsql security definer set search_path = '' as $$
declare
  found uuid[];
begin
  with entered as (
    insert into ledger.entry (id, kind, name, officer, post, role, agency, office, session, subject_record, subject_id, person_ids, purpose, made_at, received_at, declaration, leaf)
      select t.id, t.kind, t.name, l.officer, l.post, t.role, t.agency, l.office, l.session, t.subject_record, t.subject_id, t.persons::uuid[], t.purpose, t.moment, t.moment, enter_shown.declaration, t.leaf
      from unnest(tokens, roles, ids, kinds, names, agencies, subject_records, subject_ids, persons, purposes, moments, leaves)
        t(token, role, id, kind, name, agency, subject_record, subject_id, persons, purpose, moment, leaf)
      cross join lateral ct.live(t.token) l
      where t.kind in ('read', 'list', 'open') and l.acting = 'ct_' || t.role
    returning entry.id
  ) select array_agg(e.id) into found from entered e;
  return coalesce(found, '{}');
end $$;

-- A form of key nobody looks up is no longer kept, and of the years beside a given name only the person's own (see keys.ts).
delete from public.person_key k where k.key like 's:%' or (k.key like 'y:%' and right(k.key, 4) <> k.year::text);

reset role;
