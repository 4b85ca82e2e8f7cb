-- Exhibits of a case with the chain of who answered for each; joining and splitting; the time of a report; and what stands between a case and the file of somebody it happened to.
set role chungtay_owner;

alter table criminal_case drop constraint criminal_case_state_check;
alter table criminal_case add constraint criminal_case_state_check check (state in ('investigation', 'investigation_suspended', 'prosecution', 'trial', 'trial_preparing', 'hearing', 'trial_suspended', 'judged', 'appeal', 'in_force', 'ended', 'joined'));
alter table case_step drop constraint case_step_step_kind_check;
alter table case_step add constraint case_step_step_kind_check check (step_kind in ('initiated', 'investigation_suspended', 'investigation_resumed', 'concluded', 'returned_by_procuracy', 'indicted', 'court_accepted', 'returned_by_court', 'trial_suspended', 'trial_resumed', 'trial_ordered', 'judged', 'appealed', 'protested', 'appeal_judged', 'judgment_in_force', 'enforcement', 'closed', 'joined', 'joined_into', 'split', 'split_off'));
alter table case_step add column other_case uuid;
alter table case_step add column joining_ground text check (joining_ground in ('many_crimes', 'several_times', 'several_accused', 'cannot_finish_together', 'fled', 'seriously_ill', 'compulsory_treatment'));
alter table limit_extension add column other_case uuid;

create table exhibit (
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
  exhibit_kind text not null check (exhibit_kind in ('document', 'device', 'data', 'recording', 'money', 'vehicle', 'goods', 'trace', 'other')),
  classified text not null check (classified in ('no', 'yes')),
  reference_number text,
  what text,
  exhibit_way text not null check (exhibit_way in ('seized', 'handed_in', 'found', 'made_here', 'from_other_body')),
  got_at timestamptz not null,
  got_place text,
  minutes_number text,
  from_whom_sealed bytea,
  state text not null check (state in ('held', 'handing_over', 'at_examination', 'released', 'destroyed')),
  holder uuid,
  holder_office uuid,
  next_holder uuid,
  last_turn integer not null,
  last_at timestamptz not null
);
create index exhibit_office_made_at_id_idx on exhibit (office, made_at, id);
create index exhibit_criminal_case_idx on exhibit (criminal_case);
create index exhibit_next_holder_idx on exhibit (next_holder) where next_holder is not null;
create index exhibit_office_got_at_id_exhibit_kind_idx on exhibit (office, got_at, id, exhibit_kind, classified, state);

create table custody_step (
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
  exhibit uuid not null,
  turn integer not null,
  custody_kind text not null check (custody_kind in ('received', 'handed_over', 'taken_over', 'not_taken', 'stored', 'sent_to_examination', 'returned', 'released', 'destroyed')),
  happened_at timestamptz not null,
  giver uuid,
  holder uuid,
  holder_office uuid,
  place text,
  to_body text,
  to_owner_sealed bytea,
  decision_number text,
  decided_on date,
  seal_number text,
  note text
);
create index custody_step_office_made_at_id_idx on custody_step (office, made_at, id);
create index custody_step_criminal_case_idx on custody_step (criminal_case);
create index custody_step_exhibit_idx on custody_step (exhibit);
create index custody_step_office_happened_at_id_custody_kind_idx on custody_step (office, happened_at, id, custody_kind);

create table exhibit_file (
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
  exhibit uuid not null,
  title text not null,
  media_type text not null check (media_type in ('pdf', 'jpeg', 'png', 'mp3', 'mp4', 'wav', 'ogg', 'webm', 'docx', 'xlsx', 'zip', 'other')),
  size integer not null,
  hash text not null,
  brought_by uuid not null,
  content_sealed bytea
);
create index exhibit_file_office_made_at_id_idx on exhibit_file (office, made_at, id);
create index exhibit_file_criminal_case_idx on exhibit_file (criminal_case);
create index exhibit_file_exhibit_idx on exhibit_file (exhibit);

create table report_decision (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  crime_report uuid not null,
  to_office uuid not null,
  procuracy uuid,
  decision_kind text not null check (decision_kind in ('extended', 'suspended', 'resumed', 'suspension_cancelled')),
  decided_on date not null,
  decision_number text not null,
  suspend_ground text check (suspend_ground in ('expertise_awaited', 'documents_awaited', 'force_majeure')),
  note text,
  turn integer,
  length_unit text check (length_unit in ('day', 'month')),
  length_value integer,
  granted_by text check (granted_by in ('investigation_head', 'custody_issuer', 'procuracy', 'procuracy_head', 'procuracy_district', 'procuracy_region', 'procuracy_province', 'procuracy_supreme', 'court_chief'))
);
create index report_decision_office_made_at_id_idx on report_decision (office, made_at, id);
create index report_decision_crime_report_idx on report_decision (crime_report);
create index report_decision_to_office_decided_on_idx on report_decision (to_office, decided_on);
create index report_decision_procuracy_decided_on_idx on report_decision (procuracy, decided_on);
create index report_decision_office_decided_on_id_decision_kind_idx on report_decision (office, decided_on, id, decision_kind, suspend_ground, length_unit, granted_by);

create table participation (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  criminal_case uuid,
  crime_report uuid,
  handler uuid not null,
  procuracy uuid,
  next_handler uuid,
  person uuid not null,
  file_number text not null,
  to_office uuid not null,
  participant_role text not null check (participant_role in ('victim', 'witness')),
  why text not null,
  state text not null check (state in ('asked', 'accepted', 'declined', 'ended')),
  answered_at timestamptz,
  answer_why text,
  case_stage text check (case_stage in ('report', 'not_prosecuted', 'investigation', 'suspended', 'procuracy', 'court', 'judged', 'in_force', 'ended')),
  stage_on date,
  initiated_on date
);
create index participation_office_made_at_id_idx on participation (office, made_at, id);
create index participation_criminal_case_idx on participation (criminal_case);
create index participation_crime_report_idx on participation (crime_report);
create index participation_person_idx on participation (person);
create index participation_to_office_state_idx on participation (to_office, state);
create index participation_handler_state_idx on participation (handler, state);
create index participation_procuracy_state_idx on participation (procuracy, state);

create table statement_request (
  id uuid primary key,
  province text not null,
  office uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  participation uuid not null,
  criminal_case uuid,
  crime_report uuid,
  handler uuid not null,
  procuracy uuid,
  next_handler uuid,
  person uuid not null,
  file_number text not null,
  to_office uuid not null,
  statement_asked text not null check (statement_asked in ('account_kept', 'hearing')),
  what_for text not null,
  statement_ground text not null check (statement_ground in ('bltths2015.88', 'bltths2015.188', 'bltths2015.186', 'bltths2015.421')),
  state text not null check (state in ('asked', 'not_yet', 'given', 'refused')),
  answered_at timestamptz,
  answer_why text,
  ask_again_on date,
  given_ground text check (given_ground in ('consent', 'criminal_procedure')),
  consent uuid,
  with_representative text check (with_representative in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  with_support_person text check (with_support_person in ('yes', 'no', 'unknown', 'declined', 'not_asked')),
  statement_sealed bytea
);
create index statement_request_office_made_at_id_idx on statement_request (office, made_at, id);
create index statement_request_criminal_case_idx on statement_request (criminal_case);
create index statement_request_crime_report_idx on statement_request (crime_report);
create index statement_request_person_idx on statement_request (person);
create index statement_request_to_office_state_idx on statement_request (to_office, state);
create index statement_request_handler_state_idx on statement_request (handler, state);
create index statement_request_procuracy_state_idx on statement_request (procuracy, state);
create index statement_request_participation_idx on statement_request (participation);

alter table report_decision add constraint report_decision_office_fk foreign key (office) references office (id);
alter table report_decision add constraint report_decision_crime_report_fk foreign key (crime_report) references crime_report (id);
alter table report_decision add constraint report_decision_to_office_fk foreign key (to_office) references office (id);
alter table report_decision add constraint report_decision_procuracy_fk foreign key (procuracy) references office (id);
alter table exhibit add constraint exhibit_office_fk foreign key (office) references office (id);
alter table exhibit add constraint exhibit_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table exhibit add constraint exhibit_handler_fk foreign key (handler) references office (id);
alter table exhibit add constraint exhibit_procuracy_fk foreign key (procuracy) references office (id);
alter table exhibit add constraint exhibit_court_fk foreign key (court) references office (id);
alter table exhibit add constraint exhibit_next_handler_fk foreign key (next_handler) references office (id);
alter table exhibit add constraint exhibit_holder_fk foreign key (holder) references officer (id);
alter table exhibit add constraint exhibit_holder_office_fk foreign key (holder_office) references office (id);
alter table exhibit add constraint exhibit_next_holder_fk foreign key (next_holder) references officer (id);
alter table custody_step add constraint custody_step_office_fk foreign key (office) references office (id);
alter table custody_step add constraint custody_step_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table custody_step add constraint custody_step_handler_fk foreign key (handler) references office (id);
alter table custody_step add constraint custody_step_procuracy_fk foreign key (procuracy) references office (id);
alter table custody_step add constraint custody_step_court_fk foreign key (court) references office (id);
alter table custody_step add constraint custody_step_next_handler_fk foreign key (next_handler) references office (id);
alter table custody_step add constraint custody_step_exhibit_fk foreign key (exhibit) references exhibit (id);
alter table custody_step add constraint custody_step_giver_fk foreign key (giver) references officer (id);
alter table custody_step add constraint custody_step_holder_fk foreign key (holder) references officer (id);
alter table custody_step add constraint custody_step_holder_office_fk foreign key (holder_office) references office (id);
alter table exhibit_file add constraint exhibit_file_office_fk foreign key (office) references office (id);
alter table exhibit_file add constraint exhibit_file_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table exhibit_file add constraint exhibit_file_handler_fk foreign key (handler) references office (id);
alter table exhibit_file add constraint exhibit_file_procuracy_fk foreign key (procuracy) references office (id);
alter table exhibit_file add constraint exhibit_file_court_fk foreign key (court) references office (id);
alter table exhibit_file add constraint exhibit_file_next_handler_fk foreign key (next_handler) references office (id);
alter table exhibit_file add constraint exhibit_file_exhibit_fk foreign key (exhibit) references exhibit (id);
alter table exhibit_file add constraint exhibit_file_brought_by_fk foreign key (brought_by) references officer (id);
alter table participation add constraint participation_office_fk foreign key (office) references office (id);
alter table participation add constraint participation_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table participation add constraint participation_crime_report_fk foreign key (crime_report) references crime_report (id);
alter table participation add constraint participation_handler_fk foreign key (handler) references office (id);
alter table participation add constraint participation_procuracy_fk foreign key (procuracy) references office (id);
alter table participation add constraint participation_next_handler_fk foreign key (next_handler) references office (id);
alter table participation add constraint participation_person_fk foreign key (person) references person (id);
alter table participation add constraint participation_to_office_fk foreign key (to_office) references office (id);
alter table statement_request add constraint statement_request_office_fk foreign key (office) references office (id);
alter table statement_request add constraint statement_request_participation_fk foreign key (participation) references participation (id);
alter table statement_request add constraint statement_request_criminal_case_fk foreign key (criminal_case) references criminal_case (id);
alter table statement_request add constraint statement_request_crime_report_fk foreign key (crime_report) references crime_report (id);
alter table statement_request add constraint statement_request_handler_fk foreign key (handler) references office (id);
alter table statement_request add constraint statement_request_procuracy_fk foreign key (procuracy) references office (id);
alter table statement_request add constraint statement_request_next_handler_fk foreign key (next_handler) references office (id);
alter table statement_request add constraint statement_request_person_fk foreign key (person) references person (id);
alter table statement_request add constraint statement_request_to_office_fk foreign key (to_office) references office (id);
alter table statement_request add constraint statement_request_consent_fk foreign key (consent) references consent (id);
alter table case_step add constraint case_step_other_case_fk foreign key (other_case) references criminal_case (id);
alter table limit_extension add constraint limit_extension_other_case_fk foreign key (other_case) references criminal_case (id);

-- Who opened a file of an exhibit, and what was done with it, is asked for by what it was done to.
create index entry_exhibit on ledger.entry (subject_id, n) where subject_record in ('exhibit', 'exhibitFile');

-- Of what holds a state secret only its reference number is here, whoever writes.
create function ct.keep_secrets_out() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_table_name = 'exhibit' then
    if new.classified = 'yes' and (new.reference_number is null or new.what is not null or new.got_place is not null or new.from_whom_sealed is not null) then
      raise exception 'a state secret' using errcode = 'check_violation';
    end if;
  elsif exists (select from public.exhibit e where e.id = new.exhibit and e.classified = 'yes') then
    raise exception 'a state secret' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_secrets_out before insert or update on public.exhibit for each row execute function ct.keep_secrets_out();
create trigger keep_secrets_out before insert on public.exhibit_file for each row execute function ct.keep_secrets_out();

-- How far a case has come, in the words a victim may know, and since when: from its steps, which the one who reads this may not see.
create function ct.stage_of_case(of_case uuid) returns table (stage text, since date, begun date) language sql stable set search_path = '' as $$
  select t.stage, t.on_day, (select min(i.on_day) from public.case_step i where i.criminal_case = of_case and i.step_kind = 'initiated')
    from (select s.on_day, s.made_at, s.id, case
        when s.step_kind in ('initiated', 'investigation_resumed', 'returned_by_procuracy', 'appeal_quashed') then 'investigation'
        when s.step_kind in ('investigation_suspended', 'trial_suspended') then 'suspended'
        when s.step_kind in ('concluded', 'returned_by_court') then 'procuracy'
        when s.step_kind in ('indicted', 'court_accepted', 'trial_ordered', 'trial_postponed', 'trial_resumed', 'appeal_remanded') then 'court'
        when s.step_kind in ('judged', 'appealed', 'protested', 'appeal_accepted', 'appeal_ordered', 'appeal_withdrawn') then 'judged'
        when s.step_kind in ('appeal_judged', 'judgment_in_force', 'enforcement') then 'in_force'
        when s.step_kind = 'closed' then 'ended' end as stage
      from public.case_step s where s.criminal_case = of_case) t
    where t.stage is not null order by t.on_day desc, t.made_at desc, t.id desc limit 1
$$;

-- Only of a victim, and only after whoever holds her file agreed.
create function ct.keep_stage() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.state = 'accepted' and new.participant_role = 'victim' and new.criminal_case is null then
    select case r.state when 'suspended' then 'suspended' when 'resolved' then case r.report_outcome when 'not_prosecute' then 'not_prosecuted' else 'report' end else 'report' end,
        coalesce(r.resolved_on, r.taken_up_on), null
      into new.case_stage, new.stage_on, new.initiated_on from public.crime_report r where r.id = new.crime_report;
  elsif new.state = 'accepted' and new.participant_role = 'victim' then
    select s.stage, s.since, s.begun into new.case_stage, new.stage_on, new.initiated_on from ct.stage_of_case(new.criminal_case) s;
  else
    new.case_stage := null; new.stage_on := null; new.initiated_on := null;
  end if;
  return new;
end $$;
create trigger keep_stage before insert or update on public.participation for each row execute function ct.keep_stage();

-- A step moves the stage of those who take part; a case that went into another takes them along.
create function ct.step_taken() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.step_kind = 'joined_into' then
    update public.participation p set criminal_case = c.id, handler = c.handler, procuracy = c.procuracy, next_handler = c.next_handler
      from public.criminal_case c where p.criminal_case = new.criminal_case and c.id = new.other_case;
    update public.statement_request r set criminal_case = c.id, handler = c.handler, procuracy = c.procuracy, next_handler = c.next_handler
      from public.criminal_case c where r.criminal_case = new.criminal_case and c.id = new.other_case;
  else
    update public.participation p set case_stage = p.case_stage where p.criminal_case = new.criminal_case and p.state = 'accepted';
  end if;
  return null;
end $$;
create trigger step_taken after insert or update of on_day on public.case_step for each row execute function ct.step_taken();

-- Whoever leaves a seat of the case sees nothing more of who takes part in it.
create function ct.seat_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.participation p set handler = new.handler, procuracy = new.procuracy, next_handler = new.next_handler where p.criminal_case = new.id;
  update public.statement_request r set handler = new.handler, procuracy = new.procuracy, next_handler = new.next_handler where r.criminal_case = new.id;
  return null;
end $$;
create trigger seat_changed after update of handler, procuracy, next_handler on public.criminal_case for each row execute function ct.seat_changed();

-- What was linked to a report belongs to the case that is opened from it.
create function ct.case_opened() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.participation p set criminal_case = new.id, handler = new.handler, procuracy = new.procuracy
    where p.crime_report = new.crime_report and p.criminal_case is null;
  update public.statement_request r set criminal_case = new.id, handler = new.handler, procuracy = new.procuracy
    where r.crime_report = new.crime_report and r.criminal_case is null;
  return null;
end $$;
create trigger case_opened after insert on public.criminal_case for each row when (new.crime_report is not null) execute function ct.case_opened();

create function ct.report_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.participation p set handler = coalesce(new.to_office, p.handler), procuracy = new.procuracy
    where p.crime_report = new.id and p.criminal_case is null;
  update public.statement_request r set handler = coalesce(new.to_office, r.handler), procuracy = new.procuracy
    where r.crime_report = new.id and r.criminal_case is null;
  return null;
end $$;
create trigger report_changed after update of state, to_office, procuracy on public.crime_report for each row execute function ct.report_changed();

revoke execute on function ct.keep_secrets_out(), ct.case_opened(), ct.report_changed(), ct.stage_of_case(uuid), ct.keep_stage(), ct.step_taken(), ct.seat_changed() from public;

reset role;
