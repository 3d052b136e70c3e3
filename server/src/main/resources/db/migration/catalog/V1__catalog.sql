create schema if not exists catalog;

create table catalog.products (
    sku text collate "C" primary key,
    name text,
    category text,
    brand text,
    price bigint,
    cost bigint,
    currency char(3),
    source text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index products_category on catalog.products (category) where category is not null;

create table catalog.places (
    kind text not null check (kind in ('channel', 'store')),
    code text collate "C" not null,
    name text,
    first_seen_at timestamptz not null,
    primary key (kind, code)
);
