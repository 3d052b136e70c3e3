create schema jobs;

create table jobs.jobs (
    id          uuid primary key,
    kind        text not null,
    title       text not null,
    input       text not null,
    state       text not null check (state in ('QUEUED', 'RUNNING', 'PAUSED', 'DONE', 'FAILED', 'CANCELLED')),
    done        bigint not null default 0,
    total       bigint,
    counts      jsonb not null default '{}',
    checkpoint  text,
    error_file  text,
    problem     text,
    interrupted int not null default 0,
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz
);

create index jobs_waiting on jobs.jobs (id) where state in ('QUEUED', 'RUNNING');

-- Apart from the job's row, because a running step holds that row's lock until it commits.
create table jobs.wishes (
    job  uuid primary key,
    wish text not null check (wish in ('PAUSED', 'CANCELLED'))
);
