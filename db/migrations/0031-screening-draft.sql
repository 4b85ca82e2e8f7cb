-- A screening that is not finished is kept as an interview is: sealed, the officer's own, and gone with the file it is about.
set role chungtay_owner;

alter table draft
  drop constraint draft_draft_kind_check,
  add constraint draft_draft_kind_check check (draft_kind in ('intake', 'screening')),
  add column person uuid;
alter table draft add constraint draft_person_fk foreign key (person) references person (id);
create index draft_person_idx on draft (person);

reset role;
