package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Property;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leads a new fact to the conditions whose answers it can change: by its kind and, where a
 * condition names a text that an attribute must have, by that text. It may lead to a condition in
 * vain, never past one, with one exception: a customer's first fact can change every answer, and
 * whether a fact is the first its timeline alone can tell.
 */
public final class Routes {
    /** A selection of every kind leaves these out. */
    private static final Set<String> MADE_OF_CUSTOMERS =
            Set.of(Kinds.AUDIENCE_ENTERED, Kinds.AUDIENCE_LEFT, Kinds.STAGE_ENTERED);

    /** One interest of one condition. */
    private record Stop(int condition, Effect effect, List<Key> keys) {}

    /** A text that an attribute has to have; without a name, the subject. */
    private record Key(@Nullable String attribute, String text) {}

    private static final class Branch {
        final List<Stop> always = new ArrayList<>();
        final Map<@Nullable String, Map<String, List<Stop>>> byText = new HashMap<>();

        Stream<Stop> all() {
            return Stream.concat(
                    always.stream(),
                    byText.values().stream()
                            .flatMap(texts -> texts.values().stream())
                            .flatMap(List::stream));
        }
    }

    private final int conditions;
    private final Map<String, Branch> byKind = new HashMap<>();
    private final Branch everyKind = new Branch();
    private final Guard[] guards;

    private Routes(List<Condition> conditions) {
        this.conditions = conditions.size();
        this.guards = conditions.stream().map(Guard::of).toArray(Guard[]::new);
        for (int i = 0; i < conditions.size(); i++) {
            for (Interest interest : Interests.of(conditions.get(i))) {
                add(i, interest);
            }
        }
    }

    public static Routes of(List<Condition> conditions) {
        return new Routes(conditions);
    }

    private void add(int condition, Interest interest) {
        Selection facts = interest.facts();
        Stop stop = new Stop(condition, interest.effect(), keys(facts));
        if (facts.kinds().isEmpty()) {
            add(stop, everyKind);
        }
        for (String kind : facts.kinds()) {
            add(stop, byKind.computeIfAbsent(kind, _ -> new Branch()));
        }
    }

    private static void add(Stop stop, Branch branch) {
        if (stop.keys.isEmpty()) {
            branch.always.add(stop);
        }
        for (Key key : stop.keys) {
            branch.byText
                    .computeIfAbsent(key.attribute, _ -> new HashMap<>())
                    .computeIfAbsent(key.text, _ -> new ArrayList<>())
                    .add(stop);
        }
    }

    /** The texts of the last filter that names some: those before it tend to say the topic only. */
    private static List<Key> keys(Selection facts) {
        for (Selection.Filter filter : facts.where().reversed()) {
            List<Value> values = filter.negated() ? List.of() : values(filter.test());
            boolean texts = values.stream().allMatch(Value.Text.class::isInstance);
            if (!values.isEmpty() && texts) {
                @Nullable String attribute =
                        filter.property() instanceof Property.Named(String name) ? name : null;
                if (attribute != null || filter.property() instanceof Property.Subject) {
                    return values.stream()
                            .map(value -> new Key(attribute, ((Value.Text) value).text()))
                            .distinct()
                            .toList();
                }
            }
        }
        return List.of();
    }

    private static List<Value> values(ValueTest test) {
        return switch (test) {
            case ValueTest.Equals(Value value) -> List.of(value);
            case ValueTest.OneOf(List<Value> values) -> values;
            default -> List.of();
        };
    }

    /**
     * An empty collection that {@link #lead} fills; for the facts of one customer after another.
     */
    public Led led() {
        return new Led(conditions);
    }

    /**
     * Adds the conditions that a fact can matter to. Those that never hold for the customer are
     * left out.
     */
    public void lead(Fact fact, long customerHigh, long customerLow, Led into) {
        if (Interests.makesCustomer(fact.kind())) {
            into.addAll();
            return;
        }
        Branch branch = byKind.get(fact.kind());
        if (branch != null) {
            lead(branch, fact, customerHigh, customerLow, into);
        }
        if (!MADE_OF_CUSTOMERS.contains(fact.kind())) {
            lead(everyKind, fact, customerHigh, customerLow, into);
        }
    }

    /** Adds the conditions that some fact of a kind can matter to, in whichever direction. */
    public void lead(String kind, Led into) {
        if (Interests.makesCustomer(kind)) {
            into.addAll();
            return;
        }
        Branch branch = byKind.get(kind);
        if (branch != null) {
            branch.all().forEach(stop -> into.add(stop.condition, Effect.EITHER));
        }
        everyKind.all().forEach(stop -> into.add(stop.condition, Effect.EITHER));
    }

    private void lead(Branch branch, Fact fact, long high, long low, Led into) {
        lead(branch.always, high, low, into);
        branch.byText.forEach((attribute, byText) -> {
            String text = text(fact, attribute);
            List<Stop> stops = text == null ? null : byText.get(text);
            if (stops != null) {
                lead(stops, high, low, into);
            }
        });
    }

    private static @Nullable String text(Fact fact, @Nullable String attribute) {
        if (attribute == null) {
            return fact.subject();
        }
        return fact.attributes().get(attribute) instanceof Value.Text(String text) ? text : null;
    }

    private void lead(List<Stop> stops, long high, long low, Led into) {
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            if (guards[stop.condition].lets(high, low)) {
                into.add(stop.condition, stop.effect);
            }
        }
    }
}
