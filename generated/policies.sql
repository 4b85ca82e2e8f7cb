-- Made by `npm run generate` from the declarations in modules/; do not edit.

drop schema if exists shared cascade;
create schema shared;
grant usage, create on schema shared to ct_sharer;
grant usage on schema public, shared, ct, ledger to ct_border_officer;
grant usage on schema public, shared, ct, ledger to ct_police_officer;
grant usage on schema public, shared, ct, ledger to ct_identifier;
grant usage on schema public, shared, ct, ledger to ct_investigator;
grant usage on schema public, shared, ct, ledger to ct_procurator;
grant usage on schema public, shared, ct, ledger to ct_judge_clerk;
grant usage on schema public, shared, ct, ledger to ct_social_worker;
grant usage on schema public, shared, ct, ledger to ct_shelter_worker;
grant usage on schema public, shared, ct, ledger to ct_womens_union_officer;
grant usage on schema public, shared, ct, ledger to ct_commune_officer;
grant usage on schema public, shared, ct, ledger to ct_secretary;
grant usage on schema public, shared, ct, ledger to ct_auditor;
grant usage on schema public, shared, ct, ledger to ct_administrator;

-- unit
select ct.forget_policies('unit');
alter table unit enable row level security;
alter table unit force row level security;
create policy owner_all on unit to chungtay_owner using (true) with check (true);
create policy system_all on unit to ct_system using (true) with check (true);
grant select, insert, update on unit to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_border_officer;
create policy see_border_officer on unit for select to ct_border_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_police_officer;
create policy see_police_officer on unit for select to ct_police_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_identifier;
create policy see_identifier on unit for select to ct_identifier using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_investigator;
create policy see_investigator on unit for select to ct_investigator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_procurator;
create policy see_procurator on unit for select to ct_procurator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_judge_clerk;
create policy see_judge_clerk on unit for select to ct_judge_clerk using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_social_worker;
create policy see_social_worker on unit for select to ct_social_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_shelter_worker;
create policy see_shelter_worker on unit for select to ct_shelter_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_womens_union_officer;
create policy see_womens_union_officer on unit for select to ct_womens_union_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_commune_officer;
create policy see_commune_officer on unit for select to ct_commune_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_secretary;
create policy see_secretary on unit for select to ct_secretary using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_auditor;
create policy see_auditor on unit for select to ct_auditor using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, level, code, name, full_name, name_en, unit_type, parent, valid_from, valid_to, pilot, pilot_successor, longitude, latitude) on unit to ct_administrator;
create policy see_administrator on unit for select to ct_administrator using (
    true);

-- unitLineage
select ct.forget_policies('unit_lineage');
alter table unit_lineage enable row level security;
alter table unit_lineage force row level security;
create policy owner_all on unit_lineage to chungtay_owner using (true) with check (true);
create policy system_all on unit_lineage to ct_system using (true) with check (true);
grant select, insert, update on unit_lineage to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_border_officer;
create policy see_border_officer on unit_lineage for select to ct_border_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_police_officer;
create policy see_police_officer on unit_lineage for select to ct_police_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_identifier;
create policy see_identifier on unit_lineage for select to ct_identifier using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_investigator;
create policy see_investigator on unit_lineage for select to ct_investigator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_procurator;
create policy see_procurator on unit_lineage for select to ct_procurator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_judge_clerk;
create policy see_judge_clerk on unit_lineage for select to ct_judge_clerk using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_social_worker;
create policy see_social_worker on unit_lineage for select to ct_social_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_shelter_worker;
create policy see_shelter_worker on unit_lineage for select to ct_shelter_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_womens_union_officer;
create policy see_womens_union_officer on unit_lineage for select to ct_womens_union_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_commune_officer;
create policy see_commune_officer on unit_lineage for select to ct_commune_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_secretary;
create policy see_secretary on unit_lineage for select to ct_secretary using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_auditor;
create policy see_auditor on unit_lineage for select to ct_auditor using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, predecessor, successor, change, on_day) on unit_lineage to ct_administrator;
create policy see_administrator on unit_lineage for select to ct_administrator using (
    true);

-- agency
select ct.forget_policies('agency');
alter table agency enable row level security;
alter table agency force row level security;
create policy owner_all on agency to chungtay_owner using (true) with check (true);
create policy system_all on agency to ct_system using (true) with check (true);
grant select, insert, update on agency to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_border_officer;
create policy see_border_officer on agency for select to ct_border_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_police_officer;
create policy see_police_officer on agency for select to ct_police_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_identifier;
create policy see_identifier on agency for select to ct_identifier using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_investigator;
create policy see_investigator on agency for select to ct_investigator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_procurator;
create policy see_procurator on agency for select to ct_procurator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_judge_clerk;
create policy see_judge_clerk on agency for select to ct_judge_clerk using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_social_worker;
create policy see_social_worker on agency for select to ct_social_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_shelter_worker;
create policy see_shelter_worker on agency for select to ct_shelter_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_womens_union_officer;
create policy see_womens_union_officer on agency for select to ct_womens_union_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_commune_officer;
create policy see_commune_officer on agency for select to ct_commune_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_secretary;
create policy see_secretary on agency for select to ct_secretary using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_auditor;
create policy see_auditor on agency for select to ct_auditor using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, key, name, name_en, agency_kind) on agency to ct_administrator;
create policy see_administrator on agency for select to ct_administrator using (
    true);

-- office
select ct.forget_policies('office');
alter table office enable row level security;
alter table office force row level security;
create policy owner_all on office to chungtay_owner using (true) with check (true);
create policy system_all on office to ct_system using (true) with check (true);
grant select, insert, update on office to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_border_officer;
create policy see_border_officer on office for select to ct_border_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_police_officer;
create policy see_police_officer on office for select to ct_police_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_identifier;
create policy see_identifier on office for select to ct_identifier using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_investigator;
create policy see_investigator on office for select to ct_investigator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_procurator;
create policy see_procurator on office for select to ct_procurator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_judge_clerk;
create policy see_judge_clerk on office for select to ct_judge_clerk using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_social_worker;
create policy see_social_worker on office for select to ct_social_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_shelter_worker;
create policy see_shelter_worker on office for select to ct_shelter_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_womens_union_officer;
create policy see_womens_union_officer on office for select to ct_womens_union_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_commune_officer;
create policy see_commune_officer on office for select to ct_commune_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_secretary;
create policy see_secretary on office for select to ct_secretary using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_auditor;
create policy see_auditor on office for select to ct_auditor using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, agency, name, name_en, short_name, short_name_en, parent, area, level, competence, successors, valid_from, valid_to) on office to ct_administrator;
create policy see_administrator on office for select to ct_administrator using (
    true);

-- officer
select ct.forget_policies('officer');
alter table officer enable row level security;
alter table officer force row level security;
create policy owner_all on officer to chungtay_owner using (true) with check (true);
create policy system_all on officer to ct_system using (true) with check (true);
grant select, insert, update on officer to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_border_officer;
create policy see_border_officer on officer for select to ct_border_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_police_officer;
create policy see_police_officer on officer for select to ct_police_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_identifier;
create policy see_identifier on officer for select to ct_identifier using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_investigator;
create policy see_investigator on officer for select to ct_investigator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_procurator;
create policy see_procurator on officer for select to ct_procurator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_judge_clerk;
create policy see_judge_clerk on officer for select to ct_judge_clerk using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_social_worker;
create policy see_social_worker on officer for select to ct_social_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_shelter_worker;
create policy see_shelter_worker on officer for select to ct_shelter_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_womens_union_officer;
create policy see_womens_union_officer on officer for select to ct_womens_union_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_commune_officer;
create policy see_commune_officer on officer for select to ct_commune_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_secretary;
create policy see_secretary on officer for select to ct_secretary using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, lang, cast_key, ended) on officer to ct_auditor;
create policy see_auditor on officer for select to ct_auditor using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, name, title, title_en, email, lang, cast_key, ended) on officer to ct_administrator;
create policy see_administrator on officer for select to ct_administrator using (
    true);
grant insert on officer to ct_administrator;
create policy add_administrator on officer for insert to ct_administrator with check (true);
grant update (ended, changed_at, version) on officer to ct_administrator;
create policy change_administrator on officer for update to ct_administrator using (
    true) with check (true);

-- post
select ct.forget_policies('post');
alter table post enable row level security;
alter table post force row level security;
create policy owner_all on post to chungtay_owner using (true) with check (true);
create policy system_all on post to ct_system using (true) with check (true);
grant select, insert, update on post to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_border_officer;
create policy see_border_officer on post for select to ct_border_officer using (
    true);
grant insert on post to ct_border_officer;
create policy add_border_officer on post for insert to ct_border_officer with check (true);
grant update (valid_to, changed_at, version) on post to ct_border_officer;
create policy change_border_officer on post for update to ct_border_officer using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_police_officer;
create policy see_police_officer on post for select to ct_police_officer using (
    true);
grant insert on post to ct_police_officer;
create policy add_police_officer on post for insert to ct_police_officer with check (true);
grant update (valid_to, changed_at, version) on post to ct_police_officer;
create policy change_police_officer on post for update to ct_police_officer using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_identifier;
create policy see_identifier on post for select to ct_identifier using (
    true);
grant insert on post to ct_identifier;
create policy add_identifier on post for insert to ct_identifier with check (true);
grant update (valid_to, changed_at, version) on post to ct_identifier;
create policy change_identifier on post for update to ct_identifier using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_investigator;
create policy see_investigator on post for select to ct_investigator using (
    true);
grant insert on post to ct_investigator;
create policy add_investigator on post for insert to ct_investigator with check (true);
grant update (valid_to, changed_at, version) on post to ct_investigator;
create policy change_investigator on post for update to ct_investigator using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_procurator;
create policy see_procurator on post for select to ct_procurator using (
    true);
grant insert on post to ct_procurator;
create policy add_procurator on post for insert to ct_procurator with check (true);
grant update (valid_to, changed_at, version) on post to ct_procurator;
create policy change_procurator on post for update to ct_procurator using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_judge_clerk;
create policy see_judge_clerk on post for select to ct_judge_clerk using (
    true);
grant insert on post to ct_judge_clerk;
create policy add_judge_clerk on post for insert to ct_judge_clerk with check (true);
grant update (valid_to, changed_at, version) on post to ct_judge_clerk;
create policy change_judge_clerk on post for update to ct_judge_clerk using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_social_worker;
create policy see_social_worker on post for select to ct_social_worker using (
    true);
grant insert on post to ct_social_worker;
create policy add_social_worker on post for insert to ct_social_worker with check (true);
grant update (valid_to, changed_at, version) on post to ct_social_worker;
create policy change_social_worker on post for update to ct_social_worker using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_shelter_worker;
create policy see_shelter_worker on post for select to ct_shelter_worker using (
    true);
grant insert on post to ct_shelter_worker;
create policy add_shelter_worker on post for insert to ct_shelter_worker with check (true);
grant update (valid_to, changed_at, version) on post to ct_shelter_worker;
create policy change_shelter_worker on post for update to ct_shelter_worker using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_womens_union_officer;
create policy see_womens_union_officer on post for select to ct_womens_union_officer using (
    true);
grant insert on post to ct_womens_union_officer;
create policy add_womens_union_officer on post for insert to ct_womens_union_officer with check (true);
grant update (valid_to, changed_at, version) on post to ct_womens_union_officer;
create policy change_womens_union_officer on post for update to ct_womens_union_officer using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_commune_officer;
create policy see_commune_officer on post for select to ct_commune_officer using (
    true);
grant insert on post to ct_commune_officer;
create policy add_commune_officer on post for insert to ct_commune_officer with check (true);
grant update (valid_to, changed_at, version) on post to ct_commune_officer;
create policy change_commune_officer on post for update to ct_commune_officer using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_secretary;
create policy see_secretary on post for select to ct_secretary using (
    true);
grant insert on post to ct_secretary;
create policy add_secretary on post for insert to ct_secretary with check (true);
grant update (valid_to, changed_at, version) on post to ct_secretary;
create policy change_secretary on post for update to ct_secretary using (
    true) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_auditor;
create policy see_auditor on post for select to ct_auditor using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, officer, role, extent, head, valid_from, valid_to, delegated_from, reason) on post to ct_administrator;
create policy see_administrator on post for select to ct_administrator using (
    true);
grant insert on post to ct_administrator;
create policy add_administrator on post for insert to ct_administrator with check (true);
grant update (valid_to, changed_at, version) on post to ct_administrator;
create policy change_administrator on post for update to ct_administrator using (
    true) with check (true);

-- person
select ct.forget_policies('person');
alter table person enable row level security;
alter table person force row level security;
create policy owner_all on person to chungtay_owner using (true) with check (true);
create policy system_all on person to ct_system using (true) with check (true);
grant select, insert, update on person to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, unanswered, full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, state, entry, import_key, exchange, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index) on person to ct_border_officer;
create policy see_border_officer on person for select to ct_border_officer using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on person to ct_border_officer;
create policy add_border_officer on person for insert to ct_border_officer with check (person.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index, state, changed_at, version, unanswered) on person to ct_border_officer;
create policy change_border_officer on person for update to ct_border_officer using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[]))
    or person.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, unanswered, full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, state, entry, import_key, exchange, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index) on person to ct_police_officer;
create policy see_police_officer on person for select to ct_police_officer using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on person to ct_police_officer;
create policy add_police_officer on person for insert to ct_police_officer with check (person.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index, state, changed_at, version, unanswered) on person to ct_police_officer;
create policy change_police_officer on person for update to ct_police_officer using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[]))
    or person.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, unanswered, full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, state, entry, import_key, exchange, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index) on person to ct_identifier;
create policy see_identifier on person for select to ct_identifier using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[])));
grant update (full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index, state, changed_at, version, unanswered) on person to ct_identifier;
create policy change_identifier on person for update to ct_identifier using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[]))
    or person.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, unanswered, full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, state, entry, import_key, exchange) on person to ct_investigator;
create policy see_investigator on person for select to ct_investigator using (
    person.id = any ((select ct.exceptions(current_user::text))::uuid[]));
grant select (id, province, office, number, made_at, made_by, changed_at, version, unanswered, full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, state, entry, import_key, exchange, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index) on person to ct_social_worker;
create policy see_social_worker on person for select to ct_social_worker using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on person to ct_social_worker;
create policy add_social_worker on person for insert to ct_social_worker with check (person.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index, state, changed_at, version, unanswered) on person to ct_social_worker;
create policy change_social_worker on person for update to ct_social_worker using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[]))
    or person.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, unanswered, full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, state, entry, import_key, exchange, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index) on person to ct_shelter_worker;
create policy see_shelter_worker on person for select to ct_shelter_worker using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[])));
grant update (full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index, state, changed_at, version, unanswered) on person to ct_shelter_worker;
create policy change_shelter_worker on person for update to ct_shelter_worker using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[]))
    or person.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, unanswered, full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, state, entry, import_key, exchange) on person to ct_womens_union_officer;
create policy see_womens_union_officer on person for select to ct_womens_union_officer using (
    person.id = any ((select ct.exceptions(current_user::text))::uuid[]));
grant select (id, province, office, number, made_at, made_by, changed_at, version, unanswered, full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, state, entry, import_key, exchange, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index) on person to ct_commune_officer;
create policy see_commune_officer on person for select to ct_commune_officer using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on person to ct_commune_officer;
create policy add_commune_officer on person for insert to ct_commune_officer with check (person.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (full_name, other_names, born, sex, ethnicity, nationality, lives_here, abroad_now, spoken, origin, origin_note, phone_sealed, phone_index, address_sealed, bank_account_sealed, bank_account_index, state, changed_at, version, unanswered) on person to ct_commune_officer;
create policy change_commune_officer on person for update to ct_commune_officer using (
    (person.office = any ((select ct.reach(current_user::text))::uuid[]) or person.id = any ((select ct.exceptions(current_user::text))::uuid[]))
    or person.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select on person to ct_sharer;
create policy sharer on person for select to ct_sharer using (true);
create view shared.person with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.number,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  coalesce((select jsonb_object_agg(u.key, u.value) from jsonb_each(r.unanswered) u where s.fields @> array['person.' || u.key]), '{}'::jsonb) as unanswered,
  case when s.fields @> array['person.fullName'] then r.full_name end as full_name,
  case when s.fields @> array['person.otherNames'] then r.other_names end as other_names,
  case when s.fields @> array['person.born'] then r.born end as born,
  case when s.fields @> array['person.sex'] then r.sex end as sex,
  case when s.fields @> array['person.ethnicity'] then r.ethnicity end as ethnicity,
  case when s.fields @> array['person.nationality'] then r.nationality end as nationality,
  case when s.fields @> array['person.livesHere'] then r.lives_here end as lives_here,
  case when s.fields @> array['person.abroadNow'] then r.abroad_now end as abroad_now,
  case when s.fields @> array['person.spoken'] then r.spoken end as spoken,
  case when s.fields @> array['person.origin'] then r.origin end as origin,
  case when s.fields @> array['person.originNote'] then r.origin_note end as origin_note,
  r.state,
  case when s.fields @> array['person.entry'] then r.entry end as entry,
  case when s.fields @> array['person.phone'] then r.phone_sealed end as phone_sealed,
  case when s.fields @> array['person.address'] then r.address_sealed end as address_sealed,
  case when s.fields @> array['person.bankAccount'] then r.bank_account_sealed end as bank_account_sealed,
  case when s.fields @> array['person.importKey'] then r.import_key end as import_key,
  case when s.fields @> array['person.exchange'] then r.exchange end as exchange
from person r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.id and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['person.fullName', 'person.otherNames', 'person.born', 'person.sex', 'person.ethnicity', 'person.nationality', 'person.livesHere', 'person.abroadNow', 'person.spoken', 'person.origin', 'person.originNote', 'person.state', 'person.entry', 'person.phone', 'person.address', 'person.bankAccount', 'person.importKey', 'person.exchange'];
alter view shared.person owner to ct_sharer;
grant select on shared.person to ct_border_officer;
grant select on shared.person to ct_police_officer;
grant select on shared.person to ct_commune_officer;
grant select on shared.person to ct_social_worker;
grant select on shared.person to ct_identifier;
grant select on shared.person to ct_shelter_worker;
grant select on shared.person to ct_womens_union_officer;
grant select on shared.person to ct_investigator;
grant select (id, office, full_name, other_names, born, sex, origin, ethnicity, import_key) on person to ct_matcher;
create policy matcher on person for select to ct_matcher using (true);

-- identityPaper
select ct.forget_policies('identity_paper');
alter table identity_paper enable row level security;
alter table identity_paper force row level security;
create policy owner_all on identity_paper to chungtay_owner using (true) with check (true);
create policy system_all on identity_paper to ct_system using (true) with check (true);
grant select, insert, update on identity_paper to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, paper_kind, issued_on, issuer, format_warnings, paper_number_sealed, paper_number_index) on identity_paper to ct_border_officer;
create policy see_border_officer on identity_paper for select to ct_border_officer using (
    (identity_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = identity_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or identity_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on identity_paper to ct_border_officer;
create policy add_border_officer on identity_paper for insert to ct_border_officer with check (ct.may_add(identity_paper.person, identity_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, paper_kind, issued_on, issuer, format_warnings, paper_number_sealed, paper_number_index) on identity_paper to ct_police_officer;
create policy see_police_officer on identity_paper for select to ct_police_officer using (
    (identity_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = identity_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or identity_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on identity_paper to ct_police_officer;
create policy add_police_officer on identity_paper for insert to ct_police_officer with check (ct.may_add(identity_paper.person, identity_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, paper_kind, issued_on, issuer, format_warnings, paper_number_sealed, paper_number_index) on identity_paper to ct_identifier;
create policy see_identifier on identity_paper for select to ct_identifier using (
    (identity_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = identity_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or identity_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on identity_paper to ct_identifier;
create policy add_identifier on identity_paper for insert to ct_identifier with check (ct.may_add(identity_paper.person, identity_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant insert on identity_paper to ct_investigator;
create policy add_investigator on identity_paper for insert to ct_investigator with check (ct.may_add(identity_paper.person, identity_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, paper_kind, issued_on, issuer, format_warnings, paper_number_sealed, paper_number_index) on identity_paper to ct_social_worker;
create policy see_social_worker on identity_paper for select to ct_social_worker using (
    (identity_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = identity_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or identity_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on identity_paper to ct_social_worker;
create policy add_social_worker on identity_paper for insert to ct_social_worker with check (ct.may_add(identity_paper.person, identity_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, paper_kind, issued_on, issuer, format_warnings, paper_number_sealed, paper_number_index) on identity_paper to ct_shelter_worker;
create policy see_shelter_worker on identity_paper for select to ct_shelter_worker using (
    (identity_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = identity_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or identity_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on identity_paper to ct_shelter_worker;
create policy add_shelter_worker on identity_paper for insert to ct_shelter_worker with check (ct.may_add(identity_paper.person, identity_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant insert on identity_paper to ct_womens_union_officer;
create policy add_womens_union_officer on identity_paper for insert to ct_womens_union_officer with check (ct.may_add(identity_paper.person, identity_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, paper_kind, issued_on, issuer, format_warnings, paper_number_sealed, paper_number_index) on identity_paper to ct_commune_officer;
create policy see_commune_officer on identity_paper for select to ct_commune_officer using (
    (identity_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = identity_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or identity_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on identity_paper to ct_commune_officer;
create policy add_commune_officer on identity_paper for insert to ct_commune_officer with check (ct.may_add(identity_paper.person, identity_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on identity_paper to ct_sharer;
create policy sharer on identity_paper for select to ct_sharer using (true);
create view shared.identity_paper with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['identityPaper.paperKind'] then r.paper_kind end as paper_kind,
  case when s.fields @> array['identityPaper.paperNumber'] then r.paper_number_sealed end as paper_number_sealed,
  case when s.fields @> array['identityPaper.issuedOn'] then r.issued_on end as issued_on,
  case when s.fields @> array['identityPaper.issuer'] then r.issuer end as issuer,
  case when s.fields @> array['identityPaper.formatWarnings'] then r.format_warnings end as format_warnings
from identity_paper r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['identityPaper.paperKind', 'identityPaper.paperNumber', 'identityPaper.issuedOn', 'identityPaper.issuer', 'identityPaper.formatWarnings'];
alter view shared.identity_paper owner to ct_sharer;
grant select on shared.identity_paper to ct_border_officer;
grant select on shared.identity_paper to ct_police_officer;
grant select on shared.identity_paper to ct_commune_officer;
grant select on shared.identity_paper to ct_social_worker;
grant select on shared.identity_paper to ct_identifier;
grant select on shared.identity_paper to ct_shelter_worker;
grant select on shared.identity_paper to ct_womens_union_officer;
grant select on shared.identity_paper to ct_investigator;

-- likeness
select ct.forget_policies('likeness');
alter table likeness enable row level security;
alter table likeness force row level security;
create policy owner_all on likeness to chungtay_owner using (true) with check (true);
create policy system_all on likeness to ct_system using (true) with check (true);
grant select, insert, update on likeness to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, other, level, bits, reasons, verdict, decided_by, decided_at, decided_why) on likeness to ct_border_officer;
create policy see_border_officer on likeness for select to ct_border_officer using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on likeness to ct_border_officer;
create policy add_border_officer on likeness for insert to ct_border_officer with check (ct.may_add(likeness.person, likeness.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (verdict, decided_by, decided_at, decided_why, changed_at, version) on likeness to ct_border_officer;
create policy change_border_officer on likeness for update to ct_border_officer using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, other, level, bits, reasons, verdict, decided_by, decided_at, decided_why) on likeness to ct_police_officer;
create policy see_police_officer on likeness for select to ct_police_officer using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on likeness to ct_police_officer;
create policy add_police_officer on likeness for insert to ct_police_officer with check (ct.may_add(likeness.person, likeness.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (verdict, decided_by, decided_at, decided_why, changed_at, version) on likeness to ct_police_officer;
create policy change_police_officer on likeness for update to ct_police_officer using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, other, level, bits, reasons, verdict, decided_by, decided_at, decided_why) on likeness to ct_identifier;
create policy see_identifier on likeness for select to ct_identifier using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on likeness to ct_identifier;
create policy add_identifier on likeness for insert to ct_identifier with check (ct.may_add(likeness.person, likeness.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (verdict, decided_by, decided_at, decided_why, changed_at, version) on likeness to ct_identifier;
create policy change_identifier on likeness for update to ct_identifier using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, other, level, bits, reasons, verdict, decided_by, decided_at, decided_why) on likeness to ct_social_worker;
create policy see_social_worker on likeness for select to ct_social_worker using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on likeness to ct_social_worker;
create policy add_social_worker on likeness for insert to ct_social_worker with check (ct.may_add(likeness.person, likeness.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (verdict, decided_by, decided_at, decided_why, changed_at, version) on likeness to ct_social_worker;
create policy change_social_worker on likeness for update to ct_social_worker using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, other, level, bits, reasons, verdict, decided_by, decided_at, decided_why) on likeness to ct_shelter_worker;
create policy see_shelter_worker on likeness for select to ct_shelter_worker using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on likeness to ct_shelter_worker;
create policy add_shelter_worker on likeness for insert to ct_shelter_worker with check (ct.may_add(likeness.person, likeness.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (verdict, decided_by, decided_at, decided_why, changed_at, version) on likeness to ct_shelter_worker;
create policy change_shelter_worker on likeness for update to ct_shelter_worker using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, other, level, bits, reasons, verdict, decided_by, decided_at, decided_why) on likeness to ct_commune_officer;
create policy see_commune_officer on likeness for select to ct_commune_officer using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on likeness to ct_commune_officer;
create policy add_commune_officer on likeness for insert to ct_commune_officer with check (ct.may_add(likeness.person, likeness.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (verdict, decided_by, decided_at, decided_why, changed_at, version) on likeness to ct_commune_officer;
create policy change_commune_officer on likeness for update to ct_commune_officer using (
    (likeness.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = likeness.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or likeness.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select on likeness to ct_sharer;
create policy sharer on likeness for select to ct_sharer using (true);
create view shared.likeness with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['likeness.other'] then r.other end as other,
  case when s.fields @> array['likeness.level'] then r.level end as level,
  case when s.fields @> array['likeness.bits'] then r.bits end as bits,
  case when s.fields @> array['likeness.reasons'] then r.reasons end as reasons,
  r.verdict,
  case when s.fields @> array['likeness.decidedBy'] then r.decided_by end as decided_by,
  case when s.fields @> array['likeness.decidedAt'] then r.decided_at end as decided_at,
  case when s.fields @> array['likeness.decidedWhy'] then r.decided_why end as decided_why
from likeness r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['likeness.other', 'likeness.level', 'likeness.bits', 'likeness.reasons', 'likeness.verdict', 'likeness.decidedBy', 'likeness.decidedAt', 'likeness.decidedWhy'];
alter view shared.likeness owner to ct_sharer;
grant select on shared.likeness to ct_border_officer;
grant select on shared.likeness to ct_police_officer;
grant select on shared.likeness to ct_commune_officer;
grant select on shared.likeness to ct_social_worker;
grant select on shared.likeness to ct_identifier;
grant select on shared.likeness to ct_shelter_worker;
grant select on shared.likeness to ct_womens_union_officer;
grant select on shared.likeness to ct_investigator;

-- exceptionAccess
select ct.forget_policies('exception_access');
alter table exception_access enable row level security;
alter table exception_access force row level security;
create policy owner_all on exception_access to chungtay_owner using (true) with check (true);
create policy system_all on exception_access to ct_system using (true) with check (true);
grant select, insert, update on exception_access to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, officer, reason, until, ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding) on exception_access to ct_border_officer;
create policy see_border_officer on exception_access for select to ct_border_officer using (
    (exception_access.officer = (select ct.officer(current_user::text)) or (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or exception_access.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on exception_access to ct_border_officer;
create policy add_border_officer on exception_access for insert to ct_border_officer with check (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding, changed_at, version) on exception_access to ct_border_officer;
create policy change_border_officer on exception_access for update to ct_border_officer using (
    exception_access.officer = (select ct.officer(current_user::text))
    or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, officer, reason, until, ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding) on exception_access to ct_police_officer;
create policy see_police_officer on exception_access for select to ct_police_officer using (
    (exception_access.officer = (select ct.officer(current_user::text)) or (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or exception_access.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on exception_access to ct_police_officer;
create policy add_police_officer on exception_access for insert to ct_police_officer with check (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding, changed_at, version) on exception_access to ct_police_officer;
create policy change_police_officer on exception_access for update to ct_police_officer using (
    exception_access.officer = (select ct.officer(current_user::text))
    or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, officer, reason, until, ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding) on exception_access to ct_identifier;
create policy see_identifier on exception_access for select to ct_identifier using (
    (exception_access.officer = (select ct.officer(current_user::text)) or (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or exception_access.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on exception_access to ct_identifier;
create policy add_identifier on exception_access for insert to ct_identifier with check (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding, changed_at, version) on exception_access to ct_identifier;
create policy change_identifier on exception_access for update to ct_identifier using (
    exception_access.officer = (select ct.officer(current_user::text))
    or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, officer, reason, until, ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding) on exception_access to ct_investigator;
create policy see_investigator on exception_access for select to ct_investigator using (
    (exception_access.officer = (select ct.officer(current_user::text)) or (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or exception_access.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on exception_access to ct_investigator;
create policy add_investigator on exception_access for insert to ct_investigator with check (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (ended_at, changed_at, version) on exception_access to ct_investigator;
create policy change_investigator on exception_access for update to ct_investigator using (
    exception_access.officer = (select ct.officer(current_user::text))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, officer, reason, until, ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding) on exception_access to ct_social_worker;
create policy see_social_worker on exception_access for select to ct_social_worker using (
    (exception_access.officer = (select ct.officer(current_user::text)) or (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or exception_access.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on exception_access to ct_social_worker;
create policy add_social_worker on exception_access for insert to ct_social_worker with check (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding, changed_at, version) on exception_access to ct_social_worker;
create policy change_social_worker on exception_access for update to ct_social_worker using (
    exception_access.officer = (select ct.officer(current_user::text))
    or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, officer, reason, until, ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding) on exception_access to ct_shelter_worker;
create policy see_shelter_worker on exception_access for select to ct_shelter_worker using (
    (exception_access.officer = (select ct.officer(current_user::text)) or (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or exception_access.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on exception_access to ct_shelter_worker;
create policy add_shelter_worker on exception_access for insert to ct_shelter_worker with check (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding, changed_at, version) on exception_access to ct_shelter_worker;
create policy change_shelter_worker on exception_access for update to ct_shelter_worker using (
    exception_access.officer = (select ct.officer(current_user::text))
    or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, officer, reason, until, ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding) on exception_access to ct_womens_union_officer;
create policy see_womens_union_officer on exception_access for select to ct_womens_union_officer using (
    (exception_access.officer = (select ct.officer(current_user::text)) or (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or exception_access.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on exception_access to ct_womens_union_officer;
create policy add_womens_union_officer on exception_access for insert to ct_womens_union_officer with check (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (ended_at, changed_at, version) on exception_access to ct_womens_union_officer;
create policy change_womens_union_officer on exception_access for update to ct_womens_union_officer using (
    exception_access.officer = (select ct.officer(current_user::text))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, officer, reason, until, ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding) on exception_access to ct_commune_officer;
create policy see_commune_officer on exception_access for select to ct_commune_officer using (
    (exception_access.officer = (select ct.officer(current_user::text)) or (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or exception_access.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on exception_access to ct_commune_officer;
create policy add_commune_officer on exception_access for insert to ct_commune_officer with check (exception_access.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding, changed_at, version) on exception_access to ct_commune_officer;
create policy change_commune_officer on exception_access for update to ct_commune_officer using (
    exception_access.officer = (select ct.officer(current_user::text))
    or exists (select from person p where p.id = exception_access.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, officer, reason, until, ended_at, reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding) on exception_access to ct_auditor;
create policy see_auditor on exception_access for select to ct_auditor using (
    true);
grant update (reviewed_by, reviewed_at, reviewed_finding, second_by, second_at, second_finding, changed_at, version) on exception_access to ct_auditor;
create policy change_auditor on exception_access for update to ct_auditor using (
    true) with check (true);
grant select on exception_access to ct_sharer;
create policy sharer on exception_access for select to ct_sharer using (true);
create view shared.exception_access with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.officer,
  case when s.fields @> array['exceptionAccess.reason'] then r.reason end as reason,
  r.until,
  r.ended_at,
  case when s.fields @> array['exceptionAccess.reviewedBy'] then r.reviewed_by end as reviewed_by,
  case when s.fields @> array['exceptionAccess.reviewedAt'] then r.reviewed_at end as reviewed_at,
  case when s.fields @> array['exceptionAccess.reviewedFinding'] then r.reviewed_finding end as reviewed_finding,
  case when s.fields @> array['exceptionAccess.secondBy'] then r.second_by end as second_by,
  case when s.fields @> array['exceptionAccess.secondAt'] then r.second_at end as second_at,
  case when s.fields @> array['exceptionAccess.secondFinding'] then r.second_finding end as second_finding
from exception_access r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['exceptionAccess.officer', 'exceptionAccess.reason', 'exceptionAccess.until', 'exceptionAccess.endedAt', 'exceptionAccess.reviewedBy', 'exceptionAccess.reviewedAt', 'exceptionAccess.reviewedFinding', 'exceptionAccess.secondBy', 'exceptionAccess.secondAt', 'exceptionAccess.secondFinding'];
alter view shared.exception_access owner to ct_sharer;
grant select on shared.exception_access to ct_border_officer;
grant select on shared.exception_access to ct_police_officer;
grant select on shared.exception_access to ct_commune_officer;
grant select on shared.exception_access to ct_social_worker;
grant select on shared.exception_access to ct_identifier;
grant select on shared.exception_access to ct_shelter_worker;
grant select on shared.exception_access to ct_womens_union_officer;
grant select on shared.exception_access to ct_investigator;

-- arrival
select ct.forget_policies('arrival');
alter table arrival enable row level security;
alter table arrival force row level security;
create policy owner_all on arrival to chungtay_owner using (true) with check (true);
create policy system_all on arrival to ct_system using (true) with check (true);
grant select, insert, update on arrival to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, route, arrived_at, place, place_note, from_country, from_area, left_home, handed_over_by, children_with_her, her_account) on arrival to ct_border_officer;
create policy see_border_officer on arrival for select to ct_border_officer using (
    (arrival.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = arrival.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or arrival.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on arrival to ct_border_officer;
create policy add_border_officer on arrival for insert to ct_border_officer with check (ct.may_add(arrival.person, arrival.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, route, arrived_at, place, place_note, from_country, from_area, left_home, handed_over_by, children_with_her, her_account) on arrival to ct_police_officer;
create policy see_police_officer on arrival for select to ct_police_officer using (
    (arrival.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = arrival.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or arrival.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on arrival to ct_police_officer;
create policy add_police_officer on arrival for insert to ct_police_officer with check (ct.may_add(arrival.person, arrival.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, route, arrived_at, place, place_note, from_country, from_area, left_home, handed_over_by, children_with_her, her_account) on arrival to ct_identifier;
create policy see_identifier on arrival for select to ct_identifier using (
    (arrival.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = arrival.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or arrival.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, route, arrived_at, place, place_note, from_country, from_area, left_home, handed_over_by, children_with_her, her_account) on arrival to ct_social_worker;
create policy see_social_worker on arrival for select to ct_social_worker using (
    (arrival.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = arrival.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or arrival.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on arrival to ct_social_worker;
create policy add_social_worker on arrival for insert to ct_social_worker with check (ct.may_add(arrival.person, arrival.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, route, arrived_at, place, place_note, from_country, from_area, left_home, handed_over_by, children_with_her, her_account) on arrival to ct_shelter_worker;
create policy see_shelter_worker on arrival for select to ct_shelter_worker using (
    (arrival.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = arrival.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or arrival.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, route, arrived_at, place, place_note, from_country, from_area, left_home, handed_over_by, children_with_her, her_account) on arrival to ct_commune_officer;
create policy see_commune_officer on arrival for select to ct_commune_officer using (
    (arrival.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = arrival.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or arrival.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on arrival to ct_commune_officer;
create policy add_commune_officer on arrival for insert to ct_commune_officer with check (ct.may_add(arrival.person, arrival.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on arrival to ct_sharer;
create policy sharer on arrival for select to ct_sharer using (true);
create view shared.arrival with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  coalesce((select jsonb_object_agg(u.key, u.value) from jsonb_each(r.unanswered) u where s.fields @> array['arrival.' || u.key]), '{}'::jsonb) as unanswered,
  r.route,
  r.arrived_at,
  case when s.fields @> array['arrival.place'] then r.place end as place,
  case when s.fields @> array['arrival.placeNote'] then r.place_note end as place_note,
  case when s.fields @> array['arrival.fromCountry'] then r.from_country end as from_country,
  case when s.fields @> array['arrival.fromArea'] then r.from_area end as from_area,
  case when s.fields @> array['arrival.leftHome'] then r.left_home end as left_home,
  case when s.fields @> array['arrival.handedOverBy'] then r.handed_over_by end as handed_over_by,
  case when s.fields @> array['arrival.childrenWithHer'] then r.children_with_her end as children_with_her,
  case when s.fields @> array['arrival.herAccount'] then r.her_account end as her_account
from arrival r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['arrival.route', 'arrival.arrivedAt', 'arrival.place', 'arrival.placeNote', 'arrival.fromCountry', 'arrival.fromArea', 'arrival.leftHome', 'arrival.handedOverBy', 'arrival.childrenWithHer', 'arrival.herAccount'];
alter view shared.arrival owner to ct_sharer;
grant select on shared.arrival to ct_border_officer;
grant select on shared.arrival to ct_police_officer;
grant select on shared.arrival to ct_commune_officer;
grant select on shared.arrival to ct_social_worker;
grant select on shared.arrival to ct_identifier;
grant select on shared.arrival to ct_shelter_worker;
grant select on shared.arrival to ct_womens_union_officer;
grant select on shared.arrival to ct_investigator;

-- needs
select ct.forget_policies('needs');
alter table needs enable row level security;
alter table needs force row level security;
create policy owner_all on needs to chungtay_owner using (true) with check (true);
create policy system_all on needs to ct_system using (true) with check (true);
grant select, insert, update on needs to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, safety, medical, medical_note, food, clothing, rest, interpreter, interpreter_languages, met, keep_from) on needs to ct_border_officer;
create policy see_border_officer on needs for select to ct_border_officer using (
    (needs.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = needs.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or needs.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on needs to ct_border_officer;
create policy add_border_officer on needs for insert to ct_border_officer with check (ct.may_add(needs.person, needs.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, safety, medical, medical_note, food, clothing, rest, interpreter, interpreter_languages, met, keep_from) on needs to ct_police_officer;
create policy see_police_officer on needs for select to ct_police_officer using (
    (needs.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = needs.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or needs.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on needs to ct_police_officer;
create policy add_police_officer on needs for insert to ct_police_officer with check (ct.may_add(needs.person, needs.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, safety, medical, medical_note, food, clothing, rest, interpreter, interpreter_languages, met, keep_from) on needs to ct_identifier;
create policy see_identifier on needs for select to ct_identifier using (
    (needs.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = needs.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or needs.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, safety, medical, medical_note, food, clothing, rest, interpreter, interpreter_languages, met, keep_from) on needs to ct_social_worker;
create policy see_social_worker on needs for select to ct_social_worker using (
    (needs.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = needs.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or needs.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on needs to ct_social_worker;
create policy add_social_worker on needs for insert to ct_social_worker with check (ct.may_add(needs.person, needs.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, safety, medical, medical_note, food, clothing, rest, interpreter, interpreter_languages, met, keep_from) on needs to ct_shelter_worker;
create policy see_shelter_worker on needs for select to ct_shelter_worker using (
    (needs.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = needs.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or needs.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, safety, medical, medical_note, food, clothing, rest, interpreter, interpreter_languages, met, keep_from) on needs to ct_commune_officer;
create policy see_commune_officer on needs for select to ct_commune_officer using (
    (needs.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = needs.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or needs.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on needs to ct_commune_officer;
create policy add_commune_officer on needs for insert to ct_commune_officer with check (ct.may_add(needs.person, needs.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on needs to ct_sharer;
create policy sharer on needs for select to ct_sharer using (true);
create view shared.needs with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['needs.safety'] then r.safety end as safety,
  case when s.fields @> array['needs.medical'] then r.medical end as medical,
  case when s.fields @> array['needs.medicalNote'] then r.medical_note end as medical_note,
  case when s.fields @> array['needs.food'] then r.food end as food,
  case when s.fields @> array['needs.clothing'] then r.clothing end as clothing,
  case when s.fields @> array['needs.rest'] then r.rest end as rest,
  case when s.fields @> array['needs.interpreter'] then r.interpreter end as interpreter,
  case when s.fields @> array['needs.interpreterLanguages'] then r.interpreter_languages end as interpreter_languages,
  case when s.fields @> array['needs.met'] then r.met end as met,
  case when s.fields @> array['needs.keepFrom'] then r.keep_from end as keep_from
from needs r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['needs.safety', 'needs.medical', 'needs.medicalNote', 'needs.food', 'needs.clothing', 'needs.rest', 'needs.interpreter', 'needs.interpreterLanguages', 'needs.met', 'needs.keepFrom'];
alter view shared.needs owner to ct_sharer;
grant select on shared.needs to ct_border_officer;
grant select on shared.needs to ct_police_officer;
grant select on shared.needs to ct_commune_officer;
grant select on shared.needs to ct_social_worker;
grant select on shared.needs to ct_identifier;
grant select on shared.needs to ct_shelter_worker;
grant select on shared.needs to ct_womens_union_officer;
grant select on shared.needs to ct_investigator;

-- child
select ct.forget_policies('child');
alter table child enable row level security;
alter table child force row level security;
create policy owner_all on child to chungtay_owner using (true) with check (true);
create policy system_all on child to ct_system using (true) with check (true);
grant select, insert, update on child to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, child_name, born, sex, relation, own_file, note) on child to ct_border_officer;
create policy see_border_officer on child for select to ct_border_officer using (
    (child.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = child.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or child.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on child to ct_border_officer;
create policy add_border_officer on child for insert to ct_border_officer with check (ct.may_add(child.person, child.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (own_file, changed_at, version, unanswered) on child to ct_border_officer;
create policy change_border_officer on child for update to ct_border_officer using (
    (child.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = child.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or child.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, child_name, born, sex, relation, own_file, note) on child to ct_police_officer;
create policy see_police_officer on child for select to ct_police_officer using (
    (child.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = child.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or child.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on child to ct_police_officer;
create policy add_police_officer on child for insert to ct_police_officer with check (ct.may_add(child.person, child.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (own_file, changed_at, version, unanswered) on child to ct_police_officer;
create policy change_police_officer on child for update to ct_police_officer using (
    (child.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = child.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or child.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, child_name, born, sex, relation, own_file, note) on child to ct_identifier;
create policy see_identifier on child for select to ct_identifier using (
    (child.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = child.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or child.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on child to ct_identifier;
create policy add_identifier on child for insert to ct_identifier with check (ct.may_add(child.person, child.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, child_name, born, sex, relation, own_file, note) on child to ct_social_worker;
create policy see_social_worker on child for select to ct_social_worker using (
    (child.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = child.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or child.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on child to ct_social_worker;
create policy add_social_worker on child for insert to ct_social_worker with check (ct.may_add(child.person, child.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (own_file, changed_at, version, unanswered) on child to ct_social_worker;
create policy change_social_worker on child for update to ct_social_worker using (
    (child.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = child.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or child.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, child_name, born, sex, relation, own_file, note) on child to ct_shelter_worker;
create policy see_shelter_worker on child for select to ct_shelter_worker using (
    (child.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = child.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or child.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on child to ct_shelter_worker;
create policy add_shelter_worker on child for insert to ct_shelter_worker with check (ct.may_add(child.person, child.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant insert on child to ct_womens_union_officer;
create policy add_womens_union_officer on child for insert to ct_womens_union_officer with check (ct.may_add(child.person, child.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, child_name, born, sex, relation, own_file, note) on child to ct_commune_officer;
create policy see_commune_officer on child for select to ct_commune_officer using (
    (child.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = child.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or child.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on child to ct_commune_officer;
create policy add_commune_officer on child for insert to ct_commune_officer with check (ct.may_add(child.person, child.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (own_file, changed_at, version, unanswered) on child to ct_commune_officer;
create policy change_commune_officer on child for update to ct_commune_officer using (
    (child.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = child.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or child.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select on child to ct_sharer;
create policy sharer on child for select to ct_sharer using (true);
create view shared.child with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  coalesce((select jsonb_object_agg(u.key, u.value) from jsonb_each(r.unanswered) u where s.fields @> array['child.' || u.key]), '{}'::jsonb) as unanswered,
  case when s.fields @> array['child.childName'] then r.child_name end as child_name,
  case when s.fields @> array['child.born'] then r.born end as born,
  case when s.fields @> array['child.sex'] then r.sex end as sex,
  case when s.fields @> array['child.relation'] then r.relation end as relation,
  case when s.fields @> array['child.ownFile'] then r.own_file end as own_file,
  case when s.fields @> array['child.note'] then r.note end as note
from child r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['child.childName', 'child.born', 'child.sex', 'child.relation', 'child.ownFile', 'child.note'];
alter view shared.child owner to ct_sharer;
grant select on shared.child to ct_border_officer;
grant select on shared.child to ct_police_officer;
grant select on shared.child to ct_commune_officer;
grant select on shared.child to ct_social_worker;
grant select on shared.child to ct_identifier;
grant select on shared.child to ct_shelter_worker;
grant select on shared.child to ct_womens_union_officer;
grant select on shared.child to ct_investigator;

-- consent
select ct.forget_policies('consent');
alter table consent enable row level security;
alter table consent force row level security;
create policy owner_all on consent to chungtay_owner using (true) with check (true);
create policy system_all on consent to ct_system using (true) with check (true);
grant select, insert, update on consent to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent_purpose, given, recipient, recipient_kind, data_classes, explained, language, interpreter, interpreter_who, given_by, guardian_answer, guardian_who, guardian_involved, child_assent, until, withdrawn_at, withdrawn_why) on consent to ct_border_officer;
create policy see_border_officer on consent for select to ct_border_officer using (
    (consent.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = consent.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or consent.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on consent to ct_border_officer;
create policy add_border_officer on consent for insert to ct_border_officer with check (ct.may_add(consent.person, consent.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent_purpose, given, recipient, recipient_kind, data_classes, explained, language, interpreter, interpreter_who, given_by, guardian_answer, guardian_who, guardian_involved, child_assent, until, withdrawn_at, withdrawn_why) on consent to ct_police_officer;
create policy see_police_officer on consent for select to ct_police_officer using (
    (consent.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = consent.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or consent.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on consent to ct_police_officer;
create policy add_police_officer on consent for insert to ct_police_officer with check (ct.may_add(consent.person, consent.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent_purpose, given, recipient, recipient_kind, data_classes, explained, language, interpreter, interpreter_who, given_by, guardian_answer, guardian_who, guardian_involved, child_assent, until, withdrawn_at, withdrawn_why) on consent to ct_identifier;
create policy see_identifier on consent for select to ct_identifier using (
    (consent.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = consent.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or consent.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on consent to ct_identifier;
create policy add_identifier on consent for insert to ct_identifier with check (ct.may_add(consent.person, consent.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent_purpose, given, recipient, recipient_kind, data_classes, explained, language, interpreter, interpreter_who, given_by, guardian_answer, guardian_who, guardian_involved, child_assent, until, withdrawn_at, withdrawn_why) on consent to ct_social_worker;
create policy see_social_worker on consent for select to ct_social_worker using (
    (consent.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = consent.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or consent.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on consent to ct_social_worker;
create policy add_social_worker on consent for insert to ct_social_worker with check (ct.may_add(consent.person, consent.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent_purpose, given, recipient, recipient_kind, data_classes, explained, language, interpreter, interpreter_who, given_by, guardian_answer, guardian_who, guardian_involved, child_assent, until, withdrawn_at, withdrawn_why) on consent to ct_shelter_worker;
create policy see_shelter_worker on consent for select to ct_shelter_worker using (
    (consent.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = consent.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or consent.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on consent to ct_shelter_worker;
create policy add_shelter_worker on consent for insert to ct_shelter_worker with check (ct.may_add(consent.person, consent.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent_purpose, given, recipient, recipient_kind, data_classes, explained, language, interpreter, interpreter_who, given_by, guardian_answer, guardian_who, guardian_involved, child_assent, until, withdrawn_at, withdrawn_why) on consent to ct_womens_union_officer;
create policy see_womens_union_officer on consent for select to ct_womens_union_officer using (
    (consent.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = consent.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or consent.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on consent to ct_womens_union_officer;
create policy add_womens_union_officer on consent for insert to ct_womens_union_officer with check (ct.may_add(consent.person, consent.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent_purpose, given, recipient, recipient_kind, data_classes, explained, language, interpreter, interpreter_who, given_by, guardian_answer, guardian_who, guardian_involved, child_assent, until, withdrawn_at, withdrawn_why) on consent to ct_commune_officer;
create policy see_commune_officer on consent for select to ct_commune_officer using (
    (consent.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = consent.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or consent.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on consent to ct_commune_officer;
create policy add_commune_officer on consent for insert to ct_commune_officer with check (ct.may_add(consent.person, consent.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on consent to ct_sharer;
create policy sharer on consent for select to ct_sharer using (true);
create view shared.consent with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.consent_purpose,
  r.given,
  case when s.fields @> array['consent.recipient'] then r.recipient end as recipient,
  case when s.fields @> array['consent.recipientKind'] then r.recipient_kind end as recipient_kind,
  case when s.fields @> array['consent.dataClasses'] then r.data_classes end as data_classes,
  case when s.fields @> array['consent.explained'] then r.explained end as explained,
  case when s.fields @> array['consent.language'] then r.language end as language,
  case when s.fields @> array['consent.interpreter'] then r.interpreter end as interpreter,
  case when s.fields @> array['consent.interpreterWho'] then r.interpreter_who end as interpreter_who,
  case when s.fields @> array['consent.givenBy'] then r.given_by end as given_by,
  case when s.fields @> array['consent.guardianAnswer'] then r.guardian_answer end as guardian_answer,
  case when s.fields @> array['consent.guardianWho'] then r.guardian_who end as guardian_who,
  case when s.fields @> array['consent.guardianInvolved'] then r.guardian_involved end as guardian_involved,
  case when s.fields @> array['consent.childAssent'] then r.child_assent end as child_assent,
  r.until,
  r.withdrawn_at,
  case when s.fields @> array['consent.withdrawnWhy'] then r.withdrawn_why end as withdrawn_why
from consent r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['consent.consentPurpose', 'consent.given', 'consent.recipient', 'consent.recipientKind', 'consent.dataClasses', 'consent.explained', 'consent.language', 'consent.interpreter', 'consent.interpreterWho', 'consent.givenBy', 'consent.guardianAnswer', 'consent.guardianWho', 'consent.guardianInvolved', 'consent.childAssent', 'consent.until', 'consent.withdrawnAt', 'consent.withdrawnWhy'];
alter view shared.consent owner to ct_sharer;
grant select on shared.consent to ct_border_officer;
grant select on shared.consent to ct_police_officer;
grant select on shared.consent to ct_commune_officer;
grant select on shared.consent to ct_social_worker;
grant select on shared.consent to ct_identifier;
grant select on shared.consent to ct_shelter_worker;
grant select on shared.consent to ct_womens_union_officer;
grant select on shared.consent to ct_investigator;

-- withdrawal
select ct.forget_policies('withdrawal');
alter table withdrawal enable row level security;
alter table withdrawal force row level security;
create policy owner_all on withdrawal to chungtay_owner using (true) with check (true);
create policy system_all on withdrawal to ct_system using (true) with check (true);
grant select, insert, update on withdrawal to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent, whole, data_classes, recipients, ended_fields, said_by, why, shares_ended) on withdrawal to ct_border_officer;
create policy see_border_officer on withdrawal for select to ct_border_officer using (
    (withdrawal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = withdrawal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or withdrawal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on withdrawal to ct_border_officer;
create policy add_border_officer on withdrawal for insert to ct_border_officer with check (ct.may_add(withdrawal.person, withdrawal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent, whole, data_classes, recipients, ended_fields, said_by, why, shares_ended) on withdrawal to ct_police_officer;
create policy see_police_officer on withdrawal for select to ct_police_officer using (
    (withdrawal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = withdrawal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or withdrawal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on withdrawal to ct_police_officer;
create policy add_police_officer on withdrawal for insert to ct_police_officer with check (ct.may_add(withdrawal.person, withdrawal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent, whole, data_classes, recipients, ended_fields, said_by, why, shares_ended) on withdrawal to ct_identifier;
create policy see_identifier on withdrawal for select to ct_identifier using (
    (withdrawal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = withdrawal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or withdrawal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on withdrawal to ct_identifier;
create policy add_identifier on withdrawal for insert to ct_identifier with check (ct.may_add(withdrawal.person, withdrawal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent, whole, data_classes, recipients, ended_fields, said_by, why, shares_ended) on withdrawal to ct_social_worker;
create policy see_social_worker on withdrawal for select to ct_social_worker using (
    (withdrawal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = withdrawal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or withdrawal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on withdrawal to ct_social_worker;
create policy add_social_worker on withdrawal for insert to ct_social_worker with check (ct.may_add(withdrawal.person, withdrawal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent, whole, data_classes, recipients, ended_fields, said_by, why, shares_ended) on withdrawal to ct_shelter_worker;
create policy see_shelter_worker on withdrawal for select to ct_shelter_worker using (
    (withdrawal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = withdrawal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or withdrawal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on withdrawal to ct_shelter_worker;
create policy add_shelter_worker on withdrawal for insert to ct_shelter_worker with check (ct.may_add(withdrawal.person, withdrawal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent, whole, data_classes, recipients, ended_fields, said_by, why, shares_ended) on withdrawal to ct_womens_union_officer;
create policy see_womens_union_officer on withdrawal for select to ct_womens_union_officer using (
    (withdrawal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = withdrawal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or withdrawal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on withdrawal to ct_womens_union_officer;
create policy add_womens_union_officer on withdrawal for insert to ct_womens_union_officer with check (ct.may_add(withdrawal.person, withdrawal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, consent, whole, data_classes, recipients, ended_fields, said_by, why, shares_ended) on withdrawal to ct_commune_officer;
create policy see_commune_officer on withdrawal for select to ct_commune_officer using (
    (withdrawal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = withdrawal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or withdrawal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on withdrawal to ct_commune_officer;
create policy add_commune_officer on withdrawal for insert to ct_commune_officer with check (ct.may_add(withdrawal.person, withdrawal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on withdrawal to ct_sharer;
create policy sharer on withdrawal for select to ct_sharer using (true);
create view shared.withdrawal with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.consent,
  r.whole,
  case when s.fields @> array['withdrawal.dataClasses'] then r.data_classes end as data_classes,
  case when s.fields @> array['withdrawal.recipients'] then r.recipients end as recipients,
  case when s.fields @> array['withdrawal.endedFields'] then r.ended_fields end as ended_fields,
  case when s.fields @> array['withdrawal.saidBy'] then r.said_by end as said_by,
  case when s.fields @> array['withdrawal.why'] then r.why end as why,
  case when s.fields @> array['withdrawal.sharesEnded'] then r.shares_ended end as shares_ended
from withdrawal r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['withdrawal.consent', 'withdrawal.whole', 'withdrawal.dataClasses', 'withdrawal.recipients', 'withdrawal.endedFields', 'withdrawal.saidBy', 'withdrawal.why', 'withdrawal.sharesEnded'];
alter view shared.withdrawal owner to ct_sharer;
grant select on shared.withdrawal to ct_border_officer;
grant select on shared.withdrawal to ct_police_officer;
grant select on shared.withdrawal to ct_commune_officer;
grant select on shared.withdrawal to ct_social_worker;
grant select on shared.withdrawal to ct_identifier;
grant select on shared.withdrawal to ct_shelter_worker;
grant select on shared.withdrawal to ct_womens_union_officer;
grant select on shared.withdrawal to ct_investigator;

-- draft
select ct.forget_policies('draft');
alter table draft enable row level security;
alter table draft force row level security;
create policy owner_all on draft to chungtay_owner using (true) with check (true);
create policy system_all on draft to ct_system using (true) with check (true);
grant select, insert, update on draft to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, draft_kind, person, kept_by, state, step, body_sealed) on draft to ct_border_officer;
create policy see_border_officer on draft for select to ct_border_officer using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant insert on draft to ct_border_officer;
create policy add_border_officer on draft for insert to ct_border_officer with check (draft.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (step, body_sealed, state, changed_at, version) on draft to ct_border_officer;
create policy change_border_officer on draft for update to ct_border_officer using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, draft_kind, person, kept_by, state, step, body_sealed) on draft to ct_police_officer;
create policy see_police_officer on draft for select to ct_police_officer using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant insert on draft to ct_police_officer;
create policy add_police_officer on draft for insert to ct_police_officer with check (draft.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (step, body_sealed, state, changed_at, version) on draft to ct_police_officer;
create policy change_police_officer on draft for update to ct_police_officer using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, draft_kind, person, kept_by, state, step, body_sealed) on draft to ct_identifier;
create policy see_identifier on draft for select to ct_identifier using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant insert on draft to ct_identifier;
create policy add_identifier on draft for insert to ct_identifier with check (draft.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (step, body_sealed, state, changed_at, version) on draft to ct_identifier;
create policy change_identifier on draft for update to ct_identifier using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, draft_kind, person, kept_by, state, step, body_sealed) on draft to ct_social_worker;
create policy see_social_worker on draft for select to ct_social_worker using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant insert on draft to ct_social_worker;
create policy add_social_worker on draft for insert to ct_social_worker with check (draft.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (step, body_sealed, state, changed_at, version) on draft to ct_social_worker;
create policy change_social_worker on draft for update to ct_social_worker using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, draft_kind, person, kept_by, state, step, body_sealed) on draft to ct_shelter_worker;
create policy see_shelter_worker on draft for select to ct_shelter_worker using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant insert on draft to ct_shelter_worker;
create policy add_shelter_worker on draft for insert to ct_shelter_worker with check (draft.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (step, body_sealed, state, changed_at, version) on draft to ct_shelter_worker;
create policy change_shelter_worker on draft for update to ct_shelter_worker using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, draft_kind, person, kept_by, state, step, body_sealed) on draft to ct_womens_union_officer;
create policy see_womens_union_officer on draft for select to ct_womens_union_officer using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant insert on draft to ct_womens_union_officer;
create policy add_womens_union_officer on draft for insert to ct_womens_union_officer with check (draft.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (step, body_sealed, state, changed_at, version) on draft to ct_womens_union_officer;
create policy change_womens_union_officer on draft for update to ct_womens_union_officer using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, draft_kind, person, kept_by, state, step, body_sealed) on draft to ct_commune_officer;
create policy see_commune_officer on draft for select to ct_commune_officer using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant insert on draft to ct_commune_officer;
create policy add_commune_officer on draft for insert to ct_commune_officer with check (draft.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (step, body_sealed, state, changed_at, version) on draft to ct_commune_officer;
create policy change_commune_officer on draft for update to ct_commune_officer using (
    (draft.kept_by = (select ct.officer(current_user::text)) and (draft.person is null or (exists (select from person p where p.id = draft.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or draft.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = draft.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);

-- groupArrival
select ct.forget_policies('group_arrival');
alter table group_arrival enable row level security;
alter table group_arrival force row level security;
create policy owner_all on group_arrival to chungtay_owner using (true) with check (true);
create policy system_all on group_arrival to ct_system using (true) with check (true);
grant select, insert, update on group_arrival to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, handed_over_by, handed_over_country, handed_over_at, place, place_note, minutes_number, minutes_on, signed_there, signed_here, count_on_minutes, agreement, return_route, note, state, difference) on group_arrival to ct_border_officer;
create policy see_border_officer on group_arrival for select to ct_border_officer using (
    group_arrival.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on group_arrival to ct_border_officer;
create policy add_border_officer on group_arrival for insert to ct_border_officer with check (group_arrival.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, difference, changed_at, version) on group_arrival to ct_border_officer;
create policy change_border_officer on group_arrival for update to ct_border_officer using (
    group_arrival.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, handed_over_by, handed_over_country, handed_over_at, place, place_note, minutes_number, minutes_on, signed_there, signed_here, count_on_minutes, agreement, return_route, note, state, difference) on group_arrival to ct_police_officer;
create policy see_police_officer on group_arrival for select to ct_police_officer using (
    group_arrival.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on group_arrival to ct_police_officer;
create policy add_police_officer on group_arrival for insert to ct_police_officer with check (group_arrival.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, difference, changed_at, version) on group_arrival to ct_police_officer;
create policy change_police_officer on group_arrival for update to ct_police_officer using (
    group_arrival.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, handed_over_by, handed_over_country, handed_over_at, place, place_note, minutes_number, minutes_on, signed_there, signed_here, count_on_minutes, agreement, return_route, note, state, difference) on group_arrival to ct_social_worker;
create policy see_social_worker on group_arrival for select to ct_social_worker using (
    group_arrival.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on group_arrival to ct_social_worker;
create policy add_social_worker on group_arrival for insert to ct_social_worker with check (group_arrival.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, difference, changed_at, version) on group_arrival to ct_social_worker;
create policy change_social_worker on group_arrival for update to ct_social_worker using (
    group_arrival.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, handed_over_by, handed_over_country, handed_over_at, place, place_note, minutes_number, minutes_on, signed_there, signed_here, count_on_minutes, agreement, return_route, note, state, difference) on group_arrival to ct_commune_officer;
create policy see_commune_officer on group_arrival for select to ct_commune_officer using (
    group_arrival.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on group_arrival to ct_commune_officer;
create policy add_commune_officer on group_arrival for insert to ct_commune_officer with check (group_arrival.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, difference, changed_at, version) on group_arrival to ct_commune_officer;
create policy change_commune_officer on group_arrival for update to ct_commune_officer using (
    group_arrival.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);

-- groupLine
select ct.forget_policies('group_line');
alter table group_line enable row level security;
alter table group_line force row level security;
create policy owner_all on group_line to chungtay_owner using (true) with check (true);
create policy system_all on group_line to ct_system using (true) with check (true);
grant select, insert, update on group_line to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, group_arrival, line_number, name_written, born_written, sex, remarks, line_state, aside_why, file, settled_at) on group_line to ct_border_officer;
create policy see_border_officer on group_line for select to ct_border_officer using (
    group_line.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on group_line to ct_border_officer;
create policy add_border_officer on group_line for insert to ct_border_officer with check (group_line.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (line_state, file, settled_at, aside_why, changed_at, version) on group_line to ct_border_officer;
create policy change_border_officer on group_line for update to ct_border_officer using (
    group_line.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, group_arrival, line_number, name_written, born_written, sex, remarks, line_state, aside_why, file, settled_at) on group_line to ct_police_officer;
create policy see_police_officer on group_line for select to ct_police_officer using (
    group_line.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on group_line to ct_police_officer;
create policy add_police_officer on group_line for insert to ct_police_officer with check (group_line.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (line_state, file, settled_at, aside_why, changed_at, version) on group_line to ct_police_officer;
create policy change_police_officer on group_line for update to ct_police_officer using (
    group_line.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, group_arrival, line_number, name_written, born_written, sex, remarks, line_state, aside_why, file, settled_at) on group_line to ct_social_worker;
create policy see_social_worker on group_line for select to ct_social_worker using (
    group_line.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on group_line to ct_social_worker;
create policy add_social_worker on group_line for insert to ct_social_worker with check (group_line.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (line_state, file, settled_at, aside_why, changed_at, version) on group_line to ct_social_worker;
create policy change_social_worker on group_line for update to ct_social_worker using (
    group_line.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, group_arrival, line_number, name_written, born_written, sex, remarks, line_state, aside_why, file, settled_at) on group_line to ct_commune_officer;
create policy see_commune_officer on group_line for select to ct_commune_officer using (
    group_line.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on group_line to ct_commune_officer;
create policy add_commune_officer on group_line for insert to ct_commune_officer with check (group_line.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (line_state, file, settled_at, aside_why, changed_at, version) on group_line to ct_commune_officer;
create policy change_commune_officer on group_line for update to ct_commune_officer using (
    group_line.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);

-- rescueOperation
select ct.forget_policies('rescue_operation');
alter table rescue_operation enable row level security;
alter table rescue_operation force row level security;
create policy owner_all on rescue_operation to chungtay_owner using (true) with check (true);
create policy system_all on rescue_operation to ct_system using (true) with check (true);
grant select, insert, update on rescue_operation to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, state, starts_at, ends_at, place, leader, partners, aim, expected, began_at, ended_at, called_off_why, debrief, learned, reviewed_at, place_note_sealed) on rescue_operation to ct_border_officer;
create policy see_border_officer on rescue_operation for select to ct_border_officer using (
    (rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[]) or rescue_operation.partners && (select ct.reach(current_user::text))::uuid[]));
grant insert on rescue_operation to ct_border_officer;
create policy add_border_officer on rescue_operation for insert to ct_border_officer with check (rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (starts_at, ends_at, place, place_note_sealed, leader, partners, aim, expected, state, began_at, ended_at, called_off_why, debrief, learned, reviewed_at, changed_at, version) on rescue_operation to ct_border_officer;
create policy change_border_officer on rescue_operation for update to ct_border_officer using (
    rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, state, starts_at, ends_at, place, leader, partners, aim, expected, began_at, ended_at, called_off_why, debrief, learned, reviewed_at, place_note_sealed) on rescue_operation to ct_police_officer;
create policy see_police_officer on rescue_operation for select to ct_police_officer using (
    (rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[]) or rescue_operation.partners && (select ct.reach(current_user::text))::uuid[]));
grant insert on rescue_operation to ct_police_officer;
create policy add_police_officer on rescue_operation for insert to ct_police_officer with check (rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (starts_at, ends_at, place, place_note_sealed, leader, partners, aim, expected, state, began_at, ended_at, called_off_why, debrief, learned, reviewed_at, changed_at, version) on rescue_operation to ct_police_officer;
create policy change_police_officer on rescue_operation for update to ct_police_officer using (
    rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, state, starts_at, ends_at, place, leader, partners, aim, expected, began_at, ended_at, called_off_why, debrief, learned, reviewed_at, place_note_sealed) on rescue_operation to ct_identifier;
create policy see_identifier on rescue_operation for select to ct_identifier using (
    (rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[]) or rescue_operation.partners && (select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, number, made_at, made_by, changed_at, version, state, starts_at, ends_at, place, leader, partners, aim, expected, began_at, ended_at, called_off_why, debrief, learned, reviewed_at, place_note_sealed) on rescue_operation to ct_investigator;
create policy see_investigator on rescue_operation for select to ct_investigator using (
    (rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[]) or rescue_operation.partners && (select ct.reach(current_user::text))::uuid[]));
grant insert on rescue_operation to ct_investigator;
create policy add_investigator on rescue_operation for insert to ct_investigator with check (rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (starts_at, ends_at, place, place_note_sealed, leader, partners, aim, expected, state, began_at, ended_at, called_off_why, debrief, learned, reviewed_at, changed_at, version) on rescue_operation to ct_investigator;
create policy change_investigator on rescue_operation for update to ct_investigator using (
    rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, state, starts_at, ends_at, place, leader, partners, aim, expected, began_at, ended_at, called_off_why, debrief, learned, reviewed_at, place_note_sealed) on rescue_operation to ct_social_worker;
create policy see_social_worker on rescue_operation for select to ct_social_worker using (
    (rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[]) or rescue_operation.partners && (select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, number, made_at, made_by, changed_at, version, state, starts_at, ends_at, place, leader, partners, aim, expected, began_at, ended_at, called_off_why, debrief, learned, reviewed_at, place_note_sealed) on rescue_operation to ct_shelter_worker;
create policy see_shelter_worker on rescue_operation for select to ct_shelter_worker using (
    (rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[]) or rescue_operation.partners && (select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, number, made_at, made_by, changed_at, version, state, starts_at, ends_at, place, leader, partners, aim, expected, began_at, ended_at, called_off_why, debrief, learned, reviewed_at, place_note_sealed) on rescue_operation to ct_womens_union_officer;
create policy see_womens_union_officer on rescue_operation for select to ct_womens_union_officer using (
    (rescue_operation.office = any ((select ct.reach(current_user::text))::uuid[]) or rescue_operation.partners && (select ct.reach(current_user::text))::uuid[]));

-- safetyPlan
select ct.forget_policies('safety_plan');
alter table safety_plan enable row level security;
alter table safety_plan force row level security;
create policy owner_all on safety_plan to chungtay_owner using (true) with check (true);
create policy system_all on safety_plan to ct_system using (true) with check (true);
grant select, insert, update on safety_plan to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, rescue_operation, plan_number, found_state, file, partners, age_group, sex, risks, transport, medical, children_with_her, spoken, afterwards, must_not_learn_sealed, safe_word_sealed, where_to_sealed) on safety_plan to ct_border_officer;
create policy see_border_officer on safety_plan for select to ct_border_officer using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[]));
grant insert on safety_plan to ct_border_officer;
create policy add_border_officer on safety_plan for insert to ct_border_officer with check (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (partners, age_group, sex, risks, must_not_learn_sealed, safe_word_sealed, where_to_sealed, transport, medical, children_with_her, spoken, afterwards, found_state, file, changed_at, version) on safety_plan to ct_border_officer;
create policy change_border_officer on safety_plan for update to ct_border_officer using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[])
    or safety_plan.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, rescue_operation, plan_number, found_state, file, partners, age_group, sex, risks, transport, medical, children_with_her, spoken, afterwards, must_not_learn_sealed, safe_word_sealed, where_to_sealed) on safety_plan to ct_police_officer;
create policy see_police_officer on safety_plan for select to ct_police_officer using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[]));
grant insert on safety_plan to ct_police_officer;
create policy add_police_officer on safety_plan for insert to ct_police_officer with check (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (partners, age_group, sex, risks, must_not_learn_sealed, safe_word_sealed, where_to_sealed, transport, medical, children_with_her, spoken, afterwards, found_state, file, changed_at, version) on safety_plan to ct_police_officer;
create policy change_police_officer on safety_plan for update to ct_police_officer using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[])
    or safety_plan.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, rescue_operation, plan_number, found_state, file, partners, age_group, sex, risks, transport, medical, children_with_her, spoken, afterwards, must_not_learn_sealed, safe_word_sealed, where_to_sealed) on safety_plan to ct_identifier;
create policy see_identifier on safety_plan for select to ct_identifier using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[]));
grant update (found_state, file, changed_at, version) on safety_plan to ct_identifier;
create policy change_identifier on safety_plan for update to ct_identifier using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, rescue_operation, plan_number, found_state, file, partners, age_group, sex, risks, transport, medical, children_with_her, spoken, afterwards, must_not_learn_sealed, safe_word_sealed, where_to_sealed) on safety_plan to ct_investigator;
create policy see_investigator on safety_plan for select to ct_investigator using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[]));
grant insert on safety_plan to ct_investigator;
create policy add_investigator on safety_plan for insert to ct_investigator with check (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (partners, age_group, sex, risks, must_not_learn_sealed, safe_word_sealed, where_to_sealed, transport, medical, children_with_her, spoken, afterwards, found_state, file, changed_at, version) on safety_plan to ct_investigator;
create policy change_investigator on safety_plan for update to ct_investigator using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[])
    or safety_plan.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, rescue_operation, plan_number, found_state, file, partners, age_group, sex, risks, transport, medical, children_with_her, spoken, afterwards, must_not_learn_sealed, safe_word_sealed, where_to_sealed) on safety_plan to ct_social_worker;
create policy see_social_worker on safety_plan for select to ct_social_worker using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[]));
grant update (found_state, file, changed_at, version) on safety_plan to ct_social_worker;
create policy change_social_worker on safety_plan for update to ct_social_worker using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, rescue_operation, plan_number, found_state, file, partners, age_group, sex, risks, transport, medical, children_with_her, spoken, afterwards, must_not_learn_sealed, safe_word_sealed, where_to_sealed) on safety_plan to ct_shelter_worker;
create policy see_shelter_worker on safety_plan for select to ct_shelter_worker using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[]));
grant update (found_state, file, changed_at, version) on safety_plan to ct_shelter_worker;
create policy change_shelter_worker on safety_plan for update to ct_shelter_worker using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, rescue_operation, plan_number, found_state, file, partners, age_group, sex, risks, transport, medical, children_with_her, spoken, afterwards, must_not_learn_sealed, safe_word_sealed, where_to_sealed) on safety_plan to ct_womens_union_officer;
create policy see_womens_union_officer on safety_plan for select to ct_womens_union_officer using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[]));
grant update (found_state, file, changed_at, version) on safety_plan to ct_womens_union_officer;
create policy change_womens_union_officer on safety_plan for update to ct_womens_union_officer using (
    (safety_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or safety_plan.partners && (select ct.reach(current_user::text))::uuid[])) with check (true);

-- interpreterEngagement
select ct.forget_policies('interpreter_engagement');
alter table interpreter_engagement enable row level security;
alter table interpreter_engagement force row level security;
create policy owner_all on interpreter_engagement to chungtay_owner using (true) with check (true);
create policy system_all on interpreter_engagement to ct_system using (true) with check (true);
grant select, insert, update on interpreter_engagement to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, interpreter_name, organisation, language, mode, interpreting_for, on_day, conflicts, go_on_why, confidentiality_on, interpreter_sex, sex_preferred) on interpreter_engagement to ct_border_officer;
create policy see_border_officer on interpreter_engagement for select to ct_border_officer using (
    (interpreter_engagement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = interpreter_engagement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or interpreter_engagement.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on interpreter_engagement to ct_border_officer;
create policy add_border_officer on interpreter_engagement for insert to ct_border_officer with check (ct.may_add(interpreter_engagement.person, interpreter_engagement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, interpreter_name, organisation, language, mode, interpreting_for, on_day, conflicts, go_on_why, confidentiality_on, interpreter_sex, sex_preferred) on interpreter_engagement to ct_police_officer;
create policy see_police_officer on interpreter_engagement for select to ct_police_officer using (
    (interpreter_engagement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = interpreter_engagement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or interpreter_engagement.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on interpreter_engagement to ct_police_officer;
create policy add_police_officer on interpreter_engagement for insert to ct_police_officer with check (ct.may_add(interpreter_engagement.person, interpreter_engagement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, interpreter_name, organisation, language, mode, interpreting_for, on_day, conflicts, go_on_why, confidentiality_on, interpreter_sex, sex_preferred) on interpreter_engagement to ct_identifier;
create policy see_identifier on interpreter_engagement for select to ct_identifier using (
    (interpreter_engagement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = interpreter_engagement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or interpreter_engagement.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on interpreter_engagement to ct_identifier;
create policy add_identifier on interpreter_engagement for insert to ct_identifier with check (ct.may_add(interpreter_engagement.person, interpreter_engagement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, interpreter_name, organisation, language, mode, interpreting_for, on_day, conflicts, go_on_why, confidentiality_on, interpreter_sex, sex_preferred) on interpreter_engagement to ct_social_worker;
create policy see_social_worker on interpreter_engagement for select to ct_social_worker using (
    (interpreter_engagement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = interpreter_engagement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or interpreter_engagement.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on interpreter_engagement to ct_social_worker;
create policy add_social_worker on interpreter_engagement for insert to ct_social_worker with check (ct.may_add(interpreter_engagement.person, interpreter_engagement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, interpreter_name, organisation, language, mode, interpreting_for, on_day, conflicts, go_on_why, confidentiality_on, interpreter_sex, sex_preferred) on interpreter_engagement to ct_shelter_worker;
create policy see_shelter_worker on interpreter_engagement for select to ct_shelter_worker using (
    (interpreter_engagement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = interpreter_engagement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or interpreter_engagement.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on interpreter_engagement to ct_shelter_worker;
create policy add_shelter_worker on interpreter_engagement for insert to ct_shelter_worker with check (ct.may_add(interpreter_engagement.person, interpreter_engagement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, interpreter_name, organisation, language, mode, interpreting_for, on_day, conflicts, go_on_why, confidentiality_on, interpreter_sex, sex_preferred) on interpreter_engagement to ct_commune_officer;
create policy see_commune_officer on interpreter_engagement for select to ct_commune_officer using (
    (interpreter_engagement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = interpreter_engagement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or interpreter_engagement.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on interpreter_engagement to ct_commune_officer;
create policy add_commune_officer on interpreter_engagement for insert to ct_commune_officer with check (ct.may_add(interpreter_engagement.person, interpreter_engagement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on interpreter_engagement to ct_sharer;
create policy sharer on interpreter_engagement for select to ct_sharer using (true);
create view shared.interpreter_engagement with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  coalesce((select jsonb_object_agg(u.key, u.value) from jsonb_each(r.unanswered) u where s.fields @> array['interpreterEngagement.' || u.key]), '{}'::jsonb) as unanswered,
  case when s.fields @> array['interpreterEngagement.interpreterName'] then r.interpreter_name end as interpreter_name,
  case when s.fields @> array['interpreterEngagement.organisation'] then r.organisation end as organisation,
  case when s.fields @> array['interpreterEngagement.language'] then r.language end as language,
  case when s.fields @> array['interpreterEngagement.mode'] then r.mode end as mode,
  case when s.fields @> array['interpreterEngagement.interpretingFor'] then r.interpreting_for end as interpreting_for,
  r.on_day,
  case when s.fields @> array['interpreterEngagement.conflicts'] then r.conflicts end as conflicts,
  case when s.fields @> array['interpreterEngagement.goOnWhy'] then r.go_on_why end as go_on_why,
  case when s.fields @> array['interpreterEngagement.confidentialityOn'] then r.confidentiality_on end as confidentiality_on,
  case when s.fields @> array['interpreterEngagement.interpreterSex'] then r.interpreter_sex end as interpreter_sex,
  case when s.fields @> array['interpreterEngagement.sexPreferred'] then r.sex_preferred end as sex_preferred
from interpreter_engagement r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['interpreterEngagement.interpreterName', 'interpreterEngagement.organisation', 'interpreterEngagement.language', 'interpreterEngagement.mode', 'interpreterEngagement.interpretingFor', 'interpreterEngagement.onDay', 'interpreterEngagement.conflicts', 'interpreterEngagement.goOnWhy', 'interpreterEngagement.confidentialityOn', 'interpreterEngagement.interpreterSex', 'interpreterEngagement.sexPreferred'];
alter view shared.interpreter_engagement owner to ct_sharer;
grant select on shared.interpreter_engagement to ct_border_officer;
grant select on shared.interpreter_engagement to ct_police_officer;
grant select on shared.interpreter_engagement to ct_commune_officer;
grant select on shared.interpreter_engagement to ct_social_worker;
grant select on shared.interpreter_engagement to ct_identifier;
grant select on shared.interpreter_engagement to ct_shelter_worker;
grant select on shared.interpreter_engagement to ct_womens_union_officer;
grant select on shared.interpreter_engagement to ct_investigator;

-- bestInterests
select ct.forget_policies('best_interests');
alter table best_interests enable row level security;
alter table best_interests force row level security;
create policy owner_all on best_interests to chungtay_owner using (true) with check (true);
create policy system_all on best_interests to ct_system using (true) with check (true);
grant select, insert, update on best_interests to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, interest_step, done_on, outcome, by_whom, heard_by, reasons, review_on, review_rule) on best_interests to ct_border_officer;
create policy see_border_officer on best_interests for select to ct_border_officer using (
    (best_interests.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = best_interests.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or best_interests.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on best_interests to ct_border_officer;
create policy add_border_officer on best_interests for insert to ct_border_officer with check (ct.may_add(best_interests.person, best_interests.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, interest_step, done_on, outcome, by_whom, heard_by, reasons, review_on, review_rule) on best_interests to ct_police_officer;
create policy see_police_officer on best_interests for select to ct_police_officer using (
    (best_interests.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = best_interests.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or best_interests.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on best_interests to ct_police_officer;
create policy add_police_officer on best_interests for insert to ct_police_officer with check (ct.may_add(best_interests.person, best_interests.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, interest_step, done_on, outcome, by_whom, heard_by, reasons, review_on, review_rule) on best_interests to ct_identifier;
create policy see_identifier on best_interests for select to ct_identifier using (
    (best_interests.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = best_interests.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or best_interests.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on best_interests to ct_identifier;
create policy add_identifier on best_interests for insert to ct_identifier with check (ct.may_add(best_interests.person, best_interests.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, interest_step, done_on, outcome, by_whom, heard_by, reasons, review_on, review_rule) on best_interests to ct_social_worker;
create policy see_social_worker on best_interests for select to ct_social_worker using (
    (best_interests.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = best_interests.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or best_interests.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on best_interests to ct_social_worker;
create policy add_social_worker on best_interests for insert to ct_social_worker with check (ct.may_add(best_interests.person, best_interests.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, interest_step, done_on, outcome, by_whom, heard_by, reasons, review_on, review_rule) on best_interests to ct_shelter_worker;
create policy see_shelter_worker on best_interests for select to ct_shelter_worker using (
    (best_interests.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = best_interests.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or best_interests.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on best_interests to ct_shelter_worker;
create policy add_shelter_worker on best_interests for insert to ct_shelter_worker with check (ct.may_add(best_interests.person, best_interests.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, interest_step, done_on, outcome, by_whom, heard_by, reasons, review_on, review_rule) on best_interests to ct_commune_officer;
create policy see_commune_officer on best_interests for select to ct_commune_officer using (
    (best_interests.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = best_interests.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or best_interests.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on best_interests to ct_commune_officer;
create policy add_commune_officer on best_interests for insert to ct_commune_officer with check (ct.may_add(best_interests.person, best_interests.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on best_interests to ct_sharer;
create policy sharer on best_interests for select to ct_sharer using (true);
create view shared.best_interests with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.interest_step,
  r.done_on,
  case when s.fields @> array['bestInterests.outcome'] then r.outcome end as outcome,
  case when s.fields @> array['bestInterests.byWhom'] then r.by_whom end as by_whom,
  case when s.fields @> array['bestInterests.heardBy'] then r.heard_by end as heard_by,
  case when s.fields @> array['bestInterests.reasons'] then r.reasons end as reasons,
  case when s.fields @> array['bestInterests.reviewOn'] then r.review_on end as review_on,
  case when s.fields @> array['bestInterests.reviewRule'] then r.review_rule end as review_rule
from best_interests r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['bestInterests.interestStep', 'bestInterests.doneOn', 'bestInterests.outcome', 'bestInterests.byWhom', 'bestInterests.heardBy', 'bestInterests.reasons', 'bestInterests.reviewOn', 'bestInterests.reviewRule'];
alter view shared.best_interests owner to ct_sharer;
grant select on shared.best_interests to ct_border_officer;
grant select on shared.best_interests to ct_police_officer;
grant select on shared.best_interests to ct_commune_officer;
grant select on shared.best_interests to ct_social_worker;
grant select on shared.best_interests to ct_identifier;
grant select on shared.best_interests to ct_shelter_worker;
grant select on shared.best_interests to ct_womens_union_officer;
grant select on shared.best_interests to ct_investigator;

-- foreignStep
select ct.forget_policies('foreign_step');
alter table foreign_step enable row level security;
alter table foreign_step force row level security;
create policy owner_all on foreign_step to chungtay_owner using (true) with check (true);
create policy system_all on foreign_step to ct_system using (true) with check (true);
grant select, insert, update on foreign_step to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, foreign_step_kind, done_on, foreign_outcome, with_whom, consent, ground_article, her_will, safe_return, until, note) on foreign_step to ct_border_officer;
create policy see_border_officer on foreign_step for select to ct_border_officer using (
    (foreign_step.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = foreign_step.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or foreign_step.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on foreign_step to ct_border_officer;
create policy add_border_officer on foreign_step for insert to ct_border_officer with check (ct.may_add(foreign_step.person, foreign_step.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, foreign_step_kind, done_on, foreign_outcome, with_whom, consent, ground_article, her_will, safe_return, until, note) on foreign_step to ct_police_officer;
create policy see_police_officer on foreign_step for select to ct_police_officer using (
    (foreign_step.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = foreign_step.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or foreign_step.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on foreign_step to ct_police_officer;
create policy add_police_officer on foreign_step for insert to ct_police_officer with check (ct.may_add(foreign_step.person, foreign_step.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, foreign_step_kind, done_on, foreign_outcome, with_whom, consent, ground_article, her_will, safe_return, until, note) on foreign_step to ct_identifier;
create policy see_identifier on foreign_step for select to ct_identifier using (
    (foreign_step.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = foreign_step.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or foreign_step.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on foreign_step to ct_identifier;
create policy add_identifier on foreign_step for insert to ct_identifier with check (ct.may_add(foreign_step.person, foreign_step.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, foreign_step_kind, done_on, foreign_outcome, with_whom, consent, ground_article, her_will, safe_return, until, note) on foreign_step to ct_social_worker;
create policy see_social_worker on foreign_step for select to ct_social_worker using (
    (foreign_step.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = foreign_step.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or foreign_step.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on foreign_step to ct_social_worker;
create policy add_social_worker on foreign_step for insert to ct_social_worker with check (ct.may_add(foreign_step.person, foreign_step.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, foreign_step_kind, done_on, foreign_outcome, with_whom, consent, ground_article, her_will, safe_return, until, note) on foreign_step to ct_shelter_worker;
create policy see_shelter_worker on foreign_step for select to ct_shelter_worker using (
    (foreign_step.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = foreign_step.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or foreign_step.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on foreign_step to ct_shelter_worker;
create policy add_shelter_worker on foreign_step for insert to ct_shelter_worker with check (ct.may_add(foreign_step.person, foreign_step.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, foreign_step_kind, done_on, foreign_outcome, with_whom, consent, ground_article, her_will, safe_return, until, note) on foreign_step to ct_commune_officer;
create policy see_commune_officer on foreign_step for select to ct_commune_officer using (
    (foreign_step.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = foreign_step.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or foreign_step.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on foreign_step to ct_commune_officer;
create policy add_commune_officer on foreign_step for insert to ct_commune_officer with check (ct.may_add(foreign_step.person, foreign_step.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on foreign_step to ct_sharer;
create policy sharer on foreign_step for select to ct_sharer using (true);
create view shared.foreign_step with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.foreign_step_kind,
  r.done_on,
  case when s.fields @> array['foreignStep.foreignOutcome'] then r.foreign_outcome end as foreign_outcome,
  case when s.fields @> array['foreignStep.withWhom'] then r.with_whom end as with_whom,
  case when s.fields @> array['foreignStep.consent'] then r.consent end as consent,
  case when s.fields @> array['foreignStep.groundArticle'] then r.ground_article end as ground_article,
  case when s.fields @> array['foreignStep.herWill'] then r.her_will end as her_will,
  case when s.fields @> array['foreignStep.safeReturn'] then r.safe_return end as safe_return,
  case when s.fields @> array['foreignStep.until'] then r.until end as until,
  case when s.fields @> array['foreignStep.note'] then r.note end as note
from foreign_step r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['foreignStep.foreignStepKind', 'foreignStep.doneOn', 'foreignStep.foreignOutcome', 'foreignStep.withWhom', 'foreignStep.consent', 'foreignStep.groundArticle', 'foreignStep.herWill', 'foreignStep.safeReturn', 'foreignStep.until', 'foreignStep.note'];
alter view shared.foreign_step owner to ct_sharer;
grant select on shared.foreign_step to ct_border_officer;
grant select on shared.foreign_step to ct_police_officer;
grant select on shared.foreign_step to ct_commune_officer;
grant select on shared.foreign_step to ct_social_worker;
grant select on shared.foreign_step to ct_identifier;
grant select on shared.foreign_step to ct_shelter_worker;
grant select on shared.foreign_step to ct_womens_union_officer;
grant select on shared.foreign_step to ct_investigator;

-- screening
select ct.forget_policies('screening');
alter table screening enable row level security;
alter table screening force row level security;
create policy owner_all on screening to chungtay_owner using (true) with check (true);
create policy system_all on screening to ct_system using (true) with check (true);
grant select, insert, update on screening to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, indicator_set, law, signs, impression, screened_at, note) on screening to ct_border_officer;
create policy see_border_officer on screening for select to ct_border_officer using (
    (screening.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = screening.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or screening.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on screening to ct_border_officer;
create policy add_border_officer on screening for insert to ct_border_officer with check (ct.may_add(screening.person, screening.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, indicator_set, law, signs, impression, screened_at, note) on screening to ct_police_officer;
create policy see_police_officer on screening for select to ct_police_officer using (
    (screening.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = screening.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or screening.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on screening to ct_police_officer;
create policy add_police_officer on screening for insert to ct_police_officer with check (ct.may_add(screening.person, screening.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, indicator_set, law, signs, impression, screened_at, note) on screening to ct_identifier;
create policy see_identifier on screening for select to ct_identifier using (
    (screening.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = screening.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or screening.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, indicator_set, law, signs, impression, screened_at, note) on screening to ct_social_worker;
create policy see_social_worker on screening for select to ct_social_worker using (
    (screening.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = screening.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or screening.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on screening to ct_social_worker;
create policy add_social_worker on screening for insert to ct_social_worker with check (ct.may_add(screening.person, screening.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, indicator_set, law, signs, impression, screened_at, note) on screening to ct_shelter_worker;
create policy see_shelter_worker on screening for select to ct_shelter_worker using (
    (screening.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = screening.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or screening.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, indicator_set, law, signs, impression, screened_at, note) on screening to ct_commune_officer;
create policy see_commune_officer on screening for select to ct_commune_officer using (
    (screening.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = screening.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or screening.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on screening to ct_commune_officer;
create policy add_commune_officer on screening for insert to ct_commune_officer with check (ct.may_add(screening.person, screening.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on screening to ct_sharer;
create policy sharer on screening for select to ct_sharer using (true);
create view shared.screening with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['screening.indicatorSet'] then r.indicator_set end as indicator_set,
  r.law,
  case when s.fields @> array['screening.signs'] then r.signs end as signs,
  case when s.fields @> array['screening.impression'] then r.impression end as impression,
  r.screened_at,
  case when s.fields @> array['screening.note'] then r.note end as note
from screening r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['screening.indicatorSet', 'screening.law', 'screening.signs', 'screening.impression', 'screening.screenedAt', 'screening.note'];
alter view shared.screening owner to ct_sharer;
grant select on shared.screening to ct_border_officer;
grant select on shared.screening to ct_police_officer;
grant select on shared.screening to ct_commune_officer;
grant select on shared.screening to ct_social_worker;
grant select on shared.screening to ct_identifier;
grant select on shared.screening to ct_shelter_worker;
grant select on shared.screening to ct_womens_union_officer;
grant select on shared.screening to ct_investigator;

-- assertion
select ct.forget_policies('assertion');
alter table assertion enable row level security;
alter table assertion force row level security;
create policy owner_all on assertion to chungtay_owner using (true) with check (true);
create policy system_all on assertion to ct_system using (true) with check (true);
grant select, insert, update on assertion to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, assertion_kind, finding, asserted_on, law, purposes, paper_kind, paper_number, paper_date, paper_issuer, reason, court, evidence) on assertion to ct_border_officer;
create policy see_border_officer on assertion for select to ct_border_officer using (
    ((assertion.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assertion.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assertion.person = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from settlement s where s.person = assertion.person and (s.ours = assertion.id or s.theirs = assertion.id)
      and (s.to_office = any ((select ct.reach(current_user::text))::uuid[]) or s.superior = any ((select ct.reach(current_user::text))::uuid[])))));
grant insert on assertion to ct_border_officer;
create policy add_border_officer on assertion for insert to ct_border_officer with check (ct.may_add(assertion.person, assertion.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, assertion_kind, finding, asserted_on, law, purposes, paper_kind, paper_number, paper_date, paper_issuer, reason, court, evidence) on assertion to ct_police_officer;
create policy see_police_officer on assertion for select to ct_police_officer using (
    ((assertion.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assertion.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assertion.person = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from settlement s where s.person = assertion.person and (s.ours = assertion.id or s.theirs = assertion.id)
      and (s.to_office = any ((select ct.reach(current_user::text))::uuid[]) or s.superior = any ((select ct.reach(current_user::text))::uuid[])))));
grant insert on assertion to ct_police_officer;
create policy add_police_officer on assertion for insert to ct_police_officer with check (ct.may_add(assertion.person, assertion.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, assertion_kind, finding, asserted_on, law, purposes, paper_kind, paper_number, paper_date, paper_issuer, reason, court, evidence) on assertion to ct_identifier;
create policy see_identifier on assertion for select to ct_identifier using (
    ((assertion.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assertion.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assertion.person = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from settlement s where s.person = assertion.person and (s.ours = assertion.id or s.theirs = assertion.id)
      and (s.to_office = any ((select ct.reach(current_user::text))::uuid[]) or s.superior = any ((select ct.reach(current_user::text))::uuid[])))));
grant insert on assertion to ct_identifier;
create policy add_identifier on assertion for insert to ct_identifier with check (ct.may_add(assertion.person, assertion.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant insert on assertion to ct_investigator;
create policy add_investigator on assertion for insert to ct_investigator with check (ct.may_add(assertion.person, assertion.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, assertion_kind, finding, asserted_on, law, purposes, paper_kind, paper_number, paper_date, paper_issuer, reason, court, evidence) on assertion to ct_social_worker;
create policy see_social_worker on assertion for select to ct_social_worker using (
    ((assertion.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assertion.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assertion.person = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from settlement s where s.person = assertion.person and (s.ours = assertion.id or s.theirs = assertion.id)
      and (s.to_office = any ((select ct.reach(current_user::text))::uuid[]) or s.superior = any ((select ct.reach(current_user::text))::uuid[])))));
grant insert on assertion to ct_social_worker;
create policy add_social_worker on assertion for insert to ct_social_worker with check (ct.may_add(assertion.person, assertion.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, assertion_kind, finding, asserted_on, law, purposes, paper_kind, paper_number, paper_date, paper_issuer, reason, court, evidence) on assertion to ct_shelter_worker;
create policy see_shelter_worker on assertion for select to ct_shelter_worker using (
    ((assertion.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assertion.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assertion.person = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from settlement s where s.person = assertion.person and (s.ours = assertion.id or s.theirs = assertion.id)
      and (s.to_office = any ((select ct.reach(current_user::text))::uuid[]) or s.superior = any ((select ct.reach(current_user::text))::uuid[])))));
grant select (id, province, office, person, made_at, made_by, changed_at, version, assertion_kind, finding, asserted_on, law, purposes, paper_kind, paper_number, paper_date, paper_issuer, reason, court, evidence) on assertion to ct_commune_officer;
create policy see_commune_officer on assertion for select to ct_commune_officer using (
    ((assertion.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assertion.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assertion.person = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from settlement s where s.person = assertion.person and (s.ours = assertion.id or s.theirs = assertion.id)
      and (s.to_office = any ((select ct.reach(current_user::text))::uuid[]) or s.superior = any ((select ct.reach(current_user::text))::uuid[])))));
grant insert on assertion to ct_commune_officer;
create policy add_commune_officer on assertion for insert to ct_commune_officer with check (ct.may_add(assertion.person, assertion.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on assertion to ct_sharer;
create policy sharer on assertion for select to ct_sharer using (true);
create view shared.assertion with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.assertion_kind,
  r.finding,
  r.asserted_on,
  r.law,
  case when s.fields @> array['assertion.purposes'] then r.purposes end as purposes,
  case when s.fields @> array['assertion.paperKind'] then r.paper_kind end as paper_kind,
  case when s.fields @> array['assertion.paperNumber'] then r.paper_number end as paper_number,
  case when s.fields @> array['assertion.paperDate'] then r.paper_date end as paper_date,
  case when s.fields @> array['assertion.paperIssuer'] then r.paper_issuer end as paper_issuer,
  case when s.fields @> array['assertion.reason'] then r.reason end as reason,
  r.court,
  case when s.fields @> array['assertion.evidence'] then r.evidence end as evidence
from assertion r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['assertion.assertionKind', 'assertion.finding', 'assertion.assertedOn', 'assertion.law', 'assertion.purposes', 'assertion.paperKind', 'assertion.paperNumber', 'assertion.paperDate', 'assertion.paperIssuer', 'assertion.reason', 'assertion.court', 'assertion.evidence'];
alter view shared.assertion owner to ct_sharer;
grant select on shared.assertion to ct_border_officer;
grant select on shared.assertion to ct_police_officer;
grant select on shared.assertion to ct_commune_officer;
grant select on shared.assertion to ct_social_worker;
grant select on shared.assertion to ct_identifier;
grant select on shared.assertion to ct_shelter_worker;
grant select on shared.assertion to ct_womens_union_officer;
grant select on shared.assertion to ct_investigator;

-- verification
select ct.forget_policies('verification');
alter table verification enable row level security;
alter table verification force row level security;
create policy owner_all on verification to chungtay_owner using (true) with check (true);
create policy system_all on verification to ct_system using (true) with check (true);
grant select, insert, update on verification to ct_system;
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, received_on, question, rule, due_on, advisory, complex, answered_at, finding, reply, refused_why, better_office, renews, new_facts, withdrawn_why, remind_on, reminded_at, escalate_on, escalated_at, escalated_to) on verification to ct_border_officer;
create policy see_border_officer on verification for select to ct_border_officer using (
    ((verification.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = verification.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or verification.person = any ((select ct.exceptions(current_user::text))::uuid[])) or verification.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on verification to ct_border_officer;
create policy add_border_officer on verification for insert to ct_border_officer with check (ct.may_add(verification.person, verification.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, withdrawn_why, escalated_at, escalated_to, changed_at, version) on verification to ct_border_officer;
create policy change_border_officer on verification for update to ct_border_officer using (
    verification.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, received_on, question, rule, due_on, advisory, complex, answered_at, finding, reply, refused_why, better_office, renews, new_facts, withdrawn_why, remind_on, reminded_at, escalate_on, escalated_at, escalated_to) on verification to ct_police_officer;
create policy see_police_officer on verification for select to ct_police_officer using (
    ((verification.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = verification.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or verification.person = any ((select ct.exceptions(current_user::text))::uuid[])) or verification.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on verification to ct_police_officer;
create policy add_police_officer on verification for insert to ct_police_officer with check (ct.may_add(verification.person, verification.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, finding, reply, refused_why, better_office, withdrawn_why, escalated_at, escalated_to, changed_at, version) on verification to ct_police_officer;
create policy change_police_officer on verification for update to ct_police_officer using (
    verification.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or verification.office = any ((select ct.reach(current_user::text))::uuid[])
    or ((verification.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = verification.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or verification.person = any ((select ct.exceptions(current_user::text))::uuid[])) or verification.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, received_on, question, rule, due_on, advisory, complex, answered_at, finding, reply, refused_why, better_office, renews, new_facts, withdrawn_why, remind_on, reminded_at, escalate_on, escalated_at, escalated_to) on verification to ct_identifier;
create policy see_identifier on verification for select to ct_identifier using (
    ((verification.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = verification.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or verification.person = any ((select ct.exceptions(current_user::text))::uuid[])) or verification.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant update (state, answered_at, finding, reply, refused_why, better_office, changed_at, version) on verification to ct_identifier;
create policy change_identifier on verification for update to ct_identifier using (
    verification.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or ((verification.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = verification.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or verification.person = any ((select ct.exceptions(current_user::text))::uuid[])) or verification.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, received_on, question, rule, due_on, advisory, complex, answered_at, finding, reply, refused_why, better_office, renews, new_facts, withdrawn_why, remind_on, reminded_at, escalate_on, escalated_at, escalated_to) on verification to ct_social_worker;
create policy see_social_worker on verification for select to ct_social_worker using (
    ((verification.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = verification.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or verification.person = any ((select ct.exceptions(current_user::text))::uuid[])) or verification.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on verification to ct_social_worker;
create policy add_social_worker on verification for insert to ct_social_worker with check (ct.may_add(verification.person, verification.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, finding, reply, refused_why, better_office, withdrawn_why, escalated_at, escalated_to, changed_at, version) on verification to ct_social_worker;
create policy change_social_worker on verification for update to ct_social_worker using (
    verification.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or verification.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, received_on, question, rule, due_on, advisory, complex, answered_at, finding, reply, refused_why, better_office, renews, new_facts, withdrawn_why, remind_on, reminded_at, escalate_on, escalated_at, escalated_to) on verification to ct_shelter_worker;
create policy see_shelter_worker on verification for select to ct_shelter_worker using (
    ((verification.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = verification.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or verification.person = any ((select ct.exceptions(current_user::text))::uuid[])) or verification.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, received_on, question, rule, due_on, advisory, complex, answered_at, finding, reply, refused_why, better_office, renews, new_facts, withdrawn_why, remind_on, reminded_at, escalate_on, escalated_at, escalated_to) on verification to ct_commune_officer;
create policy see_commune_officer on verification for select to ct_commune_officer using (
    ((verification.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = verification.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or verification.person = any ((select ct.exceptions(current_user::text))::uuid[])) or verification.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on verification to ct_commune_officer;
create policy add_commune_officer on verification for insert to ct_commune_officer with check (ct.may_add(verification.person, verification.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, withdrawn_why, escalated_at, escalated_to, changed_at, version) on verification to ct_commune_officer;
create policy change_commune_officer on verification for update to ct_commune_officer using (
    verification.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select on verification to ct_sharer;
create policy sharer on verification for select to ct_sharer using (true);
create view shared.verification with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.number,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.to_office,
  r.state,
  r.law,
  r.received_on,
  case when s.fields @> array['verification.question'] then r.question end as question,
  r.rule,
  r.due_on,
  r.advisory,
  r.complex,
  r.answered_at,
  r.finding,
  case when s.fields @> array['verification.reply'] then r.reply end as reply,
  r.refused_why,
  r.better_office,
  r.renews,
  case when s.fields @> array['verification.newFacts'] then r.new_facts end as new_facts,
  case when s.fields @> array['verification.withdrawnWhy'] then r.withdrawn_why end as withdrawn_why,
  r.remind_on,
  r.reminded_at,
  r.escalate_on,
  r.escalated_at,
  r.escalated_to
from verification r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['verification.toOffice', 'verification.state', 'verification.law', 'verification.receivedOn', 'verification.question', 'verification.rule', 'verification.dueOn', 'verification.advisory', 'verification.complex', 'verification.answeredAt', 'verification.finding', 'verification.reply', 'verification.refusedWhy', 'verification.betterOffice', 'verification.renews', 'verification.newFacts', 'verification.withdrawnWhy', 'verification.remindOn', 'verification.remindedAt', 'verification.escalateOn', 'verification.escalatedAt', 'verification.escalatedTo'];
alter view shared.verification owner to ct_sharer;
grant select on shared.verification to ct_border_officer;
grant select on shared.verification to ct_police_officer;
grant select on shared.verification to ct_commune_officer;
grant select on shared.verification to ct_social_worker;
grant select on shared.verification to ct_identifier;
grant select on shared.verification to ct_shelter_worker;
grant select on shared.verification to ct_womens_union_officer;
grant select on shared.verification to ct_investigator;

-- owedAnswer
select ct.forget_policies('owed_answer');
alter table owed_answer enable row level security;
alter table owed_answer force row level security;
create policy owner_all on owed_answer to chungtay_owner using (true) with check (true);
create policy system_all on owed_answer to ct_system using (true) with check (true);
grant select, insert, update on owed_answer to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, verification, request_number, to_office, owed_by, state, received_on, due_on, advisory, closed_at) on owed_answer to ct_border_officer;
create policy see_border_officer on owed_answer for select to ct_border_officer using (
    (owed_answer.office = any ((select ct.reach(current_user::text))::uuid[]) or owed_answer.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on owed_answer to ct_border_officer;
create policy add_border_officer on owed_answer for insert to ct_border_officer with check (owed_answer.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, verification, request_number, to_office, owed_by, state, received_on, due_on, advisory, closed_at) on owed_answer to ct_police_officer;
create policy see_police_officer on owed_answer for select to ct_police_officer using (
    (owed_answer.office = any ((select ct.reach(current_user::text))::uuid[]) or owed_answer.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on owed_answer to ct_police_officer;
create policy add_police_officer on owed_answer for insert to ct_police_officer with check (owed_answer.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, verification, request_number, to_office, owed_by, state, received_on, due_on, advisory, closed_at) on owed_answer to ct_identifier;
create policy see_identifier on owed_answer for select to ct_identifier using (
    (owed_answer.office = any ((select ct.reach(current_user::text))::uuid[]) or owed_answer.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, made_at, made_by, changed_at, version, verification, request_number, to_office, owed_by, state, received_on, due_on, advisory, closed_at) on owed_answer to ct_social_worker;
create policy see_social_worker on owed_answer for select to ct_social_worker using (
    (owed_answer.office = any ((select ct.reach(current_user::text))::uuid[]) or owed_answer.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on owed_answer to ct_social_worker;
create policy add_social_worker on owed_answer for insert to ct_social_worker with check (owed_answer.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, verification, request_number, to_office, owed_by, state, received_on, due_on, advisory, closed_at) on owed_answer to ct_shelter_worker;
create policy see_shelter_worker on owed_answer for select to ct_shelter_worker using (
    (owed_answer.office = any ((select ct.reach(current_user::text))::uuid[]) or owed_answer.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, made_at, made_by, changed_at, version, verification, request_number, to_office, owed_by, state, received_on, due_on, advisory, closed_at) on owed_answer to ct_commune_officer;
create policy see_commune_officer on owed_answer for select to ct_commune_officer using (
    (owed_answer.office = any ((select ct.reach(current_user::text))::uuid[]) or owed_answer.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on owed_answer to ct_commune_officer;
create policy add_commune_officer on owed_answer for insert to ct_commune_officer with check (owed_answer.office = any ((select ct.reach(current_user::text))::uuid[]));

-- settlement
select ct.forget_policies('settlement');
alter table settlement enable row level security;
alter table settlement force row level security;
create policy owner_all on settlement to chungtay_owner using (true) with check (true);
create policy system_all on settlement to ct_system using (true) with check (true);
grant select, insert, update on settlement to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, state, ours, theirs, to_office, stands, proposed_on, reason, answered_at, answer, superior, decided_at, decision) on settlement to ct_border_officer;
create policy see_border_officer on settlement for select to ct_border_officer using (
    ((settlement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = settlement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or settlement.person = any ((select ct.exceptions(current_user::text))::uuid[])) or settlement.to_office = any ((select ct.reach(current_user::text))::uuid[]) or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on settlement to ct_border_officer;
create policy add_border_officer on settlement for insert to ct_border_officer with check (ct.may_add(settlement.person, settlement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer, superior, stands, decided_at, decision, changed_at, version) on settlement to ct_border_officer;
create policy change_border_officer on settlement for update to ct_border_officer using (
    settlement.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, state, ours, theirs, to_office, stands, proposed_on, reason, answered_at, answer, superior, decided_at, decision) on settlement to ct_police_officer;
create policy see_police_officer on settlement for select to ct_police_officer using (
    ((settlement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = settlement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or settlement.person = any ((select ct.exceptions(current_user::text))::uuid[])) or settlement.to_office = any ((select ct.reach(current_user::text))::uuid[]) or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on settlement to ct_police_officer;
create policy add_police_officer on settlement for insert to ct_police_officer with check (ct.may_add(settlement.person, settlement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer, superior, stands, decided_at, decision, changed_at, version) on settlement to ct_police_officer;
create policy change_police_officer on settlement for update to ct_police_officer using (
    settlement.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, state, ours, theirs, to_office, stands, proposed_on, reason, answered_at, answer, superior, decided_at, decision) on settlement to ct_identifier;
create policy see_identifier on settlement for select to ct_identifier using (
    ((settlement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = settlement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or settlement.person = any ((select ct.exceptions(current_user::text))::uuid[])) or settlement.to_office = any ((select ct.reach(current_user::text))::uuid[]) or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on settlement to ct_identifier;
create policy add_identifier on settlement for insert to ct_identifier with check (ct.may_add(settlement.person, settlement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer, superior, stands, decided_at, decision, changed_at, version) on settlement to ct_identifier;
create policy change_identifier on settlement for update to ct_identifier using (
    settlement.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, state, ours, theirs, to_office, stands, proposed_on, reason, answered_at, answer, superior, decided_at, decision) on settlement to ct_social_worker;
create policy see_social_worker on settlement for select to ct_social_worker using (
    ((settlement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = settlement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or settlement.person = any ((select ct.exceptions(current_user::text))::uuid[])) or settlement.to_office = any ((select ct.reach(current_user::text))::uuid[]) or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on settlement to ct_social_worker;
create policy add_social_worker on settlement for insert to ct_social_worker with check (ct.may_add(settlement.person, settlement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer, superior, stands, decided_at, decision, changed_at, version) on settlement to ct_social_worker;
create policy change_social_worker on settlement for update to ct_social_worker using (
    settlement.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, state, ours, theirs, to_office, stands, proposed_on, reason, answered_at, answer, superior, decided_at, decision) on settlement to ct_shelter_worker;
create policy see_shelter_worker on settlement for select to ct_shelter_worker using (
    ((settlement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = settlement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or settlement.person = any ((select ct.exceptions(current_user::text))::uuid[])) or settlement.to_office = any ((select ct.reach(current_user::text))::uuid[]) or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, state, ours, theirs, to_office, stands, proposed_on, reason, answered_at, answer, superior, decided_at, decision) on settlement to ct_commune_officer;
create policy see_commune_officer on settlement for select to ct_commune_officer using (
    ((settlement.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = settlement.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or settlement.person = any ((select ct.exceptions(current_user::text))::uuid[])) or settlement.to_office = any ((select ct.reach(current_user::text))::uuid[]) or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on settlement to ct_commune_officer;
create policy add_commune_officer on settlement for insert to ct_commune_officer with check (ct.may_add(settlement.person, settlement.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer, superior, stands, decided_at, decision, changed_at, version) on settlement to ct_commune_officer;
create policy change_commune_officer on settlement for update to ct_commune_officer using (
    settlement.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or settlement.superior = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select on settlement to ct_sharer;
create policy sharer on settlement for select to ct_sharer using (true);
create view shared.settlement with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.state,
  r.ours,
  r.theirs,
  r.to_office,
  r.stands,
  r.proposed_on,
  case when s.fields @> array['settlement.reason'] then r.reason end as reason,
  r.answered_at,
  case when s.fields @> array['settlement.answer'] then r.answer end as answer,
  r.superior,
  r.decided_at,
  case when s.fields @> array['settlement.decision'] then r.decision end as decision
from settlement r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['settlement.state', 'settlement.ours', 'settlement.theirs', 'settlement.toOffice', 'settlement.stands', 'settlement.proposedOn', 'settlement.reason', 'settlement.answeredAt', 'settlement.answer', 'settlement.superior', 'settlement.decidedAt', 'settlement.decision'];
alter view shared.settlement owner to ct_sharer;
grant select on shared.settlement to ct_border_officer;
grant select on shared.settlement to ct_police_officer;
grant select on shared.settlement to ct_commune_officer;
grant select on shared.settlement to ct_social_worker;
grant select on shared.settlement to ct_identifier;
grant select on shared.settlement to ct_shelter_worker;
grant select on shared.settlement to ct_womens_union_officer;
grant select on shared.settlement to ct_investigator;

-- statementNotice
select ct.forget_policies('statement_notice');
alter table statement_notice enable row level security;
alter table statement_notice force row level security;
create policy owner_all on statement_notice to chungtay_owner using (true) with check (true);
create policy system_all on statement_notice to ct_system using (true) with check (true);
grant select, insert, update on statement_notice to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, file_number, available, contact, from_day, with_support_person) on statement_notice to ct_border_officer;
create policy see_border_officer on statement_notice for select to ct_border_officer using (
    (statement_notice.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = statement_notice.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_notice.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on statement_notice to ct_border_officer;
create policy add_border_officer on statement_notice for insert to ct_border_officer with check (ct.may_add(statement_notice.person, statement_notice.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, file_number, available, contact, from_day, with_support_person) on statement_notice to ct_police_officer;
create policy see_police_officer on statement_notice for select to ct_police_officer using (
    (statement_notice.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = statement_notice.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_notice.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on statement_notice to ct_police_officer;
create policy add_police_officer on statement_notice for insert to ct_police_officer with check (ct.may_add(statement_notice.person, statement_notice.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, file_number, available, contact, from_day, with_support_person) on statement_notice to ct_identifier;
create policy see_identifier on statement_notice for select to ct_identifier using (
    (statement_notice.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = statement_notice.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_notice.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on statement_notice to ct_identifier;
create policy add_identifier on statement_notice for insert to ct_identifier with check (ct.may_add(statement_notice.person, statement_notice.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, file_number, available, contact, from_day, with_support_person) on statement_notice to ct_investigator;
create policy see_investigator on statement_notice for select to ct_investigator using (
    statement_notice.to_office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, file_number, available, contact, from_day, with_support_person) on statement_notice to ct_procurator;
create policy see_procurator on statement_notice for select to ct_procurator using (
    statement_notice.to_office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, file_number, available, contact, from_day, with_support_person) on statement_notice to ct_social_worker;
create policy see_social_worker on statement_notice for select to ct_social_worker using (
    (statement_notice.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = statement_notice.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_notice.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on statement_notice to ct_social_worker;
create policy add_social_worker on statement_notice for insert to ct_social_worker with check (ct.may_add(statement_notice.person, statement_notice.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, file_number, available, contact, from_day, with_support_person) on statement_notice to ct_shelter_worker;
create policy see_shelter_worker on statement_notice for select to ct_shelter_worker using (
    (statement_notice.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = statement_notice.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_notice.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on statement_notice to ct_shelter_worker;
create policy add_shelter_worker on statement_notice for insert to ct_shelter_worker with check (ct.may_add(statement_notice.person, statement_notice.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, file_number, available, contact, from_day, with_support_person) on statement_notice to ct_commune_officer;
create policy see_commune_officer on statement_notice for select to ct_commune_officer using (
    (statement_notice.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = statement_notice.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_notice.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on statement_notice to ct_commune_officer;
create policy add_commune_officer on statement_notice for insert to ct_commune_officer with check (ct.may_add(statement_notice.person, statement_notice.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on statement_notice to ct_sharer;
create policy sharer on statement_notice for select to ct_sharer using (true);
create view shared.statement_notice with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.to_office,
  r.file_number,
  r.available,
  r.contact,
  r.from_day,
  r.with_support_person
from statement_notice r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['statementNotice.toOffice', 'statementNotice.fileNumber', 'statementNotice.available', 'statementNotice.contact', 'statementNotice.fromDay', 'statementNotice.withSupportPerson'];
alter view shared.statement_notice owner to ct_sharer;
grant select on shared.statement_notice to ct_border_officer;
grant select on shared.statement_notice to ct_police_officer;
grant select on shared.statement_notice to ct_commune_officer;
grant select on shared.statement_notice to ct_social_worker;
grant select on shared.statement_notice to ct_identifier;
grant select on shared.statement_notice to ct_shelter_worker;
grant select on shared.statement_notice to ct_womens_union_officer;
grant select on shared.statement_notice to ct_investigator;

-- note
select ct.forget_policies('note');
alter table note enable row level security;
alter table note force row level security;
create policy owner_all on note to chungtay_owner using (true) with check (true);
create policy system_all on note to ct_system using (true) with check (true);
grant select, insert, update on note to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, note_kind, on_day, text) on note to ct_social_worker;
create policy see_social_worker on note for select to ct_social_worker using (
    note.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on note to ct_social_worker;
create policy add_social_worker on note for insert to ct_social_worker with check (ct.may_add(note.person, note.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, note_kind, on_day, text) on note to ct_shelter_worker;
create policy see_shelter_worker on note for select to ct_shelter_worker using (
    note.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on note to ct_shelter_worker;
create policy add_shelter_worker on note for insert to ct_shelter_worker with check (ct.may_add(note.person, note.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, note_kind, on_day, text) on note to ct_womens_union_officer;
create policy see_womens_union_officer on note for select to ct_womens_union_officer using (
    note.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on note to ct_womens_union_officer;
create policy add_womens_union_officer on note for insert to ct_womens_union_officer with check (ct.may_add(note.person, note.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on note to ct_sharer;
create policy sharer on note for select to ct_sharer using (true);
create view shared.note with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['note.noteKind'] then r.note_kind end as note_kind,
  case when s.fields @> array['note.onDay'] then r.on_day end as on_day,
  case when s.fields @> array['note.text'] then r.text end as text
from note r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['note.noteKind', 'note.onDay', 'note.text'];
alter view shared.note owner to ct_sharer;
grant select on shared.note to ct_border_officer;
grant select on shared.note to ct_police_officer;
grant select on shared.note to ct_commune_officer;
grant select on shared.note to ct_social_worker;
grant select on shared.note to ct_identifier;
grant select on shared.note to ct_shelter_worker;
grant select on shared.note to ct_womens_union_officer;
grant select on shared.note to ct_investigator;

-- assessment
select ct.forget_policies('assessment');
alter table assessment enable row level security;
alter table assessment force row level security;
create policy owner_all on assessment to chungtay_owner using (true) with check (true);
create policy system_all on assessment to ct_system using (true) with check (true);
grant select, insert, update on assessment to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, on_day, factor_set, safety_need, safety_words, safety_factors, health_need, health_words, health_factors, mind_need, mind_words, mind_factors, housing_need, housing_words, housing_factors, family_need, family_words, family_factors, children_need, children_words, children_factors, livelihood_need, livelihood_words, livelihood_factors, education_need, education_words, education_factors, legal_need, legal_words, legal_factors, documents_need, documents_words, documents_factors, community_need, community_words, community_factors, risk_level, risk_reasons, state, next_due, next_from, rule, file_number) on assessment to ct_border_officer;
create policy see_border_officer on assessment for select to ct_border_officer using (
    (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on assessment to ct_border_officer;
create policy add_border_officer on assessment for insert to ct_border_officer with check (ct.may_add(assessment.person, assessment.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, next_due, next_from, rule, changed_at, version) on assessment to ct_border_officer;
create policy change_border_officer on assessment for update to ct_border_officer using (
    ((assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or assessment.id = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from share s where s.person = assessment.id and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))
    or (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, on_day, factor_set, safety_need, safety_words, safety_factors, health_need, health_words, health_factors, mind_need, mind_words, mind_factors, housing_need, housing_words, housing_factors, family_need, family_words, family_factors, children_need, children_words, children_factors, livelihood_need, livelihood_words, livelihood_factors, education_need, education_words, education_factors, legal_need, legal_words, legal_factors, documents_need, documents_words, documents_factors, community_need, community_words, community_factors, risk_level, risk_reasons, state, next_due, next_from, rule, file_number) on assessment to ct_police_officer;
create policy see_police_officer on assessment for select to ct_police_officer using (
    (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on assessment to ct_police_officer;
create policy add_police_officer on assessment for insert to ct_police_officer with check (ct.may_add(assessment.person, assessment.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, next_due, next_from, rule, changed_at, version) on assessment to ct_police_officer;
create policy change_police_officer on assessment for update to ct_police_officer using (
    ((assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or assessment.id = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from share s where s.person = assessment.id and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))
    or (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, on_day, factor_set, safety_need, safety_words, safety_factors, health_need, health_words, health_factors, mind_need, mind_words, mind_factors, housing_need, housing_words, housing_factors, family_need, family_words, family_factors, children_need, children_words, children_factors, livelihood_need, livelihood_words, livelihood_factors, education_need, education_words, education_factors, legal_need, legal_words, legal_factors, documents_need, documents_words, documents_factors, community_need, community_words, community_factors, risk_level, risk_reasons, state, next_due, next_from, rule, file_number) on assessment to ct_identifier;
create policy see_identifier on assessment for select to ct_identifier using (
    (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on assessment to ct_identifier;
create policy add_identifier on assessment for insert to ct_identifier with check (ct.may_add(assessment.person, assessment.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, next_due, next_from, rule, changed_at, version) on assessment to ct_identifier;
create policy change_identifier on assessment for update to ct_identifier using (
    ((assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or assessment.id = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from share s where s.person = assessment.id and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))
    or (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, on_day, factor_set, safety_need, safety_words, safety_factors, health_need, health_words, health_factors, mind_need, mind_words, mind_factors, housing_need, housing_words, housing_factors, family_need, family_words, family_factors, children_need, children_words, children_factors, livelihood_need, livelihood_words, livelihood_factors, education_need, education_words, education_factors, legal_need, legal_words, legal_factors, documents_need, documents_words, documents_factors, community_need, community_words, community_factors, risk_level, risk_reasons, state, next_due, next_from, rule, file_number) on assessment to ct_social_worker;
create policy see_social_worker on assessment for select to ct_social_worker using (
    (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on assessment to ct_social_worker;
create policy add_social_worker on assessment for insert to ct_social_worker with check (ct.may_add(assessment.person, assessment.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, next_due, next_from, rule, changed_at, version) on assessment to ct_social_worker;
create policy change_social_worker on assessment for update to ct_social_worker using (
    ((assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or assessment.id = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from share s where s.person = assessment.id and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))
    or (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, on_day, factor_set, safety_need, safety_words, safety_factors, health_need, health_words, health_factors, mind_need, mind_words, mind_factors, housing_need, housing_words, housing_factors, family_need, family_words, family_factors, children_need, children_words, children_factors, livelihood_need, livelihood_words, livelihood_factors, education_need, education_words, education_factors, legal_need, legal_words, legal_factors, documents_need, documents_words, documents_factors, community_need, community_words, community_factors, risk_level, risk_reasons, state, next_due, next_from, rule, file_number) on assessment to ct_shelter_worker;
create policy see_shelter_worker on assessment for select to ct_shelter_worker using (
    (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on assessment to ct_shelter_worker;
create policy add_shelter_worker on assessment for insert to ct_shelter_worker with check (ct.may_add(assessment.person, assessment.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, next_due, next_from, rule, changed_at, version) on assessment to ct_shelter_worker;
create policy change_shelter_worker on assessment for update to ct_shelter_worker using (
    ((assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or assessment.id = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from share s where s.person = assessment.id and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))
    or (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, on_day, factor_set, safety_need, safety_words, safety_factors, health_need, health_words, health_factors, mind_need, mind_words, mind_factors, housing_need, housing_words, housing_factors, family_need, family_words, family_factors, children_need, children_words, children_factors, livelihood_need, livelihood_words, livelihood_factors, education_need, education_words, education_factors, legal_need, legal_words, legal_factors, documents_need, documents_words, documents_factors, community_need, community_words, community_factors, risk_level, risk_reasons, state, next_due, next_from, rule, file_number) on assessment to ct_womens_union_officer;
create policy see_womens_union_officer on assessment for select to ct_womens_union_officer using (
    (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on assessment to ct_womens_union_officer;
create policy add_womens_union_officer on assessment for insert to ct_womens_union_officer with check (ct.may_add(assessment.person, assessment.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, next_due, changed_at, version) on assessment to ct_womens_union_officer;
create policy change_womens_union_officer on assessment for update to ct_womens_union_officer using (
    ((assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or assessment.id = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from share s where s.person = assessment.id and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, on_day, factor_set, safety_need, safety_words, safety_factors, health_need, health_words, health_factors, mind_need, mind_words, mind_factors, housing_need, housing_words, housing_factors, family_need, family_words, family_factors, children_need, children_words, children_factors, livelihood_need, livelihood_words, livelihood_factors, education_need, education_words, education_factors, legal_need, legal_words, legal_factors, documents_need, documents_words, documents_factors, community_need, community_words, community_factors, risk_level, risk_reasons, state, next_due, next_from, rule, file_number) on assessment to ct_commune_officer;
create policy see_commune_officer on assessment for select to ct_commune_officer using (
    (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on assessment to ct_commune_officer;
create policy add_commune_officer on assessment for insert to ct_commune_officer with check (ct.may_add(assessment.person, assessment.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, next_due, next_from, rule, changed_at, version) on assessment to ct_commune_officer;
create policy change_commune_officer on assessment for update to ct_commune_officer using (
    ((assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or assessment.id = any ((select ct.exceptions(current_user::text))::uuid[])) or exists (select from share s where s.person = assessment.id and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))
    or (assessment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = assessment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or assessment.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select on assessment to ct_sharer;
create policy sharer on assessment for select to ct_sharer using (true);
create view shared.assessment with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.on_day,
  case when s.fields @> array['assessment.factorSet'] then r.factor_set end as factor_set,
  case when s.fields @> array['assessment.safetyNeed'] then r.safety_need end as safety_need,
  case when s.fields @> array['assessment.safetyWords'] then r.safety_words end as safety_words,
  case when s.fields @> array['assessment.safetyFactors'] then r.safety_factors end as safety_factors,
  case when s.fields @> array['assessment.healthNeed'] then r.health_need end as health_need,
  case when s.fields @> array['assessment.healthWords'] then r.health_words end as health_words,
  case when s.fields @> array['assessment.healthFactors'] then r.health_factors end as health_factors,
  case when s.fields @> array['assessment.mindNeed'] then r.mind_need end as mind_need,
  case when s.fields @> array['assessment.mindWords'] then r.mind_words end as mind_words,
  case when s.fields @> array['assessment.mindFactors'] then r.mind_factors end as mind_factors,
  case when s.fields @> array['assessment.housingNeed'] then r.housing_need end as housing_need,
  case when s.fields @> array['assessment.housingWords'] then r.housing_words end as housing_words,
  case when s.fields @> array['assessment.housingFactors'] then r.housing_factors end as housing_factors,
  case when s.fields @> array['assessment.familyNeed'] then r.family_need end as family_need,
  case when s.fields @> array['assessment.familyWords'] then r.family_words end as family_words,
  case when s.fields @> array['assessment.familyFactors'] then r.family_factors end as family_factors,
  case when s.fields @> array['assessment.childrenNeed'] then r.children_need end as children_need,
  case when s.fields @> array['assessment.childrenWords'] then r.children_words end as children_words,
  case when s.fields @> array['assessment.childrenFactors'] then r.children_factors end as children_factors,
  case when s.fields @> array['assessment.livelihoodNeed'] then r.livelihood_need end as livelihood_need,
  case when s.fields @> array['assessment.livelihoodWords'] then r.livelihood_words end as livelihood_words,
  case when s.fields @> array['assessment.livelihoodFactors'] then r.livelihood_factors end as livelihood_factors,
  case when s.fields @> array['assessment.educationNeed'] then r.education_need end as education_need,
  case when s.fields @> array['assessment.educationWords'] then r.education_words end as education_words,
  case when s.fields @> array['assessment.educationFactors'] then r.education_factors end as education_factors,
  case when s.fields @> array['assessment.legalNeed'] then r.legal_need end as legal_need,
  case when s.fields @> array['assessment.legalWords'] then r.legal_words end as legal_words,
  case when s.fields @> array['assessment.legalFactors'] then r.legal_factors end as legal_factors,
  case when s.fields @> array['assessment.documentsNeed'] then r.documents_need end as documents_need,
  case when s.fields @> array['assessment.documentsWords'] then r.documents_words end as documents_words,
  case when s.fields @> array['assessment.documentsFactors'] then r.documents_factors end as documents_factors,
  case when s.fields @> array['assessment.communityNeed'] then r.community_need end as community_need,
  case when s.fields @> array['assessment.communityWords'] then r.community_words end as community_words,
  case when s.fields @> array['assessment.communityFactors'] then r.community_factors end as community_factors,
  case when s.fields @> array['assessment.riskLevel'] then r.risk_level end as risk_level,
  case when s.fields @> array['assessment.riskReasons'] then r.risk_reasons end as risk_reasons,
  r.state,
  r.next_due,
  r.next_from,
  r.rule,
  r.file_number
from assessment r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['assessment.onDay', 'assessment.factorSet', 'assessment.safetyNeed', 'assessment.safetyWords', 'assessment.safetyFactors', 'assessment.healthNeed', 'assessment.healthWords', 'assessment.healthFactors', 'assessment.mindNeed', 'assessment.mindWords', 'assessment.mindFactors', 'assessment.housingNeed', 'assessment.housingWords', 'assessment.housingFactors', 'assessment.familyNeed', 'assessment.familyWords', 'assessment.familyFactors', 'assessment.childrenNeed', 'assessment.childrenWords', 'assessment.childrenFactors', 'assessment.livelihoodNeed', 'assessment.livelihoodWords', 'assessment.livelihoodFactors', 'assessment.educationNeed', 'assessment.educationWords', 'assessment.educationFactors', 'assessment.legalNeed', 'assessment.legalWords', 'assessment.legalFactors', 'assessment.documentsNeed', 'assessment.documentsWords', 'assessment.documentsFactors', 'assessment.communityNeed', 'assessment.communityWords', 'assessment.communityFactors', 'assessment.riskLevel', 'assessment.riskReasons', 'assessment.state', 'assessment.nextDue', 'assessment.nextFrom', 'assessment.rule', 'assessment.fileNumber'];
alter view shared.assessment owner to ct_sharer;
grant select on shared.assessment to ct_border_officer;
grant select on shared.assessment to ct_police_officer;
grant select on shared.assessment to ct_commune_officer;
grant select on shared.assessment to ct_social_worker;
grant select on shared.assessment to ct_identifier;
grant select on shared.assessment to ct_shelter_worker;
grant select on shared.assessment to ct_womens_union_officer;
grant select on shared.assessment to ct_investigator;

-- supportPlan
select ct.forget_policies('support_plan');
alter table support_plan enable row level security;
alter table support_plan force row level security;
create policy owner_all on support_plan to chungtay_owner using (true) with check (true);
create policy system_all on support_plan to ct_system using (true) with check (true);
grant select, insert, update on support_plan to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_on, agreed_by, agreed_on, state, review_due, rule, ended_on, end_reason, file_number) on support_plan to ct_border_officer;
create policy see_border_officer on support_plan for select to ct_border_officer using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on support_plan to ct_border_officer;
create policy add_border_officer on support_plan for insert to ct_border_officer with check (ct.may_add(support_plan.person, support_plan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (agreed_by, agreed_on, review_due, rule, state, ended_on, end_reason, changed_at, version) on support_plan to ct_border_officer;
create policy change_border_officer on support_plan for update to ct_border_officer using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_on, agreed_by, agreed_on, state, review_due, rule, ended_on, end_reason, file_number) on support_plan to ct_police_officer;
create policy see_police_officer on support_plan for select to ct_police_officer using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on support_plan to ct_police_officer;
create policy add_police_officer on support_plan for insert to ct_police_officer with check (ct.may_add(support_plan.person, support_plan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (agreed_by, agreed_on, review_due, rule, state, ended_on, end_reason, changed_at, version) on support_plan to ct_police_officer;
create policy change_police_officer on support_plan for update to ct_police_officer using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_on, agreed_by, agreed_on, state, review_due, rule, ended_on, end_reason, file_number) on support_plan to ct_identifier;
create policy see_identifier on support_plan for select to ct_identifier using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on support_plan to ct_identifier;
create policy add_identifier on support_plan for insert to ct_identifier with check (ct.may_add(support_plan.person, support_plan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (agreed_by, agreed_on, review_due, rule, state, ended_on, end_reason, changed_at, version) on support_plan to ct_identifier;
create policy change_identifier on support_plan for update to ct_identifier using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_on, agreed_by, agreed_on, state, review_due, rule, ended_on, end_reason, file_number) on support_plan to ct_social_worker;
create policy see_social_worker on support_plan for select to ct_social_worker using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on support_plan to ct_social_worker;
create policy add_social_worker on support_plan for insert to ct_social_worker with check (ct.may_add(support_plan.person, support_plan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (agreed_by, agreed_on, review_due, rule, state, ended_on, end_reason, changed_at, version) on support_plan to ct_social_worker;
create policy change_social_worker on support_plan for update to ct_social_worker using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_on, agreed_by, agreed_on, state, review_due, rule, ended_on, end_reason, file_number) on support_plan to ct_shelter_worker;
create policy see_shelter_worker on support_plan for select to ct_shelter_worker using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on support_plan to ct_shelter_worker;
create policy add_shelter_worker on support_plan for insert to ct_shelter_worker with check (ct.may_add(support_plan.person, support_plan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (agreed_by, agreed_on, review_due, rule, state, ended_on, end_reason, changed_at, version) on support_plan to ct_shelter_worker;
create policy change_shelter_worker on support_plan for update to ct_shelter_worker using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_on, agreed_by, agreed_on, state, review_due, rule, ended_on, end_reason, file_number) on support_plan to ct_womens_union_officer;
create policy see_womens_union_officer on support_plan for select to ct_womens_union_officer using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on support_plan to ct_womens_union_officer;
create policy add_womens_union_officer on support_plan for insert to ct_womens_union_officer with check (ct.may_add(support_plan.person, support_plan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (agreed_by, agreed_on, review_due, rule, state, ended_on, end_reason, changed_at, version) on support_plan to ct_womens_union_officer;
create policy change_womens_union_officer on support_plan for update to ct_womens_union_officer using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_on, agreed_by, agreed_on, state, review_due, rule, ended_on, end_reason, file_number) on support_plan to ct_commune_officer;
create policy see_commune_officer on support_plan for select to ct_commune_officer using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on support_plan to ct_commune_officer;
create policy add_commune_officer on support_plan for insert to ct_commune_officer with check (ct.may_add(support_plan.person, support_plan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (agreed_by, agreed_on, review_due, rule, state, ended_on, end_reason, changed_at, version) on support_plan to ct_commune_officer;
create policy change_commune_officer on support_plan for update to ct_commune_officer using (
    (support_plan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_plan.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_plan.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select on support_plan to ct_sharer;
create policy sharer on support_plan for select to ct_sharer using (true);
create view shared.support_plan with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.opened_on,
  case when s.fields @> array['supportPlan.agreedBy'] then r.agreed_by end as agreed_by,
  case when s.fields @> array['supportPlan.agreedOn'] then r.agreed_on end as agreed_on,
  r.state,
  r.review_due,
  r.rule,
  r.ended_on,
  case when s.fields @> array['supportPlan.endReason'] then r.end_reason end as end_reason,
  r.file_number
from support_plan r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['supportPlan.openedOn', 'supportPlan.agreedBy', 'supportPlan.agreedOn', 'supportPlan.state', 'supportPlan.reviewDue', 'supportPlan.rule', 'supportPlan.endedOn', 'supportPlan.endReason', 'supportPlan.fileNumber'];
alter view shared.support_plan owner to ct_sharer;
grant select on shared.support_plan to ct_border_officer;
grant select on shared.support_plan to ct_police_officer;
grant select on shared.support_plan to ct_commune_officer;
grant select on shared.support_plan to ct_social_worker;
grant select on shared.support_plan to ct_identifier;
grant select on shared.support_plan to ct_shelter_worker;
grant select on shared.support_plan to ct_womens_union_officer;
grant select on shared.support_plan to ct_investigator;

-- planGoal
select ct.forget_policies('plan_goal');
alter table plan_goal enable row level security;
alter table plan_goal force row level security;
create policy owner_all on plan_goal to chungtay_owner using (true) with check (true);
create policy system_all on plan_goal to ct_system using (true) with check (true);
grant select, insert, update on plan_goal to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, plan, domain, goal, her_words, state, state_note) on plan_goal to ct_border_officer;
create policy see_border_officer on plan_goal for select to ct_border_officer using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on plan_goal to ct_border_officer;
create policy add_border_officer on plan_goal for insert to ct_border_officer with check (ct.may_add(plan_goal.person, plan_goal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, state_note, changed_at, version, unanswered) on plan_goal to ct_border_officer;
create policy change_border_officer on plan_goal for update to ct_border_officer using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, plan, domain, goal, her_words, state, state_note) on plan_goal to ct_police_officer;
create policy see_police_officer on plan_goal for select to ct_police_officer using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on plan_goal to ct_police_officer;
create policy add_police_officer on plan_goal for insert to ct_police_officer with check (ct.may_add(plan_goal.person, plan_goal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, state_note, changed_at, version, unanswered) on plan_goal to ct_police_officer;
create policy change_police_officer on plan_goal for update to ct_police_officer using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, plan, domain, goal, her_words, state, state_note) on plan_goal to ct_identifier;
create policy see_identifier on plan_goal for select to ct_identifier using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on plan_goal to ct_identifier;
create policy add_identifier on plan_goal for insert to ct_identifier with check (ct.may_add(plan_goal.person, plan_goal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, state_note, changed_at, version, unanswered) on plan_goal to ct_identifier;
create policy change_identifier on plan_goal for update to ct_identifier using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, plan, domain, goal, her_words, state, state_note) on plan_goal to ct_social_worker;
create policy see_social_worker on plan_goal for select to ct_social_worker using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on plan_goal to ct_social_worker;
create policy add_social_worker on plan_goal for insert to ct_social_worker with check (ct.may_add(plan_goal.person, plan_goal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, state_note, changed_at, version, unanswered) on plan_goal to ct_social_worker;
create policy change_social_worker on plan_goal for update to ct_social_worker using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, plan, domain, goal, her_words, state, state_note) on plan_goal to ct_shelter_worker;
create policy see_shelter_worker on plan_goal for select to ct_shelter_worker using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on plan_goal to ct_shelter_worker;
create policy add_shelter_worker on plan_goal for insert to ct_shelter_worker with check (ct.may_add(plan_goal.person, plan_goal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, state_note, changed_at, version, unanswered) on plan_goal to ct_shelter_worker;
create policy change_shelter_worker on plan_goal for update to ct_shelter_worker using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, plan, domain, goal, her_words, state, state_note) on plan_goal to ct_womens_union_officer;
create policy see_womens_union_officer on plan_goal for select to ct_womens_union_officer using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on plan_goal to ct_womens_union_officer;
create policy add_womens_union_officer on plan_goal for insert to ct_womens_union_officer with check (ct.may_add(plan_goal.person, plan_goal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, state_note, changed_at, version, unanswered) on plan_goal to ct_womens_union_officer;
create policy change_womens_union_officer on plan_goal for update to ct_womens_union_officer using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, plan, domain, goal, her_words, state, state_note) on plan_goal to ct_commune_officer;
create policy see_commune_officer on plan_goal for select to ct_commune_officer using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on plan_goal to ct_commune_officer;
create policy add_commune_officer on plan_goal for insert to ct_commune_officer with check (ct.may_add(plan_goal.person, plan_goal.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, state_note, changed_at, version, unanswered) on plan_goal to ct_commune_officer;
create policy change_commune_officer on plan_goal for update to ct_commune_officer using (
    (plan_goal.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_goal.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_goal.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select on plan_goal to ct_sharer;
create policy sharer on plan_goal for select to ct_sharer using (true);
create view shared.plan_goal with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  coalesce((select jsonb_object_agg(u.key, u.value) from jsonb_each(r.unanswered) u where s.fields @> array['planGoal.' || u.key]), '{}'::jsonb) as unanswered,
  case when s.fields @> array['planGoal.plan'] then r.plan end as plan,
  case when s.fields @> array['planGoal.domain'] then r.domain end as domain,
  case when s.fields @> array['planGoal.goal'] then r.goal end as goal,
  case when s.fields @> array['planGoal.herWords'] then r.her_words end as her_words,
  case when s.fields @> array['planGoal.state'] then r.state end as state,
  case when s.fields @> array['planGoal.stateNote'] then r.state_note end as state_note
from plan_goal r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['planGoal.plan', 'planGoal.domain', 'planGoal.goal', 'planGoal.herWords', 'planGoal.state', 'planGoal.stateNote'];
alter view shared.plan_goal owner to ct_sharer;
grant select on shared.plan_goal to ct_border_officer;
grant select on shared.plan_goal to ct_police_officer;
grant select on shared.plan_goal to ct_commune_officer;
grant select on shared.plan_goal to ct_social_worker;
grant select on shared.plan_goal to ct_identifier;
grant select on shared.plan_goal to ct_shelter_worker;
grant select on shared.plan_goal to ct_womens_union_officer;
grant select on shared.plan_goal to ct_investigator;

-- caseConference
select ct.forget_policies('case_conference');
alter table case_conference enable row level security;
alter table case_conference force row level security;
create policy owner_all on case_conference to chungtay_owner using (true) with check (true);
create policy system_all on case_conference to ct_system using (true) with check (true);
grant select, insert, update on case_conference to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, held_on, her_part, her_words, minutes, ground, ground_article, consent, file_number) on case_conference to ct_border_officer;
create policy see_border_officer on case_conference for select to ct_border_officer using (
    (case_conference.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = case_conference.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or case_conference.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on case_conference to ct_border_officer;
create policy add_border_officer on case_conference for insert to ct_border_officer with check (ct.may_add(case_conference.person, case_conference.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, held_on, her_part, her_words, minutes, ground, ground_article, consent, file_number) on case_conference to ct_police_officer;
create policy see_police_officer on case_conference for select to ct_police_officer using (
    (case_conference.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = case_conference.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or case_conference.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on case_conference to ct_police_officer;
create policy add_police_officer on case_conference for insert to ct_police_officer with check (ct.may_add(case_conference.person, case_conference.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, held_on, her_part, her_words, minutes, ground, ground_article, consent, file_number) on case_conference to ct_identifier;
create policy see_identifier on case_conference for select to ct_identifier using (
    (case_conference.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = case_conference.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or case_conference.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on case_conference to ct_identifier;
create policy add_identifier on case_conference for insert to ct_identifier with check (ct.may_add(case_conference.person, case_conference.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, held_on, her_part, her_words, minutes, ground, ground_article, consent, file_number) on case_conference to ct_social_worker;
create policy see_social_worker on case_conference for select to ct_social_worker using (
    (case_conference.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = case_conference.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or case_conference.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on case_conference to ct_social_worker;
create policy add_social_worker on case_conference for insert to ct_social_worker with check (ct.may_add(case_conference.person, case_conference.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, held_on, her_part, her_words, minutes, ground, ground_article, consent, file_number) on case_conference to ct_shelter_worker;
create policy see_shelter_worker on case_conference for select to ct_shelter_worker using (
    (case_conference.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = case_conference.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or case_conference.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on case_conference to ct_shelter_worker;
create policy add_shelter_worker on case_conference for insert to ct_shelter_worker with check (ct.may_add(case_conference.person, case_conference.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, held_on, her_part, her_words, minutes, ground, ground_article, consent, file_number) on case_conference to ct_womens_union_officer;
create policy see_womens_union_officer on case_conference for select to ct_womens_union_officer using (
    (case_conference.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = case_conference.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or case_conference.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, unanswered, held_on, her_part, her_words, minutes, ground, ground_article, consent, file_number) on case_conference to ct_commune_officer;
create policy see_commune_officer on case_conference for select to ct_commune_officer using (
    (case_conference.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = case_conference.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or case_conference.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on case_conference to ct_commune_officer;
create policy add_commune_officer on case_conference for insert to ct_commune_officer with check (ct.may_add(case_conference.person, case_conference.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on case_conference to ct_sharer;
create policy sharer on case_conference for select to ct_sharer using (true);
create view shared.case_conference with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  coalesce((select jsonb_object_agg(u.key, u.value) from jsonb_each(r.unanswered) u where s.fields @> array['caseConference.' || u.key]), '{}'::jsonb) as unanswered,
  case when s.fields @> array['caseConference.heldOn'] then r.held_on end as held_on,
  case when s.fields @> array['caseConference.herPart'] then r.her_part end as her_part,
  case when s.fields @> array['caseConference.herWords'] then r.her_words end as her_words,
  case when s.fields @> array['caseConference.minutes'] then r.minutes end as minutes,
  case when s.fields @> array['caseConference.ground'] then r.ground end as ground,
  case when s.fields @> array['caseConference.groundArticle'] then r.ground_article end as ground_article,
  case when s.fields @> array['caseConference.consent'] then r.consent end as consent,
  r.file_number
from case_conference r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['caseConference.heldOn', 'caseConference.herPart', 'caseConference.herWords', 'caseConference.minutes', 'caseConference.ground', 'caseConference.groundArticle', 'caseConference.consent', 'caseConference.fileNumber'];
alter view shared.case_conference owner to ct_sharer;
grant select on shared.case_conference to ct_border_officer;
grant select on shared.case_conference to ct_police_officer;
grant select on shared.case_conference to ct_commune_officer;
grant select on shared.case_conference to ct_social_worker;
grant select on shared.case_conference to ct_identifier;
grant select on shared.case_conference to ct_shelter_worker;
grant select on shared.case_conference to ct_womens_union_officer;
grant select on shared.case_conference to ct_investigator;

-- conferenceAttendee
select ct.forget_policies('conference_attendee');
alter table conference_attendee enable row level security;
alter table conference_attendee force row level security;
create policy owner_all on conference_attendee to chungtay_owner using (true) with check (true);
create policy system_all on conference_attendee to ct_system using (true) with check (true);
grant select, insert, update on conference_attendee to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, conference, attending, officer_name) on conference_attendee to ct_border_officer;
create policy see_border_officer on conference_attendee for select to ct_border_officer using (
    (conference_attendee.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = conference_attendee.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or conference_attendee.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on conference_attendee to ct_border_officer;
create policy add_border_officer on conference_attendee for insert to ct_border_officer with check (ct.may_add(conference_attendee.person, conference_attendee.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, conference, attending, officer_name) on conference_attendee to ct_police_officer;
create policy see_police_officer on conference_attendee for select to ct_police_officer using (
    (conference_attendee.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = conference_attendee.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or conference_attendee.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on conference_attendee to ct_police_officer;
create policy add_police_officer on conference_attendee for insert to ct_police_officer with check (ct.may_add(conference_attendee.person, conference_attendee.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, conference, attending, officer_name) on conference_attendee to ct_identifier;
create policy see_identifier on conference_attendee for select to ct_identifier using (
    (conference_attendee.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = conference_attendee.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or conference_attendee.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on conference_attendee to ct_identifier;
create policy add_identifier on conference_attendee for insert to ct_identifier with check (ct.may_add(conference_attendee.person, conference_attendee.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, conference, attending, officer_name) on conference_attendee to ct_social_worker;
create policy see_social_worker on conference_attendee for select to ct_social_worker using (
    (conference_attendee.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = conference_attendee.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or conference_attendee.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on conference_attendee to ct_social_worker;
create policy add_social_worker on conference_attendee for insert to ct_social_worker with check (ct.may_add(conference_attendee.person, conference_attendee.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, conference, attending, officer_name) on conference_attendee to ct_shelter_worker;
create policy see_shelter_worker on conference_attendee for select to ct_shelter_worker using (
    (conference_attendee.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = conference_attendee.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or conference_attendee.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on conference_attendee to ct_shelter_worker;
create policy add_shelter_worker on conference_attendee for insert to ct_shelter_worker with check (ct.may_add(conference_attendee.person, conference_attendee.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, conference, attending, officer_name) on conference_attendee to ct_womens_union_officer;
create policy see_womens_union_officer on conference_attendee for select to ct_womens_union_officer using (
    (conference_attendee.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = conference_attendee.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or conference_attendee.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, conference, attending, officer_name) on conference_attendee to ct_commune_officer;
create policy see_commune_officer on conference_attendee for select to ct_commune_officer using (
    (conference_attendee.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = conference_attendee.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or conference_attendee.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on conference_attendee to ct_commune_officer;
create policy add_commune_officer on conference_attendee for insert to ct_commune_officer with check (ct.may_add(conference_attendee.person, conference_attendee.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on conference_attendee to ct_sharer;
create policy sharer on conference_attendee for select to ct_sharer using (true);
create view shared.conference_attendee with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['conferenceAttendee.conference'] then r.conference end as conference,
  case when s.fields @> array['conferenceAttendee.attending'] then r.attending end as attending,
  case when s.fields @> array['conferenceAttendee.officerName'] then r.officer_name end as officer_name
from conference_attendee r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['conferenceAttendee.conference', 'conferenceAttendee.attending', 'conferenceAttendee.officerName'];
alter view shared.conference_attendee owner to ct_sharer;
grant select on shared.conference_attendee to ct_border_officer;
grant select on shared.conference_attendee to ct_police_officer;
grant select on shared.conference_attendee to ct_commune_officer;
grant select on shared.conference_attendee to ct_social_worker;
grant select on shared.conference_attendee to ct_identifier;
grant select on shared.conference_attendee to ct_shelter_worker;
grant select on shared.conference_attendee to ct_womens_union_officer;
grant select on shared.conference_attendee to ct_investigator;

-- planAction
select ct.forget_policies('plan_action');
alter table plan_action enable row level security;
alter table plan_action force row level security;
create policy owner_all on plan_action to chungtay_owner using (true) with check (true);
create policy system_all on plan_action to ct_system using (true) with check (true);
grant select, insert, update on plan_action to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, goal, conference, referral, what, to_office, owner, due_on, state, reported_at, reported_by, why_not, outcome_note, file_number) on plan_action to ct_border_officer;
create policy see_border_officer on plan_action for select to ct_border_officer using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on plan_action to ct_border_officer;
create policy add_border_officer on plan_action for insert to ct_border_officer with check (ct.may_add(plan_action.person, plan_action.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, why_not, outcome_note, reported_at, reported_by, changed_at, version) on plan_action to ct_border_officer;
create policy change_border_officer on plan_action for update to ct_border_officer using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, goal, conference, referral, what, to_office, owner, due_on, state, reported_at, reported_by, why_not, outcome_note, file_number) on plan_action to ct_police_officer;
create policy see_police_officer on plan_action for select to ct_police_officer using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on plan_action to ct_police_officer;
create policy add_police_officer on plan_action for insert to ct_police_officer with check (ct.may_add(plan_action.person, plan_action.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, why_not, outcome_note, reported_at, reported_by, changed_at, version) on plan_action to ct_police_officer;
create policy change_police_officer on plan_action for update to ct_police_officer using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, goal, conference, referral, what, to_office, owner, due_on, state, reported_at, reported_by, why_not, outcome_note, file_number) on plan_action to ct_identifier;
create policy see_identifier on plan_action for select to ct_identifier using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on plan_action to ct_identifier;
create policy add_identifier on plan_action for insert to ct_identifier with check (ct.may_add(plan_action.person, plan_action.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, why_not, outcome_note, reported_at, reported_by, changed_at, version) on plan_action to ct_identifier;
create policy change_identifier on plan_action for update to ct_identifier using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, goal, conference, referral, what, to_office, owner, due_on, state, reported_at, reported_by, why_not, outcome_note, file_number) on plan_action to ct_investigator;
create policy see_investigator on plan_action for select to ct_investigator using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant update (state, why_not, outcome_note, reported_at, reported_by, changed_at, version) on plan_action to ct_investigator;
create policy change_investigator on plan_action for update to ct_investigator using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, goal, conference, referral, what, to_office, owner, due_on, state, reported_at, reported_by, why_not, outcome_note, file_number) on plan_action to ct_procurator;
create policy see_procurator on plan_action for select to ct_procurator using (
    plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, why_not, outcome_note, reported_at, reported_by, changed_at, version) on plan_action to ct_procurator;
create policy change_procurator on plan_action for update to ct_procurator using (
    plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, goal, conference, referral, what, to_office, owner, due_on, state, reported_at, reported_by, why_not, outcome_note, file_number) on plan_action to ct_social_worker;
create policy see_social_worker on plan_action for select to ct_social_worker using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on plan_action to ct_social_worker;
create policy add_social_worker on plan_action for insert to ct_social_worker with check (ct.may_add(plan_action.person, plan_action.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, why_not, outcome_note, reported_at, reported_by, changed_at, version) on plan_action to ct_social_worker;
create policy change_social_worker on plan_action for update to ct_social_worker using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, goal, conference, referral, what, to_office, owner, due_on, state, reported_at, reported_by, why_not, outcome_note, file_number) on plan_action to ct_shelter_worker;
create policy see_shelter_worker on plan_action for select to ct_shelter_worker using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on plan_action to ct_shelter_worker;
create policy add_shelter_worker on plan_action for insert to ct_shelter_worker with check (ct.may_add(plan_action.person, plan_action.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, why_not, outcome_note, reported_at, reported_by, changed_at, version) on plan_action to ct_shelter_worker;
create policy change_shelter_worker on plan_action for update to ct_shelter_worker using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, goal, conference, referral, what, to_office, owner, due_on, state, reported_at, reported_by, why_not, outcome_note, file_number) on plan_action to ct_womens_union_officer;
create policy see_womens_union_officer on plan_action for select to ct_womens_union_officer using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on plan_action to ct_womens_union_officer;
create policy add_womens_union_officer on plan_action for insert to ct_womens_union_officer with check (ct.may_add(plan_action.person, plan_action.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, why_not, outcome_note, reported_at, reported_by, changed_at, version) on plan_action to ct_womens_union_officer;
create policy change_womens_union_officer on plan_action for update to ct_womens_union_officer using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, goal, conference, referral, what, to_office, owner, due_on, state, reported_at, reported_by, why_not, outcome_note, file_number) on plan_action to ct_commune_officer;
create policy see_commune_officer on plan_action for select to ct_commune_officer using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on plan_action to ct_commune_officer;
create policy add_commune_officer on plan_action for insert to ct_commune_officer with check (ct.may_add(plan_action.person, plan_action.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, why_not, outcome_note, reported_at, reported_by, changed_at, version) on plan_action to ct_commune_officer;
create policy change_commune_officer on plan_action for update to ct_commune_officer using (
    ((plan_action.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = plan_action.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or plan_action.person = any ((select ct.exceptions(current_user::text))::uuid[])) or plan_action.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select on plan_action to ct_sharer;
create policy sharer on plan_action for select to ct_sharer using (true);
create view shared.plan_action with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['planAction.goal'] then r.goal end as goal,
  case when s.fields @> array['planAction.conference'] then r.conference end as conference,
  case when s.fields @> array['planAction.referral'] then r.referral end as referral,
  case when s.fields @> array['planAction.what'] then r.what end as what,
  r.to_office,
  case when s.fields @> array['planAction.owner'] then r.owner end as owner,
  r.due_on,
  r.state,
  r.reported_at,
  case when s.fields @> array['planAction.reportedBy'] then r.reported_by end as reported_by,
  case when s.fields @> array['planAction.whyNot'] then r.why_not end as why_not,
  case when s.fields @> array['planAction.outcomeNote'] then r.outcome_note end as outcome_note,
  r.file_number
from plan_action r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['planAction.goal', 'planAction.conference', 'planAction.referral', 'planAction.what', 'planAction.toOffice', 'planAction.owner', 'planAction.dueOn', 'planAction.state', 'planAction.reportedAt', 'planAction.reportedBy', 'planAction.whyNot', 'planAction.outcomeNote', 'planAction.fileNumber'];
alter view shared.plan_action owner to ct_sharer;
grant select on shared.plan_action to ct_border_officer;
grant select on shared.plan_action to ct_police_officer;
grant select on shared.plan_action to ct_commune_officer;
grant select on shared.plan_action to ct_social_worker;
grant select on shared.plan_action to ct_identifier;
grant select on shared.plan_action to ct_shelter_worker;
grant select on shared.plan_action to ct_womens_union_officer;
grant select on shared.plan_action to ct_investigator;

-- safeContact
select ct.forget_policies('safe_contact');
alter table safe_contact enable row level security;
alter table safe_contact force row level security;
create policy owner_all on safe_contact to chungtay_owner using (true) with check (true);
create policy system_all on safe_contact to ct_system using (true) with check (true);
grant select, insert, update on safe_contact to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, given_on, given_by, contact_after, ways, times, times_note, words, through_whom, warning, call_number_sealed, call_number_index, never_call_sealed, never_call_index) on safe_contact to ct_border_officer;
create policy see_border_officer on safe_contact for select to ct_border_officer using (
    (safe_contact.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = safe_contact.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or safe_contact.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on safe_contact to ct_border_officer;
create policy add_border_officer on safe_contact for insert to ct_border_officer with check (ct.may_add(safe_contact.person, safe_contact.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, given_on, given_by, contact_after, ways, times, times_note, words, through_whom, warning, call_number_sealed, call_number_index, never_call_sealed, never_call_index) on safe_contact to ct_police_officer;
create policy see_police_officer on safe_contact for select to ct_police_officer using (
    (safe_contact.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = safe_contact.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or safe_contact.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on safe_contact to ct_police_officer;
create policy add_police_officer on safe_contact for insert to ct_police_officer with check (ct.may_add(safe_contact.person, safe_contact.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, given_on, given_by, contact_after, ways, times, times_note, words, through_whom, warning, call_number_sealed, call_number_index, never_call_sealed, never_call_index) on safe_contact to ct_identifier;
create policy see_identifier on safe_contact for select to ct_identifier using (
    (safe_contact.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = safe_contact.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or safe_contact.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on safe_contact to ct_identifier;
create policy add_identifier on safe_contact for insert to ct_identifier with check (ct.may_add(safe_contact.person, safe_contact.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, given_on, given_by, contact_after, ways, times, times_note, words, through_whom, warning, call_number_sealed, call_number_index, never_call_sealed, never_call_index) on safe_contact to ct_social_worker;
create policy see_social_worker on safe_contact for select to ct_social_worker using (
    (safe_contact.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = safe_contact.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or safe_contact.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on safe_contact to ct_social_worker;
create policy add_social_worker on safe_contact for insert to ct_social_worker with check (ct.may_add(safe_contact.person, safe_contact.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, given_on, given_by, contact_after, ways, times, times_note, words, through_whom, warning, call_number_sealed, call_number_index, never_call_sealed, never_call_index) on safe_contact to ct_shelter_worker;
create policy see_shelter_worker on safe_contact for select to ct_shelter_worker using (
    (safe_contact.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = safe_contact.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or safe_contact.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on safe_contact to ct_shelter_worker;
create policy add_shelter_worker on safe_contact for insert to ct_shelter_worker with check (ct.may_add(safe_contact.person, safe_contact.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, given_on, given_by, contact_after, ways, times, times_note, words, through_whom, warning, call_number_sealed, call_number_index, never_call_sealed, never_call_index) on safe_contact to ct_womens_union_officer;
create policy see_womens_union_officer on safe_contact for select to ct_womens_union_officer using (
    (safe_contact.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = safe_contact.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or safe_contact.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on safe_contact to ct_womens_union_officer;
create policy add_womens_union_officer on safe_contact for insert to ct_womens_union_officer with check (ct.may_add(safe_contact.person, safe_contact.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, given_on, given_by, contact_after, ways, times, times_note, words, through_whom, warning, call_number_sealed, call_number_index, never_call_sealed, never_call_index) on safe_contact to ct_commune_officer;
create policy see_commune_officer on safe_contact for select to ct_commune_officer using (
    (safe_contact.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = safe_contact.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or safe_contact.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on safe_contact to ct_commune_officer;
create policy add_commune_officer on safe_contact for insert to ct_commune_officer with check (ct.may_add(safe_contact.person, safe_contact.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on safe_contact to ct_sharer;
create policy sharer on safe_contact for select to ct_sharer using (true);
create view shared.safe_contact with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.given_on,
  case when s.fields @> array['safeContact.givenBy'] then r.given_by end as given_by,
  case when s.fields @> array['safeContact.contactAfter'] then r.contact_after end as contact_after,
  case when s.fields @> array['safeContact.ways'] then r.ways end as ways,
  case when s.fields @> array['safeContact.times'] then r.times end as times,
  case when s.fields @> array['safeContact.timesNote'] then r.times_note end as times_note,
  case when s.fields @> array['safeContact.words'] then r.words end as words,
  case when s.fields @> array['safeContact.throughWhom'] then r.through_whom end as through_whom,
  case when s.fields @> array['safeContact.callNumber'] then r.call_number_sealed end as call_number_sealed,
  case when s.fields @> array['safeContact.neverCall'] then r.never_call_sealed end as never_call_sealed,
  case when s.fields @> array['safeContact.warning'] then r.warning end as warning
from safe_contact r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['safeContact.givenOn', 'safeContact.givenBy', 'safeContact.contactAfter', 'safeContact.ways', 'safeContact.times', 'safeContact.timesNote', 'safeContact.words', 'safeContact.throughWhom', 'safeContact.callNumber', 'safeContact.neverCall', 'safeContact.warning'];
alter view shared.safe_contact owner to ct_sharer;
grant select on shared.safe_contact to ct_border_officer;
grant select on shared.safe_contact to ct_police_officer;
grant select on shared.safe_contact to ct_commune_officer;
grant select on shared.safe_contact to ct_social_worker;
grant select on shared.safe_contact to ct_identifier;
grant select on shared.safe_contact to ct_shelter_worker;
grant select on shared.safe_contact to ct_womens_union_officer;
grant select on shared.safe_contact to ct_investigator;

-- followUp
select ct.forget_policies('follow_up');
alter table follow_up enable row level security;
alter table follow_up force row level security;
create policy owner_all on follow_up to chungtay_owner using (true) with check (true);
create policy system_all on follow_up to ct_system using (true) with check (true);
grant select, insert, update on follow_up to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, due_on, planned_from, rule, state, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, cancelled_why, file_number) on follow_up to ct_border_officer;
create policy see_border_officer on follow_up for select to ct_border_officer using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on follow_up to ct_border_officer;
create policy add_border_officer on follow_up for insert to ct_border_officer with check (ct.may_add(follow_up.person, follow_up.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (due_on, rule, planned_from, state, cancelled_why, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, changed_at, version) on follow_up to ct_border_officer;
create policy change_border_officer on follow_up for update to ct_border_officer using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, due_on, planned_from, rule, state, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, cancelled_why, file_number) on follow_up to ct_police_officer;
create policy see_police_officer on follow_up for select to ct_police_officer using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on follow_up to ct_police_officer;
create policy add_police_officer on follow_up for insert to ct_police_officer with check (ct.may_add(follow_up.person, follow_up.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (due_on, rule, planned_from, state, cancelled_why, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, changed_at, version) on follow_up to ct_police_officer;
create policy change_police_officer on follow_up for update to ct_police_officer using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, due_on, planned_from, rule, state, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, cancelled_why, file_number) on follow_up to ct_identifier;
create policy see_identifier on follow_up for select to ct_identifier using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on follow_up to ct_identifier;
create policy add_identifier on follow_up for insert to ct_identifier with check (ct.may_add(follow_up.person, follow_up.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (due_on, rule, planned_from, state, cancelled_why, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, changed_at, version) on follow_up to ct_identifier;
create policy change_identifier on follow_up for update to ct_identifier using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, due_on, planned_from, rule, state, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, cancelled_why, file_number) on follow_up to ct_social_worker;
create policy see_social_worker on follow_up for select to ct_social_worker using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on follow_up to ct_social_worker;
create policy add_social_worker on follow_up for insert to ct_social_worker with check (ct.may_add(follow_up.person, follow_up.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (due_on, rule, planned_from, state, cancelled_why, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, changed_at, version) on follow_up to ct_social_worker;
create policy change_social_worker on follow_up for update to ct_social_worker using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, due_on, planned_from, rule, state, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, cancelled_why, file_number) on follow_up to ct_shelter_worker;
create policy see_shelter_worker on follow_up for select to ct_shelter_worker using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on follow_up to ct_shelter_worker;
create policy add_shelter_worker on follow_up for insert to ct_shelter_worker with check (ct.may_add(follow_up.person, follow_up.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (due_on, rule, planned_from, state, cancelled_why, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, changed_at, version) on follow_up to ct_shelter_worker;
create policy change_shelter_worker on follow_up for update to ct_shelter_worker using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, due_on, planned_from, rule, state, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, cancelled_why, file_number) on follow_up to ct_womens_union_officer;
create policy see_womens_union_officer on follow_up for select to ct_womens_union_officer using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on follow_up to ct_womens_union_officer;
create policy add_womens_union_officer on follow_up for insert to ct_womens_union_officer with check (ct.may_add(follow_up.person, follow_up.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (due_on, rule, planned_from, state, cancelled_why, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, changed_at, version) on follow_up to ct_womens_union_officer;
create policy change_womens_union_officer on follow_up for update to ct_womens_union_officer using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, due_on, planned_from, rule, state, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, cancelled_why, file_number) on follow_up to ct_commune_officer;
create policy see_commune_officer on follow_up for select to ct_commune_officer using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on follow_up to ct_commune_officer;
create policy add_commune_officer on follow_up for insert to ct_commune_officer with check (ct.may_add(follow_up.person, follow_up.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (due_on, rule, planned_from, state, cancelled_why, on_day, way, day_part, number_used, outcome, how_she_is, needs_help, changed_at, version) on follow_up to ct_commune_officer;
create policy change_commune_officer on follow_up for update to ct_commune_officer using (
    ((follow_up.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = follow_up.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or follow_up.person = any ((select ct.exceptions(current_user::text))::uuid[])) or follow_up.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select on follow_up to ct_sharer;
create policy sharer on follow_up for select to ct_sharer using (true);
create view shared.follow_up with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.to_office,
  r.due_on,
  r.planned_from,
  r.rule,
  r.state,
  r.on_day,
  case when s.fields @> array['followUp.way'] then r.way end as way,
  case when s.fields @> array['followUp.dayPart'] then r.day_part end as day_part,
  case when s.fields @> array['followUp.numberUsed'] then r.number_used end as number_used,
  case when s.fields @> array['followUp.outcome'] then r.outcome end as outcome,
  case when s.fields @> array['followUp.howSheIs'] then r.how_she_is end as how_she_is,
  case when s.fields @> array['followUp.needsHelp'] then r.needs_help end as needs_help,
  case when s.fields @> array['followUp.cancelledWhy'] then r.cancelled_why end as cancelled_why,
  r.file_number
from follow_up r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['followUp.toOffice', 'followUp.dueOn', 'followUp.plannedFrom', 'followUp.rule', 'followUp.state', 'followUp.onDay', 'followUp.way', 'followUp.dayPart', 'followUp.numberUsed', 'followUp.outcome', 'followUp.howSheIs', 'followUp.needsHelp', 'followUp.cancelledWhy', 'followUp.fileNumber'];
alter view shared.follow_up owner to ct_sharer;
grant select on shared.follow_up to ct_border_officer;
grant select on shared.follow_up to ct_police_officer;
grant select on shared.follow_up to ct_commune_officer;
grant select on shared.follow_up to ct_social_worker;
grant select on shared.follow_up to ct_identifier;
grant select on shared.follow_up to ct_shelter_worker;
grant select on shared.follow_up to ct_womens_union_officer;
grant select on shared.follow_up to ct_investigator;

-- fileDecision
select ct.forget_policies('file_decision');
alter table file_decision enable row level security;
alter table file_decision force row level security;
create policy owner_all on file_decision to chungtay_owner using (true) with check (true);
create policy system_all on file_decision to ct_system using (true) with check (true);
grant select, insert, update on file_decision to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, change, grounds, reason, state, asked_by, decided_by, decided_at, decision_note, file_number) on file_decision to ct_border_officer;
create policy see_border_officer on file_decision for select to ct_border_officer using (
    (file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = file_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or file_decision.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on file_decision to ct_border_officer;
create policy add_border_officer on file_decision for insert to ct_border_officer with check (ct.may_add(file_decision.person, file_decision.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, decided_by, decided_at, decision_note, changed_at, version) on file_decision to ct_border_officer;
create policy change_border_officer on file_decision for update to ct_border_officer using (
    file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))
    or file_decision.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, change, grounds, reason, state, asked_by, decided_by, decided_at, decision_note, file_number) on file_decision to ct_police_officer;
create policy see_police_officer on file_decision for select to ct_police_officer using (
    (file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = file_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or file_decision.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on file_decision to ct_police_officer;
create policy add_police_officer on file_decision for insert to ct_police_officer with check (ct.may_add(file_decision.person, file_decision.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, decided_by, decided_at, decision_note, changed_at, version) on file_decision to ct_police_officer;
create policy change_police_officer on file_decision for update to ct_police_officer using (
    file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))
    or file_decision.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, change, grounds, reason, state, asked_by, decided_by, decided_at, decision_note, file_number) on file_decision to ct_identifier;
create policy see_identifier on file_decision for select to ct_identifier using (
    (file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = file_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or file_decision.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on file_decision to ct_identifier;
create policy add_identifier on file_decision for insert to ct_identifier with check (ct.may_add(file_decision.person, file_decision.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, decided_by, decided_at, decision_note, changed_at, version) on file_decision to ct_identifier;
create policy change_identifier on file_decision for update to ct_identifier using (
    file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))
    or file_decision.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, change, grounds, reason, state, asked_by, decided_by, decided_at, decision_note, file_number) on file_decision to ct_social_worker;
create policy see_social_worker on file_decision for select to ct_social_worker using (
    (file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = file_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or file_decision.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on file_decision to ct_social_worker;
create policy add_social_worker on file_decision for insert to ct_social_worker with check (ct.may_add(file_decision.person, file_decision.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, decided_by, decided_at, decision_note, changed_at, version) on file_decision to ct_social_worker;
create policy change_social_worker on file_decision for update to ct_social_worker using (
    file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))
    or file_decision.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, change, grounds, reason, state, asked_by, decided_by, decided_at, decision_note, file_number) on file_decision to ct_shelter_worker;
create policy see_shelter_worker on file_decision for select to ct_shelter_worker using (
    (file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = file_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or file_decision.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on file_decision to ct_shelter_worker;
create policy add_shelter_worker on file_decision for insert to ct_shelter_worker with check (ct.may_add(file_decision.person, file_decision.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, decided_by, decided_at, decision_note, changed_at, version) on file_decision to ct_shelter_worker;
create policy change_shelter_worker on file_decision for update to ct_shelter_worker using (
    file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))
    or file_decision.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, change, grounds, reason, state, asked_by, decided_by, decided_at, decision_note, file_number) on file_decision to ct_commune_officer;
create policy see_commune_officer on file_decision for select to ct_commune_officer using (
    (file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = file_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or file_decision.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on file_decision to ct_commune_officer;
create policy add_commune_officer on file_decision for insert to ct_commune_officer with check (ct.may_add(file_decision.person, file_decision.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, decided_by, decided_at, decision_note, changed_at, version) on file_decision to ct_commune_officer;
create policy change_commune_officer on file_decision for update to ct_commune_officer using (
    file_decision.office = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))
    or file_decision.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select on file_decision to ct_sharer;
create policy sharer on file_decision for select to ct_sharer using (true);
create view shared.file_decision with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.change,
  case when s.fields @> array['fileDecision.grounds'] then r.grounds end as grounds,
  case when s.fields @> array['fileDecision.reason'] then r.reason end as reason,
  r.state,
  case when s.fields @> array['fileDecision.askedBy'] then r.asked_by end as asked_by,
  case when s.fields @> array['fileDecision.decidedBy'] then r.decided_by end as decided_by,
  r.decided_at,
  case when s.fields @> array['fileDecision.decisionNote'] then r.decision_note end as decision_note,
  r.file_number
from file_decision r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['fileDecision.change', 'fileDecision.grounds', 'fileDecision.reason', 'fileDecision.state', 'fileDecision.askedBy', 'fileDecision.decidedBy', 'fileDecision.decidedAt', 'fileDecision.decisionNote', 'fileDecision.fileNumber'];
alter view shared.file_decision owner to ct_sharer;
grant select on shared.file_decision to ct_border_officer;
grant select on shared.file_decision to ct_police_officer;
grant select on shared.file_decision to ct_commune_officer;
grant select on shared.file_decision to ct_social_worker;
grant select on shared.file_decision to ct_identifier;
grant select on shared.file_decision to ct_shelter_worker;
grant select on shared.file_decision to ct_womens_union_officer;
grant select on shared.file_decision to ct_investigator;

-- amountLine
select ct.forget_policies('amount_line');
alter table amount_line enable row level security;
alter table amount_line force row level security;
create policy owner_all on amount_line to chungtay_owner using (true) with check (true);
create policy system_all on amount_line to ct_system using (true) with check (true);
grant select, insert, update on amount_line to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_border_officer;
create policy see_border_officer on amount_line for select to ct_border_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_police_officer;
create policy see_police_officer on amount_line for select to ct_police_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_identifier;
create policy see_identifier on amount_line for select to ct_identifier using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_investigator;
create policy see_investigator on amount_line for select to ct_investigator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_procurator;
create policy see_procurator on amount_line for select to ct_procurator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_judge_clerk;
create policy see_judge_clerk on amount_line for select to ct_judge_clerk using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_social_worker;
create policy see_social_worker on amount_line for select to ct_social_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_shelter_worker;
create policy see_shelter_worker on amount_line for select to ct_shelter_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_womens_union_officer;
create policy see_womens_union_officer on amount_line for select to ct_womens_union_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_commune_officer;
create policy see_commune_officer on amount_line for select to ct_commune_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_secretary;
create policy see_secretary on amount_line for select to ct_secretary using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_auditor;
create policy see_auditor on amount_line for select to ct_auditor using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, law, regime, amount_unit, amount, citation, note, valid_from, valid_to) on amount_line to ct_administrator;
create policy see_administrator on amount_line for select to ct_administrator using (
    true);
grant insert on amount_line to ct_administrator;
create policy add_administrator on amount_line for insert to ct_administrator with check (true);
grant update (valid_to, changed_at, version) on amount_line to ct_administrator;
create policy change_administrator on amount_line for update to ct_administrator using (
    true) with check (true);

-- budgetSource
select ct.forget_policies('budget_source');
alter table budget_source enable row level security;
alter table budget_source force row level security;
create policy owner_all on budget_source to chungtay_owner using (true) with check (true);
create policy system_all on budget_source to ct_system using (true) with check (true);
grant select, insert, update on budget_source to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_border_officer;
create policy see_border_officer on budget_source for select to ct_border_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_police_officer;
create policy see_police_officer on budget_source for select to ct_police_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_identifier;
create policy see_identifier on budget_source for select to ct_identifier using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_investigator;
create policy see_investigator on budget_source for select to ct_investigator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_procurator;
create policy see_procurator on budget_source for select to ct_procurator using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_judge_clerk;
create policy see_judge_clerk on budget_source for select to ct_judge_clerk using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_social_worker;
create policy see_social_worker on budget_source for select to ct_social_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_shelter_worker;
create policy see_shelter_worker on budget_source for select to ct_shelter_worker using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_womens_union_officer;
create policy see_womens_union_officer on budget_source for select to ct_womens_union_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_commune_officer;
create policy see_commune_officer on budget_source for select to ct_commune_officer using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_secretary;
create policy see_secretary on budget_source for select to ct_secretary using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_auditor;
create policy see_auditor on budget_source for select to ct_auditor using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, source_name, budget_kind, valid_from, valid_to) on budget_source to ct_administrator;
create policy see_administrator on budget_source for select to ct_administrator using (
    true);
grant insert on budget_source to ct_administrator;
create policy add_administrator on budget_source for insert to ct_administrator with check (true);
grant update (valid_to, changed_at, version) on budget_source to ct_administrator;
create policy change_administrator on budget_source for update to ct_administrator using (
    true) with check (true);

-- hardshipPaper
select ct.forget_policies('hardship_paper');
alter table hardship_paper enable row level security;
alter table hardship_paper force row level security;
create policy owner_all on hardship_paper to chungtay_owner using (true) with check (true);
create policy system_all on hardship_paper to ct_system using (true) with check (true);
grant select, insert, update on hardship_paper to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, hardship_kind, issuer, paper_number, issued_on, valid_until, note, struck_at, struck_why) on hardship_paper to ct_border_officer;
create policy see_border_officer on hardship_paper for select to ct_border_officer using (
    (hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = hardship_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or hardship_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on hardship_paper to ct_border_officer;
create policy add_border_officer on hardship_paper for insert to ct_border_officer with check (ct.may_add(hardship_paper.person, hardship_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (struck_at, struck_why, changed_at, version) on hardship_paper to ct_border_officer;
create policy change_border_officer on hardship_paper for update to ct_border_officer using (
    hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, hardship_kind, issuer, paper_number, issued_on, valid_until, note, struck_at, struck_why) on hardship_paper to ct_police_officer;
create policy see_police_officer on hardship_paper for select to ct_police_officer using (
    (hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = hardship_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or hardship_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on hardship_paper to ct_police_officer;
create policy add_police_officer on hardship_paper for insert to ct_police_officer with check (ct.may_add(hardship_paper.person, hardship_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (struck_at, struck_why, changed_at, version) on hardship_paper to ct_police_officer;
create policy change_police_officer on hardship_paper for update to ct_police_officer using (
    hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, hardship_kind, issuer, paper_number, issued_on, valid_until, note, struck_at, struck_why) on hardship_paper to ct_identifier;
create policy see_identifier on hardship_paper for select to ct_identifier using (
    (hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = hardship_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or hardship_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on hardship_paper to ct_identifier;
create policy add_identifier on hardship_paper for insert to ct_identifier with check (ct.may_add(hardship_paper.person, hardship_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (struck_at, struck_why, changed_at, version) on hardship_paper to ct_identifier;
create policy change_identifier on hardship_paper for update to ct_identifier using (
    hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, hardship_kind, issuer, paper_number, issued_on, valid_until, note, struck_at, struck_why) on hardship_paper to ct_social_worker;
create policy see_social_worker on hardship_paper for select to ct_social_worker using (
    (hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = hardship_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or hardship_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on hardship_paper to ct_social_worker;
create policy add_social_worker on hardship_paper for insert to ct_social_worker with check (ct.may_add(hardship_paper.person, hardship_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (struck_at, struck_why, changed_at, version) on hardship_paper to ct_social_worker;
create policy change_social_worker on hardship_paper for update to ct_social_worker using (
    hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, hardship_kind, issuer, paper_number, issued_on, valid_until, note, struck_at, struck_why) on hardship_paper to ct_shelter_worker;
create policy see_shelter_worker on hardship_paper for select to ct_shelter_worker using (
    (hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = hardship_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or hardship_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on hardship_paper to ct_shelter_worker;
create policy add_shelter_worker on hardship_paper for insert to ct_shelter_worker with check (ct.may_add(hardship_paper.person, hardship_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (struck_at, struck_why, changed_at, version) on hardship_paper to ct_shelter_worker;
create policy change_shelter_worker on hardship_paper for update to ct_shelter_worker using (
    hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, hardship_kind, issuer, paper_number, issued_on, valid_until, note, struck_at, struck_why) on hardship_paper to ct_commune_officer;
create policy see_commune_officer on hardship_paper for select to ct_commune_officer using (
    (hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = hardship_paper.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or hardship_paper.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on hardship_paper to ct_commune_officer;
create policy add_commune_officer on hardship_paper for insert to ct_commune_officer with check (ct.may_add(hardship_paper.person, hardship_paper.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (struck_at, struck_why, changed_at, version) on hardship_paper to ct_commune_officer;
create policy change_commune_officer on hardship_paper for update to ct_commune_officer using (
    hardship_paper.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select on hardship_paper to ct_sharer;
create policy sharer on hardship_paper for select to ct_sharer using (true);
create view shared.hardship_paper with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['hardshipPaper.hardshipKind'] then r.hardship_kind end as hardship_kind,
  case when s.fields @> array['hardshipPaper.issuer'] then r.issuer end as issuer,
  case when s.fields @> array['hardshipPaper.paperNumber'] then r.paper_number end as paper_number,
  case when s.fields @> array['hardshipPaper.issuedOn'] then r.issued_on end as issued_on,
  case when s.fields @> array['hardshipPaper.validUntil'] then r.valid_until end as valid_until,
  case when s.fields @> array['hardshipPaper.note'] then r.note end as note,
  case when s.fields @> array['hardshipPaper.struckAt'] then r.struck_at end as struck_at,
  case when s.fields @> array['hardshipPaper.struckWhy'] then r.struck_why end as struck_why
from hardship_paper r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['hardshipPaper.hardshipKind', 'hardshipPaper.issuer', 'hardshipPaper.paperNumber', 'hardshipPaper.issuedOn', 'hardshipPaper.validUntil', 'hardshipPaper.note', 'hardshipPaper.struckAt', 'hardshipPaper.struckWhy'];
alter view shared.hardship_paper owner to ct_sharer;
grant select on shared.hardship_paper to ct_border_officer;
grant select on shared.hardship_paper to ct_police_officer;
grant select on shared.hardship_paper to ct_commune_officer;
grant select on shared.hardship_paper to ct_social_worker;
grant select on shared.hardship_paper to ct_identifier;
grant select on shared.hardship_paper to ct_shelter_worker;
grant select on shared.hardship_paper to ct_womens_union_officer;
grant select on shared.hardship_paper to ct_investigator;

-- supportApplication
select ct.forget_policies('support_application');
alter table support_application enable row level security;
alter table support_application force row level security;
create policy owner_all on support_application to chungtay_owner using (true) with check (true);
create policy system_all on support_application to ct_system using (true) with check (true);
grant select, insert, update on support_application to ct_system;
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, regimes, eligible_as, identified_on, contested, applied_on, step_on, rule, due_on, advisory, signed_by, share, decided_on, withdrawn_why) on support_application to ct_border_officer;
create policy see_border_officer on support_application for select to ct_border_officer using (
    ((support_application.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_application.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_application.person = any ((select ct.exceptions(current_user::text))::uuid[])) or support_application.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on support_application to ct_border_officer;
create policy add_border_officer on support_application for insert to ct_border_officer with check (ct.may_add(support_application.person, support_application.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, to_office, step_on, rule, due_on, advisory, share, withdrawn_why, changed_at, version) on support_application to ct_border_officer;
create policy change_border_officer on support_application for update to ct_border_officer using (
    support_application.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, regimes, eligible_as, identified_on, contested, applied_on, step_on, rule, due_on, advisory, signed_by, share, decided_on, withdrawn_why) on support_application to ct_police_officer;
create policy see_police_officer on support_application for select to ct_police_officer using (
    ((support_application.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_application.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_application.person = any ((select ct.exceptions(current_user::text))::uuid[])) or support_application.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on support_application to ct_police_officer;
create policy add_police_officer on support_application for insert to ct_police_officer with check (ct.may_add(support_application.person, support_application.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, to_office, step_on, rule, due_on, advisory, share, withdrawn_why, changed_at, version) on support_application to ct_police_officer;
create policy change_police_officer on support_application for update to ct_police_officer using (
    support_application.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, regimes, eligible_as, identified_on, contested, applied_on, step_on, rule, due_on, advisory, signed_by, share, decided_on, withdrawn_why) on support_application to ct_identifier;
create policy see_identifier on support_application for select to ct_identifier using (
    ((support_application.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_application.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_application.person = any ((select ct.exceptions(current_user::text))::uuid[])) or support_application.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on support_application to ct_identifier;
create policy add_identifier on support_application for insert to ct_identifier with check (ct.may_add(support_application.person, support_application.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, to_office, step_on, rule, due_on, advisory, share, withdrawn_why, changed_at, version) on support_application to ct_identifier;
create policy change_identifier on support_application for update to ct_identifier using (
    support_application.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, regimes, eligible_as, identified_on, contested, applied_on, step_on, rule, due_on, advisory, signed_by, share, decided_on, withdrawn_why) on support_application to ct_social_worker;
create policy see_social_worker on support_application for select to ct_social_worker using (
    ((support_application.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_application.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_application.person = any ((select ct.exceptions(current_user::text))::uuid[])) or support_application.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on support_application to ct_social_worker;
create policy add_social_worker on support_application for insert to ct_social_worker with check (ct.may_add(support_application.person, support_application.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, to_office, step_on, rule, due_on, advisory, share, withdrawn_why, decided_on, changed_at, version) on support_application to ct_social_worker;
create policy change_social_worker on support_application for update to ct_social_worker using (
    support_application.office = any ((select ct.reach(current_user::text))::uuid[])
    or ((support_application.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_application.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_application.person = any ((select ct.exceptions(current_user::text))::uuid[])) or support_application.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, regimes, eligible_as, identified_on, contested, applied_on, step_on, rule, due_on, advisory, signed_by, share, decided_on, withdrawn_why) on support_application to ct_shelter_worker;
create policy see_shelter_worker on support_application for select to ct_shelter_worker using (
    ((support_application.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_application.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_application.person = any ((select ct.exceptions(current_user::text))::uuid[])) or support_application.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on support_application to ct_shelter_worker;
create policy add_shelter_worker on support_application for insert to ct_shelter_worker with check (ct.may_add(support_application.person, support_application.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, to_office, step_on, rule, due_on, advisory, share, withdrawn_why, changed_at, version) on support_application to ct_shelter_worker;
create policy change_shelter_worker on support_application for update to ct_shelter_worker using (
    support_application.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, law, regimes, eligible_as, identified_on, contested, applied_on, step_on, rule, due_on, advisory, signed_by, share, decided_on, withdrawn_why) on support_application to ct_commune_officer;
create policy see_commune_officer on support_application for select to ct_commune_officer using (
    ((support_application.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_application.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_application.person = any ((select ct.exceptions(current_user::text))::uuid[])) or support_application.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on support_application to ct_commune_officer;
create policy add_commune_officer on support_application for insert to ct_commune_officer with check (ct.may_add(support_application.person, support_application.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, to_office, step_on, rule, due_on, advisory, share, withdrawn_why, decided_on, changed_at, version) on support_application to ct_commune_officer;
create policy change_commune_officer on support_application for update to ct_commune_officer using (
    support_application.office = any ((select ct.reach(current_user::text))::uuid[])
    or ((support_application.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_application.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_application.person = any ((select ct.exceptions(current_user::text))::uuid[])) or support_application.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select on support_application to ct_sharer;
create policy sharer on support_application for select to ct_sharer using (true);
create view shared.support_application with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.number,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.to_office,
  r.state,
  r.law,
  case when s.fields @> array['supportApplication.regimes'] then r.regimes end as regimes,
  case when s.fields @> array['supportApplication.eligibleAs'] then r.eligible_as end as eligible_as,
  r.identified_on,
  case when s.fields @> array['supportApplication.contested'] then r.contested end as contested,
  r.applied_on,
  r.step_on,
  r.rule,
  r.due_on,
  r.advisory,
  case when s.fields @> array['supportApplication.signedBy'] then r.signed_by end as signed_by,
  case when s.fields @> array['supportApplication.share'] then r.share end as share,
  r.decided_on,
  case when s.fields @> array['supportApplication.withdrawnWhy'] then r.withdrawn_why end as withdrawn_why
from support_application r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['supportApplication.toOffice', 'supportApplication.state', 'supportApplication.law', 'supportApplication.regimes', 'supportApplication.eligibleAs', 'supportApplication.identifiedOn', 'supportApplication.contested', 'supportApplication.appliedOn', 'supportApplication.stepOn', 'supportApplication.rule', 'supportApplication.dueOn', 'supportApplication.advisory', 'supportApplication.signedBy', 'supportApplication.share', 'supportApplication.decidedOn', 'supportApplication.withdrawnWhy'];
alter view shared.support_application owner to ct_sharer;
grant select on shared.support_application to ct_border_officer;
grant select on shared.support_application to ct_police_officer;
grant select on shared.support_application to ct_commune_officer;
grant select on shared.support_application to ct_social_worker;
grant select on shared.support_application to ct_identifier;
grant select on shared.support_application to ct_shelter_worker;
grant select on shared.support_application to ct_womens_union_officer;
grant select on shared.support_application to ct_investigator;

-- supportDecision
select ct.forget_policies('support_decision');
alter table support_decision enable row level security;
alter table support_decision force row level security;
create policy owner_all on support_decision to chungtay_owner using (true) with check (true);
create policy system_all on support_decision to ct_system using (true) with check (true);
grant select, insert, update on support_decision to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, application, law, regime, decision_outcome, decided_on, decided_by, decision_number, article, reason, amount_line, quantity, amount, in_kind, paid, handed_over) on support_decision to ct_social_worker;
create policy see_social_worker on support_decision for select to ct_social_worker using (
    (support_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_decision.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on support_decision to ct_social_worker;
create policy add_social_worker on support_decision for insert to ct_social_worker with check (ct.may_add(support_decision.person, support_decision.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (paid, handed_over, changed_at, version) on support_decision to ct_social_worker;
create policy change_social_worker on support_decision for update to ct_social_worker using (
    (support_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_decision.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, application, law, regime, decision_outcome, decided_on, decided_by, decision_number, article, reason, amount_line, quantity, amount, in_kind, paid, handed_over) on support_decision to ct_shelter_worker;
create policy see_shelter_worker on support_decision for select to ct_shelter_worker using (
    (support_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_decision.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant update (paid, handed_over, changed_at, version) on support_decision to ct_shelter_worker;
create policy change_shelter_worker on support_decision for update to ct_shelter_worker using (
    (support_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_decision.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, application, law, regime, decision_outcome, decided_on, decided_by, decision_number, article, reason, amount_line, quantity, amount, in_kind, paid, handed_over) on support_decision to ct_commune_officer;
create policy see_commune_officer on support_decision for select to ct_commune_officer using (
    (support_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_decision.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on support_decision to ct_commune_officer;
create policy add_commune_officer on support_decision for insert to ct_commune_officer with check (ct.may_add(support_decision.person, support_decision.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (paid, handed_over, changed_at, version) on support_decision to ct_commune_officer;
create policy change_commune_officer on support_decision for update to ct_commune_officer using (
    (support_decision.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = support_decision.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or support_decision.person = any ((select ct.exceptions(current_user::text))::uuid[]))) with check (true);
grant select on support_decision to ct_sharer;
create policy sharer on support_decision for select to ct_sharer using (true);
create view shared.support_decision with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['supportDecision.application'] then r.application end as application,
  case when s.fields @> array['supportDecision.law'] then r.law end as law,
  case when s.fields @> array['supportDecision.regime'] then r.regime end as regime,
  case when s.fields @> array['supportDecision.decisionOutcome'] then r.decision_outcome end as decision_outcome,
  case when s.fields @> array['supportDecision.decidedOn'] then r.decided_on end as decided_on,
  case when s.fields @> array['supportDecision.decidedBy'] then r.decided_by end as decided_by,
  case when s.fields @> array['supportDecision.decisionNumber'] then r.decision_number end as decision_number,
  case when s.fields @> array['supportDecision.article'] then r.article end as article,
  case when s.fields @> array['supportDecision.reason'] then r.reason end as reason,
  case when s.fields @> array['supportDecision.amountLine'] then r.amount_line end as amount_line,
  case when s.fields @> array['supportDecision.quantity'] then r.quantity end as quantity,
  case when s.fields @> array['supportDecision.amount'] then r.amount end as amount,
  case when s.fields @> array['supportDecision.inKind'] then r.in_kind end as in_kind,
  case when s.fields @> array['supportDecision.paid'] then r.paid end as paid,
  case when s.fields @> array['supportDecision.handedOver'] then r.handed_over end as handed_over
from support_decision r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['supportDecision.application', 'supportDecision.law', 'supportDecision.regime', 'supportDecision.decisionOutcome', 'supportDecision.decidedOn', 'supportDecision.decidedBy', 'supportDecision.decisionNumber', 'supportDecision.article', 'supportDecision.reason', 'supportDecision.amountLine', 'supportDecision.quantity', 'supportDecision.amount', 'supportDecision.inKind', 'supportDecision.paid', 'supportDecision.handedOver'];
alter view shared.support_decision owner to ct_sharer;
grant select on shared.support_decision to ct_border_officer;
grant select on shared.support_decision to ct_police_officer;
grant select on shared.support_decision to ct_commune_officer;
grant select on shared.support_decision to ct_social_worker;
grant select on shared.support_decision to ct_identifier;
grant select on shared.support_decision to ct_shelter_worker;
grant select on shared.support_decision to ct_womens_union_officer;
grant select on shared.support_decision to ct_investigator;

-- payment
select ct.forget_policies('payment');
alter table payment enable row level security;
alter table payment force row level security;
create policy owner_all on payment to chungtay_owner using (true) with check (true);
create policy system_all on payment to ct_system using (true) with check (true);
grant select, insert, update on payment to ct_system;
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, decision, law, regime, payment_form, amount, in_kind, budget_source, paid_on, receipt_number, signed_by, reverses, reason) on payment to ct_social_worker;
create policy see_social_worker on payment for select to ct_social_worker using (
    (payment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = payment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or payment.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on payment to ct_social_worker;
create policy add_social_worker on payment for insert to ct_social_worker with check (ct.may_add(payment.person, payment.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, decision, law, regime, payment_form, amount, in_kind, budget_source, paid_on, receipt_number, signed_by, reverses, reason) on payment to ct_shelter_worker;
create policy see_shelter_worker on payment for select to ct_shelter_worker using (
    (payment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = payment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or payment.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on payment to ct_shelter_worker;
create policy add_shelter_worker on payment for insert to ct_shelter_worker with check (ct.may_add(payment.person, payment.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, decision, law, regime, payment_form, amount, in_kind, budget_source, paid_on, receipt_number, signed_by, reverses, reason) on payment to ct_commune_officer;
create policy see_commune_officer on payment for select to ct_commune_officer using (
    (payment.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = payment.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or payment.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on payment to ct_commune_officer;
create policy add_commune_officer on payment for insert to ct_commune_officer with check (ct.may_add(payment.person, payment.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on payment to ct_sharer;
create policy sharer on payment for select to ct_sharer using (true);
create view shared.payment with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.number,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['payment.decision'] then r.decision end as decision,
  case when s.fields @> array['payment.law'] then r.law end as law,
  case when s.fields @> array['payment.regime'] then r.regime end as regime,
  case when s.fields @> array['payment.paymentForm'] then r.payment_form end as payment_form,
  case when s.fields @> array['payment.amount'] then r.amount end as amount,
  case when s.fields @> array['payment.inKind'] then r.in_kind end as in_kind,
  case when s.fields @> array['payment.budgetSource'] then r.budget_source end as budget_source,
  case when s.fields @> array['payment.paidOn'] then r.paid_on end as paid_on,
  case when s.fields @> array['payment.receiptNumber'] then r.receipt_number end as receipt_number,
  case when s.fields @> array['payment.signedBy'] then r.signed_by end as signed_by,
  case when s.fields @> array['payment.reverses'] then r.reverses end as reverses,
  case when s.fields @> array['payment.reason'] then r.reason end as reason
from payment r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['payment.decision', 'payment.law', 'payment.regime', 'payment.paymentForm', 'payment.amount', 'payment.inKind', 'payment.budgetSource', 'payment.paidOn', 'payment.receiptNumber', 'payment.signedBy', 'payment.reverses', 'payment.reason'];
alter view shared.payment owner to ct_sharer;
grant select on shared.payment to ct_border_officer;
grant select on shared.payment to ct_police_officer;
grant select on shared.payment to ct_commune_officer;
grant select on shared.payment to ct_social_worker;
grant select on shared.payment to ct_identifier;
grant select on shared.payment to ct_shelter_worker;
grant select on shared.payment to ct_womens_union_officer;
grant select on shared.payment to ct_investigator;

-- referral
select ct.forget_policies('referral');
alter table referral enable row level security;
alter table referral force row level security;
create policy owner_all on referral to chungtay_owner using (true) with check (true);
create policy system_all on referral to ct_system using (true) with check (true);
grant select, insert, update on referral to ct_system;
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, referral_purpose, services, shared_fields, ground, ground_article, consent, doubt_note, until, message, sent_at, remind_on, reminded_at, answered_at, return_reason, answer_note, ended_at, outcome) on referral to ct_border_officer;
create policy see_border_officer on referral for select to ct_border_officer using (
    (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or referral.to_office = any ((select ct.reach(current_user::text))::uuid[]))
    or (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = referral.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or referral.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on referral to ct_border_officer;
create policy add_border_officer on referral for insert to ct_border_officer with check (ct.may_add(referral.person, referral.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer_note, return_reason, ended_at, outcome, changed_at, version) on referral to ct_border_officer;
create policy change_border_officer on referral for update to ct_border_officer using (
    referral.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or referral.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, referral_purpose, services, shared_fields, ground, ground_article, consent, doubt_note, until, message, sent_at, remind_on, reminded_at, answered_at, return_reason, answer_note, ended_at, outcome) on referral to ct_police_officer;
create policy see_police_officer on referral for select to ct_police_officer using (
    (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or referral.to_office = any ((select ct.reach(current_user::text))::uuid[]))
    or (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = referral.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or referral.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on referral to ct_police_officer;
create policy add_police_officer on referral for insert to ct_police_officer with check (ct.may_add(referral.person, referral.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer_note, return_reason, ended_at, outcome, changed_at, version) on referral to ct_police_officer;
create policy change_police_officer on referral for update to ct_police_officer using (
    referral.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or referral.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, referral_purpose, services, shared_fields, ground, ground_article, consent, doubt_note, until, message, sent_at, remind_on, reminded_at, answered_at, return_reason, answer_note, ended_at, outcome) on referral to ct_identifier;
create policy see_identifier on referral for select to ct_identifier using (
    (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or referral.to_office = any ((select ct.reach(current_user::text))::uuid[]))
    or (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = referral.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or referral.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on referral to ct_identifier;
create policy add_identifier on referral for insert to ct_identifier with check (ct.may_add(referral.person, referral.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer_note, return_reason, ended_at, outcome, changed_at, version) on referral to ct_identifier;
create policy change_identifier on referral for update to ct_identifier using (
    referral.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or referral.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, referral_purpose, services, shared_fields, ground, ground_article, consent, doubt_note, until, message, sent_at, remind_on, reminded_at, answered_at, return_reason, answer_note, ended_at, outcome) on referral to ct_investigator;
create policy see_investigator on referral for select to ct_investigator using (
    (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or referral.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant update (state, answered_at, answer_note, return_reason, ended_at, outcome, changed_at, version) on referral to ct_investigator;
create policy change_investigator on referral for update to ct_investigator using (
    referral.to_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, referral_purpose, services, shared_fields, ground, ground_article, consent, doubt_note, until, message, sent_at, remind_on, reminded_at, answered_at, return_reason, answer_note, ended_at, outcome) on referral to ct_social_worker;
create policy see_social_worker on referral for select to ct_social_worker using (
    (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or referral.to_office = any ((select ct.reach(current_user::text))::uuid[]))
    or (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = referral.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or referral.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on referral to ct_social_worker;
create policy add_social_worker on referral for insert to ct_social_worker with check (ct.may_add(referral.person, referral.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer_note, return_reason, ended_at, outcome, changed_at, version) on referral to ct_social_worker;
create policy change_social_worker on referral for update to ct_social_worker using (
    referral.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or referral.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, referral_purpose, services, shared_fields, ground, ground_article, consent, doubt_note, until, message, sent_at, remind_on, reminded_at, answered_at, return_reason, answer_note, ended_at, outcome) on referral to ct_shelter_worker;
create policy see_shelter_worker on referral for select to ct_shelter_worker using (
    (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or referral.to_office = any ((select ct.reach(current_user::text))::uuid[]))
    or (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = referral.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or referral.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on referral to ct_shelter_worker;
create policy add_shelter_worker on referral for insert to ct_shelter_worker with check (ct.may_add(referral.person, referral.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer_note, return_reason, ended_at, outcome, changed_at, version) on referral to ct_shelter_worker;
create policy change_shelter_worker on referral for update to ct_shelter_worker using (
    referral.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or referral.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, referral_purpose, services, shared_fields, ground, ground_article, consent, doubt_note, until, message, sent_at, remind_on, reminded_at, answered_at, return_reason, answer_note, ended_at, outcome) on referral to ct_womens_union_officer;
create policy see_womens_union_officer on referral for select to ct_womens_union_officer using (
    (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or referral.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant update (state, answered_at, answer_note, return_reason, ended_at, outcome, changed_at, version) on referral to ct_womens_union_officer;
create policy change_womens_union_officer on referral for update to ct_womens_union_officer using (
    referral.to_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, referral_purpose, services, shared_fields, ground, ground_article, consent, doubt_note, until, message, sent_at, remind_on, reminded_at, answered_at, return_reason, answer_note, ended_at, outcome) on referral to ct_commune_officer;
create policy see_commune_officer on referral for select to ct_commune_officer using (
    (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or referral.to_office = any ((select ct.reach(current_user::text))::uuid[]))
    or (referral.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = referral.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or referral.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on referral to ct_commune_officer;
create policy add_commune_officer on referral for insert to ct_commune_officer with check (ct.may_add(referral.person, referral.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, answered_at, answer_note, return_reason, ended_at, outcome, changed_at, version) on referral to ct_commune_officer;
create policy change_commune_officer on referral for update to ct_commune_officer using (
    referral.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or referral.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, person, made_at, made_by, changed_at, version, to_office, state, referral_purpose, ground, ground_article, until, sent_at) on referral to ct_auditor;
create policy see_auditor on referral for select to ct_auditor using (
    true);
grant select on referral to ct_sharer;
create policy sharer on referral for select to ct_sharer using (true);
create view shared.referral with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.number,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.to_office,
  r.state,
  r.referral_purpose,
  case when s.fields @> array['referral.services'] then r.services end as services,
  case when s.fields @> array['referral.sharedFields'] then r.shared_fields end as shared_fields,
  r.ground,
  r.ground_article,
  case when s.fields @> array['referral.consent'] then r.consent end as consent,
  case when s.fields @> array['referral.doubtNote'] then r.doubt_note end as doubt_note,
  r.until,
  case when s.fields @> array['referral.message'] then r.message end as message,
  r.sent_at,
  r.remind_on,
  r.reminded_at,
  r.answered_at,
  r.return_reason,
  case when s.fields @> array['referral.answerNote'] then r.answer_note end as answer_note,
  r.ended_at,
  r.outcome
from referral r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['referral.toOffice', 'referral.state', 'referral.referralPurpose', 'referral.services', 'referral.sharedFields', 'referral.ground', 'referral.groundArticle', 'referral.consent', 'referral.doubtNote', 'referral.until', 'referral.message', 'referral.sentAt', 'referral.remindOn', 'referral.remindedAt', 'referral.answeredAt', 'referral.returnReason', 'referral.answerNote', 'referral.endedAt', 'referral.outcome'];
alter view shared.referral owner to ct_sharer;
grant select on shared.referral to ct_border_officer;
grant select on shared.referral to ct_police_officer;
grant select on shared.referral to ct_commune_officer;
grant select on shared.referral to ct_social_worker;
grant select on shared.referral to ct_identifier;
grant select on shared.referral to ct_shelter_worker;
grant select on shared.referral to ct_womens_union_officer;
grant select on shared.referral to ct_investigator;

-- share
select ct.forget_policies('share');
alter table share enable row level security;
alter table share force row level security;
create policy owner_all on share to chungtay_owner using (true) with check (true);
create policy system_all on share to ct_system using (true) with check (true);
grant select, insert, update on share to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, referral, verification, shared_fields, share_purpose, ground, consent, starts_at, until, revoked_at, revoked_why, file_name, file_born, file_made_at, file_sex, file_ethnicity, file_state) on share to ct_border_officer;
create policy see_border_officer on share for select to ct_border_officer using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on share to ct_border_officer;
create policy add_border_officer on share for insert to ct_border_officer with check (ct.may_add(share.person, share.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (revoked_at, revoked_why, changed_at, version) on share to ct_border_officer;
create policy change_border_officer on share for update to ct_border_officer using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, referral, verification, shared_fields, share_purpose, ground, consent, starts_at, until, revoked_at, revoked_why, file_name, file_born, file_made_at, file_sex, file_ethnicity, file_state) on share to ct_police_officer;
create policy see_police_officer on share for select to ct_police_officer using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on share to ct_police_officer;
create policy add_police_officer on share for insert to ct_police_officer with check (ct.may_add(share.person, share.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (revoked_at, revoked_why, changed_at, version) on share to ct_police_officer;
create policy change_police_officer on share for update to ct_police_officer using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, referral, verification, shared_fields, share_purpose, ground, consent, starts_at, until, revoked_at, revoked_why, file_name, file_born, file_made_at, file_sex, file_ethnicity, file_state) on share to ct_identifier;
create policy see_identifier on share for select to ct_identifier using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on share to ct_identifier;
create policy add_identifier on share for insert to ct_identifier with check (ct.may_add(share.person, share.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (revoked_at, revoked_why, changed_at, version) on share to ct_identifier;
create policy change_identifier on share for update to ct_identifier using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, referral, verification, shared_fields, share_purpose, ground, consent, starts_at, until, revoked_at, revoked_why, file_name, file_born, file_made_at, file_sex, file_ethnicity, file_state) on share to ct_investigator;
create policy see_investigator on share for select to ct_investigator using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant update (revoked_at, revoked_why, changed_at, version) on share to ct_investigator;
create policy change_investigator on share for update to ct_investigator using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, referral, verification, shared_fields, share_purpose, ground, consent, starts_at, until, revoked_at, revoked_why, file_name, file_born, file_made_at, file_sex, file_ethnicity, file_state) on share to ct_social_worker;
create policy see_social_worker on share for select to ct_social_worker using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on share to ct_social_worker;
create policy add_social_worker on share for insert to ct_social_worker with check (ct.may_add(share.person, share.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (revoked_at, revoked_why, changed_at, version) on share to ct_social_worker;
create policy change_social_worker on share for update to ct_social_worker using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, referral, verification, shared_fields, share_purpose, ground, consent, starts_at, until, revoked_at, revoked_why, file_name, file_born, file_made_at, file_sex, file_ethnicity, file_state) on share to ct_shelter_worker;
create policy see_shelter_worker on share for select to ct_shelter_worker using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on share to ct_shelter_worker;
create policy add_shelter_worker on share for insert to ct_shelter_worker with check (ct.may_add(share.person, share.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (revoked_at, revoked_why, changed_at, version) on share to ct_shelter_worker;
create policy change_shelter_worker on share for update to ct_shelter_worker using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, referral, verification, shared_fields, share_purpose, ground, consent, starts_at, until, revoked_at, revoked_why, file_name, file_born, file_made_at, file_sex, file_ethnicity, file_state) on share to ct_womens_union_officer;
create policy see_womens_union_officer on share for select to ct_womens_union_officer using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant update (revoked_at, revoked_why, changed_at, version) on share to ct_womens_union_officer;
create policy change_womens_union_officer on share for update to ct_womens_union_officer using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, referral, verification, shared_fields, share_purpose, ground, consent, starts_at, until, revoked_at, revoked_why, file_name, file_born, file_made_at, file_sex, file_ethnicity, file_state) on share to ct_commune_officer;
create policy see_commune_officer on share for select to ct_commune_officer using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on share to ct_commune_officer;
create policy add_commune_officer on share for insert to ct_commune_officer with check (ct.may_add(share.person, share.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (revoked_at, revoked_why, changed_at, version) on share to ct_commune_officer;
create policy change_commune_officer on share for update to ct_commune_officer using (
    (share.office = any ((select ct.reach(current_user::text))::uuid[]) or share.to_office = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, to_office, referral, verification, shared_fields, share_purpose, ground, starts_at, until, revoked_at, revoked_why) on share to ct_auditor;
create policy see_auditor on share for select to ct_auditor using (
    true);
grant select on share to ct_sharer;
create policy sharer on share for select to ct_sharer using (true);
create view shared.share with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.to_office,
  case when s.fields @> array['share.referral'] then r.referral end as referral,
  case when s.fields @> array['share.verification'] then r.verification end as verification,
  case when s.fields @> array['share.sharedFields'] then r.shared_fields end as shared_fields,
  r.share_purpose,
  r.ground,
  case when s.fields @> array['share.consent'] then r.consent end as consent,
  r.starts_at,
  r.until,
  r.revoked_at,
  r.revoked_why,
  case when s.fields @> array['share.fileName'] then r.file_name end as file_name,
  case when s.fields @> array['share.fileBorn'] then r.file_born end as file_born,
  case when s.fields @> array['share.fileMadeAt'] then r.file_made_at end as file_made_at,
  case when s.fields @> array['share.fileSex'] then r.file_sex end as file_sex,
  case when s.fields @> array['share.fileEthnicity'] then r.file_ethnicity end as file_ethnicity,
  case when s.fields @> array['share.fileState'] then r.file_state end as file_state
from share r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['share.toOffice', 'share.referral', 'share.verification', 'share.sharedFields', 'share.sharePurpose', 'share.ground', 'share.consent', 'share.startsAt', 'share.until', 'share.revokedAt', 'share.revokedWhy', 'share.fileName', 'share.fileBorn', 'share.fileMadeAt', 'share.fileSex', 'share.fileEthnicity', 'share.fileState'];
alter view shared.share owner to ct_sharer;
grant select on shared.share to ct_border_officer;
grant select on shared.share to ct_police_officer;
grant select on shared.share to ct_commune_officer;
grant select on shared.share to ct_social_worker;
grant select on shared.share to ct_identifier;
grant select on shared.share to ct_shelter_worker;
grant select on shared.share to ct_womens_union_officer;
grant select on shared.share to ct_investigator;

-- revocation
select ct.forget_policies('revocation');
alter table revocation enable row level security;
alter table revocation force row level security;
create policy owner_all on revocation to chungtay_owner using (true) with check (true);
create policy system_all on revocation to ct_system using (true) with check (true);
grant select, insert, update on revocation to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, referral, reason) on revocation to ct_border_officer;
create policy see_border_officer on revocation for select to ct_border_officer using (
    (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = revocation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or revocation.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on revocation to ct_border_officer;
create policy add_border_officer on revocation for insert to ct_border_officer with check (ct.may_add(revocation.person, revocation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, referral, reason) on revocation to ct_police_officer;
create policy see_police_officer on revocation for select to ct_police_officer using (
    (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = revocation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or revocation.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on revocation to ct_police_officer;
create policy add_police_officer on revocation for insert to ct_police_officer with check (ct.may_add(revocation.person, revocation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, referral, reason) on revocation to ct_identifier;
create policy see_identifier on revocation for select to ct_identifier using (
    (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = revocation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or revocation.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on revocation to ct_identifier;
create policy add_identifier on revocation for insert to ct_identifier with check (ct.may_add(revocation.person, revocation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, referral, reason) on revocation to ct_investigator;
create policy see_investigator on revocation for select to ct_investigator using (
    (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = revocation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or revocation.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant select (id, province, office, person, made_at, made_by, changed_at, version, referral, reason) on revocation to ct_social_worker;
create policy see_social_worker on revocation for select to ct_social_worker using (
    (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = revocation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or revocation.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on revocation to ct_social_worker;
create policy add_social_worker on revocation for insert to ct_social_worker with check (ct.may_add(revocation.person, revocation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, referral, reason) on revocation to ct_shelter_worker;
create policy see_shelter_worker on revocation for select to ct_shelter_worker using (
    (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = revocation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or revocation.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on revocation to ct_shelter_worker;
create policy add_shelter_worker on revocation for insert to ct_shelter_worker with check (ct.may_add(revocation.person, revocation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, referral, reason) on revocation to ct_womens_union_officer;
create policy see_womens_union_officer on revocation for select to ct_womens_union_officer using (
    (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = revocation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or revocation.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant select (id, province, office, person, made_at, made_by, changed_at, version, referral, reason) on revocation to ct_commune_officer;
create policy see_commune_officer on revocation for select to ct_commune_officer using (
    (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or (revocation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = revocation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or revocation.person = any ((select ct.exceptions(current_user::text))::uuid[]))));
grant insert on revocation to ct_commune_officer;
create policy add_commune_officer on revocation for insert to ct_commune_officer with check (ct.may_add(revocation.person, revocation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on revocation to ct_sharer;
create policy sharer on revocation for select to ct_sharer using (true);
create view shared.revocation with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['revocation.referral'] then r.referral end as referral,
  case when s.fields @> array['revocation.reason'] then r.reason end as reason
from revocation r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['revocation.referral', 'revocation.reason'];
alter view shared.revocation owner to ct_sharer;
grant select on shared.revocation to ct_border_officer;
grant select on shared.revocation to ct_police_officer;
grant select on shared.revocation to ct_commune_officer;
grant select on shared.revocation to ct_social_worker;
grant select on shared.revocation to ct_identifier;
grant select on shared.revocation to ct_shelter_worker;
grant select on shared.revocation to ct_womens_union_officer;
grant select on shared.revocation to ct_investigator;

-- facility
select ct.forget_policies('facility');
alter table facility enable row level security;
alter table facility force row level security;
create policy owner_all on facility to chungtay_owner using (true) with check (true);
create policy system_all on facility to ct_system using (true) with check (true);
grant select, insert, update on facility to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, name, name_en, facility_kind, state, state_reason, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way) on facility to ct_border_officer;
create policy see_border_officer on facility for select to ct_border_officer using (
    true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, name, name_en, facility_kind, state, state_reason, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way) on facility to ct_police_officer;
create policy see_police_officer on facility for select to ct_police_officer using (
    true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, name, name_en, facility_kind, state, state_reason, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way) on facility to ct_identifier;
create policy see_identifier on facility for select to ct_identifier using (
    true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, name, name_en, facility_kind, state, state_reason, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way) on facility to ct_investigator;
create policy see_investigator on facility for select to ct_investigator using (
    true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, name, name_en, facility_kind, state, state_reason, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way) on facility to ct_social_worker;
create policy see_social_worker on facility for select to ct_social_worker using (
    true);
grant insert on facility to ct_social_worker;
create policy add_social_worker on facility for insert to ct_social_worker with check (facility.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (name, name_en, facility_kind, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way, state, state_reason, changed_at, version) on facility to ct_social_worker;
create policy change_social_worker on facility for update to ct_social_worker using (
    facility.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, name, name_en, facility_kind, state, state_reason, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way) on facility to ct_shelter_worker;
create policy see_shelter_worker on facility for select to ct_shelter_worker using (
    true);
grant insert on facility to ct_shelter_worker;
create policy add_shelter_worker on facility for insert to ct_shelter_worker with check (facility.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (name, name_en, facility_kind, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way, state, state_reason, changed_at, version) on facility to ct_shelter_worker;
create policy change_shelter_worker on facility for update to ct_shelter_worker using (
    facility.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, name, name_en, facility_kind, state, state_reason, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way) on facility to ct_womens_union_officer;
create policy see_womens_union_officer on facility for select to ct_womens_union_officer using (
    true);
grant insert on facility to ct_womens_union_officer;
create policy add_womens_union_officer on facility for insert to ct_womens_union_officer with check (facility.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (name, name_en, facility_kind, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way, state, state_reason, changed_at, version) on facility to ct_womens_union_officer;
create policy change_womens_union_officer on facility for update to ct_womens_union_officer using (
    facility.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, name, name_en, facility_kind, state, state_reason, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way) on facility to ct_commune_officer;
create policy see_commune_officer on facility for select to ct_commune_officer using (
    true);
grant insert on facility to ct_commune_officer;
create policy add_commune_officer on facility for insert to ct_commune_officer with check (facility.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (name, name_en, facility_kind, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way, state, state_reason, changed_at, version) on facility to ct_commune_officer;
create policy change_commune_officer on facility for update to ct_commune_officer using (
    facility.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, name, name_en, facility_kind, state, state_reason, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way) on facility to ct_secretary;
create policy see_secretary on facility for select to ct_secretary using (
    true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, name, name_en, facility_kind, state, state_reason, services, served_sex, age_from, age_to, with_children, served_nationality, languages, unit, secret_place, public_place, opening, round_the_clock, contact_office, contact_way) on facility to ct_auditor;
create policy see_auditor on facility for select to ct_auditor using (
    true);

-- facilityAddress
select ct.forget_policies('facility_address');
alter table facility_address enable row level security;
alter table facility_address force row level security;
create policy owner_all on facility_address to chungtay_owner using (true) with check (true);
create policy system_all on facility_address to ct_system using (true) with check (true);
grant select, insert, update on facility_address to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, address_sealed) on facility_address to ct_social_worker;
create policy see_social_worker on facility_address for select to ct_social_worker using (
    facility_address.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on facility_address to ct_social_worker;
create policy add_social_worker on facility_address for insert to ct_social_worker with check (facility_address.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, address_sealed) on facility_address to ct_shelter_worker;
create policy see_shelter_worker on facility_address for select to ct_shelter_worker using (
    facility_address.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on facility_address to ct_shelter_worker;
create policy add_shelter_worker on facility_address for insert to ct_shelter_worker with check (facility_address.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, address_sealed) on facility_address to ct_womens_union_officer;
create policy see_womens_union_officer on facility_address for select to ct_womens_union_officer using (
    facility_address.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on facility_address to ct_womens_union_officer;
create policy add_womens_union_officer on facility_address for insert to ct_womens_union_officer with check (facility_address.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, address_sealed) on facility_address to ct_commune_officer;
create policy see_commune_officer on facility_address for select to ct_commune_officer using (
    facility_address.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on facility_address to ct_commune_officer;
create policy add_commune_officer on facility_address for insert to ct_commune_officer with check (facility_address.office = any ((select ct.reach(current_user::text))::uuid[]));

-- capacityChange
select ct.forget_policies('capacity_change');
alter table capacity_change enable row level security;
alter table capacity_change force row level security;
create policy owner_all on capacity_change to chungtay_owner using (true) with check (true);
create policy system_all on capacity_change to ct_system using (true) with check (true);
grant select, insert, update on capacity_change to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, places, capacity_reason, note) on capacity_change to ct_border_officer;
create policy see_border_officer on capacity_change for select to ct_border_officer using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, places, capacity_reason, note) on capacity_change to ct_police_officer;
create policy see_police_officer on capacity_change for select to ct_police_officer using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, places, capacity_reason, note) on capacity_change to ct_identifier;
create policy see_identifier on capacity_change for select to ct_identifier using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, places, capacity_reason, note) on capacity_change to ct_investigator;
create policy see_investigator on capacity_change for select to ct_investigator using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, places, capacity_reason, note) on capacity_change to ct_social_worker;
create policy see_social_worker on capacity_change for select to ct_social_worker using (
    true);
grant insert on capacity_change to ct_social_worker;
create policy add_social_worker on capacity_change for insert to ct_social_worker with check (capacity_change.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, places, capacity_reason, note) on capacity_change to ct_shelter_worker;
create policy see_shelter_worker on capacity_change for select to ct_shelter_worker using (
    true);
grant insert on capacity_change to ct_shelter_worker;
create policy add_shelter_worker on capacity_change for insert to ct_shelter_worker with check (capacity_change.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, places, capacity_reason, note) on capacity_change to ct_womens_union_officer;
create policy see_womens_union_officer on capacity_change for select to ct_womens_union_officer using (
    true);
grant insert on capacity_change to ct_womens_union_officer;
create policy add_womens_union_officer on capacity_change for insert to ct_womens_union_officer with check (capacity_change.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, places, capacity_reason, note) on capacity_change to ct_commune_officer;
create policy see_commune_officer on capacity_change for select to ct_commune_officer using (
    true);
grant insert on capacity_change to ct_commune_officer;
create policy add_commune_officer on capacity_change for insert to ct_commune_officer with check (capacity_change.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, places, capacity_reason, note) on capacity_change to ct_secretary;
create policy see_secretary on capacity_change for select to ct_secretary using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, facility, from_day, places, capacity_reason, note) on capacity_change to ct_auditor;
create policy see_auditor on capacity_change for select to ct_auditor using (
    true);

-- stay
select ct.forget_policies('stay');
alter table stay enable row level security;
alter table stay force row level security;
create policy owner_all on stay to chungtay_owner using (true) with check (true);
create policy system_all on stay to ct_system using (true) with check (true);
grant select, insert, update on stay to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, facility, state, admitted_on, places, referral, over_full, over_full_note, left_on, leave_reason, leave_note) on stay to ct_border_officer;
create policy see_border_officer on stay for select to ct_border_officer using (
    (stay.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = stay.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or stay.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, facility, state, admitted_on, places, referral, over_full, over_full_note, left_on, leave_reason, leave_note) on stay to ct_police_officer;
create policy see_police_officer on stay for select to ct_police_officer using (
    (stay.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = stay.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or stay.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, facility, state, admitted_on, places, referral, over_full, over_full_note, left_on, leave_reason, leave_note) on stay to ct_identifier;
create policy see_identifier on stay for select to ct_identifier using (
    (stay.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = stay.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or stay.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, facility, state, admitted_on, places, referral, over_full, over_full_note, left_on, leave_reason, leave_note) on stay to ct_social_worker;
create policy see_social_worker on stay for select to ct_social_worker using (
    (stay.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = stay.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or stay.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on stay to ct_social_worker;
create policy add_social_worker on stay for insert to ct_social_worker with check (ct.may_add(stay.person, stay.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, left_on, leave_reason, leave_note, changed_at, version) on stay to ct_social_worker;
create policy change_social_worker on stay for update to ct_social_worker using (
    stay.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, facility, state, admitted_on, places, referral, over_full, over_full_note, left_on, leave_reason, leave_note) on stay to ct_shelter_worker;
create policy see_shelter_worker on stay for select to ct_shelter_worker using (
    (stay.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = stay.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or stay.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on stay to ct_shelter_worker;
create policy add_shelter_worker on stay for insert to ct_shelter_worker with check (ct.may_add(stay.person, stay.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, left_on, leave_reason, leave_note, changed_at, version) on stay to ct_shelter_worker;
create policy change_shelter_worker on stay for update to ct_shelter_worker using (
    stay.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, facility, state, admitted_on, places, referral, over_full, over_full_note, left_on, leave_reason, leave_note) on stay to ct_womens_union_officer;
create policy see_womens_union_officer on stay for select to ct_womens_union_officer using (
    stay.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on stay to ct_womens_union_officer;
create policy add_womens_union_officer on stay for insert to ct_womens_union_officer with check (ct.may_add(stay.person, stay.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, left_on, leave_reason, leave_note, changed_at, version) on stay to ct_womens_union_officer;
create policy change_womens_union_officer on stay for update to ct_womens_union_officer using (
    stay.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, facility, state, admitted_on, places, referral, over_full, over_full_note, left_on, leave_reason, leave_note) on stay to ct_commune_officer;
create policy see_commune_officer on stay for select to ct_commune_officer using (
    (stay.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = stay.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or stay.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on stay to ct_commune_officer;
create policy add_commune_officer on stay for insert to ct_commune_officer with check (ct.may_add(stay.person, stay.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, left_on, leave_reason, leave_note, changed_at, version) on stay to ct_commune_officer;
create policy change_commune_officer on stay for update to ct_commune_officer using (
    stay.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select on stay to ct_sharer;
create policy sharer on stay for select to ct_sharer using (true);
create view shared.stay with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['stay.facility'] then r.facility end as facility,
  case when s.fields @> array['stay.state'] then r.state end as state,
  case when s.fields @> array['stay.admittedOn'] then r.admitted_on end as admitted_on,
  case when s.fields @> array['stay.places'] then r.places end as places,
  case when s.fields @> array['stay.referral'] then r.referral end as referral,
  case when s.fields @> array['stay.overFull'] then r.over_full end as over_full,
  case when s.fields @> array['stay.overFullNote'] then r.over_full_note end as over_full_note,
  case when s.fields @> array['stay.leftOn'] then r.left_on end as left_on,
  case when s.fields @> array['stay.leaveReason'] then r.leave_reason end as leave_reason,
  case when s.fields @> array['stay.leaveNote'] then r.leave_note end as leave_note
from stay r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['stay.facility', 'stay.state', 'stay.admittedOn', 'stay.places', 'stay.referral', 'stay.overFull', 'stay.overFullNote', 'stay.leftOn', 'stay.leaveReason', 'stay.leaveNote'];
alter view shared.stay owner to ct_sharer;
grant select on shared.stay to ct_border_officer;
grant select on shared.stay to ct_police_officer;
grant select on shared.stay to ct_commune_officer;
grant select on shared.stay to ct_social_worker;
grant select on shared.stay to ct_identifier;
grant select on shared.stay to ct_shelter_worker;
grant select on shared.stay to ct_womens_union_officer;
grant select on shared.stay to ct_investigator;

-- facilityReview
select ct.forget_policies('facility_review');
alter table facility_review enable row level security;
alter table facility_review force row level security;
create policy owner_all on facility_review to chungtay_owner using (true) with check (true);
create policy system_all on facility_review to ct_system using (true) with check (true);
grant select, insert, update on facility_review to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, state, review_kind, visited_on, announced, with_whom, standard, summary, finished_at, result) on facility_review to ct_social_worker;
create policy see_social_worker on facility_review for select to ct_social_worker using (
    (facility_review.office = any ((select ct.reach(current_user::text))::uuid[]) or facility_review.run_by = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on facility_review to ct_social_worker;
create policy add_social_worker on facility_review for insert to ct_social_worker with check (facility_review.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, summary, finished_at, result, changed_at, version) on facility_review to ct_social_worker;
create policy change_social_worker on facility_review for update to ct_social_worker using (
    facility_review.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, state, review_kind, visited_on, announced, with_whom, standard, summary, finished_at, result) on facility_review to ct_shelter_worker;
create policy see_shelter_worker on facility_review for select to ct_shelter_worker using (
    (facility_review.office = any ((select ct.reach(current_user::text))::uuid[]) or facility_review.run_by = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, state, review_kind, visited_on, announced, with_whom, standard, summary, finished_at, result) on facility_review to ct_womens_union_officer;
create policy see_womens_union_officer on facility_review for select to ct_womens_union_officer using (
    (facility_review.office = any ((select ct.reach(current_user::text))::uuid[]) or facility_review.run_by = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, state, review_kind, visited_on, announced, with_whom, standard, summary, finished_at, result) on facility_review to ct_commune_officer;
create policy see_commune_officer on facility_review for select to ct_commune_officer using (
    (facility_review.office = any ((select ct.reach(current_user::text))::uuid[]) or facility_review.run_by = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, state, review_kind, visited_on, announced, with_whom, standard, summary, finished_at, result) on facility_review to ct_secretary;
create policy see_secretary on facility_review for select to ct_secretary using (
    true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, state, review_kind, visited_on, announced, with_whom, standard, summary, finished_at, result) on facility_review to ct_auditor;
create policy see_auditor on facility_review for select to ct_auditor using (
    true);

-- standardsCheck
select ct.forget_policies('standards_check');
alter table standards_check enable row level security;
alter table standards_check force row level security;
create policy owner_all on standards_check to chungtay_owner using (true) with check (true);
create policy system_all on standards_check to ct_system using (true) with check (true);
grant select, insert, update on standards_check to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, review, facility, run_by, item, essential, answer, finding) on standards_check to ct_social_worker;
create policy see_social_worker on standards_check for select to ct_social_worker using (
    (standards_check.office = any ((select ct.reach(current_user::text))::uuid[]) or standards_check.run_by = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on standards_check to ct_social_worker;
create policy add_social_worker on standards_check for insert to ct_social_worker with check (standards_check.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, review, facility, run_by, item, essential, answer, finding) on standards_check to ct_shelter_worker;
create policy see_shelter_worker on standards_check for select to ct_shelter_worker using (
    (standards_check.office = any ((select ct.reach(current_user::text))::uuid[]) or standards_check.run_by = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, made_at, made_by, changed_at, version, review, facility, run_by, item, essential, answer, finding) on standards_check to ct_womens_union_officer;
create policy see_womens_union_officer on standards_check for select to ct_womens_union_officer using (
    (standards_check.office = any ((select ct.reach(current_user::text))::uuid[]) or standards_check.run_by = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, made_at, made_by, changed_at, version, review, facility, run_by, item, essential, answer, finding) on standards_check to ct_commune_officer;
create policy see_commune_officer on standards_check for select to ct_commune_officer using (
    (standards_check.office = any ((select ct.reach(current_user::text))::uuid[]) or standards_check.run_by = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, made_at, made_by, changed_at, version, review, facility, run_by, item, essential, answer, finding) on standards_check to ct_secretary;
create policy see_secretary on standards_check for select to ct_secretary using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, review, facility, run_by, item, essential, answer, finding) on standards_check to ct_auditor;
create policy see_auditor on standards_check for select to ct_auditor using (
    true);

-- improvement
select ct.forget_policies('improvement');
alter table improvement enable row level security;
alter table improvement force row level security;
create policy owner_all on improvement to chungtay_owner using (true) with check (true);
create policy system_all on improvement to ct_system using (true) with check (true);
grant select, insert, update on improvement to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, review, item, standard, state, finding, measure, owner, due_on, postponed_why, done_on, done_by, evidence, verified_at, verify_note) on improvement to ct_social_worker;
create policy see_social_worker on improvement for select to ct_social_worker using (
    (improvement.office = any ((select ct.reach(current_user::text))::uuid[]) or improvement.run_by = any ((select ct.reach(current_user::text))::uuid[]) or improvement.owner = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on improvement to ct_social_worker;
create policy add_social_worker on improvement for insert to ct_social_worker with check (improvement.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, done_on, done_by, evidence, verified_at, verify_note, due_on, postponed_why, changed_at, version) on improvement to ct_social_worker;
create policy change_social_worker on improvement for update to ct_social_worker using (
    improvement.owner = any ((select ct.reach(current_user::text))::uuid[])
    or improvement.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, review, item, standard, state, finding, measure, owner, due_on, postponed_why, done_on, done_by, evidence, verified_at, verify_note) on improvement to ct_shelter_worker;
create policy see_shelter_worker on improvement for select to ct_shelter_worker using (
    (improvement.office = any ((select ct.reach(current_user::text))::uuid[]) or improvement.run_by = any ((select ct.reach(current_user::text))::uuid[]) or improvement.owner = any ((select ct.reach(current_user::text))::uuid[])));
grant update (state, done_on, done_by, evidence, changed_at, version) on improvement to ct_shelter_worker;
create policy change_shelter_worker on improvement for update to ct_shelter_worker using (
    improvement.owner = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, review, item, standard, state, finding, measure, owner, due_on, postponed_why, done_on, done_by, evidence, verified_at, verify_note) on improvement to ct_womens_union_officer;
create policy see_womens_union_officer on improvement for select to ct_womens_union_officer using (
    (improvement.office = any ((select ct.reach(current_user::text))::uuid[]) or improvement.run_by = any ((select ct.reach(current_user::text))::uuid[]) or improvement.owner = any ((select ct.reach(current_user::text))::uuid[])));
grant update (state, done_on, done_by, evidence, changed_at, version) on improvement to ct_womens_union_officer;
create policy change_womens_union_officer on improvement for update to ct_womens_union_officer using (
    improvement.owner = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, review, item, standard, state, finding, measure, owner, due_on, postponed_why, done_on, done_by, evidence, verified_at, verify_note) on improvement to ct_commune_officer;
create policy see_commune_officer on improvement for select to ct_commune_officer using (
    (improvement.office = any ((select ct.reach(current_user::text))::uuid[]) or improvement.run_by = any ((select ct.reach(current_user::text))::uuid[]) or improvement.owner = any ((select ct.reach(current_user::text))::uuid[])));
grant update (state, done_on, done_by, evidence, changed_at, version) on improvement to ct_commune_officer;
create policy change_commune_officer on improvement for update to ct_commune_officer using (
    improvement.owner = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, review, item, standard, state, finding, measure, owner, due_on, postponed_why, done_on, done_by, evidence, verified_at, verify_note) on improvement to ct_secretary;
create policy see_secretary on improvement for select to ct_secretary using (
    true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, facility, run_by, review, item, standard, state, finding, measure, owner, due_on, postponed_why, done_on, done_by, evidence, verified_at, verify_note) on improvement to ct_auditor;
create policy see_auditor on improvement for select to ct_auditor using (
    true);

-- document
select ct.forget_policies('document');
alter table document enable row level security;
alter table document force row level security;
create policy owner_all on document to chungtay_owner using (true) with check (true);
create policy system_all on document to ct_system using (true) with check (true);
grant select, insert, update on document to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, form, form_version, maker, state, paper_number, issued_on, authority, on_behalf_of, signer_title, signer_name, blanks, not_shared, docx_hash, pdf_hash, signed_on, replaces, voided_at, voided_why, filling_sealed, docx_sealed, pdf_sealed) on document to ct_border_officer;
create policy see_border_officer on document for select to ct_border_officer using (
    (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on document to ct_border_officer;
create policy add_border_officer on document for insert to ct_border_officer with check (ct.may_add(document.person, document.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, paper_number, issued_on, docx_sealed, pdf_sealed, docx_hash, pdf_hash, voided_at, voided_why, signed_on, changed_at, version) on document to ct_border_officer;
create policy change_border_officer on document for update to ct_border_officer using (
    document.office = any ((select ct.reach(current_user::text))::uuid[])
    or (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[])))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, form, form_version, maker, state, paper_number, issued_on, authority, on_behalf_of, signer_title, signer_name, blanks, not_shared, docx_hash, pdf_hash, signed_on, replaces, voided_at, voided_why, filling_sealed, docx_sealed, pdf_sealed) on document to ct_police_officer;
create policy see_police_officer on document for select to ct_police_officer using (
    (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on document to ct_police_officer;
create policy add_police_officer on document for insert to ct_police_officer with check (ct.may_add(document.person, document.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, paper_number, issued_on, docx_sealed, pdf_sealed, docx_hash, pdf_hash, voided_at, voided_why, signed_on, changed_at, version) on document to ct_police_officer;
create policy change_police_officer on document for update to ct_police_officer using (
    document.office = any ((select ct.reach(current_user::text))::uuid[])
    or (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[])))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, form, form_version, maker, state, paper_number, issued_on, authority, on_behalf_of, signer_title, signer_name, blanks, not_shared, docx_hash, pdf_hash, signed_on, replaces, voided_at, voided_why, filling_sealed, docx_sealed, pdf_sealed) on document to ct_identifier;
create policy see_identifier on document for select to ct_identifier using (
    (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on document to ct_identifier;
create policy add_identifier on document for insert to ct_identifier with check (ct.may_add(document.person, document.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, paper_number, issued_on, docx_sealed, pdf_sealed, docx_hash, pdf_hash, voided_at, voided_why, signed_on, changed_at, version) on document to ct_identifier;
create policy change_identifier on document for update to ct_identifier using (
    document.office = any ((select ct.reach(current_user::text))::uuid[])
    or (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[])))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, form, form_version, maker, state, paper_number, issued_on, authority, on_behalf_of, signer_title, signer_name, blanks, not_shared, docx_hash, pdf_hash, signed_on, replaces, voided_at, voided_why, filling_sealed, docx_sealed, pdf_sealed) on document to ct_investigator;
create policy see_investigator on document for select to ct_investigator using (
    document.maker = (select ct.officer(current_user::text)));
grant insert on document to ct_investigator;
create policy add_investigator on document for insert to ct_investigator with check (ct.may_add(document.person, document.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, paper_number, issued_on, docx_sealed, pdf_sealed, docx_hash, pdf_hash, voided_at, voided_why, signed_on, changed_at, version) on document to ct_investigator;
create policy change_investigator on document for update to ct_investigator using (
    document.maker = (select ct.officer(current_user::text))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, form, form_version, maker, state, paper_number, issued_on, authority, on_behalf_of, signer_title, signer_name, blanks, not_shared, docx_hash, pdf_hash, signed_on, replaces, voided_at, voided_why, filling_sealed, docx_sealed, pdf_sealed) on document to ct_social_worker;
create policy see_social_worker on document for select to ct_social_worker using (
    (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on document to ct_social_worker;
create policy add_social_worker on document for insert to ct_social_worker with check (ct.may_add(document.person, document.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, paper_number, issued_on, docx_sealed, pdf_sealed, docx_hash, pdf_hash, voided_at, voided_why, signed_on, changed_at, version) on document to ct_social_worker;
create policy change_social_worker on document for update to ct_social_worker using (
    document.office = any ((select ct.reach(current_user::text))::uuid[])
    or (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[])))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, form, form_version, maker, state, paper_number, issued_on, authority, on_behalf_of, signer_title, signer_name, blanks, not_shared, docx_hash, pdf_hash, signed_on, replaces, voided_at, voided_why, filling_sealed, docx_sealed, pdf_sealed) on document to ct_shelter_worker;
create policy see_shelter_worker on document for select to ct_shelter_worker using (
    (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on document to ct_shelter_worker;
create policy add_shelter_worker on document for insert to ct_shelter_worker with check (ct.may_add(document.person, document.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, paper_number, issued_on, docx_sealed, pdf_sealed, docx_hash, pdf_hash, voided_at, voided_why, signed_on, changed_at, version) on document to ct_shelter_worker;
create policy change_shelter_worker on document for update to ct_shelter_worker using (
    document.office = any ((select ct.reach(current_user::text))::uuid[])
    or (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[])))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, form, form_version, maker, state, paper_number, issued_on, authority, on_behalf_of, signer_title, signer_name, blanks, not_shared, docx_hash, pdf_hash, signed_on, replaces, voided_at, voided_why, filling_sealed, docx_sealed, pdf_sealed) on document to ct_commune_officer;
create policy see_commune_officer on document for select to ct_commune_officer using (
    (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on document to ct_commune_officer;
create policy add_commune_officer on document for insert to ct_commune_officer with check (ct.may_add(document.person, document.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (state, paper_number, issued_on, docx_sealed, pdf_sealed, docx_hash, pdf_hash, voided_at, voided_why, signed_on, changed_at, version) on document to ct_commune_officer;
create policy change_commune_officer on document for update to ct_commune_officer using (
    document.office = any ((select ct.reach(current_user::text))::uuid[])
    or (document.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = document.person and p.office = any ((select ct.reach(current_user::text))::uuid[])))) with check (true);
grant select on document to ct_sharer;
create policy sharer on document for select to ct_sharer using (true);
create view shared.document with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['document.form'] then r.form end as form,
  case when s.fields @> array['document.formVersion'] then r.form_version end as form_version,
  case when s.fields @> array['document.maker'] then r.maker end as maker,
  case when s.fields @> array['document.state'] then r.state end as state,
  case when s.fields @> array['document.paperNumber'] then r.paper_number end as paper_number,
  case when s.fields @> array['document.issuedOn'] then r.issued_on end as issued_on,
  case when s.fields @> array['document.authority'] then r.authority end as authority,
  case when s.fields @> array['document.onBehalfOf'] then r.on_behalf_of end as on_behalf_of,
  case when s.fields @> array['document.signerTitle'] then r.signer_title end as signer_title,
  case when s.fields @> array['document.signerName'] then r.signer_name end as signer_name,
  case when s.fields @> array['document.blanks'] then r.blanks end as blanks,
  case when s.fields @> array['document.notShared'] then r.not_shared end as not_shared,
  case when s.fields @> array['document.filling'] then r.filling_sealed end as filling_sealed,
  case when s.fields @> array['document.docx'] then r.docx_sealed end as docx_sealed,
  case when s.fields @> array['document.pdf'] then r.pdf_sealed end as pdf_sealed,
  case when s.fields @> array['document.docxHash'] then r.docx_hash end as docx_hash,
  case when s.fields @> array['document.pdfHash'] then r.pdf_hash end as pdf_hash,
  case when s.fields @> array['document.signedOn'] then r.signed_on end as signed_on,
  case when s.fields @> array['document.replaces'] then r.replaces end as replaces,
  case when s.fields @> array['document.voidedAt'] then r.voided_at end as voided_at,
  case when s.fields @> array['document.voidedWhy'] then r.voided_why end as voided_why
from document r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['document.form', 'document.formVersion', 'document.maker', 'document.state', 'document.paperNumber', 'document.issuedOn', 'document.authority', 'document.onBehalfOf', 'document.signerTitle', 'document.signerName', 'document.blanks', 'document.notShared', 'document.filling', 'document.docx', 'document.pdf', 'document.docxHash', 'document.pdfHash', 'document.signedOn', 'document.replaces', 'document.voidedAt', 'document.voidedWhy'];
alter view shared.document owner to ct_sharer;
grant select on shared.document to ct_border_officer;
grant select on shared.document to ct_police_officer;
grant select on shared.document to ct_commune_officer;
grant select on shared.document to ct_social_worker;
grant select on shared.document to ct_identifier;
grant select on shared.document to ct_shelter_worker;
grant select on shared.document to ct_womens_union_officer;
grant select on shared.document to ct_investigator;

-- scan
select ct.forget_policies('scan');
alter table scan enable row level security;
alter table scan force row level security;
create policy owner_all on scan to chungtay_owner using (true) with check (true);
create policy system_all on scan to ct_system using (true) with check (true);
grant select, insert, update on scan to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, scan_kind, document, form, received_from, their_number, their_day, legalised, note, maker, scan_type, size, hash, removed_at, removed_why, content_sealed) on scan to ct_border_officer;
create policy see_border_officer on scan for select to ct_border_officer using (
    (scan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = scan.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on scan to ct_border_officer;
create policy add_border_officer on scan for insert to ct_border_officer with check (ct.may_add(scan.person, scan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (content_sealed, removed_at, removed_why, changed_at, version) on scan to ct_border_officer;
create policy change_border_officer on scan for update to ct_border_officer using (
    scan.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, scan_kind, document, form, received_from, their_number, their_day, legalised, note, maker, scan_type, size, hash, removed_at, removed_why, content_sealed) on scan to ct_police_officer;
create policy see_police_officer on scan for select to ct_police_officer using (
    (scan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = scan.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on scan to ct_police_officer;
create policy add_police_officer on scan for insert to ct_police_officer with check (ct.may_add(scan.person, scan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (content_sealed, removed_at, removed_why, changed_at, version) on scan to ct_police_officer;
create policy change_police_officer on scan for update to ct_police_officer using (
    scan.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, scan_kind, document, form, received_from, their_number, their_day, legalised, note, maker, scan_type, size, hash, removed_at, removed_why, content_sealed) on scan to ct_identifier;
create policy see_identifier on scan for select to ct_identifier using (
    (scan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = scan.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on scan to ct_identifier;
create policy add_identifier on scan for insert to ct_identifier with check (ct.may_add(scan.person, scan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (content_sealed, removed_at, removed_why, changed_at, version) on scan to ct_identifier;
create policy change_identifier on scan for update to ct_identifier using (
    scan.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, scan_kind, document, form, received_from, their_number, their_day, legalised, note, maker, scan_type, size, hash, removed_at, removed_why, content_sealed) on scan to ct_investigator;
create policy see_investigator on scan for select to ct_investigator using (
    scan.maker = (select ct.officer(current_user::text)));
grant insert on scan to ct_investigator;
create policy add_investigator on scan for insert to ct_investigator with check (ct.may_add(scan.person, scan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (content_sealed, removed_at, removed_why, changed_at, version) on scan to ct_investigator;
create policy change_investigator on scan for update to ct_investigator using (
    scan.maker = (select ct.officer(current_user::text))) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, scan_kind, document, form, received_from, their_number, their_day, legalised, note, maker, scan_type, size, hash, removed_at, removed_why, content_sealed) on scan to ct_social_worker;
create policy see_social_worker on scan for select to ct_social_worker using (
    (scan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = scan.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on scan to ct_social_worker;
create policy add_social_worker on scan for insert to ct_social_worker with check (ct.may_add(scan.person, scan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (content_sealed, removed_at, removed_why, changed_at, version) on scan to ct_social_worker;
create policy change_social_worker on scan for update to ct_social_worker using (
    scan.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, scan_kind, document, form, received_from, their_number, their_day, legalised, note, maker, scan_type, size, hash, removed_at, removed_why, content_sealed) on scan to ct_shelter_worker;
create policy see_shelter_worker on scan for select to ct_shelter_worker using (
    (scan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = scan.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on scan to ct_shelter_worker;
create policy add_shelter_worker on scan for insert to ct_shelter_worker with check (ct.may_add(scan.person, scan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (content_sealed, removed_at, removed_why, changed_at, version) on scan to ct_shelter_worker;
create policy change_shelter_worker on scan for update to ct_shelter_worker using (
    scan.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, person, made_at, made_by, changed_at, version, scan_kind, document, form, received_from, their_number, their_day, legalised, note, maker, scan_type, size, hash, removed_at, removed_why, content_sealed) on scan to ct_commune_officer;
create policy see_commune_officer on scan for select to ct_commune_officer using (
    (scan.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = scan.person and p.office = any ((select ct.reach(current_user::text))::uuid[]))));
grant insert on scan to ct_commune_officer;
create policy add_commune_officer on scan for insert to ct_commune_officer with check (ct.may_add(scan.person, scan.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant update (content_sealed, removed_at, removed_why, changed_at, version) on scan to ct_commune_officer;
create policy change_commune_officer on scan for update to ct_commune_officer using (
    scan.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select on scan to ct_sharer;
create policy sharer on scan for select to ct_sharer using (true);
create view shared.scan with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['scan.scanKind'] then r.scan_kind end as scan_kind,
  case when s.fields @> array['scan.document'] then r.document end as document,
  case when s.fields @> array['scan.form'] then r.form end as form,
  case when s.fields @> array['scan.receivedFrom'] then r.received_from end as received_from,
  case when s.fields @> array['scan.theirNumber'] then r.their_number end as their_number,
  case when s.fields @> array['scan.theirDay'] then r.their_day end as their_day,
  case when s.fields @> array['scan.legalised'] then r.legalised end as legalised,
  case when s.fields @> array['scan.note'] then r.note end as note,
  case when s.fields @> array['scan.maker'] then r.maker end as maker,
  case when s.fields @> array['scan.scanType'] then r.scan_type end as scan_type,
  case when s.fields @> array['scan.size'] then r.size end as size,
  case when s.fields @> array['scan.hash'] then r.hash end as hash,
  case when s.fields @> array['scan.content'] then r.content_sealed end as content_sealed,
  case when s.fields @> array['scan.removedAt'] then r.removed_at end as removed_at,
  case when s.fields @> array['scan.removedWhy'] then r.removed_why end as removed_why
from scan r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['scan.scanKind', 'scan.document', 'scan.form', 'scan.receivedFrom', 'scan.theirNumber', 'scan.theirDay', 'scan.legalised', 'scan.note', 'scan.maker', 'scan.scanType', 'scan.size', 'scan.hash', 'scan.content', 'scan.removedAt', 'scan.removedWhy'];
alter view shared.scan owner to ct_sharer;
grant select on shared.scan to ct_border_officer;
grant select on shared.scan to ct_police_officer;
grant select on shared.scan to ct_commune_officer;
grant select on shared.scan to ct_social_worker;
grant select on shared.scan to ct_identifier;
grant select on shared.scan to ct_shelter_worker;
grant select on shared.scan to ct_womens_union_officer;
grant select on shared.scan to ct_investigator;

-- notice
select ct.forget_policies('notice');
alter table notice enable row level security;
alter table notice force row level security;
create policy owner_all on notice to chungtay_owner using (true) with check (true);
create policy system_all on notice to ct_system using (true) with check (true);
grant select, insert, update on notice to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_border_officer;
create policy see_border_officer on notice for select to ct_border_officer using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_border_officer;
create policy change_border_officer on notice for update to ct_border_officer using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_police_officer;
create policy see_police_officer on notice for select to ct_police_officer using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_police_officer;
create policy change_police_officer on notice for update to ct_police_officer using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_identifier;
create policy see_identifier on notice for select to ct_identifier using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_identifier;
create policy change_identifier on notice for update to ct_identifier using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_investigator;
create policy see_investigator on notice for select to ct_investigator using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_investigator;
create policy change_investigator on notice for update to ct_investigator using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_procurator;
create policy see_procurator on notice for select to ct_procurator using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_procurator;
create policy change_procurator on notice for update to ct_procurator using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_judge_clerk;
create policy see_judge_clerk on notice for select to ct_judge_clerk using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_judge_clerk;
create policy change_judge_clerk on notice for update to ct_judge_clerk using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_social_worker;
create policy see_social_worker on notice for select to ct_social_worker using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_social_worker;
create policy change_social_worker on notice for update to ct_social_worker using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_shelter_worker;
create policy see_shelter_worker on notice for select to ct_shelter_worker using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_shelter_worker;
create policy change_shelter_worker on notice for update to ct_shelter_worker using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_womens_union_officer;
create policy see_womens_union_officer on notice for select to ct_womens_union_officer using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_womens_union_officer;
create policy change_womens_union_officer on notice for update to ct_womens_union_officer using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_commune_officer;
create policy see_commune_officer on notice for select to ct_commune_officer using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_commune_officer;
create policy change_commune_officer on notice for update to ct_commune_officer using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_secretary;
create policy see_secretary on notice for select to ct_secretary using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_secretary;
create policy change_secretary on notice for update to ct_secretary using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_auditor;
create policy see_auditor on notice for select to ct_auditor using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_auditor;
create policy change_auditor on notice for update to ct_auditor using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, notice_kind, to_office, to_officer, about, subject, read_at, read_by) on notice to ct_administrator;
create policy see_administrator on notice for select to ct_administrator using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text))));
grant update (read_at, read_by, changed_at, version) on notice to ct_administrator;
create policy change_administrator on notice for update to ct_administrator using (
    (notice.to_office = any ((select ct.reach(current_user::text))::uuid[]) or notice.to_officer = (select ct.officer(current_user::text)))) with check (true);

-- importJob
select ct.forget_policies('import_job');
alter table import_job enable row level security;
alter table import_job force row level security;
create policy owner_all on import_job to chungtay_owner using (true) with check (true);
create policy system_all on import_job to ct_system using (true) with check (true);
grant select, insert, update on import_job to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, file_name, import_kind, state, started_by, plan, total, done, brought_in, already_there, refused, with_double, ended_at, runner, lease_until, content_sealed, report_sealed) on import_job to ct_border_officer;
create policy see_border_officer on import_job for select to ct_border_officer using (
    import_job.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on import_job to ct_border_officer;
create policy add_border_officer on import_job for insert to ct_border_officer with check (import_job.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (import_kind, plan, total, state, started_by, content_sealed, report_sealed, changed_at, version) on import_job to ct_border_officer;
create policy change_border_officer on import_job for update to ct_border_officer using (
    import_job.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, file_name, import_kind, state, started_by, plan, total, done, brought_in, already_there, refused, with_double, ended_at, runner, lease_until, content_sealed, report_sealed) on import_job to ct_police_officer;
create policy see_police_officer on import_job for select to ct_police_officer using (
    import_job.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on import_job to ct_police_officer;
create policy add_police_officer on import_job for insert to ct_police_officer with check (import_job.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (import_kind, plan, total, state, started_by, content_sealed, report_sealed, changed_at, version) on import_job to ct_police_officer;
create policy change_police_officer on import_job for update to ct_police_officer using (
    import_job.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, file_name, import_kind, state, started_by, plan, total, done, brought_in, already_there, refused, with_double, ended_at, runner, lease_until, content_sealed, report_sealed) on import_job to ct_social_worker;
create policy see_social_worker on import_job for select to ct_social_worker using (
    import_job.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on import_job to ct_social_worker;
create policy add_social_worker on import_job for insert to ct_social_worker with check (import_job.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (import_kind, plan, total, state, started_by, content_sealed, report_sealed, changed_at, version) on import_job to ct_social_worker;
create policy change_social_worker on import_job for update to ct_social_worker using (
    import_job.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, file_name, import_kind, state, started_by, plan, total, done, brought_in, already_there, refused, with_double, ended_at, runner, lease_until, content_sealed, report_sealed) on import_job to ct_commune_officer;
create policy see_commune_officer on import_job for select to ct_commune_officer using (
    import_job.office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on import_job to ct_commune_officer;
create policy add_commune_officer on import_job for insert to ct_commune_officer with check (import_job.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (import_kind, plan, total, state, started_by, content_sealed, report_sealed, changed_at, version) on import_job to ct_commune_officer;
create policy change_commune_officer on import_job for update to ct_commune_officer using (
    import_job.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);

-- imported
select ct.forget_policies('imported');
alter table imported enable row level security;
alter table imported force row level security;
create policy owner_all on imported to chungtay_owner using (true) with check (true);
create policy system_all on imported to ct_system using (true) with check (true);
grant select, insert, update on imported to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, job, import_source, line, made_rows, sealed_rest_sealed) on imported to ct_border_officer;
create policy see_border_officer on imported for select to ct_border_officer using (
    (imported.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = imported.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or imported.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on imported to ct_border_officer;
create policy add_border_officer on imported for insert to ct_border_officer with check (ct.may_add(imported.person, imported.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, job, import_source, line, made_rows, sealed_rest_sealed) on imported to ct_police_officer;
create policy see_police_officer on imported for select to ct_police_officer using (
    (imported.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = imported.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or imported.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on imported to ct_police_officer;
create policy add_police_officer on imported for insert to ct_police_officer with check (ct.may_add(imported.person, imported.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, job, import_source, line, made_rows, sealed_rest_sealed) on imported to ct_identifier;
create policy see_identifier on imported for select to ct_identifier using (
    (imported.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = imported.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or imported.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, job, import_source, line, made_rows, sealed_rest_sealed) on imported to ct_social_worker;
create policy see_social_worker on imported for select to ct_social_worker using (
    (imported.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = imported.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or imported.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on imported to ct_social_worker;
create policy add_social_worker on imported for insert to ct_social_worker with check (ct.may_add(imported.person, imported.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, job, import_source, line, made_rows, sealed_rest_sealed) on imported to ct_shelter_worker;
create policy see_shelter_worker on imported for select to ct_shelter_worker using (
    (imported.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = imported.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or imported.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant select (id, province, office, person, made_at, made_by, changed_at, version, job, import_source, line, made_rows, sealed_rest_sealed) on imported to ct_commune_officer;
create policy see_commune_officer on imported for select to ct_commune_officer using (
    (imported.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = imported.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or imported.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on imported to ct_commune_officer;
create policy add_commune_officer on imported for insert to ct_commune_officer with check (ct.may_add(imported.person, imported.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on imported to ct_sharer;
create policy sharer on imported for select to ct_sharer using (true);
create view shared.imported with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  case when s.fields @> array['imported.job'] then r.job end as job,
  case when s.fields @> array['imported.importSource'] then r.import_source end as import_source,
  case when s.fields @> array['imported.line'] then r.line end as line,
  case when s.fields @> array['imported.madeRows'] then r.made_rows end as made_rows,
  case when s.fields @> array['imported.sealedRest'] then r.sealed_rest_sealed end as sealed_rest_sealed
from imported r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['imported.job', 'imported.importSource', 'imported.line', 'imported.madeRows', 'imported.sealedRest'];
alter view shared.imported owner to ct_sharer;
grant select on shared.imported to ct_border_officer;
grant select on shared.imported to ct_police_officer;
grant select on shared.imported to ct_commune_officer;
grant select on shared.imported to ct_social_worker;
grant select on shared.imported to ct_identifier;
grant select on shared.imported to ct_shelter_worker;
grant select on shared.imported to ct_womens_union_officer;
grant select on shared.imported to ct_investigator;

-- feedbackInvitation
select ct.forget_policies('feedback_invitation');
alter table feedback_invitation enable row level security;
alter table feedback_invitation force row level security;
create policy owner_all on feedback_invitation to chungtay_owner using (true) with check (true);
create policy system_all on feedback_invitation to ct_system using (true) with check (true);
grant select, insert, update on feedback_invitation to ct_system;
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_by, feedback_language, until) on feedback_invitation to ct_border_officer;
create policy see_border_officer on feedback_invitation for select to ct_border_officer using (
    (feedback_invitation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = feedback_invitation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or feedback_invitation.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on feedback_invitation to ct_border_officer;
create policy add_border_officer on feedback_invitation for insert to ct_border_officer with check (ct.may_add(feedback_invitation.person, feedback_invitation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_by, feedback_language, until) on feedback_invitation to ct_police_officer;
create policy see_police_officer on feedback_invitation for select to ct_police_officer using (
    (feedback_invitation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = feedback_invitation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or feedback_invitation.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on feedback_invitation to ct_police_officer;
create policy add_police_officer on feedback_invitation for insert to ct_police_officer with check (ct.may_add(feedback_invitation.person, feedback_invitation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_by, feedback_language, until) on feedback_invitation to ct_identifier;
create policy see_identifier on feedback_invitation for select to ct_identifier using (
    (feedback_invitation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = feedback_invitation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or feedback_invitation.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on feedback_invitation to ct_identifier;
create policy add_identifier on feedback_invitation for insert to ct_identifier with check (ct.may_add(feedback_invitation.person, feedback_invitation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_by, feedback_language, until) on feedback_invitation to ct_social_worker;
create policy see_social_worker on feedback_invitation for select to ct_social_worker using (
    (feedback_invitation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = feedback_invitation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or feedback_invitation.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on feedback_invitation to ct_social_worker;
create policy add_social_worker on feedback_invitation for insert to ct_social_worker with check (ct.may_add(feedback_invitation.person, feedback_invitation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_by, feedback_language, until) on feedback_invitation to ct_shelter_worker;
create policy see_shelter_worker on feedback_invitation for select to ct_shelter_worker using (
    (feedback_invitation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = feedback_invitation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or feedback_invitation.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on feedback_invitation to ct_shelter_worker;
create policy add_shelter_worker on feedback_invitation for insert to ct_shelter_worker with check (ct.may_add(feedback_invitation.person, feedback_invitation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant insert on feedback_invitation to ct_womens_union_officer;
create policy add_womens_union_officer on feedback_invitation for insert to ct_womens_union_officer with check (ct.may_add(feedback_invitation.person, feedback_invitation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select (id, province, office, person, made_at, made_by, changed_at, version, opened_by, feedback_language, until) on feedback_invitation to ct_commune_officer;
create policy see_commune_officer on feedback_invitation for select to ct_commune_officer using (
    (feedback_invitation.office = any ((select ct.reach(current_user::text))::uuid[]) or exists (select from person p where p.id = feedback_invitation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or feedback_invitation.person = any ((select ct.exceptions(current_user::text))::uuid[])));
grant insert on feedback_invitation to ct_commune_officer;
create policy add_commune_officer on feedback_invitation for insert to ct_commune_officer with check (ct.may_add(feedback_invitation.person, feedback_invitation.office, (select ct.reach(current_user::text))::uuid[], current_user::text));
grant select on feedback_invitation to ct_sharer;
create policy sharer on feedback_invitation for select to ct_sharer using (true);
create view shared.feedback_invitation with (security_barrier = true) as
select r.id,
  r.province,
  r.office,
  r.person,
  r.made_at,
  r.made_by,
  r.changed_at,
  r.version,
  r.opened_by,
  r.feedback_language,
  case when s.fields @> array['feedbackInvitation.codeHash'] then r.code_hash end as code_hash,
  r.until,
  case when s.fields @> array['feedbackInvitation.usedAt'] then r.used_at end as used_at
from feedback_invitation r cross join lateral (select ct.all_fields(shared_fields) as fields from share
  where share.person = r.person and to_office = any ((select ct.reach(current_user::text))::uuid[]) and revoked_at is null and starts_at <= now() and until > now()
    and (ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')) s
where s.fields && array['feedbackInvitation.openedBy', 'feedbackInvitation.feedbackLanguage', 'feedbackInvitation.codeHash', 'feedbackInvitation.until', 'feedbackInvitation.usedAt'];
alter view shared.feedback_invitation owner to ct_sharer;
grant select on shared.feedback_invitation to ct_border_officer;
grant select on shared.feedback_invitation to ct_police_officer;
grant select on shared.feedback_invitation to ct_commune_officer;
grant select on shared.feedback_invitation to ct_social_worker;
grant select on shared.feedback_invitation to ct_identifier;
grant select on shared.feedback_invitation to ct_shelter_worker;
grant select on shared.feedback_invitation to ct_womens_union_officer;
grant select on shared.feedback_invitation to ct_investigator;

-- feedback
select ct.forget_policies('feedback');
alter table feedback enable row level security;
alter table feedback force row level security;
create policy owner_all on feedback to chungtay_owner using (true) with check (true);
create policy system_all on feedback to ct_system using (true) with check (true);
grant select, insert, update on feedback to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, about_office, quarter_of, feedback_language, respected, understood, safe, chosen, helped, words_sealed) on feedback to ct_secretary;
create policy see_secretary on feedback for select to ct_secretary using (
    feedback.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, about_office, quarter_of, feedback_language, respected, understood, safe, chosen, helped, words_sealed) on feedback to ct_auditor;
create policy see_auditor on feedback for select to ct_auditor using (
    feedback.office = any ((select ct.reach(current_user::text))::uuid[]));

-- complaint
select ct.forget_policies('complaint');
alter table complaint enable row level security;
alter table complaint force row level security;
create policy owner_all on complaint to chungtay_owner using (true) with check (true);
create policy system_all on complaint to ct_system using (true) with check (true);
grant select, insert, update on complaint to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, about_office, complaint_kind, state, file_number, answer_by, taken_by, taken_at, outcome, outcome_note, closed_at, words_sealed) on complaint to ct_secretary;
create policy see_secretary on complaint for select to ct_secretary using (
    complaint.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, taken_by, taken_at, outcome, outcome_note, closed_at, changed_at, version) on complaint to ct_secretary;
create policy change_secretary on complaint for update to ct_secretary using (
    complaint.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, about_office, complaint_kind, state, file_number, answer_by, taken_by, taken_at, outcome, outcome_note, closed_at, words_sealed) on complaint to ct_auditor;
create policy see_auditor on complaint for select to ct_auditor using (
    complaint.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, taken_by, taken_at, outcome, outcome_note, closed_at, changed_at, version) on complaint to ct_auditor;
create policy change_auditor on complaint for update to ct_auditor using (
    complaint.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);

-- spokenSentence
select ct.forget_policies('spoken_sentence');
alter table spoken_sentence enable row level security;
alter table spoken_sentence force row level security;
create policy owner_all on spoken_sentence to chungtay_owner using (true) with check (true);
create policy system_all on spoken_sentence to ct_system using (true) with check (true);
grant select, insert, update on spoken_sentence to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_border_officer;
create policy see_border_officer on spoken_sentence for select to ct_border_officer using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_police_officer;
create policy see_police_officer on spoken_sentence for select to ct_police_officer using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_identifier;
create policy see_identifier on spoken_sentence for select to ct_identifier using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_investigator;
create policy see_investigator on spoken_sentence for select to ct_investigator using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_social_worker;
create policy see_social_worker on spoken_sentence for select to ct_social_worker using (
    true);
grant insert on spoken_sentence to ct_social_worker;
create policy add_social_worker on spoken_sentence for insert to ct_social_worker with check (spoken_sentence.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (withdrawn_on, withdrawn_why, changed_at, version) on spoken_sentence to ct_social_worker;
create policy change_social_worker on spoken_sentence for update to ct_social_worker using (
    spoken_sentence.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_shelter_worker;
create policy see_shelter_worker on spoken_sentence for select to ct_shelter_worker using (
    true);
grant insert on spoken_sentence to ct_shelter_worker;
create policy add_shelter_worker on spoken_sentence for insert to ct_shelter_worker with check (spoken_sentence.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (withdrawn_on, withdrawn_why, changed_at, version) on spoken_sentence to ct_shelter_worker;
create policy change_shelter_worker on spoken_sentence for update to ct_shelter_worker using (
    spoken_sentence.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_womens_union_officer;
create policy see_womens_union_officer on spoken_sentence for select to ct_womens_union_officer using (
    true);
grant insert on spoken_sentence to ct_womens_union_officer;
create policy add_womens_union_officer on spoken_sentence for insert to ct_womens_union_officer with check (spoken_sentence.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (withdrawn_on, withdrawn_why, changed_at, version) on spoken_sentence to ct_womens_union_officer;
create policy change_womens_union_officer on spoken_sentence for update to ct_womens_union_officer using (
    spoken_sentence.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_commune_officer;
create policy see_commune_officer on spoken_sentence for select to ct_commune_officer using (
    true);
grant insert on spoken_sentence to ct_commune_officer;
create policy add_commune_officer on spoken_sentence for insert to ct_commune_officer with check (spoken_sentence.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (withdrawn_on, withdrawn_why, changed_at, version) on spoken_sentence to ct_commune_officer;
create policy change_commune_officer on spoken_sentence for update to ct_commune_officer using (
    spoken_sentence.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_secretary;
create policy see_secretary on spoken_sentence for select to ct_secretary using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_auditor;
create policy see_auditor on spoken_sentence for select to ct_auditor using (
    true);
grant select (id, province, office, made_at, made_by, changed_at, version, feedback_language, sentence, given_on, interpreter, maker, written, recording_type, size, hash, withdrawn_on, withdrawn_why) on spoken_sentence to ct_administrator;
create policy see_administrator on spoken_sentence for select to ct_administrator using (
    true);
grant insert on spoken_sentence to ct_administrator;
create policy add_administrator on spoken_sentence for insert to ct_administrator with check (spoken_sentence.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (withdrawn_on, withdrawn_why, changed_at, version) on spoken_sentence to ct_administrator;
create policy change_administrator on spoken_sentence for update to ct_administrator using (
    spoken_sentence.office = any ((select ct.reach(current_user::text))::uuid[])
    or true) with check (true);

-- retentionReview
select ct.forget_policies('retention_review');
alter table retention_review enable row level security;
alter table retention_review force row level security;
create policy owner_all on retention_review to chungtay_owner using (true) with check (true);
create policy system_all on retention_review to ct_system using (true) with check (true);
grant select, insert, update on retention_review to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, file_number, file_person, file_office, closed_on, due_on, rule, review_ground, ground_article, state, decision, keep_until, reason, proposed_by, proposed_at, decided_by, decided_at, decided_note, erase_on, failed_why) on retention_review to ct_border_officer;
create policy see_border_officer on retention_review for select to ct_border_officer using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, decided_by, decided_at, decided_note, erase_on, failed_why, changed_at, version) on retention_review to ct_border_officer;
create policy change_border_officer on retention_review for update to ct_border_officer using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, file_number, file_person, file_office, closed_on, due_on, rule, review_ground, ground_article, state, decision, keep_until, reason, proposed_by, proposed_at, decided_by, decided_at, decided_note, erase_on, failed_why) on retention_review to ct_police_officer;
create policy see_police_officer on retention_review for select to ct_police_officer using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, decided_by, decided_at, decided_note, erase_on, failed_why, changed_at, version) on retention_review to ct_police_officer;
create policy change_police_officer on retention_review for update to ct_police_officer using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, file_number, file_person, file_office, closed_on, due_on, rule, review_ground, ground_article, state, decision, keep_until, reason, proposed_by, proposed_at, decided_by, decided_at, decided_note, erase_on, failed_why) on retention_review to ct_identifier;
create policy see_identifier on retention_review for select to ct_identifier using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, decided_by, decided_at, decided_note, erase_on, failed_why, changed_at, version) on retention_review to ct_identifier;
create policy change_identifier on retention_review for update to ct_identifier using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, file_number, file_person, file_office, closed_on, due_on, rule, review_ground, ground_article, state, decision, keep_until, reason, proposed_by, proposed_at, decided_by, decided_at, decided_note, erase_on, failed_why) on retention_review to ct_social_worker;
create policy see_social_worker on retention_review for select to ct_social_worker using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, decided_by, decided_at, decided_note, erase_on, failed_why, changed_at, version) on retention_review to ct_social_worker;
create policy change_social_worker on retention_review for update to ct_social_worker using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, file_number, file_person, file_office, closed_on, due_on, rule, review_ground, ground_article, state, decision, keep_until, reason, proposed_by, proposed_at, decided_by, decided_at, decided_note, erase_on, failed_why) on retention_review to ct_shelter_worker;
create policy see_shelter_worker on retention_review for select to ct_shelter_worker using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, decided_by, decided_at, decided_note, erase_on, failed_why, changed_at, version) on retention_review to ct_shelter_worker;
create policy change_shelter_worker on retention_review for update to ct_shelter_worker using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, file_number, file_person, file_office, closed_on, due_on, rule, review_ground, ground_article, state, decision, keep_until, reason, proposed_by, proposed_at, decided_by, decided_at, decided_note, erase_on, failed_why) on retention_review to ct_commune_officer;
create policy see_commune_officer on retention_review for select to ct_commune_officer using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, decided_by, decided_at, decided_note, erase_on, failed_why, changed_at, version) on retention_review to ct_commune_officer;
create policy change_commune_officer on retention_review for update to ct_commune_officer using (
    retention_review.file_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, file_number, file_person, file_office, closed_on, due_on, rule, review_ground, ground_article, state, decision, keep_until, reason, proposed_by, proposed_at, decided_by, decided_at, decided_note, erase_on, failed_why) on retention_review to ct_auditor;
create policy see_auditor on retention_review for select to ct_auditor using (
    true);
grant update (state, decided_by, decided_at, erase_on, decided_note, failed_why, changed_at, version) on retention_review to ct_auditor;
create policy change_auditor on retention_review for update to ct_auditor using (
    true) with check (true);
grant select (id, province, made_at, made_by, changed_at, version, file_number, file_person, file_office, closed_on, due_on, rule, review_ground, ground_article, state, decision, keep_until, reason, proposed_by, proposed_at, decided_by, decided_at, decided_note, erase_on, failed_why) on retention_review to ct_administrator;
create policy see_administrator on retention_review for select to ct_administrator using (
    true);
grant insert on retention_review to ct_administrator;
create policy add_administrator on retention_review for insert to ct_administrator with check (true);
grant update (state, decision, keep_until, reason, proposed_by, proposed_at, decided_note, decided_by, decided_at, erase_on, failed_why, changed_at, version) on retention_review to ct_administrator;
create policy change_administrator on retention_review for update to ct_administrator using (
    true) with check (true);

-- tombstone
select ct.forget_policies('tombstone');
alter table tombstone enable row level security;
alter table tombstone force row level security;
create policy owner_all on tombstone to chungtay_owner using (true) with check (true);
create policy system_all on tombstone to ct_system using (true) with check (true);
grant select, insert, update on tombstone to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, file_number, file_person, erased_at, review_ground, ground_article, proposed_by, approved_by, review, rows_erased, bodies_erased) on tombstone to ct_auditor;
create policy see_auditor on tombstone for select to ct_auditor using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, file_number, file_person, erased_at, review_ground, ground_article, proposed_by, approved_by, review, rows_erased, bodies_erased) on tombstone to ct_administrator;
create policy see_administrator on tombstone for select to ct_administrator using (
    true);

-- retentionLength
select ct.forget_policies('retention_length');
alter table retention_length enable row level security;
alter table retention_length force row level security;
create policy owner_all on retention_length to chungtay_owner using (true) with check (true);
create policy system_all on retention_length to ct_system using (true) with check (true);
grant select, insert, update on retention_length to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, kept_thing, years, citation, note, valid_from, valid_to) on retention_length to ct_auditor;
create policy see_auditor on retention_length for select to ct_auditor using (
    true);
grant select (id, province, made_at, made_by, changed_at, version, kept_thing, years, citation, note, valid_from, valid_to) on retention_length to ct_administrator;
create policy see_administrator on retention_length for select to ct_administrator using (
    true);
grant insert on retention_length to ct_administrator;
create policy add_administrator on retention_length for insert to ct_administrator with check (true);
grant update (valid_to, changed_at, version) on retention_length to ct_administrator;
create policy change_administrator on retention_length for update to ct_administrator using (
    true) with check (true);

-- crimeReport
select ct.forget_policies('crime_report');
alter table crime_report enable row level security;
alter table crime_report force row level security;
create policy owner_all on crime_report to chungtay_owner using (true) with check (true);
create policy system_all on crime_report to ct_system using (true) with check (true);
grant select, insert, update on crime_report to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, report_kind, report_way, received_at, place, summary, taken_by_commune, remote_post, looks_serious, state, to_office, passed_by, handed_at, handed_minutes, first_handed_at, taken_up_on, resolver, procuracy, abuse_of_minor, report_outcome, resolved_on, decision_number, decision_ground, corrections, reporter_sealed) on crime_report to ct_border_officer;
create policy see_border_officer on crime_report for select to ct_border_officer using (
    (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.passed_by = any ((select ct.reach(current_user::text))::uuid[]))
    or (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on crime_report to ct_border_officer;
create policy add_border_officer on crime_report for insert to ct_border_officer with check (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, to_office, passed_by, handed_at, handed_minutes, first_handed_at, received_at, corrections, changed_at, version) on crime_report to ct_border_officer;
create policy change_border_officer on crime_report for update to ct_border_officer using (
    (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[]))
    or crime_report.office = any ((select ct.reach(current_user::text))::uuid[])
    or (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.passed_by = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, report_kind, report_way, received_at, place, summary, taken_by_commune, remote_post, looks_serious, state, to_office, passed_by, handed_at, handed_minutes, first_handed_at, taken_up_on, resolver, procuracy, abuse_of_minor, report_outcome, resolved_on, decision_number, decision_ground, corrections, reporter_sealed) on crime_report to ct_police_officer;
create policy see_police_officer on crime_report for select to ct_police_officer using (
    (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.passed_by = any ((select ct.reach(current_user::text))::uuid[]))
    or (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on crime_report to ct_police_officer;
create policy add_police_officer on crime_report for insert to ct_police_officer with check (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, to_office, passed_by, handed_at, handed_minutes, first_handed_at, received_at, corrections, changed_at, version) on crime_report to ct_police_officer;
create policy change_police_officer on crime_report for update to ct_police_officer using (
    (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[]))
    or crime_report.office = any ((select ct.reach(current_user::text))::uuid[])
    or (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.passed_by = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, report_kind, report_way, received_at, place, summary, taken_by_commune, remote_post, looks_serious, state, to_office, passed_by, handed_at, handed_minutes, first_handed_at, taken_up_on, resolver, procuracy, abuse_of_minor, report_outcome, resolved_on, decision_number, decision_ground, corrections, reporter_sealed) on crime_report to ct_investigator;
create policy see_investigator on crime_report for select to ct_investigator using (
    (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.passed_by = any ((select ct.reach(current_user::text))::uuid[]))
    or (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on crime_report to ct_investigator;
create policy add_investigator on crime_report for insert to ct_investigator with check (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, to_office, passed_by, handed_at, handed_minutes, first_handed_at, taken_up_on, resolver, procuracy, abuse_of_minor, report_outcome, resolved_on, decision_number, decision_ground, received_at, corrections, changed_at, version) on crime_report to ct_investigator;
create policy change_investigator on crime_report for update to ct_investigator using (
    (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[]))
    or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[])
    or crime_report.office = any ((select ct.reach(current_user::text))::uuid[])
    or (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.passed_by = any ((select ct.reach(current_user::text))::uuid[]))
    or (crime_report.office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.to_office = any ((select ct.reach(current_user::text))::uuid[]) or crime_report.passed_by = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, report_kind, report_way, received_at, place, summary, taken_by_commune, remote_post, looks_serious, state, to_office, passed_by, handed_at, handed_minutes, first_handed_at, taken_up_on, resolver, procuracy, abuse_of_minor, report_outcome, resolved_on, decision_number, decision_ground, corrections) on crime_report to ct_procurator;
create policy see_procurator on crime_report for select to ct_procurator using (
    crime_report.procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, report_outcome, resolved_on, decision_number, decision_ground, changed_at, version) on crime_report to ct_procurator;
create policy change_procurator on crime_report for update to ct_procurator using (
    crime_report.procuracy = any ((select ct.reach(current_user::text))::uuid[])) with check (true);

-- reportDecision
select ct.forget_policies('report_decision');
alter table report_decision enable row level security;
alter table report_decision force row level security;
create policy owner_all on report_decision to chungtay_owner using (true) with check (true);
create policy system_all on report_decision to ct_system using (true) with check (true);
grant select, insert, update on report_decision to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, crime_report, to_office, procuracy, decision_kind, decided_on, decision_number, suspend_ground, note, turn, length_unit, length_value, granted_by, corrections) on report_decision to ct_investigator;
create policy see_investigator on report_decision for select to ct_investigator using (
    report_decision.to_office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on report_decision to ct_investigator;
create policy add_investigator on report_decision for insert to ct_investigator with check (report_decision.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (decided_on, decision_number, length_value, length_unit, granted_by, suspend_ground, corrections, changed_at, version) on report_decision to ct_investigator;
create policy change_investigator on report_decision for update to ct_investigator using (
    report_decision.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, crime_report, to_office, procuracy, decision_kind, decided_on, decision_number, suspend_ground, note, turn, length_unit, length_value, granted_by, corrections) on report_decision to ct_procurator;
create policy see_procurator on report_decision for select to ct_procurator using (
    report_decision.procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on report_decision to ct_procurator;
create policy add_procurator on report_decision for insert to ct_procurator with check (report_decision.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (decided_on, decision_number, length_value, length_unit, granted_by, suspend_ground, corrections, changed_at, version) on report_decision to ct_procurator;
create policy change_procurator on report_decision for update to ct_procurator using (
    report_decision.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);

-- reportDutyDone
select ct.forget_policies('report_duty_done');
alter table report_duty_done enable row level security;
alter table report_duty_done force row level security;
create policy owner_all on report_duty_done to chungtay_owner using (true) with check (true);
create policy system_all on report_duty_done to ct_system using (true) with check (true);
grant select, insert, update on report_duty_done to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, crime_report, to_office, procuracy, limit_family, of_row, done_on, decision_number, not_ours_at, taken_back, corrections) on report_duty_done to ct_border_officer;
create policy see_border_officer on report_duty_done for select to ct_border_officer using (
    report_duty_done.to_office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on report_duty_done to ct_border_officer;
create policy add_border_officer on report_duty_done for insert to ct_border_officer with check (report_duty_done.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (done_on, decision_number, not_ours_at, corrections, taken_back, changed_at, version) on report_duty_done to ct_border_officer;
create policy change_border_officer on report_duty_done for update to ct_border_officer using (
    report_duty_done.to_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, crime_report, to_office, procuracy, limit_family, of_row, done_on, decision_number, not_ours_at, taken_back, corrections) on report_duty_done to ct_police_officer;
create policy see_police_officer on report_duty_done for select to ct_police_officer using (
    report_duty_done.to_office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on report_duty_done to ct_police_officer;
create policy add_police_officer on report_duty_done for insert to ct_police_officer with check (report_duty_done.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (done_on, decision_number, not_ours_at, corrections, taken_back, changed_at, version) on report_duty_done to ct_police_officer;
create policy change_police_officer on report_duty_done for update to ct_police_officer using (
    report_duty_done.to_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, crime_report, to_office, procuracy, limit_family, of_row, done_on, decision_number, not_ours_at, taken_back, corrections) on report_duty_done to ct_investigator;
create policy see_investigator on report_duty_done for select to ct_investigator using (
    report_duty_done.to_office = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on report_duty_done to ct_investigator;
create policy add_investigator on report_duty_done for insert to ct_investigator with check (report_duty_done.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (done_on, decision_number, not_ours_at, corrections, taken_back, changed_at, version) on report_duty_done to ct_investigator;
create policy change_investigator on report_duty_done for update to ct_investigator using (
    report_duty_done.to_office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, crime_report, to_office, procuracy, limit_family, of_row, done_on, decision_number, not_ours_at, taken_back, corrections) on report_duty_done to ct_procurator;
create policy see_procurator on report_duty_done for select to ct_procurator using (
    report_duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on report_duty_done to ct_procurator;
create policy add_procurator on report_duty_done for insert to ct_procurator with check (report_duty_done.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (done_on, decision_number, not_ours_at, corrections, taken_back, changed_at, version) on report_duty_done to ct_procurator;
create policy change_procurator on report_duty_done for update to ct_procurator using (
    report_duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[])) with check (true);

-- criminalCase
select ct.forget_policies('criminal_case');
alter table criminal_case enable row level security;
alter table criminal_case force row level security;
create policy owner_all on criminal_case to chungtay_owner using (true) with check (true);
create policy system_all on criminal_case to ct_system using (true) with check (true);
grant select, insert, update on criminal_case to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, title, crime_report, case_level, opened_on, opened_decision, severity, state, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, in_charge, procurator, judge, appeal_procurator, appeal_judge) on criminal_case to ct_investigator;
create policy see_investigator on criminal_case for select to ct_investigator using (
    ((criminal_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.court = any ((select ct.reach(current_user::text))::uuid[])) or criminal_case.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on criminal_case to ct_investigator;
create policy add_investigator on criminal_case for insert to ct_investigator with check (criminal_case.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, court, appeal_procuracy, appeal_court, appeal_procurator, appeal_judge, next_handler, handler, procuracy, case_level, in_charge, procurator, judge, severity, opened_on, changed_at, version) on criminal_case to ct_investigator;
create policy change_investigator on criminal_case for update to ct_investigator using (
    (criminal_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.court = any ((select ct.reach(current_user::text))::uuid[]))
    or criminal_case.handler = any ((select ct.reach(current_user::text))::uuid[])
    or criminal_case.next_handler = any ((select ct.reach(current_user::text))::uuid[])
    or ((criminal_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.court = any ((select ct.reach(current_user::text))::uuid[])) or criminal_case.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, title, crime_report, case_level, opened_on, opened_decision, severity, state, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, in_charge, procurator, judge, appeal_procurator, appeal_judge) on criminal_case to ct_procurator;
create policy see_procurator on criminal_case for select to ct_procurator using (
    ((criminal_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.court = any ((select ct.reach(current_user::text))::uuid[])) or criminal_case.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or criminal_case.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on criminal_case to ct_procurator;
create policy add_procurator on criminal_case for insert to ct_procurator with check (criminal_case.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, court, appeal_procuracy, appeal_court, appeal_procurator, appeal_judge, in_charge, procurator, judge, severity, opened_on, changed_at, version) on criminal_case to ct_procurator;
create policy change_procurator on criminal_case for update to ct_procurator using (
    (criminal_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.court = any ((select ct.reach(current_user::text))::uuid[]))
    or criminal_case.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or ((criminal_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.court = any ((select ct.reach(current_user::text))::uuid[])) or criminal_case.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or criminal_case.procuracy = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, title, crime_report, case_level, opened_on, opened_decision, severity, state, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, in_charge, procurator, judge, appeal_procurator, appeal_judge) on criminal_case to ct_judge_clerk;
create policy see_judge_clerk on criminal_case for select to ct_judge_clerk using (
    ((criminal_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.court = any ((select ct.reach(current_user::text))::uuid[])) or criminal_case.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or criminal_case.appeal_court = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, court, appeal_procuracy, appeal_court, appeal_procurator, appeal_judge, in_charge, procurator, judge, opened_on, severity, changed_at, version) on criminal_case to ct_judge_clerk;
create policy change_judge_clerk on criminal_case for update to ct_judge_clerk using (
    (criminal_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.court = any ((select ct.reach(current_user::text))::uuid[]))
    or criminal_case.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or criminal_case.court = any ((select ct.reach(current_user::text))::uuid[])
    or ((criminal_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or criminal_case.court = any ((select ct.reach(current_user::text))::uuid[])) or criminal_case.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- caseStep
select ct.forget_policies('case_step');
alter table case_step enable row level security;
alter table case_step force row level security;
create policy owner_all on case_step to chungtay_owner using (true) with check (true);
create policy system_all on case_step to ct_system using (true) with check (true);
grant select, insert, update on case_step to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, step_kind, on_day, decision_number, hearing_on, note, other_case, joining_ground, corrections) on case_step to ct_investigator;
create policy see_investigator on case_step for select to ct_investigator using (
    ((case_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or case_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or case_step.court = any ((select ct.reach(current_user::text))::uuid[])) or case_step.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on case_step to ct_investigator;
create policy add_investigator on case_step for insert to ct_investigator with check (case_step.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, on_day, hearing_on, corrections, changed_at, version) on case_step to ct_investigator;
create policy change_investigator on case_step for update to ct_investigator using (
    ((case_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or case_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or case_step.court = any ((select ct.reach(current_user::text))::uuid[])) or case_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (case_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or case_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or case_step.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, step_kind, on_day, decision_number, hearing_on, note, other_case, joining_ground, corrections) on case_step to ct_procurator;
create policy see_procurator on case_step for select to ct_procurator using (
    ((case_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or case_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or case_step.court = any ((select ct.reach(current_user::text))::uuid[])) or case_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or case_step.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on case_step to ct_procurator;
create policy add_procurator on case_step for insert to ct_procurator with check (case_step.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, on_day, hearing_on, corrections, changed_at, version) on case_step to ct_procurator;
create policy change_procurator on case_step for update to ct_procurator using (
    ((case_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or case_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or case_step.court = any ((select ct.reach(current_user::text))::uuid[])) or case_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or case_step.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or (case_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or case_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or case_step.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, step_kind, on_day, decision_number, hearing_on, note, other_case, joining_ground, corrections) on case_step to ct_judge_clerk;
create policy see_judge_clerk on case_step for select to ct_judge_clerk using (
    ((case_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or case_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or case_step.court = any ((select ct.reach(current_user::text))::uuid[])) or case_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or case_step.appeal_court = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on case_step to ct_judge_clerk;
create policy add_judge_clerk on case_step for insert to ct_judge_clerk with check (case_step.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, on_day, hearing_on, corrections, changed_at, version) on case_step to ct_judge_clerk;
create policy change_judge_clerk on case_step for update to ct_judge_clerk using (
    ((case_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or case_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or case_step.court = any ((select ct.reach(current_user::text))::uuid[])) or case_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or case_step.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or (case_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or case_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or case_step.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- accused
select ct.forget_policies('accused');
alter table accused enable row level security;
alter table accused force row level security;
create policy owner_all on accused to chungtay_owner using (true) with check (true);
create policy system_all on accused to ct_system using (true) with check (true);
grant select, insert, update on accused to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, full_name, born, sex, accused_role, charged_on, charged_decision, state, corrections) on accused to ct_investigator;
create policy see_investigator on accused for select to ct_investigator using (
    ((accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or accused.court = any ((select ct.reach(current_user::text))::uuid[])) or accused.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on accused to ct_investigator;
create policy add_investigator on accused for insert to ct_investigator with check (accused.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, state, charged_on, charged_decision, full_name, born, sex, corrections, criminal_case, changed_at, version) on accused to ct_investigator;
create policy change_investigator on accused for update to ct_investigator using (
    ((accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or accused.court = any ((select ct.reach(current_user::text))::uuid[])) or accused.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]))
    or accused.handler = any ((select ct.reach(current_user::text))::uuid[])
    or (accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or accused.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, full_name, born, sex, accused_role, charged_on, charged_decision, state, corrections) on accused to ct_procurator;
create policy see_procurator on accused for select to ct_procurator using (
    ((accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or accused.court = any ((select ct.reach(current_user::text))::uuid[])) or accused.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or accused.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, charged_on, charged_decision, full_name, born, sex, corrections, criminal_case, handler, procuracy, next_handler, changed_at, version) on accused to ct_procurator;
create policy change_procurator on accused for update to ct_procurator using (
    ((accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or accused.court = any ((select ct.reach(current_user::text))::uuid[])) or accused.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or accused.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or (accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]))
    or (accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or accused.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, full_name, born, sex, accused_role, charged_on, charged_decision, state, corrections) on accused to ct_judge_clerk;
create policy see_judge_clerk on accused for select to ct_judge_clerk using (
    ((accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or accused.court = any ((select ct.reach(current_user::text))::uuid[])) or accused.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or accused.appeal_court = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, full_name, born, sex, corrections, charged_on, charged_decision, changed_at, version) on accused to ct_judge_clerk;
create policy change_judge_clerk on accused for update to ct_judge_clerk using (
    ((accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or accused.court = any ((select ct.reach(current_user::text))::uuid[])) or accused.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or accused.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or (accused.court = any ((select ct.reach(current_user::text))::uuid[]) or accused.appeal_court = any ((select ct.reach(current_user::text))::uuid[]))
    or (accused.handler = any ((select ct.reach(current_user::text))::uuid[]) or accused.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or accused.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- charge
select ct.forget_policies('charge');
alter table charge enable row level security;
alter table charge force row level security;
create policy owner_all on charge to chungtay_owner using (true) with check (true);
create policy system_all on charge to ct_system using (true) with check (true);
grant select, insert, update on charge to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, accused, offence, clause, point, severity, from_day, decision_number, replaces, why, corrections) on charge to ct_investigator;
create policy see_investigator on charge for select to ct_investigator using (
    ((charge.handler = any ((select ct.reach(current_user::text))::uuid[]) or charge.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or charge.court = any ((select ct.reach(current_user::text))::uuid[])) or charge.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on charge to ct_investigator;
create policy add_investigator on charge for insert to ct_investigator with check (charge.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, offence, clause, point, from_day, decision_number, severity, corrections, criminal_case, changed_at, version) on charge to ct_investigator;
create policy change_investigator on charge for update to ct_investigator using (
    ((charge.handler = any ((select ct.reach(current_user::text))::uuid[]) or charge.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or charge.court = any ((select ct.reach(current_user::text))::uuid[])) or charge.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (charge.handler = any ((select ct.reach(current_user::text))::uuid[]) or charge.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or charge.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, accused, offence, clause, point, severity, from_day, decision_number, replaces, why, corrections) on charge to ct_procurator;
create policy see_procurator on charge for select to ct_procurator using (
    ((charge.handler = any ((select ct.reach(current_user::text))::uuid[]) or charge.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or charge.court = any ((select ct.reach(current_user::text))::uuid[])) or charge.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or charge.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on charge to ct_procurator;
create policy add_procurator on charge for insert to ct_procurator with check (charge.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, offence, clause, point, from_day, decision_number, severity, corrections, criminal_case, handler, procuracy, next_handler, changed_at, version) on charge to ct_procurator;
create policy change_procurator on charge for update to ct_procurator using (
    ((charge.handler = any ((select ct.reach(current_user::text))::uuid[]) or charge.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or charge.court = any ((select ct.reach(current_user::text))::uuid[])) or charge.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or charge.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or (charge.handler = any ((select ct.reach(current_user::text))::uuid[]) or charge.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or charge.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, accused, offence, clause, point, severity, from_day, decision_number, replaces, why, corrections) on charge to ct_judge_clerk;
create policy see_judge_clerk on charge for select to ct_judge_clerk using (
    ((charge.handler = any ((select ct.reach(current_user::text))::uuid[]) or charge.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or charge.court = any ((select ct.reach(current_user::text))::uuid[])) or charge.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or charge.appeal_court = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, offence, clause, point, from_day, decision_number, severity, corrections, changed_at, version) on charge to ct_judge_clerk;
create policy change_judge_clerk on charge for update to ct_judge_clerk using (
    ((charge.handler = any ((select ct.reach(current_user::text))::uuid[]) or charge.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or charge.court = any ((select ct.reach(current_user::text))::uuid[])) or charge.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or charge.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or (charge.handler = any ((select ct.reach(current_user::text))::uuid[]) or charge.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or charge.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- measure
select ct.forget_policies('measure');
alter table measure enable row level security;
alter table measure force row level security;
create policy owner_all on measure to chungtay_owner using (true) with check (true);
create policy system_all on measure to ct_system using (true) with check (true);
grant select, insert, update on measure to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, accused, measure_kind, from_at, order_number, ordered_months, ordered_days, ended_on, ended_why, corrections) on measure to ct_investigator;
create policy see_investigator on measure for select to ct_investigator using (
    ((measure.handler = any ((select ct.reach(current_user::text))::uuid[]) or measure.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or measure.court = any ((select ct.reach(current_user::text))::uuid[])) or measure.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on measure to ct_investigator;
create policy add_investigator on measure for insert to ct_investigator with check (measure.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, ended_on, ended_why, from_at, order_number, ordered_months, ordered_days, corrections, criminal_case, changed_at, version) on measure to ct_investigator;
create policy change_investigator on measure for update to ct_investigator using (
    ((measure.handler = any ((select ct.reach(current_user::text))::uuid[]) or measure.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or measure.court = any ((select ct.reach(current_user::text))::uuid[])) or measure.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (measure.handler = any ((select ct.reach(current_user::text))::uuid[]) or measure.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or measure.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, accused, measure_kind, from_at, order_number, ordered_months, ordered_days, ended_on, ended_why, corrections) on measure to ct_procurator;
create policy see_procurator on measure for select to ct_procurator using (
    ((measure.handler = any ((select ct.reach(current_user::text))::uuid[]) or measure.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or measure.court = any ((select ct.reach(current_user::text))::uuid[])) or measure.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or measure.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on measure to ct_procurator;
create policy add_procurator on measure for insert to ct_procurator with check (measure.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, ended_on, ended_why, from_at, order_number, ordered_months, ordered_days, corrections, criminal_case, handler, procuracy, next_handler, changed_at, version) on measure to ct_procurator;
create policy change_procurator on measure for update to ct_procurator using (
    ((measure.handler = any ((select ct.reach(current_user::text))::uuid[]) or measure.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or measure.court = any ((select ct.reach(current_user::text))::uuid[])) or measure.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or measure.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or (measure.handler = any ((select ct.reach(current_user::text))::uuid[]) or measure.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or measure.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, accused, measure_kind, from_at, order_number, ordered_months, ordered_days, ended_on, ended_why, corrections) on measure to ct_judge_clerk;
create policy see_judge_clerk on measure for select to ct_judge_clerk using (
    ((measure.handler = any ((select ct.reach(current_user::text))::uuid[]) or measure.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or measure.court = any ((select ct.reach(current_user::text))::uuid[])) or measure.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or measure.appeal_court = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on measure to ct_judge_clerk;
create policy add_judge_clerk on measure for insert to ct_judge_clerk with check (measure.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, ended_on, ended_why, from_at, order_number, ordered_months, ordered_days, corrections, changed_at, version) on measure to ct_judge_clerk;
create policy change_judge_clerk on measure for update to ct_judge_clerk using (
    ((measure.handler = any ((select ct.reach(current_user::text))::uuid[]) or measure.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or measure.court = any ((select ct.reach(current_user::text))::uuid[])) or measure.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or measure.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or (measure.handler = any ((select ct.reach(current_user::text))::uuid[]) or measure.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or measure.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- limitExtension
select ct.forget_policies('limit_extension');
alter table limit_extension enable row level security;
alter table limit_extension force row level security;
create policy owner_all on limit_extension to chungtay_owner using (true) with check (true);
create policy system_all on limit_extension to ct_system using (true) with check (true);
grant select, insert, update on limit_extension to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, accused, limit_family, turn, length_unit, length_value, granted_by, decided_on, decision_number, other_case, corrections) on limit_extension to ct_investigator;
create policy see_investigator on limit_extension for select to ct_investigator using (
    ((limit_extension.handler = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.court = any ((select ct.reach(current_user::text))::uuid[])) or limit_extension.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on limit_extension to ct_investigator;
create policy add_investigator on limit_extension for insert to ct_investigator with check (limit_extension.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, length_value, length_unit, granted_by, decided_on, decision_number, corrections, criminal_case, changed_at, version) on limit_extension to ct_investigator;
create policy change_investigator on limit_extension for update to ct_investigator using (
    ((limit_extension.handler = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.court = any ((select ct.reach(current_user::text))::uuid[])) or limit_extension.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (limit_extension.handler = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, accused, limit_family, turn, length_unit, length_value, granted_by, decided_on, decision_number, other_case, corrections) on limit_extension to ct_procurator;
create policy see_procurator on limit_extension for select to ct_procurator using (
    ((limit_extension.handler = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.court = any ((select ct.reach(current_user::text))::uuid[])) or limit_extension.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or limit_extension.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on limit_extension to ct_procurator;
create policy add_procurator on limit_extension for insert to ct_procurator with check (limit_extension.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, length_value, length_unit, granted_by, decided_on, decision_number, corrections, criminal_case, handler, procuracy, next_handler, changed_at, version) on limit_extension to ct_procurator;
create policy change_procurator on limit_extension for update to ct_procurator using (
    ((limit_extension.handler = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.court = any ((select ct.reach(current_user::text))::uuid[])) or limit_extension.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or limit_extension.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or (limit_extension.handler = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, accused, limit_family, turn, length_unit, length_value, granted_by, decided_on, decision_number, other_case, corrections) on limit_extension to ct_judge_clerk;
create policy see_judge_clerk on limit_extension for select to ct_judge_clerk using (
    ((limit_extension.handler = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.court = any ((select ct.reach(current_user::text))::uuid[])) or limit_extension.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or limit_extension.appeal_court = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on limit_extension to ct_judge_clerk;
create policy add_judge_clerk on limit_extension for insert to ct_judge_clerk with check (limit_extension.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, length_value, length_unit, granted_by, decided_on, decision_number, corrections, changed_at, version) on limit_extension to ct_judge_clerk;
create policy change_judge_clerk on limit_extension for update to ct_judge_clerk using (
    ((limit_extension.handler = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.court = any ((select ct.reach(current_user::text))::uuid[])) or limit_extension.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or limit_extension.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or (limit_extension.handler = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or limit_extension.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- dutyDone
select ct.forget_policies('duty_done');
alter table duty_done enable row level security;
alter table duty_done force row level security;
create policy owner_all on duty_done to chungtay_owner using (true) with check (true);
create policy system_all on duty_done to ct_system using (true) with check (true);
grant select, insert, update on duty_done to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, limit_family, of_row, done_on, decision_number, taken_back, corrections) on duty_done to ct_investigator;
create policy see_investigator on duty_done for select to ct_investigator using (
    ((duty_done.handler = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.court = any ((select ct.reach(current_user::text))::uuid[])) or duty_done.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on duty_done to ct_investigator;
create policy add_investigator on duty_done for insert to ct_investigator with check (duty_done.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, done_on, decision_number, corrections, taken_back, criminal_case, changed_at, version) on duty_done to ct_investigator;
create policy change_investigator on duty_done for update to ct_investigator using (
    ((duty_done.handler = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.court = any ((select ct.reach(current_user::text))::uuid[])) or duty_done.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (duty_done.handler = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, limit_family, of_row, done_on, decision_number, taken_back, corrections) on duty_done to ct_procurator;
create policy see_procurator on duty_done for select to ct_procurator using (
    ((duty_done.handler = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.court = any ((select ct.reach(current_user::text))::uuid[])) or duty_done.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or duty_done.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on duty_done to ct_procurator;
create policy add_procurator on duty_done for insert to ct_procurator with check (duty_done.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, done_on, decision_number, corrections, taken_back, criminal_case, handler, procuracy, next_handler, changed_at, version) on duty_done to ct_procurator;
create policy change_procurator on duty_done for update to ct_procurator using (
    ((duty_done.handler = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.court = any ((select ct.reach(current_user::text))::uuid[])) or duty_done.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or duty_done.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or (duty_done.handler = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, limit_family, of_row, done_on, decision_number, taken_back, corrections) on duty_done to ct_judge_clerk;
create policy see_judge_clerk on duty_done for select to ct_judge_clerk using (
    ((duty_done.handler = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.court = any ((select ct.reach(current_user::text))::uuid[])) or duty_done.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or duty_done.appeal_court = any ((select ct.reach(current_user::text))::uuid[]));
grant insert on duty_done to ct_judge_clerk;
create policy add_judge_clerk on duty_done for insert to ct_judge_clerk with check (duty_done.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, done_on, decision_number, corrections, taken_back, changed_at, version) on duty_done to ct_judge_clerk;
create policy change_judge_clerk on duty_done for update to ct_judge_clerk using (
    ((duty_done.handler = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.court = any ((select ct.reach(current_user::text))::uuid[])) or duty_done.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or duty_done.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or (duty_done.handler = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or duty_done.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- exhibit
select ct.forget_policies('exhibit');
alter table exhibit enable row level security;
alter table exhibit force row level security;
create policy owner_all on exhibit to chungtay_owner using (true) with check (true);
create policy system_all on exhibit to ct_system using (true) with check (true);
grant select, insert, update on exhibit to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, exhibit_kind, classified, reference_number, what, exhibit_way, got_at, got_place, minutes_number, state, holder, holder_office, next_holder, last_turn, last_at, from_whom_sealed) on exhibit to ct_investigator;
create policy see_investigator on exhibit for select to ct_investigator using (
    ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.appeal_court = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on exhibit to ct_investigator;
create policy add_investigator on exhibit for insert to ct_investigator with check (exhibit.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, state, next_holder, last_turn, last_at, holder, holder_office, criminal_case, changed_at, version) on exhibit to ct_investigator;
create policy change_investigator on exhibit for update to ct_investigator using (
    ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.appeal_court = any ((select ct.reach(current_user::text))::uuid[]))
    or (exhibit.holder = (select ct.officer(current_user::text)) or exhibit.office = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text)))
    or exhibit.next_holder = (select ct.officer(current_user::text))) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, exhibit_kind, classified, reference_number, what, exhibit_way, got_at, got_place, minutes_number, state, holder, holder_office, next_holder, last_turn, last_at, from_whom_sealed) on exhibit to ct_procurator;
create policy see_procurator on exhibit for select to ct_procurator using (
    ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or exhibit.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.appeal_court = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on exhibit to ct_procurator;
create policy add_procurator on exhibit for insert to ct_procurator with check (exhibit.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, next_holder, last_turn, last_at, holder, holder_office, criminal_case, handler, procuracy, next_handler, changed_at, version) on exhibit to ct_procurator;
create policy change_procurator on exhibit for update to ct_procurator using (
    ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or exhibit.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.appeal_court = any ((select ct.reach(current_user::text))::uuid[]))
    or (exhibit.holder = (select ct.officer(current_user::text)) or exhibit.office = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text)))
    or exhibit.next_holder = (select ct.officer(current_user::text))) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, exhibit_kind, classified, reference_number, what, exhibit_way, got_at, got_place, minutes_number, state, holder, holder_office, next_holder, last_turn, last_at, from_whom_sealed) on exhibit to ct_judge_clerk;
create policy see_judge_clerk on exhibit for select to ct_judge_clerk using (
    ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or exhibit.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.appeal_court = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on exhibit to ct_judge_clerk;
create policy add_judge_clerk on exhibit for insert to ct_judge_clerk with check (exhibit.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, next_holder, last_turn, last_at, holder, holder_office, changed_at, version) on exhibit to ct_judge_clerk;
create policy change_judge_clerk on exhibit for update to ct_judge_clerk using (
    ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or exhibit.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or ((exhibit.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit.appeal_court = any ((select ct.reach(current_user::text))::uuid[]))
    or (exhibit.holder = (select ct.officer(current_user::text)) or exhibit.office = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text)))
    or exhibit.next_holder = (select ct.officer(current_user::text))) with check (true);

-- custodyStep
select ct.forget_policies('custody_step');
alter table custody_step enable row level security;
alter table custody_step force row level security;
create policy owner_all on custody_step to chungtay_owner using (true) with check (true);
create policy system_all on custody_step to ct_system using (true) with check (true);
grant select, insert, update on custody_step to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, exhibit, turn, custody_kind, happened_at, giver, holder, holder_office, place, to_body, decision_number, decided_on, seal_number, note, to_owner_sealed) on custody_step to ct_investigator;
create policy see_investigator on custody_step for select to ct_investigator using (
    ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.appeal_court = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on custody_step to ct_investigator;
create policy add_investigator on custody_step for insert to ct_investigator with check (custody_step.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, criminal_case, changed_at, version) on custody_step to ct_investigator;
create policy change_investigator on custody_step for update to ct_investigator using (
    ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.appeal_court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, exhibit, turn, custody_kind, happened_at, giver, holder, holder_office, place, to_body, decision_number, decided_on, seal_number, note, to_owner_sealed) on custody_step to ct_procurator;
create policy see_procurator on custody_step for select to ct_procurator using (
    ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or custody_step.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.appeal_court = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on custody_step to ct_procurator;
create policy add_procurator on custody_step for insert to ct_procurator with check (custody_step.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, criminal_case, handler, procuracy, next_handler, changed_at, version) on custody_step to ct_procurator;
create policy change_procurator on custody_step for update to ct_procurator using (
    ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or custody_step.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.appeal_court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, exhibit, turn, custody_kind, happened_at, giver, holder, holder_office, place, to_body, decision_number, decided_on, seal_number, note, to_owner_sealed) on custody_step to ct_judge_clerk;
create policy see_judge_clerk on custody_step for select to ct_judge_clerk using (
    ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or custody_step.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.appeal_court = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on custody_step to ct_judge_clerk;
create policy add_judge_clerk on custody_step for insert to ct_judge_clerk with check (custody_step.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, changed_at, version) on custody_step to ct_judge_clerk;
create policy change_judge_clerk on custody_step for update to ct_judge_clerk using (
    ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or custody_step.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or ((custody_step.handler = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.court = any ((select ct.reach(current_user::text))::uuid[])) or custody_step.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or custody_step.appeal_court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- exhibitFile
select ct.forget_policies('exhibit_file');
alter table exhibit_file enable row level security;
alter table exhibit_file force row level security;
create policy owner_all on exhibit_file to chungtay_owner using (true) with check (true);
create policy system_all on exhibit_file to ct_system using (true) with check (true);
grant select, insert, update on exhibit_file to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, exhibit, title, media_type, size, hash, brought_by, content_sealed) on exhibit_file to ct_investigator;
create policy see_investigator on exhibit_file for select to ct_investigator using (
    ((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.appeal_court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on exhibit_file to ct_investigator;
create policy add_investigator on exhibit_file for insert to ct_investigator with check (exhibit_file.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, criminal_case, changed_at, version) on exhibit_file to ct_investigator;
create policy change_investigator on exhibit_file for update to ct_investigator using (
    ((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.appeal_court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, exhibit, title, media_type, size, hash, brought_by, content_sealed) on exhibit_file to ct_procurator;
create policy see_procurator on exhibit_file for select to ct_procurator using (
    ((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or exhibit_file.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or (((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.appeal_court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on exhibit_file to ct_procurator;
create policy add_procurator on exhibit_file for insert to ct_procurator with check (exhibit_file.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, criminal_case, handler, procuracy, next_handler, changed_at, version) on exhibit_file to ct_procurator;
create policy change_procurator on exhibit_file for update to ct_procurator using (
    ((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or exhibit_file.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[])
    or (((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.appeal_court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, exhibit, title, media_type, size, hash, brought_by, content_sealed) on exhibit_file to ct_judge_clerk;
create policy see_judge_clerk on exhibit_file for select to ct_judge_clerk using (
    ((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or exhibit_file.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or (((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.appeal_court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on exhibit_file to ct_judge_clerk;
create policy add_judge_clerk on exhibit_file for insert to ct_judge_clerk with check (exhibit_file.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, changed_at, version) on exhibit_file to ct_judge_clerk;
create policy change_judge_clerk on exhibit_file for update to ct_judge_clerk using (
    ((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or exhibit_file.appeal_court = any ((select ct.reach(current_user::text))::uuid[])
    or (((exhibit_file.handler = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]) or exhibit_file.appeal_court = any ((select ct.reach(current_user::text))::uuid[])) or exhibit_file.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- participation
select ct.forget_policies('participation');
alter table participation enable row level security;
alter table participation force row level security;
create policy owner_all on participation to chungtay_owner using (true) with check (true);
create policy system_all on participation to ct_system using (true) with check (true);
grant select, insert, update on participation to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, handler, person, file_number, to_office, participant_role, why, state, answered_at, answer_why, case_stage, stage_on, initiated_on) on participation to ct_border_officer;
create policy see_border_officer on participation for select to ct_border_officer using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, changed_at, version) on participation to ct_border_officer;
create policy change_border_officer on participation for update to ct_border_officer using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, handler, person, file_number, to_office, participant_role, why, state, answered_at, answer_why, case_stage, stage_on, initiated_on) on participation to ct_police_officer;
create policy see_police_officer on participation for select to ct_police_officer using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, changed_at, version) on participation to ct_police_officer;
create policy change_police_officer on participation for update to ct_police_officer using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, handler, person, file_number, to_office, participant_role, why, state, answered_at, answer_why, case_stage, stage_on, initiated_on) on participation to ct_identifier;
create policy see_identifier on participation for select to ct_identifier using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, changed_at, version) on participation to ct_identifier;
create policy change_identifier on participation for update to ct_identifier using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, crime_report, handler, procuracy, next_handler, person, file_number, to_office, participant_role, why, state, answered_at, answer_why, case_stage, stage_on, initiated_on) on participation to ct_investigator;
create policy see_investigator on participation for select to ct_investigator using (
    (participation.handler = any ((select ct.reach(current_user::text))::uuid[]) or participation.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or participation.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on participation to ct_investigator;
create policy add_investigator on participation for insert to ct_investigator with check (participation.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (state, answer_why, changed_at, version) on participation to ct_investigator;
create policy change_investigator on participation for update to ct_investigator using (
    participation.handler = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, crime_report, handler, procuracy, next_handler, person, file_number, to_office, participant_role, why, state, answered_at, answer_why, case_stage, stage_on, initiated_on) on participation to ct_procurator;
create policy see_procurator on participation for select to ct_procurator using (
    (participation.handler = any ((select ct.reach(current_user::text))::uuid[]) or participation.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or participation.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, made_at, made_by, changed_at, version, handler, person, file_number, to_office, participant_role, why, state, answered_at, answer_why, case_stage, stage_on, initiated_on) on participation to ct_social_worker;
create policy see_social_worker on participation for select to ct_social_worker using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, changed_at, version) on participation to ct_social_worker;
create policy change_social_worker on participation for update to ct_social_worker using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, handler, person, file_number, to_office, participant_role, why, state, answered_at, answer_why, case_stage, stage_on, initiated_on) on participation to ct_shelter_worker;
create policy see_shelter_worker on participation for select to ct_shelter_worker using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, changed_at, version) on participation to ct_shelter_worker;
create policy change_shelter_worker on participation for update to ct_shelter_worker using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, handler, person, file_number, to_office, participant_role, why, state, answered_at, answer_why, case_stage, stage_on, initiated_on) on participation to ct_commune_officer;
create policy see_commune_officer on participation for select to ct_commune_officer using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, changed_at, version) on participation to ct_commune_officer;
create policy change_commune_officer on participation for update to ct_commune_officer using (
    (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (participation.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = participation.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or participation.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = participation.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);

-- statementRequest
select ct.forget_policies('statement_request');
alter table statement_request enable row level security;
alter table statement_request force row level security;
create policy owner_all on statement_request to chungtay_owner using (true) with check (true);
create policy system_all on statement_request to ct_system using (true) with check (true);
grant select, insert, update on statement_request to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, participation, handler, person, file_number, to_office, statement_asked, what_for, statement_ground, state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed) on statement_request to ct_border_officer;
create policy see_border_officer on statement_request for select to ct_border_officer using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed, changed_at, version) on statement_request to ct_border_officer;
create policy change_border_officer on statement_request for update to ct_border_officer using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, participation, handler, person, file_number, to_office, statement_asked, what_for, statement_ground, state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed) on statement_request to ct_police_officer;
create policy see_police_officer on statement_request for select to ct_police_officer using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed, changed_at, version) on statement_request to ct_police_officer;
create policy change_police_officer on statement_request for update to ct_police_officer using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, participation, handler, person, file_number, to_office, statement_asked, what_for, statement_ground, state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed) on statement_request to ct_identifier;
create policy see_identifier on statement_request for select to ct_identifier using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed, changed_at, version) on statement_request to ct_identifier;
create policy change_identifier on statement_request for update to ct_identifier using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, participation, criminal_case, crime_report, handler, procuracy, next_handler, person, file_number, to_office, statement_asked, what_for, statement_ground, state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed) on statement_request to ct_investigator;
create policy see_investigator on statement_request for select to ct_investigator using (
    (statement_request.handler = any ((select ct.reach(current_user::text))::uuid[]) or statement_request.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or statement_request.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (statement_request.handler = any ((select ct.reach(current_user::text))::uuid[]) or statement_request.procuracy = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on statement_request to ct_investigator;
create policy add_investigator on statement_request for insert to ct_investigator with check (statement_request.office = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, office, made_at, made_by, changed_at, version, participation, criminal_case, crime_report, handler, procuracy, next_handler, person, file_number, to_office, statement_asked, what_for, statement_ground, state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed) on statement_request to ct_procurator;
create policy see_procurator on statement_request for select to ct_procurator using (
    (statement_request.handler = any ((select ct.reach(current_user::text))::uuid[]) or statement_request.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or statement_request.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (statement_request.handler = any ((select ct.reach(current_user::text))::uuid[]) or statement_request.procuracy = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, office, made_at, made_by, changed_at, version, participation, handler, person, file_number, to_office, statement_asked, what_for, statement_ground, state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed) on statement_request to ct_social_worker;
create policy see_social_worker on statement_request for select to ct_social_worker using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed, changed_at, version) on statement_request to ct_social_worker;
create policy change_social_worker on statement_request for update to ct_social_worker using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, participation, handler, person, file_number, to_office, statement_asked, what_for, statement_ground, state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed) on statement_request to ct_shelter_worker;
create policy see_shelter_worker on statement_request for select to ct_shelter_worker using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed, changed_at, version) on statement_request to ct_shelter_worker;
create policy change_shelter_worker on statement_request for update to ct_shelter_worker using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, participation, handler, person, file_number, to_office, statement_asked, what_for, statement_ground, state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed) on statement_request to ct_commune_officer;
create policy see_commune_officer on statement_request for select to ct_commune_officer using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now())))));
grant update (state, answered_at, answer_why, ask_again_on, given_ground, consent, with_representative, with_support_person, statement_sealed, changed_at, version) on statement_request to ct_commune_officer;
create policy change_commune_officer on statement_request for update to ct_commune_officer using (
    (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or (statement_request.to_office = any ((select ct.reach(current_user::text))::uuid[]) and (exists (select from person p where p.id = statement_request.person and p.office = any ((select ct.reach(current_user::text))::uuid[])) or statement_request.person = any ((select ct.exceptions(current_user::text))::uuid[]) or exists (select from share s where s.person = statement_request.person and s.to_office = any ((select ct.reach(current_user::text))::uuid[]) and s.revoked_at is null and s.starts_at <= now() and s.until > now()))))) with check (true);

-- deadline
select ct.forget_policies('deadline');
alter table deadline enable row level security;
alter table deadline force row level security;
create policy owner_all on deadline to chungtay_owner using (true) with check (true);
create policy system_all on deadline to ct_system using (true) with check (true);
grant select, insert, update on deadline to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, criminal_case, crime_report, file_number, limit_key, limit_family, rule, stage, force, accused, start_on, due_on, due_by, to_the_hour, provisional, ask_until, last_on, granted, duty, duty_officer, named, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, told, tell_at, made) on deadline to ct_border_officer;
create policy see_border_officer on deadline for select to ct_border_officer using (
    deadline.duty = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, made_at, made_by, changed_at, version, criminal_case, crime_report, file_number, limit_key, limit_family, rule, stage, force, accused, start_on, due_on, due_by, to_the_hour, provisional, ask_until, last_on, granted, duty, duty_officer, named, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, told, tell_at, made) on deadline to ct_police_officer;
create policy see_police_officer on deadline for select to ct_police_officer using (
    deadline.duty = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, made_at, made_by, changed_at, version, criminal_case, crime_report, file_number, limit_key, limit_family, rule, stage, force, accused, start_on, due_on, due_by, to_the_hour, provisional, ask_until, last_on, granted, duty, duty_officer, named, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, told, tell_at, made) on deadline to ct_investigator;
create policy see_investigator on deadline for select to ct_investigator using (
    (deadline.duty = any ((select ct.reach(current_user::text))::uuid[]) or (deadline.handler = any ((select ct.reach(current_user::text))::uuid[]) or deadline.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or deadline.court = any ((select ct.reach(current_user::text))::uuid[])) or deadline.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant select (id, province, made_at, made_by, changed_at, version, criminal_case, crime_report, file_number, limit_key, limit_family, rule, stage, force, accused, start_on, due_on, due_by, to_the_hour, provisional, ask_until, last_on, granted, duty, duty_officer, named, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, told, tell_at, made) on deadline to ct_procurator;
create policy see_procurator on deadline for select to ct_procurator using (
    (deadline.duty = any ((select ct.reach(current_user::text))::uuid[]) or (deadline.handler = any ((select ct.reach(current_user::text))::uuid[]) or deadline.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or deadline.court = any ((select ct.reach(current_user::text))::uuid[])) or deadline.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or deadline.appeal_procuracy = any ((select ct.reach(current_user::text))::uuid[]));
grant select (id, province, made_at, made_by, changed_at, version, criminal_case, crime_report, file_number, limit_key, limit_family, rule, stage, force, accused, start_on, due_on, due_by, to_the_hour, provisional, ask_until, last_on, granted, duty, duty_officer, named, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, told, tell_at, made) on deadline to ct_judge_clerk;
create policy see_judge_clerk on deadline for select to ct_judge_clerk using (
    (deadline.duty = any ((select ct.reach(current_user::text))::uuid[]) or (deadline.handler = any ((select ct.reach(current_user::text))::uuid[]) or deadline.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or deadline.court = any ((select ct.reach(current_user::text))::uuid[])) or deadline.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or deadline.appeal_court = any ((select ct.reach(current_user::text))::uuid[]));

-- digest
select ct.forget_policies('digest');
alter table digest enable row level security;
alter table digest force row level security;
create policy owner_all on digest to chungtay_owner using (true) with check (true);
create policy system_all on digest to ct_system using (true) with check (true);
grant select, insert, update on digest to ct_system;
grant select (id, province, made_at, made_by, changed_at, version, to_officer, on_day, overdue, due_today, due_this_week) on digest to ct_border_officer;
create policy see_border_officer on digest for select to ct_border_officer using (
    digest.to_officer = (select ct.officer(current_user::text)));
grant select (id, province, made_at, made_by, changed_at, version, to_officer, on_day, overdue, due_today, due_this_week) on digest to ct_police_officer;
create policy see_police_officer on digest for select to ct_police_officer using (
    digest.to_officer = (select ct.officer(current_user::text)));
grant select (id, province, made_at, made_by, changed_at, version, to_officer, on_day, overdue, due_today, due_this_week) on digest to ct_investigator;
create policy see_investigator on digest for select to ct_investigator using (
    digest.to_officer = (select ct.officer(current_user::text)));
grant select (id, province, made_at, made_by, changed_at, version, to_officer, on_day, overdue, due_today, due_this_week) on digest to ct_procurator;
create policy see_procurator on digest for select to ct_procurator using (
    digest.to_officer = (select ct.officer(current_user::text)));
grant select (id, province, made_at, made_by, changed_at, version, to_officer, on_day, overdue, due_today, due_this_week) on digest to ct_judge_clerk;
create policy see_judge_clerk on digest for select to ct_judge_clerk using (
    digest.to_officer = (select ct.officer(current_user::text)));

-- keyCase
select ct.forget_policies('key_case');
alter table key_case enable row level security;
alter table key_case force row level security;
create policy owner_all on key_case to chungtay_owner using (true) with check (true);
create policy system_all on key_case to ct_system using (true) with check (true);
grant select, insert, update on key_case to ct_system;
grant select (id, province, office, number, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, title, state, priority, priority_why, proposed_on, rounds, votes_cast, agreed_on, ended_on, reminded_week) on key_case to ct_investigator;
create policy see_investigator on key_case for select to ct_investigator using (
    ((key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case to ct_investigator;
create policy add_investigator on key_case for insert to ct_investigator with check (key_case.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, state, rounds, votes_cast, agreed_on, ended_on, priority, priority_why, changed_at, version) on key_case to ct_investigator;
create policy change_investigator on key_case for update to ct_investigator using (
    ((key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case.court = any ((select ct.reach(current_user::text))::uuid[]))
    or ((key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case.court = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))))) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, title, state, priority, priority_why, proposed_on, rounds, votes_cast, agreed_on, ended_on, reminded_week) on key_case to ct_procurator;
create policy see_procurator on key_case for select to ct_procurator using (
    ((key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case to ct_procurator;
create policy add_procurator on key_case for insert to ct_procurator with check (key_case.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, rounds, votes_cast, agreed_on, ended_on, priority, priority_why, changed_at, version) on key_case to ct_procurator;
create policy change_procurator on key_case for update to ct_procurator using (
    ((key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case.court = any ((select ct.reach(current_user::text))::uuid[]))
    or ((key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case.court = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))))) with check (true);
grant select (id, province, office, number, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, title, state, priority, priority_why, proposed_on, rounds, votes_cast, agreed_on, ended_on, reminded_week) on key_case to ct_judge_clerk;
create policy see_judge_clerk on key_case for select to ct_judge_clerk using (
    ((key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case to ct_judge_clerk;
create policy add_judge_clerk on key_case for insert to ct_judge_clerk with check (key_case.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, rounds, votes_cast, agreed_on, ended_on, priority, priority_why, changed_at, version) on key_case to ct_judge_clerk;
create policy change_judge_clerk on key_case for update to ct_judge_clerk using (
    ((key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case.court = any ((select ct.reach(current_user::text))::uuid[]))
    or ((key_case.handler = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case.procuracy = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case.court = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))))) with check (true);

-- keyCaseRound
select ct.forget_policies('key_case_round');
alter table key_case_round enable row level security;
alter table key_case_round force row level security;
create policy owner_all on key_case_round to chungtay_owner using (true) with check (true);
create policy system_all on key_case_round to ct_system using (true) with check (true);
grant select, insert, update on key_case_round to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, turn, round_kind, proposed_by, proposer, proposed_on, checklist, grounds, end_reason, reasons, agreement, outcome, decided_on, withdrawn_why) on key_case_round to ct_investigator;
create policy see_investigator on key_case_round for select to ct_investigator using (
    ((key_case_round.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_round.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_round to ct_investigator;
create policy add_investigator on key_case_round for insert to ct_investigator with check (key_case_round.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, outcome, decided_on, withdrawn_why, changed_at, version) on key_case_round to ct_investigator;
create policy change_investigator on key_case_round for update to ct_investigator using (
    ((key_case_round.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_round.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, turn, round_kind, proposed_by, proposer, proposed_on, checklist, grounds, end_reason, reasons, agreement, outcome, decided_on, withdrawn_why) on key_case_round to ct_procurator;
create policy see_procurator on key_case_round for select to ct_procurator using (
    ((key_case_round.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_round.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_round to ct_procurator;
create policy add_procurator on key_case_round for insert to ct_procurator with check (key_case_round.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, outcome, decided_on, withdrawn_why, changed_at, version) on key_case_round to ct_procurator;
create policy change_procurator on key_case_round for update to ct_procurator using (
    ((key_case_round.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_round.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, turn, round_kind, proposed_by, proposer, proposed_on, checklist, grounds, end_reason, reasons, agreement, outcome, decided_on, withdrawn_why) on key_case_round to ct_judge_clerk;
create policy see_judge_clerk on key_case_round for select to ct_judge_clerk using (
    ((key_case_round.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_round.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_round to ct_judge_clerk;
create policy add_judge_clerk on key_case_round for insert to ct_judge_clerk with check (key_case_round.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, outcome, decided_on, withdrawn_why, changed_at, version) on key_case_round to ct_judge_clerk;
create policy change_judge_clerk on key_case_round for update to ct_judge_clerk using (
    ((key_case_round.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_round.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_round.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- keyCaseVote
select ct.forget_policies('key_case_vote');
alter table key_case_vote enable row level security;
alter table key_case_vote force row level security;
create policy owner_all on key_case_vote to chungtay_owner using (true) with check (true);
create policy system_all on key_case_vote to ct_system using (true) with check (true);
grant select, insert, update on key_case_vote to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, round, seat, vote, reasons, voted_by, voted_at) on key_case_vote to ct_investigator;
create policy see_investigator on key_case_vote for select to ct_investigator using (
    ((key_case_vote.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_vote.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_vote to ct_investigator;
create policy add_investigator on key_case_vote for insert to ct_investigator with check (key_case_vote.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, changed_at, version) on key_case_vote to ct_investigator;
create policy change_investigator on key_case_vote for update to ct_investigator using (
    ((key_case_vote.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_vote.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, round, seat, vote, reasons, voted_by, voted_at) on key_case_vote to ct_procurator;
create policy see_procurator on key_case_vote for select to ct_procurator using (
    ((key_case_vote.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_vote.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_vote to ct_procurator;
create policy add_procurator on key_case_vote for insert to ct_procurator with check (key_case_vote.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, changed_at, version) on key_case_vote to ct_procurator;
create policy change_procurator on key_case_vote for update to ct_procurator using (
    ((key_case_vote.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_vote.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, round, seat, vote, reasons, voted_by, voted_at) on key_case_vote to ct_judge_clerk;
create policy see_judge_clerk on key_case_vote for select to ct_judge_clerk using (
    ((key_case_vote.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_vote.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_vote to ct_judge_clerk;
create policy add_judge_clerk on key_case_vote for insert to ct_judge_clerk with check (key_case_vote.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, changed_at, version) on key_case_vote to ct_judge_clerk;
create policy change_judge_clerk on key_case_vote for update to ct_judge_clerk using (
    ((key_case_vote.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_vote.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_vote.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- keyCasePaper
select ct.forget_policies('key_case_paper');
alter table key_case_paper enable row level security;
alter table key_case_paper force row level security;
create policy owner_all on key_case_paper to chungtay_owner using (true) with check (true);
create policy system_all on key_case_paper to ct_system using (true) with check (true);
grant select, insert, update on key_case_paper to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, round, turn, state, made_on, conclusions, docx_hash, pdf_hash, signed_docx_hash, signed_pdf_hash, voided_at, voided_why, blocks_sealed, docx_sealed, pdf_sealed, signed_docx_sealed, signed_pdf_sealed) on key_case_paper to ct_investigator;
create policy see_investigator on key_case_paper for select to ct_investigator using (
    ((key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_paper.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_paper to ct_investigator;
create policy add_investigator on key_case_paper for insert to ct_investigator with check (key_case_paper.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, state, voided_at, voided_why, signed_docx_sealed, signed_pdf_sealed, signed_docx_hash, signed_pdf_hash, changed_at, version) on key_case_paper to ct_investigator;
create policy change_investigator on key_case_paper for update to ct_investigator using (
    ((key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_paper.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[]))
    or ((key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, round, turn, state, made_on, conclusions, docx_hash, pdf_hash, signed_docx_hash, signed_pdf_hash, voided_at, voided_why, blocks_sealed, docx_sealed, pdf_sealed, signed_docx_sealed, signed_pdf_sealed) on key_case_paper to ct_procurator;
create policy see_procurator on key_case_paper for select to ct_procurator using (
    ((key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_paper.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_paper to ct_procurator;
create policy add_procurator on key_case_paper for insert to ct_procurator with check (key_case_paper.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, voided_at, voided_why, signed_docx_sealed, signed_pdf_sealed, signed_docx_hash, signed_pdf_hash, changed_at, version) on key_case_paper to ct_procurator;
create policy change_procurator on key_case_paper for update to ct_procurator using (
    ((key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_paper.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[]))
    or ((key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, round, turn, state, made_on, conclusions, docx_hash, pdf_hash, signed_docx_hash, signed_pdf_hash, voided_at, voided_why, blocks_sealed, docx_sealed, pdf_sealed, signed_docx_sealed, signed_pdf_sealed) on key_case_paper to ct_judge_clerk;
create policy see_judge_clerk on key_case_paper for select to ct_judge_clerk using (
    ((key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_paper.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_paper to ct_judge_clerk;
create policy add_judge_clerk on key_case_paper for insert to ct_judge_clerk with check (key_case_paper.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, voided_at, voided_why, signed_docx_sealed, signed_pdf_sealed, signed_docx_hash, signed_pdf_hash, changed_at, version) on key_case_paper to ct_judge_clerk;
create policy change_judge_clerk on key_case_paper for update to ct_judge_clerk using (
    ((key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_paper.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[]))
    or ((key_case_paper.handler = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case_paper.procuracy = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))) or (key_case_paper.court = any ((select ct.reach(current_user::text))::uuid[]) and (select ct.heads(current_user::text))))) with check (true);

-- keyCaseSignature
select ct.forget_policies('key_case_signature');
alter table key_case_signature enable row level security;
alter table key_case_signature force row level security;
create policy owner_all on key_case_signature to chungtay_owner using (true) with check (true);
create policy system_all on key_case_signature to ct_system using (true) with check (true);
grant select, insert, update on key_case_signature to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, paper, seat, signed_hash, signer, signer_name, signer_title, office_name, signed_at, voided_at) on key_case_signature to ct_investigator;
create policy see_investigator on key_case_signature for select to ct_investigator using (
    ((key_case_signature.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_signature.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_signature to ct_investigator;
create policy add_investigator on key_case_signature for insert to ct_investigator with check (key_case_signature.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, voided_at, changed_at, version) on key_case_signature to ct_investigator;
create policy change_investigator on key_case_signature for update to ct_investigator using (
    ((key_case_signature.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_signature.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, paper, seat, signed_hash, signer, signer_name, signer_title, office_name, signed_at, voided_at) on key_case_signature to ct_procurator;
create policy see_procurator on key_case_signature for select to ct_procurator using (
    ((key_case_signature.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_signature.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_signature to ct_procurator;
create policy add_procurator on key_case_signature for insert to ct_procurator with check (key_case_signature.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, voided_at, changed_at, version) on key_case_signature to ct_procurator;
create policy change_procurator on key_case_signature for update to ct_procurator using (
    ((key_case_signature.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_signature.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, paper, seat, signed_hash, signer, signer_name, signer_title, office_name, signed_at, voided_at) on key_case_signature to ct_judge_clerk;
create policy see_judge_clerk on key_case_signature for select to ct_judge_clerk using (
    ((key_case_signature.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_signature.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_signature to ct_judge_clerk;
create policy add_judge_clerk on key_case_signature for insert to ct_judge_clerk with check (key_case_signature.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, voided_at, changed_at, version) on key_case_signature to ct_judge_clerk;
create policy change_judge_clerk on key_case_signature for update to ct_judge_clerk using (
    ((key_case_signature.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_signature.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_signature.next_handler = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- keyCaseMeeting
select ct.forget_policies('key_case_meeting');
alter table key_case_meeting enable row level security;
alter table key_case_meeting force row level security;
create policy owner_all on key_case_meeting to chungtay_owner using (true) with check (true);
create policy system_all on key_case_meeting to ct_system using (true) with check (true);
grant select, insert, update on key_case_meeting to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, state, meets_at, place, agenda, attendees, minutes, decisions, cancelled_why) on key_case_meeting to ct_investigator;
create policy see_investigator on key_case_meeting for select to ct_investigator using (
    ((key_case_meeting.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_meeting.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_meeting to ct_investigator;
create policy add_investigator on key_case_meeting for insert to ct_investigator with check (key_case_meeting.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, state, attendees, minutes, decisions, cancelled_why, changed_at, version) on key_case_meeting to ct_investigator;
create policy change_investigator on key_case_meeting for update to ct_investigator using (
    ((key_case_meeting.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_meeting.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case_meeting.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, state, meets_at, place, agenda, attendees, minutes, decisions, cancelled_why) on key_case_meeting to ct_procurator;
create policy see_procurator on key_case_meeting for select to ct_procurator using (
    ((key_case_meeting.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_meeting.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_meeting to ct_procurator;
create policy add_procurator on key_case_meeting for insert to ct_procurator with check (key_case_meeting.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, attendees, minutes, decisions, cancelled_why, changed_at, version) on key_case_meeting to ct_procurator;
create policy change_procurator on key_case_meeting for update to ct_procurator using (
    ((key_case_meeting.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_meeting.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case_meeting.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, state, meets_at, place, agenda, attendees, minutes, decisions, cancelled_why) on key_case_meeting to ct_judge_clerk;
create policy see_judge_clerk on key_case_meeting for select to ct_judge_clerk using (
    ((key_case_meeting.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_meeting.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_meeting to ct_judge_clerk;
create policy add_judge_clerk on key_case_meeting for insert to ct_judge_clerk with check (key_case_meeting.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, attendees, minutes, decisions, cancelled_why, changed_at, version) on key_case_meeting to ct_judge_clerk;
create policy change_judge_clerk on key_case_meeting for update to ct_judge_clerk using (
    ((key_case_meeting.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_meeting.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case_meeting.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_meeting.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- keyCaseTarget
select ct.forget_policies('key_case_target');
alter table key_case_target enable row level security;
alter table key_case_target force row level security;
create policy owner_all on key_case_target to chungtay_owner using (true) with check (true);
create policy system_all on key_case_target to ct_system using (true) with check (true);
grant select, insert, update on key_case_target to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, step_kind, aim_on, state, note) on key_case_target to ct_investigator;
create policy see_investigator on key_case_target for select to ct_investigator using (
    ((key_case_target.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_target.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_target to ct_investigator;
create policy add_investigator on key_case_target for insert to ct_investigator with check (key_case_target.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, state, note, changed_at, version) on key_case_target to ct_investigator;
create policy change_investigator on key_case_target for update to ct_investigator using (
    ((key_case_target.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_target.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case_target.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, step_kind, aim_on, state, note) on key_case_target to ct_procurator;
create policy see_procurator on key_case_target for select to ct_procurator using (
    ((key_case_target.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_target.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_target to ct_procurator;
create policy add_procurator on key_case_target for insert to ct_procurator with check (key_case_target.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, note, changed_at, version) on key_case_target to ct_procurator;
create policy change_procurator on key_case_target for update to ct_procurator using (
    ((key_case_target.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_target.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case_target.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, step_kind, aim_on, state, note) on key_case_target to ct_judge_clerk;
create policy see_judge_clerk on key_case_target for select to ct_judge_clerk using (
    ((key_case_target.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_target.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_target to ct_judge_clerk;
create policy add_judge_clerk on key_case_target for insert to ct_judge_clerk with check (key_case_target.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, state, note, changed_at, version) on key_case_target to ct_judge_clerk;
create policy change_judge_clerk on key_case_target for update to ct_judge_clerk using (
    ((key_case_target.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_target.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or (key_case_target.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_target.court = any ((select ct.reach(current_user::text))::uuid[]))) with check (true);

-- keyCaseProgress
select ct.forget_policies('key_case_progress');
alter table key_case_progress enable row level security;
alter table key_case_progress force row level security;
create policy owner_all on key_case_progress to chungtay_owner using (true) with check (true);
create policy system_all on key_case_progress to ct_system using (true) with check (true);
grant select, insert, update on key_case_progress to ct_system;
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, week_from, seat, done, next, obstacle, corrections) on key_case_progress to ct_investigator;
create policy see_investigator on key_case_progress for select to ct_investigator using (
    ((key_case_progress.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_progress.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_progress to ct_investigator;
create policy add_investigator on key_case_progress for insert to ct_investigator with check (key_case_progress.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, next_handler, handler, procuracy, done, next, obstacle, corrections, changed_at, version) on key_case_progress to ct_investigator;
create policy change_investigator on key_case_progress for update to ct_investigator using (
    ((key_case_progress.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_progress.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or key_case_progress.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, week_from, seat, done, next, obstacle, corrections) on key_case_progress to ct_procurator;
create policy see_procurator on key_case_progress for select to ct_procurator using (
    ((key_case_progress.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_progress.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_progress to ct_procurator;
create policy add_procurator on key_case_progress for insert to ct_procurator with check (key_case_progress.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, done, next, obstacle, corrections, changed_at, version) on key_case_progress to ct_procurator;
create policy change_procurator on key_case_progress for update to ct_procurator using (
    ((key_case_progress.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_progress.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or key_case_progress.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
grant select (id, province, office, made_at, made_by, changed_at, version, criminal_case, handler, procuracy, court, next_handler, appeal_procuracy, appeal_court, key_case, week_from, seat, done, next, obstacle, corrections) on key_case_progress to ct_judge_clerk;
create policy see_judge_clerk on key_case_progress for select to ct_judge_clerk using (
    ((key_case_progress.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_progress.next_handler = any ((select ct.reach(current_user::text))::uuid[])));
grant insert on key_case_progress to ct_judge_clerk;
create policy add_judge_clerk on key_case_progress for insert to ct_judge_clerk with check (key_case_progress.office = any ((select ct.reach(current_user::text))::uuid[]));
grant update (court, appeal_procuracy, appeal_court, done, next, obstacle, corrections, changed_at, version) on key_case_progress to ct_judge_clerk;
create policy change_judge_clerk on key_case_progress for update to ct_judge_clerk using (
    ((key_case_progress.handler = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.procuracy = any ((select ct.reach(current_user::text))::uuid[]) or key_case_progress.court = any ((select ct.reach(current_user::text))::uuid[])) or key_case_progress.next_handler = any ((select ct.reach(current_user::text))::uuid[]))
    or key_case_progress.office = any ((select ct.reach(current_user::text))::uuid[])) with check (true);
