package io.millrace.access;

/** What a role may be allowed to do; every route names exactly one, see {@link Requires}. */
public enum Permission {
    /** Open to anybody without signing in: only sign-in itself, health and the console's files. */
    PUBLIC,
    /** Any signed-in user, about themselves. */
    SELF,
    CUSTOMERS_READ,
    CUSTOMERS_WRITE,
    CUSTOMERS_MERGE,
    CUSTOMERS_REVEAL,
    CUSTOMERS_ERASE,
    CUSTOMERS_EXPORT,
    /** Takes lists of customers out as files, masked as they are on the screen. */
    LISTS_EXPORT,
    ORDERS_READ,
    CATALOG_READ,
    CATALOG_WRITE,
    INSIGHTS_READ,
    MODELS_WRITE,
    STAGES_WRITE,
    AUDIENCES_READ,
    AUDIENCES_WRITE,
    /** Lets other systems be told who enters and leaves an audience. */
    PUSHES_WRITE,
    IMPORTS_READ,
    IMPORTS_WRITE,
    INBOX_READ,
    INBOX_WRITE,
    JOBS_READ,
    JOBS_WRITE,
    SETTINGS_READ,
    SETTINGS_WRITE,
    ATTRIBUTES_WRITE,
    KEYS_ADMIN,
    USERS_ADMIN,
    AUDIT_READ,
    DATA_EXPORT,
    SAMPLE_ADMIN,
    METRICS_READ
}
