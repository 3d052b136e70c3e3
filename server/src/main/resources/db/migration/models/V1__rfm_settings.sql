create schema if not exists models;

-- One row: how the brand scores its customers. Absent until somebody changes it.
create table models.rfm_settings (
    only_row boolean primary key default true check (only_row),
    settings jsonb not null
);
