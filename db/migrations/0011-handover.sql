-- What an office that ended left open passes to the office that took over (server/worker/handover.ts): the keys a person is found by go where the file goes,
-- and those of a share where the share goes.
set role chungtay_owner;

create function ct.file_moved() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.person_key k set office = new.office where k.person = new.id and k.share is null;
  return null;
end $$;
create trigger file_moved after update of office on public.person for each row when (old.office is distinct from new.office) execute function ct.file_moved();

create function ct.share_moved() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.person_key k set office = new.to_office where k.person = new.person and k.share = new.id;
  return null;
end $$;
create trigger share_moved after update of to_office on public.share for each row when (old.to_office is distinct from new.to_office) execute function ct.share_moved();

revoke execute on function ct.file_moved(), ct.share_moved() from public;

reset role;
