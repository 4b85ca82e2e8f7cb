-- Reports of crime and criminal cases with their parts (a copy of generated/schema.sql's new parts).
set role chungtay_owner;

create table crime_report (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  report_kind text not null check (report_kind in ('denunciation', 'news', 'proposal')),
  report_way text not null check (report_way in ('in_person', 'phone', 'written', 'hotline_111', 'found_by_officer', 'media')),
  received_at timestamptz not null,
  place uuid,
  summary text not null,
  reporter_sealed bytea,
  taken_by_commune text check (taken_by_commune in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  remote_post text not null check (remote_post in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  looks_serious text not null check (looks_serious in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  state text not null check (state in ('taken', 'handed_over', 'taken_up', 'resolved', 'suspended')),
  to_office uuid,
  passed_by uuid,
  handed_at timestamptz,
  handed_minutes text,
  taken_up_on date,
  resolver uuid,
  procuracy uuid,
  report_outcome text check (report_outcome in ('prosecute', 'not_prosecute', 'suspend')),
  resolved_on date,
  decision_number text,
  decision_ground text
);
create index crime_report_office_made_at_id_idx on crime_report (office, made_at, id);
create index crime_report_to_office_state_idx on crime_report (to_office, state);
create index crime_report_procuracy_received_at_idx on crime_report (procuracy, received_at);
create index crime_report_office_received_at_id_report_kind_idx on crime_report (office, received_at, id, report_kind, state, report_outcome);

create table criminal_case (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  title text not null,
  crime_report uuid,
  case_level text not null check (case_level in ('district', 'region', 'province', 'ministry')),
  opened_on date not null,
  opened_decision text not null,
  severity text not null check (severity in ('INT', 'NT', 'RNT', 'DBNT')),
  state text not null check (state in ('investigation', 'investigation_suspended', 'prosecution', 'trial', 'trial_preparing', 'hearing', 'trial_suspended', 'judged', 'appeal', 'in_force', 'ended')),
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  in_charge uuid
);
create index criminal_case_office_made_at_id_idx on criminal_case (office, made_at, id);
create index criminal_case_handler_opened_on_idx on criminal_case (handler, opened_on);
create index criminal_case_procuracy_opened_on_idx on criminal_case (procuracy, opened_on);
create index criminal_case_court_opened_on_idx on criminal_case (court, opened_on);
create index criminal_case_next_handler_opened_on_idx on criminal_case (next_handler, opened_on);
create index criminal_case_office_opened_on_id_case_level_idx on criminal_case (office, opened_on, id, case_level, severity, state);

create table case_step (
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
  step_kind text not null check (step_kind in ('initiated', 'investigation_suspended', 'investigation_resumed', 'concluded', 'returned_by_procuracy', 'indicted', 'court_accepted', 'returned_by_court', 'trial_suspended', 'trial_resumed', 'trial_ordered', 'judged', 'appealed', 'protested', 'appeal_judged', 'judgment_in_force', 'enforcement', 'closed')),
  on_day date not null,
  decision_number text,
  note text,
  was_on_day date,
  corrected_why text
);
create index case_step_office_made_at_id_idx on case_step (office, made_at, id);
create index case_step_criminal_case_idx on case_step (criminal_case);
create index case_step_office_on_day_id_step_kind_idx on case_step (office, on_day, id, step_kind);

create table accused (
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
  full_name text not null,
  born text,
  sex text check (sex in ('female', 'male', 'other')),
  accused_role text not null check (accused_role in ('organiser', 'perpetrator', 'instigator', 'helper', 'not_clear')),
  charged_on date,
  charged_decision text,
  state text not null check (state in ('suspect', 'accused', 'dropped', 'convicted', 'acquitted'))
);
create index accused_office_made_at_id_idx on accused (office, made_at, id);
create index accused_criminal_case_idx on accused (criminal_case);
create index accused_office_charged_on_id_accused_role_idx on accused (office, charged_on, id, accused_role, state);

create table charge (
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
  accused uuid not null,
  offence text not null check (offence in ('blhs2015.150', 'blhs2015.151', 'blhs2015.152', 'blhs2015.153', 'blhs2015.154', 'blhs2015.296', 'blhs2015.297', 'blhs2015.347', 'blhs2015.348', 'blhs2015.349', 'blhs2015.350', 'blhs2015.327', 'blhs2015.328', 'blhs2015.329', 'blhs2015.142', 'blhs2015.157', 'blhs2015.174', 'blhs2015.181')),
  clause integer not null,
  point text check (point in ('a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h', 'i', 'k')),
  severity text not null check (severity in ('INT', 'NT', 'RNT', 'DBNT')),
  from_day date not null,
  decision_number text,
  replaces uuid,
  why text
);
create index charge_office_made_at_id_idx on charge (office, made_at, id);
create index charge_criminal_case_idx on charge (criminal_case);
create index charge_office_from_day_id_offence_idx on charge (office, from_day, id, offence, severity);

create table measure (
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
  accused uuid not null,
  measure_kind text not null check (measure_kind in ('emergency_hold', 'custody', 'detention', 'bail', 'surety', 'residence_ban', 'exit_ban')),
  from_at timestamptz not null,
  order_number text,
  ordered_months integer,
  ordered_days integer,
  ended_on date,
  ended_why text
);
create index measure_office_made_at_id_idx on measure (office, made_at, id);
create index measure_criminal_case_idx on measure (criminal_case);
create index measure_office_from_at_id_measure_kind_idx on measure (office, from_at, id, measure_kind);

create table limit_extension (
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
  accused uuid,
  limit_family text not null check (limit_family in ('investigation.limit', 'investigation.resumed', 'investigation.re', 'detention.investigation', 'prosecution.decide', 'trial.prepare', 'custody.tam_giu')),
  turn integer not null,
  length_unit text not null check (length_unit in ('day', 'month')),
  length_value integer not null,
  granted_by text not null check (granted_by in ('investigation_head', 'custody_issuer', 'procuracy', 'procuracy_head', 'procuracy_district', 'procuracy_region', 'procuracy_province', 'procuracy_supreme', 'court_chief')),
  decided_on date not null,
  decision_number text not null
);
create index limit_extension_office_made_at_id_idx on limit_extension (office, made_at, id);
create index limit_extension_criminal_case_idx on limit_extension (criminal_case);
create index limit_extension_office_decided_on_id_limit_family_idx on limit_extension (office, decided_on, id, limit_family, length_unit, granted_by);

alter table crime_report add constraint crime_report_office_fk foreign key (office) references office (id);
alter table crime_report add constraint crime_report_place_fk foreign key (place) references unit (id);
alter table crime_report add constraint crime_report_to_office_fk foreign key (to_office) references office (id);
alter table crime_report add constraint crime_report_passed_by_fk foreign key (passed_by) references office (id);
alter table crime_report add constraint crime_report_resolver_fk foreign key (resolver) references officer (id);
alter table crime_report add constraint crime_report_procuracy_fk foreign key (procuracy) references office (id);
alter table criminal_case add constraint criminal_case_office_fk foreign key (office) references office (id);
alter table criminal_case add constraint criminal_case_crime_report_fk foreign key (crime_report) references crime_report (id);
alter table criminal_case add constraint criminal_case_handler_fk foreign key (handler) references office (id);
alter table criminal_case add constraint criminal_case_procuracy_fk foreign key (procuracy) references office (id);
alter table criminal_case add constraint criminal_case_court_fk foreign key (court) references office (id);
alter table criminal_case add constraint criminal_case_next_handler_fk foreign key (next_handler) references office (id);
alter table criminal_case add constraint criminal_case_in_charge_fk foreign key (in_charge) references officer (id);
alter table case_step add constraint case_step_office_fk foreign key (office) references office (id);
alter table case_step add constraint case_step_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table case_step add constraint case_step_handler_fk foreign key (handler) references office (id);
alter table case_step add constraint case_step_procuracy_fk foreign key (procuracy) references office (id);
alter table case_step add constraint case_step_court_fk foreign key (court) references office (id);
alter table case_step add constraint case_step_next_handler_fk foreign key (next_handler) references office (id);
alter table accused add constraint accused_office_fk foreign key (office) references office (id);
alter table accused add constraint accused_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table accused add constraint accused_handler_fk foreign key (handler) references office (id);
alter table accused add constraint accused_procuracy_fk foreign key (procuracy) references office (id);
alter table accused add constraint accused_court_fk foreign key (court) references office (id);
alter table accused add constraint accused_next_handler_fk foreign key (next_handler) references office (id);
alter table charge add constraint charge_office_fk foreign key (office) references office (id);
alter table charge add constraint charge_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table charge add constraint charge_handler_fk foreign key (handler) references office (id);
alter table charge add constraint charge_procuracy_fk foreign key (procuracy) references office (id);
alter table charge add constraint charge_court_fk foreign key (court) references office (id);
alter table charge add constraint charge_next_handler_fk foreign key (next_handler) references office (id);
alter table charge add constraint charge_accused_fk foreign key (accused) references accused (id);
alter table charge add constraint charge_replaces_fk foreign key (replaces) references charge (id);
alter table measure add constraint measure_office_fk foreign key (office) references office (id);
alter table measure add constraint measure_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table measure add constraint measure_handler_fk foreign key (handler) references office (id);
alter table measure add constraint measure_procuracy_fk foreign key (procuracy) references office (id);
alter table measure add constraint measure_court_fk foreign key (court) references office (id);
alter table measure add constraint measure_next_handler_fk foreign key (next_handler) references office (id);
alter table measure add constraint measure_accused_fk foreign key (accused) references accused (id);
alter table limit_extension add constraint limit_extension_office_fk foreign key (office) references office (id);
alter table limit_extension add constraint limit_extension_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table limit_extension add constraint limit_extension_handler_fk foreign key (handler) references office (id);
alter table limit_extension add constraint limit_extension_procuracy_fk foreign key (procuracy) references office (id);
alter table limit_extension add constraint limit_extension_court_fk foreign key (court) references office (id);
alter table limit_extension add constraint limit_extension_next_handler_fk foreign key (next_handler) references office (id);
alter table limit_extension add constraint limit_extension_accused_fk foreign key (accused) references accused (id);

reset role;
