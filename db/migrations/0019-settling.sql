-- A verification can be refused, renewed and brought before the superior; two findings that differ can be settled; a finding names the sources it rests on.
set role chungtay_owner;

alter table assertion add column evidence jsonb;

alter table verification drop constraint verification_state_check;
alter table verification add constraint verification_state_check check (state in ('sent', 'answered', 'refused', 'withdrawn'));
alter table verification
  add column refused_why text check (refused_why in ('not_competent', 'too_little_to_go_on', 'being_verified_already', 'other')),
  add column better_office uuid,
  add column renews uuid,
  add column new_facts text,
  add column withdrawn_why text,
  add column remind_on date,
  add column reminded_at timestamptz,
  add column escalate_on date,
  add column escalated_at timestamptz,
  add column escalated_to uuid;
create index verification_remind_on_idx on verification (remind_on) where state = 'sent';

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

reset role;
