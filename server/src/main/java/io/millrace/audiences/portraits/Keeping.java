package io.millrace.audiences.portraits;

import io.millrace.audiences.live.LiveAudiences;
import io.millrace.audiences.live.LiveAudiences.Saved;
import io.millrace.audiences.live.LiveAudiences.Wanted;
import io.millrace.audiences.portraits.Portraits.Kept;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.json.ConditionJson;
import io.millrace.shared.SortedProfiles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes audiences of what was found: by a condition if there is one, else as a list. */
@Component
class Keeping {
    private final LiveAudiences audiences;
    private final JsonMapper json;

    Keeping(LiveAudiences audiences, JsonMapper json) {
        this.audiences = audiences;
        this.json = json;
    }

    Kept live(String name, @Nullable String description, Condition condition, int size, String by) {
        var node = json.readTree(ConditionJson.write(condition).toString());
        Wanted wanted = new Wanted(name, description, null, null, false, node, List.of());
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
