-- Whoever is in the audience is given the tag.
create table audiences.tag_rules (
    id          uuid primary key,
    category    text not null,
    value       text not null,
    -- weekdays on which it applies, with commas
    days        text,
    audience    uuid not null,
    -- the audience was made for this rule, and goes with it
    own         boolean not null,
    keep_days   integer check (keep_days > 0),
    expire_days integer check (expire_days > 0),
    paused      boolean not null default false,
    made_by     text not null,
    made_at     timestamptz not null,
    unique (audience, category, value)
);
