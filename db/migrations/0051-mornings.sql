-- The days whose morning counts were given, so that they are counted once: by whichever server comes first, whatever was started again since.
set role chungtay_owner;
create table ct.morning_given (day date primary key, given_at timestamptz not null);
revoke all on ct.morning_given from public;
alter table ct.morning_given enable row level security;
alter table ct.morning_given force row level security;
create policy owner_all on ct.morning_given to chungtay_owner using (true) with check (true);
create policy worker on ct.morning_given to ct_system using (true) with check (true);
reset role;
