-- Limits that run, kept for the board, the reminders and the calendars, and made from the acts of a case again whenever one of them changes: a change leaves a mark in its own
-- transaction, and a mark is gone only with the limits it asked for.
set role chungtay_owner;

alter table criminal_case add column procurator uuid, add column judge uuid;

alter table case_step add column hearing_on date, drop constraint case_step_step_kind_check,
  add constraint case_step_step_kind_check check (step_kind in ('initiated', 'investigation_suspended', 'investigation_resumed', 'concluded', 'returned_by_procuracy', 'indicted', 'court_accepted', 'returned_by_court', 'trial_suspended', 'trial_resumed', 'trial_ordered', 'trial_postponed', 'judged', 'appealed', 'protested', 'appeal_accepted', 'appeal_ordered', 'appeal_judged', 'appeal_quashed', 'appeal_remanded', 'appeal_withdrawn', 'judgment_in_force', 'enforcement', 'closed', 'joined', 'joined_into', 'split', 'split_off'));

create table duty_done (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid not null,
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  limit_family text not null check (limit_family in ('case.send_vks', 'investigation.suspend_send', 'investigation.resume_send', 'investigation.conclusion_send', 'prosecution.to_court', 'prosecution.deliver', 'trial.assign', 'trial.send_vks', 'trial.serve_suspend', 'trial.serve', 'trial.postpone', 'judgment.deliver', 'appeal.notify', 'appeal.file', 'protest.send', 'appeal.assign', 'appeal.vks_study', 'appeal.prepare', 'appeal.open_total', 'appeal.open', 'appeal.serve', 'appeal.deliver', 'accused.send_vks', 'accused.vks_ratify', 'custody.send_vks', 'custody.emergency_decide', 'custody.minor_notify', 'prosecution.warn_court_detention', 'detention.new_order_prosecution', 'detention.propose_extension', 'bdbp.transfer')),
  of_row text not null,
  done_on date not null,
  decision_number text
);
create index duty_done_office_made_at_id_idx on duty_done (office, made_at, id);
create index duty_done_criminal_case_idx on duty_done (criminal_case);
create index duty_done_office_done_on_id_limit_family_idx on duty_done (office, done_on, id, limit_family);

create unique index duty_done_once_idx on duty_done (criminal_case, limit_family, of_row);
alter table duty_done add constraint duty_done_office_fk foreign key (office) references office (id);
alter table duty_done add constraint duty_done_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table duty_done add constraint duty_done_handler_fk foreign key (handler) references office (id);
alter table duty_done add constraint duty_done_procuracy_fk foreign key (procuracy) references office (id);
alter table duty_done add constraint duty_done_court_fk foreign key (court) references office (id);
alter table duty_done add constraint duty_done_next_handler_fk foreign key (next_handler) references office (id);

create table deadline (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid,
  crime_report uuid,
  file_number text not null,
  limit_key text not null,
  limit_family text not null,
  rule text not null,
  stage text not null check (stage in ('report', 'custody', 'investigation', 'detention', 'prosecution', 'trial', 'appeal', 'summary')),
  force text not null check (force in ('binds', 'advises', 'right')),
  accused uuid,
  start_on date not null,
  due_on date,
  due_by timestamptz,
  to_the_hour boolean not null,
  provisional boolean not null,
  ask_until date,
  last_on date,
  granted integer not null,
  duty uuid not null,
  duty_officer uuid,
  named boolean not null,
  handler uuid,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  told integer not null,
  tell_at timestamptz,
  made text not null
);
create index deadline_duty_force_due_by_idx on deadline (duty, force, due_by);
create index deadline_handler_force_due_by_idx on deadline (handler, force, due_by);
create index deadline_procuracy_force_due_by_idx on deadline (procuracy, force, due_by);
create index deadline_court_force_due_by_idx on deadline (court, force, due_by);
create index deadline_next_handler_force_due_by_idx on deadline (next_handler, force, due_by);
create index deadline_criminal_case_idx on deadline (criminal_case);
create index deadline_crime_report_idx on deadline (crime_report);
create index deadline_tell_at_idx on deadline (tell_at) where tell_at is not null;

create unique index deadline_once_idx on deadline (coalesce(criminal_case, crime_report), limit_key);

create table digest (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  to_officer uuid not null,
  on_day date not null,
  overdue integer not null,
  due_today integer not null,
  due_this_week integer not null
);
create index digest_to_officer_on_day_idx on digest (to_officer, on_day);
create unique index digest_once_idx on digest (to_officer, on_day);

alter table criminal_case add constraint criminal_case_procurator_fk foreign key (procurator) references officer (id);
alter table criminal_case add constraint criminal_case_judge_fk foreign key (judge) references officer (id);
alter table digest add constraint digest_to_officer_fk foreign key (to_officer) references officer (id);

-- Never one mark for many changes: an act must not wait for another that marks the same case, nor for those who take marks up.
create table ct.deadline_mark (n bigint generated always as identity primary key, criminal_case uuid, crime_report uuid);
-- By which law and which way of counting the limits were made.
create table ct.deadline_law (one boolean primary key default true check (one), made_by text not null);

create function ct.mark_case() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into ct.deadline_mark (criminal_case) values (case tg_table_name when 'criminal_case' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'criminal_case')::uuid end);
  return null;
end $$;
create function ct.mark_report() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into ct.deadline_mark (crime_report) values (case tg_table_name when 'crime_report' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'crime_report')::uuid end);
  return null;
end $$;
do $$
declare
  part text;
begin
  foreach part in array array['criminal_case', 'case_step', 'accused', 'charge', 'measure', 'limit_extension', 'duty_done'] loop
    execute format('create trigger mark_case after insert or update on public.%I for each row execute function ct.mark_case()', part);
  end loop;
end $$;
create trigger mark_report after insert or update on crime_report for each row execute function ct.mark_report();
create trigger mark_report after insert or update on report_decision for each row execute function ct.mark_report();

-- Every case and report once more, where the law is not the one their limits were made by.
create function ct.mark_for_law(law text) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(7213554);
  if exists (select from ct.deadline_law l where l.made_by = law) then return; end if;
  insert into ct.deadline_mark (criminal_case) select c.id from public.criminal_case c order by c.id;
  insert into ct.deadline_mark (crime_report) select r.id from public.crime_report r order by r.id;
  insert into ct.deadline_law (made_by) values (law) on conflict (one) do update set made_by = excluded.made_by;
end $$;

-- What somebody in a post answers for: what carries her name, what carries none, and all of it for whoever heads the office.
create function ct.deadlines_of(holder uuid, at uuid, extent text, head boolean) returns setof public.deadline language sql stable set search_path = '' as $$
  select d.* from public.deadline d
  where d.force = 'binds' and d.duty = any (case extent when 'below' then array(select b.below from ct.office_below b where b.office = at) else array[at] end)
    and (head or d.duty_officer is null or d.duty_officer = holder)
$$;

-- Each officer's morning, once a day, where something of hers is past or falls due within the week.
create function ct.mornings(day date, moment timestamptz, tomorrow timestamptz, week timestamptz)
returns table (officer uuid, overdue integer, today integer, week integer) language sql stable security definer set search_path = '' as $$
  select p.officer, sum(c.overdue)::int, sum(c.today)::int, sum(c.week)::int
  from public.post p
  cross join lateral (
    select count(*) filter (where d.due_by <= moment) as overdue,
      count(*) filter (where d.due_by > moment and d.due_by <= tomorrow) as today,
      count(*) filter (where d.due_by > tomorrow) as week
    from ct.deadlines_of(p.officer, p.office, p.extent, p.head is true) d where d.due_by <= mornings.week
  ) c
  where p.role in ('investigator', 'procurator', 'judge_clerk') and p.valid_from <= day and (p.valid_to is null or p.valid_to > day)
    and not exists (select from public.digest g where g.to_officer = p.officer and g.on_day = day)
  group by p.officer having sum(c.overdue + c.today + c.week) > 0
$$;

-- How many limits of each office are past or near, for the secretariat of the steering committee, which sees no case.
create function ct.deadlines_by_office(moment timestamptz, tomorrow timestamptz, week timestamptz)
returns table (office uuid, overdue integer, today integer, week integer) language sql stable security definer set search_path = '' as $$
  select d.duty, count(*) filter (where d.due_by <= moment)::int, count(*) filter (where d.due_by > moment and d.due_by <= tomorrow)::int,
    count(*) filter (where d.due_by > tomorrow)::int
  from public.deadline d where d.force = 'binds' and d.due_by <= deadlines_by_office.week group by d.duty
$$;

revoke all on ct.deadline_mark, ct.deadline_law from public;
alter table ct.deadline_mark enable row level security;
alter table ct.deadline_mark force row level security;
alter table ct.deadline_law enable row level security;
alter table ct.deadline_law force row level security;
create policy owner_all on ct.deadline_mark to chungtay_owner using (true) with check (true);
create policy owner_all on ct.deadline_law to chungtay_owner using (true) with check (true);
create policy worker on ct.deadline_mark to ct_system using (true) with check (true);

reset role;

-- An officer's limits as a calendar of her own: the address is the key, of which only the hash is kept. Made and asked for by signing in's role alone.
create table auth.calendar_feed (
  token_hash bytea primary key,
  officer_id uuid not null references public.officer,
  post_id uuid not null references public.post,
  made_at timestamptz not null,
  ended_at timestamptz,
  used_at timestamptz
);
create unique index calendar_feed_one on auth.calendar_feed (post_id) where ended_at is null;
alter table auth.calendar_feed owner to chungtay_owner;
alter table auth.calendar_feed enable row level security;
alter table auth.calendar_feed force row level security;
revoke all on auth.calendar_feed from public;
create policy ct_auth_only on auth.calendar_feed to ct_auth using (true) with check (true);
grant select, insert, update on auth.calendar_feed to ct_auth;

set role chungtay_owner;
-- What a calendar of a post shows, and whose it is: one row at least while the post lives, so that an empty calendar is told from none.
create function ct.calendar_of(of_post uuid, since timestamptz)
returns table (id uuid, file_number text, rule text, due_on date, due_by timestamptz, to_the_hour boolean, provisional boolean, changed_at timestamptz, officer uuid)
language plpgsql stable security definer set search_path = '' as $$
declare
  held public.post;
begin
  select p.* into held from public.post p join public.officer o on o.id = p.officer
    where p.id = of_post and o.ended is not true and p.valid_from <= ct.today() and (p.valid_to is null or p.valid_to > ct.today());
  if held.id is null then return; end if;
  return query select null::uuid, null::text, null::text, null::date, null::timestamptz, null::boolean, null::boolean, null::timestamptz, held.officer;
  if held.role in ('investigator', 'procurator', 'judge_clerk') then
    return query select d.id, d.file_number, d.rule, d.due_on, d.due_by, d.to_the_hour, d.provisional, d.changed_at, held.officer
      from ct.deadlines_of(held.officer, held.office, held.extent, held.head is true) d where d.due_by >= since order by d.due_by limit 2000;
  end if;
end $$;
reset role;
