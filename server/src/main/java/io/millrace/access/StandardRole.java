package io.millrace.access;

import static io.millrace.access.Permission.*;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.millrace.shared.DataLevel;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The whole permission matrix: what each role may do and which data levels it sees in clear. What
 * is not written here is refused. Confidential and restricted values are masked for everybody, API
 * keys and admins too; who holds {@link Permission#CUSTOMERS_REVEAL} uncovers single values with a
 * reason, and each time is in the audit trail.
 */
public enum StandardRole implements Access.Role {
    /** Looks at figures and customers, changes nothing. */
    VIEWER(
            EnumSet.of(
                    SELF,
                    CUSTOMERS_READ,
                    ORDERS_READ,
                    CATALOG_READ,
                    INSIGHTS_READ,
                    AUDIENCES_READ,
                    JOBS_READ,
                    SETTINGS_READ),
            EnumSet.of(DataLevel.PUBLIC)),
    /** Builds models and stage maps, and takes masked data out to other tools. */
    ANALYST(
            with(
                    VIEWER,
                    MODELS_WRITE,
                    STAGES_WRITE,
                    AUDIENCES_WRITE,
                    IMPORTS_READ,
                    JOBS_WRITE,
                    LISTS_EXPORT,
                    DATA_EXPORT),
            EnumSet.of(DataLevel.PUBLIC)),
    /** Runs the daily business with customers and their data. */
    OPERATOR(
            with(
                    VIEWER,
                    CUSTOMERS_WRITE,
                    CUSTOMERS_MERGE,
                    CUSTOMERS_REVEAL,
                    LISTS_EXPORT,
                    CATALOG_WRITE,
                    STAGES_WRITE,
                    AUDIENCES_WRITE,
                    IMPORTS_READ,
                    IMPORTS_WRITE,
                    INBOX_READ,
                    INBOX_WRITE,
                    JOBS_WRITE,
                    ATTRIBUTES_WRITE),
            EnumSet.of(DataLevel.PUBLIC, DataLevel.INTERNAL)),
    /** Connects other systems: keys, imports, the inbox of rejected input. */
    DEVELOPER(
            with(
                    VIEWER,
                    IMPORTS_READ,
                    IMPORTS_WRITE,
                    INBOX_READ,
                    INBOX_WRITE,
                    JOBS_WRITE,
                    ATTRIBUTES_WRITE,
                    PUSHES_WRITE,
                    KEYS_ADMIN,
                    METRICS_READ),
            EnumSet.of(DataLevel.PUBLIC, DataLevel.INTERNAL)),
    /** Everything, erasure and users included. */
    ADMIN(EnumSet.allOf(Permission.class), EnumSet.of(DataLevel.PUBLIC, DataLevel.INTERNAL));

    private final Set<Permission> permissions;
    private final Set<DataLevel> clear;

    StandardRole(Set<Permission> permissions, Set<DataLevel> clear) {
        this.permissions = Collections.unmodifiableSet(permissions);
        this.clear = Collections.unmodifiableSet(clear);
    }

    @Override
    public Set<Permission> permissions() {
        return permissions;
    }

    @Override
    public Set<DataLevel> clear() {
        return clear;
    }

    /** As the API writes it, such as {@code operator}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if there is no such role
     */
    @JsonCreator
    public static StandardRole ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    private static EnumSet<Permission> with(StandardRole base, Permission... more) {
        EnumSet<Permission> permissions = EnumSet.copyOf(base.permissions);
        permissions.addAll(Set.of(more));
        return permissions;
    }
}
