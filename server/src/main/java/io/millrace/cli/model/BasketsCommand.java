package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import io.millrace.kernel.model.basket.Baskets;
import io.millrace.kernel.model.basket.FrequentItemsets;
import io.millrace.kernel.model.basket.Itemset;
import io.millrace.kernel.model.basket.Rule;
import io.millrace.kernel.model.basket.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code model baskets}: what is bought together. */
final class BasketsCommand {
    private static final Set<String> OPTIONS =
            Set.of(
                    "--file",
                    "--min-support",
                    "--min-confidence",
                    "--min-items",
                    "--max-items",
                    "--basket",
                    "--item",
                    "--top",
                    "--charset",
                    "--delimiter");

    private BasketsCommand() {}

    static ObjectNode run(List<String> line) throws Misuse, Failed, IOException {
        Timing timing = new Timing();
        Arguments arguments = Arguments.parse(line, OPTIONS, Set.of("--header", "--no-header"));
        arguments.expect(0, "model baskets takes options only");
        double support = Numbers.decimal(arguments, "--min-support", 0.01, 1e-12, 1);
        double confidence = Numbers.decimal(arguments, "--min-confidence", 0.5, 0, 1);
        int least = Numbers.whole(arguments, "--min-items", 1, 1, 100);
        int longest = Numbers.whole(arguments, "--max-items", 10, 1, 100);
        DataFile file = DataFile.open(TransactionFile.required(arguments, "--file"), arguments);
        Collection<? extends Collection<String>> read =
                arguments.option("--basket").isPresent()
                        ? byColumn(file, arguments)
                        : byLine(file, arguments);
        Baskets baskets = Baskets.of(read);
        if (baskets.count() == 0) {
            throw new Failed("model.no-rows", file.path() + " holds no basket");
        }
        timing.done("readSeconds");
        List<Itemset> itemsets = FrequentItemsets.of(baskets, support, longest);
        List<Rule> rules = Rules.of(baskets, itemsets, confidence, least);
        timing.done("mineSeconds");
        int top = Numbers.whole(arguments, "--top", rules.size(), 0, Integer.MAX_VALUE);
        ObjectNode result = Json.object().put("command", "model baskets");
        result.put("baskets", baskets.count())
                .put("items", baskets.items().size())
                .put("itemsets", itemsets.size())
                .put("rules", rules.size());
        result.set("strongest", rules(rules.subList(0, Math.min(top, rules.size()))));
        result.set("timing", timing.json());
        return result;
    }

    private static ArrayNode rules(List<Rule> rules) {
        ArrayNode rows = Json.array();
        for (Rule rule : rules) {
            ArrayNode left = Json.array();
            rule.left().forEach(left::add);
            ObjectNode row = Json.object();
            row.set("left", left);
            row.put("right", rule.right()).put("count", rule.count());
            Json.put(row, "support", rule.support());
            Json.put(row, "confidence", rule.confidence());
            Json.put(row, "lift", rule.lift());
            Json.put(row, "leverage", rule.leverage());
            Json.put(row, "conviction", rule.conviction());
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> byLine(DataFile file, Arguments arguments)
            throws IOException, Failed {
        List<List<String>> baskets = new ArrayList<>();
        file.read((line, fields) -> {
            if (line > 1 || !arguments.has("--header")) {
                List<String> items = new ArrayList<>();
                for (String field : fields) {
                    if (!field.isBlank()) {
                        items.add(field.strip());
                    }
                }
                baskets.add(items);
            }
            return true;
        });
        return baskets;
    }

    private static Collection<Set<String>> byColumn(DataFile file, Arguments arguments)
            throws Misuse, IOException, Failed {
        List<String[]> first = file.first(1);
        if (first.isEmpty()) {
            throw new Failed("model.no-rows", file.path() + " is empty");
        }
        String basket = TransactionFile.required(arguments, "--basket");
        String item = TransactionFile.required(arguments, "--item");
        Columns columns = Columns.of(first.getFirst(), arguments.has("--no-header"), basket, item);
        int ofBasket = columns.index(basket);
        int ofItem = columns.index(item);
        Map<String, Set<String>> baskets = new LinkedHashMap<>();
        file.read((line, fields) -> {
            if ((line > 1 || !columns.header())
                    && Math.max(ofBasket, ofItem) < fields.length
                    && !fields[ofBasket].isBlank()
                    && !fields[ofItem].isBlank()) {
                baskets.computeIfAbsent(fields[ofBasket].strip(), key -> new LinkedHashSet<>())
                        .add(fields[ofItem].strip());
            }
            return true;
        });
        return baskets.values();
    }
}
