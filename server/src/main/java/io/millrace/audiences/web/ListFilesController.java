package io.millrace.audiences.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.lists.ListFiles;
import io.millrace.audiences.lists.ListFiles.Fill;
import io.millrace.audiences.lists.ListFiles.Mended;
import io.millrace.audiences.lists.ListFiles.Started;
import io.millrace.privacy.Privacy;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists from files, and the lines in which nobody was found yet. */
@RestController
@RequestMapping("/api/v1")
class ListFilesController {
    private final ListFiles files;
    private final Privacy privacy;
    private final Access access;

    ListFilesController(ListFiles files, Privacy privacy, Access access) {
        this.files = files;
        this.privacy = privacy;
        this.access = access;
    }

    record Items<T>(List<T> items) {}

    /**
     * @param verb {@code add} if not said
     * @param kind {@code any} if not said
     */
    record Body(
            @Nullable UUID audience,
            @Nullable String verb,
            @Nullable UUID upload,
            @Nullable String column,
            @Nullable String kind,
            @Nullable Boolean headerToo,
            @Nullable Boolean dryRun) {
        ListFiles.Request request() {
            if (upload == null) {
                throw Refusal.of(AudiencesProblem.NO_SUCH_FILE);
            }
            return new ListFiles.Request(
                    audience,
                    Objects.requireNonNullElse(verb, "add"),
                    upload,
                    Objects.requireNonNullElse(column, ""),
                    Objects.requireNonNullElse(kind, "any"),
                    Boolean.TRUE.equals(headerToo),
                    Boolean.TRUE.equals(dryRun));
        }
    }

    record Text(@Nullable String text) {}

    /**
     * @param text null for whoever may not see it
     */
    record OneLine(@Nullable String text) {}

    /**
     * @param reason why it still waits
     */
    record MendedView(boolean found, @Nullable String reason) {}

    record Queued(UUID job) {}

    record Dismissed(int lines) {}

    @GetMapping("/list-files/{upload}")
    @Requires(Permission.AUDIENCES_WRITE)
    ListFiles.Look look(@PathVariable UUID upload) throws IOException {
        return files.look(upload).orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_FILE));
    }

    @PostMapping("/list-fills")
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Fill start(@RequestBody Body body) throws IOException {
        return switch (files.start(body.request(), by())) {
            case Started.Queued(Fill fill) -> fill;
            case Started.Invalid(var errors) -> throw Refusal.of(AudiencesProblem.INVALID, errors);
            case Started.NoSuchFile() -> throw Refusal.of(AudiencesProblem.NO_SUCH_FILE);
            case Started.NoSuchList() -> throw Refusal.of(AudiencesProblem.LIST_ONLY);
        };
    }

    @GetMapping("/list-fills/{fill}")
    @Requires(Permission.AUDIENCES_READ)
    Fill one(@PathVariable UUID fill) {
        return files.find(fill).orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_LINE));
    }

    @GetMapping("/list-fills/{fill}/examples")
    @Requires(Permission.AUDIENCES_READ)
    Items<ListFiles.Line> examples(@PathVariable UUID fill) {
        return new Items<>(files.examples(fill));
    }

    @GetMapping("/audiences/{id}/fills")
    @Requires(Permission.AUDIENCES_READ)
    Items<Fill> fills(@PathVariable UUID id) {
        return new Items<>(files.of(id));
    }

    @GetMapping("/audiences/{id}/lines")
    @Requires(Permission.AUDIENCES_READ)
    Page<ListFiles.Line> lines(@PathVariable UUID id, Paging paging) {
        return files.waiting(id, paging.cursor(), paging.limit(), paging.total());
    }

    /** What was sent is personal: seeing it is a reveal, and is written down as one. */
    @GetMapping("/audiences/{id}/lines/{fill}/{line}")
    @Requires(Permission.AUDIENCES_WRITE)
    OneLine line(@PathVariable UUID id, @PathVariable UUID fill, @PathVariable long line) {
        String text =
                files.text(id, fill, line)
                        .orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_LINE));
        if (access.caller().filter(one -> one.may(Permission.CUSTOMERS_REVEAL)).isEmpty()) {
            return new OneLine(null);
        }
        privacy.audit(by(), "list-line.revealed", fill + "/" + line, Map.of());
        return new OneLine(text);
    }

    @PutMapping("/audiences/{id}/lines/{fill}/{line}")
    @Requires(Permission.AUDIENCES_WRITE)
    MendedView mend(
            @PathVariable UUID id,
            @PathVariable UUID fill,
            @PathVariable long line,
            @RequestBody Text body) {
        String text = Objects.requireNonNullElse(body.text(), "");
        return switch (files.mend(id, fill, line, text)) {
            case Mended.Found() -> new MendedView(true, null);
            case Mended.StillUnknown(String reason) -> new MendedView(false, reason);
            case Mended.NoSuchLine() -> throw Refusal.of(AudiencesProblem.NO_SUCH_LINE);
        };
    }

    @DeleteMapping("/audiences/{id}/lines/{fill}/{line}")
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID id, @PathVariable UUID fill, @PathVariable long line) {
        if (!files.dismiss(id, fill, line)) {
            throw Refusal.of(AudiencesProblem.NO_SUCH_LINE);
        }
    }

    @DeleteMapping("/audiences/{id}/lines")
    @Requires(Permission.AUDIENCES_WRITE)
    Dismissed dismissAll(@PathVariable UUID id) {
        return new Dismissed(files.dismissAll(id));
    }

    @PostMapping("/audiences/{id}/lines/try")
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Queued tryAgain(@PathVariable UUID id) {
        return new Queued(files.tryAgain(id));
    }

    private String by() {
        return access.caller().map(Access.Caller::name).orElse("");
    }
}
