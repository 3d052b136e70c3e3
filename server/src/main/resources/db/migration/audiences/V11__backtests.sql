-- How large audiences would have been on past days, kept with the condition that was asked.
create table audiences.backtests (
    id        uuid primary key,
    audience  uuid not null,
    version   integer not null,
    condition jsonb not null,
    begins_at timestamptz not null,
    ends_at   timestamptz not null,
    points    integer not null,
    job       uuid not null,
    -- [{"asOf", "size"}]; null while it is not done
    curve     jsonb,
    millis    bigint,
    made_by   text not null,
    made_at   timestamptz not null
);
create index backtests_of_audience on audiences.backtests (audience, id);
