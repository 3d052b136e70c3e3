package io.millrace.audiences.live;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.condition.evaluate.Led;
import io.millrace.kernel.condition.evaluate.Routes;
import io.millrace.kernel.timeline.Dictionary;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Slots that are asked together, in one walk over each customer.
 *
 * @param whole the panel also asks what the facts tell of each audience
 */
final class Panel {
    final List<Slot> slots;
    final List<Condition> conditions;
    final boolean whole;
    private @Nullable Dictionary words;
    private @Nullable Evaluator evaluator;
    private @Nullable Routes routes;
    private @Nullable Led led;

    Panel(List<Slot> slots, boolean whole) {
        this.slots = List.copyOf(slots);
        this.whole = whole;
        List<Condition> asked = new ArrayList<>();
        slots.forEach(slot -> asked.add(slot.condition()));
        if (whole) {
            slots.forEach(slot -> asked.add(slot.told()));
        }
        this.conditions = List.copyOf(asked);
    }

    /** Conditions that nobody follows. */
    Panel(List<Condition> conditions) {
        this.slots = List.of();
        this.whole = false;
        this.conditions = List.copyOf(conditions);
    }

    /** For one thread; the same as long as the store's words are the same. */
    Evaluator kept(Dictionary dictionary, ZoneId zone) {
        Evaluator ready = evaluator;
        if (ready == null || words != dictionary) {
            ready = fresh(dictionary, zone);
            words = dictionary;
            evaluator = ready;
        }
        return ready;
    }

    Evaluator fresh(Dictionary dictionary, ZoneId zone) {
        return Evaluator.of(conditions, dictionary, zone);
    }

    /** By which facts find the slots that they matter to. */
    Routes routes() {
        Routes ready = routes;
        if (ready == null) {
            ready = Routes.of(conditions);
            routes = ready;
        }
        return ready;
    }

    /** For one thread; empty it before use. */
    Led led() {
        Led ready = led;
        if (ready == null) {
            ready = routes().led();
            led = ready;
        }
        return ready;
    }

    /** All places. */
    int[] places() {
        return IntStream.range(0, slots.size()).toArray();
    }

    boolean holds(Judgements found, int row, int slot) {
        return row >= 0 && found.holds(row, slot);
    }

    /** Whether the facts say that the customer is in it. */
    boolean told(Judgements found, int row, int slot) {
        return row >= 0 && found.holds(row, slots.size() + slot);
    }
}
