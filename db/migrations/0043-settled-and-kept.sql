-- Settlements after which neither finding stands, which wait until somebody is asked to verify anew: a few among all.
set role chungtay_owner;

create index settlement_state_idx on settlement (state) where stands is null;

reset role;
