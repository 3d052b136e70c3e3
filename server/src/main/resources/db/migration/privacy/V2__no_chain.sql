-- The trail is kept from change by its triggers; nothing chains it yet.
drop table privacy.audit_chain;
