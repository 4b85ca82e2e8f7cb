-- Of what many were shown, only the entries that were not taken are named: as a rule none, and the answer is an empty list.
set role chungtay_owner;

create or replace function ledger.enter_shown(tokens bytea[], roles text[], ids uuid[], kinds text[], names text[], agencies text[], subject_records text[],
  subject_ids uuid[], persons text[], purposes text[], moments timestamptz[], declaration integer, leaves bytea[])
returns uuid[] language plpgsql security definer set search_path = '' as $$
declare
  entered bigint;
begin
  insert into ledger.entry (id, kind, name, officer, post, role, agency, office, session, subject_record, subject_id, person_ids, purpose, made_at, received_at, declaration, leaf)
    select t.id, t.kind, t.name, l.officer, l.post, t.role, t.agency, l.office, l.session, t.subject_record, t.subject_id, t.persons::uuid[], t.purpose, t.moment, t.moment, enter_shown.declaration, t.leaf
    from unnest(tokens, roles, ids, kinds, names, agencies, subject_records, subject_ids, persons, purposes, moments, leaves)
      t(token, role, id, kind, name, agency, subject_record, subject_id, persons, purpose, moment, leaf)
    cross join lateral ct.live(t.token) l
    where t.kind in ('read', 'list', 'open') and l.acting = 'ct_' || t.role;
  get diagnostics entered = row_count;
  if entered = cardinality(ids) then return '{}'; end if;
  return array(select w.id from unnest(ids) w(id) where not exists (select from ledger.entry e where e.id = w.id));
end $$;

reset role;
