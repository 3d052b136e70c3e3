package io.millrace.intake.files;

import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.customers.Customers.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The customers of one batch, each asked for once. */
final class Claims {
    private final Map<Who, Instant> asked = new LinkedHashMap<>();
    private final Map<Who, Resolution> answers = new LinkedHashMap<>();

    /** How a row names a customer. */
    record Who(@Nullable String customer, @Nullable String email, @Nullable String phone) {
        static Who of(StagedRow row) {
            return new Who(row.customer(), row.email(), row.phone());
        }

        boolean nobody() {
            return customer == null && email == null && phone == null;
        }

        List<Identity> identities() {
            List<Identity> identities = new ArrayList<>(3);
            add(identities, IdentityType.EXTERNAL, customer);
            add(identities, IdentityType.EMAIL, email);
            add(identities, IdentityType.PHONE, phone);
            return identities;
        }

        private static void add(List<Identity> to, IdentityType type, @Nullable String value) {
            if (value != null) {
                to.add(new Identity(type, value));
            }
        }

        /** By which a customer is counted before they have an id. */
        String name() {
            return customer != null ? "c" + customer : email != null ? "e" + email : "p" + phone;
        }
    }

    void ask(Who who, Instant at) {
        if (!who.nobody()) {
            asked.merge(who, at, (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    void resolve(Customers customers, String source, Applied into) {
        if (asked.isEmpty()) {
            return;
        }
        List<Claim> claims = new ArrayList<>(asked.size());
        asked.forEach((who, at) -> claims.add(new Claim(who.identities(), at, source)));
        List<Resolution> resolved = customers.resolve(claims);
        int i = 0;
        for (Who who : asked.keySet()) {
            Resolution answer = resolved.get(i++);
            answers.put(who, answer);
            if (answer instanceof Resolution.Resolved(var profile, var created, var extended)) {
                into.saw(profile, created);
                if (extended) {
                    into.changed.add(profile);
                }
                into.claims.add(who.name());
                if (created) {
                    into.newClaims.add(who.name());
                }
            }
        }
    }

    @Nullable Resolution of(Who who) {
        return answers.get(who);
    }

    /** Which field of a file an identity stands in. */
    static String field(IdentityType type) {
        return switch (type) {
            case EMAIL -> "email";
            case PHONE -> "phone";
            default -> "customer";
        };
    }
}
