create schema if not exists audiences;

-- A scheme that the operator changed; the others are as the product brings them.
create table audiences.stage_schemes (
    key text primary key,
    scheme jsonb not null
);
