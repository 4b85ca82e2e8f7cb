-- What was entered wrongly is set right in its row, and what it was first said to be stays there with who set it right, when and why. And more offences that accompany trafficking.
set role chungtay_owner;

-- Corrections are only added to, whoever writes.
create function ct.corrections_stay() returns trigger language plpgsql set search_path = '' as $$
declare
  before jsonb := coalesce(old.corrections, '[]');
begin
  if before is distinct from coalesce((select jsonb_agg(x.one order by x.turn) from jsonb_array_elements(new.corrections) with ordinality x(one, turn) where x.turn <= jsonb_array_length(before)), '[]') then
    raise exception 'a correction is kept' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
do $$
declare
  part text;
begin
  foreach part in array array['crime_report', 'report_decision', 'case_step', 'accused', 'charge', 'measure', 'limit_extension', 'duty_done', 'key_case_progress'] loop
    execute format('alter table public.%I add column corrections jsonb', part);
    execute format('create trigger corrections_stay before update of corrections on public.%I for each row execute function ct.corrections_stay()', part);
  end loop;
end $$;

-- The day of a step could be set right before, once: who did it, the ledger says.
update case_step set corrections = jsonb_build_array(jsonb_build_object(
  'at', to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', null, 'why', corrected_why, 'was', jsonb_build_object('onDay', was_on_day)))
  where was_on_day is not null;
alter table case_step drop column was_on_day, drop column corrected_why;

-- What was noted as done by mistake is taken back, and may be noted anew.
alter table duty_done add column taken_back boolean;
drop index duty_done_once_idx;
create unique index duty_done_once_idx on duty_done (criminal_case, limit_family, of_row) where taken_back is not true;

alter table charge drop constraint charge_offence_check;
alter table charge add constraint charge_offence_check check (offence in ('blhs2015.150', 'blhs2015.151', 'blhs2015.152', 'blhs2015.153', 'blhs2015.154', 'blhs2015.296', 'blhs2015.297', 'blhs2015.347', 'blhs2015.348', 'blhs2015.349', 'blhs2015.350', 'blhs2015.327', 'blhs2015.328', 'blhs2015.329', 'blhs2015.141', 'blhs2015.142', 'blhs2015.143', 'blhs2015.144', 'blhs2015.145', 'blhs2015.146', 'blhs2015.147', 'blhs2015.157', 'blhs2015.169', 'blhs2015.170', 'blhs2015.174', 'blhs2015.181', 'blhs2015.324', 'blhs2015.341'));

reset role;
