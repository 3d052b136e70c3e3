package io.millrace.models;

import io.millrace.audiences.live.Town;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A town to which a test tells who did what, so many days before its present. */
public final class Street implements AutoCloseable {
    public final Town town;
    private final Map<String, ProfileId> people = new HashMap<>();
    private final List<Fact> told = new ArrayList<>();

    public Street(Path folder) {
        town = new Town(folder);
        town.get(Workspace.class).adoptCurrency("EUR");
    }

    public ProfileId person(String number) {
        return people.computeIfAbsent(number, town::customer);
    }

    public void order(String who, double daysAgo, long amount) {
        tell(who, Kinds.ORDER_COMPLETED, daysAgo, "order " + told.size(), amount, Map.of());
    }

    public void item(String who, double daysAgo, String category, long amount) {
        tell(
                who,
                Kinds.ORDER_ITEM,
                daysAgo,
                "order " + told.size(),
                amount,
                Map.of("category", new Value.Text(category), "sku", new Value.Text(category)));
    }

    public void refers(String who, String whom, double daysAgo) {
        tell(who, Kinds.REFERRAL_MADE, daysAgo, whom, 0, Map.of());
    }

    public void answers(String who, String survey, String question, long score, double daysAgo) {
        tell(
                who,
                Kinds.SURVEY_ANSWERED,
                daysAgo,
                survey,
                0,
                Map.of(
                        "question", new Value.Text(question),
                        "answer", new Value.Text(Long.toString(score)),
                        "score", new Value.Whole(score)));
    }

    public void tell(
            String who,
            String kind,
            double daysAgo,
            @Nullable String subject,
            long amount,
            Map<String, Value> attributes) {
        told.add(
                new Fact(
                        town.get(Ids.class).next(),
                        person(who).value(),
                        kind,
                        daysAgo(daysAgo),
                        town.clock.instant(),
                        subject,
                        amount,
                        amount == 0 ? null : "EUR",
                        attributes,
                        "test",
                        false));
    }

    public static Instant daysAgo(double days) {
        return Town.START.minus(Duration.ofMinutes((long) (days * 24 * 60)));
    }

    /** Appends what was told since, in a random order. */
    public void settle() {
        Collections.shuffle(told, new Random(3));
        town.append(told);
        told.clear();
        town.get(Timelines.class).catchUp();
    }

    /** Whom the list of customers names behind a number. */
    public Set<ProfileId> behind(String open) {
        Set<ProfileId> all = new TreeSet<>();
        String cursor = "";
        do {
            JsonNode page = town.get("/customers?limit=200&" + open + cursor);
            page.get("items").forEach(row -> all.add(ProfileId.parse(row.get("id").asString())));
            cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    public Set<ProfileId> people(String... numbers) {
        Set<ProfileId> all = new TreeSet<>();
        for (String number : numbers) {
            all.add(person(number));
        }
        return all;
    }

    @Override
    public void close() {
        town.close();
    }
}
