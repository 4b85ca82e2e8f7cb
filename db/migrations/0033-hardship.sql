-- The paper on financial difficulty that legal aid asks for; somebody without a nationality, and somebody who is still abroad.
set role chungtay_owner;

alter table person
  add column lives_here text check (lives_here in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  add column abroad_now text check (abroad_now in ('yes', 'no', 'unknown', 'declined', 'not_asked'));

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

alter table hardship_paper add constraint hardship_paper_office_fk foreign key (office) references office (id);
alter table hardship_paper add constraint hardship_paper_person_fk foreign key (person) references person (id);

reset role;
