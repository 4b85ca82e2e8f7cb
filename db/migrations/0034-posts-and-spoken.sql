-- Posts that hold others: a lent post ends with the one it was lent from, and the last administrator's post does not end.
set role chungtay_owner;

-- A lent post gave no rights any more once its lender's had ended; from now on its days say so too.
update public.post p set valid_to = greatest(g.valid_to, p.valid_from) from public.post g
where g.id = p.delegated_from and g.valid_to is not null and (p.valid_to is null or p.valid_to > greatest(g.valid_to, p.valid_from));

create function ct.loans_end() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.post p set valid_to = greatest(new.valid_to, p.valid_from), changed_at = new.changed_at, version = p.version + 1
  where p.delegated_from = new.id and (p.valid_to is null or p.valid_to > greatest(new.valid_to, p.valid_from));
  return null;
end $$;
revoke execute on function ct.loans_end() from public;
create trigger loans_end after update of valid_to on public.post for each row
  when (new.valid_to is not null and new.delegated_from is null) execute function ct.loans_end();

-- Called off before it began, it begins and ends on one day, whenever that is.
create function ct.loan_within() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.post g where g.id = new.delegated_from and g.valid_to < coalesce(new.valid_to, 'infinity'::date)) and new.valid_to is distinct from new.valid_from then
    raise exception 'a post is lent for no longer than it is held' using errcode = 'check_violation', constraint = 'post_loan_within_check';
  end if;
  return new;
end $$;
revoke execute on function ct.loan_within() from public;
create trigger loan_within before insert or update of valid_to on public.post for each row
  when (new.delegated_from is not null) execute function ct.loan_within();

-- Whether others give rights from a day on, for at least as long as this post would have: somebody in office, with a post of her own.
create function ct.administered_without(one public.post, from_day date) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.post p join public.officer f on f.id = p.officer
    where p.id <> one.id and p.officer <> one.officer and p.role = 'administrator' and p.delegated_from is null and f.ended is not true
      and p.valid_from <= from_day and (p.valid_to is null or p.valid_to >= one.valid_to))
$$;
revoke execute on function ct.administered_without(public.post, date) from public;

-- One after the other: two administrators who end each other at the same moment must not both succeed.
create function ct.keep_administrator() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(7213551);
  if not ct.administered_without(old, new.valid_to) then
    raise exception 'the last administrator' using errcode = 'check_violation', constraint = 'post_last_administrator_check';
  end if;
  return new;
end $$;
revoke execute on function ct.keep_administrator() from public;
create trigger keep_administrator before update of valid_to on public.post for each row
  when (old.role = 'administrator' and old.delegated_from is null and new.valid_to is not null
    and new.valid_to < coalesce(old.valid_to, 'infinity'::date)) execute function ct.keep_administrator();

create function ct.keep_administrator_in_office() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(7213551);
  if exists (
    select from public.post p where p.officer = new.id and p.role = 'administrator' and p.delegated_from is null
      and (p.valid_to is null or p.valid_to > ct.today()) and not ct.administered_without(p, greatest(p.valid_from, ct.today()))) then
    raise exception 'the last administrator' using errcode = 'check_violation', constraint = 'post_last_administrator_check';
  end if;
  return new;
end $$;
revoke execute on function ct.keep_administrator_in_office() from public;
create trigger keep_administrator before update of ended on public.officer for each row
  when (new.ended and old.ended is not true) execute function ct.keep_administrator_in_office();

reset role;
