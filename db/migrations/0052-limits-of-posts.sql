-- Posts and stations have limits of their own, of the reports they took: their officers get a morning count and a calendar of them like the three bodies.
set role chungtay_owner;

create or replace function ct.mornings(day date, moment timestamptz, tomorrow timestamptz, week timestamptz)
returns table (officer uuid, overdue integer, today integer, week integer) language sql stable security definer set search_path = '' as $$
  select p.officer, sum(c.overdue)::int, sum(c.today)::int, sum(c.week)::int
  from public.post p
  cross join lateral (
    select count(*) filter (where d.due_by <= moment) as overdue,
      count(*) filter (where d.due_by > moment and d.due_by <= tomorrow) as today,
      count(*) filter (where d.due_by > tomorrow) as week
    from ct.deadlines_of(p.officer, p.office, p.extent, p.head is true) d where d.due_by <= mornings.week
  ) c
  where p.role in ('investigator', 'procurator', 'judge_clerk', 'police_officer', 'border_officer') and p.valid_from <= day and (p.valid_to is null or p.valid_to > day)
    and not exists (select from public.digest g where g.to_officer = p.officer and g.on_day = day)
  group by p.officer having sum(c.overdue + c.today + c.week) > 0
$$;

create or replace function ct.calendar_of(of_post uuid, since timestamptz)
returns table (id uuid, file_number text, rule text, due_on date, due_by timestamptz, to_the_hour boolean, provisional boolean, changed_at timestamptz, officer uuid)
language plpgsql stable security definer set search_path = '' as $$
declare
  held public.post;
begin
  select p.* into held from public.post p join public.officer o on o.id = p.officer
    where p.id = of_post and o.ended is not true and p.valid_from <= ct.today() and (p.valid_to is null or p.valid_to > ct.today());
  if held.id is null then return; end if;
  return query select null::uuid, null::text, null::text, null::date, null::timestamptz, null::boolean, null::boolean, null::timestamptz, held.officer;
  if held.role in ('investigator', 'procurator', 'judge_clerk', 'police_officer', 'border_officer') then
    return query select d.id, d.file_number, d.rule, d.due_on, d.due_by, d.to_the_hour, d.provisional, d.changed_at, held.officer
      from ct.deadlines_of(held.officer, held.office, held.extent, held.head is true) d where d.due_by >= since order by d.due_by limit 2000;
  end if;
end $$;

-- What was noted as done of a report is set right like all else, or taken back where it was noted by mistake, and may be noted anew.
alter table report_duty_done add column taken_back boolean, add column corrections jsonb;
create trigger corrections_stay before update of corrections on report_duty_done for each row execute function ct.corrections_stay();
drop index report_duty_done_once_idx;
create unique index report_duty_done_once_idx on report_duty_done (crime_report, limit_family, of_row) where taken_back is not true;

reset role;
