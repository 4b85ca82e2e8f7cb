-- A file that is closed takes along what was shared for her support: it may have been sent by an office the head does not see, so the database ends it in the same
-- breath, and tells each receiver. Who is still to ask after her keeps what says how she may be reached. Verifying, and what a court or an investigation rests on, is not support and goes on. Nobody's file is closed while she stays in a facility.
set role chungtay_owner;

create function ct.end_support() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  one record;
  officer uuid := coalesce(ct.officer(current_setting('role')), '00000000-0000-0000-0000-000000000000');
begin
  -- Taken in since the head looked: the act is decided anew, and refuses.
  if exists (select from public.stay s where s.person = new.id and s.state = 'staying') then
    raise exception 'still stays' using errcode = 'serialization_failure';
  end if;
  update public.share s set revoked_at = new.changed_at, revoked_why = 'file_closed', changed_at = new.changed_at, version = s.version + 1
    where s.person = new.id and s.referral is not null and s.revoked_at is null and s.share_purpose in ('services', 'shelter', 'reintegration')
      and not exists (select from public.follow_up f where f.person = new.id and f.to_office = s.to_office and f.state = 'planned');
  for one in
    update public.referral r set state = 'revoked', ended_at = new.changed_at, changed_at = new.changed_at, version = r.version + 1
      where r.person = new.id and r.state in ('sent', 'accepted') and r.referral_purpose in ('services', 'shelter', 'reintegration')
        and not exists (select from public.share l where l.referral = r.id and l.revoked_at is null)
      returning r.id, r.province, r.to_office
  loop
    if one.to_office <> new.office then
      insert into public.notice (id, province, made_at, made_by, changed_at, notice_kind, to_office, about, subject)
        values (gen_random_uuid(), one.province, new.changed_at, officer, new.changed_at, 'share_ended_with_file', one.to_office, 'referral', one.id::text);
    end if;
  end loop;
  return null;
end $$;
create trigger support_ends_with_file after update of state on public.person for each row when (new.state = 'closed' and old.state <> 'closed') execute function ct.end_support();
revoke execute on function ct.end_support() from public;

-- That a file is about to be erased is true only while it is: the word goes when it was erased, or when somebody stopped it.
create function ct.erasure_is_past() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from public.notice n where n.notice_kind = 'erasure_planned' and n.subject = new.id::text;
  return null;
end $$;
create trigger erasure_is_past after update of state on public.retention_review for each row when (old.state = 'approved' and new.state <> 'approved') execute function ct.erasure_is_past();
revoke execute on function ct.erasure_is_past() from public;
delete from public.notice n using public.retention_review r where n.notice_kind = 'erasure_planned' and n.subject = r.id::text and r.state <> 'approved';

reset role;
