package io.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final Clock clock =
            InstantSource.tick(() -> now, Duration.ofNanos(1)).withZone(ZoneOffset.UTC);
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void letsAPersonTryFiveTimesFromOneAddress() {
        fail("ann@x", "1.1.1.1", SignInThrottle.PERSON_AT_ADDRESS - 1);
        assertThat(throttle.wait("ann@x", "1.1.1.1")).isEmpty();

        fail("ann@x", "1.1.1.1", 1);
        assertThat(throttle.wait("ann@x", "1.1.1.1")).contains(SignInThrottle.WINDOW);
    }

    @Test
    void letsTheRightPersonInFromElsewhere() {
        fail("ann@x", "1.1.1.1", 20);

        assertThat(throttle.wait("ann@x", "2.2.2.2")).isEmpty();
    }

    @Test
    void stopsAnAddressThatTriesManyPeople() {
        for (int i = 0; i < SignInThrottle.ADDRESS; i++) {
            fail("person" + i + "@x", "1.1.1.1", 1);
        }

        assertThat(throttle.wait("another@x", "1.1.1.1")).isPresent();
    }

    @Test
    void forgetsWhenTheWindowIsOver() {
        fail("ann@x", "1.1.1.1", 5);
        now = now.plus(SignInThrottle.WINDOW).plus(Duration.ofSeconds(1));

        assertThat(throttle.wait("ann@x", "1.1.1.1")).isEmpty();
    }

    @Test
    void forgivesASuccess() {
        fail("ann@x", "1.1.1.1", 4);
        throttle.succeeded("ann@x", "1.1.1.1");
        fail("ann@x", "1.1.1.1", 4);

        assertThat(throttle.wait("ann@x", "1.1.1.1")).isEmpty();
    }

    private void fail(String email, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(email, address);
        }
    }
}
