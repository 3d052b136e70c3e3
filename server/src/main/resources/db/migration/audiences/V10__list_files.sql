-- Lists that are filled from files, and files that are only tried.
create table audiences.fills (
    id          uuid primary key,
    -- null of one that is tried for a list that is not there yet
    audience    uuid,
    verb        text not null check (verb in ('add', 'remove')),
    upload      uuid not null,
    filename    text not null,
    -- the column's place and name
    place       integer not null,
    column_name text not null,
    kind        text not null,
    -- the row that seems to be a header names a customer too
    header_too  boolean not null,
    dry_run     boolean not null,
    job         uuid not null,
    report      jsonb not null,
    made_by     text not null,
    made_at     timestamptz not null
);
create index fills_of_audience on audiences.fills (audience, id);
create index fills_of_upload on audiences.fills (upload);

-- The lines that name nobody known: kept until somebody is found, or nobody wants them any more.
create table audiences.fill_lines (
    fill     uuid not null,
    line     bigint not null,
    audience uuid,
    kind     text not null,
    reason   text not null,
    -- sealed: it may be somebody's address
    text     text not null,
    -- the indexes of the identities that it may be, so that an erasure finds it
    indexes  uuid[] not null,
    state    text not null check (state in ('open', 'found', 'dismissed', 'example')),
    primary key (fill, line)
);
create index open_fill_lines on audiences.fill_lines (audience, fill, line) where state = 'open';
create index fill_lines_by_index on audiences.fill_lines using gin (indexes);
