-- An officer's title is said in the reader's language. When and where she arrived may stand unanswered like any other question; who must not learn of her has a field; why a referral was taken back is kept, apart
-- from the row its receiver reads.
set role chungtay_owner;

alter table public.officer add column title_en text;
alter table public.arrival alter column arrived_at drop not null;
alter table public.needs add column keep_from text;

create table public.revocation (
  id uuid primary key,
  province text not null,
  office uuid not null,
  person uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  referral uuid not null,
  reason text not null
);
create index revocation_office_made_at_id_idx on public.revocation (office, made_at, id);
create index revocation_person_idx on public.revocation (person);
alter table public.revocation add constraint revocation_office_fk foreign key (office) references public.office (id);
alter table public.revocation add constraint revocation_person_fk foreign key (person) references public.person (id);
alter table public.revocation add constraint revocation_referral_fk foreign key (referral) references public.referral (id);

reset role;
