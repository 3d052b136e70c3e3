-- Each run of a model: what it was given, what came out, how far it can be trusted.
create table models.runs (
    id uuid primary key,
    model text not null,
    version integer not null,
    kind text not null check (kind in ('run', 'undo')),
    undoes uuid references models.runs,
    as_of timestamptz not null,
    state text not null check (state in ('queued', 'running', 'done', 'lacking', 'failed', 'cancelled')),
    started_by text not null,
    job uuid,
    queued_at timestamptz not null,
    finished_at timestamptz,
    settings jsonb not null,
    parameters jsonb,
    report jsonb,
    lack jsonb,
    moves jsonb,
    customers integer,
    changed integer
);

create index runs_of_model on models.runs (model, as_of desc, queued_at desc);

-- At most one at work for each model.
create unique index runs_at_work on models.runs (model) where state in ('queued', 'running');

create table models.schedules (
    model text primary key,
    every text not null check (every in ('day', 'week')),
    weekday integer check (weekday between 1 and 7),
    at time not null,
    due timestamptz not null
);

-- One row: how far ahead and by which rates the models look. Absent until somebody changes it.
create table models.score_settings (
    only_row boolean primary key default true check (only_row),
    settings jsonb not null
);
