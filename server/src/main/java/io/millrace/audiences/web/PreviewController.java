package io.millrace.audiences.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.live.AudienceAnswers;
import io.millrace.audiences.live.AudienceAnswers.Previewed;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomerFiles.Listed;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class PreviewController {
    private static final int MOST_IN_SAMPLE = 50;
    private static final int SAMPLE = 10;

    private final AudienceAnswers answers;
    private final CustomerFiles files;
    private final Access access;

    PreviewController(AudienceAnswers answers, CustomerFiles files, Access access) {
        this.answers = answers;
        this.files = files;
        this.access = access;
    }

    /**
     * @param asOf RFC 3339; now if not said
     * @param sample how many members to show
     */
    record Body(@Nullable JsonNode condition, @Nullable String asOf, @Nullable Integer sample) {}

    /**
     * @param open what opens exactly these in the list of customers
     */
    record View(
            int count,
            int total,
            Instant asOf,
            Map<String, Integer> addresses,
            Map<String, Integer> reach,
            List<CustomerFiles.Row> sample,
            List<AudienceAnswers.Step> steps,
            String open,
            long millis) {}

    @PostMapping("/api/v1/audiences/preview")
    @Requires(Permission.AUDIENCES_READ)
    View preview(@RequestBody Body body) {
        return switch (answers.preview(body.condition(), instant(body.asOf()))) {
            case Previewed.Invalid(var errors) -> throw AudiencesController.invalid(errors);
            case Previewed.Done done ->
                    new View(
                            done.count(),
                            done.total(),
                            done.asOf(),
                            done.addresses(),
                            done.reach(),
                            sample(done, body),
                            done.steps(),
                            "in=" + done.selection(),
                            done.millis());
        };
    }

    private List<CustomerFiles.Row> sample(Previewed.Done done, Body body) {
        int size = body.sample() == null ? SAMPLE : Math.clamp(body.sample(), 0, MOST_IN_SAMPLE);
        if (size == 0 || done.count() == 0) {
            return List.of();
        }
        Query query =
                new Query(
                        null,
                        List.of(done.selection()),
                        null,
                        body.asOf() == null ? null : done.asOf(),
                        null,
                        false,
                        null,
                        size,
                        false);
        Access.Caller caller =
                access.caller().orElseThrow(() -> Refusal.of(SharedProblem.NOT_FOUND));
        return switch (files.list(query, caller)) {
            case Listed.Found(var page) -> page.items();
            // The condition is too long for a selection; the numbers are right without a sample.
            case Listed.Invalid _ -> List.of();
        };
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw Refusal.of(
                    SharedProblem.INVALID, List.of(FieldProblem.of("/asOf", "shared.bad-instant")));
        }
    }
}
