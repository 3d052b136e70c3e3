package io.millrace.audiences.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.portraits.Portraits;
import io.millrace.audiences.portraits.Portraits.Kept;
import io.millrace.audiences.portraits.Portraits.Portrayed;
import io.millrace.shared.Refusal;
import io.millrace.workspace.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class PortraitsController {
    /** Compares with everybody. */
    private static final String ALL = "all";

    private final Portraits portraits;
    private final Access access;

    PortraitsController(Portraits portraits, Access access) {
        this.portraits = portraits;
        this.access = access;
    }

    record Groupings(List<Portraits.GroupingName> items) {}

    /**
     * @param in selections as lists of customers take them; all of them hold
     */
    record Body(@Nullable String name, @Nullable List<String> in, @Nullable Instant asOf) {}

    @GetMapping("/groupings")
    @Requires(Permission.AUDIENCES_READ)
    Groupings groupings() {
        return new Groupings(portraits.groupings());
    }

    @GetMapping("/audiences/{id}/portrait")
    @Requires(Permission.AUDIENCES_READ)
    Portraits.Portrait audience(
            @PathVariable UUID id,
            @RequestParam(defaultValue = ALL) String against,
            @RequestParam(required = false) @Nullable List<String> groupings,
            @Nullable AsOf asOf) {
        List<String> compared = against.equals(ALL) ? List.of() : List.of("audience:" + against);
        return portrait(List.of("audience:" + id), compared, groupings, asOf);
    }

    @GetMapping("/portraits")
    @Requires(Permission.AUDIENCES_READ)
    Portraits.Portrait selection(
            @RequestParam(required = false) @Nullable List<String> in,
            @RequestParam(required = false) @Nullable List<String> against,
            @RequestParam(required = false) @Nullable List<String> groupings,
            @Nullable AsOf asOf) {
        return portrait(listed(in), listed(against), groupings, asOf);
    }

    @PostMapping("/portraits/audiences")
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Kept.Done keep(@RequestBody Body body) {
        String name = body.name() == null ? "" : body.name();
        return kept(portraits.keep(listed(body.in()), body.asOf(), name, by(access)));
    }

    private Portraits.Portrait portrait(
            List<String> in,
            List<String> against,
            @Nullable List<String> groupings,
            @Nullable AsOf asOf) {
        Portraits.Sought sought =
                new Portraits.Sought(in, against, listed(groupings), instant(asOf));
        return switch (portraits.portray(sought)) {
            case Portrayed.Done(var portrait) -> portrait;
            case Portrayed.Unknown(String what) -> throw unknown(what);
        };
    }

    static Kept.Done kept(Kept kept) {
        return switch (kept) {
            case Kept.Done done -> done;
            case Kept.Unknown(String what) -> throw unknown(what);
            case Kept.NameTaken(String name) -> throw Refusal.of(AudiencesProblem.NAME_TAKEN, name);
            case Kept.Nobody() -> throw Refusal.of(AudiencesProblem.NOBODY);
            case Kept.NameMissing() -> throw Refusal.of(AudiencesProblem.NAME_MISSING);
        };
    }

    static Refusal unknown(String what) {
        return Refusal.of(AudiencesProblem.NO_SUCH_GROUP, what);
    }

    static List<String> listed(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }

    static String by(Access access) {
        return access.caller().map(Access.Caller::name).orElse("");
    }
}
