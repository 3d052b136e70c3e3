-- Whose customer changed by a merge or its undoing: the member, where it belonged and where it
-- belongs now. Followers of the timelines learn from it who has to be looked at again, which
-- bindings cannot tell, because they forget the former root.
create table timelines.rebound (
    profile uuid not null,
    tx xid8 not null default pg_current_xact_id()
);

create index rebound_tx on timelines.rebound (tx);
