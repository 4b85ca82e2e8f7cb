-- Receiving people: groups handed over with a list, rescue operations with their safety plans, interpreters, a child's best interests, foreign victims (a copy of generated/schema.sql's new parts).
set role chungtay_owner;

create table group_arrival (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  handed_over_by text not null,
  handed_over_country text not null,
  handed_over_at timestamptz not null,
  place uuid,
  place_note text,
  minutes_number text,
  minutes_on date,
  signed_there text,
  signed_here text,
  count_on_minutes integer not null,
  agreement text,
  return_route text,
  note text,
  state text not null check (state in ('open', 'closed')),
  difference text
);
create index group_arrival_office_made_at_id_idx on group_arrival (office, made_at, id);
create index group_arrival_office_state_idx on group_arrival (office, state);
create index group_arrival_office_handed_over_at_id_state_idx on group_arrival (office, handed_over_at, id, state);

create table group_line (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  group_arrival uuid not null,
  line_number integer not null,
  name_written text not null,
  born_written text,
  sex text check (sex in ('female', 'male', 'other')),
  remarks text,
  line_state text not null check (line_state in ('waiting', 'received', 'not_present', 'not_vietnamese', 'refuses')),
  aside_why text,
  file uuid,
  settled_at timestamptz
);
create index group_line_office_made_at_id_idx on group_line (office, made_at, id);
create index group_line_group_arrival_line_number_idx on group_line (group_arrival, line_number);
create index group_line_file_idx on group_line (file);
create index group_line_office_line_number_id_sex_idx on group_line (office, line_number, id, sex, line_state);

create table rescue_operation (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  state text not null check (state in ('planned', 'running', 'ended', 'reviewed', 'called_off')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  place uuid,
  place_note_sealed bytea,
  leader uuid not null,
  partner uuid,
  partner2 uuid,
  partner3 uuid,
  aim text,
  expected integer,
  began_at timestamptz,
  ended_at timestamptz,
  called_off_why text,
  debrief text,
  learned text,
  reviewed_at timestamptz
);
create index rescue_operation_office_made_at_id_idx on rescue_operation (office, made_at, id);
create index rescue_operation_office_starts_at_id_state_idx on rescue_operation (office, starts_at, id, state);

create table safety_plan (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  rescue_operation uuid not null,
  plan_number integer not null,
  found_state text not null check (found_state in ('expected', 'found', 'not_there', 'elsewhere')),
  file uuid,
  partner uuid,
  partner2 uuid,
  partner3 uuid,
  age_group text check (age_group in ('child', 'adult', 'unclear')),
  sex text check (sex in ('female', 'male', 'other')),
  risks text,
  must_not_learn_sealed bytea,
  safe_word_sealed bytea,
  where_to_sealed bytea,
  transport text,
  medical text,
  children_with_her integer,
  spoken text[] check (spoken <@ array['vie', 'hmn', 'mww', 'hnj', 'ium', 'mji', 'tyz', 'nut', 'pcc', 'blt', 'twh', 'mtq', 'hni', 'phh', 'lgh', 'lbt', 'nty', 'zho', 'yue', 'eng', 'lao', 'mya', 'khm', 'tha', 'hab']),
  afterwards text
);
create index safety_plan_office_made_at_id_idx on safety_plan (office, made_at, id);
create index safety_plan_rescue_operation_plan_number_idx on safety_plan (rescue_operation, plan_number);
create index safety_plan_file_idx on safety_plan (file);
create index safety_plan_office_plan_number_id_found_state_idx on safety_plan (office, plan_number, id, found_state, age_group, sex);

create table interpreter_engagement (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unanswered jsonb not null default '{}',
  interpreter_name text not null,
  organisation text,
  language text not null check (language in ('vie', 'hmn', 'mww', 'hnj', 'ium', 'mji', 'tyz', 'nut', 'pcc', 'blt', 'twh', 'mtq', 'hni', 'phh', 'lgh', 'lbt', 'nty', 'zho', 'yue', 'eng', 'lao', 'mya', 'khm', 'tha', 'hab')),
  mode text not null check (mode in ('in_person', 'phone', 'video')),
  interpreting_for text not null check (interpreting_for in ('reception', 'screening', 'interview', 'medical', 'legal', 'journey', 'other')),
  on_day date not null,
  conflicts jsonb,
  go_on_why text,
  confidentiality_on date,
  interpreter_sex text check (interpreter_sex in ('female', 'male', 'other')),
  sex_preferred text check (sex_preferred in ('female', 'male', 'no_preference'))
);
create index interpreter_engagement_office_made_at_id_idx on interpreter_engagement (office, made_at, id);
create index interpreter_engagement_person_idx on interpreter_engagement (person);

create table best_interests (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  interest_step text not null check (interest_step in ('guardian', 'tracing', 'family_safety', 'view', 'decision', 'review')),
  done_on date not null,
  outcome text not null check (outcome in ('guardian_found', 'guardian_appointed', 'guardian_none', 'tracing_running', 'family_found', 'family_not_found', 'tracing_not_safe', 'return_safe', 'return_unsafe', 'return_unclear', 'view_heard', 'view_not_now', 'place_family', 'place_relatives', 'place_foster', 'place_shelter', 'place_other', 'review_keep', 'review_change')),
  by_whom text,
  heard_by text[] check (heard_by <@ array['talk', 'drawing', 'play', 'interpreter', 'trusted_person', 'observation']),
  reasons text,
  review_on date,
  review_rule text
);
create index best_interests_office_made_at_id_idx on best_interests (office, made_at, id);
create index best_interests_person_idx on best_interests (person);
create index best_interests_office_review_on_idx on best_interests (office, review_on);

create table foreign_step (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  foreign_step_kind text not null check (foreign_step_kind in ('embassy', 'stay', 'voluntary_return')),
  done_on date not null,
  foreign_outcome text not null check (foreign_outcome in ('done', 'asked_for', 'not_wanted', 'not_possible')),
  with_whom text,
  consent uuid,
  ground_article text,
  her_will text check (her_will in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  safe_return text check (safe_return in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  until date,
  note text
);
create index foreign_step_office_made_at_id_idx on foreign_step (office, made_at, id);
create index foreign_step_person_idx on foreign_step (person);

alter table group_arrival add constraint group_arrival_office_fk foreign key (office) references office (id);
alter table group_arrival add constraint group_arrival_place_fk foreign key (place) references unit (id);
alter table group_line add constraint group_line_office_fk foreign key (office) references office (id);
alter table group_line add constraint group_line_group_arrival_fk foreign key (group_arrival) references group_arrival (id);
alter table group_line add constraint group_line_file_fk foreign key (file) references person (id);
alter table rescue_operation add constraint rescue_operation_office_fk foreign key (office) references office (id);
alter table rescue_operation add constraint rescue_operation_place_fk foreign key (place) references unit (id);
alter table rescue_operation add constraint rescue_operation_leader_fk foreign key (leader) references officer (id);
alter table rescue_operation add constraint rescue_operation_partner_fk foreign key (partner) references office (id);
alter table rescue_operation add constraint rescue_operation_partner2_fk foreign key (partner2) references office (id);
alter table rescue_operation add constraint rescue_operation_partner3_fk foreign key (partner3) references office (id);
alter table safety_plan add constraint safety_plan_office_fk foreign key (office) references office (id);
alter table safety_plan add constraint safety_plan_rescue_operation_fk foreign key (rescue_operation) references rescue_operation (id);
alter table safety_plan add constraint safety_plan_file_fk foreign key (file) references person (id);
alter table safety_plan add constraint safety_plan_partner_fk foreign key (partner) references office (id);
alter table safety_plan add constraint safety_plan_partner2_fk foreign key (partner2) references office (id);
alter table safety_plan add constraint safety_plan_partner3_fk foreign key (partner3) references office (id);
alter table interpreter_engagement add constraint interpreter_engagement_office_fk foreign key (office) references office (id);
alter table interpreter_engagement add constraint interpreter_engagement_person_fk foreign key (person) references person (id);
alter table best_interests add constraint best_interests_office_fk foreign key (office) references office (id);
alter table best_interests add constraint best_interests_person_fk foreign key (person) references person (id);
alter table foreign_step add constraint foreign_step_office_fk foreign key (office) references office (id);
alter table foreign_step add constraint foreign_step_person_fk foreign key (person) references person (id);
alter table foreign_step add constraint foreign_step_consent_fk foreign key (consent) references consent (id);

reset role;
