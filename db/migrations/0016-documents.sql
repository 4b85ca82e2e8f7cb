-- Papers made from the data and scans of paper: their tables, the counter of numbers per office, year and series, and the rule that an issued paper stays.
set role chungtay_owner;

create table document (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  form text not null check (form in ('TK-TN', 'TK/NNa', 'GCN-VN', 'BBGN', 'CV-XM', 'GXN-24', 'GXN-25', 'GXN-TT', 'M07-162', 'PL16', 'M01-119', 'M03-119', 'HS-QPCTP', 'GT-NN')),
  form_version text not null,
  maker uuid not null,
  state text not null check (state in ('drafted', 'issued', 'signed', 'voided')),
  paper_number text,
  issued_on date,
  authority text check (authority in ('own', 'TM', 'KT', 'TL', 'TUQ', 'Q')),
  on_behalf_of text,
  signer_title text,
  signer_name text,
  blanks text[],
  not_shared text[],
  filling_sealed bytea,
  docx_sealed bytea,
  pdf_sealed bytea,
  docx_hash text,
  pdf_hash text,
  signed_on date,
  replaces uuid,
  voided_at timestamptz,
  voided_why text
);
create index document_office_made_at_id_idx on document (office, made_at, id);
create index document_person_idx on document (person);
create index document_replaces_idx on document (replaces);

create table scan (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  scan_kind text not null check (scan_kind in ('signed', 'received')),
  document uuid,
  form text check (form in ('TK-TN', 'TK/NNa', 'GCN-VN', 'BBGN', 'CV-XM', 'GXN-24', 'GXN-25', 'GXN-TT', 'M07-162', 'PL16', 'M01-119', 'M03-119', 'HS-QPCTP', 'GT-NN')),
  received_from text,
  their_number text,
  their_day date,
  legalised text check (legalised in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  note text,
  maker uuid not null,
  scan_type text not null check (scan_type in ('pdf', 'jpeg', 'png')),
  size integer not null,
  hash text not null,
  content_sealed bytea,
  removed_at timestamptz,
  removed_why text
);
create index scan_office_made_at_id_idx on scan (office, made_at, id);
create index scan_person_idx on scan (person);
create index scan_document_idx on scan (document);

alter table document add constraint document_office_fk foreign key (office) references office (id);
alter table document add constraint document_person_fk foreign key (person) references person (id);
alter table document add constraint document_maker_fk foreign key (maker) references officer (id);
alter table document add constraint document_replaces_fk foreign key (replaces) references document (id);
alter table scan add constraint scan_office_fk foreign key (office) references office (id);
alter table scan add constraint scan_person_fk foreign key (person) references person (id);
alter table scan add constraint scan_document_fk foreign key (document) references document (id);
alter table scan add constraint scan_maker_fk foreign key (maker) references officer (id);

-- Numbers of papers: each office counts each series anew every year. A row and not a sequence, so that an issue that is undone leaves no gap.
create table ct.paper_number (
  office uuid not null references office (id),
  year integer not null,
  series text not null check (length(series) between 1 and 60),
  last integer not null,
  primary key (office, year, series)
);
alter table ct.paper_number enable row level security;
alter table ct.paper_number force row level security;
create policy owner_all on ct.paper_number to chungtay_owner using (true) with check (true);

create function ct.next_paper_number(for_document uuid, in_series text, for_role text) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  holder uuid;
  taken integer;
begin
  select d.office into holder from public.document d
    where d.id = for_document and d.state = 'drafted' and d.office = any (ct.reach(for_role));
  if holder is null then raise insufficient_privilege using message = 'not a draft of your office'; end if;
  insert into ct.paper_number as n (office, year, series, last)
    values (holder, extract(year from now() at time zone 'Asia/Ho_Chi_Minh')::integer, in_series, 1)
    on conflict (office, year, series) do update set last = n.last + 1
    returning n.last into taken;
  return taken;
end $$;

-- An issued paper stays what it is, whoever writes: its number, its day, what it says. Keys may be turned over and a file may be erased by the system.
create function ct.keep_issued_paper() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state = 'drafted' and old.paper_number is null then return new; end if;
  if (new.form, new.form_version, new.paper_number, new.issued_on, new.signer_name, new.signer_title, new.authority, new.on_behalf_of, new.person, new.office)
     is distinct from
     (old.form, old.form_version, old.paper_number, old.issued_on, old.signer_name, old.signer_title, old.authority, old.on_behalf_of, old.person, old.office)
    or (new.docx_hash is distinct from old.docx_hash) or (new.pdf_hash is distinct from old.pdf_hash)
    or new.state = 'drafted' or (old.state = 'voided' and new.state <> 'voided')
  then raise insufficient_privilege using message = 'an issued paper does not change'; end if;
  if current_user not in ('chungtay_owner', 'ct_system')
    and (new.docx_sealed, new.pdf_sealed, new.filling_sealed) is distinct from (old.docx_sealed, old.pdf_sealed, old.filling_sealed)
  then raise insufficient_privilege using message = 'an issued paper does not change'; end if;
  return new;
end $$;
create trigger keep_issued_paper before update on document for each row execute function ct.keep_issued_paper();

reset role;
