package io.millrace.customers;

import io.millrace.customers.Consents.State;
import io.millrace.customers.Consents.Word;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Attributes;
import io.millrace.timelines.NewFact;
import io.millrace.timelines.Timelines;
import io.millrace.timelines.Timelines.FactFilter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Words about consent as facts. An end that was foretold stays on the timeline for ever; where a
 * later word says otherwise, a fact just after that end says so again.
 */
final class ConsentFacts {
    private static final Set<String> KINDS = Set.of(Kinds.CONSENT_GIVEN, Kinds.CONSENT_WITHDRAWN);
    private static final int PAGE = 200;
    private static final String EXPIRED = "expired";
    private static final String RENEWED = "renewed";

    private final Timelines timelines;
    private final Families families;
    private final CustomerFacts facts;

    ConsentFacts(Timelines timelines, Families families, CustomerFacts facts) {
        this.timelines = timelines;
        this.families = families;
        this.facts = facts;
    }

    /**
     * @param source the key or file that brought it
     */
    record Said(ProfileId profile, Word word, Instant at, String source) {}

    private record Topic(String purpose, String channel) {}

    /** In the caller's transaction. */
    void append(Said said) {
        facts.append(List.of(fact(said, said.word().given(), said.at(), null)));
        foresee(said);
    }

    /**
     * What follows from a word whose own fact is told already. What somebody said after it stands,
     * also if that arrived before it.
     */
    void foresee(Said said) {
        Word word = said.word();
        List<NewFact> told = new ArrayList<>();
        Instant expires = word.given() ? word.expiresAt() : null;
        List<Fact> later = later(said);
        Instant next = nextWord(later);
        foretold(later, next)
                .forEach((at, given) -> {
                    boolean wanted = word.given() && (expires == null || at.isBefore(expires));
                    if (given != wanted) {
                        told.add(fact(said, wanted, at.plus(1, ChronoUnit.MICROS), RENEWED));
                    }
                });
        if (expires != null && expires.isBefore(next)) {
            told.add(fact(said, false, expires, EXPIRED));
        }
        facts.append(told);
    }

    /** Facts of the same topic after a word. */
    private List<Fact> later(Said said) {
        Topic topic = new Topic(said.word().purpose(), said.word().channel());
        Instant after = said.at().plus(1, ChronoUnit.MICROS);
        ProfileId root = families.rootOf(said.profile()).orElse(said.profile());
        return read(root, new FactFilter(KINDS, after, null, null)).stream()
                .filter(fact -> topic.equals(topic(fact)))
                .toList();
    }

    /** When somebody said something next; the end of time if nobody did. */
    private static Instant nextWord(List<Fact> later) {
        return later.stream()
                .filter(fact -> !isForetold(fact))
                .map(Fact::occurredAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** What was foretold for instants up to the next word. */
    private static Map<Instant, Boolean> foretold(List<Fact> later, Instant next) {
        Map<Instant, Boolean> foretold = new TreeMap<>();
        for (Fact fact : later) {
            if (isForetold(fact) && fact.occurredAt().isBefore(next)) {
                foretold.putIfAbsent(fact.occurredAt(), fact.kind().equals(Kinds.CONSENT_GIVEN));
            }
        }
        return foretold;
    }

    private static boolean isForetold(Fact fact) {
        String reason = text(fact, "reason");
        return reason.equals(EXPIRED) || reason.equals(RENEWED);
    }

    /** By purpose and channel. */
    List<State> states(ProfileId root, Instant asOf) {
        Map<Topic, State> states = new LinkedHashMap<>();
        for (Fact fact : read(root, new FactFilter(KINDS, null, asOf, null))) {
            states.putIfAbsent(topic(fact), state(fact));
        }
        Instant after = asOf.plus(1, ChronoUnit.MICROS);
        List<Fact> later = read(root, new FactFilter(KINDS, after, null, null));
        for (Fact fact : later.reversed()) {
            states.computeIfPresent(topic(fact), (_, state) -> ended(state, fact));
        }
        return states.values().stream()
                .sorted(Comparator.comparing(State::purpose).thenComparing(State::channel))
                .toList();
    }

    /** With the first end after it; a word that renews it takes the end back. */
    private static State ended(State state, Fact later) {
        boolean given = later.kind().equals(Kinds.CONSENT_GIVEN);
        Instant end = state.expiresAt();
        if (!state.given() || (end == null) == given) {
            return state;
        }
        boolean renews =
                given && end != null && end.plus(1, ChronoUnit.MICROS).equals(later.occurredAt());
        Instant next = given ? (renews ? null : end) : later.occurredAt();
        return new State(
                state.purpose(), state.channel(), true, state.since(), next, state.source());
    }

    private List<Fact> read(ProfileId root, FactFilter filter) {
        List<Fact> all = new ArrayList<>();
        Set<ProfileId> profiles = Set.copyOf(families.members(root));
        String cursor = null;
        do {
            var page = timelines.facts(profiles, filter, cursor, PAGE);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private static State state(Fact fact) {
        Topic topic = topic(fact);
        boolean given = fact.kind().equals(Kinds.CONSENT_GIVEN);
        return new State(
                topic.purpose, topic.channel, given, fact.occurredAt(), null, fact.source());
    }

    private static Topic topic(Fact fact) {
        return new Topic(text(fact, "purpose"), text(fact, "channel"));
    }

    private static String text(Fact fact, String name) {
        return fact.attributes().get(name) instanceof Value.Text(String text) ? text : "";
    }

    private NewFact fact(Said said, boolean given, Instant at, @Nullable String reason) {
        Word word = said.word();
        Attributes.Writer attributes =
                Attributes.writer().text("purpose", word.purpose()).text("channel", word.channel());
        if (word.evidence() != null && reason == null) {
            attributes.text("evidence", word.evidence());
        }
        if (reason != null) {
            attributes.text("reason", reason);
        }
        return facts.change(
                said.profile(),
                given ? Kinds.CONSENT_GIVEN : Kinds.CONSENT_WITHDRAWN,
                at,
                word.purpose(),
                attributes.done(),
                said.source());
    }
}
