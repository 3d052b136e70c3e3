create schema if not exists orders;

create table orders.orders (
    number text collate "C" primary key,
    profile uuid,
    placed boolean not null,
    at timestamptz not null,
    content_at timestamptz not null,
    content uuid not null,
    currency char(3) not null,
    total bigint not null,
    refunded bigint not null,
    cancelled bigint not null,
    cancelled_at timestamptz,
    cancelled_by text,
    net bigint not null generated always as (total - refunded - cancelled) stored,
    cost bigint,
    rounding_micros bigint not null,
    status text not null
        check (status in ('completed', 'refunded', 'partly-refunded', 'cancelled', 'credit-note')),
    channel text,
    store text,
    lines integer not null,
    adjustments integer not null,
    source text not null,
    historical boolean not null,
    recorded_at timestamptz not null,
    check (not placed or refunded + cancelled <= total)
);

create index orders_at on orders.orders (at, number);
create index orders_profile on orders.orders (profile) where profile is not null;
create index orders_source on orders.orders (source);

create table orders.lines (
    order_number text collate "C" not null,
    position integer not null,
    sku text,
    name text,
    category text,
    quantity bigint not null,
    unit_price_micros bigint not null,
    amount_micros bigint not null,
    unit_cost_micros bigint,
    primary key (order_number, position)
);

create index lines_sku on orders.lines (sku) where sku is not null;

create table orders.refunds (
    order_number text collate "C" not null,
    refund text collate "C" not null,
    at timestamptz not null,
    amount bigint not null check (amount >= 0),
    cost bigint,
    rounding_micros bigint not null,
    source text not null,
    historical boolean not null,
    primary key (order_number, refund)
);

create index refunds_source on orders.refunds (source);

create table orders.refund_lines (
    order_number text collate "C" not null,
    refund text collate "C" not null,
    position integer not null,
    sku text,
    name text,
    category text,
    quantity bigint not null,
    unit_price_micros bigint not null,
    amount_micros bigint not null,
    unit_cost_micros bigint,
    primary key (order_number, refund, position)
);

create index refund_lines_sku on orders.refund_lines (sku) where sku is not null;

-- What an order was before each correction: its history, and what an undo goes back to.
create table orders.adjustments (
    order_number text collate "C" not null,
    ordinal integer not null,
    at timestamptz not null,
    difference bigint not null,
    total_before bigint not null,
    cost_before bigint,
    rounding_before bigint not null,
    content_before uuid not null,
    content_at_before timestamptz not null,
    channel_before text,
    store_before text,
    lines_before jsonb not null,
    source text not null,
    primary key (order_number, ordinal)
);

create index adjustments_source on orders.adjustments (source);
