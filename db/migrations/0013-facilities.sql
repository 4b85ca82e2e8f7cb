-- Facilities: the register, places by day, who stays, what visits found and what is to be put right.
set role chungtay_owner;

create table facility (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  name text collate "vi-x-icu" not null,
  name_en text,
  facility_kind text not null check (facility_kind in ('shelter', 'social_work_centre', 'crisis_line', 'clinic', 'school', 'vocational_centre', 'legal_aid_centre', 'reintegration_group', 'other')),
  state text not null check (state in ('open', 'paused', 'closed')),
  state_reason text,
  services text[] not null check (services <@ array['safe_house', 'medical', 'psychological', 'legal_aid', 'interpreting', 'travel', 'schooling', 'vocational', 'family', 'livelihood']),
  served_sex text[] not null check (served_sex <@ array['female', 'male', 'other']),
  age_from integer,
  age_to integer,
  with_children text not null check (with_children in ('yes', 'no')),
  served_nationality text not null check (served_nationality in ('anyone', 'vietnamese', 'foreign')),
  languages text[] not null check (languages <@ array['vie', 'hmn', 'mww', 'hnj', 'ium', 'mji', 'tyz', 'nut', 'pcc', 'blt', 'twh', 'mtq', 'hni', 'phh', 'lgh', 'lbt', 'nty', 'zho', 'yue', 'eng', 'lao', 'mya', 'khm', 'tha', 'hab']),
  unit uuid not null,
  secret_place text not null check (secret_place in ('yes', 'no')),
  public_place text,
  opening text not null,
  round_the_clock text not null check (round_the_clock in ('yes', 'no')),
  contact_office uuid not null,
  contact_way text
);
create index facility_office_made_at_id_idx on facility (office, made_at, id);
create index facility_office_name_id_facility_kind_idx on facility (office, name, id, facility_kind, state, with_children, served_nationality, secret_place, round_the_clock);

create table facility_address (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  facility uuid not null,
  from_day date not null,
  address_sealed bytea not null
);
create index facility_address_office_made_at_id_idx on facility_address (office, made_at, id);
create index facility_address_facility_idx on facility_address (facility);

create table capacity_change (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  facility uuid not null,
  from_day date not null,
  places integer not null,
  capacity_reason text not null check (capacity_reason in ('first_entry', 'enlarged', 'repair', 'staff_missing', 'epidemic', 'season', 'other')),
  note text
);
create index capacity_change_office_made_at_id_idx on capacity_change (office, made_at, id);
create index capacity_change_facility_from_day_idx on capacity_change (facility, from_day);

create table stay (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  facility uuid not null,
  state text not null check (state in ('staying', 'left')),
  admitted_on date not null,
  places integer not null,
  referral uuid,
  over_full text check (over_full in ('vital_interest', 'no_other_place', 'family_together', 'place_free_soon', 'other')),
  over_full_note text,
  left_on date,
  leave_reason text check (leave_reason in ('went_home', 'own_place', 'other_facility', 'hospital', 'own_wish', 'no_notice', 'mistake', 'other')),
  leave_note text
);
create index stay_office_made_at_id_idx on stay (office, made_at, id);
create index stay_person_idx on stay (person);
create index stay_facility_admitted_on_idx on stay (facility, admitted_on);
create index stay_facility_left_on_idx on stay (facility, left_on);
create index stay_office_admitted_on_id_state_idx on stay (office, admitted_on, id, state, over_full, leave_reason);

create table facility_review (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  facility uuid not null,
  run_by uuid not null,
  state text not null check (state in ('begun', 'finished')),
  review_kind text not null check (review_kind in ('regular', 'follow_up', 'complaint', 'opening')),
  visited_on date not null,
  announced text not null check (announced in ('yes', 'no')),
  with_whom text,
  standard text not null,
  summary text,
  finished_at timestamptz,
  result text check (result in ('meets', 'open_findings', 'below'))
);
create index facility_review_office_made_at_id_idx on facility_review (office, made_at, id);
create index facility_review_facility_visited_on_idx on facility_review (facility, visited_on);
create index facility_review_run_by_visited_on_idx on facility_review (run_by, visited_on);
create index facility_review_office_visited_on_id_state_idx on facility_review (office, visited_on, id, state, review_kind, announced, result);

create table standards_check (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  review uuid not null,
  facility uuid not null,
  run_by uuid not null,
  item text not null,
  essential boolean not null,
  answer text not null check (answer in ('met', 'partly', 'not_met', 'not_seen')),
  finding text
);
create index standards_check_office_made_at_id_idx on standards_check (office, made_at, id);
create index standards_check_review_idx on standards_check (review);
create index standards_check_run_by_idx on standards_check (run_by);

create table improvement (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  facility uuid not null,
  run_by uuid not null,
  review uuid not null,
  item text,
  state text not null check (state in ('open', 'done', 'verified')),
  finding text not null,
  measure text not null,
  owner uuid not null,
  due_on date not null,
  postponed_why text,
  done_on date,
  done_by uuid,
  evidence text,
  verified_at timestamptz,
  verify_note text
);
create index improvement_office_made_at_id_idx on improvement (office, made_at, id);
create index improvement_owner_state_due_on_idx on improvement (owner, state, due_on);
create index improvement_facility_state_idx on improvement (facility, state);
create index improvement_run_by_due_on_idx on improvement (run_by, due_on);
create index improvement_office_due_on_id_state_idx on improvement (office, due_on, id, state);

alter table facility add constraint facility_office_fk foreign key (office) references office (id);
alter table facility add constraint facility_unit_fk foreign key (unit) references unit (id);
alter table facility add constraint facility_contact_office_fk foreign key (contact_office) references office (id);
alter table facility_address add constraint facility_address_office_fk foreign key (office) references office (id);
alter table facility_address add constraint facility_address_facility_fk foreign key (facility) references facility (id);
alter table capacity_change add constraint capacity_change_office_fk foreign key (office) references office (id);
alter table capacity_change add constraint capacity_change_facility_fk foreign key (facility) references facility (id);
alter table stay add constraint stay_office_fk foreign key (office) references office (id);
alter table stay add constraint stay_person_fk foreign key (person) references person (id);
alter table stay add constraint stay_facility_fk foreign key (facility) references facility (id);
alter table stay add constraint stay_referral_fk foreign key (referral) references referral (id);
alter table facility_review add constraint facility_review_office_fk foreign key (office) references office (id);
alter table facility_review add constraint facility_review_facility_fk foreign key (facility) references facility (id);
alter table facility_review add constraint facility_review_run_by_fk foreign key (run_by) references office (id);
alter table standards_check add constraint standards_check_office_fk foreign key (office) references office (id);
alter table standards_check add constraint standards_check_review_fk foreign key (review) references facility_review (id);
alter table standards_check add constraint standards_check_facility_fk foreign key (facility) references facility (id);
alter table standards_check add constraint standards_check_run_by_fk foreign key (run_by) references office (id);
alter table improvement add constraint improvement_office_fk foreign key (office) references office (id);
alter table improvement add constraint improvement_facility_fk foreign key (facility) references facility (id);
alter table improvement add constraint improvement_run_by_fk foreign key (run_by) references office (id);
alter table improvement add constraint improvement_review_fk foreign key (review) references facility_review (id);
alter table improvement add constraint improvement_owner_fk foreign key (owner) references office (id);
alter table improvement add constraint improvement_done_by_fk foreign key (done_by) references officer (id);

-- Nobody is in one house twice.
create unique index stay_once on stay (person, facility) where state = 'staying';

-- How many places there are and how many are taken, by day, in a half-open range: numbers, for those who may not see who stays. No line, no number of places.
create function ct.facility_days(ids uuid[], from_day date, to_day date) returns table (facility uuid, on_day date, places integer, taken integer)
language sql stable security definer set search_path = '' as $$
  with present as materialized (
    select s.facility, s.admitted_on, s.left_on, s.places from public.stay s
    where s.facility = any (ids) and s.admitted_on < to_day and s.left_on is null
    union all
    select s.facility, s.admitted_on, s.left_on, s.places from public.stay s
    where s.facility = any (ids) and s.admitted_on < to_day and s.left_on > from_day
  )
  select f.id, d.day::date,
    (select c.places from public.capacity_change c where c.facility = f.id and c.from_day <= d.day order by c.from_day desc, c.made_at desc, c.id desc limit 1),
    (select coalesce(sum(p.places), 0)::integer from present p where p.facility = f.id and p.admitted_on <= d.day and (p.left_on is null or p.left_on > d.day))
  from unnest(ids) f(id) cross join generate_series(from_day, to_day - 1, interval '1 day') d(day)
$$;

-- What the last finished visit to each facility left open on a day, and its improvements. A line is put right when an improvement asked for it there was verified.
create function ct.facility_findings(ids uuid[], today date) returns table (facility uuid, reviewed_on date, unmet_essential integer, unmet integer, open_improvements integer, overdue_improvements integer)
language sql stable security definer set search_path = '' as $$
  select f.id, v.visited_on,
    coalesce(n.unmet_essential, 0), coalesce(n.unmet, 0),
    (select count(*)::integer from public.improvement i where i.facility = f.id and i.state in ('open', 'done')),
    (select count(*)::integer from public.improvement i where i.facility = f.id and i.state = 'open' and i.due_on < today)
  from unnest(ids) f(id)
  left join lateral (
    select r.id, r.visited_on from public.facility_review r where r.facility = f.id and r.state = 'finished' and r.visited_on <= today
    order by r.visited_on desc, r.finished_at desc limit 1
  ) v on true
  left join lateral (
    select count(*) filter (where c.essential and c.answer = 'not_met')::integer as unmet_essential, count(*)::integer as unmet
    from (select distinct on (l.item) l.item, l.answer, l.essential from public.standards_check l where l.review = v.id order by l.item, l.made_at desc, l.id desc) c
    where c.answer in ('not_met', 'partly')
      and not exists (select from public.improvement i where i.review = v.id and i.item = c.item and i.state = 'verified')
  ) n on true
$$;

reset role;
