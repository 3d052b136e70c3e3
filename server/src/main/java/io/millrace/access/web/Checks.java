package io.millrace.access.web;

import io.millrace.access.Accounts;
import io.millrace.access.StandardRole;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers all mistakes of a request before it is refused. */
final class Checks {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final int LONGEST_NAME = 200;
    private final List<FieldProblem> found = new ArrayList<>();

    Checks email(@Nullable String email) {
        return check("/email", email != null && EMAIL.matcher(email).matches(), "access.bad-email");
    }

    Checks name(@Nullable String name) {
        return check(
                "/name",
                name != null && !name.isBlank() && name.length() <= LONGEST_NAME,
                "access.bad-name");
    }

    Checks password(@Nullable String password) {
        return check(
                "/password",
                password != null
                        && password.length() >= Accounts.SHORTEST_PASSWORD
                        && password.getBytes(StandardCharsets.UTF_8).length
                                <= Accounts.LONGEST_PASSWORD_BYTES,
                "access.bad-password",
                Integer.toString(Accounts.SHORTEST_PASSWORD),
                Integer.toString(Accounts.LONGEST_PASSWORD_BYTES));
    }

    Checks oneOf(String field, @Nullable String value, String code, Set<String> allowed) {
        return check(field, value != null && allowed.contains(value), code);
    }

    Checks role(@Nullable String role) {
        return check("/role", role(role, null) != null, "access.bad-role", roles());
    }

    Checks check(String field, boolean holds, String code, String... arguments) {
        if (!holds) {
            found.add(FieldProblem.of(field, code, arguments));
        }
        return this;
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw Refusal.of(SharedProblem.INVALID, found);
        }
    }

    static @Nullable StandardRole role(@Nullable String key, @Nullable StandardRole otherwise) {
        return Arrays.stream(StandardRole.values())
                .filter(role -> role.key().equals(key))
                .findFirst()
                .orElse(otherwise);
    }

    private static String roles() {
        return Arrays.stream(StandardRole.values())
                .map(StandardRole::key)
                .collect(Collectors.joining(", "));
    }
}
