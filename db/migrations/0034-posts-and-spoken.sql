-- Posts that hold others: a lent post ends with the one it was lent from, and the last administrator's post does not end. And the tablet's sentences.
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
  perform pg_advisory_xact_lock(7213553);
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
  perform pg_advisory_xact_lock(7213553);
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

-- What the tablet says in languages nobody here can write: spoken by an interpreter or written by a translator, sentence by sentence.
create table spoken_sentence (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  feedback_language text not null check (feedback_language in ('vi', 'hmn', 'dao', 'giay', 'tay', 'zh')),
  sentence text not null,
  given_on date not null,
  interpreter text not null,
  maker uuid not null,
  written text,
  recording_type text check (recording_type in ('webm', 'ogg', 'mp4', 'mp3', 'wav')),
  size integer,
  hash text,
  content_sealed bytea,
  withdrawn_on date,
  withdrawn_why text
);
create index spoken_sentence_office_made_at_id_idx on spoken_sentence (office, made_at, id);
create index spoken_sentence_feedback_language_sentence_idx on spoken_sentence (feedback_language, sentence);
alter table spoken_sentence add constraint spoken_sentence_office_fk foreign key (office) references office (id);
alter table spoken_sentence add constraint spoken_sentence_maker_fk foreign key (maker) references officer (id);
-- Spoken or written; and never longer than the act takes.
alter table spoken_sentence add constraint spoken_sentence_said_check check (written is not null or content_sealed is not null);
alter table spoken_sentence add constraint spoken_sentence_size_check check (size between 1 and 1000000);

reset role;
