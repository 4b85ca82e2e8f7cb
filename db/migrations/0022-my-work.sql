-- What came back lately and what is still to decide, found in order: an office of many years has thousands of both, and its first screen shows fifty.
set role chungtay_owner;

drop index referral_office_state_idx;
create index referral_office_state_answered_at_idx on referral (office, state, answered_at);
create index likeness_office_verdict_made_at_idx on likeness (office, verdict, made_at);

reset role;
