-- What was set for a page of models, a row a page. Absent until somebody changes it.
create table models.page_settings (
    page text primary key,
    settings jsonb not null
);
