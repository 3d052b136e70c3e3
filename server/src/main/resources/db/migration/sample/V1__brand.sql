create schema if not exists sample;

-- The sample brand that is loaded, if one is.
create table sample.brand (
    only_row boolean primary key default true check (only_row),
    seed bigint not null,
    size integer not null,
    ends_at timestamptz not null,
    job uuid not null,
    customers bigint not null default 0,
    facts bigint not null default 0
);
