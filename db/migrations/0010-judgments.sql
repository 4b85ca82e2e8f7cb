-- A court's finding is noted from its judgment, with the court whose finding it is.
set role chungtay_owner;

alter table public.assertion add column court uuid;
alter table public.assertion drop constraint assertion_paper_kind_check;
alter table public.assertion add constraint assertion_paper_kind_check
  check (paper_kind in ('police_certificate', 'rescuer_certificate', 'prosecution_certificate', 'foreign_paper', 'judgment'));
alter table public.assertion add constraint assertion_court_fk foreign key (court) references public.office (id);

reset role;
