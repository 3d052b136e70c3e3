package io.millrace.audiences.live;

import io.millrace.customers.Selections;
import io.millrace.kernel.condition.Condition;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The customers behind the numbers of audiences. */
@Configuration
class AudienceSelections {
    /** What fits into an address. */
    private static final int LONGEST_CONDITION = 6_000;

    /** Reads a selection's value. */
    @FunctionalInterface
    interface Named {
        Optional<SortedProfiles> by(String value, @Nullable Instant asOf);
    }

    record Group(String name, Named named) implements Selections {
        @Override
        public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
            return named.by(value, asOf).map(found -> found);
        }
    }

    /** {@code audience:<id>}: who is in it now, or who was by what the facts tell. */
    @Bean
    Selections inAudience(Roster roster, Looking looking) {
        return new Group(
                "audience",
                (value, asOf) ->
                        slot(roster, value)
                                .map(slot ->
                                        asOf == null
                                                ? roster.profiles(roster.members(slot))
                                                : looking.told(slot.audience, asOf).where(0)));
    }

    /** {@code condition:<base64url of the canonical JSON>}. */
    @Bean
    Selections byCondition(Definitions definitions, Looking looking, JsonMapper json) {
        return new Group(
                "condition",
                (value, asOf) ->
                        condition(value, definitions, json)
                                .map(one -> looking.look(List.of(one), asOf).where(0)));
    }

    /** {@code audience.entering:<change>}: who would come. */
    @Bean
    Selections entering(Roster roster) {
        return new Group("audience.entering", (value, _) -> difference(roster, value, true));
    }

    /** {@code audience.leaving:<change>}: who would go. */
    @Bean
    Selections leaving(Roster roster) {
        return new Group("audience.leaving", (value, _) -> difference(roster, value, false));
    }

    /** {@code address:<channel>}: who has an address there. */
    @Bean
    Selections addressed(Looking looking) {
        return new Group(
                "address",
                (value, asOf) ->
                        Looking.addressed(value)
                                .map(one -> looking.look(List.of(one), asOf).where(0)));
    }

    /** {@code reach:<channel>}: who has an address there and gave the consent. */
    @Bean
    Selections reached(Looking looking) {
        return new Group(
                "reach",
                (value, asOf) ->
                        Looking.reached(value)
                                .map(one -> looking.look(List.of(one), asOf).where(0)));
    }

    /**
     * {@code audience.region:<in>_<in>!<out>_<out>}: who is in all of these and in none of those.
     */
    @Bean
    Selections region(Regions regions) {
        return new Group("audience.region", (value, _) -> regions.select(value));
    }

    private static Optional<SortedProfiles> difference(
            Roster roster, String value, boolean entering) {
        return slot(roster, value)
                .filter(Slot::tried)
                .flatMap(tried ->
                        roster.slot(tried.audience)
                                .map(live -> {
                                    RoaringBitmap now = roster.members(live);
                                    RoaringBitmap then = roster.members(tried);
                                    return roster.profiles(
                                            entering
                                                    ? RoaringBitmap.andNot(then, now)
                                                    : RoaringBitmap.andNot(now, then));
                                }));
    }

    private static Optional<Slot> slot(Roster roster, String value) {
        try {
            return roster.slot(UUID.fromString(value));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<Condition> condition(
            String value, Definitions definitions, JsonMapper json) {
        if (value.length() > LONGEST_CONDITION) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            return definitions.read(json.readTree(text), "", null)
                            instanceof Definitions.Read.Done(Condition condition)
                    ? Optional.of(condition)
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException none) {
            return Optional.empty();
        }
    }
}
