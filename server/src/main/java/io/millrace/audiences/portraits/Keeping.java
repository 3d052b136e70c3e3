package io.millrace.audiences.portraits;

import io.millrace.audiences.live.AudienceAnswers;
import io.millrace.audiences.live.AudienceAnswers.Previewed;
import io.millrace.audiences.live.LiveAudiences;
import io.millrace.audiences.live.LiveAudiences.Saved;
import io.millrace.audiences.live.LiveAudiences.Wanted;
import io.millrace.audiences.portraits.Portraits.Kept;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.evaluate.Reads;
import io.millrace.kernel.condition.json.ConditionJson;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.SortedProfiles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes audiences of what was found: by a condition if there is one, else as a list. */
@Component
class Keeping {
    /** By so much a run of a model may be behind. */
    private static final double TOLERANCE = 0.02;

    private final LiveAudiences audiences;
    private final AudienceAnswers answers;
    private final JsonMapper json;

    Keeping(LiveAudiences audiences, AudienceAnswers answers, JsonMapper json) {
        this.audiences = audiences;
        this.answers = answers;
        this.json = json;
    }

    /**
     * Whether a condition takes in as many as were counted. Scores are of the last run of their
     * model, which may be old, or never have been: then a list is what was meant.
     */
    boolean saysTheSame(Condition condition, int counted) {
        return !Reads.of(condition).kinds().contains(Kinds.MODEL_SCORED)
                || (answers.preview(node(condition), null) instanceof Previewed.Done done
                        && Math.abs(done.count() - counted) <= counted * TOLERANCE);
    }

    private JsonNode node(Condition condition) {
        return json.readTree(ConditionJson.write(condition).toString());
    }

    Kept live(String name, @Nullable String description, Condition condition, int size, String by) {
        Wanted wanted =
                new Wanted(name, description, null, null, false, node(condition), List.of());
        return answer(audiences.create(wanted, by), true, size, name);
    }

    Kept list(String name, @Nullable String description, SortedProfiles customers, String by) {
        if (customers.isEmpty()) {
            return new Kept.Nobody();
        }
        Wanted wanted = new Wanted(name, description, null, null, true, null, List.of());
        Saved saved = audiences.create(wanted, by);
        if (saved instanceof Saved.Done(var id, _, _)) {
            audiences.include(id, customers);
        }
        return answer(saved, false, customers.size(), name);
    }

    private static Kept answer(Saved saved, boolean live, int size, String name) {
        return switch (saved) {
            case Saved.Done(var id, var job, _) ->
                    new Kept.Done(id.toString(), live, job == null ? null : job.toString(), size);
            case Saved.NameTaken(String taken) -> new Kept.NameTaken(taken);
            case Saved.Invalid _ -> new Kept.NameMissing();
            case Saved.NoSuchAudience _, Saved.NoList _ -> new Kept.Unknown(name);
        };
    }
}
