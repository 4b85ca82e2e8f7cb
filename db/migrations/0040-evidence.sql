-- Exhibits of a case, the chain of who answered for each, and the files that came with them.
set role chungtay_owner;

create table exhibit (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid not null,
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  exhibit_kind text not null check (exhibit_kind in ('document', 'device', 'data', 'recording', 'money', 'vehicle', 'goods', 'trace', 'other')),
  classified text not null check (classified in ('no', 'yes')),
  reference_number text,
  what text,
  exhibit_way text not null check (exhibit_way in ('seized', 'handed_in', 'found', 'made_here', 'from_other_body')),
  got_at timestamptz not null,
  got_place text,
  minutes_number text,
  from_whom_sealed bytea,
  state text not null check (state in ('held', 'handing_over', 'at_examination', 'released', 'destroyed')),
  holder uuid,
  holder_office uuid,
  next_holder uuid,
  last_turn integer not null,
  last_at timestamptz not null
);
create index exhibit_office_made_at_id_idx on exhibit (office, made_at, id);
create index exhibit_criminal_case_idx on exhibit (criminal_case);
create index exhibit_next_holder_idx on exhibit (next_holder) where next_holder is not null;
create index exhibit_office_got_at_id_exhibit_kind_idx on exhibit (office, got_at, id, exhibit_kind, classified, state);

create table custody_step (
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
  exhibit uuid not null,
  turn integer not null,
  custody_kind text not null check (custody_kind in ('received', 'handed_over', 'taken_over', 'not_taken', 'stored', 'sent_to_examination', 'returned', 'released', 'destroyed')),
  happened_at timestamptz not null,
  giver uuid,
  holder uuid,
  holder_office uuid,
  place text,
  to_body text,
  to_owner_sealed bytea,
  decision_number text,
  decided_on date,
  seal_number text,
  note text
);
create index custody_step_office_made_at_id_idx on custody_step (office, made_at, id);
create index custody_step_criminal_case_idx on custody_step (criminal_case);
create index custody_step_exhibit_idx on custody_step (exhibit);
create index custody_step_office_happened_at_id_custody_kind_idx on custody_step (office, happened_at, id, custody_kind);

create table exhibit_file (
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
  exhibit uuid not null,
  title text not null,
  media_type text not null check (media_type in ('pdf', 'jpeg', 'png', 'mp3', 'mp4', 'wav', 'ogg', 'webm', 'docx', 'xlsx', 'zip', 'other')),
  size integer not null,
  hash text not null,
  brought_by uuid not null,
  content_sealed bytea
);
create index exhibit_file_office_made_at_id_idx on exhibit_file (office, made_at, id);
create index exhibit_file_criminal_case_idx on exhibit_file (criminal_case);
create index exhibit_file_exhibit_idx on exhibit_file (exhibit);

alter table exhibit add constraint exhibit_office_fk foreign key (office) references office (id);
alter table exhibit add constraint exhibit_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table exhibit add constraint exhibit_handler_fk foreign key (handler) references office (id);
alter table exhibit add constraint exhibit_procuracy_fk foreign key (procuracy) references office (id);
alter table exhibit add constraint exhibit_court_fk foreign key (court) references office (id);
alter table exhibit add constraint exhibit_next_handler_fk foreign key (next_handler) references office (id);
alter table exhibit add constraint exhibit_holder_fk foreign key (holder) references officer (id);
alter table exhibit add constraint exhibit_holder_office_fk foreign key (holder_office) references office (id);
alter table exhibit add constraint exhibit_next_holder_fk foreign key (next_holder) references officer (id);
alter table custody_step add constraint custody_step_office_fk foreign key (office) references office (id);
alter table custody_step add constraint custody_step_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table custody_step add constraint custody_step_handler_fk foreign key (handler) references office (id);
alter table custody_step add constraint custody_step_procuracy_fk foreign key (procuracy) references office (id);
alter table custody_step add constraint custody_step_court_fk foreign key (court) references office (id);
alter table custody_step add constraint custody_step_next_handler_fk foreign key (next_handler) references office (id);
alter table custody_step add constraint custody_step_exhibit_fk foreign key (exhibit) references exhibit (id);
alter table custody_step add constraint custody_step_giver_fk foreign key (giver) references officer (id);
alter table custody_step add constraint custody_step_holder_fk foreign key (holder) references officer (id);
alter table custody_step add constraint custody_step_holder_office_fk foreign key (holder_office) references office (id);
alter table exhibit_file add constraint exhibit_file_office_fk foreign key (office) references office (id);
alter table exhibit_file add constraint exhibit_file_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table exhibit_file add constraint exhibit_file_handler_fk foreign key (handler) references office (id);
alter table exhibit_file add constraint exhibit_file_procuracy_fk foreign key (procuracy) references office (id);
alter table exhibit_file add constraint exhibit_file_court_fk foreign key (court) references office (id);
alter table exhibit_file add constraint exhibit_file_next_handler_fk foreign key (next_handler) references office (id);
alter table exhibit_file add constraint exhibit_file_exhibit_fk foreign key (exhibit) references exhibit (id);
alter table exhibit_file add constraint exhibit_file_brought_by_fk foreign key (brought_by) references officer (id);

-- Of what holds a state secret only its reference number is here.
alter table exhibit add constraint exhibit_secret_check
  check (classified = 'no' or (reference_number is not null and what is null and got_place is null and from_whom_sealed is null));
-- Two who come at once cannot both take the next step of a chain.
create unique index custody_step_turn on custody_step (exhibit, turn);
-- Who opened a file of an exhibit, and what was done with it, is asked for by what it was done to.
create index entry_exhibit on ledger.entry (subject_id, n) where subject_record in ('exhibit', 'exhibitFile');

reset role;
