package io.millrace.access.web;

import io.millrace.access.Access;
import io.millrace.access.Accounts;
import io.millrace.access.Permission;
import io.millrace.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is signed in, what they may do, and where. */
record SessionView(Who user, List<Permission> permissions, Place workspace) {

    record Who(
            String id,
            @Nullable String email,
            String name,
            String role,
            @Nullable String language,
            @Nullable String theme) {}

    record Place(
            String name,
            String zone,
            @Nullable String currency,
            String language,
            String phoneRegion) {}

    static SessionView of(Accounts.User user, Workspace.Settings settings) {
        return new SessionView(
                new Who(
                        user.id().toString(),
                        user.email(),
                        user.name(),
                        user.role().key(),
                        user.language(),
                        user.theme()),
                sorted(user.role().permissions()),
                place(settings));
    }

    static SessionView ofKey(Access.Caller key, Workspace.Settings settings) {
        return new SessionView(
                new Who(
                        key.id(),
                        null,
                        key.name(),
                        key.role().name().toLowerCase(Locale.ROOT),
                        null,
                        null),
                sorted(key.role().permissions()),
                place(settings));
    }

    private static List<Permission> sorted(Set<Permission> permissions) {
        return permissions.stream().sorted().toList();
    }

    private static Place place(Workspace.Settings settings) {
        return new Place(
                settings.name(),
                settings.zone().getId(),
                settings.currency(),
                settings.language().toLanguageTag(),
                settings.phoneRegion());
    }
}
