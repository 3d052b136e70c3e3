package io.millrace.audiences.live;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A stage that is followed so that facts can tell who comes into it. */
final class Staged {
    final String scheme;
    final String stage;

    /** False while everybody is being placed: that moves nobody. */
    boolean telling;

    Staged(String scheme, String stage) {
        this.scheme = scheme;
        this.stage = stage;
    }

    /** Under which its members are kept, beside those of audiences. */
    UUID id() {
        return UUID.nameUUIDFromBytes(
                ("stage|" + scheme + '|' + stage).getBytes(StandardCharsets.UTF_8));
    }
}
