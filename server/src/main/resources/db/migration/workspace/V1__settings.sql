create schema workspace;

create table workspace.settings (
    only_row     boolean primary key default true check (only_row),
    name         text not null,
    zone         text not null,
    currency     char(3),
    phone_region char(2) not null,
    language     text not null,
    rates        jsonb not null,
    version      bigint not null
);

insert into workspace.settings (name, zone, phone_region, language, rates, version)
values ('Millrace', 'UTC', 'GB', 'en', '{}', 1);
