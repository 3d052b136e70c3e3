package io.millrace.audiences.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.Audiences;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.shared.Label;
import io.millrace.shared.Refusal;
import io.millrace.workspace.AsOf;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/stage-schemes/{key}")
class SchemesController {
    private final Audiences audiences;

    SchemesController(Audiences audiences) {
        this.audiences = audiences;
    }

    @GetMapping
    @Requires(Permission.INSIGHTS_READ)
    Audiences.Scheme scheme(@PathVariable String key) {
        return audiences.scheme(key).orElseThrow(() -> noSuch(key));
    }

    @PutMapping
    @Requires(Permission.STAGES_WRITE)
    Audiences.Scheme change(@PathVariable String key, @RequestBody JsonNode rules) {
        return scheme(key, audiences.change(key, rules));
    }

    private static Audiences.Scheme scheme(String key, Audiences.SchemeChange change) {
        return switch (change) {
            case Audiences.SchemeChange.Done(Audiences.Scheme scheme) -> scheme;
            case Audiences.SchemeChange.Invalid(var errors) ->
                    throw Refusal.of(AudiencesProblem.RULES_INVALID, errors);
            case Audiences.SchemeChange.NoSuchScheme() -> throw noSuch(key);
        };
    }

    @DeleteMapping
    @Requires(Permission.STAGES_WRITE)
    Audiences.Scheme restore(@PathVariable String key) {
        return scheme(key, audiences.restore(key));
    }

    /**
     * @param told whether a fact tells of each customer's change of stage from now on
     */
    record Facts(boolean told) {}

    @PutMapping("/facts")
    @Requires(Permission.STAGES_WRITE)
    Audiences.Scheme tell(@PathVariable String key, @RequestBody Facts facts) {
        return audiences.tell(key, facts.told()).orElseThrow(() -> noSuch(key));
    }

    @PostMapping("/preview")
    @Requires(Permission.STAGES_WRITE)
    Preview preview(@PathVariable String key, @RequestBody JsonNode rules, @Nullable AsOf asOf) {
        Instant instant = asOf == null ? null : asOf.instant();
        return switch (audiences.preview(key, rules, instant)) {
            case Audiences.Previewed.Done done -> Preview.of(done);
            case Audiences.Previewed.Invalid(var errors) ->
                    throw Refusal.of(AudiencesProblem.RULES_INVALID, errors);
            case Audiences.Previewed.NoSuchScheme() -> throw noSuch(key);
        };
    }

    /**
     * @param moving how many customers would change their stage
     * @param leaving stages of the present rules that would be gone, with their customers
     */
    record Preview(
            Instant asOf,
            int customers,
            int moving,
            List<Stage> stages,
            Map<String, Integer> leaving) {
        /**
         * @param before customers under the present rules, null for a stage that is new
         */
        record Stage(
                String key,
                Label label,
                Audiences.Rule rule,
                int customers,
                @Nullable Integer before,
                long revenue) {}

        static Preview of(Audiences.Previewed.Done done) {
            Map<String, Integer> gone = new LinkedHashMap<>(done.now());
            done.stages().stages().forEach(stage -> gone.remove(stage.key()));
            return new Preview(
                    done.stages().asOf(),
                    done.stages().customers(),
                    done.moving(),
                    done.stages().stages().stream().map(s -> stage(s, done)).toList(),
                    gone);
        }

        private static Stage stage(Audiences.Stage stage, Audiences.Previewed.Done done) {
            return new Stage(
                    stage.key(),
                    stage.label(),
                    stage.rule(),
                    stage.customers(),
                    done.now().get(stage.key()),
                    stage.revenue());
        }
    }

    private static Refusal noSuch(String key) {
        return Refusal.of(AudiencesProblem.NO_SUCH_SCHEME, key);
    }
}
