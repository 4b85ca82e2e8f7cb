-- How she is, the plan made with her, conferences, follow-ups, how she may be reached, and closing a file by two. And who heads an office: the head approves what
-- another officer asked for.
set role chungtay_owner;

alter table public.post add column head boolean;

-- Whether the acting post heads its office, or signs for its head.
create function ct.heads(acting text) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select p.head from ct.live(ct.token()) l join public.post p on p.id = l.post where l.acting = heads.acting), false);
end $$;
revoke execute on function ct.heads(text) from public;

create table public.assessment (
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
create index assessment_office_made_at_id_idx on public.assessment (office, made_at, id);
create index assessment_person_idx on public.assessment (person);
create index assessment_office_state_next_due_idx on public.assessment (office, state, next_due);
create index assessment_office_next_due_id_risk_level_idx on public.assessment (office, next_due, id, risk_level, state);

create table public.support_plan (
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
create index support_plan_office_made_at_id_idx on public.support_plan (office, made_at, id);
create index support_plan_person_idx on public.support_plan (person);

create table public.plan_goal (
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
create index plan_goal_office_made_at_id_idx on public.plan_goal (office, made_at, id);
create index plan_goal_person_idx on public.plan_goal (person);

create table public.case_conference (
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
create index case_conference_office_made_at_id_idx on public.case_conference (office, made_at, id);
create index case_conference_person_idx on public.case_conference (person);

create table public.conference_attendee (
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
create index conference_attendee_office_made_at_id_idx on public.conference_attendee (office, made_at, id);
create index conference_attendee_person_idx on public.conference_attendee (person);

create table public.plan_action (
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
create index plan_action_office_made_at_id_idx on public.plan_action (office, made_at, id);
create index plan_action_person_idx on public.plan_action (person);
create index plan_action_to_office_state_due_on_idx on public.plan_action (to_office, state, due_on);
create index plan_action_office_state_due_on_idx on public.plan_action (office, state, due_on);
create index plan_action_office_due_on_id_state_idx on public.plan_action (office, due_on, id, state);

create table public.safe_contact (
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
create index safe_contact_office_made_at_id_idx on public.safe_contact (office, made_at, id);
create index safe_contact_person_idx on public.safe_contact (person);
create index safe_contact_call_number_index_idx on public.safe_contact (call_number_index);
create index safe_contact_never_call_index_idx on public.safe_contact (never_call_index);

create table public.follow_up (
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
create index follow_up_office_made_at_id_idx on public.follow_up (office, made_at, id);
create index follow_up_person_idx on public.follow_up (person);
create index follow_up_to_office_state_due_on_idx on public.follow_up (to_office, state, due_on);
create index follow_up_office_state_due_on_idx on public.follow_up (office, state, due_on);
create index follow_up_office_due_on_id_state_idx on public.follow_up (office, due_on, id, state, outcome);

create table public.file_decision (
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
create index file_decision_office_made_at_id_idx on public.file_decision (office, made_at, id);
create index file_decision_person_idx on public.file_decision (person);
create index file_decision_office_state_idx on public.file_decision (office, state);

alter table public.assessment add constraint assessment_office_fk foreign key (office) references public.office (id);
alter table public.assessment add constraint assessment_person_fk foreign key (person) references public.person (id);
alter table public.support_plan add constraint support_plan_office_fk foreign key (office) references public.office (id);
alter table public.support_plan add constraint support_plan_person_fk foreign key (person) references public.person (id);
alter table public.plan_goal add constraint plan_goal_office_fk foreign key (office) references public.office (id);
alter table public.plan_goal add constraint plan_goal_person_fk foreign key (person) references public.person (id);
alter table public.plan_goal add constraint plan_goal_plan_fk foreign key (plan) references public.support_plan (id);
alter table public.case_conference add constraint case_conference_office_fk foreign key (office) references public.office (id);
alter table public.case_conference add constraint case_conference_person_fk foreign key (person) references public.person (id);
alter table public.case_conference add constraint case_conference_consent_fk foreign key (consent) references public.consent (id);
alter table public.conference_attendee add constraint conference_attendee_office_fk foreign key (office) references public.office (id);
alter table public.conference_attendee add constraint conference_attendee_person_fk foreign key (person) references public.person (id);
alter table public.conference_attendee add constraint conference_attendee_conference_fk foreign key (conference) references public.case_conference (id);
alter table public.conference_attendee add constraint conference_attendee_attending_fk foreign key (attending) references public.office (id);
alter table public.plan_action add constraint plan_action_office_fk foreign key (office) references public.office (id);
alter table public.plan_action add constraint plan_action_person_fk foreign key (person) references public.person (id);
alter table public.plan_action add constraint plan_action_goal_fk foreign key (goal) references public.plan_goal (id);
alter table public.plan_action add constraint plan_action_conference_fk foreign key (conference) references public.case_conference (id);
alter table public.plan_action add constraint plan_action_referral_fk foreign key (referral) references public.referral (id);
alter table public.plan_action add constraint plan_action_to_office_fk foreign key (to_office) references public.office (id);
alter table public.plan_action add constraint plan_action_owner_fk foreign key (owner) references public.officer (id);
alter table public.plan_action add constraint plan_action_reported_by_fk foreign key (reported_by) references public.officer (id);
alter table public.safe_contact add constraint safe_contact_office_fk foreign key (office) references public.office (id);
alter table public.safe_contact add constraint safe_contact_person_fk foreign key (person) references public.person (id);
alter table public.follow_up add constraint follow_up_office_fk foreign key (office) references public.office (id);
alter table public.follow_up add constraint follow_up_person_fk foreign key (person) references public.person (id);
alter table public.follow_up add constraint follow_up_to_office_fk foreign key (to_office) references public.office (id);
alter table public.file_decision add constraint file_decision_office_fk foreign key (office) references public.office (id);
alter table public.file_decision add constraint file_decision_person_fk foreign key (person) references public.person (id);
alter table public.file_decision add constraint file_decision_asked_by_fk foreign key (asked_by) references public.officer (id);
alter table public.file_decision add constraint file_decision_decided_by_fk foreign key (decided_by) references public.officer (id);

reset role;
