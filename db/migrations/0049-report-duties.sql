-- What goes with a report is noted as done, as what goes with a step of a case is; handing a report on again keeps when the first body got it that may resolve it. The summary procedure and
-- late appeals are steps of a case, and what goes with them is noted too.
set role chungtay_owner;

alter table crime_report add column first_handed_at timestamptz,
  add column abuse_of_minor text check (abuse_of_minor in ('yes', 'no', 'unknown', 'declined', 'not_asked'));

create table report_duty_done (
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
  limit_family text not null check (limit_family in ('report.classify', 'report.transfer_incompetent', 'report.notify_vks', 'report.notify_reporter', 'report.pre_expiry_review', 'report.suspend_send', 'report.resume_send', 'report.cancel_send', 'report.result_notify', 'report.non_prosecution_send')),
  of_row text not null,
  done_on date not null,
  decision_number text,
  not_ours_at timestamptz
);
create index report_duty_done_office_made_at_id_idx on report_duty_done (office, made_at, id);
create index report_duty_done_crime_report_idx on report_duty_done (crime_report);
create index report_duty_done_to_office_done_on_idx on report_duty_done (to_office, done_on);
create index report_duty_done_procuracy_done_on_idx on report_duty_done (procuracy, done_on);
create index report_duty_done_office_done_on_id_limit_family_idx on report_duty_done (office, done_on, id, limit_family);
create unique index report_duty_done_once_idx on report_duty_done (crime_report, limit_family, of_row);
alter table report_duty_done add constraint report_duty_done_office_fk foreign key (office) references office (id);
alter table report_duty_done add constraint report_duty_done_crime_report_fk foreign key (crime_report) references crime_report (id);
alter table report_duty_done add constraint report_duty_done_to_office_fk foreign key (to_office) references office (id);
alter table report_duty_done add constraint report_duty_done_procuracy_fk foreign key (procuracy) references office (id);
create trigger mark_report after insert or update on report_duty_done for each row execute function ct.mark_report();

alter table case_step drop constraint case_step_step_kind_check;
alter table case_step add constraint case_step_step_kind_check check (step_kind in ('initiated', 'investigation_suspended', 'investigation_resumed', 'handler_received', 'concluded', 'procuracy_received', 'returned_by_procuracy', 'indicted', 'court_accepted', 'returned_by_court', 'trial_suspended', 'trial_resumed', 'trial_ordered', 'trial_postponed', 'judged', 'appealed', 'protested', 'appeal_sent', 'appeal_accepted', 'appeal_procuracy_received', 'appeal_ordered', 'appeal_judged', 'appeal_quashed', 'appeal_remanded', 'appeal_withdrawn', 'judgment_in_force', 'enforcement', 'closed', 'joined', 'joined_into', 'split', 'split_off', 'summary_applied', 'summary_cancelled', 'late_appealed', 'late_appeal_refused', 'late_appeal_admitted'));
alter table duty_done drop constraint duty_done_limit_family_check;
alter table duty_done add constraint duty_done_limit_family_check check (limit_family in ('case.send_vks', 'investigation.suspend_send', 'investigation.resume_send', 'investigation.conclusion_send', 'prosecution.to_court', 'prosecution.deliver', 'trial.assign', 'trial.send_vks', 'trial.serve_suspend', 'trial.serve', 'trial.postpone', 'judgment.deliver', 'appeal.notify', 'appeal.file', 'protest.send', 'appeal.assign', 'appeal.vks_study', 'appeal.prepare', 'appeal.open_total', 'appeal.open', 'appeal.serve', 'appeal.deliver', 'appeal.late_send', 'appeal.late_decide', 'summary.serve', 'accused.send_vks', 'accused.vks_ratify', 'custody.send_vks', 'custody.emergency_decide', 'custody.vks_emergency', 'custody.minor_notify', 'detention.vks_ratify', 'trial.measures', 'prosecution.warn_court_detention', 'detention.new_order_prosecution', 'detention.propose_extension', 'bdbp.simple_file', 'bdbp.transfer'));

reset role;
