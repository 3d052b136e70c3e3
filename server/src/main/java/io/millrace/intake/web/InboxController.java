package io.millrace.intake.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.intake.Inbox;
import io.millrace.intake.IntakeProblem;
import io.millrace.shared.DataLevel;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.Refusal;
import java.util.List;
import java.util.Locale;
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

    InboxController(Inbox inbox, Access access) {
        this.inbox = inbox;
        this.access = access;
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
        Inbox.Entry entry =
                inbox.find(id, locale).orElseThrow(() -> Refusal.of(IntakeProblem.NO_SUCH_ENTRY));
        return seesPersons() ? entry : entry.withoutPayload();
    }

    @PutMapping("/{id}")
    @Requires(Permission.INBOX_WRITE)
    Inbox.Entry fix(@PathVariable UUID id, @RequestBody Fix fix, Locale locale) {
        done(inbox.fix(id, fix.payload(), who()));
        return one(id, locale);
    }

    @PostMapping("/{id}/replay")
    @Requires(Permission.INBOX_WRITE)
    Inbox.Entry replay(@PathVariable UUID id, Locale locale) {
        done(inbox.replay(id, who()));
        return one(id, locale);
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
        return one(id, locale);
    }

    /** Payloads hold whatever was sent, so only those see them who see everything. */
    private boolean seesPersons() {
        return access.caller()
                .filter(caller ->
                        caller.sees(DataLevel.CONFIDENTIAL) && caller.sees(DataLevel.RESTRICTED))
                .isPresent();
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
