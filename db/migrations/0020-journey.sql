-- An officer's title is said in the reader's language. When and where she arrived may stand unanswered like any other question; who must not learn of her has a field; why a referral was taken back is kept, apart
-- from the row its receiver reads.
set role chungtay_owner;

alter table public.officer add column title_en text;
alter table public.arrival alter column arrived_at drop not null;
alter table public.needs add column keep_from text;

create table public.revocation (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  referral uuid not null,
  reason text not null
);
create index revocation_office_made_at_id_idx on public.revocation (office, made_at, id);
create index revocation_person_idx on public.revocation (person);
alter table public.revocation add constraint revocation_office_fk foreign key (office) references public.office (id);
alter table public.revocation add constraint revocation_person_fk foreign key (person) references public.person (id);
alter table public.revocation add constraint revocation_referral_fk foreign key (referral) references public.referral (id);

-- What somebody was shown is entered with the right by which she saw it.
drop function ledger.enter_shown(bytea[], text[], uuid[], text[], text[], text[], text[], uuid[], text[], text[], timestamptz[], integer, bytea[]);
create function ledger.enter_shown(tokens bytea[], roles text[], ids uuid[], kinds text[], names text[], agencies text[], subject_records text[],
  subject_ids uuid[], persons text[], purposes text[], grounds text[], moments timestamptz[], declaration integer, leaves bytea[])
returns uuid[] language plpgsql security definer set search_path = '' as $$
declare
  entered bigint;
begin
  insert into ledger.entry (id, kind, name, officer, post, role, agency, office, session, subject_record, subject_id, person_ids, purpose, ground, made_at, received_at, declaration, leaf)
    select t.id, t.kind, t.name, l.officer, l.post, t.role, t.agency, l.office, l.session, t.subject_record, t.subject_id, t.persons::uuid[], t.purpose, t.ground, t.moment, t.moment, enter_shown.declaration, t.leaf
    from unnest(tokens, roles, ids, kinds, names, agencies, subject_records, subject_ids, persons, purposes, grounds, moments, leaves)
      t(token, role, id, kind, name, agency, subject_record, subject_id, persons, purpose, ground, moment, leaf)
    cross join lateral ct.live(t.token) l
    where t.kind in ('read', 'list', 'open') and l.acting = 'ct_' || t.role;
  get diagnostics entered = row_count;
  if entered = cardinality(ids) then return '{}'; end if;
  return array(select w.id from unnest(ids) w(id) where not exists (select from ledger.entry e where e.id = w.id));
end $$;
revoke execute on function ledger.enter_shown from public;
grant execute on function ledger.enter_shown to ct_system;

-- Whether a file that was refused to somebody exists: for the system alone, so that nobody who asks can tell.
create function ct.file_exists(one uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.person p where p.id = one)
$$;
revoke execute on function ct.file_exists(uuid) from public;
grant execute on function ct.file_exists(uuid) to ct_system;

reset role;
