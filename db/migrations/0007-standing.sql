-- The same answers about who is asking, asked with one plain look-up each: every request asks several times, and calls within calls, each with its own
-- copy of a whole row, cost more than what they looked up. And what readers were shown, entered for many at a time.
set role chungtay_owner;

-- Live sessions with what their posts give. A delegated post lives only as long as the post it came from. Nobody but the functions below may read it.
create view ct.live as
  select s.token_hash, 'ct_' || p.role as acting, p.id as post, p.officer, p.office, p.extent, s.id as session
  from auth.session s join public.post p on p.id = s.post_id and p.officer = s.officer_id
  where s.stage = 'full' and s.ended_at is null and s.view_as is null and s.ends_at > now() and s.idle_until > now()
    and p.valid_from <= ct.today() and (p.valid_to is null or p.valid_to > ct.today())
    and (p.delegated_from is null or exists (
      select from public.post g where g.id = p.delegated_from and g.valid_from <= ct.today() and (g.valid_to is null or g.valid_to > ct.today())));

-- The secret hash of the session the transaction carries; null when it carries none.
create function ct.token() returns bytea language sql stable as $$ select decode(nullif(current_setting('ct.session', true), ''), 'hex') $$;
revoke execute on function ct.token() from public;

-- The whole post, where a policy asks for more of it than the functions below say.
create or replace function ct.live_post(acting text) returns public.post language plpgsql stable security definer set search_path = '' as $$
declare
  found public.post;
begin
  select p.* into found from ct.live l join public.post p on p.id = l.post where l.token_hash = ct.token() and l.acting = live_post.acting;
  return found;
end $$;

create or replace function ct.reach(acting text) returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select case l.extent when 'below' then array(select b.below from ct.office_below b where b.office = l.office) else array[l.office] end
    from ct.live l where l.token_hash = ct.token() and l.acting = reach.acting), '{}');
end $$;

create or replace function ct.officer(acting text) returns uuid language plpgsql stable security definer set search_path = '' as $$
begin
  return (select l.officer from ct.live l where l.token_hash = ct.token() and l.acting = officer.acting);
end $$;

create or replace function ct.exceptions(acting text) returns uuid[] language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select x.person from ct.live l join public.exception_access x on x.officer = l.officer
    where l.token_hash = ct.token() and l.acting = exceptions.acting and x.until > now() and x.ended_at is null);
end $$;

-- Whether the acting post may add to a person's file. The offices in reach are handed in: a statement asks for them once, and this once for every row.
create function ct.may_add(file uuid, offices uuid[], acting text) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from public.person p where p.id = file and p.office = any (offices))
    or exists (select from public.share s where s.person = file and s.to_office = any (offices) and s.revoked_at is null and s.starts_at <= now() and s.until > now()
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
  if role <> 'ct_system' and not ct.may_add(file, ct.reach(role), role) then raise exception 'not yours' using errcode = 'insufficient_privilege'; end if;
  select p.office, ct.year_of(p.born) into holder, age from public.person p where p.id = file;
  delete from public.person_key k where k.person = file;
  insert into public.person_key (key, office, person, year) select distinct k, holder, file, age from unnest(keys) k;
  for one in select * from public.share s where s.person = file and s.revoked_at is null and s.until > now() loop
    perform ct.spread_person_keys(one);
  end loop;
end $$;

-- A share's keys are those of one person: looked for by the person, not through the keys of everybody.
create or replace function ct.share_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from public.person_key k where k.person = new.person and k.share = new.id;
  return null;
end $$;

-- What was shown to several readers is entered together: one statement and one flush to disk for all who wait for it. Each entry is in the name of the
-- live post whose session's secret hash comes with it; what comes with none is not entered, and whoever waits for it gets no answer.
create function ledger.enter_shown(tokens bytea[], roles text[], ids uuid[], kinds text[], names text[], agencies text[], subject_records text[],
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
      join ct.live l on l.token_hash = t.token and l.acting = 'ct_' || t.role
      where t.kind in ('read', 'list', 'open')
    returning entry.id
  ) select array_agg(e.id) into found from entered e;
  return coalesce(found, '{}');
end $$;
revoke execute on function ledger.enter_shown from public;
grant execute on function ledger.enter_shown to ct_system;

-- As before, but what was chained is written with one statement: a statement for each entry cost more than its hash.
create or replace function ledger.seal(fitting uuid[]) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  head bigint;
  link bytea;
  one record;
  seqs bigint[] := '{}';
  ids uuid[] := '{}';
  hashes bytea[] := '{}';
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
    seqs := seqs || head;
    ids := ids || one.id;
    hashes := hashes || link;
  end loop;
  insert into ledger.chain (seq, entry_id, hash) select * from unnest(seqs, ids, hashes);
  return cardinality(ids);
end $$;

reset role;
