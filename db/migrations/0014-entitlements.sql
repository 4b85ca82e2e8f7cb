-- What the law gives: dated amounts and budget sources, applications for support, decisions on each regime, payments.
set role chungtay_owner;

create table public.amount_line (
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
create index amount_line_law_regime_amount_unit_idx on public.amount_line (law, regime, amount_unit);

create table public.budget_source (
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

create table public.support_application (
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
create index support_application_office_made_at_id_idx on public.support_application (office, made_at, id);
create index support_application_person_idx on public.support_application (person);
create index support_application_to_office_state_idx on public.support_application (to_office, state);
create index support_application_office_due_on_id_state_idx on public.support_application (office, due_on, id, state, law);

create table public.support_decision (
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
create index support_decision_office_made_at_id_idx on public.support_decision (office, made_at, id);
create index support_decision_person_idx on public.support_decision (person);
create index support_decision_application_idx on public.support_decision (application);

create table public.payment (
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
create index payment_office_made_at_id_idx on public.payment (office, made_at, id);
create index payment_person_idx on public.payment (person);
create index payment_decision_idx on public.payment (decision);
create index payment_budget_source_paid_on_idx on public.payment (budget_source, paid_on);
create index payment_office_paid_on_id_regime_idx on public.payment (office, paid_on, id, regime, payment_form, signed_by);

alter table public.support_application add constraint support_application_office_fk foreign key (office) references public.office (id);
alter table public.support_application add constraint support_application_person_fk foreign key (person) references public.person (id);
alter table public.support_application add constraint support_application_to_office_fk foreign key (to_office) references public.office (id);
alter table public.support_application add constraint support_application_share_fk foreign key (share) references public.share (id);
alter table public.support_decision add constraint support_decision_office_fk foreign key (office) references public.office (id);
alter table public.support_decision add constraint support_decision_person_fk foreign key (person) references public.person (id);
alter table public.support_decision add constraint support_decision_application_fk foreign key (application) references public.support_application (id);
alter table public.support_decision add constraint support_decision_decided_by_fk foreign key (decided_by) references public.office (id);
alter table public.support_decision add constraint support_decision_amount_line_fk foreign key (amount_line) references public.amount_line (id);
alter table public.payment add constraint payment_office_fk foreign key (office) references public.office (id);
alter table public.payment add constraint payment_person_fk foreign key (person) references public.person (id);
alter table public.payment add constraint payment_decision_fk foreign key (decision) references public.support_decision (id);
alter table public.payment add constraint payment_budget_source_fk foreign key (budget_source) references public.budget_source (id);
alter table public.payment add constraint payment_reverses_fk foreign key (reverses) references public.payment (id);

reset role;
