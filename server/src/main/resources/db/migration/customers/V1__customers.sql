create schema if not exists customers;

-- A profile is where facts arrive. Merging sets parent (the profile by whose identity it came) and
-- root (the top of the chain); nothing else of a member changes, so un-merging is exact.
create table customers.profiles (
    id             uuid primary key,
    parent         uuid,
    root           uuid not null,
    known_at       timestamptz,
    first_at       timestamptz not null,
    last_at        timestamptz not null,
    -- of the whole customer; kept on roots only
    customer_since timestamptz,
    heard_at       timestamptz not null,
    active_at      timestamptz not null,
    source         text not null,
    erased_at      timestamptz
);
create index profiles_members on customers.profiles (root) where parent is not null;
create index profiles_recent on customers.profiles (active_at desc, id desc)
    where parent is null and customer_since is not null;
create index profiles_visitors on customers.profiles (active_at desc, id desc)
    where parent is null and customer_since is null;

-- The value is sealed under the profile's key; the index is its keyed blind index, which includes
-- the type. tail is the keyed index of a phone's last four digits.
create table customers.identities (
    id       uuid primary key,
    index    uuid not null unique,
    type     text not null,
    profile  uuid not null,
    sealed   text not null,
    tail     uuid,
    shared   boolean not null default false,
    verified boolean not null default false,
    source   text not null,
    seen_at  timestamptz not null
);
create index identities_profile on customers.identities (profile);
create index identities_tail on customers.identities (tail) where tail is not null;

-- Another profile than its own with which an identity was seen.
create table customers.sightings (
    index   uuid not null,
    profile uuid not null,
    source  text not null,
    at      timestamptz not null,
    primary key (index, profile)
);

-- Identities of erased persons: only the keyed index, by which a late event is recognised, so that
-- nothing resurrects them. The profile is kept beside it only while the erasure runs.
create table customers.tombstones (
    index   uuid primary key,
    profile uuid,
    at      timestamptz not null
);
create index tombstones_profile on customers.tombstones (profile) where profile is not null;

create table customers.merges (
    id        uuid primary key,
    member    uuid not null,
    parent    uuid not null,
    at        timestamptz not null,
    by        text not null,
    reason    text not null,
    automatic boolean not null,
    undone_at timestamptz,
    undone_by text
);
create unique index merges_open on customers.merges (member) where undone_at is null;
create index merges_parent on customers.merges (parent);
create index merges_at on customers.merges (at desc, id desc);

-- Two identified customers who may be one person: for a person to decide.
create table customers.candidates (
    id        uuid primary key,
    one       uuid not null,
    other     uuid not null,
    identity  uuid not null,
    source    text not null,
    at        timestamptz not null,
    closed_at timestamptz,
    unique (one, other)
);

create table customers.attributes (
    id       integer generated always as identity primary key,
    name     text not null unique,
    label_en text not null,
    label_zh text not null,
    type     text not null,
    level    text not null,
    source   text not null,
    declared boolean not null
);

-- The current value; the history is on the timeline. digest is a keyed hash bound to the profile,
-- by which a change is noticed without opening the seal.
create table customers.attribute_values (
    profile     uuid not null,
    attribute   integer not null references customers.attributes,
    -- null: the value was removed
    value       text,
    sealed      boolean not null,
    digest      bigint not null,
    observed_at timestamptz not null,
    source      text not null,
    primary key (profile, attribute)
);
create index attribute_values_attribute on customers.attribute_values (attribute);

-- Keyed blind tokens of a name: words, their beginnings, Chinese characters and pairs.
create table customers.names (
    profile   uuid not null,
    attribute integer not null,
    tokens    bigint[] not null,
    primary key (profile, attribute)
);
create index names_tokens on customers.names using gin (tokens);

create table customers.tags (
    id            uuid primary key,
    profile       uuid not null,
    category      text not null,
    value         text not null,
    schedule_days text[],
    schedule_text text,
    source        text not null,
    set_by        text not null,
    set_at        timestamptz not null,
    unique (profile, category, value)
);
create index tags_value on customers.tags (category, value);

create table customers.contacts (
    id          uuid primary key,
    profile     uuid not null,
    name        text not null,
    relation    text not null,
    buying_role text,
    customer    uuid,
    note        text,
    set_by      text not null,
    set_at      timestamptz not null
);
create index contacts_profile on customers.contacts (profile);
create index contacts_customer on customers.contacts (customer) where customer is not null;

-- Where else an identity came from than in its own row.
create table customers.evidence (
    identity uuid not null,
    source   text not null,
    at       timestamptz not null,
    primary key (identity, source)
);

insert into customers.attributes (name, label_en, label_zh, type, level, source, declared) values
    ('name',       'Name',         '姓名',     'text',   'CONFIDENTIAL', 'built-in', true),
    ('firstName',  'First name',   '名',       'text',   'CONFIDENTIAL', 'built-in', true),
    ('lastName',   'Last name',    '姓',       'text',   'CONFIDENTIAL', 'built-in', true),
    ('nickname',   'Nickname',     '昵称',     'text',   'CONFIDENTIAL', 'built-in', true),
    ('email',      'E-mail',       '电子邮箱', 'text',   'CONFIDENTIAL', 'built-in', true),
    ('phone',      'Phone',        '电话',     'text',   'CONFIDENTIAL', 'built-in', true),
    ('birthday',   'Birthday',     '生日',     'date',   'CONFIDENTIAL', 'built-in', true),
    ('age',        'Age',          '年龄',     'number', 'INTERNAL',     'built-in', true),
    ('gender',     'Gender',       '性别',     'text',   'INTERNAL',     'built-in', true),
    ('city',       'City',         '城市',     'text',   'INTERNAL',     'built-in', true),
    ('province',   'Province',     '省份',     'text',   'INTERNAL',     'built-in', true),
    ('country',    'Country',      '国家',     'text',   'INTERNAL',     'built-in', true),
    ('language',   'Language',     '语言',     'text',   'INTERNAL',     'built-in', true),
    ('company',    'Company',      '公司',     'text',   'INTERNAL',     'built-in', true),
    ('title',      'Job title',    '职位',     'text',   'INTERNAL',     'built-in', true),
    ('channel',    'Came through', '来源渠道', 'text',   'INTERNAL',     'built-in', true),
    ('store',      'Home store',   '归属门店', 'text',   'INTERNAL',     'built-in', true),
    ('address',    'Address',      '地址',     'text',   'RESTRICTED',   'built-in', true),
    ('postalCode', 'Postal code',  '邮编',     'text',   'CONFIDENTIAL', 'built-in', true),
    ('idNumber',   'Id number',    '证件号码', 'text',   'RESTRICTED',   'built-in', true),
    ('avatar',     'Picture',      '头像',     'text',   'CONFIDENTIAL', 'built-in', true);
