package io.millrace.kernel.model.basket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small random purchase logs, and the same as a plain list for counting by hand. */
final class Shoppers {
    record Line(int customer, int day, String item, int quantity, long amount) {}

    private Shoppers() {}

    static List<Line> random(long seed, int customers, int items, int days) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            int visits = 1 + random.nextInt(5);
            for (int visit = 0; visit < visits; visit++) {
                int day = random.nextInt(days);
                int size = 1 + random.nextInt(3);
                for (int line = 0; line < size; line++) {
                    int item = (int) (items * random.nextDouble() * random.nextDouble());
                    lines.add(
                            new Line(
                                    customer,
                                    day,
                                    "item %02d".formatted(item),
                                    1 + random.nextInt(3),
                                    100 + item * 10L));
                }
            }
        }
        return lines;
    }

    static ItemHistories histories(List<Line> lines) {
        return histories(lines, new Random(1));
    }

    /** Whatever the order of lines within a customer and of the items' codes. */
    static ItemHistories histories(List<Line> lines, Random order) {
        List<String> words = new ArrayList<>(lines.stream().map(Line::item).distinct().toList());
        Collections.shuffle(words, order);
        List<Line> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, order);
        ItemLog log = new ItemLog();
        int most = lines.stream().mapToInt(Line::customer).max().orElse(-1);
        for (int customer = 0; customer <= most; customer++) {
            for (Line line : shuffled) {
                if (line.customer() == customer) {
                    log.line(
                            line.day(), words.indexOf(line.item()), line.quantity(), line.amount());
                }
            }
            log.customer(0, customer);
        }
        return log.histories(words::get);
    }
}
