package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A log of transactions: who, when, and how much. Rows that cannot be used are counted with the
 * reason. Customers are numbered in the order of their ids, so that the order of the rows changes
 * nothing.
 */
final class TransactionFile {
    static final Set<String> OPTIONS =
            Set.of(
                    "--transactions",
                    "--id",
                    "--date",
                    "--amount",
                    "--quantity",
                    "--order",
                    "--date-format",
                    "--charset",
                    "--delimiter");
    static final Set<String> FLAGS = Set.of("--no-header", "--day-first", "--month-first");

    /** Takes one usable transaction after the other; customers by first appearance. */
    interface Sink {
        /**
         * @param seconds since 1970
         * @param tenThousandths 0 without a column of amounts
         * @param order empty without a column of orders
         */
        void add(int customer, long seconds, long tenThousandths, String order);
    }

    private final DataFile file;
    private final Columns columns;
    private final int id;
    private final int date;
    private final int amount;
    private final int quantity;
    private final int order;
    private final DateReader dates;
    private final Skipped skipped = new Skipped();
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable FirstValues first;
    private long rows;
    private long used;

    private TransactionFile(DataFile file, Columns columns, DateReader dates, Arguments arguments)
            throws Misuse {
        this.file = file;
        this.columns = columns;
        this.dates = dates;
        this.id = columns.index(required(arguments, "--id"));
        this.date = columns.index(required(arguments, "--date"));
        this.amount = optional(columns, arguments, "--amount");
        this.quantity = optional(columns, arguments, "--quantity");
        this.order = optional(columns, arguments, "--order");
    }

    static TransactionFile open(Arguments arguments) throws Misuse, Failed, IOException {
        String id = required(arguments, "--id");
        String date = required(arguments, "--date");
        DataFile file = DataFile.open(required(arguments, "--transactions"), arguments);
        List<String[]> first = file.first(2);
        if (first.isEmpty()) {
            throw new Failed("model.no-rows", file.path() + " is empty");
        }
        Columns columns = Columns.of(first.getFirst(), arguments.has("--no-header"), id, date);
        int dateColumn = columns.index(date);
        if (!columns.header()
                && !arguments.has("--no-header")
                && first.size() > 1
                && unreadable(first.getFirst(), dateColumn)
                && !unreadable(first.getLast(), dateColumn)) {
            columns = new Columns(first.getFirst(), true);
        }
        return new TransactionFile(
                file,
                columns,
                DateEvidence.reader(file, columns, dateColumn, arguments),
                arguments);
    }

    private static boolean unreadable(String[] row, int column) {
        return column >= row.length || DateText.scan(row[column].strip()) == null;
    }

    private static int optional(Columns columns, Arguments arguments, String option) throws Misuse {
        String column = arguments.option(option).orElse("");
        return column.isEmpty() ? -1 : columns.index(column);
    }

    static String required(Arguments arguments, String option) throws Misuse {
        return arguments
                .option(option)
                .orElseThrow(
                        () -> new Misuse(option + " is needed; add --help to see the options"));
    }

    /** Notes what these columns say at each customer's first purchase. */
    Optional<FirstValues> note(List<String> names) throws Misuse {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        int[] places = new int[names.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = columns.index(names.get(i));
        }
        FirstValues noted = new FirstValues(names, places);
        first = noted;
        return Optional.of(noted);
    }

    /** Reads all rows; a negative amount is a refund and no purchase. */
    void read(Sink sink) throws IOException, Failed {
        int needed =
                IntStream.concat(
                                IntStream.of(id, date, amount, quantity, order),
                                IntStream.of(first == null ? new int[0] : first.columns()))
                        .max()
                        .orElse(0);
        file.read((line, fields) -> {
            if (line == 1 && columns.header() || fields.length == 1 && fields[0].isBlank()) {
                return true;
            }
            rows++;
            if (fields.length <= needed) {
                skipped.add("too few columns", line);
                return true;
            }
            row(line, fields, sink);
            return true;
        });
        if (used == 0) {
            throw new Failed(
                    "model.no-rows",
                    "none of the %,d rows of %s can be used: %s"
                            .formatted(rows, file.path(), skipped));
        }
    }

    private void row(long line, String[] fields, Sink sink) {
        String who = fields[id].strip();
        long seconds = dates.seconds(fields[date]);
        long money = money(fields);
        if (who.isEmpty() || who.equals("NA") || who.equals("NULL")) {
            skipped.add("no customer", line);
        } else if (seconds == DateReader.UNREADABLE) {
            skipped.add("unreadable date", line);
        } else if (money == AmountText.UNREADABLE) {
            skipped.add("unreadable amount", line);
        } else if (money < 0) {
            skipped.add("negative amount", line);
        } else {
            used++;
            Integer known = numbers.putIfAbsent(who, numbers.size());
            int number = known == null ? numbers.size() - 1 : known;
            if (first != null) {
                first.see(number, seconds, fields);
            }
            sink.add(number, seconds, money, order < 0 ? "" : fields[order].strip());
        }
    }

    private long money(String[] fields) {
        long money = amount < 0 ? 0 : AmountText.tenThousandths(fields[amount]);
        if (quantity < 0 || money == AmountText.UNREADABLE) {
            return money;
        }
        long times = AmountText.tenThousandths(fields[quantity]);
        return times == AmountText.UNREADABLE
                ? AmountText.UNREADABLE
                : Math.round((double) money * times / AmountText.SCALE);
    }

    /** All ids in their order. */
    String[] ids() {
        String[] ids = numbers.keySet().toArray(String[]::new);
        Arrays.parallelSort(ids);
        return ids;
    }

    /** For each customer by first appearance the place among the sorted ids. */
    int[] places(String[] ids) {
        int[] places = new int[ids.length];
        for (int place = 0; place < ids.length; place++) {
            places[numbers.getOrDefault(ids[place], 0)] = place;
        }
        return places;
    }

    /** Forgets the ids' numbers, which are no longer needed, to save memory. */
    void forget() {
        numbers.clear();
    }

    ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("file", String.valueOf(file.path().getFileName()))
                .put("charset", file.charset().name())
                .put("delimiter", file.delimiterName())
                .put("header", columns.header())
                .put("rows", rows)
                .put("used", used);
        node.set("skipped", skipped.json());
        return node;
    }

    static Set<String> with(String... more) {
        Set<String> all = new TreeSet<>(OPTIONS);
        all.addAll(List.of(more));
        return all;
    }

    /** A date of the command line. */
    static int day(String text, String option) throws Misuse {
        DateText scanned = DateText.scan(text.strip());
        long seconds =
                scanned == null || scanned.ambiguous()
                        ? DateReader.UNREADABLE
                        : scanned.seconds(true);
        if (seconds == DateReader.UNREADABLE) {
            throw new Misuse(option + " wants a date such as 1997-09-30, not \"" + text + "\"");
        }
        return (int) Math.floorDiv(seconds, 86_400L);
    }

    static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
