-- Lists of customers that were taken out as files.
create table customers.list_exports (
    id uuid primary key,
    job uuid not null unique,
    wanted jsonb not null,
    filename text not null,
    by_id text not null,
    by_name text not null,
    role text not null,
    state text not null check (state in ('writing', 'ready', 'failed', 'removed')),
    rows bigint,
    created_at timestamptz not null
);

create index list_exports_by on customers.list_exports (by_id, created_at desc);
