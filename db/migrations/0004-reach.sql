-- How row security learns who is asking. The database looks the session up itself: no setting of the application can widen what a post reaches, only
-- another live session's secret could. Definer functions with a pinned search path; each is called once per query, in a sub-select.
set role chungtay_owner;

create table ct.office_below (office uuid not null, below uuid not null, primary key (office, below));
alter table ct.office_below enable row level security;
create policy owner_all on ct.office_below to chungtay_owner using (true) with check (true);

create function ct.refresh_office_below() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from ct.office_below;
  insert into ct.office_below
    with recursive tree (office, below) as (
      select id, id from public.office
      union
      select t.office, o.id from tree t join public.office o on o.parent = t.below
    ) select office, below from tree;
  return null;
end $$;
create trigger office_below after insert or update or delete on public.office for each statement execute function ct.refresh_office_below();

-- The live post of the session, if the acting database role is the one the post gives. A delegated post lives only as long as the post it came from.
create function ct.live_post(acting text) returns public.post language plpgsql stable security definer set search_path = '' as $$
declare
  token text := nullif(current_setting('ct.session', true), '');
  found public.post;
begin
  if token is null then return null; end if;
  select p.* into found
  from auth.session s join public.post p on p.id = s.post_id
  where s.token_hash = decode(token, 'hex') and s.stage = 'full' and s.ended_at is null and s.view_as is null
    and s.ends_at > now() and s.idle_until > now()
    and p.officer = s.officer_id and 'ct_' || p.role = acting
    and p.valid_from <= ct.today() and (p.valid_to is null or p.valid_to > ct.today())
    and (p.delegated_from is null or exists (
      select from public.post g where g.id = p.delegated_from and g.valid_from <= ct.today() and (g.valid_to is null or g.valid_to > ct.today())));
  return found;
end $$;

create function ct.reach(acting text) returns uuid[] language plpgsql stable security definer set search_path = '' as $$
declare
  post public.post := ct.live_post(acting);
begin
  if post.id is null then return '{}'; end if;
  if post.extent = 'below' then
    return (select array_agg(b.below) from ct.office_below b where b.office = post.office);
  end if;
  return array[post.office];
end $$;

create function ct.officer(acting text) returns uuid language plpgsql stable security definer set search_path = '' as $$
declare
  post public.post := ct.live_post(acting);
begin
  return post.officer;
end $$;

-- The files for which the acting officer broke the glass and the hours have not run out.
create function ct.exceptions(acting text) returns uuid[] language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := ct.officer(acting);
begin
  return array(select x.person from public.exception_access x where x.officer = me and x.until > now() and x.ended_at is null);
end $$;

-- Whether the acting post may add to a person's file: it holds the file, a live share names it, or the glass was broken for it.
create function ct.may_add(file uuid, acting text) returns boolean language plpgsql stable security definer set search_path = '' as $$
declare
  offices uuid[] := ct.reach(acting);
begin
  return exists (select from public.person p where p.id = file and p.office = any (offices))
    or exists (select from public.share s where s.person = file and s.to_office = any (offices) and s.revoked_at is null and s.starts_at <= now() and s.until > now()
      and (s.ground = 'criminal_procedure' or acting <> 'ct_investigator'))
    or exists (select from public.exception_access x where x.person = file and x.officer = ct.officer(acting) and x.until > now() and x.ended_at is null)
    -- the file that is being born in this very transaction
    or not exists (select from public.person p where p.id = file);
end $$;

-- Which office holds a file; nothing else about it. Needed to break the glass and to be told whom to ask.
create function ct.holder_of(file uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select office from public.person where id = file
$$;

-- All fields that several shares name together; doubles in it do no harm, and no share is taken apart to be put together again.
create aggregate ct.all_fields(text[]) (sfunc = array_cat, stype = text[], initcond = '{}');

-- ---------------------------------------------------------------------------------------------------------------- the keys a person can be found by
-- A key lies with the office that holds the file and, while a share with the name in it lives, with the office it was shared with. The birth year stands
-- beside it, so that a double is looked for among people of about that age only.
-- Derived, so without foreign keys: only the functions below write it.
create table public.person_key (
  key text not null,
  office uuid not null,
  person uuid not null,
  share uuid,
  year smallint,
  unique nulls not distinct (key, office, person, share) include (year)
);
create index person_key_person on public.person_key (person);
alter table public.person_key enable row level security;
alter table public.person_key force row level security;

create function ct.year_of(born text) returns smallint language sql immutable set search_path = '' as $$ select substring(born from 1 for 4)::smallint $$;

create function ct.spread_person_keys(of_share public.share) returns void language sql security definer set search_path = '' as $$
  insert into public.person_key (key, office, person, share, year)
    select k.key, of_share.to_office, k.person, of_share.id, k.year from public.person_key k
    where k.person = of_share.person and k.share is null and of_share.shared_fields @> array['person.fullName']
  on conflict do nothing
$$;

create function ct.keep_person_keys(file uuid, keys text[], acting text) returns void language plpgsql security definer set search_path = '' as $$
declare
  holder uuid;
  age smallint;
  one public.share;
begin
  -- The role that was put on, not the word of the caller: a definer function knows it by the setting only.
  if current_setting('role') <> 'ct_system' and not ct.may_add(file, current_setting('role')) then raise exception 'not yours' using errcode = 'insufficient_privilege'; end if;
  select p.office, ct.year_of(p.born) into holder, age from public.person p where p.id = file;
  delete from public.person_key k where k.person = file;
  insert into public.person_key (key, office, person, year) select distinct k, holder, file, age from unnest(keys) k;
  for one in select * from public.share s where s.person = file and s.revoked_at is null and s.until > now() loop
    perform ct.spread_person_keys(one);
  end loop;
end $$;

-- What a list of shared files is sorted by travels with the share, as far as it was shared, and follows the file.
create function ct.fill_share() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  file public.person;
begin
  select * into file from public.person p where p.id = new.person;
  new.file_name := case when new.shared_fields @> array['person.fullName'] then file.full_name end;
  new.file_born := case when new.shared_fields @> array['person.born'] then file.born end;
  new.file_made_at := file.made_at;
  return new;
end $$;
create trigger fill_share before insert on public.share for each row execute function ct.fill_share();

create function ct.share_made() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform ct.spread_person_keys(new);
  return null;
end $$;
create trigger share_made after insert on public.share for each row execute function ct.share_made();

create function ct.share_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from public.person_key k where k.share = new.id;
  return null;
end $$;
create trigger share_ended after update of revoked_at on public.share for each row when (new.revoked_at is not null) execute function ct.share_ended();

create function ct.file_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.share s set
    file_name = case when s.shared_fields @> array['person.fullName'] then new.full_name end,
    file_born = case when s.shared_fields @> array['person.born'] then new.born end
  where s.person = new.id;
  return null;
end $$;
create trigger file_changed after update of full_name, born on public.person for each row
  when (old.full_name is distinct from new.full_name or old.born is distinct from new.born) execute function ct.file_changed();

alter table auth.session add constraint session_officer_fk foreign key (officer_id) references public.officer (id);
alter table auth.session add constraint session_post_fk foreign key (post_id) references public.post (id);
alter table auth.password add constraint password_officer_fk foreign key (officer_id) references public.officer (id);
alter table auth.totp add constraint totp_officer_fk foreign key (officer_id) references public.officer (id);
alter table auth.passkey add constraint passkey_officer_fk foreign key (officer_id) references public.officer (id);
reset role;
