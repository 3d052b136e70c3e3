package io.millrace.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slows down guessing: so many failures within the window for one person from one address, for one
 * address, and for one person from everywhere. Counted in memory; a restart forgives.
 */
final class SignInThrottle {
    static final int PERSON_AT_ADDRESS = 5;
    static final int ADDRESS = 50;
    static final int PERSON = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private final Clock clock;
    private final Cache<String, List<Instant>> failures =
            Caffeine.newBuilder().maximumSize(100_000).build();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before the next attempt is looked at; empty if it may be made now. */
    Optional<Duration> wait(String email, String address) {
        return Stream.of(
                        left(both(email, address), PERSON_AT_ADDRESS),
                        left("a " + address, ADDRESS),
                        left("p " + email, PERSON))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    void failed(String email, String address) {
        Stream.of(both(email, address), "a " + address, "p " + email).forEach(this::count);
    }

    void succeeded(String email, String address) {
        failures.invalidate(both(email, address));
    }

    private static String both(String email, String address) {
        return "b " + address + " " + email;
    }

    private void count(String key) {
        failures.asMap()
                .merge(
                        key,
                        List.of(clock.instant()),
                        (old, fresh) -> Stream.concat(recent(old), fresh.stream()).toList());
    }

    private Stream<Instant> recent(List<Instant> times) {
        Instant from = clock.instant().minus(WINDOW);
        return times.stream().filter(time -> time.isAfter(from));
    }

    private Optional<Duration> left(String key, int limit) {
        List<Instant> old = failures.getIfPresent(key);
        if (old == null) {
            return Optional.empty();
        }
        List<Instant> recent = recent(old).toList();
        if (recent.size() < limit) {
            return Optional.empty();
        }
        Instant free = recent.get(recent.size() - limit).plus(WINDOW);
        return Optional.of(Duration.between(clock.instant(), free));
    }
}
