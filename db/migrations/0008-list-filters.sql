-- Lists filter by choices while they walk an order: the choices stand in the index behind it, so that what is filtered out is never fetched. A share keeps
-- the choices of the file it opens as it keeps its order, and only as far as they were shared.
set role chungtay_owner;

drop index public.person_office_full_name_id_idx, public.person_office_born_id_idx, public.verification_office_due_on_id_idx,
  public.referral_office_sent_at_id_idx, public.share_office_file_name_id_idx, public.share_to_office_file_name_person_idx,
  public.share_to_office_file_born_person_idx, public.share_to_office_file_made_at_person_idx;

alter table public.share add column file_sex text, add column file_ethnicity text, add column file_state text;
update public.share s set
  file_sex = case when s.shared_fields @> array['person.sex'] then p.sex end,
  file_ethnicity = case when s.shared_fields @> array['person.ethnicity'] then p.ethnicity end,
  file_state = p.state
from public.person p where p.id = s.person;

create index person_office_full_name_id_sex_idx on public.person (office, full_name, id, sex, ethnicity, state);
create index person_office_born_id_sex_idx on public.person (office, born, id, sex, ethnicity, state);
create index verification_office_due_on_id_state_idx on public.verification (office, due_on, id, state, finding);
create index referral_office_sent_at_id_state_idx on public.referral (office, sent_at, id, state, referral_purpose, ground);
create index share_to_office_file_name_person_file_sex_idx on public.share (to_office, file_name, person, file_sex, file_ethnicity, file_state) where revoked_at is null;
create index share_to_office_file_born_person_file_sex_idx on public.share (to_office, file_born, person, file_sex, file_ethnicity, file_state) where revoked_at is null;
create index share_to_office_file_made_at_person_file_sex_idx on public.share (to_office, file_made_at, person, file_sex, file_ethnicity, file_state) where revoked_at is null;
create index share_office_file_name_id_share_purpose_idx on public.share (office, file_name, id, share_purpose, ground);

create or replace function ct.fill_share() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  file public.person;
begin
  select * into file from public.person p where p.id = new.person;
  new.file_name := case when new.shared_fields @> array['person.fullName'] then file.full_name end;
  new.file_born := case when new.shared_fields @> array['person.born'] then file.born end;
  new.file_made_at := file.made_at;
  new.file_sex := case when new.shared_fields @> array['person.sex'] then file.sex end;
  new.file_ethnicity := case when new.shared_fields @> array['person.ethnicity'] then file.ethnicity end;
  new.file_state := file.state;
  return new;
end $$;

create or replace function ct.file_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.share s set
    file_name = case when s.shared_fields @> array['person.fullName'] then new.full_name end,
    file_born = case when s.shared_fields @> array['person.born'] then new.born end,
    file_sex = case when s.shared_fields @> array['person.sex'] then new.sex end,
    file_ethnicity = case when s.shared_fields @> array['person.ethnicity'] then new.ethnicity end,
    file_state = new.state
  where s.person = new.id;
  return null;
end $$;
drop trigger file_changed on public.person;
create trigger file_changed after update of full_name, born, sex, ethnicity, state on public.person for each row
  when ((old.full_name, old.born, old.sex, old.ethnicity, old.state) is distinct from (new.full_name, new.born, new.sex, new.ethnicity, new.state))
  execute function ct.file_changed();

reset role;
