-- A finding on broken glass stood alone and could be replaced.
set role chungtay_owner;

-- Broken glass is reviewed by two, the second somebody else than the first.
alter table public.exception_access add column second_by uuid, add column second_at timestamptz,
  add column second_finding text check (second_finding in ('justified', 'not_justified')),
  add constraint exception_access_second_by_fk foreign key (second_by) references public.officer (id),
  add constraint exception_access_two_check check (second_by is null or reviewed_by is not null and second_by <> reviewed_by and second_by <> officer);

reset role;
