create schema if not exists intake;

create table intake.uploads (
    id uuid primary key,
    filename text not null,
    path text not null,
    sha256 text not null,
    bytes bigint not null,
    dialect jsonb not null,
    columns jsonb not null,
    rows bigint not null,
    rows_sampled bigint not null,
    header boolean not null,
    created_at timestamptz not null,
    created_by text not null,
    removed_at timestamptz
);

create table intake.imports (
    id uuid primary key,
    upload uuid not null,
    kind text not null,
    filename text not null,
    mapping jsonb not null,
    options jsonb not null,
    dry_run boolean not null,
    source text not null,
    job uuid not null,
    report jsonb not null,
    created_at timestamptz not null,
    created_by text not null,
    undo_job uuid,
    undone_at timestamptz
);

create index imports_created on intake.imports (created_at desc, id desc);
create index imports_upload on intake.imports (upload);

create table intake.import_errors (
    import uuid not null,
    row bigint not null,
    field text not null,
    code text not null,
    arguments text[] not null,
    primary key (import, row)
);

-- Whom an import saw, and whom it made: for its undo, and for erasure.
create table intake.import_customers (
    import uuid not null,
    profile uuid not null,
    created boolean not null,
    primary key (import, profile)
);

create index import_customers_profile on intake.import_customers (profile);

create table intake.import_templates (
    name text primary key,
    kind text not null,
    mapping jsonb not null,
    options jsonb not null,
    updated_at timestamptz not null
);
