package io.millrace.kernel.model.lifetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of customers beside their purchases, in columns of 0 and 1: each value of an
 * attribute against the most frequent one. Values that fewer than {@link #RARE} customers have are
 * one column together, or count as the most frequent one where even together they are too few; so
 * do the rarest values that would make more than {@link #MOST} columns. Who has no value has the
 * value "".
 */
public final class Covariates {
    /** More columns say less than they cost. */
    public static final int MOST = 10;

    /** A value that fewer customers have says nothing about it. */
    public static final int RARE = 50;

    private final List<Reference> references;
    private final List<Column> columns;
    private final double[][] cells;
    private final int[] cellOf;

    private Covariates(
            List<Reference> references, List<Column> columns, double[][] cells, int[] cellOf) {
        this.references = references;
        this.columns = columns;
        this.cells = cells;
        this.cellOf = cellOf;
    }

    /**
     * One attribute of all customers.
     *
     * @param values by the customers' numbers; null where nothing is known
     */
    public record Attribute(String name, List<@Nullable String> values) {}

    /**
     * @param level the value that is 1; null for all rare ones together
     */
    public record Column(String attribute, @Nullable String level, long customers) {
        /** How it is named to people who write commands: {@code attribute=level}. */
        public String name() {
            return attribute + "=" + (level == null ? "(rare)" : level);
        }
    }

    /** The value of an attribute with which all others are compared. */
    public record Reference(String attribute, String level, long customers) {}

    /** Codes the attributes of as many customers as their values. */
    public static Covariates of(List<Attribute> attributes) {
        return of(attributes, _ -> true);
    }

    /**
     * @param counted which customers' values count, by number; the others stand as if they had the
     *     most frequent ones
     */
    public static Covariates of(List<Attribute> attributes, IntPredicate counted) {
        List<Reference> references = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        int customers = attributes.isEmpty() ? 0 : attributes.getFirst().values().size();
        List<Levels> coded = new ArrayList<>();
        Set<String> pooled = tooMany(attributes, counted);
        for (Attribute attribute : attributes) {
            Levels levels = Levels.of(attribute, pooled, counted);
            coded.add(levels);
            references.add(levels.reference);
            columns.addAll(levels.columns);
        }
        Map<String, Integer> places = new HashMap<>();
        List<double[]> distinct = new ArrayList<>();
        int[] cellOf = new int[customers];
        for (int who = 0; who < customers; who++) {
            double[] row =
                    counted.test(who)
                            ? row(coded, attributes, who, columns.size())
                            : new double[columns.size()];
            cellOf[who] =
                    places.computeIfAbsent(
                            Arrays.toString(row),
                            _ -> {
                                distinct.add(row);
                                return distinct.size() - 1;
                            });
        }
        return sorted(references, columns, distinct, cellOf);
    }

    /** In the order of the columns' values, so that the order of the customers changes nothing. */
    private static Covariates sorted(
            List<Reference> references,
            List<Column> columns,
            List<double[]> distinct,
            int[] cellOf) {
        Integer[] order = new Integer[distinct.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(distinct::get, Arrays::compare));
        int[] place = new int[order.length];
        double[][] cells = new double[order.length][];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
            cells[i] = distinct.get(order[i]);
        }
        return new Covariates(
                List.copyOf(references),
                List.copyOf(columns),
                cells,
                Arrays.stream(cellOf).map(cell -> place[cell]).toArray());
    }

    private static double[] row(
            List<Levels> coded, List<Attribute> attributes, int who, int columns) {
        double[] row = new double[columns];
        int from = 0;
        for (int i = 0; i < coded.size(); i++) {
            int at = coded.get(i).column(attributes.get(i).values().get(who));
            if (at >= 0) {
                row[from + at] = 1;
            }
            from += coded.get(i).columns.size();
        }
        return row;
    }

    /** An attribute in which no two values can be told apart, null if there is none. */
    @Nullable Reference constant() {
        for (Reference reference : references) {
            if (columns.stream()
                    .noneMatch(column -> column.attribute().equals(reference.attribute()))) {
                return reference;
            }
        }
        return null;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Reference> references() {
        return references;
    }

    /** How many different combinations of values there are. */
    public int cells() {
        return cells.length;
    }

    /** The columns of a combination. */
    double[] values(int cell) {
        return cells[cell];
    }

    /** Which combination a customer has, by the customer's number. */
    public int cell(int who) {
        return cellOf[who];
    }

    /** The rarest values, by attribute and value, without which there are few enough columns. */
    private static Set<String> tooMany(List<Attribute> attributes, IntPredicate of) {
        List<Map.Entry<String, Long>> kept = new ArrayList<>();
        for (Attribute attribute : attributes) {
            Levels.counted(attribute, of).stream()
                    .skip(1)
                    .filter(one -> one.getValue() >= RARE)
                    .forEach(one ->
                            kept.add(
                                    Map.entry(
                                            Levels.key(attribute, one.getKey()), one.getValue())));
        }
        int room = MOST - attributes.size();
        Set<String> pooled = new HashSet<>();
        if (kept.size() > room) {
            kept.sort(
                    Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()));
            kept.stream().skip(Math.max(0, room)).forEach(one -> pooled.add(one.getKey()));
        }
        return pooled;
    }

    /** The values of one attribute, and which column each of them has; -1 for the reference. */
    private record Levels(Reference reference, List<Column> columns, Map<String, Integer> places) {
        static Levels of(Attribute attribute, Set<String> pooled, IntPredicate of) {
            List<Map.Entry<String, Long>> counted = counted(attribute, of);
            List<Column> columns = new ArrayList<>();
            Map<String, Integer> places = new HashMap<>();
            long together = 0;
            List<String> rare = new ArrayList<>();
            for (Map.Entry<String, Long> one : counted.subList(1, counted.size())) {
                if (one.getValue() < RARE || pooled.contains(key(attribute, one.getKey()))) {
                    rare.add(one.getKey());
                    together += one.getValue();
                    continue;
                }
                places.put(one.getKey(), columns.size());
                columns.add(new Column(attribute.name(), one.getKey(), one.getValue()));
            }
            if (together >= RARE) {
                rare.forEach(level -> places.put(level, columns.size()));
                columns.add(new Column(attribute.name(), null, together));
            }
            Map.Entry<String, Long> most = counted.getFirst();
            return new Levels(
                    new Reference(attribute.name(), most.getKey(), most.getValue()),
                    columns,
                    places);
        }

        /** The most frequent first; of equally frequent ones, by the alphabet. */
        static List<Map.Entry<String, Long>> counted(Attribute attribute, IntPredicate of) {
            Map<String, Long> counts = new HashMap<>();
            for (int who = 0; who < attribute.values().size(); who++) {
                if (of.test(who)) {
                    counts.merge(said(attribute.values().get(who)), 1L, Long::sum);
                }
            }
            if (counts.isEmpty()) {
                counts.put("", 0L);
            }
            return counts.entrySet().stream()
                    .sorted(
                            Map.Entry.<String, Long>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                    .toList();
        }

        static String key(Attribute attribute, String level) {
            return attribute.name() + "\n" + level;
        }

        int column(@Nullable String value) {
            return places.getOrDefault(said(value), -1);
        }

        private static String said(@Nullable String value) {
            return value == null ? "" : value;
        }
    }
}
