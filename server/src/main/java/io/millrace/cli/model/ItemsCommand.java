package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.basket.ItemLog;
import io.millrace.kernel.model.basket.NextOffers;
import io.millrace.kernel.model.basket.NextQuality;
import io.millrace.kernel.model.basket.NextRules;
import io.millrace.kernel.model.basket.Repurchase;
import io.millrace.kernel.model.basket.Repurchases;
import io.millrace.kernel.model.basket.Sequence;
import io.millrace.kernel.model.basket.Sequences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code model sequences}, {@code repurchase} and {@code next}: what is bought after what. */
final class ItemsCommand {
    private static final int DAY = 86_400;

    /** Where the log has a number of its order, a line of ours has its item. */
    private static final String ITEM = "--item";

    private static final int MOST_ITEMS = 4_000;

    private ItemsCommand() {}

    static ObjectNode run(String what, List<String> line) throws Misuse, Failed, IOException {
        Timing timing = new Timing();
        Set<String> options = new HashSet<>(TransactionFile.OPTIONS);
        options.addAll(Set.of("--days", "--min-customers", "--min-confidence", "--top"));
        Arguments arguments =
                Arguments.parse(
                        line.stream().map(one -> one.equals(ITEM) ? "--order" : one).toList(),
                        options,
                        TransactionFile.FLAGS);
        arguments.expect(0, "model " + what + " takes options only");
        if (arguments.option("--order").isEmpty()) {
            throw new Misuse(ITEM + " is needed; add --help to see the options");
        }
        TransactionFile file = TransactionFile.open(arguments);
        Read read = new Read();
        file.read(read);
        ItemHistories histories = read.histories(file);
        timing.done("readSeconds");
        ObjectNode result = Json.object().put("command", "model " + what);
        result.set("data", file.json());
        result.put("customers", histories.size())
                .put("items", histories.items().size())
                .put("visits", histories.visits());
        switch (what) {
            case "sequences" -> sequences(result, histories, read.lastDay, arguments);
            case "repurchase" -> repurchase(result, histories, read.lastDay, arguments);
            default -> next(result, histories, read.lastDay);
        }
        timing.done("computeSeconds");
        result.set("timing", timing.json());
        return result;
    }

    private static void sequences(
            ObjectNode result, ItemHistories histories, int today, Arguments arguments)
            throws Misuse {
        int days = Numbers.whole(arguments, "--days", 60, 1, 3_650);
        int least = Numbers.whole(arguments, "--min-customers", 10, 1, Integer.MAX_VALUE);
        double confidence = Numbers.decimal(arguments, "--min-confidence", 0.1, 0, 1);
        List<Sequence> found =
                new ArrayList<>(
                        Sequences.of(histories, days, today, least, MOST_ITEMS, confidence));
        found.sort(
                Comparator.comparingDouble(Sequence::lift)
                        .thenComparingInt(Sequence::followed)
                        .reversed()
                        .thenComparingInt(Sequence::first)
                        .thenComparingInt(Sequence::then));
        ArrayNode rows = Json.array();
        for (Sequence one : found.subList(0, Math.min(top(arguments), found.size()))) {
            ObjectNode row =
                    Json.object()
                            .put("first", histories.items().get(one.first()))
                            .put("then", histories.items().get(one.then()))
                            .put("began", one.began())
                            .put("followed", one.followed());
            Json.put(row, "support", one.support());
            Json.put(row, "confidence", one.confidence());
            Json.put(row, "chance", one.chance());
            Json.put(row, "lift", one.lift());
            rows.add(row);
        }
        result.put("days", days).put("sequences", found.size()).set("strongest", rows);
    }

    private static void repurchase(
            ObjectNode result, ItemHistories histories, int today, Arguments arguments)
            throws Misuse {
        List<Repurchase> all = new ArrayList<>(Repurchases.of(histories, today).all());
        all.sort(
                Comparator.comparingInt(Repurchase::buyers)
                        .reversed()
                        .thenComparingInt(Repurchase::item));
        ArrayNode rows = Json.array();
        for (Repurchase one : all.subList(0, Math.min(top(arguments), all.size()))) {
            ObjectNode row =
                    Json.object()
                            .put("item", histories.items().get(one.item()))
                            .put("replenishes", one.replenishes())
                            .put("buyers", one.buyers())
                            .put("again", one.again())
                            .put("intervals", one.intervals());
            Json.put(row, "withinYear", one.withinYear());
            Json.put(row, "lowerQuartile", one.lower());
            Json.put(row, "median", one.median());
            Json.put(row, "upperQuartile", one.upper());
            rows.add(row);
        }
        result.put("replenished", all.stream().filter(Repurchase::replenishes).count())
                .set("products", rows);
    }

    private static int top(Arguments arguments) throws Misuse {
        return Numbers.whole(arguments, "--top", 100, 0, Integer.MAX_VALUE);
    }

    private static void next(ObjectNode result, ItemHistories histories, int today) {
        NextOffers offers = NextOffers.learn(histories, NextRules.USUAL, today, _ -> false);
        ArrayNode rows = Json.array();
        List<NextQuality> qualities = new ArrayList<>(offers.qualities());
        qualities.add(offers.chance());
        for (NextQuality one : qualities) {
            ObjectNode row = Json.object().put("method", one.method());
            Json.put(row, "hitAt1", one.hit1());
            Json.put(row, "hitAt3", one.hit3());
            Json.put(row, "hitAt5", one.hit5());
            Json.put(row, "hitAt10", one.hit10());
            Json.put(row, "meanReciprocalRank", one.reciprocalRank());
            rows.add(row);
        }
        result.put("method", offers.method().key())
                .put("tested", offers.tested())
                .put("compared", offers.products())
                .set("qualities", rows);
    }

    /** The rows as they come, to be put in the order of the customers. */
    private static final class Read implements TransactionFile.Sink {
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> words = new ArrayList<>();
        private int size;
        private int[] customers = new int[1_024];
        private int[] days = new int[1_024];
        private int[] items = new int[1_024];
        private int lastDay = Integer.MIN_VALUE;

        @Override
        public void add(int customer, long seconds, long tenThousandths, String item) {
            if (item.isEmpty()) {
                return;
            }
            if (size == customers.length) {
                customers = Arrays.copyOf(customers, size * 2);
                days = Arrays.copyOf(days, size * 2);
                items = Arrays.copyOf(items, size * 2);
            }
            customers[size] = customer;
            days[size] = Math.toIntExact(Math.floorDiv(seconds, DAY));
            items[size] = codes.computeIfAbsent(item, _ -> codes.size());
            if (items[size] == words.size()) {
                words.add(item);
            }
            lastDay = Math.max(lastDay, days[size++]);
        }

        ItemHistories histories(TransactionFile file) {
            int[] places = file.places(file.ids());
            long[] order = new long[size];
            for (int row = 0; row < size; row++) {
                order[row] = (long) places[customers[row]] << 32 | row;
            }
            Arrays.sort(order);
            ItemLog log = new ItemLog();
            for (int i = 0; i < size; i++) {
                int row = (int) order[i];
                log.line(days[row], items[row], 1, 0);
                if (i == size - 1 || order[i + 1] >>> 32 != order[i] >>> 32) {
                    log.customer(0, order[i] >>> 32);
                }
            }
            return log.histories(words::get);
        }
    }
}
