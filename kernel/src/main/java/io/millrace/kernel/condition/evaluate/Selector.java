package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Property;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.List;
import java.util.stream.Stream;

/** A {@link Selection} ready to be asked of the current fact. */
final class Selector {
    private record Pass(Attributes property, Check check, Truth wanted, boolean subject) {}

    final List<Codes.Code> kinds;

    /** What audiences and schemes make of a customer is nothing that the customer did. */
    private final List<Codes.Code> made;

    private final Pass[] passes;
    private final Cell cell = new Cell();

    Selector(Selection selection, Codes codes) {
        kinds = selection.kinds().stream().map(codes::of).toList();
        made =
                kinds.isEmpty()
                        ? Stream.of(
                                        Kinds.AUDIENCE_ENTERED,
                                        Kinds.AUDIENCE_LEFT,
                                        Kinds.STAGE_ENTERED)
                                .map(codes::of)
                                .toList()
                        : List.of();
        passes =
                selection.where().stream()
                        .map(filter ->
                                new Pass(
                                        Attributes.of(filter.property(), codes),
                                        Check.of(filter.test(), codes),
                                        Truth.of(!filter.negated()),
                                        filter.property() instanceof Property.Subject))
                        .toArray(Pass[]::new);
    }

    /** True if the fact is of one of the kinds and passes. */
    boolean selects(Timeline fact) {
        if (kinds.isEmpty()) {
            return passes(fact);
        }
        int kind = fact.kind();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).value == kind) {
                return passes(fact);
            }
        }
        return false;
    }

    /** True if a fact of one of the kinds passes. */
    boolean passes(Timeline fact) {
        for (int i = 0; i < made.size(); i++) {
            if (made.get(i).is(fact.kind())) {
                return false;
            }
        }
        for (Pass pass : passes) {
            if (answer(pass, fact) != pass.wanted) {
                return false;
            }
        }
        return true;
    }

    private Truth answer(Pass pass, Timeline fact) {
        pass.property.read(fact, cell);
        if (pass.subject && cell.isReadable()) {
            if (!pass.check.possible(cell.payload)) {
                return Truth.FALSE;
            }
            cell.text = fact.subject();
        }
        return pass.check.of(cell);
    }
}
