package io.millrace.audiences.portraits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.similar.LookAlike;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Look-alikes, each ranking kept until a fact arrives or room is wanted. */
@Component
class Likenesses implements LookAlikes {
    private static final int STEPS = 60;
    private static final int TOP = 50;
    private static final int DRIVERS = 12;
    private static final long ROWS_KEPT = 4_000_000;

    /**
     * What a model looks at: who they are and what they buy; how they buy is looked at in numbers.
     */
    private static final Set<String> FAMILIES = Set.of("person", "tag", "contact");

    private static final String BOUGHT = "bought.";

    private record Key(Like like, long version, java.time.Instant asOf) {}

    /** A ranking with what it rests on. */
    record Run(Base base, BitSet members, Similarity similarity, Ranked ranked) {}

    private final Bases bases;
    private final Groupings groupings;
    private final Chosen chosen;
    private final Cache<Key, Run> runs =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, Run>weigher((_, run) -> 100 + run.base.size())
                    .build();

    Likenesses(Bases bases, Groupings groupings, Chosen chosen) {
        this.bases = bases;
        this.groupings = groupings;
        this.chosen = chosen;
    }

    @Override
    public Found find(Like like) {
        long began = System.nanoTime();
        Optional<Run> found = run(like);
        if (found.isEmpty()) {
            return new Found.NoSuchAudience();
        }
        Run run = found.get();
        if (run.members.isEmpty()) {
            return new Found.TooFew("members", 0, 1);
        }
        if (run.ranked.size() == 0) {
            return new Found.TooFew("others", 0, 1);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        return new Found.Done(ranking(like, run, millis));
    }

    /** Empty if there is no such audience. */
    Optional<Run> run(Like like) {
        Base base = bases.of(like.asOf());
        Key key = new Key(like, base.version(), base.asOf());
        Run known = runs.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Chosen.Found found = chosen.rows(List.of("audience:" + like.audience()), base, like.asOf());
        if (found.unknown() != null) {
            return Optional.empty();
        }
        Similarity similarity = learn(base, found.rows(), Set.copyOf(like.excluded()), like.seed());
        Run run = new Run(base, found.rows(), similarity, similarity.rank(found.rows()));
        runs.put(key, run);
        return Optional.of(run);
    }

    Similarity learn(Base base, BitSet members, Set<String> excluded, long seed) {
        List<Grouping> looked =
                groupings.offered(base).stream()
                        .filter(one ->
                                FAMILIES.contains(one.family()) || one.key().startsWith(BOUGHT))
                        .flatMap(one -> groupings.find(one.key(), base).stream())
                        .toList();
        return Similarity.of(new CustomerFeatures(base, looked, excluded), members, seed);
    }

    private Ranking ranking(Like like, Run run, long millis) {
        LookAlike model = run.similarity.model();
        List<Driver> drivers = run.similarity.drivers(DRIVERS);
        Driver leak =
                model != null && model.tooGood() && !drivers.isEmpty() ? drivers.getFirst() : null;
        return new Ranking(
                run.base.asOf(),
                model == null ? "nearness" : "model",
                run.members.cardinality(),
                run.ranked.size(),
                model == null ? run.members.cardinality() : model.members(),
                model == null ? 0 : model.others(),
                model == null ? null : (Double) model.quality().auc(),
                model == null ? List.of() : lifts(model),
                leak,
                drivers,
                curve(like, run),
                top(run),
                like.excluded(),
                like.seed(),
                millis);
    }

    private static List<Double> lifts(LookAlike model) {
        List<Double> lifts = new ArrayList<>();
        for (double lift : model.quality().lift()) {
            lifts.add(lift);
        }
        return lifts;
    }

    private static List<Point> curve(Like like, Run run) {
        List<Point> points = new ArrayList<>();
        double sum = 0;
        int at = 0;
        for (int size : run.ranked.steps(STEPS)) {
            while (at < size) {
                sum += run.ranked.scores()[at++];
            }
            points.add(
                    new Point(
                            size,
                            run.ranked.scores()[size - 1],
                            sum / size,
                            GroupSelections.open(
                                    List.of(RankSelections.selection(like, size)), like.asOf())));
        }
        return points;
    }

    private static List<Similar> top(Run run) {
        List<Similar> top = new ArrayList<>();
        for (int i = 0; i < Math.min(TOP, run.ranked.size()); i++) {
            int row = run.ranked.rows()[i];
            top.add(
                    new Similar(
                            new io.millrace.shared.ProfileId(run.base.people().customer(row)),
                            run.ranked.scores()[i],
                            run.similarity.reasons(row)));
        }
        return top;
    }

    /** The most similar so many; null if there is no such audience. */
    @Nullable BitSet best(
            UUID audience,
            List<String> excluded,
            long seed,
            int size,
            java.time.@Nullable Instant asOf) {
        return run(new Like(audience, excluded, seed, asOf))
                .map(run -> run.ranked.top(size))
                .orElse(null);
    }
}
