-- A rescue operation has as many partner offices as it needs: a list in the place of three columns. The policies that named those go with them; they are made
-- anew from the declarations after the migrations.
set role chungtay_owner;

alter table rescue_operation add column partners uuid[];
alter table safety_plan add column partners uuid[];
update rescue_operation set partners = array_remove(array[partner, partner2, partner3], null) where coalesce(partner, partner2, partner3) is not null;
update safety_plan set partners = array_remove(array[partner, partner2, partner3], null) where coalesce(partner, partner2, partner3) is not null;
alter table rescue_operation drop column partner cascade, drop column partner2 cascade, drop column partner3 cascade;
alter table safety_plan drop column partner cascade, drop column partner2 cascade, drop column partner3 cascade;

reset role;
