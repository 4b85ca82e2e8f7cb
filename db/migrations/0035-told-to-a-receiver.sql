-- A consent taken back, told to whoever is with her: what rests on it ends in the same breath, whoever wrote it down and whichever shares that officer may see. What
-- an officer typed as the purpose of an opening lies beside the entry, so that it goes with the file.
set role chungtay_owner;

-- The fields that may no longer be seen, where only some classes of data were taken back: the classes are the code's to know.
alter table public.withdrawal add column ended_fields text[];

create function ct.take_back() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  agreed public.consent;
  one public.share;
  stays text[];
  goes_on boolean;
  ended integer := 0;
  told uuid;
begin
  select * into agreed from public.consent c where c.id = new.consent for update;
  if agreed.id is null or agreed.person <> new.person then raise exception 'no such consent' using errcode = 'insufficient_privilege'; end if;
  -- Somebody was faster: the act is decided anew.
  if agreed.withdrawn_at is not null then raise exception 'taken back before' using errcode = 'serialization_failure'; end if;
  for one in
    select * from public.share s where s.consent = new.consent and s.revoked_at is null
      and (new.whole = 'yes' or s.to_office::text = any (new.recipients) or s.shared_fields && new.ended_fields)
      order by s.id for update
  loop
    stays := array(select f from unnest(one.shared_fields) f where f <> all (coalesce(new.ended_fields, '{}')));
    goes_on := new.whole = 'no' and one.to_office::text <> all (coalesce(new.recipients, '{}')) and cardinality(stays) > 0;
    update public.share s set revoked_at = new.made_at, revoked_why = case when goes_on then 'consent_narrowed' else 'consent_withdrawn' end,
        changed_at = new.made_at, version = version + 1
      where s.id = one.id;
    if goes_on then
      insert into public.share (id, province, office, person, made_at, made_by, changed_at, to_office, referral, verification, shared_fields, share_purpose, ground, consent, starts_at, until)
        values (gen_random_uuid(), one.province, one.office, one.person, new.made_at, new.made_by, new.made_at, one.to_office, one.referral, one.verification, stays,
          one.share_purpose, one.ground, one.consent, new.made_at, one.until);
    else
      update public.referral r set state = 'revoked', ended_at = new.made_at, changed_at = new.made_at, version = version + 1
        where r.id = one.referral and r.state in ('sent', 'accepted')
          and not exists (select from public.share l where l.referral = r.id and l.revoked_at is null);
    end if;
    ended := ended + 1;
    if one.to_office <> new.office then
      insert into public.notice (id, province, made_at, made_by, changed_at, notice_kind, to_office, about, subject)
        values (gen_random_uuid(), new.province, new.made_at, new.made_by, new.made_at, case when goes_on then 'share_narrowed' else 'share_revoked' end, one.to_office,
          case when one.referral is null then 'share' else 'referral' end, coalesce(one.referral, one.id)::text);
    end if;
  end loop;
  -- Who holds the file, and who took the consent down.
  for told in select agreed.office union select p.office from public.person p where p.id = new.person loop
    if told <> new.office then
      insert into public.notice (id, province, made_at, made_by, changed_at, notice_kind, to_office, about, subject)
        values (gen_random_uuid(), new.province, new.made_at, new.made_by, new.made_at, 'consent_taken_back', told, 'person', new.person::text);
    end if;
  end loop;
  if new.whole = 'yes' then
    update public.consent c set withdrawn_at = new.made_at, withdrawn_why = new.why, changed_at = new.made_at, version = version + 1 where c.id = new.consent;
  end if;
  new.shares_ended := ended;
  return new;
end $$;
create trigger take_back before insert on public.withdrawal for each row execute function ct.take_back();

-- For the auditor, who reads nothing else of what lies beside an entry.
create function ledger.purpose_of(entry uuid) returns text language sql stable security definer set search_path = '' as $$
  select b.body ->> 'purpose' from ledger.body b where b.entry_id = entry
$$;

-- As before, and until when two officers decided to keep the file.
drop function ct.file_for_review(text);
create function ct.file_for_review(file_number text) returns table (person uuid, state text, office uuid, closed_on date, under_review boolean, kept_until date)
language plpgsql stable security definer set search_path = '' as $$
begin
  if current_setting('role') <> 'ct_administrator' or ct.officer('ct_administrator') is null then
    raise exception 'not yours' using errcode = 'insufficient_privilege';
  end if;
  return query select p.id, p.state, p.office, f.closed_on,
      exists (select from public.retention_review r where r.file_person = p.id::text and r.state in ('due', 'proposed', 'approved')),
      (select max(r.keep_until) from public.retention_review r where r.file_person = p.id::text and r.state = 'kept')
    from public.person p left join ct.file_closed f on f.person = p.id where p.number = file_number;
end $$;

revoke execute on function ct.take_back(), ledger.purpose_of(uuid), ct.file_for_review(text) from public;

reset role;
