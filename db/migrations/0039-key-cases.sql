-- Key cases with what the three agencies agree and do about them (a copy of generated/schema.sql's new parts).
set role chungtay_owner;

create table key_case (
  id uuid primary key,
  province text not null,
  office uuid not null,
  number text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid not null,
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  title text not null,
  state text not null check (state in ('proposed', 'not_agreed', 'agreed', 'ending_asked', 'ended', 'withdrawn')),
  priority text not null check (priority in ('top', 'high', 'usual')),
  priority_why text,
  proposed_on date not null,
  rounds integer not null,
  votes_cast integer not null,
  agreed_on date,
  ended_on date,
  reminded_week date
);
create index key_case_office_made_at_id_idx on key_case (office, made_at, id);
create index key_case_criminal_case_idx on key_case (criminal_case);
create index key_case_handler_proposed_on_idx on key_case (handler, proposed_on);
create index key_case_procuracy_proposed_on_idx on key_case (procuracy, proposed_on);
create index key_case_court_proposed_on_idx on key_case (court, proposed_on);
create index key_case_next_handler_proposed_on_idx on key_case (next_handler, proposed_on);
create index key_case_office_proposed_on_id_state_idx on key_case (office, proposed_on, id, state, priority);

create table key_case_round (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid not null,
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  key_case uuid not null,
  turn integer not null,
  round_kind text not null check (round_kind in ('recognise', 'end')),
  proposed_by text not null check (proposed_by in ('handler', 'procuracy', 'court')),
  proposer uuid not null,
  proposed_on date not null,
  checklist text,
  grounds text[],
  end_reason text check (end_reason in ('done', 'grounds_gone', 'handed_up', 'other')),
  reasons text not null,
  agreement text not null,
  outcome text not null check (outcome in ('open', 'agreed', 'not_agreed', 'withdrawn')),
  decided_on date,
  withdrawn_why text
);
create index key_case_round_office_made_at_id_idx on key_case_round (office, made_at, id);
create index key_case_round_key_case_idx on key_case_round (key_case);
create index key_case_round_criminal_case_idx on key_case_round (criminal_case);

create table key_case_vote (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid not null,
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  key_case uuid not null,
  round uuid not null,
  seat text not null check (seat in ('handler', 'procuracy', 'court')),
  vote text not null check (vote in ('for', 'against', 'abstain')),
  reasons text not null,
  voted_by uuid not null,
  voted_at timestamptz not null
);
create index key_case_vote_office_made_at_id_idx on key_case_vote (office, made_at, id);
create index key_case_vote_key_case_idx on key_case_vote (key_case);
create index key_case_vote_criminal_case_idx on key_case_vote (criminal_case);
create index key_case_vote_office_voted_at_id_seat_idx on key_case_vote (office, voted_at, id, seat, vote);

create table key_case_paper (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid not null,
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  key_case uuid not null,
  round uuid not null,
  turn integer not null,
  state text not null check (state in ('awaiting', 'signed', 'void')),
  made_on date not null,
  conclusions text,
  blocks_sealed bytea,
  docx_sealed bytea,
  pdf_sealed bytea,
  docx_hash text not null,
  pdf_hash text not null,
  signed_docx_sealed bytea,
  signed_pdf_sealed bytea,
  signed_docx_hash text,
  signed_pdf_hash text,
  voided_at timestamptz,
  voided_why text
);
create index key_case_paper_office_made_at_id_idx on key_case_paper (office, made_at, id);
create index key_case_paper_key_case_idx on key_case_paper (key_case);
create index key_case_paper_criminal_case_idx on key_case_paper (criminal_case);

create table key_case_signature (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid not null,
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  key_case uuid not null,
  paper uuid not null,
  seat text not null check (seat in ('handler', 'procuracy', 'court')),
  signed_hash text not null,
  signer uuid not null,
  signer_name text not null,
  signer_title text,
  office_name text not null,
  signed_at timestamptz not null,
  voided_at timestamptz
);
create index key_case_signature_office_made_at_id_idx on key_case_signature (office, made_at, id);
create index key_case_signature_key_case_idx on key_case_signature (key_case);
create index key_case_signature_criminal_case_idx on key_case_signature (criminal_case);
create index key_case_signature_office_signed_at_id_seat_idx on key_case_signature (office, signed_at, id, seat);

create table key_case_meeting (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid not null,
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  key_case uuid not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  meets_at timestamptz not null,
  place text not null,
  agenda text,
  attendees text,
  minutes text,
  decisions text,
  cancelled_why text
);
create index key_case_meeting_office_made_at_id_idx on key_case_meeting (office, made_at, id);
create index key_case_meeting_key_case_idx on key_case_meeting (key_case);
create index key_case_meeting_criminal_case_idx on key_case_meeting (criminal_case);
create index key_case_meeting_office_meets_at_id_state_idx on key_case_meeting (office, meets_at, id, state);

create table key_case_target (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid not null,
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  key_case uuid not null,
  step_kind text not null check (step_kind in ('concluded', 'indicted', 'trial_ordered', 'judged', 'appeal_judged')),
  aim_on date not null,
  state text not null check (state in ('standing', 'replaced', 'dropped')),
  note text
);
create index key_case_target_office_made_at_id_idx on key_case_target (office, made_at, id);
create index key_case_target_key_case_idx on key_case_target (key_case);
create index key_case_target_criminal_case_idx on key_case_target (criminal_case);
create index key_case_target_office_aim_on_id_step_kind_idx on key_case_target (office, aim_on, id, step_kind, state);

create table key_case_progress (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid not null,
  handler uuid not null,
  procuracy uuid,
  court uuid,
  next_handler uuid,
  key_case uuid not null,
  week_from date not null,
  seat text not null check (seat in ('handler', 'procuracy', 'court')),
  done text not null,
  next text not null,
  obstacle text
);
create index key_case_progress_office_made_at_id_idx on key_case_progress (office, made_at, id);
create index key_case_progress_key_case_idx on key_case_progress (key_case);
create index key_case_progress_criminal_case_idx on key_case_progress (criminal_case);
create index key_case_progress_office_week_from_id_seat_idx on key_case_progress (office, week_from, id, seat);

alter table key_case add constraint key_case_office_fk foreign key (office) references office (id);
alter table key_case add constraint key_case_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case add constraint key_case_handler_fk foreign key (handler) references office (id);
alter table key_case add constraint key_case_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case add constraint key_case_court_fk foreign key (court) references office (id);
alter table key_case add constraint key_case_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_round add constraint key_case_round_office_fk foreign key (office) references office (id);
alter table key_case_round add constraint key_case_round_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_round add constraint key_case_round_handler_fk foreign key (handler) references office (id);
alter table key_case_round add constraint key_case_round_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_round add constraint key_case_round_court_fk foreign key (court) references office (id);
alter table key_case_round add constraint key_case_round_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_round add constraint key_case_round_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_round add constraint key_case_round_proposer_fk foreign key (proposer) references officer (id);
alter table key_case_vote add constraint key_case_vote_office_fk foreign key (office) references office (id);
alter table key_case_vote add constraint key_case_vote_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_vote add constraint key_case_vote_handler_fk foreign key (handler) references office (id);
alter table key_case_vote add constraint key_case_vote_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_vote add constraint key_case_vote_court_fk foreign key (court) references office (id);
alter table key_case_vote add constraint key_case_vote_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_vote add constraint key_case_vote_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_vote add constraint key_case_vote_round_fk foreign key (round) references key_case_round (id);
alter table key_case_vote add constraint key_case_vote_voted_by_fk foreign key (voted_by) references officer (id);
alter table key_case_paper add constraint key_case_paper_office_fk foreign key (office) references office (id);
alter table key_case_paper add constraint key_case_paper_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_paper add constraint key_case_paper_handler_fk foreign key (handler) references office (id);
alter table key_case_paper add constraint key_case_paper_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_paper add constraint key_case_paper_court_fk foreign key (court) references office (id);
alter table key_case_paper add constraint key_case_paper_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_paper add constraint key_case_paper_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_paper add constraint key_case_paper_round_fk foreign key (round) references key_case_round (id);
alter table key_case_signature add constraint key_case_signature_office_fk foreign key (office) references office (id);
alter table key_case_signature add constraint key_case_signature_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_signature add constraint key_case_signature_handler_fk foreign key (handler) references office (id);
alter table key_case_signature add constraint key_case_signature_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_signature add constraint key_case_signature_court_fk foreign key (court) references office (id);
alter table key_case_signature add constraint key_case_signature_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_signature add constraint key_case_signature_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_signature add constraint key_case_signature_paper_fk foreign key (paper) references key_case_paper (id);
alter table key_case_signature add constraint key_case_signature_signer_fk foreign key (signer) references officer (id);
alter table key_case_meeting add constraint key_case_meeting_office_fk foreign key (office) references office (id);
alter table key_case_meeting add constraint key_case_meeting_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_meeting add constraint key_case_meeting_handler_fk foreign key (handler) references office (id);
alter table key_case_meeting add constraint key_case_meeting_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_meeting add constraint key_case_meeting_court_fk foreign key (court) references office (id);
alter table key_case_meeting add constraint key_case_meeting_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_meeting add constraint key_case_meeting_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_target add constraint key_case_target_office_fk foreign key (office) references office (id);
alter table key_case_target add constraint key_case_target_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_target add constraint key_case_target_handler_fk foreign key (handler) references office (id);
alter table key_case_target add constraint key_case_target_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_target add constraint key_case_target_court_fk foreign key (court) references office (id);
alter table key_case_target add constraint key_case_target_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_target add constraint key_case_target_key_case_fk foreign key (key_case) references key_case (id);
alter table key_case_progress add constraint key_case_progress_office_fk foreign key (office) references office (id);
alter table key_case_progress add constraint key_case_progress_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table key_case_progress add constraint key_case_progress_handler_fk foreign key (handler) references office (id);
alter table key_case_progress add constraint key_case_progress_procuracy_fk foreign key (procuracy) references office (id);
alter table key_case_progress add constraint key_case_progress_court_fk foreign key (court) references office (id);
alter table key_case_progress add constraint key_case_progress_next_handler_fk foreign key (next_handler) references office (id);
alter table key_case_progress add constraint key_case_progress_key_case_fk foreign key (key_case) references key_case (id);

-- One voice of each agency in a round, one signature on a paper, one report a week.
create unique index key_case_vote_once on key_case_vote (round, seat);
create unique index key_case_signature_once on key_case_signature (paper, seat);
create unique index key_case_progress_once on key_case_progress (key_case, week_from, seat);
-- A criminal case is one key case at a time.
create unique index key_case_living on key_case (criminal_case) where state in ('proposed', 'not_agreed', 'agreed', 'ending_asked');

-- Nobody votes or signs for another agency, nor below its head: whoever writes, the office of the row is the one that sits in the seat. It looks with the eyes of whoever writes.
create function ct.in_own_seat() returns trigger language plpgsql set search_path = '' as $$
declare
  acting text := current_user;
  sits uuid;
begin
  select case new.seat when 'handler' then k.handler when 'procuracy' then k.procuracy else k.court end into sits
    from public.key_case k where k.id = new.key_case;
  if sits is distinct from new.office
    or (acting like 'ct\_%' and acting <> 'ct_system' and not (ct.heads(acting) and new.office = any (ct.reach(acting))))
  then raise exception 'not your seat' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger in_own_seat before insert on key_case_vote for each row execute function ct.in_own_seat();
create trigger in_own_seat before insert on key_case_signature for each row execute function ct.in_own_seat();

-- What is signed is the paper that awaits signatures, by its hash; a paper that was made says for good what it said.
create function ct.signs_this_paper() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from public.key_case_paper p
    where p.id = new.paper and p.key_case = new.key_case and p.pdf_hash = new.signed_hash and p.state = 'awaiting')
  then raise exception 'another paper' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger signs_this_paper before insert on key_case_signature for each row execute function ct.signs_this_paper();

create function ct.keep_key_paper() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.key_case, new.round, new.turn, new.made_on, new.conclusions, new.pdf_hash, new.docx_hash)
     is distinct from (old.key_case, old.round, old.turn, old.made_on, old.conclusions, old.pdf_hash, old.docx_hash)
    or (old.state = 'void' and new.state <> 'void') or (old.state = 'signed' and new.state = 'awaiting')
    or (old.signed_pdf_hash is not null and new.signed_pdf_hash is distinct from old.signed_pdf_hash)
  then raise exception 'a joint record does not change' using errcode = 'insufficient_privilege'; end if;
  if current_user not in ('chungtay_owner', 'ct_system')
    and (new.docx_sealed, new.pdf_sealed, new.blocks_sealed) is distinct from (old.docx_sealed, old.pdf_sealed, old.blocks_sealed)
  then raise exception 'a joint record does not change' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger keep_key_paper before update on key_case_paper for each row execute function ct.keep_key_paper();

reset role;
