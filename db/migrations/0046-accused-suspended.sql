-- An investigation can be suspended for one of the accused while it goes on for the others (article 229 of the Criminal Procedure Code).
set role chungtay_owner;

alter table public.accused drop constraint accused_state_check;
alter table public.accused add constraint accused_state_check check (state in ('suspect', 'accused', 'suspended', 'dropped', 'convicted', 'acquitted'));

reset role;
