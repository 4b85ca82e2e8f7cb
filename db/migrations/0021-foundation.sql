-- What the tester of the foundation found missing in the database itself: one e-mail address for one officer in office, posts that end after they begin, and
-- to whom a post may be lent.
set role chungtay_owner;

do $$
begin
  if exists (select from public.officer where ended is not true group by lower(email) having count(*) > 1) then
    raise exception 'two officers in office have one e-mail address; end one of them before upgrading';
  end if;
end $$;
create unique index officer_email_taken on public.officer (lower(email)) where ended is not true;

-- Turned round by ends that were not checked: such a post was never held.
update public.post set valid_to = valid_from where valid_to < valid_from;
alter table public.post add constraint post_valid_to_check check (valid_to >= valid_from);

-- Whether the post the session works in may be lent to this officer for these days: to a colleague with a post of her own in the same office, or, by who
-- reaches the offices below, in an office of the same agency; not to those who give rights, look into the ledger or report on everybody, unless it is their
-- own role; for sixty days at most and with no wider reach. The act says the same with reasons (modules/agencies/acts.ts).
create function ct.may_lend(borrower uuid, wide text, first_day date, past_day date, acting text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  own public.post := ct.live_post(acting);
begin
  if own.id is null or own.delegated_from is not null or borrower = own.officer or wide <> own.extent
    or past_day is null or past_day <= first_day or past_day > first_day + 60 then
    return false;
  end if;
  return exists (select from public.officer f where f.id = borrower and f.ended is not true)
    and not exists (
      select from public.post p where p.officer = borrower and p.role in ('administrator', 'auditor', 'secretary') and p.role <> own.role
        and p.delegated_from is null and p.valid_from <= first_day and (p.valid_to is null or p.valid_to > first_day))
    and exists (
      select from public.post p join public.office o on o.id = p.office
      where p.officer = borrower and p.delegated_from is null and p.valid_from <= first_day and (p.valid_to is null or p.valid_to > first_day)
        and (p.office = own.office or (own.extent = 'below' and o.agency = (select h.agency from public.office h where h.id = own.office))));
end $$;

-- Lists look for an officer's own exceptions by her name.
create index exception_access_officer_idx on public.exception_access (officer);

reset role;
