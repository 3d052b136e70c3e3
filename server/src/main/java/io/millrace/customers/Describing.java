package io.millrace.customers;

import io.millrace.customers.AttributeCatalogue.Attribute;
import io.millrace.customers.Customers.Description;
import io.millrace.privacy.Privacy;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** From descriptions to the customers' current values, and to the facts that say what changed. */
final class Describing {
    private static final int LONGEST_VALUE = 4_096;

    private final AttributeCatalogue catalogue;
    private final AttributeRows rows;
    private final AttributeFacts facts;
    private final Privacy privacy;
    private final TransactionTemplate transactions;

    Describing(
            AttributeCatalogue catalogue,
            AttributeRows rows,
            AttributeFacts facts,
            Privacy privacy,
            TransactionTemplate transactions) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.facts = facts;
        this.privacy = privacy;
        this.transactions = transactions;
    }

    /** Which value of whom; ordered, so that all writers lock rows in one order. */
    record Slot(ProfileId profile, int attribute) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            var order = profile.compareTo(other.profile);
            return order != 0 ? order : Integer.compare(attribute, other.attribute);
        }
    }

    /** A value as it was sent; null clear removes it. */
    record Told(
            Slot slot,
            Attribute attribute,
            @Nullable String clear,
            long digest,
            Instant observedAt,
            String source) {}

    /** A value as it is kept. */
    record Kept(long digest, Instant observedAt) {}

    /** Answers whose values changed. */
    Set<ProfileId> describe(Collection<Description> descriptions) {
        if (descriptions.isEmpty()) {
            return Set.of();
        }
        return Objects.requireNonNull(transactions.execute(status -> write(latest(descriptions))));
    }

    private Set<ProfileId> write(Map<Slot, Told> latest) {
        var kept = rows.kept(profiles(latest.keySet()));
        var changed = new ArrayList<Told>();
        var confirmed = new ArrayList<Told>();
        for (var told : latest.values()) {
            var old = kept.get(told.slot());
            if (old == null ? told.clear() == null : old.observedAt().isAfter(told.observedAt())) {
                continue;
            }
            if (old == null || old.digest() != told.digest()) {
                changed.add(told);
            } else if (told.observedAt().isAfter(old.observedAt())) {
                confirmed.add(told);
            }
        }
        rows.confirm(confirmed);
        rows.store(changed);
        facts.changed(changed);
        return profiles(changed.stream().map(Told::slot).toList());
    }

    private Map<Slot, Told> latest(Collection<Description> descriptions) {
        var latest = new TreeMap<Slot, Told>();
        for (var description : descriptions) {
            var values = description.values();
            var known = catalogue.ensure(values.keySet(), description.source());
            values.forEach((name, value) -> {
                var attribute = known.get(name);
                if (attribute != null) {
                    latest.merge(
                            new Slot(description.profile(), attribute.id()),
                            told(description, attribute, value),
                            Describing::later);
                }
            });
        }
        return latest;
    }

    private static Told later(Told one, Told other) {
        return other.observedAt().isBefore(one.observedAt()) ? one : other;
    }

    private Told told(Description description, Attribute attribute, @Nullable String value) {
        var clear = value == null ? null : writable(value);
        var space = "VALUE|" + description.profile().value() + "|" + attribute.id();
        var digest =
                clear == null ? 0 : privacy.blindIndex(space, clear).getMostSignificantBits() | 1;
        return new Told(
                new Slot(description.profile(), attribute.id()),
                attribute,
                clear,
                digest,
                description.observedAt(),
                description.source());
    }

    /** What PostgreSQL and JSON can hold, and no more than a value's worth of it. */
    static String writable(String value) {
        var cut = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
        for (var i = 0; i < cut.length(); i++) {
            if (cut.charAt(i) == 0 || Character.isSurrogate(cut.charAt(i))) {
                return replaced(cut);
            }
        }
        return cut;
    }

    private static String replaced(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point ->
                        point == 0 || Character.getType(point) == Character.SURROGATE
                                ? 0xFFFD
                                : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static Set<ProfileId> profiles(Collection<Slot> slots) {
        var profiles = new HashSet<ProfileId>();
        slots.forEach(slot -> profiles.add(slot.profile()));
        return profiles;
    }
}
