-- From what a list was made that somebody kept.
create table audiences.origins (
    audience       uuid primary key,
    selections     text[] not null,
    as_of          timestamptz not null,
    customers      integer not null,
    -- the audience of which the selections speak, as it was then
    source         uuid,
    source_name    text,
    source_version integer,
    made_by        text not null,
    made_at        timestamptz not null
);
