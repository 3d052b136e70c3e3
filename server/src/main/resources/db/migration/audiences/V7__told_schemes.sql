-- The schemes whose changes of stage are told by facts. Who is in which stage now is in members.
create table audiences.told_schemes (
    key text primary key,
    -- A mark of the rules by which everybody has been placed; null while that is being done.
    rules text
);
