package io.millrace.kernel.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the store should answer, computed the naive way: lists, filters, sorts. */
final class Oracle {
    static final Comparator<Fact> ORDER =
            Comparator.comparing(Fact::occurredAt).thenComparing(Fact::id, Uuids.ORDER);

    private Oracle() {}

    /** One line for each fact of each customer. */
    static Map<UUID, List<String>> read(List<Fact> facts, CustomerMap map, Cut cut) {
        Map<UUID, List<Fact>> customers = new TreeMap<>(Uuids.ORDER);
        for (Fact fact : distinct(facts)) {
            if (Micros.of(fact.occurredAt()) <= cut.occurredBy()
                    && Micros.of(fact.recordedAt()) <= cut.recordedBy()) {
                customers
                        .computeIfAbsent(map.rootOf(fact.profile()), c -> new ArrayList<>())
                        .add(fact);
            }
        }
        Map<UUID, List<String>> lines = new LinkedHashMap<>();
        customers.forEach((customer, own) ->
                lines.put(customer, own.stream().sorted(ORDER).map(Oracle::line).toList()));
        return lines;
    }

    static List<Fact> distinct(List<Fact> facts) {
        Map<UUID, Fact> byId = new LinkedHashMap<>();
        facts.forEach(fact -> byId.putIfAbsent(fact.id(), fact));
        return List.copyOf(byId.values());
    }

    static String line(Fact fact) {
        TreeMap<String, Value> attributes = new TreeMap<>(fact.attributes());
        attributes.values().removeIf(Value.Sealed.class::isInstance);
        String subject = fact.subject() == null ? "" : fact.subject();
        return String.join(
                "|",
                fact.id().toString(),
                fact.kind(),
                "" + Micros.of(fact.occurredAt()),
                "" + Micros.of(fact.recordedAt()),
                subject,
                "" + SubjectHash.of(subject),
                "" + fact.amount(),
                "" + fact.currency(),
                attributes.toString(),
                fact.source(),
                "" + fact.historical());
    }

    /** The same line, read from a cursor. */
    static String line(Timeline timeline, Dictionary words) {
        TreeMap<String, Value> attributes = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            int code = words.code("a" + i);
            if (code != Dictionary.NONE && timeline.has(code)) {
                Value value = value(timeline, code, words);
                if (!(value instanceof Value.Sealed)) {
                    attributes.put("a" + i, value);
                }
            }
        }
        int currency = timeline.currency();
        return String.join(
                "|",
                new UUID(timeline.idHigh(), timeline.idLow()).toString(),
                words.word(timeline.kind()),
                "" + timeline.occurredAt(),
                "" + timeline.recordedAt(),
                timeline.subject(),
                "" + timeline.subjectHash(),
                "" + timeline.amount(),
                currency == Dictionary.NONE ? "null" : words.word(currency),
                attributes.toString(),
                words.word(timeline.source()),
                "" + timeline.historical());
    }

    private static Value value(Timeline timeline, int code, Dictionary words) {
        if (timeline.text(code) != Dictionary.NONE) {
            return new Value.Text(words.word(timeline.text(code)));
        }
        if (timeline.flag(code, true) == timeline.flag(code, false)) {
            return new Value.Flag(timeline.flag(code, false));
        }
        if (timeline.whole(code, 0) == timeline.whole(code, 1)) {
            return new Value.Whole(timeline.whole(code, 0));
        }
        double real = timeline.real(code);
        return Double.isNaN(real) ? new Value.Sealed("") : new Value.Real(real);
    }
}
