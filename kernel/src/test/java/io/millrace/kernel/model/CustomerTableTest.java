package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Uuids;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerTableTest {
    /** One column of its own. */
    private static final class Marks extends CustomerTable {
        private int[] marks = new int[capacity()];

        void add(UUID customer, int mark) {
            int row = addRow(customer.getMostSignificantBits(), customer.getLeastSignificantBits());
            marks[row] = mark;
        }

        void append(Marks other) {
            int from = addRows(other);
            System.arraycopy(other.marks, 0, marks, from, other.size());
        }

        @Override
        protected void lengthen(int capacity) {
            marks = Arrays.copyOf(marks, capacity);
        }
    }

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void a_customer_is_found_in_their_row_however_many_parts_the_table_was_made_of() {
        List<UUID> ids = ids(1_000);
        Marks whole = new Marks();
        for (int from = 0; from < ids.size(); from += 130) {
            Marks part = new Marks();
            for (int i = from; i < Math.min(from + 130, ids.size()); i++) {
                part.add(ids.get(i), i * 10);
            }
            whole.append(part);
        }

        assertThat(whole.size()).isEqualTo(1_000);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(whole.customer(i)).isEqualTo(ids.get(i));
            assertThat(whole.rowOf(ids.get(i))).isEqualTo(i);
            assertThat(whole.marks[i]).isEqualTo(i * 10);
        }
    }

    @Test
    void nobody_is_found_who_is_not_there() {
        List<UUID> ids = ids(200);
        Marks some = new Marks();
        for (int i = 0; i < ids.size(); i += 2) {
            some.add(ids.get(i), i);
        }

        for (int i = 1; i < ids.size(); i += 2) {
            assertThat(some.rowOf(ids.get(i))).isEqualTo(-1);
        }
        assertThat(new Marks().rowOf(ids.getFirst())).isEqualTo(-1);
    }

    /** Half of them begin with a bit that a signed comparison takes for a minus. */
    private List<UUID> ids(int number) {
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(number)
                .sorted(Uuids.ORDER)
                .toList();
    }
}
