package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Property;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link Selection} ready to be asked of the current fact. */
final class Selector {
    private record Pass(Attributes property, Check check, Truth wanted, boolean subject) {}

    final List<Codes.Code> kinds;

    /** What audiences and schemes make of a customer is nothing that the customer did. */
    private final List<Codes.Code> made;

    /** What to leave out; null if nothing. */
    private final @Nullable Cancelled cancelled;

    private final Codes.Code cancellation;
    private final Pass[] passes;
    private final Cell cell = new Cell();

    Selector(Selection selection, Codes codes) {
        this(selection, codes, null);
    }

    /**
     * @param cancelled of the same timeline, if the selection leaves them out
     */
    Selector(Selection selection, Codes codes, @Nullable Cancelled cancelled) {
        this.cancelled = cancelled;
        cancellation = codes.of(Kinds.ORDER_CANCELLED);
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

    /** The kinds of the facts that matter; none if all do. */
    List<Codes.Code> wanted() {
        if (cancelled == null || kinds.isEmpty()) {
            return kinds;
        }
        List<Codes.Code> wanted = new ArrayList<>(kinds);
        wanted.add(cancellation);
        return wanted;
    }

    /** True if orders that have been cancelled are left out. */
    boolean notCancelled() {
        return cancelled != null;
    }

    /** True if the fact can make others be left out. */
    boolean cancels(Timeline fact) {
        return cancelled != null && cancellation.is(fact.kind());
    }

    /** True if the fact is of one of the kinds and passes. */
    boolean selects(Timeline fact) {
        return isOfAKind(fact) && passesAll(fact);
    }

    private boolean isOfAKind(Timeline fact) {
        if (kinds.isEmpty()) {
            return true;
        }
        int kind = fact.kind();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).value == kind) {
                return true;
            }
        }
        return false;
    }

    /** True if a fact of one of the wanted kinds passes. */
    boolean passes(Timeline fact) {
        return (cancelled == null || isOfAKind(fact)) && passesAll(fact);
    }

    private boolean passesAll(Timeline fact) {
        if (cancelled != null && cancelled.has(fact.subjectHash())) {
            return false;
        }
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
