-- An assessment that is not finished is kept as a screening is. Plans that are due for another look are found in order.
set role chungtay_owner;

alter table public.draft drop constraint draft_draft_kind_check;
alter table public.draft add constraint draft_draft_kind_check check (draft_kind in ('intake', 'screening', 'assessment'));
create index support_plan_office_state_review_due_idx on public.support_plan (office, state, review_due);

reset role;
