-- Consent by class of data and receiver, what was taken back of it; what a person says of how she was treated; review and erasure.
set role chungtay_owner;

alter table public.consent
  add column recipient_kind text check (recipient_kind in ('police', 'border_guard', 'social_affairs', 'health', 'home_affairs', 'social_work_centre', 'shelter', 'womens_union', 'procuracy', 'court', 'committee', 'secretariat', 'inspectorate', 'information_technology', 'justice', 'hospital')),
  add column data_classes text[],
  add column interpreter text check (interpreter in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  add column interpreter_who text,
  add column guardian_answer text check (guardian_answer in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  add column guardian_who text,
  add column guardian_involved text check (guardian_involved in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  add column child_assent text check (child_assent in ('yes', 'no', 'unknown', 'declined', 'not_asked'));
create index consent_office_until_idx on public.consent (office, until);
create index consent_until_idx on public.consent (until) where until is not null;
alter table public.referral add column doubt_note text;

create table withdrawal (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  consent uuid not null,
  whole text not null check (whole in ('yes', 'no')),
  data_classes text[],
  recipients text[],
  said_by text not null check (said_by in ('herself', 'guardian', 'herself_and_guardian')),
  why text,
  shares_ended integer
);
create index withdrawal_office_made_at_id_idx on withdrawal (office, made_at, id);
create index withdrawal_person_idx on withdrawal (person);
create index withdrawal_consent_idx on withdrawal (consent);

create table feedback_invitation (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  opened_by uuid not null,
  feedback_language text not null check (feedback_language in ('vi', 'hmn', 'dao', 'giay', 'tay', 'zh')),
  code_hash text not null,
  until timestamptz not null,
  used_at timestamptz
);
create index feedback_invitation_office_made_at_id_idx on feedback_invitation (office, made_at, id);
create index feedback_invitation_person_idx on feedback_invitation (person);
create index feedback_invitation_code_hash_idx on feedback_invitation (code_hash);

create table feedback (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  about_office uuid not null,
  quarter_of date not null,
  feedback_language text not null check (feedback_language in ('vi', 'hmn', 'dao', 'giay', 'tay', 'zh')),
  respected text not null check (respected in ('good', 'middle', 'bad', 'skipped')),
  understood text not null check (understood in ('good', 'middle', 'bad', 'skipped')),
  safe text not null check (safe in ('good', 'middle', 'bad', 'skipped')),
  chosen text not null check (chosen in ('good', 'middle', 'bad', 'skipped')),
  helped text not null check (helped in ('good', 'middle', 'bad', 'skipped')),
  words_sealed bytea
);
create index feedback_office_made_at_id_idx on feedback (office, made_at, id);
create index feedback_about_office_quarter_of_idx on feedback (about_office, quarter_of);

create table complaint (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  about_office uuid not null,
  complaint_kind text not null check (complaint_kind in ('complaint', 'not_safe')),
  state text not null check (state in ('open', 'taken', 'closed')),
  words_sealed bytea,
  file_number text,
  answer_by date,
  taken_by uuid,
  taken_at timestamptz,
  outcome text check (outcome in ('put_right', 'passed_on', 'not_confirmed', 'could_not_follow')),
  outcome_note text,
  closed_at timestamptz
);
create index complaint_office_made_at_id_idx on complaint (office, made_at, id);
create index complaint_office_state_idx on complaint (office, state);

create table retention_review (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  file_number text not null,
  file_person text not null,
  file_office uuid not null,
  closed_on date,
  due_on date,
  rule text,
  review_ground text not null check (review_ground in ('period_over', 'her_request', 'opened_in_error', 'court_order')),
  ground_article text,
  state text not null check (state in ('due', 'proposed', 'approved', 'kept', 'erased')),
  decision text check (decision in ('keep', 'erase')),
  keep_until date,
  reason text,
  proposed_by uuid,
  proposed_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decided_note text,
  erase_on date,
  failed_why text
);
create index retention_review_state_erase_on_idx on retention_review (state, erase_on);
create index retention_review_file_person_idx on retention_review (file_person);

create table tombstone (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  file_number text not null,
  file_person text not null,
  erased_at timestamptz not null,
  review_ground text not null check (review_ground in ('period_over', 'her_request', 'opened_in_error', 'court_order')),
  ground_article text,
  proposed_by uuid not null,
  approved_by uuid not null,
  review uuid not null,
  rows_erased text not null,
  bodies_erased integer not null
);

alter table withdrawal add constraint withdrawal_office_fk foreign key (office) references office (id);
alter table withdrawal add constraint withdrawal_person_fk foreign key (person) references person (id);
alter table withdrawal add constraint withdrawal_consent_fk foreign key (consent) references consent (id);
alter table feedback_invitation add constraint feedback_invitation_office_fk foreign key (office) references office (id);
alter table feedback_invitation add constraint feedback_invitation_person_fk foreign key (person) references person (id);
alter table feedback_invitation add constraint feedback_invitation_opened_by_fk foreign key (opened_by) references officer (id);
alter table feedback add constraint feedback_office_fk foreign key (office) references office (id);
alter table feedback add constraint feedback_about_office_fk foreign key (about_office) references office (id);
alter table complaint add constraint complaint_office_fk foreign key (office) references office (id);
alter table complaint add constraint complaint_about_office_fk foreign key (about_office) references office (id);
alter table complaint add constraint complaint_taken_by_fk foreign key (taken_by) references officer (id);
alter table retention_review add constraint retention_review_file_office_fk foreign key (file_office) references office (id);
alter table retention_review add constraint retention_review_proposed_by_fk foreign key (proposed_by) references officer (id);
alter table retention_review add constraint retention_review_decided_by_fk foreign key (decided_by) references officer (id);
alter table tombstone add constraint tombstone_proposed_by_fk foreign key (proposed_by) references officer (id);
alter table tombstone add constraint tombstone_approved_by_fk foreign key (approved_by) references officer (id);
alter table tombstone add constraint tombstone_review_fk foreign key (review) references retention_review (id);

-- ---------------------------------------------------------------------------------------------------------------- consent
-- Whoever takes the withdrawal down may not see every share that rests on the consent: they end all the same, in the same breath. The sweep tells the receivers.
create function ct.consent_withdrawn() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.share s set revoked_at = new.withdrawn_at, revoked_why = 'consent_withdrawn', changed_at = new.withdrawn_at, version = version + 1
    where s.consent = new.id and s.revoked_at is null;
  return null;
end $$;
create trigger consent_withdrawn after update of withdrawn_at on public.consent for each row when (new.withdrawn_at is not null) execute function ct.consent_withdrawn();
create index share_consent_idx on public.share (consent) where revoked_at is null and consent is not null;

-- ---------------------------------------------------------------------------------------------------------------- retention
-- Since when a file is closed: from here its period is counted. Derived; written by the trigger alone, whatever act closed the file.
create table ct.file_closed (person uuid primary key, closed_on date not null);
create index file_closed_on on ct.file_closed (closed_on);
alter table ct.file_closed enable row level security;
alter table ct.file_closed force row level security;
create policy owner_all on ct.file_closed to chungtay_owner using (true) with check (true);

create function ct.keep_file_closed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.state = 'closed' then
    insert into ct.file_closed (person, closed_on) values (new.id, (new.changed_at at time zone 'Asia/Ho_Chi_Minh')::date) on conflict (person) do nothing;
  else
    delete from ct.file_closed f where f.person = new.id;
  end if;
  return null;
end $$;
create trigger file_born_closed after insert on public.person for each row when (new.state = 'closed') execute function ct.keep_file_closed();
create trigger file_closed_or_opened after update of state on public.person for each row when (old.state is distinct from new.state) execute function ct.keep_file_closed();
insert into ct.file_closed (person, closed_on) select p.id, (p.changed_at at time zone 'Asia/Ho_Chi_Minh')::date from public.person p where p.state = 'closed';

-- For an administrator who opens a review by the file's number: where the file stands, and nothing about whose it is.
create function ct.file_for_review(file_number text) returns table (person uuid, state text, office uuid, closed_on date, under_review boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  if current_setting('role') <> 'ct_administrator' or ct.officer('ct_administrator') is null then
    raise exception 'not yours' using errcode = 'insufficient_privilege';
  end if;
  return query select p.id, p.state, p.office, f.closed_on,
      exists (select from public.retention_review r where r.file_person = p.id::text and r.state in ('due', 'proposed', 'approved'))
    from public.person p left join ct.file_closed f on f.person = p.id where p.number = file_number;
end $$;

-- Files closed between two days that nobody reviews now and nobody decided to keep until later; the longest closed first.
create function ct.closed_files(from_day date, to_day date, most integer) returns table (person uuid, number text, office uuid, closed_on date)
language sql stable security definer set search_path = '' as $$
  select p.id, p.number, p.office, f.closed_on from ct.file_closed f join public.person p on p.id = f.person
    where f.closed_on >= from_day and f.closed_on < to_day
      and not exists (select from public.retention_review r where r.file_person = p.id::text
        and (r.state in ('due', 'proposed', 'approved') or (r.state = 'kept' and r.keep_until > ct.today())))
    order by f.closed_on limit most
$$;

-- Takes a file out of every table that holds a part of it, found by the database's own references: a new record that is part of a file needs nothing here.
-- Only for a review that two different officers decided. Entries of the ledger stay; what was in them goes. Returns the rows by table and the entries whose
-- body is gone, so that an entry can be written for each.
create function ct.erase_file(of_review uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  review public.retention_review;
  file uuid;
  one record;
  ids uuid[] := '{}';
  gone uuid[];
  waiting text[];
  stuck text[];
  part text;
  counted jsonb := '{}';
  entries uuid[];
begin
  if current_setting('role') <> 'ct_system' then raise exception 'not yours' using errcode = 'insufficient_privilege'; end if;
  select * into review from public.retention_review r where r.id = of_review and r.state = 'approved' and r.decision = 'erase'
    and r.proposed_by <> r.decided_by for update;
  if review.id is null then raise exception 'not decided by two' using errcode = 'insufficient_privilege'; end if;
  file := review.file_person::uuid;
  -- Opened again since: then she is here again, and nothing goes.
  perform from public.person p where p.id = file and p.state = 'closed' for update;
  if not found then raise exception 'not closed' using errcode = 'object_not_in_prerequisite_state'; end if;

  -- What else points to the file (a likeness of another file, a child with a file of its own): emptied where it may be, else it goes.
  for one in
    select c.conrelid::regclass::text as place, a.attname as field, a.attnotnull as needed
      from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'public.person'::regclass and a.attname <> 'person'
  loop
    if one.needed then
      execute format('with g as (delete from %s where %I = $1 returning id) select coalesce(array_agg(id), ''{}'') from g', one.place, one.field) into gone using file;
      ids := ids || gone;
    else
      execute format('update %s set %I = null where %I = $1', one.place, one.field, one.field) using file;
    end if;
  end loop;

  waiting := array(select c.conrelid::regclass::text from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'public.person'::regclass and a.attname = 'person');
  -- What is no part of a file but points to one (a line of a batch, an answer that is owed): the reference is emptied, or the row goes where it cannot be.
  foreach part in array waiting loop
    for one in
      select c.conrelid::regclass::text as place, a.attname as field, a.attnotnull as needed
        from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = part::regclass and c.conrelid::regclass::text <> all (waiting)
    loop
      if one.needed then
        execute format('with g as (delete from %s where %I in (select id from %s where person = $1) returning id) select coalesce(array_agg(id), ''{}'') from g', one.place, one.field, part) into gone using file;
        ids := ids || gone;
      else
        execute format('update %s set %I = null where %I in (select id from %s where person = $1)', one.place, one.field, one.field, part) using file;
      end if;
    end loop;
  end loop;
  -- Parts refer to each other: what cannot go yet goes in a later round.
  while cardinality(waiting) > 0 loop
    stuck := '{}';
    foreach part in array waiting loop
      begin
        execute format('with g as (delete from %s where person = $1 returning id) select coalesce(array_agg(id), ''{}'') from g', part) into gone using file;
        ids := ids || gone;
        if cardinality(gone) > 0 then counted := counted || jsonb_build_object(replace(part, 'public.', ''), cardinality(gone)); end if;
      exception when foreign_key_violation then
        stuck := stuck || part;
      end;
    end loop;
    if cardinality(stuck) = cardinality(waiting) then raise exception 'still referred to' using errcode = 'foreign_key_violation'; end if;
    waiting := stuck;
  end loop;

  -- What names the file by its number and is no part of it: a complaint she signed with it.
  for one in
    select c.oid::regclass::text as place from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'file_number' and not a.attnotnull and not a.attisdropped
  loop
    execute format('update %s set file_number = null where file_number = $1', one.place) using review.file_number;
  end loop;
  delete from public.notice n where n.subject = any (ids::text[]) or n.subject = file::text;
  delete from public.person_key k where k.person = file;
  delete from ct.file_closed f where f.person = file;
  delete from public.person p where p.id = file;
  counted := counted || jsonb_build_object('person', 1);
  with g as (
    delete from ledger.body b using ledger.entry e where e.id = b.entry_id and e.person_ids @> array[file]
      and e.name not in ('retention.open', 'retention.propose', 'retention.approve', 'retention.refuse')
    returning b.entry_id
  ) select coalesce(array_agg(entry_id), '{}') into entries from g;
  return jsonb_build_object('rows', counted, 'entries', to_jsonb(entries));
end $$;

revoke execute on function ct.consent_withdrawn(), ct.keep_file_closed(), ct.file_for_review(text), ct.closed_files(date, date, integer), ct.erase_file(uuid) from public;

reset role;
