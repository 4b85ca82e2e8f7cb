-- What a session's post gives is kept in the session's own row: who is asking is then one look-up instead of a join, and every statement of every request asks. The copy is made by
-- the database and follows the post in the same transaction: no setting and no role of the application can write it.
set role chungtay_owner;

alter table auth.session
  add column post_office uuid,
  add column post_extent text,
  add column post_head boolean,
  add column post_from date,
  add column post_to date;

-- A delegated post lives only as long as the post it came from. Nothing when the post is not this officer's, or no longer of this role. The posts are held until the transaction ends:
-- a session that begins while its post is being changed takes over what it was changed to.
create function ct.post_of(one uuid, officer uuid, role text, out post_office uuid, out post_extent text, out post_head boolean, out post_from date, out post_to date)
language plpgsql security definer set search_path = '' as $$
declare
  held public.post;
  origin public.post;
begin
  select p.* into held from public.post p where p.id = one and p.officer = post_of.officer and p.role = post_of.role for share;
  if held.id is null then return; end if;
  if held.delegated_from is not null then select p.* into origin from public.post p where p.id = held.delegated_from for share; end if;
  post_office := held.office;
  post_extent := held.extent;
  post_head := coalesce(held.head, false);
  post_from := greatest(held.valid_from, origin.valid_from);
  post_to := least(held.valid_to, origin.valid_to);
end $$;

create function ct.fill_session() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select f.* into new.post_office, new.post_extent, new.post_head, new.post_from, new.post_to from ct.post_of(new.post_id, new.officer_id, new.role) f;
  return new;
end $$;
create trigger fill_session before insert on auth.session for each row execute function ct.fill_session();

create policy follow_post on auth.session for update to chungtay_owner using (true);
create function ct.sessions_follow() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update auth.session s set (post_office, post_extent, post_head, post_from, post_to) = (select f.* from ct.post_of(s.post_id, s.officer_id, s.role) f)
    where s.ended_at is null and s.post_id in (select p.id from public.post p where p.id = new.id or p.delegated_from = new.id);
  return null;
end $$;
create trigger sessions_follow after update on public.post for each row execute function ct.sessions_follow();

update auth.session s set (post_office, post_extent, post_head, post_from, post_to) = (select f.* from ct.post_of(s.post_id, s.officer_id, s.role) f)
  where s.ended_at is null and s.post_id is not null;
revoke execute on function ct.post_of, ct.fill_session, ct.sessions_follow from public;

drop function ct.live(bytea);
drop function ct.post_lives(uuid);
-- The live session of a secret hash with what its post gives, or nothing. It has the rights of whoever calls it: only the functions below can read a session.
create function ct.live(token bytea) returns table (acting text, post uuid, officer uuid, office uuid, extent text, head boolean, session uuid) language sql stable as $$
  select 'ct_' || s.role, s.post_id, s.officer_id, s.post_office, s.post_extent, s.post_head, s.id from auth.session s
  where s.token_hash = token and s.stage = 'full' and s.ended_at is null and s.view_as is null and s.ends_at > now() and s.idle_until > now()
    and s.post_from <= ct.today() and (s.post_to is null or s.post_to > ct.today())
$$;
revoke execute on function ct.live(bytea) from public;

create or replace function ct.reach(acting text) returns uuid[] language plpgsql stable security definer set search_path = '' as $$
declare
  own uuid;
  wide text;
begin
  select l.office, l.extent into own, wide from ct.live(ct.token()) l where l.acting = reach.acting;
  if wide = 'below' then return array(select b.below from ct.office_below b where b.office = own); end if;
  return case when own is null then '{}' else array[own] end;
end $$;

create or replace function ct.heads(acting text) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((select l.head from ct.live(ct.token()) l where l.acting = heads.acting), false);
end $$;

reset role;
