package io.millrace.bench.models;

import io.millrace.bench.RatioLine;
import io.millrace.kernel.model.basket.Baskets;
import io.millrace.kernel.model.basket.FrequentItemsets;
import io.millrace.kernel.model.basket.Itemset;
import io.millrace.kernel.model.basket.Rules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Rules at a support of 0.001, beside counting candidates basket by basket (Apriori). */
final class GroceriesRules {
    private static final double SUPPORT = 0.001;

    private GroceriesRules() {}

    static void run(int rounds) throws IOException {
        List<List<String>> read = read();
        Baskets baskets = Baskets.of(read);
        for (int warm = 0; warm < 5; warm++) {
            FrequentItemsets.of(baskets, SUPPORT, 10);
        }
        List<Double> seconds = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        int found = 0;
        for (int round = 0; round < rounds; round++) {
            var own =
                    ModelsBench.Timed.of(() -> {
                        List<Itemset> sets = FrequentItemsets.of(baskets, SUPPORT, 10);
                        Rules.of(baskets, sets, 0.5, 1);
                        return sets.size();
                    });
            var plain = ModelsBench.Timed.of(() -> apriori(read));
            if (!own.result().equals(plain.result())) {
                throw new IllegalStateException(
                        own.result() + " itemsets, by Apriori " + plain.result());
            }
            found = own.result();
            seconds.add(own.seconds());
            ratios.add(plain.seconds() / own.seconds());
        }
        String checks = "the same " + found + " itemsets";
        ModelsBench.seconds("rules of 9,835 baskets at support 0.001", seconds, 1, checks);
        System.out.println(
                RatioLine.of("models", "rules vs counting candidates", ratios, 2, checks));
    }

    /** Groceries where the shared data are here, else made baskets of the same size. */
    private static List<List<String>> read() throws IOException {
        String shared = System.getenv("MILLRACE_SHARED_DATA");
        Path file = Path.of(shared == null ? "." : shared, "groceries.basket.csv.gz");
        List<List<String>> baskets = new ArrayList<>();
        if (Files.exists(file)) {
            try (BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    new GZIPInputStream(Files.newInputStream(file)),
                                    StandardCharsets.UTF_8))) {
                reader.lines().forEach(line -> baskets.add(Arrays.asList(line.split(","))));
            }
            return baskets;
        }
        System.err.println("groceries.basket.csv.gz is not in MILLRACE_SHARED_DATA: made baskets");
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 9_835; i++) {
            Set<String> basket = new TreeSet<>();
            int size = 1 + (int) (-Math.log(1 - random.nextDouble()) * 3.9);
            while (basket.size() < Math.min(size, 30)) {
                basket.add("item " + (int) (169 * Math.pow(random.nextDouble(), 2.2)));
            }
            baskets.add(List.copyOf(basket));
        }
        return baskets;
    }

    /**
     * Agrawal and Srikant (1994), AprioriTid: what each basket holds is carried from size to size.
     */
    private static int apriori(List<List<String>> read) {
        int least = (int) Math.ceil(SUPPORT * read.size() - 1e-9);
        List<TreeSet<String>> baskets = read.stream().map(TreeSet::new).toList();
        List<List<List<String>>> held = new ArrayList<>();
        baskets.forEach(basket -> held.add(basket.stream().map(List::of).toList()));
        int total = 0;
        while (true) {
            Map<List<String>, Integer> counts = new HashMap<>();
            held.forEach(of -> of.forEach(items -> counts.merge(items, 1, Integer::sum)));
            counts.values().removeIf(count -> count < least);
            if (counts.isEmpty()) {
                return total;
            }
            total += counts.size();
            for (int basket = 0; basket < held.size(); basket++) {
                held.set(basket, longer(baskets.get(basket), held.get(basket), counts));
            }
        }
    }

    private static List<List<String>> longer(
            TreeSet<String> basket, List<List<String>> held, Map<List<String>, Integer> frequent) {
        List<List<String>> longer = new ArrayList<>();
        for (List<String> items : held) {
            if (frequent.containsKey(items)) {
                for (String next : basket.tailSet(items.getLast(), false)) {
                    List<String> grown = new ArrayList<>(items);
                    grown.add(next);
                    longer.add(grown);
                }
            }
        }
        return longer;
    }
}
