package io.millrace.customers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.privacy.Privacy;
import io.millrace.workspace.Workspace;
import java.util.Objects;
import java.util.UUID;

/**
 * Reads identities and remembers what came of the last ones: reading a phone number or keying an
 * index costs far more than looking it up.
 */
final class IdentityReader {
    private static final int REMEMBERED = 200_000;

    private final Privacy privacy;
    private final Workspace workspace;
    private final Cache<Identity, Reading> readings =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private volatile String region = "";

    IdentityReader(Privacy privacy, Workspace workspace) {
        this.privacy = privacy;
        this.workspace = workspace;
    }

    Reading read(Identity identity) {
        var known = readings.getIfPresent(identity);
        return known != null && identity.type() != IdentityType.PHONE
                ? known
                : readInRegion(identity);
    }

    /** Forgets clear values of a person who was erased. */
    void forgetAll() {
        readings.invalidateAll();
    }

    private Reading readInRegion(Identity identity) {
        var now = workspace.settings().phoneRegion();
        if (!now.equals(region)) {
            readings.invalidateAll();
            region = now;
        }
        return Objects.requireNonNull(readings.get(identity, given -> keyed(given, now)));
    }

    private Reading keyed(Identity identity, String phoneRegion) {
        return switch (Normalisation.normalise(identity, phoneRegion)) {
            case Normalisation.Answer.Refused(var code) -> new Reading.Refused(code);
            case Normalisation.Answer.Normal(var value) ->
                    new Normalised(
                            identity.type(),
                            value,
                            privacy.blindIndex(identity.type().name(), value),
                            identity.type() == IdentityType.PHONE ? tail(value) : null);
        };
    }

    private UUID tail(String phone) {
        return privacy.blindIndex("PHONE-TAIL", phone.substring(phone.length() - 4));
    }
}
