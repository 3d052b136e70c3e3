create table audiences.audiences (
    id uuid primary key,
    name text not null,
    description text,
    folder text,
    owner text not null,
    kind text not null check (kind in ('dynamic', 'static')),
    condition jsonb not null,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    state text not null check (state in ('live', 'evaluating', 'failed')),
    last_error text
);

create unique index audiences_name on audiences.audiences (lower(name));

create table audiences.versions (
    audience uuid not null references audiences.audiences on delete cascade,
    version integer not null,
    condition jsonb not null,
    by text not null,
    at timestamptz not null,
    note text,
    primary key (audience, version)
);

-- A condition that is being tried beside the live one.
create table audiences.changes (
    id uuid primary key,
    audience uuid not null references audiences.audiences on delete cascade,
    condition jsonb not null,
    note text,
    by text not null,
    at timestamptz not null,
    state text not null check (state in ('evaluating', 'ready', 'applied', 'discarded')),
    entering integer,
    leaving integer,
    staying integer
);

create index changes_audience on audiences.changes (audience);

-- Who is in it now, by the customer's root profile.
create table audiences.members (
    audience uuid not null,
    profile uuid not null,
    since timestamptz not null,
    primary key (audience, profile)
);

-- The next instant at which the mere passing of time can change an answer about a customer.
create table audiences.timers (
    profile uuid primary key,
    due timestamptz not null
);

create index timers_due on audiences.timers (due);

-- Up to where in the order of commits memberships are right, and as of which instant.
create table audiences.position (
    only_row boolean primary key default true check (only_row),
    place text,
    zone text,
    at timestamptz not null default '-infinity'
);

insert into audiences.position default values;

-- How many came and went on each of the workspace's days.
create table audiences.days (
    audience uuid not null,
    day date not null,
    entered integer not null,
    gone integer not null,
    primary key (audience, day)
);

-- Persons who were erased are members of nothing.
create table audiences.erased (
    profile uuid primary key
);
