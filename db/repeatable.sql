-- Rights that belong to no record: the ledger, the keys of the matcher, the functions. Run after the generated policies, every time either changes.
do $$
declare
  one record;
  work text;
begin
  for one in select tablename from pg_tables where schemaname = 'ledger' loop
    execute format('alter table ledger.%I enable row level security', one.tablename);
    execute format('alter table ledger.%I force row level security', one.tablename);
  end loop;
  for one in select policyname, tablename from pg_policies where schemaname = 'ledger' loop
    execute format('drop policy %I on ledger.%I', one.policyname, one.tablename);
  end loop;
  for one in select policyname from pg_policies where schemaname = 'public' and tablename = 'person_key' loop
    execute format('drop policy %I on public.person_key', one.policyname);
  end loop;

  create policy owner_all on ledger.entry to chungtay_owner using (true) with check (true);
  create policy owner_all on ledger.body to chungtay_owner using (true) with check (true);
  create policy owner_all on ledger.chain to chungtay_owner using (true) with check (true);
  create policy owner_all on ledger.checkpoint to chungtay_owner using (true) with check (true);
  create policy owner_all on public.person_key to chungtay_owner using (true) with check (true);

  for work in select rolname from pg_roles where rolname like 'ct\_%' and rolname not in ('ct_auth', 'ct_system', 'ct_matcher', 'ct_sharer', 'ct_ledger') loop
    execute format('grant usage on schema public, ct, ledger to %I', work);
    execute format('grant insert on ledger.entry, ledger.body to %I', work);
    execute format('create policy add_%s on ledger.entry for insert to %I with check (officer = (select ct.officer(current_user::text)) and kind in (''act'', ''read'', ''list'', ''open''))', work, work);
    execute format('create policy add_%s on ledger.body for insert to %I with check (true)', work, work);
    execute format('grant select on public.person_key to %I', work);
    execute format('create policy own_%s on public.person_key for select to %I using (office = any ((select ct.reach(current_user::text))::uuid[]) and (share is null or exists (select from public.share s where s.id = share and s.revoked_at is null and s.starts_at <= now() and s.until > now() and (s.ground = ''criminal_procedure'' or current_user::text <> ''ct_investigator''))))', work, work);
    execute format('grant insert on public.notice to %I', work);
    execute format('create policy tell_%s on public.notice for insert to %I with check (true)', work, work);
    -- An officer may find her own acts again: that is how a repeated act answers what it answered before.
    execute format('grant select on ledger.entry, ledger.body to %I', work);
    execute format('create policy own_%s on ledger.entry for select to %I using (officer = (select ct.officer(current_user::text)) and kind = ''act'')', work, work);
    execute format('create policy own_%s on ledger.body for select to %I using (exists (select from ledger.entry e where e.id = entry_id))', work, work);
  end loop;

  -- Acts check these; the database does too, so that a hole in the server is not a way to more rights. Restrictive: on top of what the policy grants.
  -- Only an administrator gives posts; everybody else lends her own, in its own role, with an end.
  for work in select rolname from pg_roles where rolname like 'ct\_%' and rolname not in ('ct_auth', 'ct_system', 'ct_matcher', 'ct_sharer', 'ct_ledger', 'ct_administrator') loop
    execute format('create policy lend_%s on public.post as restrictive for insert to %I with check (delegated_from = (select (ct.live_post(current_user::text)).id) and office = (select (ct.live_post(current_user::text)).office) and ''ct_'' || role = current_user::text and ct.may_lend(officer, extent, valid_from, valid_to, current_user::text))', work, work);
    execute format('create policy unlend_%s on public.post as restrictive for update to %I using (delegated_from = (select (ct.live_post(current_user::text)).id)) with check (valid_to <= valid_from + 60)', work, work);
    -- A receiver of a share opens no further shares: only the office that holds the file does.
    execute format('create policy holder_%s on public.share as restrictive for insert to %I with check (ct.holder_of(person) = any ((select ct.reach(current_user::text))::uuid[]))', work, work);
    -- Glass is broken in one''s own name, for hours and not for days.
    execute format('create policy hours_%s on public.exception_access as restrictive for insert to %I with check (officer = (select ct.officer(current_user::text)) and until < now() + interval ''5 hours'')', work, work);
  end loop;

  -- The auditor sees who did, saw and sent what, on what ground; not what was in it.
  revoke select on ledger.body from ct_auditor;
  grant select (entry_id, body) on ledger.body to ct_auditor;
  create policy auditor_all on ledger.entry for select to ct_auditor using (true);
  create policy auditor_all on ledger.chain for select to ct_auditor using (true);
  create policy auditor_all on ledger.checkpoint for select to ct_auditor using (true);
  grant select on ledger.chain, ledger.checkpoint to ct_auditor;
  drop policy own_ct_auditor on ledger.body;
  create policy own_ct_auditor on ledger.body for select to ct_auditor using (
    exists (select from ledger.entry e where e.id = entry_id and e.officer = (select ct.officer(current_user::text)) and e.kind = 'act'));

  -- The sequencer and the verifier.
  grant usage on schema ledger, ct to ct_ledger, ct_auth, ct_system;
  grant usage on schema public to ct_system, ct_matcher, ct_sharer, ct_auth;
  grant usage on schema ct to ct_sharer, ct_matcher;
  grant select on ledger.entry, ledger.body, ledger.chain, ledger.checkpoint to ct_ledger;
  grant insert on ledger.checkpoint to ct_ledger;
  create policy reader on ledger.entry for select to ct_ledger using (true);
  create policy reader on ledger.body for select to ct_ledger using (true);
  create policy reader on ledger.chain for select to ct_ledger using (true);
  create policy reader on ledger.checkpoint to ct_ledger using (true) with check (true);
  grant insert on ledger.entry, ledger.body to ct_auth, ct_system;
  create policy add_auth on ledger.entry for insert to ct_auth with check (kind = 'auth');
  create policy add_auth on ledger.body for insert to ct_auth with check (true);
  create policy add_system on ledger.entry for insert to ct_system with check (kind = 'system');
  create policy add_system on ledger.body for insert to ct_system with check (true);

  grant select on public.person_key to ct_matcher;
  create policy matcher on public.person_key for select to ct_matcher using (true);

  -- Signing in needs to find an account and its posts.
  grant select on public.officer, public.post, public.office, public.agency to ct_auth;
  create policy auth_officer on public.officer for select to ct_auth using (true);
  create policy auth_post on public.post for select to ct_auth using (true);
  create policy auth_office on public.office for select to ct_auth using (true);
  create policy auth_agency on public.agency for select to ct_auth using (true);
end $$;

revoke execute on all functions in schema ct, ledger from public;
do $$
declare
  work text;
begin
  for work in select rolname from pg_roles where rolname like 'ct\_%' loop
    execute format('grant execute on function ct.today(), ct.all_fields(text[]), ct.reach(text), ct.heads(text), ct.officer(text), ct.exceptions(text), ct.live_post(text), ct.may_add(uuid, uuid, uuid[], text), ct.may_lend(uuid, text, date, date, text), ct.holder_of(uuid), ct.next_number(text), ct.keep_person_keys(uuid, text[], text) to %I', work);
    -- Numbers without names, for whoever reads the directory of facilities.
    execute format('grant execute on function ct.facility_days(uuid[], date, date), ct.facility_findings(uuid[], date) to %I', work);
    execute format('grant execute on function ct.next_paper_number(uuid, text, text) to %I', work);
  end loop;
end $$;
grant execute on function ct.file_for_review(text) to ct_administrator;
grant execute on function ct.closed_files(date, date, integer), ct.erase_file(uuid) to ct_system;
-- Limits are made again from the acts, and those that ended go.
grant select, delete on ct.deadline_mark to ct_system;
grant update on ct.deadline_mark to ct_system;
grant delete on public.deadline to ct_system;
grant select, insert on ct.morning_given to ct_system;
grant execute on function ct.mark_for_law(text), ct.mornings(date, timestamptz, timestamptz, timestamptz) to ct_system;
grant execute on function ct.calendar_of(uuid, timestamptz) to ct_auth;
grant execute on function ct.deadlines_by_office(timestamptz, timestamptz, timestamptz) to ct_secretary;
grant execute on function ledger.purpose_of(uuid) to ct_auditor;
grant execute on function ledger.seal(uuid[]), ledger.unsealed(integer, bigint) to ct_ledger;

-- What it was before migrations 0007 and 0009; policies made earlier called it until now.
drop function if exists ct.may_add(uuid, text), ct.may_add(uuid, uuid[], text);

-- A file that is erased takes along what a list and a safety plan kept of the person besides the file: the erasure empties the reference, and this the rest.
create or replace function ct.forget_beside_file() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if current_setting('role') <> 'ct_system' then return new; end if;
  if tg_table_name = 'group_line' then
    new.name_written := '—';
    new.born_written := null;
    new.remarks := null;
    new.aside_why := null;
  else
    new.risks := null;
    new.medical := null;
    new.transport := null;
    new.afterwards := null;
    new.must_not_learn_sealed := null;
    new.safe_word_sealed := null;
    new.where_to_sealed := null;
  end if;
  return new;
end $$;
revoke execute on function ct.forget_beside_file() from public;
create or replace trigger forget_beside_file before update of file on public.group_line for each row
  when (old.file is not null and new.file is null) execute function ct.forget_beside_file();
create or replace trigger forget_beside_file before update of file on public.safety_plan for each row
  when (old.file is not null and new.file is null) execute function ct.forget_beside_file();
