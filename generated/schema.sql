-- Made by `npm run generate` from the declarations in modules/; do not edit.

create table unit (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  level text not null check (level in ('province', 'district', 'commune')),
  code text not null,
  name text not null,
  full_name text not null,
  name_en text,
  unit_type text,
  parent uuid,
  valid_from date,
  valid_to date,
  pilot boolean,
  pilot_successor boolean,
  longitude text,
  latitude text
);
create index unit_code_idx on unit (code);
create index unit_parent_idx on unit (parent);

create table unit_lineage (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  predecessor uuid not null,
  successor uuid not null,
  change text not null check (change in ('merge', 'split', 'rename', 'move', 'dissolve')),
  on_day date not null
);

create table agency (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  key text not null,
  name text not null,
  name_en text not null,
  agency_kind text not null check (agency_kind in ('police', 'border_guard', 'social_affairs', 'health', 'home_affairs', 'social_work_centre', 'shelter', 'womens_union', 'procuracy', 'court', 'committee', 'secretariat', 'inspectorate', 'information_technology', 'justice', 'hospital'))
);

create table office (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  agency uuid not null,
  name text not null,
  name_en text not null,
  short_name text not null,
  short_name_en text,
  parent uuid,
  area uuid,
  level text not null check (level in ('province', 'district', 'commune')),
  competence text[] check (competence <@ array['receive', 'rescue', 'verify', 'identify', 'shelter', 'support', 'reintegrate', 'treat', 'legal_aid', 'investigate', 'prosecute', 'try', 'inspect', 'prevent', 'coordinate', 'audit', 'administer']),
  successors text[],
  valid_from date,
  valid_to date
);
create index office_agency_idx on office (agency);
create index office_parent_idx on office (parent);
create index office_area_idx on office (area);

create table officer (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  name text not null,
  title text,
  title_en text,
  email text not null,
  lang text not null check (lang in ('vi', 'en')),
  cast_key text,
  ended boolean
);

create table post (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  officer uuid not null,
  role text not null check (role in ('border_officer', 'police_officer', 'identifier', 'investigator', 'procurator', 'judge_clerk', 'social_worker', 'shelter_worker', 'womens_union_officer', 'commune_officer', 'secretary', 'auditor', 'administrator')),
  extent text not null check (extent in ('office', 'below')),
  head boolean,
  valid_from date not null,
  valid_to date,
  delegated_from uuid,
  reason text
);
create index post_office_made_at_id_idx on post (office, made_at, id);
create index post_officer_idx on post (officer);

create table person (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unanswered jsonb not null default '{}',
  full_name text collate "vi-x-icu",
  other_names jsonb,
  born text,
  sex text check (sex in ('female', 'male', 'other')),
  ethnicity text check (ethnicity in ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '50', '51', '52', '53', '54', '55')),
  nationality text,
  lives_here text check (lives_here in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  abroad_now text check (abroad_now in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  spoken text[] check (spoken <@ array['vie', 'hmn', 'mww', 'hnj', 'ium', 'mji', 'tyz', 'nut', 'pcc', 'blt', 'twh', 'mtq', 'hni', 'phh', 'lgh', 'lbt', 'nty', 'zho', 'yue', 'eng', 'lao', 'mya', 'khm', 'tha', 'hab']),
  origin uuid,
  origin_note text,
  state text not null check (state in ('open', 'closed')),
  entry text not null check (entry in ('screen', 'import', 'api', 'seed')),
  phone_sealed bytea,
  phone_index bytea,
  address_sealed bytea,
  bank_account_sealed bytea,
  bank_account_index bytea,
  import_key text,
  exchange text
);
create index person_office_made_at_id_idx on person (office, made_at, id);
create index person_office_full_name_id_sex_idx on person (office, full_name, id, sex, ethnicity, state);
create index person_office_born_id_sex_idx on person (office, born, id, sex, ethnicity, state);
create index person_phone_index_idx on person (phone_index);
create index person_bank_account_index_idx on person (bank_account_index);

create table identity_paper (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  paper_kind text not null check (paper_kind in ('cccd', 'cmnd', 'passport', 'border_pass', 'cn_id', 'birth_certificate', 'other')),
  paper_number_sealed bytea,
  paper_number_index bytea,
  issued_on date,
  issuer text,
  format_warnings text[]
);
create index identity_paper_office_made_at_id_idx on identity_paper (office, made_at, id);
create index identity_paper_person_idx on identity_paper (person);
create index identity_paper_paper_number_index_idx on identity_paper (paper_number_index);

create table likeness (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  other uuid not null,
  level text not null check (level in ('same', 'likely', 'possible')),
  bits integer not null,
  reasons text not null,
  verdict text not null check (verdict in ('open', 'same', 'different', 'undecided')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text
);
create index likeness_office_made_at_id_idx on likeness (office, made_at, id);
create index likeness_person_idx on likeness (person);
create index likeness_office_verdict_made_at_idx on likeness (office, verdict, made_at);

create table exception_access (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  officer uuid not null,
  reason text not null,
  until timestamptz not null,
  ended_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  reviewed_finding text check (reviewed_finding in ('justified', 'not_justified')),
  second_by uuid,
  second_at timestamptz,
  second_finding text check (second_finding in ('justified', 'not_justified'))
);
create index exception_access_office_made_at_id_idx on exception_access (office, made_at, id);
create index exception_access_person_idx on exception_access (person);
create index exception_access_officer_idx on exception_access (officer);

create table arrival (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unanswered jsonb not null default '{}',
  route text not null check (route in ('self_return', 'foreign_handover', 'rescued', 'commune_office', 'hotline_111', 'referred', 'criminal_case')),
  arrived_at timestamptz,
  place uuid,
  place_note text,
  from_country text,
  from_area text,
  left_home text,
  handed_over_by text,
  children_with_her integer,
  her_account text
);
create index arrival_office_made_at_id_idx on arrival (office, made_at, id);
create index arrival_person_idx on arrival (person);

create table needs (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  safety text check (safety in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  medical text check (medical in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  medical_note text,
  food text check (food in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  clothing text check (clothing in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  rest text check (rest in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  interpreter text check (interpreter in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  interpreter_languages text[] check (interpreter_languages <@ array['vie', 'hmn', 'mww', 'hnj', 'ium', 'mji', 'tyz', 'nut', 'pcc', 'blt', 'twh', 'mtq', 'hni', 'phh', 'lgh', 'lbt', 'nty', 'zho', 'yue', 'eng', 'lao', 'mya', 'khm', 'tha', 'hab']),
  met text[] check (met <@ array['safety', 'medical', 'food', 'clothing', 'rest', 'interpreter']),
  keep_from text
);
create index needs_office_made_at_id_idx on needs (office, made_at, id);
create index needs_person_idx on needs (person);

create table child (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unanswered jsonb not null default '{}',
  child_name text,
  born text,
  sex text check (sex in ('female', 'male', 'other')),
  relation text check (relation in ('own_child', 'sibling', 'relative', 'other')),
  own_file uuid,
  note text
);
create index child_office_made_at_id_idx on child (office, made_at, id);
create index child_person_idx on child (person);
create index child_own_file_idx on child (own_file) where own_file is not null;

create table consent (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  consent_purpose text not null check (consent_purpose in ('services', 'referral', 'statistics', 'research', 'media', 'cross_border', 'criminal_proceedings', 'family_contact')),
  given text not null check (given in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  recipient uuid,
  recipient_kind text check (recipient_kind in ('police', 'border_guard', 'social_affairs', 'health', 'home_affairs', 'social_work_centre', 'shelter', 'womens_union', 'procuracy', 'court', 'committee', 'secretariat', 'inspectorate', 'information_technology', 'justice', 'hospital')),
  data_classes text[],
  explained jsonb,
  language text check (language in ('vie', 'hmn', 'mww', 'hnj', 'ium', 'mji', 'tyz', 'nut', 'pcc', 'blt', 'twh', 'mtq', 'hni', 'phh', 'lgh', 'lbt', 'nty', 'zho', 'yue', 'eng', 'lao', 'mya', 'khm', 'tha', 'hab')),
  interpreter text check (interpreter in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  interpreter_who text,
  given_by text not null check (given_by in ('herself', 'guardian', 'herself_and_guardian')),
  guardian_answer text check (guardian_answer in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  guardian_who text,
  guardian_involved text check (guardian_involved in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  child_assent text check (child_assent in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  until date,
  withdrawn_at timestamptz,
  withdrawn_why text
);
create index consent_office_made_at_id_idx on consent (office, made_at, id);
create index consent_person_idx on consent (person);
create index consent_office_until_idx on consent (office, until);
create index consent_until_idx on consent (until) where until is not null;

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
  ended_fields text[],
  said_by text not null check (said_by in ('herself', 'guardian', 'herself_and_guardian')),
  why text,
  shares_ended integer
);
create index withdrawal_office_made_at_id_idx on withdrawal (office, made_at, id);
create index withdrawal_person_idx on withdrawal (person);
create index withdrawal_consent_idx on withdrawal (consent);

create table draft (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  draft_kind text not null check (draft_kind in ('intake', 'screening', 'assessment')),
  person uuid,
  kept_by uuid not null,
  state text not null check (state in ('open', 'used', 'discarded')),
  step text,
  body_sealed bytea
);
create index draft_office_made_at_id_idx on draft (office, made_at, id);
create index draft_kept_by_state_idx on draft (kept_by, state);
create index draft_person_idx on draft (person);

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
  partners uuid[],
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
  partners uuid[],
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

create table screening (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  indicator_set text not null,
  law text not null check (law in ('66/2011/QH12', '53/2024/QH15')),
  signs jsonb,
  impression text not null check (impression in ('no_sign', 'some_signs', 'clear_signs', 'not_possible_now')),
  screened_at timestamptz not null,
  note text
);
create index screening_office_made_at_id_idx on screening (office, made_at, id);
create index screening_person_idx on screening (person);

create table assertion (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  assertion_kind text not null check (assertion_kind in ('screened', 'presumed', 'identified', 'found_by_court')),
  finding text not null check (finding in ('victim', 'not_victim', 'undetermined')),
  asserted_on date not null,
  law text not null check (law in ('66/2011/QH12', '53/2024/QH15')),
  purposes text[] check (purposes <@ array['sexual_exploitation', 'forced_labour', 'forced_marriage', 'forced_criminality', 'servitude', 'organ_removal', 'forced_begging', 'adoption', 'surrogacy', 'other']),
  paper_kind text check (paper_kind in ('police_certificate', 'rescuer_certificate', 'prosecution_certificate', 'foreign_paper', 'judgment')),
  paper_number text,
  paper_date date,
  paper_issuer text,
  reason text,
  court uuid,
  evidence jsonb
);
create index assertion_office_made_at_id_idx on assertion (office, made_at, id);
create index assertion_person_idx on assertion (person);

create table verification (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  to_office uuid not null,
  state text not null check (state in ('sent', 'answered', 'refused', 'withdrawn')),
  law text not null check (law in ('66/2011/QH12', '53/2024/QH15')),
  received_on date not null,
  question text,
  rule text,
  due_on date,
  advisory text not null check (advisory in ('yes', 'no')),
  complex text check (complex in ('yes', 'no')),
  answered_at timestamptz,
  finding text check (finding in ('victim', 'not_victim', 'undetermined')),
  reply text,
  refused_why text check (refused_why in ('not_competent', 'too_little_to_go_on', 'being_verified_already', 'other')),
  better_office uuid,
  renews uuid,
  new_facts text,
  withdrawn_why text,
  remind_on date,
  reminded_at timestamptz,
  escalate_on date,
  escalated_at timestamptz,
  escalated_to uuid
);
create index verification_office_made_at_id_idx on verification (office, made_at, id);
create index verification_person_idx on verification (person);
create index verification_to_office_state_idx on verification (to_office, state);
create index verification_remind_on_idx on verification (remind_on) where state = 'sent';
create index verification_office_due_on_id_state_idx on verification (office, due_on, id, state, finding);

create table owed_answer (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  verification uuid not null,
  request_number text not null,
  to_office uuid not null,
  owed_by uuid not null,
  state text not null check (state in ('open', 'closed')),
  received_on date not null,
  due_on date,
  advisory text not null check (advisory in ('yes', 'no')),
  closed_at timestamptz
);
create index owed_answer_office_made_at_id_idx on owed_answer (office, made_at, id);
create index owed_answer_to_office_state_idx on owed_answer (to_office, state);
create index owed_answer_verification_idx on owed_answer (verification);

create table settlement (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  state text not null check (state in ('proposed', 'agreed', 'with_superior', 'decided')),
  ours uuid not null,
  theirs uuid not null,
  to_office uuid not null,
  stands uuid,
  proposed_on date not null,
  reason text not null,
  answered_at timestamptz,
  answer text,
  superior uuid,
  decided_at timestamptz,
  decision text
);
create index settlement_office_made_at_id_idx on settlement (office, made_at, id);
create index settlement_person_idx on settlement (person);
create index settlement_to_office_state_idx on settlement (to_office, state);
create index settlement_superior_state_idx on settlement (superior, state);
create index settlement_state_idx on settlement (state) where stands is null;

create table statement_notice (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  to_office uuid not null,
  file_number text not null,
  available text not null check (available in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  contact uuid not null,
  from_day date,
  with_support_person text check (with_support_person in ('yes', 'no', 'unknown', 'declined', 'not_asked'))
);
create index statement_notice_office_made_at_id_idx on statement_notice (office, made_at, id);
create index statement_notice_person_idx on statement_notice (person);
create index statement_notice_to_office_idx on statement_notice (to_office);

create table note (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  note_kind text not null check (note_kind in ('talk', 'health', 'family', 'school_work', 'safety', 'other')),
  on_day date not null,
  text text not null
);
create index note_office_made_at_id_idx on note (office, made_at, id);
create index note_person_idx on note (person);
create index note_office_on_day_idx on note (office, on_day);

create table assessment (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  on_day date not null,
  factor_set text not null,
  safety_need text check (safety_need in ('none', 'some', 'urgent', 'not_known')),
  safety_words text,
  safety_factors jsonb,
  health_need text check (health_need in ('none', 'some', 'urgent', 'not_known')),
  health_words text,
  health_factors jsonb,
  mind_need text check (mind_need in ('none', 'some', 'urgent', 'not_known')),
  mind_words text,
  mind_factors jsonb,
  housing_need text check (housing_need in ('none', 'some', 'urgent', 'not_known')),
  housing_words text,
  housing_factors jsonb,
  family_need text check (family_need in ('none', 'some', 'urgent', 'not_known')),
  family_words text,
  family_factors jsonb,
  children_need text check (children_need in ('none', 'some', 'urgent', 'not_known')),
  children_words text,
  children_factors jsonb,
  livelihood_need text check (livelihood_need in ('none', 'some', 'urgent', 'not_known')),
  livelihood_words text,
  livelihood_factors jsonb,
  education_need text check (education_need in ('none', 'some', 'urgent', 'not_known')),
  education_words text,
  education_factors jsonb,
  legal_need text check (legal_need in ('none', 'some', 'urgent', 'not_known')),
  legal_words text,
  legal_factors jsonb,
  documents_need text check (documents_need in ('none', 'some', 'urgent', 'not_known')),
  documents_words text,
  documents_factors jsonb,
  community_need text check (community_need in ('none', 'some', 'urgent', 'not_known')),
  community_words text,
  community_factors jsonb,
  risk_level text not null check (risk_level in ('high', 'medium', 'low')),
  risk_reasons text not null,
  state text not null check (state in ('current', 'earlier')),
  next_due date,
  next_from date,
  rule text,
  file_number text
);
create index assessment_office_made_at_id_idx on assessment (office, made_at, id);
create index assessment_person_idx on assessment (person);
create index assessment_office_state_next_due_idx on assessment (office, state, next_due);
create index assessment_office_next_due_id_risk_level_idx on assessment (office, next_due, id, risk_level, state);

create table support_plan (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  opened_on date not null,
  agreed_by text not null check (agreed_by in ('herself', 'guardian', 'herself_and_guardian', 'not_yet')),
  agreed_on date,
  state text not null check (state in ('open', 'ended')),
  review_due date,
  rule text,
  ended_on date,
  end_reason text check (end_reason in ('reached', 'new_plan', 'she_stopped', 'file_closed', 'other')),
  file_number text
);
create index support_plan_office_made_at_id_idx on support_plan (office, made_at, id);
create index support_plan_person_idx on support_plan (person);
create index support_plan_office_state_review_due_idx on support_plan (office, state, review_due);

create table plan_goal (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unanswered jsonb not null default '{}',
  plan uuid not null,
  domain text not null check (domain in ('safety', 'health', 'mind', 'housing', 'family', 'children', 'livelihood', 'education', 'legal', 'documents', 'community')),
  goal text not null,
  her_words text,
  state text not null check (state in ('open', 'reached', 'partly', 'set_aside')),
  state_note text
);
create index plan_goal_office_made_at_id_idx on plan_goal (office, made_at, id);
create index plan_goal_person_idx on plan_goal (person);

create table case_conference (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  unanswered jsonb not null default '{}',
  held_on date not null,
  her_part text not null check (her_part in ('present', 'spoke_by_phone', 'supporter_spoke', 'words_read', 'asked_not_to', 'not_asked')),
  her_words text,
  minutes text not null,
  ground text check (ground in ('consent', 'legal_duty', 'vital_interest', 'criminal_procedure')),
  ground_article text,
  consent uuid,
  file_number text
);
create index case_conference_office_made_at_id_idx on case_conference (office, made_at, id);
create index case_conference_person_idx on case_conference (person);

create table conference_attendee (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  conference uuid not null,
  attending uuid not null,
  officer_name text not null
);
create index conference_attendee_office_made_at_id_idx on conference_attendee (office, made_at, id);
create index conference_attendee_person_idx on conference_attendee (person);

create table plan_action (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  goal uuid,
  conference uuid,
  referral uuid,
  what text not null,
  to_office uuid not null,
  owner uuid,
  due_on date not null,
  state text not null check (state in ('open', 'done', 'not_done', 'dropped')),
  reported_at timestamptz,
  reported_by uuid,
  why_not text,
  outcome_note text,
  file_number text
);
create index plan_action_office_made_at_id_idx on plan_action (office, made_at, id);
create index plan_action_person_idx on plan_action (person);
create index plan_action_to_office_state_due_on_idx on plan_action (to_office, state, due_on);
create index plan_action_office_state_due_on_idx on plan_action (office, state, due_on);
create index plan_action_office_due_on_id_state_idx on plan_action (office, due_on, id, state);

create table safe_contact (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  given_on date not null,
  given_by text not null check (given_by in ('herself', 'guardian', 'herself_and_guardian')),
  contact_after text not null check (contact_after in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  ways text[] check (ways <@ array['phone_call', 'message', 'home_visit', 'meet_elsewhere', 'through_person']),
  times text[] check (times <@ array['morning', 'midday', 'afternoon', 'evening']),
  times_note text,
  words text,
  through_whom text,
  call_number_sealed bytea,
  call_number_index bytea,
  never_call_sealed bytea,
  never_call_index bytea,
  warning text
);
create index safe_contact_office_made_at_id_idx on safe_contact (office, made_at, id);
create index safe_contact_person_idx on safe_contact (person);
create index safe_contact_call_number_index_idx on safe_contact (call_number_index);
create index safe_contact_never_call_index_idx on safe_contact (never_call_index);

create table follow_up (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  to_office uuid not null,
  due_on date not null,
  planned_from date,
  rule text,
  state text not null check (state in ('planned', 'done', 'cancelled')),
  on_day date,
  way text check (way in ('phone_call', 'message', 'home_visit', 'meet_elsewhere', 'through_person')),
  day_part text check (day_part in ('morning', 'midday', 'afternoon', 'evening')),
  number_used text check (number_used in ('agreed', 'other')),
  outcome text check (outcome in ('contact_made', 'not_reached', 'she_declined')),
  how_she_is text,
  needs_help text check (needs_help in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  cancelled_why text,
  file_number text
);
create index follow_up_office_made_at_id_idx on follow_up (office, made_at, id);
create index follow_up_person_idx on follow_up (person);
create index follow_up_to_office_state_due_on_idx on follow_up (to_office, state, due_on);
create index follow_up_office_state_due_on_idx on follow_up (office, state, due_on);
create index follow_up_office_due_on_id_state_idx on follow_up (office, due_on, id, state, outcome);

create table file_decision (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  change text not null check (change in ('close', 'reopen')),
  grounds text check (grounds in ('reintegrated', 'declined', 'moved', 'transferred', 'of_age', 'died', 'not_victim', 'lost_contact', 'double', 'other')),
  reason text not null,
  state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn')),
  asked_by uuid not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  file_number text
);
create index file_decision_office_made_at_id_idx on file_decision (office, made_at, id);
create index file_decision_person_idx on file_decision (person);
create index file_decision_office_state_idx on file_decision (office, state);

create table amount_line (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  law text not null check (law in ('66/2011/QH12', '53/2024/QH15')),
  regime text not null check (regime in ('essentials', 'essentials_and_travel', 'medical', 'interpreting', 'legal_information', 'legal_aid', 'travel', 'psychological', 'schooling', 'schooling_and_vocational', 'vocational', 'hardship_and_loan')),
  amount_unit text not null check (amount_unit in ('once', 'per_day', 'per_month', 'per_session', 'per_course', 'per_school_year', 'per_trip')),
  amount integer,
  citation text not null,
  note text,
  valid_from date not null,
  valid_to date
);
create index amount_line_law_regime_amount_unit_idx on amount_line (law, regime, amount_unit);

create table budget_source (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  source_name text not null,
  budget_kind text not null check (budget_kind in ('central', 'provincial', 'fund', 'donor')),
  valid_from date not null,
  valid_to date
);

create table hardship_paper (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  hardship_kind text not null check (hardship_kind in ('poor_household', 'near_poor_household', 'other')),
  issuer text not null,
  paper_number text,
  issued_on date not null,
  valid_until date,
  note text,
  struck_at timestamptz,
  struck_why text
);
create index hardship_paper_office_made_at_id_idx on hardship_paper (office, made_at, id);
create index hardship_paper_person_idx on hardship_paper (person);

create table support_application (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  to_office uuid not null,
  state text not null check (state in ('with_commune', 'with_district', 'to_decide', 'decided', 'withdrawn')),
  law text not null check (law in ('66/2011/QH12', '53/2024/QH15')),
  regimes text[] not null check (regimes <@ array['essentials', 'essentials_and_travel', 'medical', 'interpreting', 'legal_information', 'legal_aid', 'travel', 'psychological', 'schooling', 'schooling_and_vocational', 'vocational', 'hardship_and_loan']),
  eligible_as text not null check (eligible_as in ('victim_vn_or_stateless_resident', 'accompanying_under_18', 'in_process_in_vn', 'in_process_abroad', 'foreign_victim')),
  identified_on date,
  contested text not null check (contested in ('yes', 'no')),
  applied_on date not null,
  step_on date not null,
  rule text,
  due_on date,
  advisory text not null check (advisory in ('yes', 'no')),
  signed_by text not null check (signed_by in ('person', 'guardian', 'representative')),
  share uuid,
  decided_on date,
  withdrawn_why text
);
create index support_application_office_made_at_id_idx on support_application (office, made_at, id);
create index support_application_person_idx on support_application (person);
create index support_application_to_office_state_idx on support_application (to_office, state);
create index support_application_office_due_on_id_state_idx on support_application (office, due_on, id, state, law);

create table support_decision (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  application uuid not null,
  law text not null check (law in ('66/2011/QH12', '53/2024/QH15')),
  regime text not null check (regime in ('essentials', 'essentials_and_travel', 'medical', 'interpreting', 'legal_information', 'legal_aid', 'travel', 'psychological', 'schooling', 'schooling_and_vocational', 'vocational', 'hardship_and_loan')),
  decision_outcome text not null check (decision_outcome in ('granted', 'refused')),
  decided_on date not null,
  decided_by uuid not null,
  decision_number text,
  article text,
  reason text,
  amount_line uuid,
  quantity integer,
  amount integer,
  in_kind text,
  paid integer not null,
  handed_over integer not null
);
create index support_decision_office_made_at_id_idx on support_decision (office, made_at, id);
create index support_decision_person_idx on support_decision (person);
create index support_decision_application_idx on support_decision (application);
create index support_decision_office_decided_on_idx on support_decision (office, decided_on) where decision_outcome = 'granted' and (handed_over = 0 or paid < amount);

create table payment (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  decision uuid not null,
  law text not null check (law in ('66/2011/QH12', '53/2024/QH15')),
  regime text not null check (regime in ('essentials', 'essentials_and_travel', 'medical', 'interpreting', 'legal_information', 'legal_aid', 'travel', 'psychological', 'schooling', 'schooling_and_vocational', 'vocational', 'hardship_and_loan')),
  payment_form text not null check (payment_form in ('cash', 'transfer', 'in_kind')),
  amount integer,
  in_kind text,
  budget_source uuid not null,
  paid_on date not null,
  receipt_number text not null,
  signed_by text not null check (signed_by in ('person', 'guardian', 'representative')),
  reverses uuid,
  reason text
);
create index payment_office_made_at_id_idx on payment (office, made_at, id);
create index payment_person_idx on payment (person);
create index payment_decision_idx on payment (decision);
create index payment_budget_source_paid_on_idx on payment (budget_source, paid_on);
create index payment_office_paid_on_id_regime_idx on payment (office, paid_on, id, regime, payment_form, signed_by);

create table referral (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  to_office uuid not null,
  state text not null check (state in ('sent', 'accepted', 'returned', 'completed', 'revoked')),
  referral_purpose text not null check (referral_purpose in ('services', 'shelter', 'verification', 'reintegration', 'investigation')),
  services text[] check (services <@ array['safe_house', 'medical', 'psychological', 'legal_aid', 'interpreting', 'travel', 'schooling', 'vocational', 'family', 'livelihood']),
  shared_fields text[] not null,
  ground text not null check (ground in ('consent', 'legal_duty', 'vital_interest', 'criminal_procedure')),
  ground_article text,
  consent uuid,
  doubt_note text,
  until date not null,
  message text,
  sent_at timestamptz not null,
  remind_on date,
  reminded_at timestamptz,
  answered_at timestamptz,
  return_reason text check (return_reason in ('no_place', 'not_our_task', 'cannot_serve_need', 'she_does_not_want', 'other')),
  answer_note text,
  ended_at timestamptz,
  outcome text check (outcome in ('service_given', 'partly_given', 'she_declined', 'moved_on', 'other'))
);
create index referral_office_made_at_id_idx on referral (office, made_at, id);
create index referral_person_idx on referral (person);
create index referral_to_office_state_idx on referral (to_office, state);
create index referral_office_state_answered_at_idx on referral (office, state, answered_at);
create index referral_office_sent_at_id_state_idx on referral (office, sent_at, id, state, referral_purpose, ground);

create table share (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  to_office uuid not null,
  referral uuid,
  verification uuid,
  shared_fields text[] not null,
  share_purpose text not null check (share_purpose in ('services', 'shelter', 'verification', 'reintegration', 'investigation')),
  ground text not null check (ground in ('consent', 'legal_duty', 'vital_interest', 'criminal_procedure')),
  consent uuid,
  starts_at timestamptz not null,
  until timestamptz not null,
  revoked_at timestamptz,
  revoked_why text,
  file_name text collate "vi-x-icu",
  file_born text,
  file_made_at timestamptz,
  file_sex text,
  file_ethnicity text,
  file_state text
);
create index share_office_made_at_id_idx on share (office, made_at, id);
create index share_person_idx on share (person);
create index share_to_office_until_idx on share (to_office, until);
create index share_to_office_file_name_person_file_sex_idx on share (to_office, file_name, person, file_sex, file_ethnicity, file_state) where revoked_at is null;
create index share_to_office_file_born_person_file_sex_idx on share (to_office, file_born, person, file_sex, file_ethnicity, file_state) where revoked_at is null;
create index share_to_office_file_made_at_person_file_sex_idx on share (to_office, file_made_at, person, file_sex, file_ethnicity, file_state) where revoked_at is null;
create index share_person_to_office_idx on share (person, to_office);
create index share_consent_idx on share (consent) where revoked_at is null and consent is not null;
create index share_office_file_name_id_share_purpose_idx on share (office, file_name, id, share_purpose, ground);

create table revocation (
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
create index revocation_office_made_at_id_idx on revocation (office, made_at, id);
create index revocation_person_idx on revocation (person);

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
  standard text,
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

create table notice (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  notice_kind text not null,
  to_office uuid,
  to_officer uuid,
  about text not null,
  subject text not null,
  read_at timestamptz,
  read_by uuid
);
create index notice_to_office_read_at_idx on notice (to_office, read_at);
create index notice_to_officer_read_at_idx on notice (to_officer, read_at);
create index notice_to_office_idx on notice (to_office) where notice_kind = 'consent_of_age';

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

create table spoken_sentence (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  feedback_language text not null check (feedback_language in ('vi', 'hmn', 'dao', 'giay', 'tay', 'zh')),
  sentence text not null,
  given_on date not null,
  interpreter text not null,
  maker uuid not null,
  written text,
  recording_type text check (recording_type in ('webm', 'ogg', 'mp4', 'mp3', 'wav')),
  size integer,
  hash text,
  content_sealed bytea,
  withdrawn_on date,
  withdrawn_why text
);
create index spoken_sentence_office_made_at_id_idx on spoken_sentence (office, made_at, id);
create index spoken_sentence_feedback_language_sentence_idx on spoken_sentence (feedback_language, sentence);

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
  first_handed_at timestamptz,
  taken_up_on date,
  resolver uuid,
  procuracy uuid,
  abuse_of_minor text check (abuse_of_minor in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  report_outcome text check (report_outcome in ('prosecute', 'not_prosecute', 'suspend')),
  resolved_on date,
  decision_number text,
  decision_ground text,
  corrections jsonb
);
create index crime_report_office_made_at_id_idx on crime_report (office, made_at, id);
create index crime_report_to_office_state_idx on crime_report (to_office, state);
create index crime_report_procuracy_received_at_idx on crime_report (procuracy, received_at);
create index crime_report_office_received_at_id_report_kind_idx on crime_report (office, received_at, id, report_kind, state, report_outcome);

create table report_decision (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  crime_report uuid not null,
  to_office uuid not null,
  procuracy uuid,
  decision_kind text not null check (decision_kind in ('extended', 'suspended', 'resumed', 'suspension_cancelled')),
  decided_on date not null,
  decision_number text not null,
  suspend_ground text check (suspend_ground in ('expertise_awaited', 'documents_awaited', 'force_majeure')),
  note text,
  turn integer,
  length_unit text check (length_unit in ('day', 'month')),
  length_value integer,
  granted_by text check (granted_by in ('investigation_head', 'custody_issuer', 'procuracy', 'procuracy_head', 'procuracy_district', 'procuracy_region', 'procuracy_province', 'procuracy_supreme', 'court_chief')),
  corrections jsonb
);
create index report_decision_office_made_at_id_idx on report_decision (office, made_at, id);
create index report_decision_crime_report_idx on report_decision (crime_report);
create index report_decision_to_office_decided_on_idx on report_decision (to_office, decided_on);
create index report_decision_procuracy_decided_on_idx on report_decision (procuracy, decided_on);
create index report_decision_office_decided_on_id_decision_kind_idx on report_decision (office, decided_on, id, decision_kind, suspend_ground, length_unit, granted_by);

create table report_duty_done (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  crime_report uuid not null,
  to_office uuid not null,
  procuracy uuid,
  limit_family text not null check (limit_family in ('report.classify', 'report.transfer_incompetent', 'report.notify_vks', 'report.notify_reporter', 'report.pre_expiry_review', 'report.suspend_send', 'report.resume_send', 'report.cancel_send', 'report.result_notify', 'report.non_prosecution_send')),
  of_row text not null,
  done_on date not null,
  decision_number text,
  not_ours_at timestamptz,
  taken_back boolean,
  corrections jsonb
);
create index report_duty_done_office_made_at_id_idx on report_duty_done (office, made_at, id);
create index report_duty_done_crime_report_idx on report_duty_done (crime_report);
create index report_duty_done_to_office_done_on_idx on report_duty_done (to_office, done_on);
create index report_duty_done_procuracy_done_on_idx on report_duty_done (procuracy, done_on);
create index report_duty_done_office_done_on_id_limit_family_idx on report_duty_done (office, done_on, id, limit_family);

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
  state text not null check (state in ('investigation', 'investigation_suspended', 'prosecution', 'trial', 'trial_preparing', 'hearing', 'trial_suspended', 'judged', 'appeal', 'in_force', 'ended', 'joined')),
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  appeal_procuracy uuid,
  appeal_court uuid,
  in_charge uuid,
  procurator uuid,
  judge uuid,
  appeal_procurator uuid,
  appeal_judge uuid
);
create index criminal_case_office_made_at_id_idx on criminal_case (office, made_at, id);
create index criminal_case_handler_opened_on_idx on criminal_case (handler, opened_on);
create index criminal_case_procuracy_opened_on_idx on criminal_case (procuracy, opened_on);
create index criminal_case_court_opened_on_idx on criminal_case (court, opened_on);
create index criminal_case_next_handler_opened_on_idx on criminal_case (next_handler, opened_on);
create index criminal_case_appeal_procuracy_opened_on_idx on criminal_case (appeal_procuracy, opened_on);
create index criminal_case_appeal_court_opened_on_idx on criminal_case (appeal_court, opened_on);
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
  appeal_procuracy uuid,
  appeal_court uuid,
  step_kind text not null check (step_kind in ('initiated', 'investigation_suspended', 'investigation_resumed', 'handler_received', 'concluded', 'procuracy_received', 'returned_by_procuracy', 'indicted', 'court_accepted', 'returned_by_court', 'trial_suspended', 'trial_resumed', 'trial_ordered', 'trial_postponed', 'judged', 'appealed', 'protested', 'appeal_sent', 'appeal_accepted', 'appeal_procuracy_received', 'appeal_ordered', 'appeal_judged', 'appeal_quashed', 'appeal_remanded', 'appeal_withdrawn', 'judgment_in_force', 'enforcement', 'closed', 'joined', 'joined_into', 'split', 'split_off', 'summary_applied', 'summary_cancelled', 'late_appealed', 'late_appeal_refused', 'late_appeal_admitted')),
  on_day date not null,
  decision_number text,
  hearing_on date,
  note text,
  other_case uuid,
  joining_ground text check (joining_ground in ('many_crimes', 'several_times', 'several_accused', 'cannot_finish_together', 'fled', 'seriously_ill', 'compulsory_treatment')),
  corrections jsonb
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
  appeal_procuracy uuid,
  appeal_court uuid,
  full_name text not null,
  born text,
  sex text check (sex in ('female', 'male', 'other')),
  accused_role text not null check (accused_role in ('organiser', 'perpetrator', 'instigator', 'helper', 'not_clear')),
  charged_on date,
  charged_decision text,
  state text not null check (state in ('suspect', 'accused', 'suspended', 'dropped', 'convicted', 'acquitted')),
  corrections jsonb
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
  appeal_procuracy uuid,
  appeal_court uuid,
  accused uuid not null,
  offence text not null check (offence in ('blhs2015.150', 'blhs2015.151', 'blhs2015.152', 'blhs2015.153', 'blhs2015.154', 'blhs2015.296', 'blhs2015.297', 'blhs2015.347', 'blhs2015.348', 'blhs2015.349', 'blhs2015.350', 'blhs2015.327', 'blhs2015.328', 'blhs2015.329', 'blhs2015.141', 'blhs2015.142', 'blhs2015.143', 'blhs2015.144', 'blhs2015.145', 'blhs2015.146', 'blhs2015.147', 'blhs2015.157', 'blhs2015.169', 'blhs2015.170', 'blhs2015.174', 'blhs2015.181', 'blhs2015.324', 'blhs2015.341')),
  clause integer not null,
  point text check (point in ('a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h', 'i', 'k')),
  severity text not null check (severity in ('INT', 'NT', 'RNT', 'DBNT')),
  from_day date not null,
  decision_number text,
  replaces uuid,
  why text,
  corrections jsonb
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
  appeal_procuracy uuid,
  appeal_court uuid,
  accused uuid not null,
  measure_kind text not null check (measure_kind in ('emergency_hold', 'custody', 'detention', 'bail', 'surety', 'residence_ban', 'exit_ban')),
  from_at timestamptz not null,
  order_number text,
  ordered_months integer,
  ordered_days integer,
  ended_on date,
  ended_why text,
  corrections jsonb
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
  appeal_procuracy uuid,
  appeal_court uuid,
  accused uuid,
  limit_family text not null check (limit_family in ('investigation.limit', 'investigation.resumed', 'investigation.re', 'detention.investigation', 'prosecution.decide', 'trial.prepare', 'custody.tam_giu')),
  turn integer not null,
  length_unit text not null check (length_unit in ('day', 'month')),
  length_value integer not null,
  granted_by text not null check (granted_by in ('investigation_head', 'custody_issuer', 'procuracy', 'procuracy_head', 'procuracy_district', 'procuracy_region', 'procuracy_province', 'procuracy_supreme', 'court_chief')),
  decided_on date not null,
  decision_number text not null,
  other_case uuid,
  corrections jsonb
);
create index limit_extension_office_made_at_id_idx on limit_extension (office, made_at, id);
create index limit_extension_criminal_case_idx on limit_extension (criminal_case);
create index limit_extension_office_decided_on_id_limit_family_idx on limit_extension (office, decided_on, id, limit_family, length_unit, granted_by);

create table duty_done (
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
  appeal_procuracy uuid,
  appeal_court uuid,
  limit_family text not null check (limit_family in ('case.send_vks', 'investigation.suspend_send', 'investigation.resume_send', 'investigation.conclusion_send', 'prosecution.to_court', 'prosecution.deliver', 'trial.assign', 'trial.send_vks', 'trial.serve_suspend', 'trial.serve', 'trial.postpone', 'judgment.deliver', 'appeal.notify', 'appeal.file', 'protest.send', 'appeal.assign', 'appeal.vks_study', 'appeal.prepare', 'appeal.open_total', 'appeal.open', 'appeal.serve', 'appeal.deliver', 'appeal.late_send', 'appeal.late_decide', 'summary.serve', 'accused.send_vks', 'accused.vks_ratify', 'custody.send_vks', 'custody.emergency_decide', 'custody.vks_emergency', 'custody.minor_notify', 'detention.vks_ratify', 'trial.measures', 'prosecution.warn_court_detention', 'detention.new_order_prosecution', 'detention.propose_extension', 'bdbp.simple_file', 'bdbp.transfer')),
  of_row text not null,
  done_on date not null,
  decision_number text,
  taken_back boolean,
  corrections jsonb
);
create index duty_done_office_made_at_id_idx on duty_done (office, made_at, id);
create index duty_done_criminal_case_idx on duty_done (criminal_case);
create index duty_done_office_done_on_id_limit_family_idx on duty_done (office, done_on, id, limit_family);

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
  appeal_procuracy uuid,
  appeal_court uuid,
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
  appeal_procuracy uuid,
  appeal_court uuid,
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
  appeal_procuracy uuid,
  appeal_court uuid,
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

create table participation (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid,
  crime_report uuid,
  handler uuid not null,
  procuracy uuid,
  next_handler uuid,
  person uuid not null,
  file_number text not null,
  to_office uuid not null,
  participant_role text not null check (participant_role in ('victim', 'witness')),
  why text not null,
  state text not null check (state in ('asked', 'accepted', 'declined', 'ended')),
  answered_at timestamptz,
  answer_why text,
  case_stage text check (case_stage in ('report', 'not_prosecuted', 'investigation', 'suspended', 'procuracy', 'court', 'judged', 'in_force', 'ended')),
  stage_on date,
  initiated_on date
);
create index participation_office_made_at_id_idx on participation (office, made_at, id);
create index participation_criminal_case_idx on participation (criminal_case);
create index participation_crime_report_idx on participation (crime_report);
create index participation_person_idx on participation (person);
create index participation_to_office_state_idx on participation (to_office, state);
create index participation_handler_state_idx on participation (handler, state);
create index participation_procuracy_state_idx on participation (procuracy, state);

create table statement_request (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  participation uuid not null,
  criminal_case uuid,
  crime_report uuid,
  handler uuid not null,
  procuracy uuid,
  next_handler uuid,
  person uuid not null,
  file_number text not null,
  to_office uuid not null,
  statement_asked text not null check (statement_asked in ('account_kept', 'hearing')),
  what_for text not null,
  statement_ground text not null check (statement_ground in ('bltths2015.88', 'bltths2015.188', 'bltths2015.186', 'bltths2015.421')),
  state text not null check (state in ('asked', 'not_yet', 'given', 'refused')),
  answered_at timestamptz,
  answer_why text,
  ask_again_on date,
  given_ground text check (given_ground in ('consent', 'criminal_procedure')),
  consent uuid,
  with_representative text check (with_representative in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  with_support_person text check (with_support_person in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  statement_sealed bytea
);
create index statement_request_office_made_at_id_idx on statement_request (office, made_at, id);
create index statement_request_criminal_case_idx on statement_request (criminal_case);
create index statement_request_crime_report_idx on statement_request (crime_report);
create index statement_request_person_idx on statement_request (person);
create index statement_request_to_office_state_idx on statement_request (to_office, state);
create index statement_request_handler_state_idx on statement_request (handler, state);
create index statement_request_procuracy_state_idx on statement_request (procuracy, state);
create index statement_request_participation_idx on statement_request (participation);

create table deadline (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid,
  crime_report uuid,
  file_number text not null,
  limit_key text not null,
  limit_family text not null,
  rule text not null,
  stage text not null check (stage in ('report', 'custody', 'investigation', 'detention', 'prosecution', 'trial', 'appeal', 'summary')),
  force text not null check (force in ('binds', 'advises', 'right')),
  accused uuid,
  start_on date not null,
  due_on date,
  due_by timestamptz,
  to_the_hour boolean not null,
  provisional boolean not null,
  ask_until date,
  last_on date,
  granted integer not null,
  duty uuid not null,
  duty_officer uuid,
  named boolean not null,
  handler uuid,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  appeal_procuracy uuid,
  appeal_court uuid,
  told integer not null,
  tell_at timestamptz,
  made text not null
);
create index deadline_duty_force_due_by_idx on deadline (duty, force, due_by);
create index deadline_handler_force_due_by_idx on deadline (handler, force, due_by);
create index deadline_procuracy_force_due_by_idx on deadline (procuracy, force, due_by);
create index deadline_court_force_due_by_idx on deadline (court, force, due_by);
create index deadline_next_handler_force_due_by_idx on deadline (next_handler, force, due_by);
create index deadline_appeal_procuracy_force_due_by_idx on deadline (appeal_procuracy, force, due_by);
create index deadline_appeal_court_force_due_by_idx on deadline (appeal_court, force, due_by);
create index deadline_criminal_case_idx on deadline (criminal_case);
create index deadline_crime_report_idx on deadline (crime_report);
create index deadline_tell_at_idx on deadline (tell_at) where tell_at is not null;

create table digest (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  to_officer uuid not null,
  on_day date not null,
  overdue integer not null,
  due_today integer not null,
  due_this_week integer not null
);
create index digest_to_officer_on_day_idx on digest (to_officer, on_day);

create table key_case (
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
  appeal_procuracy uuid,
  appeal_court uuid,
  title text not null,
  state text not null check (state in ('proposed', 'not_agreed', 'agreed', 'ending_asked', 'ended', 'withdrawn')),
  priority text not null check (priority in ('top', 'high', 'usual')),
  priority_why text,
  proposed_on date not null,
  rounds integer not null,
  votes_cast integer not null,
  agreed_on date,
  ended_on date,
  reminded_week date
);
create index key_case_office_made_at_id_idx on key_case (office, made_at, id);
create index key_case_criminal_case_idx on key_case (criminal_case);
create index key_case_handler_proposed_on_idx on key_case (handler, proposed_on);
create index key_case_procuracy_proposed_on_idx on key_case (procuracy, proposed_on);
create index key_case_court_proposed_on_idx on key_case (court, proposed_on);
create index key_case_next_handler_proposed_on_idx on key_case (next_handler, proposed_on);
create index key_case_office_proposed_on_id_state_idx on key_case (office, proposed_on, id, state, priority);

create table key_case_round (
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
  appeal_procuracy uuid,
  appeal_court uuid,
  key_case uuid not null,
  turn integer not null,
  round_kind text not null check (round_kind in ('recognise', 'end')),
  proposed_by text not null check (proposed_by in ('handler', 'procuracy', 'court')),
  proposer uuid not null,
  proposed_on date not null,
  checklist text,
  grounds text[],
  end_reason text check (end_reason in ('done', 'grounds_gone', 'handed_up', 'other')),
  reasons text not null,
  agreement text not null,
  outcome text not null check (outcome in ('open', 'agreed', 'not_agreed', 'withdrawn')),
  decided_on date,
  withdrawn_why text
);
create index key_case_round_office_made_at_id_idx on key_case_round (office, made_at, id);
create index key_case_round_key_case_idx on key_case_round (key_case);
create index key_case_round_criminal_case_idx on key_case_round (criminal_case);

create table key_case_vote (
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
  appeal_procuracy uuid,
  appeal_court uuid,
  key_case uuid not null,
  round uuid not null,
  seat text not null check (seat in ('handler', 'procuracy', 'court')),
  vote text not null check (vote in ('for', 'against', 'abstain')),
  reasons text not null,
  voted_by uuid not null,
  voted_at timestamptz not null
);
create index key_case_vote_office_made_at_id_idx on key_case_vote (office, made_at, id);
create index key_case_vote_key_case_idx on key_case_vote (key_case);
create index key_case_vote_criminal_case_idx on key_case_vote (criminal_case);
create index key_case_vote_office_voted_at_id_seat_idx on key_case_vote (office, voted_at, id, seat, vote);

create table key_case_paper (
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
  appeal_procuracy uuid,
  appeal_court uuid,
  key_case uuid not null,
  round uuid not null,
  turn integer not null,
  state text not null check (state in ('awaiting', 'signed', 'void')),
  made_on date not null,
  conclusions text,
  blocks_sealed bytea,
  docx_sealed bytea,
  pdf_sealed bytea,
  docx_hash text not null,
  pdf_hash text not null,
  signed_docx_sealed bytea,
  signed_pdf_sealed bytea,
  signed_docx_hash text,
  signed_pdf_hash text,
  voided_at timestamptz,
  voided_why text
);
create index key_case_paper_office_made_at_id_idx on key_case_paper (office, made_at, id);
create index key_case_paper_key_case_idx on key_case_paper (key_case);
create index key_case_paper_criminal_case_idx on key_case_paper (criminal_case);

create table key_case_signature (
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
  appeal_procuracy uuid,
  appeal_court uuid,
  key_case uuid not null,
  paper uuid not null,
  seat text not null check (seat in ('handler', 'procuracy', 'court')),
  signed_hash text not null,
  signer uuid not null,
  signer_name text not null,
  signer_title text,
  office_name text not null,
  signed_at timestamptz not null,
  voided_at timestamptz
);
create index key_case_signature_office_made_at_id_idx on key_case_signature (office, made_at, id);
create index key_case_signature_key_case_idx on key_case_signature (key_case);
create index key_case_signature_criminal_case_idx on key_case_signature (criminal_case);
create index key_case_signature_office_signed_at_id_seat_idx on key_case_signature (office, signed_at, id, seat);

create table key_case_meeting (
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
  appeal_procuracy uuid,
  appeal_court uuid,
  key_case uuid not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  meets_at timestamptz not null,
  place text not null,
  agenda text,
  attendees text,
  minutes text,
  decisions text,
  cancelled_why text
);
create index key_case_meeting_office_made_at_id_idx on key_case_meeting (office, made_at, id);
create index key_case_meeting_key_case_idx on key_case_meeting (key_case);
create index key_case_meeting_criminal_case_idx on key_case_meeting (criminal_case);
create index key_case_meeting_office_meets_at_id_state_idx on key_case_meeting (office, meets_at, id, state);

create table key_case_target (
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
  appeal_procuracy uuid,
  appeal_court uuid,
  key_case uuid not null,
  step_kind text not null check (step_kind in ('concluded', 'indicted', 'trial_ordered', 'judged', 'appeal_judged')),
  aim_on date not null,
  state text not null check (state in ('standing', 'replaced', 'dropped')),
  note text
);
create index key_case_target_office_made_at_id_idx on key_case_target (office, made_at, id);
create index key_case_target_key_case_idx on key_case_target (key_case);
create index key_case_target_criminal_case_idx on key_case_target (criminal_case);
create index key_case_target_office_aim_on_id_step_kind_idx on key_case_target (office, aim_on, id, step_kind, state);

create table key_case_progress (
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
  appeal_procuracy uuid,
  appeal_court uuid,
  key_case uuid not null,
  week_from date not null,
  seat text not null check (seat in ('handler', 'procuracy', 'court')),
  done text not null,
  next text not null,
  obstacle text,
  corrections jsonb
);
create index key_case_progress_office_made_at_id_idx on key_case_progress (office, made_at, id);
create index key_case_progress_key_case_idx on key_case_progress (key_case);
create index key_case_progress_criminal_case_idx on key_case_progress (criminal_case);
create index key_case_progress_office_week_from_id_seat_idx on key_case_progress (office, week_from, id, seat);

alter table unit add constraint unit_parent_fk foreign key (parent) references unit (id);
alter table unit_lineage add constraint unit_lineage_predecessor_fk foreign key (predecessor) references unit (id);
alter table unit_lineage add constraint unit_lineage_successor_fk foreign key (successor) references unit (id);
alter table office add constraint office_agency_fk foreign key (agency) references agency (id);
alter table office add constraint office_parent_fk foreign key (parent) references office (id);
alter table office add constraint office_area_fk foreign key (area) references unit (id);
alter table post add constraint post_office_fk foreign key (office) references office (id);
alter table post add constraint post_officer_fk foreign key (officer) references officer (id);
alter table post add constraint post_delegated_from_fk foreign key (delegated_from) references post (id);
alter table person add constraint person_office_fk foreign key (office) references office (id);
alter table person add constraint person_origin_fk foreign key (origin) references unit (id);
alter table identity_paper add constraint identity_paper_office_fk foreign key (office) references office (id);
alter table identity_paper add constraint identity_paper_person_fk foreign key (person) references person (id);
alter table likeness add constraint likeness_office_fk foreign key (office) references office (id);
alter table likeness add constraint likeness_person_fk foreign key (person) references person (id);
alter table likeness add constraint likeness_other_fk foreign key (other) references person (id);
alter table likeness add constraint likeness_decided_by_fk foreign key (decided_by) references officer (id);
alter table exception_access add constraint exception_access_office_fk foreign key (office) references office (id);
alter table exception_access add constraint exception_access_person_fk foreign key (person) references person (id);
alter table exception_access add constraint exception_access_officer_fk foreign key (officer) references officer (id);
alter table exception_access add constraint exception_access_reviewed_by_fk foreign key (reviewed_by) references officer (id);
alter table exception_access add constraint exception_access_second_by_fk foreign key (second_by) references officer (id);
alter table arrival add constraint arrival_office_fk foreign key (office) references office (id);
alter table arrival add constraint arrival_person_fk foreign key (person) references person (id);
alter table arrival add constraint arrival_place_fk foreign key (place) references unit (id);
alter table needs add constraint needs_office_fk foreign key (office) references office (id);
alter table needs add constraint needs_person_fk foreign key (person) references person (id);
alter table child add constraint child_office_fk foreign key (office) references office (id);
alter table child add constraint child_person_fk foreign key (person) references person (id);
alter table child add constraint child_own_file_fk foreign key (own_file) references person (id);
alter table consent add constraint consent_office_fk foreign key (office) references office (id);
alter table consent add constraint consent_person_fk foreign key (person) references person (id);
alter table consent add constraint consent_recipient_fk foreign key (recipient) references office (id);
alter table withdrawal add constraint withdrawal_office_fk foreign key (office) references office (id);
alter table withdrawal add constraint withdrawal_person_fk foreign key (person) references person (id);
alter table withdrawal add constraint withdrawal_consent_fk foreign key (consent) references consent (id);
alter table draft add constraint draft_office_fk foreign key (office) references office (id);
alter table draft add constraint draft_person_fk foreign key (person) references person (id);
alter table draft add constraint draft_kept_by_fk foreign key (kept_by) references officer (id);
alter table group_arrival add constraint group_arrival_office_fk foreign key (office) references office (id);
alter table group_arrival add constraint group_arrival_place_fk foreign key (place) references unit (id);
alter table group_line add constraint group_line_office_fk foreign key (office) references office (id);
alter table group_line add constraint group_line_group_arrival_fk foreign key (group_arrival) references group_arrival (id);
alter table group_line add constraint group_line_file_fk foreign key (file) references person (id);
alter table rescue_operation add constraint rescue_operation_office_fk foreign key (office) references office (id);
alter table rescue_operation add constraint rescue_operation_place_fk foreign key (place) references unit (id);
alter table rescue_operation add constraint rescue_operation_leader_fk foreign key (leader) references officer (id);
alter table safety_plan add constraint safety_plan_office_fk foreign key (office) references office (id);
alter table safety_plan add constraint safety_plan_rescue_operation_fk foreign key (rescue_operation) references rescue_operation (id);
alter table safety_plan add constraint safety_plan_file_fk foreign key (file) references person (id);
alter table interpreter_engagement add constraint interpreter_engagement_office_fk foreign key (office) references office (id);
alter table interpreter_engagement add constraint interpreter_engagement_person_fk foreign key (person) references person (id);
alter table best_interests add constraint best_interests_office_fk foreign key (office) references office (id);
alter table best_interests add constraint best_interests_person_fk foreign key (person) references person (id);
alter table foreign_step add constraint foreign_step_office_fk foreign key (office) references office (id);
alter table foreign_step add constraint foreign_step_person_fk foreign key (person) references person (id);
alter table foreign_step add constraint foreign_step_consent_fk foreign key (consent) references consent (id);
alter table screening add constraint screening_office_fk foreign key (office) references office (id);
alter table screening add constraint screening_person_fk foreign key (person) references person (id);
alter table assertion add constraint assertion_office_fk foreign key (office) references office (id);
alter table assertion add constraint assertion_person_fk foreign key (person) references person (id);
alter table assertion add constraint assertion_court_fk foreign key (court) references office (id);
alter table verification add constraint verification_office_fk foreign key (office) references office (id);
alter table verification add constraint verification_person_fk foreign key (person) references person (id);
alter table verification add constraint verification_to_office_fk foreign key (to_office) references office (id);
alter table verification add constraint verification_better_office_fk foreign key (better_office) references office (id);
alter table verification add constraint verification_renews_fk foreign key (renews) references verification (id);
alter table verification add constraint verification_escalated_to_fk foreign key (escalated_to) references office (id);
alter table owed_answer add constraint owed_answer_office_fk foreign key (office) references office (id);
alter table owed_answer add constraint owed_answer_verification_fk foreign key (verification) references verification (id);
alter table owed_answer add constraint owed_answer_to_office_fk foreign key (to_office) references office (id);
alter table owed_answer add constraint owed_answer_owed_by_fk foreign key (owed_by) references office (id);
alter table settlement add constraint settlement_office_fk foreign key (office) references office (id);
alter table settlement add constraint settlement_person_fk foreign key (person) references person (id);
alter table settlement add constraint settlement_ours_fk foreign key (ours) references assertion (id);
alter table settlement add constraint settlement_theirs_fk foreign key (theirs) references assertion (id);
alter table settlement add constraint settlement_to_office_fk foreign key (to_office) references office (id);
alter table settlement add constraint settlement_stands_fk foreign key (stands) references assertion (id);
alter table settlement add constraint settlement_superior_fk foreign key (superior) references office (id);
alter table statement_notice add constraint statement_notice_office_fk foreign key (office) references office (id);
alter table statement_notice add constraint statement_notice_person_fk foreign key (person) references person (id);
alter table statement_notice add constraint statement_notice_to_office_fk foreign key (to_office) references office (id);
alter table statement_notice add constraint statement_notice_contact_fk foreign key (contact) references office (id);
alter table note add constraint note_office_fk foreign key (office) references office (id);
alter table note add constraint note_person_fk foreign key (person) references person (id);
alter table assessment add constraint assessment_office_fk foreign key (office) references office (id);
alter table assessment add constraint assessment_person_fk foreign key (person) references person (id);
alter table support_plan add constraint support_plan_office_fk foreign key (office) references office (id);
alter table support_plan add constraint support_plan_person_fk foreign key (person) references person (id);
alter table plan_goal add constraint plan_goal_office_fk foreign key (office) references office (id);
alter table plan_goal add constraint plan_goal_person_fk foreign key (person) references person (id);
alter table plan_goal add constraint plan_goal_plan_fk foreign key (plan) references support_plan (id);
alter table case_conference add constraint case_conference_office_fk foreign key (office) references office (id);
alter table case_conference add constraint case_conference_person_fk foreign key (person) references person (id);
alter table case_conference add constraint case_conference_consent_fk foreign key (consent) references consent (id);
alter table conference_attendee add constraint conference_attendee_office_fk foreign key (office) references office (id);
alter table conference_attendee add constraint conference_attendee_person_fk foreign key (person) references person (id);
alter table conference_attendee add constraint conference_attendee_conference_fk foreign key (conference) references case_conference (id);
alter table conference_attendee add constraint conference_attendee_attending_fk foreign key (attending) references office (id);
alter table plan_action add constraint plan_action_office_fk foreign key (office) references office (id);
alter table plan_action add constraint plan_action_person_fk foreign key (person) references person (id);
alter table plan_action add constraint plan_action_goal_fk foreign key (goal) references plan_goal (id);
alter table plan_action add constraint plan_action_conference_fk foreign key (conference) references case_conference (id);
alter table plan_action add constraint plan_action_referral_fk foreign key (referral) references referral (id);
alter table plan_action add constraint plan_action_to_office_fk foreign key (to_office) references office (id);
alter table plan_action add constraint plan_action_owner_fk foreign key (owner) references officer (id);
alter table plan_action add constraint plan_action_reported_by_fk foreign key (reported_by) references officer (id);
alter table safe_contact add constraint safe_contact_office_fk foreign key (office) references office (id);
alter table safe_contact add constraint safe_contact_person_fk foreign key (person) references person (id);
alter table follow_up add constraint follow_up_office_fk foreign key (office) references office (id);
alter table follow_up add constraint follow_up_person_fk foreign key (person) references person (id);
alter table follow_up add constraint follow_up_to_office_fk foreign key (to_office) references office (id);
alter table file_decision add constraint file_decision_office_fk foreign key (office) references office (id);
alter table file_decision add constraint file_decision_person_fk foreign key (person) references person (id);
alter table file_decision add constraint file_decision_asked_by_fk foreign key (asked_by) references officer (id);
alter table file_decision add constraint file_decision_decided_by_fk foreign key (decided_by) references officer (id);
alter table hardship_paper add constraint hardship_paper_office_fk foreign key (office) references office (id);
alter table hardship_paper add constraint hardship_paper_person_fk foreign key (person) references person (id);
alter table support_application add constraint support_application_office_fk foreign key (office) references office (id);
alter table support_application add constraint support_application_person_fk foreign key (person) references person (id);
alter table support_application add constraint support_application_to_office_fk foreign key (to_office) references office (id);
alter table support_application add constraint support_application_share_fk foreign key (share) references share (id);
alter table support_decision add constraint support_decision_office_fk foreign key (office) references office (id);
alter table support_decision add constraint support_decision_person_fk foreign key (person) references person (id);
alter table support_decision add constraint support_decision_application_fk foreign key (application) references support_application (id);
alter table support_decision add constraint support_decision_decided_by_fk foreign key (decided_by) references office (id);
alter table support_decision add constraint support_decision_amount_line_fk foreign key (amount_line) references amount_line (id);
alter table payment add constraint payment_office_fk foreign key (office) references office (id);
alter table payment add constraint payment_person_fk foreign key (person) references person (id);
alter table payment add constraint payment_decision_fk foreign key (decision) references support_decision (id);
alter table payment add constraint payment_budget_source_fk foreign key (budget_source) references budget_source (id);
alter table payment add constraint payment_reverses_fk foreign key (reverses) references payment (id);
alter table referral add constraint referral_office_fk foreign key (office) references office (id);
alter table referral add constraint referral_person_fk foreign key (person) references person (id);
alter table referral add constraint referral_to_office_fk foreign key (to_office) references office (id);
alter table referral add constraint referral_consent_fk foreign key (consent) references consent (id);
alter table share add constraint share_office_fk foreign key (office) references office (id);
alter table share add constraint share_person_fk foreign key (person) references person (id);
alter table share add constraint share_to_office_fk foreign key (to_office) references office (id);
alter table share add constraint share_referral_fk foreign key (referral) references referral (id);
alter table share add constraint share_verification_fk foreign key (verification) references verification (id);
alter table share add constraint share_consent_fk foreign key (consent) references consent (id);
alter table revocation add constraint revocation_office_fk foreign key (office) references office (id);
alter table revocation add constraint revocation_person_fk foreign key (person) references person (id);
alter table revocation add constraint revocation_referral_fk foreign key (referral) references referral (id);
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
alter table document add constraint document_office_fk foreign key (office) references office (id);
alter table document add constraint document_person_fk foreign key (person) references person (id);
alter table document add constraint document_maker_fk foreign key (maker) references officer (id);
alter table document add constraint document_replaces_fk foreign key (replaces) references document (id);
alter table scan add constraint scan_office_fk foreign key (office) references office (id);
alter table scan add constraint scan_person_fk foreign key (person) references person (id);
alter table scan add constraint scan_document_fk foreign key (document) references document (id);
alter table scan add constraint scan_maker_fk foreign key (maker) references officer (id);
alter table notice add constraint notice_to_office_fk foreign key (to_office) references office (id);
alter table notice add constraint notice_to_officer_fk foreign key (to_officer) references officer (id);
alter table notice add constraint notice_read_by_fk foreign key (read_by) references officer (id);
alter table import_job add constraint import_job_office_fk foreign key (office) references office (id);
alter table import_job add constraint import_job_started_by_fk foreign key (started_by) references officer (id);
alter table imported add constraint imported_office_fk foreign key (office) references office (id);
alter table imported add constraint imported_person_fk foreign key (person) references person (id);
alter table imported add constraint imported_job_fk foreign key (job) references import_job (id);
alter table feedback_invitation add constraint feedback_invitation_office_fk foreign key (office) references office (id);
alter table feedback_invitation add constraint feedback_invitation_person_fk foreign key (person) references person (id);
alter table feedback_invitation add constraint feedback_invitation_opened_by_fk foreign key (opened_by) references officer (id);
alter table feedback add constraint feedback_office_fk foreign key (office) references office (id);
alter table feedback add constraint feedback_about_office_fk foreign key (about_office) references office (id);
alter table complaint add constraint complaint_office_fk foreign key (office) references office (id);
alter table complaint add constraint complaint_about_office_fk foreign key (about_office) references office (id);
alter table complaint add constraint complaint_taken_by_fk foreign key (taken_by) references officer (id);
alter table spoken_sentence add constraint spoken_sentence_office_fk foreign key (office) references office (id);
alter table spoken_sentence add constraint spoken_sentence_maker_fk foreign key (maker) references officer (id);
alter table retention_review add constraint retention_review_file_office_fk foreign key (file_office) references office (id);
alter table retention_review add constraint retention_review_proposed_by_fk foreign key (proposed_by) references officer (id);
alter table retention_review add constraint retention_review_decided_by_fk foreign key (decided_by) references officer (id);
alter table tombstone add constraint tombstone_proposed_by_fk foreign key (proposed_by) references officer (id);
alter table tombstone add constraint tombstone_approved_by_fk foreign key (approved_by) references officer (id);
alter table tombstone add constraint tombstone_review_fk foreign key (review) references retention_review (id);
alter table crime_report add constraint crime_report_office_fk foreign key (office) references office (id);
alter table crime_report add constraint crime_report_place_fk foreign key (place) references unit (id);
alter table crime_report add constraint crime_report_to_office_fk foreign key (to_office) references office (id);
alter table crime_report add constraint crime_report_passed_by_fk foreign key (passed_by) references office (id);
alter table crime_report add constraint crime_report_resolver_fk foreign key (resolver) references officer (id);
alter table crime_report add constraint crime_report_procuracy_fk foreign key (procuracy) references office (id);
alter table report_decision add constraint report_decision_office_fk foreign key (office) references office (id);
alter table report_decision add constraint report_decision_crime_report_fk foreign key (crime_report) references crime_report (id);
alter table report_decision add constraint report_decision_to_office_fk foreign key (to_office) references office (id);
alter table report_decision add constraint report_decision_procuracy_fk foreign key (procuracy) references office (id);
alter table report_duty_done add constraint report_duty_done_office_fk foreign key (office) references office (id);
alter table report_duty_done add constraint report_duty_done_crime_report_fk foreign key (crime_report) references crime_report (id);
alter table report_duty_done add constraint report_duty_done_to_office_fk foreign key (to_office) references office (id);
alter table report_duty_done add constraint report_duty_done_procuracy_fk foreign key (procuracy) references office (id);
alter table criminal_case add constraint criminal_case_office_fk foreign key (office) references office (id);
alter table criminal_case add constraint criminal_case_crime_report_fk foreign key (crime_report) references crime_report (id);
alter table criminal_case add constraint criminal_case_handler_fk foreign key (handler) references office (id);
alter table criminal_case add constraint criminal_case_procuracy_fk foreign key (procuracy) references office (id);
alter table criminal_case add constraint criminal_case_court_fk foreign key (court) references office (id);
alter table criminal_case add constraint criminal_case_next_handler_fk foreign key (next_handler) references office (id);
alter table criminal_case add constraint criminal_case_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table criminal_case add constraint criminal_case_appeal_court_fk foreign key (appeal_court) references office (id);
alter table criminal_case add constraint criminal_case_in_charge_fk foreign key (in_charge) references officer (id);
alter table criminal_case add constraint criminal_case_procurator_fk foreign key (procurator) references officer (id);
alter table criminal_case add constraint criminal_case_judge_fk foreign key (judge) references officer (id);
alter table criminal_case add constraint criminal_case_appeal_procurator_fk foreign key (appeal_procurator) references officer (id);
alter table criminal_case add constraint criminal_case_appeal_judge_fk foreign key (appeal_judge) references officer (id);
alter table case_step add constraint case_step_office_fk foreign key (office) references office (id);
alter table case_step add constraint case_step_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table case_step add constraint case_step_handler_fk foreign key (handler) references office (id);
alter table case_step add constraint case_step_procuracy_fk foreign key (procuracy) references office (id);
alter table case_step add constraint case_step_court_fk foreign key (court) references office (id);
alter table case_step add constraint case_step_next_handler_fk foreign key (next_handler) references office (id);
alter table case_step add constraint case_step_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table case_step add constraint case_step_appeal_court_fk foreign key (appeal_court) references office (id);
alter table case_step add constraint case_step_other_case_fk foreign key (other_case) references criminal_case (id);
alter table accused add constraint accused_office_fk foreign key (office) references office (id);
alter table accused add constraint accused_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table accused add constraint accused_handler_fk foreign key (handler) references office (id);
alter table accused add constraint accused_procuracy_fk foreign key (procuracy) references office (id);
alter table accused add constraint accused_court_fk foreign key (court) references office (id);
alter table accused add constraint accused_next_handler_fk foreign key (next_handler) references office (id);
alter table accused add constraint accused_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table accused add constraint accused_appeal_court_fk foreign key (appeal_court) references office (id);
alter table charge add constraint charge_office_fk foreign key (office) references office (id);
alter table charge add constraint charge_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table charge add constraint charge_handler_fk foreign key (handler) references office (id);
alter table charge add constraint charge_procuracy_fk foreign key (procuracy) references office (id);
alter table charge add constraint charge_court_fk foreign key (court) references office (id);
alter table charge add constraint charge_next_handler_fk foreign key (next_handler) references office (id);
alter table charge add constraint charge_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table charge add constraint charge_appeal_court_fk foreign key (appeal_court) references office (id);
alter table charge add constraint charge_accused_fk foreign key (accused) references accused (id);
alter table charge add constraint charge_replaces_fk foreign key (replaces) references charge (id);
alter table measure add constraint measure_office_fk foreign key (office) references office (id);
alter table measure add constraint measure_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table measure add constraint measure_handler_fk foreign key (handler) references office (id);
alter table measure add constraint measure_procuracy_fk foreign key (procuracy) references office (id);
alter table measure add constraint measure_court_fk foreign key (court) references office (id);
alter table measure add constraint measure_next_handler_fk foreign key (next_handler) references office (id);
alter table measure add constraint measure_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table measure add constraint measure_appeal_court_fk foreign key (appeal_court) references office (id);
alter table measure add constraint measure_accused_fk foreign key (accused) references accused (id);
alter table limit_extension add constraint limit_extension_office_fk foreign key (office) references office (id);
alter table limit_extension add constraint limit_extension_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table limit_extension add constraint limit_extension_handler_fk foreign key (handler) references office (id);
alter table limit_extension add constraint limit_extension_procuracy_fk foreign key (procuracy) references office (id);
alter table limit_extension add constraint limit_extension_court_fk foreign key (court) references office (id);
alter table limit_extension add constraint limit_extension_next_handler_fk foreign key (next_handler) references office (id);
alter table limit_extension add constraint limit_extension_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table limit_extension add constraint limit_extension_appeal_court_fk foreign key (appeal_court) references office (id);
alter table limit_extension add constraint limit_extension_accused_fk foreign key (accused) references accused (id);
alter table limit_extension add constraint limit_extension_other_case_fk foreign key (other_case) references criminal_case (id);
alter table duty_done add constraint duty_done_office_fk foreign key (office) references office (id);
alter table duty_done add constraint duty_done_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table duty_done add constraint duty_done_handler_fk foreign key (handler) references office (id);
alter table duty_done add constraint duty_done_procuracy_fk foreign key (procuracy) references office (id);
alter table duty_done add constraint duty_done_court_fk foreign key (court) references office (id);
alter table duty_done add constraint duty_done_next_handler_fk foreign key (next_handler) references office (id);
alter table duty_done add constraint duty_done_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table duty_done add constraint duty_done_appeal_court_fk foreign key (appeal_court) references office (id);
alter table exhibit add constraint exhibit_office_fk foreign key (office) references office (id);
alter table exhibit add constraint exhibit_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table exhibit add constraint exhibit_handler_fk foreign key (handler) references office (id);
alter table exhibit add constraint exhibit_procuracy_fk foreign key (procuracy) references office (id);
alter table exhibit add constraint exhibit_court_fk foreign key (court) references office (id);
alter table exhibit add constraint exhibit_next_handler_fk foreign key (next_handler) references office (id);
alter table exhibit add constraint exhibit_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table exhibit add constraint exhibit_appeal_court_fk foreign key (appeal_court) references office (id);
alter table exhibit add constraint exhibit_holder_fk foreign key (holder) references officer (id);
alter table exhibit add constraint exhibit_holder_office_fk foreign key (holder_office) references office (id);
alter table exhibit add constraint exhibit_next_holder_fk foreign key (next_holder) references officer (id);
alter table custody_step add constraint custody_step_office_fk foreign key (office) references office (id);
alter table custody_step add constraint custody_step_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table custody_step add constraint custody_step_handler_fk foreign key (handler) references office (id);
alter table custody_step add constraint custody_step_procuracy_fk foreign key (procuracy) references office (id);
alter table custody_step add constraint custody_step_court_fk foreign key (court) references office (id);
alter table custody_step add constraint custody_step_next_handler_fk foreign key (next_handler) references office (id);
alter table custody_step add constraint custody_step_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table custody_step add constraint custody_step_appeal_court_fk foreign key (appeal_court) references office (id);
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
alter table exhibit_file add constraint exhibit_file_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table exhibit_file add constraint exhibit_file_appeal_court_fk foreign key (appeal_court) references office (id);
alter table exhibit_file add constraint exhibit_file_exhibit_fk foreign key (exhibit) references exhibit (id);
alter table exhibit_file add constraint exhibit_file_brought_by_fk foreign key (brought_by) references officer (id);
alter table participation add constraint participation_office_fk foreign key (office) references office (id);
alter table participation add constraint participation_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table participation add constraint participation_crime_report_fk foreign key (crime_report) references crime_report (id);
alter table participation add constraint participation_handler_fk foreign key (handler) references office (id);
alter table participation add constraint participation_procuracy_fk foreign key (procuracy) references office (id);
alter table participation add constraint participation_next_handler_fk foreign key (next_handler) references office (id);
alter table participation add constraint participation_person_fk foreign key (person) references person (id);
alter table participation add constraint participation_to_office_fk foreign key (to_office) references office (id);
alter table statement_request add constraint statement_request_office_fk foreign key (office) references office (id);
alter table statement_request add constraint statement_request_participation_fk foreign key (participation) references participation (id);
alter table statement_request add constraint statement_request_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table statement_request add constraint statement_request_crime_report_fk foreign key (crime_report) references crime_report (id);
alter table statement_request add constraint statement_request_handler_fk foreign key (handler) references office (id);
alter table statement_request add constraint statement_request_procuracy_fk foreign key (procuracy) references office (id);
alter table statement_request add constraint statement_request_next_handler_fk foreign key (next_handler) references office (id);
alter table statement_request add constraint statement_request_person_fk foreign key (person) references person (id);
alter table statement_request add constraint statement_request_to_office_fk foreign key (to_office) references office (id);
alter table statement_request add constraint statement_request_consent_fk foreign key (consent) references consent (id);
alter table digest add constraint digest_to_officer_fk foreign key (to_officer) references officer (id);
alter table key_case add constraint key_case_office_fk foreign key (office) references office (id);
alter table key_case add constraint key_case_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case add constraint key_case_handler_fk foreign key (handler) references office (id);
alter table key_case add constraint key_case_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case add constraint key_case_court_fk foreign key (court) references office (id);
alter table key_case add constraint key_case_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case add constraint key_case_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table key_case add constraint key_case_appeal_court_fk foreign key (appeal_court) references office (id);
alter table key_case_round add constraint key_case_round_office_fk foreign key (office) references office (id);
alter table key_case_round add constraint key_case_round_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_round add constraint key_case_round_handler_fk foreign key (handler) references office (id);
alter table key_case_round add constraint key_case_round_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_round add constraint key_case_round_court_fk foreign key (court) references office (id);
alter table key_case_round add constraint key_case_round_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_round add constraint key_case_round_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table key_case_round add constraint key_case_round_appeal_court_fk foreign key (appeal_court) references office (id);
alter table key_case_round add constraint key_case_round_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_round add constraint key_case_round_proposer_fk foreign key (proposer) references officer (id);
alter table key_case_vote add constraint key_case_vote_office_fk foreign key (office) references office (id);
alter table key_case_vote add constraint key_case_vote_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_vote add constraint key_case_vote_handler_fk foreign key (handler) references office (id);
alter table key_case_vote add constraint key_case_vote_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_vote add constraint key_case_vote_court_fk foreign key (court) references office (id);
alter table key_case_vote add constraint key_case_vote_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_vote add constraint key_case_vote_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table key_case_vote add constraint key_case_vote_appeal_court_fk foreign key (appeal_court) references office (id);
alter table key_case_vote add constraint key_case_vote_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_vote add constraint key_case_vote_round_fk foreign key (round) references key_case_round (id);
alter table key_case_vote add constraint key_case_vote_voted_by_fk foreign key (voted_by) references officer (id);
alter table key_case_paper add constraint key_case_paper_office_fk foreign key (office) references office (id);
alter table key_case_paper add constraint key_case_paper_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_paper add constraint key_case_paper_handler_fk foreign key (handler) references office (id);
alter table key_case_paper add constraint key_case_paper_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_paper add constraint key_case_paper_court_fk foreign key (court) references office (id);
alter table key_case_paper add constraint key_case_paper_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_paper add constraint key_case_paper_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table key_case_paper add constraint key_case_paper_appeal_court_fk foreign key (appeal_court) references office (id);
alter table key_case_paper add constraint key_case_paper_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_paper add constraint key_case_paper_round_fk foreign key (round) references key_case_round (id);
alter table key_case_signature add constraint key_case_signature_office_fk foreign key (office) references office (id);
alter table key_case_signature add constraint key_case_signature_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_signature add constraint key_case_signature_handler_fk foreign key (handler) references office (id);
alter table key_case_signature add constraint key_case_signature_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_signature add constraint key_case_signature_court_fk foreign key (court) references office (id);
alter table key_case_signature add constraint key_case_signature_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_signature add constraint key_case_signature_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table key_case_signature add constraint key_case_signature_appeal_court_fk foreign key (appeal_court) references office (id);
alter table key_case_signature add constraint key_case_signature_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_signature add constraint key_case_signature_paper_fk foreign key (paper) references key_case_paper (id);
alter table key_case_signature add constraint key_case_signature_signer_fk foreign key (signer) references officer (id);
alter table key_case_meeting add constraint key_case_meeting_office_fk foreign key (office) references office (id);
alter table key_case_meeting add constraint key_case_meeting_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_meeting add constraint key_case_meeting_handler_fk foreign key (handler) references office (id);
alter table key_case_meeting add constraint key_case_meeting_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_meeting add constraint key_case_meeting_court_fk foreign key (court) references office (id);
alter table key_case_meeting add constraint key_case_meeting_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_meeting add constraint key_case_meeting_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table key_case_meeting add constraint key_case_meeting_appeal_court_fk foreign key (appeal_court) references office (id);
alter table key_case_meeting add constraint key_case_meeting_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_target add constraint key_case_target_office_fk foreign key (office) references office (id);
alter table key_case_target add constraint key_case_target_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_target add constraint key_case_target_handler_fk foreign key (handler) references office (id);
alter table key_case_target add constraint key_case_target_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_target add constraint key_case_target_court_fk foreign key (court) references office (id);
alter table key_case_target add constraint key_case_target_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_target add constraint key_case_target_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table key_case_target add constraint key_case_target_appeal_court_fk foreign key (appeal_court) references office (id);
alter table key_case_target add constraint key_case_target_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_progress add constraint key_case_progress_office_fk foreign key (office) references office (id);
alter table key_case_progress add constraint key_case_progress_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_progress add constraint key_case_progress_handler_fk foreign key (handler) references office (id);
alter table key_case_progress add constraint key_case_progress_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_progress add constraint key_case_progress_court_fk foreign key (court) references office (id);
alter table key_case_progress add constraint key_case_progress_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_progress add constraint key_case_progress_appeal_procuracy_fk foreign key (appeal_procuracy) references office (id);
alter table key_case_progress add constraint key_case_progress_appeal_court_fk foreign key (appeal_court) references office (id);
alter table key_case_progress add constraint key_case_progress_key_case_fk foreign key (key_case) references key_case (id);
