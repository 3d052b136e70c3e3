package io.millrace.kernel.model.portrait;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who every customer is as of an instant: attributes, consents, tags, identities, and where and
 * what they bought, in one scan. An order that was cancelled by the instant leaves no mark. Only
 * known customers (at any time: who somebody is may be learnt later) with a fact by the instant.
 */
public final class TraitFold implements Fold<TraitFold.Filling> {
    /** The table with the space in which one customer is read. */
    public static final class Filling {
        private final TraitTable table;
        private final Traits traits;

        private Filling(TraitQuery query) {
            int attributes = query.attributes().size();
            int channels = query.channels().size();
            this.table = new TraitTable(query.asOf(), attributes, channels);
            this.traits = new Traits(attributes, channels);
        }

        /** What came out; complete once the run has finished. */
        public TraitTable table() {
            return table;
        }
    }

    private static final Set<String> READ =
            Set.of(
                    Kinds.CUSTOMER_KNOWN,
                    Kinds.IDENTITY_ADDED,
                    Kinds.PROFILE_CHANGED,
                    Kinds.TAG_ADDED,
                    Kinds.TAG_REMOVED,
                    Kinds.CONSENT_GIVEN,
                    Kinds.CONSENT_WITHDRAWN,
                    Kinds.ORDER_COMPLETED,
                    Kinds.ORDER_CANCELLED,
                    Kinds.ORDER_ITEM);

    private final TraitQuery query;
    private final @Nullable String[] kinds;
    private final Map<Integer, Integer> attributes = new HashMap<>();
    private final Map<Integer, Integer> channels = new HashMap<>();
    private final int known;
    private final int purposeMeant;
    private final Named named;

    /** The codes of the attributes that are read. */
    private record Named(
            int attribute,
            int value,
            int type,
            int identities,
            int category,
            int purpose,
            int channel,
            int store) {
        static Named of(Dictionary words) {
            return new Named(
                    words.code("attribute"),
                    words.code("value"),
                    words.code("type"),
                    words.code("identities"),
                    words.code("category"),
                    words.code("purpose"),
                    words.code("channel"),
                    words.code("store"));
        }
    }

    public TraitFold(Dictionary dictionary, TraitQuery query) {
        this.query = query;
        this.named = Named.of(dictionary);
        this.known = dictionary.code(Kinds.CUSTOMER_KNOWN);
        this.purposeMeant = dictionary.code(query.purpose());
        this.kinds = kinds(dictionary);
        places(dictionary, query.attributes(), attributes);
        places(dictionary, query.channels(), channels);
    }

    private static @Nullable String[] kinds(Dictionary words) {
        @Nullable String[] kinds = {};
        for (String kind : READ) {
            int code = words.code(kind);
            if (code != Dictionary.NONE) {
                kinds = Arrays.copyOf(kinds, Math.max(kinds.length, code + 1));
                kinds[code] = kind;
            }
        }
        return kinds;
    }

    private static void places(Dictionary words, List<String> names, Map<Integer, Integer> into) {
        for (int i = 0; i < names.size(); i++) {
            into.put(words.code(names.get(i)), i);
        }
        into.remove(Dictionary.NONE);
    }

    @Override
    public Filling newAccumulator() {
        return new Filling(query);
    }

    @Override
    public void accept(Timeline timeline, Filling into) {
        Traits traits = into.traits;
        traits.reset();
        boolean seen = false;
        boolean isKnown = false;
        while (timeline.next()) {
            isKnown |= timeline.kind() == known;
            if (timeline.occurredAt() > query.asOf()) {
                if (isKnown || !seen) {
                    break;
                }
                continue;
            }
            if (!seen) {
                traits.first = timeline.occurredAt();
                seen = true;
            }
            String kind = timeline.kind() < kinds.length ? kinds[timeline.kind()] : null;
            if (kind != null) {
                read(kind, timeline, traits);
            }
        }
        if (seen && isKnown) {
            traits.settle();
            into.table.add(timeline.customerHigh(), timeline.customerLow(), traits);
        }
    }

    private void read(String kind, Timeline fact, Traits traits) {
        switch (kind) {
            case Kinds.ORDER_ITEM ->
                    mark(TraitTable.CATEGORY, text(fact, named.category), fact, traits);
            case Kinds.ORDER_COMPLETED -> {
                mark(TraitTable.CHANNEL, text(fact, named.channel), fact, traits);
                mark(TraitTable.STORE, text(fact, named.store), fact, traits);
            }
            case Kinds.ORDER_CANCELLED -> traits.cancel(fact.subjectHash());
            case Kinds.PROFILE_CHANGED -> changed(fact, traits);
            case Kinds.TAG_ADDED, Kinds.TAG_REMOVED ->
                    tag(fact, kind.equals(Kinds.TAG_ADDED), traits);
            case Kinds.CONSENT_GIVEN -> consent(fact, TraitTable.GIVEN, traits);
            case Kinds.CONSENT_WITHDRAWN -> consent(fact, TraitTable.WITHDRAWN, traits);
            case Kinds.CUSTOMER_KNOWN -> identity(text(fact, named.identities), traits);
            default -> identity(text(fact, named.type), traits);
        }
    }

    private static void mark(int of, int word, Timeline fact, Traits traits) {
        if (word != Dictionary.NONE) {
            traits.mark(of, word, fact.subjectHash());
        }
    }

    private static void identity(int word, Traits traits) {
        if (word != Dictionary.NONE) {
            traits.mark(TraitTable.IDENTITY, word, 0);
        }
    }

    private void changed(Timeline fact, Traits traits) {
        Integer place = attributes.get(text(fact, named.attribute));
        if (place != null) {
            traits.words[place] = text(fact, named.value);
        }
    }

    private void tag(Timeline fact, boolean added, Traits traits) {
        int category = text(fact, named.category);
        int value = text(fact, named.value);
        if (category == Dictionary.NONE || value == Dictionary.NONE) {
            return;
        }
        if (added) {
            traits.mark(TraitTable.TAG + category, value, 0);
        } else {
            traits.unmark(TraitTable.TAG + category, value);
        }
    }

    private void consent(Timeline fact, byte answer, Traits traits) {
        Integer place = channels.get(text(fact, named.channel));
        if (place != null && text(fact, named.purpose) == purposeMeant) {
            traits.consents[place] = answer;
        }
    }

    private static int text(Timeline fact, int attribute) {
        return attribute == Dictionary.NONE ? Dictionary.NONE : fact.text(attribute);
    }

    @Override
    public Set<String> kinds() {
        return READ;
    }

    @Override
    public Filling merge(Filling left, Filling right) {
        left.table.append(right.table);
        return left;
    }
}
