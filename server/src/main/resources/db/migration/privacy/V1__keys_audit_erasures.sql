create schema if not exists privacy;

-- One row a profile, for ever: a destroyed key stays as a row without the key, so that late data of
-- an erased person is recognised as such.
create table privacy.keys (
    profile      uuid primary key,
    wrapped      text,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);

-- Something sealed under the master key, by which a wrong master key is noticed at the start.
create table privacy.master_check (
    only_row boolean primary key default true check (only_row),
    sealed   text not null
);

create table privacy.audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text not null,
    action  text not null,
    target  text not null,
    details jsonb not null
);

create function privacy.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end
$$;

create trigger append_only before update or delete on privacy.audit
    for each row execute function privacy.refuse_change();
create trigger never_emptied before truncate on privacy.audit
    for each statement execute function privacy.refuse_change();

-- The trail's hashes, made off the hot path in the order of the commits.
create table privacy.audit_chain (
    position bigint primary key,
    entry    bigint not null unique,
    hash     bytea not null
);

create table privacy.erasures (
    position     bigint generated always as identity unique,
    id           uuid primary key,
    job          uuid not null,
    customer     uuid not null,
    profiles     uuid[] not null,
    request_key  text not null unique,
    requested_by text not null,
    requested_at timestamptz not null,
    finished_at  timestamptz
);

-- What a run has done to each store; the last row of a store is its state.
create table privacy.erased_stores (
    erasure uuid not null references privacy.erasures,
    step    integer not null,
    pass    integer not null,
    store   text not null,
    records bigint not null,
    at      timestamptz not null,
    primary key (erasure, pass, store)
);
