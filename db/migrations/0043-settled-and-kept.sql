-- Settlements after which neither finding stands, which wait until somebody is asked to verify anew: a few among all. And how long what is kept, as administrators enter it.
set role chungtay_owner;

create index settlement_state_idx on settlement (state) where stands is null;

create table retention_length (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  kept_thing text not null check (kept_thing in ('file', 'feedback', 'ledger', 'backup')),
  years integer not null,
  citation text not null,
  note text,
  valid_from date not null,
  valid_to date
);
create index retention_length_kept_thing_valid_from_idx on retention_length (kept_thing, valid_from);

-- The version of the checklist an improvement’s line stands in, as at its visit.
alter table improvement add column standard text;
update improvement i set standard = r.standard from facility_review r where r.id = i.review;

-- The line of a child that has a file of its own, asked for from that file.
create index child_own_file_idx on child (own_file) where own_file is not null;

-- A line of a list handed over and a safety plan stand for somebody who had no file yet. When the file they came to name is erased they forget her (db/repeatable.sql); the
-- bodies of the entries in which they were typed go as well, the list as a whole, for a body cannot lose a line and stay what the chain committed to.
alter function ct.erase_file(uuid) rename to erase_parts;
revoke execute on function ct.erase_parts(uuid) from public, ct_system;
create index entry_of_somebody_without_a_file on ledger.entry (subject_id) where subject_record in ('groupArrival', 'groupLine', 'safetyPlan');

create function ct.erase_file(of_review uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  whose uuid := (select r.file_person::uuid from public.retention_review r where r.id = of_review);
  lines uuid[] := array(select l.id from public.group_line l where l.file = whose);
  plans uuid[] := array(select s.id from public.safety_plan s where s.file = whose);
  lists uuid[] := array(select l.group_arrival from public.group_line l where l.id = any (lines));
  erased jsonb := ct.erase_parts(of_review);
  entries uuid[];
begin
  with g as (
    delete from ledger.body b using ledger.entry e where e.id = b.entry_id and e.subject_record in ('groupArrival', 'groupLine', 'safetyPlan')
      and (e.subject_id = any (lines || plans) or (e.subject_id = any (lists) and exists (select from unnest(lines) l where b.body::text like '%' || l || '%')))
    returning b.entry_id
  ) select coalesce(array_agg(entry_id), '{}') into entries from g;
  return jsonb_set(erased, '{entries}', erased -> 'entries' || to_jsonb(entries));
end $$;
revoke execute on function ct.erase_file(uuid) from public;

reset role;
