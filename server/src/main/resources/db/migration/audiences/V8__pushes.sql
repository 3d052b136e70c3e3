-- Whom to tell by HTTP of who enters and leaves.
create table audiences.pushes (
    id uuid primary key,
    audience uuid not null references audiences.audiences,
    url text not null,
    entering boolean not null,
    leaving boolean not null,
    level text not null check (level in ('id', 'internal')),
    secret text not null,
    state text not null check (state in ('active', 'paused', 'stopped')),
    -- How many attempts failed since the last one that did not.
    failures integer not null default 0,
    created_by text not null,
    created_at timestamptz not null
);

create index pushes_audience on audiences.pushes (audience);

-- What is to be told, was told, or could not be; one row a change and receiver, for ever one.
create table audiences.push_deliveries (
    id uuid primary key,
    place bigint generated always as identity,
    push uuid not null references audiences.pushes on delete cascade,
    event uuid not null,
    entered boolean not null,
    customer uuid not null,
    at timestamptz not null,
    state text not null check (state in ('planned', 'delivered', 'failed')),
    attempts integer not null default 0,
    due timestamptz not null,
    tried_at timestamptz,
    status integer,
    answer text,
    millis integer,
    unique (push, event)
);

create index push_deliveries_waiting on audiences.push_deliveries (push, place)
    where state = 'planned';
create index push_deliveries_log on audiences.push_deliveries (push, place desc);
create index push_deliveries_customer on audiences.push_deliveries (customer);
