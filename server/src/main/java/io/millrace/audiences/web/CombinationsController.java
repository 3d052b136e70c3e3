package io.millrace.audiences.web;

import static io.millrace.audiences.web.PortraitsController.instant;
import static io.millrace.audiences.web.PortraitsController.listed;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.portraits.Portraits;
import io.millrace.audiences.portraits.Portraits.Combined;
import io.millrace.audiences.portraits.Portraits.Crossing;
import io.millrace.audiences.portraits.Portraits.Kept;
import io.millrace.workspace.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/combinations")
class CombinationsController {
    private final Portraits portraits;
    private final Access access;

    CombinationsController(Portraits portraits, Access access) {
        this.portraits = portraits;
        this.access = access;
    }

    /**
     * @param asOf if it is given, the audience is a list of who was in the cells then
     */
    record Body(
            @Nullable String name,
            String rows,
            String columns,
            @Nullable String layers,
            @Nullable List<String> in,
            @Nullable Instant asOf,
            List<Portraits.Place> cells) {}

    @GetMapping
    @Requires(Permission.AUDIENCES_READ)
    Portraits.Matrix matrix(
            @RequestParam String rows,
            @RequestParam String columns,
            @RequestParam(required = false) @Nullable String layers,
            @RequestParam(required = false) @Nullable List<String> in,
            @RequestParam(defaultValue = "365") int days,
            @Nullable AsOf asOf) {
        Crossing crossing =
                new Crossing(rows, columns, blank(layers), listed(in), days, instant(asOf));
        return switch (portraits.combine(crossing)) {
            case Combined.Done(var matrix) -> matrix;
            case Combined.Unknown(String what) -> throw PortraitsController.unknown(what);
        };
    }

    @PostMapping("/audiences")
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Kept.Done keep(@RequestBody Body body) {
        Crossing crossing =
                new Crossing(
                        body.rows, body.columns, blank(body.layers), listed(body.in), 0, body.asOf);
        return PortraitsController.kept(
                portraits.keep(
                        crossing,
                        body.cells,
                        Objects.requireNonNullElse(body.name, ""),
                        PortraitsController.by(access)));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
