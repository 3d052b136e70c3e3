create schema if not exists timelines;

-- One row: tells the columnar store whether it was built from this log or from another one.
create table timelines.log (
    id uuid not null default gen_random_uuid()
);

insert into timelines.log default values;

create table timelines.kinds (
    id integer generated always as identity primary key,
    name text not null unique
);

create table timelines.sources (
    id integer generated always as identity primary key,
    name text not null unique
);

-- No foreign keys to kinds and sources: a trigger for each row would halve the speed of COPY.
-- Wide fixed columns come first, so that rows need no padding.
create table timelines.facts (
    id uuid not null,
    profile uuid not null,
    key uuid,
    tx xid8 not null default pg_current_xact_id(),
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    amount bigint not null,
    kind integer not null,
    source integer not null,
    currency char(3),
    historical boolean not null,
    subject text,
    attributes jsonb not null,
    constraint facts_id primary key (id)
);

create unique index facts_key on timelines.facts (key) where key is not null;

create index facts_timeline on timelines.facts (profile, occurred_at);

-- A b-tree, not BRIN: the newest rows, which the tail wants, are the ones BRIN has not summarised.
create index facts_tx on timelines.facts (tx);

-- Who was merged into whom. A row is never deleted: a profile that stands alone again is its own
-- root, so that the change can be followed by tx.
create table timelines.bindings (
    member uuid primary key,
    root uuid not null,
    tx xid8 not null default pg_current_xact_id()
);

create index bindings_tx on timelines.bindings (tx);

-- What must be taken out of the columnar store, in the order of commit like the facts.
create table timelines.withdrawals (
    id bigint generated always as identity primary key,
    tx xid8 not null default pg_current_xact_id(),
    source integer,
    profiles uuid[],
    constraint one_thing check ((source is null) <> (profiles is null))
);

create index withdrawals_tx on timelines.withdrawals (tx);
