-- Bringing in what an agency has today: import jobs, and where a file that was brought in came from (a copy of generated/schema.sql's new parts).
set role chungtay_owner;

create table import_job (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  file_name text not null,
  import_kind text not null check (import_kind in ('htcds', 'table')),
  state text not null check (state in ('draft', 'running', 'waiting', 'done', 'stopped', 'discarded')),
  started_by uuid not null,
  plan text not null,
  content_sealed bytea,
  report_sealed bytea,
  total integer not null,
  done integer not null,
  brought_in integer not null,
  already_there integer not null,
  refused integer not null,
  with_double integer not null,
  ended_at timestamptz,
  runner text,
  lease_until timestamptz
);
create index import_job_office_made_at_id_idx on import_job (office, made_at, id);
create index import_job_state_idx on import_job (state);

create table imported (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  job uuid,
  import_source text not null check (import_source in ('htcds', 'table')),
  line integer,
  made_rows text[],
  sealed_rest_sealed bytea
);
create index imported_office_made_at_id_idx on imported (office, made_at, id);
create index imported_person_idx on imported (person);

alter table import_job add constraint import_job_office_fk foreign key (office) references office (id);
alter table import_job add constraint import_job_started_by_fk foreign key (started_by) references officer (id);
alter table imported add constraint imported_office_fk foreign key (office) references office (id);
alter table imported add constraint imported_person_fk foreign key (person) references person (id);
alter table imported add constraint imported_job_fk foreign key (job) references import_job (id);

-- A row that came in once is known again by its key, in the office that brought it in: importing a file twice opens no second file.
create unique index person_import_key on person (office, import_key) where import_key is not null;
reset role;
