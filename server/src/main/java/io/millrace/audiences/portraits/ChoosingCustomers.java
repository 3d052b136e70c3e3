package io.millrace.audiences.portraits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.RfmTable;
import io.millrace.kernel.model.similar.Mailing;
import io.millrace.shared.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rankings over all customers, each kept until a fact arrives or room is wanted. */
@Component
class ChoosingCustomers implements Choices {
    static final List<String> KEYS = List.of("present", "future", "similar");

    private static final int TENTHS = 10;
    private static final int STEPS = 60;
    private static final double MOST_LIKELY = 0.95;
    private static final double TOP_SHARE = 0.2;
    private static final long ROWS_KEPT = 6_000_000;

    /** What the value is made of would only repeat the value. */
    private static final Set<String> MONEY = Set.of("orders", "revenue", "average", "recency");

    private static final Label TOO_LITTLE =
            new Label(
                    "Too few customers have bought more than once to expect anything of them.",
                    "回购客户太少，无法预测。");
    private static final Label NO_VALUE =
            new Label("Nobody has bought in the period.", "该时段内没有人购买。");

    private record Key(
            String ranking, String measure, int days, long seed, long version, Instant asOf) {}

    private final Bases bases;
    private final Likenesses likenesses;
    private final Cache<Key, Optional<Ranked>> rankings =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, Optional<Ranked>>weigher(
                            (_, ranked) -> 100 + ranked.map(Ranked::size).orElse(0))
                    .build();

    ChoosingCustomers(Bases bases, Likenesses likenesses) {
        this.bases = bases;
        this.likenesses = likenesses;
    }

    @Override
    public Choice choose(Question question, Offer offer, @Nullable Integer kept) {
        long began = System.nanoTime();
        Base base = bases.of(question.asOf());
        List<Ranking> found =
                KEYS.stream().map(key -> ranking(key, question, offer, base)).toList();
        int most = base.size();
        int fallback = (int) Math.ceil(most * TOP_SHARE);
        int size = Math.clamp(kept == null ? fallback : kept, 0, most);
        return new Choice(
                base.asOf(),
                most,
                base.currency(),
                question.measure(),
                question.days(),
                found,
                size,
                overlaps(question, base, size),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    /** Empty if there is too little to rank by. */
    Optional<Ranked> ranking(String key, Question question) {
        return ranked(key, question, bases.of(question.asOf()));
    }

    private Ranking ranking(String key, Question question, Offer offer, Base base) {
        Optional<Ranked> ranked = ranked(key, question, base);
        if (ranked.isEmpty()) {
            Label why = key.equals("future") ? TOO_LITTLE : NO_VALUE;
            return new Ranking(key, why, List.of(), List.of(), null);
        }
        double[] tenths = tenths(key, question, base);
        double[] chances = chances(tenths, ranked.get().size(), offer.response());
        double[] margins = margins(base, ranked.get(), offer.margin());
        Mailing mailing = new Mailing(offer.contactCost(), offer.offerCost());
        Mailing.Curve curve = mailing.along(chances, margins);
        List<Point> points = new ArrayList<>();
        for (int size : ranked.get().steps(STEPS)) {
            points.add(point(key, question, mailing, curve, size));
        }
        return new Ranking(
                key,
                null,
                Arrays.stream(tenths).boxed().toList(),
                points,
                point(key, question, mailing, curve, curve.best()));
    }

    private static Point point(
            String key, Question question, Mailing mailing, Mailing.Curve curve, int size) {
        return new Point(
                size,
                curve.answers()[size],
                mailing.cost(curve, size),
                curve.profit(size),
                GroupSelections.open(
                        List.of(RankSelections.selection(key, size, question)), question.asOf()));
    }

    private Optional<Ranked> ranked(String key, Question question, Base base) {
        return rankings.get(
                new Key(
                        key,
                        question.measure(),
                        question.days(),
                        question.seed(),
                        base.version(),
                        base.asOf()),
                _ -> rank(key, question, base));
    }

    private Optional<Ranked> rank(String key, Question question, Base base) {
        return switch (key) {
            case "present" -> by(base, value(base, question));
            case "future" ->
                    Purchasing.of(base, question.seed())
                            .flatMap(model ->
                                    by(base, row -> model.expected(base, row, question.days())));
            default -> similar(question, base);
        };
    }

    private static Optional<Ranked> by(Base base, IntToDoubleFunction score) {
        int[] rows = IntStream.range(0, base.size()).toArray();
        double[] scores = Arrays.stream(rows).mapToDouble(score::applyAsDouble).toArray();
        return Arrays.stream(scores).anyMatch(one -> one > 0)
                ? Optional.of(Ranked.of(rows, scores))
                : Optional.empty();
    }

    /** Net revenue or profit within the period before the instant, minor units. */
    private IntToDoubleFunction value(Base base, Question question) {
        RfmTable before = bases.ordersBy(start(base, question));
        int[] rows = Base.rows(base.people(), before);
        boolean profit = question.measure().equals("profit");
        return row -> {
            int now = base.orderRows()[row];
            if (now < 0 || profit && !base.orders().profitKnown(now)) {
                return 0;
            }
            long then =
                    rows[row] < 0
                            ? 0
                            : profit ? before.profit(rows[row]) : before.monetary(rows[row]);
            return (profit ? base.orders().profit(now) : base.orders().monetary(now)) - then;
        };
    }

    /** Everybody by likeness to the fifth with the highest value, which leads as well. */
    private Optional<Ranked> similar(Question question, Base base) {
        Optional<Ranked> value = by(base, value(base, question));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int buyers = 0;
        while (buyers < value.get().size() && value.get().scores()[buyers] > 0) {
            buyers++;
        }
        BitSet best = value.get().top((int) Math.ceil(buyers * TOP_SHARE));
        Similarity similarity = likenesses.learn(base, best, MONEY, question.seed());
        return Optional.of(similarity.rank(new BitSet()));
    }

    private static Instant start(Base base, Question question) {
        return base.asOf().minus(Duration.ofDays(question.days()));
    }

    /** Who of each tenth of the ranking as of the beginning bought within the period. */
    private double[] tenths(String key, Question question, Base base) {
        Base before = bases.of(start(base, question));
        Question then =
                new Question(question.measure(), question.days(), question.seed(), before.asOf());
        Optional<Ranked> ranked = ranked(key, then, before);
        double[] tenths = new double[TENTHS];
        if (ranked.isEmpty()) {
            Arrays.fill(tenths, 1);
            return tenths;
        }
        BitSet bought = bought(before, base);
        int[] rows = ranked.get().rows();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int from = (int) ((long) rows.length * tenth / TENTHS);
            int to = (int) ((long) rows.length * (tenth + 1) / TENTHS);
            int hits = 0;
            for (int i = from; i < to; i++) {
                hits += bought.get(rows[i]) ? 1 : 0;
            }
            tenths[tenth] = to == from ? 0 : (double) hits / (to - from);
        }
        return tenths;
    }

    /** Rows of the earlier base whose customers have more orders in the later one. */
    private static BitSet bought(Base before, Base now) {
        int[] rows = Base.rows(before.people(), now.orders());
        BitSet bought = new BitSet();
        for (int row = 0; row < rows.length; row++) {
            bought.set(
                    row,
                    rows[row] >= 0 && now.orders().frequency(rows[row]) > before.purchases(row));
        }
        return bought;
    }

    private static double[] chances(double[] tenths, int size, double response) {
        double mean = Arrays.stream(tenths).average().orElse(0);
        double[] chances = new double[size];
        for (int i = 0; i < size; i++) {
            double lift = mean == 0 ? 1 : tenths[(int) ((long) i * TENTHS / size)] / mean;
            chances[i] = Math.min(MOST_LIKELY, response * lift);
        }
        return chances;
    }

    private static double[] margins(Base base, Ranked ranked, double margin) {
        double money = 0;
        long orders = 0;
        for (int row = 0; row < base.size(); row++) {
            money += base.revenue(row);
            orders += base.purchases(row);
        }
        double usual = orders == 0 ? 0 : money / orders;
        double[] margins = new double[ranked.size()];
        for (int i = 0; i < margins.length; i++) {
            int row = ranked.rows()[i];
            int count = base.purchases(row);
            margins[i] =
                    margin * (count == 0 ? usual : Math.max(0, (double) base.revenue(row) / count));
        }
        return margins;
    }

    /** Of each ranking alone, of each pair, and of all three. */
    private List<Overlap> overlaps(Question question, Base base, int kept) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int set = 1; set < 1 << KEYS.size(); set++) {
            List<String> keys = new ArrayList<>();
            BitSet common = base.everybody();
            for (int i = 0; i < KEYS.size(); i++) {
                if ((set >> i & 1) == 1) {
                    keys.add(KEYS.get(i));
                    common.and(
                            ranked(KEYS.get(i), question, base)
                                    .map(one -> one.top(kept))
                                    .orElseGet(BitSet::new));
                }
            }
            List<String> in =
                    keys.stream()
                            .map(key -> RankSelections.selection(key, kept, question))
                            .toList();
            overlaps.add(
                    new Overlap(
                            keys, common.cardinality(), GroupSelections.open(in, question.asOf())));
        }
        return overlaps;
    }
}
