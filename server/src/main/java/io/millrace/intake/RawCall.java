package io.millrace.intake;

import io.millrace.customers.Customers.Identity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call as the parser finds it, field by field and in whatever order they come. Mutable, because
 * the parser fills it in one pass without a tree; it lives only until {@link CallCheck} has made an
 * item or a rejection of it.
 */
final class RawCall {
    final int index;
    final int start;
    int end;

    @Nullable String type;
    @Nullable String messageId;
    @Nullable String userId;
    @Nullable String anonymousId;
    @Nullable String previousId;
    @Nullable String groupId;
    @Nullable String event;
    @Nullable String name;
    @Nullable String category;
    @Nullable String channel;
    @Nullable String timestamp;
    @Nullable String originalTimestamp;
    @Nullable String sentAt;
    final Context context = new Context();
    final CallAttributes attributes = new CallAttributes();
    int propertiesStart = -1;
    int propertiesEnd = -1;
    private @Nullable Flaw flaw;

    RawCall(int index, int start) {
        this.index = index;
        this.start = start;
    }

    /** The first thing found wrong; the rest is read only to find the item's end. */
    @Nullable Flaw flaw() {
        return flaw;
    }

    void spoil(String code, String pointer, Object... arguments) {
        if (flaw == null) {
            flaw = Flaw.of(code, pointer, arguments);
        }
    }

    /** What matters of a call's context, or of its batch's. */
    static final class Context {
        @Nullable Boolean historical;
        @Nullable Boolean active;
        final CallAttributes attributes = new CallAttributes();
        final List<Identity> externalIds = new ArrayList<>(0);
    }
}
