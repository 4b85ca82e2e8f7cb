set role chungtay_owner;
-- Chaining looks entries and links up one by one. Where the statistics were taken while the chain was empty (right after the province was invented or an old
-- database was brought in), the planner read the whole chain again for every entry: 5000 entries took ten seconds instead of one.
alter function ledger.seal(uuid[]) set enable_seqscan = off;
alter function ledger.unsealed(integer, bigint) set enable_seqscan = off;

-- Grants not yet paid, for those who pay: among thousands of decided applications a few are.
create index support_decision_office_decided_on_idx on support_decision (office, decided_on) where decision_outcome = 'granted' and (handed_over = 0 or paid < amount);

-- Those who come of age, of whom the sweeper told: they stay work until they are asked.
create index notice_to_office_idx on notice (to_office) where notice_kind = 'consent_of_age';

reset role;
