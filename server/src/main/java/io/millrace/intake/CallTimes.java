package io.millrace.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the calls of one body happened, and whether that is history. */
final class CallTimes {
    private final ParsedBody.Calls parsed;
    private final Instant receivedAt;
    private final @Nullable Instant batchSentAt;

    CallTimes(ParsedBody.Calls parsed, Instant receivedAt) {
        this.parsed = parsed;
        this.receivedAt = receivedAt;
        this.batchSentAt = parsed.sentAt() == null ? null : Timestamps.parse(parsed.sentAt());
    }

    /** A backfill says when things were, by the books and not by a device's clock. */
    Instant occurredAt(RawCall call) {
        String said = call.originalTimestamp == null ? call.timestamp : call.originalTimestamp;
        Instant original = said == null ? null : Timestamps.parse(said);
        if (original == null) {
            return receivedAt;
        }
        Instant own = call.sentAt == null ? null : Timestamps.parse(call.sentAt);
        Instant sentAt = own == null ? batchSentAt : own;
        return historical(call) ? original : Timestamps.corrected(original, sentAt, receivedAt);
    }

    boolean historical(RawCall call) {
        Boolean own = call.context.historical;
        Boolean inherited = own == null ? parsed.context().historical : own;
        return inherited != null && inherited;
    }

    boolean active(RawCall call) {
        Boolean own = call.context.active;
        Boolean inherited = own == null ? parsed.context().active : own;
        return inherited == null || inherited;
    }

    @Nullable Flaw flaw(RawCall call) {
        if (unreadable(call.timestamp)) {
            return Flaw.of(Codes.BAD_TIMESTAMP, "/timestamp");
        }
        if (unreadable(call.originalTimestamp)) {
            return Flaw.of(Codes.BAD_TIMESTAMP, "/originalTimestamp");
        }
        if (unreadable(call.sentAt) || unreadable(parsed.sentAt())) {
            return Flaw.of(Codes.BAD_TIMESTAMP, "/sentAt");
        }
        return Timestamps.tooFarAhead(occurredAt(call), receivedAt)
                ? Flaw.of(Codes.FUTURE, "/timestamp")
                : null;
    }

    private static boolean unreadable(@Nullable String timestamp) {
        return timestamp != null && Timestamps.parse(timestamp) == null;
    }
}
