-- The same count of places by day, by who comes and who goes: each stay is met once, not once for every day, for a busy house has many at once.
set role chungtay_owner;

create or replace function ct.facility_days(ids uuid[], from_day date, to_day date) returns table (facility uuid, on_day date, places integer, taken integer)
language sql stable security definer set search_path = '' as $$
  with present as materialized (
    select s.facility, greatest(s.admitted_on, from_day) as came, s.left_on, s.places from public.stay s
    where s.facility = any (ids) and s.admitted_on < to_day and s.left_on is null
    union all
    select s.facility, greatest(s.admitted_on, from_day), s.left_on, s.places from public.stay s
    where s.facility = any (ids) and s.admitted_on < to_day and s.left_on > from_day
  ),
  turns as (
    select t.facility, t.on_day, sum(t.change) as change
    from (
      select p.facility, p.came as on_day, p.places as change from present p where p.left_on is null or p.left_on > p.came
      union all
      select p.facility, p.left_on, -p.places from present p where p.left_on < to_day and p.left_on > p.came
    ) t group by t.facility, t.on_day
  )
  select f.id, d.day::date,
    (select c.places from public.capacity_change c where c.facility = f.id and c.from_day <= d.day order by c.from_day desc, c.made_at desc, c.id desc limit 1),
    coalesce(sum(t.change) over (partition by f.id order by d.day), 0)::integer
  from unnest(ids) f(id) cross join generate_series(from_day, to_day - 1, interval '1 day') d(day)
  left join turns t on t.facility = f.id and t.on_day = d.day::date
$$;

reset role;
