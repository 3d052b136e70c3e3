create schema if not exists intake;

-- What could not be taken. The payload is sealed; identities holds the blind indexes of the persons
-- in it, so that an erasure finds it.
create table intake.inbox (
    id uuid primary key,
    received_at timestamptz not null,
    source text not null,
    channel text not null check (channel in ('api', 'import')),
    code text not null,
    pointer text not null default '',
    arguments text[] not null default '{}',
    message_id text,
    key uuid,
    waits_for text,
    preview text not null,
    payload text not null,
    identities uuid[] not null default '{}',
    state text not null default 'open'
        check (state in ('open', 'fixed', 'replayed', 'dismissed')),
    changed_at timestamptz,
    changed_by text
);

-- The same message rejected again is the same entry.
create unique index inbox_message on intake.inbox (key) where state in ('open', 'fixed');

create index inbox_newest on intake.inbox (received_at desc, id desc);

create index inbox_codes on intake.inbox (code, received_at desc) where state in ('open', 'fixed');

-- Refunds that came before their order.
create index inbox_waiting on intake.inbox (waits_for)
    where waits_for is not null and state in ('open', 'fixed');

create index inbox_identities on intake.inbox using gin (identities);

-- Keys of messages that left no fact of their own (identify, alias, orders), for ever.
create table intake.messages (
    key uuid primary key,
    seen_at timestamptz not null
);

create table intake.event_names (
    name text primary key,
    first_seen_at timestamptz not null
);
