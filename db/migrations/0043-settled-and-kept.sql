-- Settlements after which neither finding stands, which wait until somebody is asked to verify anew: a few among all. And how long what is kept, as administrators enter it.
set role chungtay_owner;

create index settlement_state_idx on settlement (state) where stands is null;

create table retention_length (
  id uuid primary key,
  province text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  kept_thing text not null check (kept_thing in ('file', 'feedback', 'ledger', 'backup')),
  years integer not null,
  citation text not null,
  note text,
  valid_from date not null,
  valid_to date
);
create index retention_length_kept_thing_valid_from_idx on retention_length (kept_thing, valid_from);

-- The line of a child that has a file of its own, asked for from that file.
create index child_own_file_idx on child (own_file) where own_file is not null;

reset role;
