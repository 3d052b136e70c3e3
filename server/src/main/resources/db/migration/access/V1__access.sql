create schema access;

create table access.users (
    id           uuid primary key,
    email        text not null unique check (email = lower(email)),
    name         text not null,
    role         text not null check (role in ('VIEWER', 'ANALYST', 'OPERATOR', 'DEVELOPER', 'ADMIN')),
    password     text not null,
    active       boolean not null default true,
    language     text,
    theme        text,
    created_at   timestamptz not null,
    last_seen_at timestamptz
);

-- The token itself is only in the browser.
create table access.sessions (
    token      bytea primary key,
    user_id    uuid not null references access.users (id) on delete cascade,
    created_at timestamptz not null,
    seen_at    timestamptz not null
);

create index sessions_user on access.sessions (user_id);

-- The secret itself is shown once and never stored.
create table access.keys (
    id           uuid primary key,
    name         text not null,
    kind         text not null check (kind in ('WRITE', 'API')),
    prefix       text not null,
    secret       bytea not null unique,
    role         text check (role in ('VIEWER', 'ANALYST', 'OPERATOR', 'DEVELOPER', 'ADMIN')),
    created_at   timestamptz not null,
    last_used_at timestamptz,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    check ((kind = 'API') = (role is not null))
);
