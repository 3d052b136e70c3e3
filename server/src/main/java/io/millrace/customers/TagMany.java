package io.millrace.customers;

import io.millrace.customers.CustomerEdits.Edited;
import io.millrace.customers.CustomerEdits.NewTag;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.jobs.Jobs;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Tags everybody of a selection, or takes a tag from them. */
final class TagMany implements Jobs.Work {
    static final String KIND = "customers.tag";
    private static final int AT_ONCE = 500;

    private final Tags tags;
    private final TagSlices slices;
    private final Sifting sifting;
    private final TransactionTemplate transactions;
    private final Jobs jobs;
    private final JsonMapper json;

    TagMany(CustomerParts parts, Sifting sifting, Jobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.tags = parts.tags;
        this.slices = new TagSlices(parts);
        this.transactions = parts.transactions;
        this.sifting = sifting;
        this.json = json;
    }

    record Input(List<String> in, @Nullable Instant asOf, NewTag tag, boolean remove, String by) {}

    @Override
    public String kind() {
        return KIND;
    }

    Edited<UUID> begin(
            List<String> in, @Nullable Instant asOf, NewTag tag, boolean remove, String by) {
        var wrong = new ArrayList<>(remove ? List.of() : tags.wrong(tag));
        if (whom(in, asOf) == null) {
            wrong.add(FieldProblem.of("/in", "customers.unknown-selection", String.join(", ", in)));
        }
        if (!wrong.isEmpty()) {
            return new Edited.Invalid<>(wrong);
        }
        var input = new Input(in, asOf, tag, remove, by);
        return new Edited.Done<>(
                jobs.submit(
                        KIND, tag.category() + ": " + tag.value(), json.writeValueAsString(input)));
    }

    /** Whom the selections name now; null if one of them names nobody that is known. */
    @Nullable List<ProfileId> whom(List<String> in, @Nullable Instant asOf) {
        return sifting.sift(new Query(null, in, null, asOf, null, false, null, 1, false))
                        instanceof Sifting.Sifted.Only(var roots)
                ? roots
                : null;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        var input = json.readValue(run.input(), Input.class);
        var roots = whom(input.in, input.asOf);
        if (roots == null) {
            run.fail(CustomersProblem.SELECTION_GONE.code());
            return;
        }
        var changed = 0L;
        for (var from = 0; from < roots.size(); from += AT_ONCE) {
            var slice = roots.subList(from, Math.min(from + AT_ONCE, roots.size()));
            var some =
                    transactions.execute(_ ->
                            input.remove
                                    ? slices.removeAll(slice, input.tag, input.by)
                                    : slices.setAll(slice, input.tag, input.by));
            changed += some == null ? 0 : some;
            run.step(from + slice.size(), (long) roots.size(), Map.of("changed", changed), null);
        }
    }
}
