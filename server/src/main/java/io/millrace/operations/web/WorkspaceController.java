package io.millrace.operations.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.Workspace;
import io.millrace.workspace.Workspace.Changed;
import io.millrace.workspace.Workspace.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/workspace")
class WorkspaceController {
    private static final Set<String> LANGUAGES = Set.of("en", "zh");
    private static final int LONGEST_NAME = 200;
    private final Workspace workspace;

    WorkspaceController(Workspace workspace) {
        this.workspace = workspace;
    }

    record WorkspaceView(
            @Nullable String name,
            @Nullable String zone,
            @Nullable String currency,
            @Nullable String phoneRegion,
            @Nullable String language,
            @Nullable Map<String, Long> rates,
            @Nullable Long version) {
        static WorkspaceView of(Settings settings) {
            return new WorkspaceView(
                    settings.name(),
                    settings.zone().getId(),
                    settings.currency(),
                    settings.phoneRegion(),
                    settings.language().toLanguageTag(),
                    settings.rates(),
                    settings.version());
        }
    }

    @GetMapping
    @Requires(Permission.SETTINGS_READ)
    ResponseEntity<WorkspaceView> read() {
        return answer(workspace.settings());
    }

    @PutMapping
    @Requires(Permission.SETTINGS_WRITE)
    ResponseEntity<WorkspaceView> write(
            @RequestBody WorkspaceView wanted,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        List<FieldProblem> problems = problems(wanted);
        if (!problems.isEmpty()) {
            throw Refusal.of(SharedProblem.INVALID, problems);
        }
        long version = version(wanted, match);
        return switch (workspace.change(settings(wanted, version), version)) {
            case Changed.Done(Settings settings) -> answer(settings);
            case Changed.Stale(var current) -> throw Refusal.of(SharedProblem.STALE);
        };
    }

    private static ResponseEntity<WorkspaceView> answer(Settings settings) {
        return ResponseEntity.ok()
                .eTag("\"" + settings.version() + "\"")
                .body(WorkspaceView.of(settings));
    }

    private static long version(WorkspaceView wanted, @Nullable String match) {
        try {
            if (match != null) {
                return Long.parseLong(match.replace("W/", "").replace("\"", "").strip());
            }
        } catch (NumberFormatException e) {
            throw Refusal.of(SharedProblem.STALE);
        }
        if (wanted.version() == null) {
            throw Refusal.of(
                    SharedProblem.INVALID, List.of(FieldProblem.of("If-Match", "shared.missing")));
        }
        return wanted.version();
    }

    private static Settings settings(WorkspaceView wanted, long version) {
        return new Settings(
                Objects.requireNonNull(wanted.name()),
                ZoneId.of(Objects.requireNonNull(wanted.zone())),
                wanted.currency(),
                Objects.requireNonNull(wanted.phoneRegion()),
                Locale.forLanguageTag(Objects.requireNonNull(wanted.language())),
                wanted.rates() == null ? Map.of() : wanted.rates(),
                version);
    }

    private static List<FieldProblem> problems(WorkspaceView wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        String name = wanted.name();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            problems.add(
                    FieldProblem.of("/name", "shared.too-long", Integer.toString(LONGEST_NAME)));
        }
        if (!isZone(wanted.zone())) {
            problems.add(FieldProblem.of("/zone", "shared.bad-value"));
        }
        if (wanted.currency() != null && !isCurrency(wanted.currency())) {
            problems.add(FieldProblem.of("/currency", "shared.bad-value"));
        }
        if (wanted.phoneRegion() == null
                || !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)
                        .contains(wanted.phoneRegion())) {
            problems.add(FieldProblem.of("/phoneRegion", "shared.bad-value"));
        }
        if (wanted.language() == null || !LANGUAGES.contains(wanted.language())) {
            problems.add(FieldProblem.of("/language", "shared.unknown-value", "en, zh"));
        }
        rates(wanted).entrySet().stream()
                .filter(rate -> !isCurrency(rate.getKey()) || rate.getValue() <= 0)
                .forEach(rate ->
                        problems.add(
                                FieldProblem.of("/rates/" + rate.getKey(), "shared.bad-value")));
        return problems;
    }

    private static Map<String, Long> rates(WorkspaceView wanted) {
        return wanted.rates() == null ? Map.of() : wanted.rates();
    }

    private static boolean isZone(@Nullable String zone) {
        try {
            return zone != null && ZoneId.of(zone).getId().equals(zone);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
