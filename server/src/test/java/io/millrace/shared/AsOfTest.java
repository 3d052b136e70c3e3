package io.millrace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AsOfTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void readsADateAsTheStartOfThatDayInTheZone() {
        assertThat(AsOf.read("2026-02-01", SHANGHAI))
                .contains(Instant.parse("2026-01-31T16:00:00Z"));
    }

    @Test
    void readsAnInstantWithAnyOffset() {
        assertThat(AsOf.read("2026-02-01T08:00:00.5+08:00", SHANGHAI))
                .contains(Instant.parse("2026-02-01T00:00:00.5Z"));
    }

    @Test
    void answersNothingForWhatIsNoTime() {
        assertThat(AsOf.read("yesterday", SHANGHAI)).isEmpty();
        assertThat(AsOf.read("2026-02-30", SHANGHAI)).isEmpty();
        assertThat(AsOf.read("", SHANGHAI)).isEmpty();
        assertThat(AsOf.read("+999999999-01-01T00:00:00Z", SHANGHAI)).isEmpty();
    }
}
