package io.millrace.intake.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.intake.Inbox;
import io.millrace.intake.IntakeProblem;
import io.millrace.privacy.Privacy;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/inbox")
class InboxController {
    private final Inbox inbox;
    private final Access access;
    private final Privacy privacy;

    InboxController(Inbox inbox, Access access, Privacy privacy) {
        this.inbox = inbox;
        this.access = access;
        this.privacy = privacy;
    }

    /**
     * @param payload the call as JSON text
     */
    record Fix(String payload) {}

    /**
     * @param code all that wait with this code; else the ids
     */
    record ReplayMany(@Nullable List<UUID> ids, @Nullable String code) {}

    @GetMapping
    @Requires(Permission.INBOX_READ)
    Page<Inbox.Entry> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String source,
            Paging paging,
            Locale locale) {
        return inbox.list(
                new Inbox.Filter(state, code, source),
                paging.cursor(),
                paging.limit(),
                paging.total(),
                locale);
    }

    @GetMapping("/summary")
    @Requires(Permission.INBOX_READ)
    List<Inbox.CodeCount> summary(Locale locale) {
        return inbox.summary(locale);
    }

    @GetMapping("/{id}")
    @Requires(Permission.INBOX_READ)
    Inbox.Entry one(@PathVariable UUID id, Locale locale) {
        Inbox.Entry entry = find(id, locale);
        return reveals(entry) ? entry : entry.withoutPayload();
    }

    @PutMapping("/{id}")
    @Requires(Permission.INBOX_WRITE)
    Inbox.Entry fix(@PathVariable UUID id, @RequestBody Fix fix, Locale locale) {
        done(inbox.fix(id, fix.payload(), who()));
        return find(id, locale).withoutPayload();
    }

    @PostMapping("/{id}/replay")
    @Requires(Permission.INBOX_WRITE)
    Inbox.Entry replay(@PathVariable UUID id, Locale locale) {
        done(inbox.replay(id, who()));
        return find(id, locale).withoutPayload();
    }

    @PostMapping("/replay")
    @Requires(Permission.INBOX_WRITE)
    Inbox.Replayed replay(@RequestBody ReplayMany many) {
        return inbox.replay(many.ids() == null ? List.of() : many.ids(), many.code(), who());
    }

    @PostMapping("/{id}/dismiss")
    @Requires(Permission.INBOX_WRITE)
    Inbox.Entry dismiss(@PathVariable UUID id, Locale locale) {
        done(inbox.dismiss(id, who()));
        return find(id, locale).withoutPayload();
    }

    /** A payload holds whatever was sent: seeing it is a reveal, and is written down as one. */
    private boolean reveals(Inbox.Entry entry) {
        boolean may =
                access.caller()
                        .filter(caller -> caller.may(Permission.CUSTOMERS_REVEAL))
                        .isPresent();
        if (may) {
            privacy.audit(who(), "inbox.revealed", entry.id().toString(), Map.of());
        }
        return may;
    }

    private Inbox.Entry find(UUID id, Locale locale) {
        return inbox.find(id, locale).orElseThrow(() -> Refusal.of(IntakeProblem.NO_SUCH_ENTRY));
    }

    private String who() {
        return access.caller().map(Access.Caller::name).orElse("");
    }

    private static void done(Inbox.Change change) {
        switch (change) {
            case Inbox.Change.Done _ -> {}
            case Inbox.Change.Unknown _ -> throw Refusal.of(IntakeProblem.NO_SUCH_ENTRY);
            case Inbox.Change.Closed closed ->
                    throw Refusal.of(IntakeProblem.ENTRY_CLOSED, closed.state());
            case Inbox.Change.Rejected rejected ->
                    throw Refusal.of(
                            IntakeProblem.STILL_REJECTED, rejected.code(), rejected.message());
            case Inbox.Change.NotJson _ -> throw Refusal.of(IntakeProblem.NOT_AN_OBJECT);
        }
    }
}
