-- What goes with a report is noted as done, as what goes with a step of a case is; handing a report on again keeps when the first body got it that may resolve it.
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

reset role;
