-- Each entry's hash covers its content and the hash before it, so that a change of any entry that
-- got past the triggers shows. The hashes are made at the commit and in its order: no transaction
-- holds the chain's end while it works.
create table privacy.audit_chain (
    position bigint primary key,
    entry    bigint not null unique,
    hash     bytea not null
);

create function privacy.audit_hash(before bytea, entry privacy.audit) returns bytea
language sql immutable as $$
    select sha256(before || convert_to(jsonb_build_array(
        entry.id,
        to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        entry.actor, entry.action, entry.target, entry.details)::text, 'UTF8'))
$$;

create function privacy.chain(entry privacy.audit) returns void language plpgsql as $$
declare
    last privacy.audit_chain;
begin
    perform pg_advisory_xact_lock(hashtext('privacy.audit_chain'));
    select * into last from privacy.audit_chain order by position desc limit 1;
    insert into privacy.audit_chain values (
        coalesce(last.position, 0) + 1,
        entry.id,
        privacy.audit_hash(coalesce(last.hash, ''::bytea), entry));
end
$$;

create function privacy.chain_new() returns trigger language plpgsql as $$
begin
    perform privacy.chain(new);
    return null;
end
$$;

do $$
declare
    entry privacy.audit;
begin
    for entry in select * from privacy.audit order by id loop
        perform privacy.chain(entry);
    end loop;
end
$$;

create constraint trigger chained after insert on privacy.audit
    deferrable initially deferred for each row execute function privacy.chain_new();

create trigger append_only before update or delete on privacy.audit_chain
    for each row execute function privacy.refuse_change();
create trigger never_emptied before truncate on privacy.audit_chain
    for each statement execute function privacy.refuse_change();
