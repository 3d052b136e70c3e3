-- A category of tags: of a one-of category a customer bears one value at a time.
create table customers.tag_categories (
    id          uuid primary key,
    name        text not null unique,
    parent      uuid references customers.tag_categories,
    one_of      boolean not null default false,
    -- only values that are defined may be given by hand
    strict      boolean not null default false,
    colour      text,
    description text,
    archived    boolean not null default false
);

create table customers.tag_values (
    category uuid not null references customers.tag_categories on delete cascade,
    value    text not null,
    archived boolean not null default false,
    primary key (category, value)
);

insert into customers.tag_categories (id, name)
select gen_random_uuid(), category from (select distinct category from customers.tags) known;

insert into customers.tag_values (category, value)
select distinct c.id, t.value
from customers.tags t join customers.tag_categories c on c.name = t.category;

-- False while only rules give the tag.
alter table customers.tags add column by_hand boolean not null default true;

-- What rules give. It is kept after it ended as long as the rule would give it again otherwise.
create table customers.tag_givings (
    rule       uuid not null,
    profile    uuid not null,
    category   text not null,
    value      text not null,
    days       text,
    by         text not null,
    set_at     timestamptz not null,
    -- the rule no longer holds, and the tag stays until it expires
    leaving    boolean not null default false,
    expires_at timestamptz,
    ended      boolean not null default false,
    primary key (rule, profile)
);
create index tag_givings_profile on customers.tag_givings (profile);
create index tag_givings_due on customers.tag_givings (expires_at) where not ended;

-- To what customers can consent.
create table customers.purposes (
    key      text primary key,
    label_en text not null,
    label_zh text not null,
    place    integer not null
);
insert into customers.purposes (key, label_en, label_zh, place) values
    ('marketing', 'Marketing', '营销', 1),
    ('service',   'Service',   '服务', 2),
    ('profiling', 'Profiling', '画像分析', 3);

-- Which answers to which question of a survey say what of a customer.
create table customers.survey_mappings (
    id        uuid primary key,
    survey    text not null,
    question  text not null,
    attribute text not null,
    -- answer -> value; an answer that is not in it says nothing
    answers   jsonb not null,
    made_by   text not null,
    made_at   timestamptz not null,
    unique (survey, question)
);

-- Standard variables that the brand describes its customers by.
create table customers.variables (
    name text primary key
);
