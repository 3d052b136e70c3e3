package io.millrace.models.baskets;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The items of each order, customer by customer, as codes of the store's words. */
final class OrderItems {
    /** Items of orders, each ascending and once; in the order of the customers. */
    final List<int[]> baskets = new ArrayList<>();

    /** What each customer ever bought, ascending. */
    final List<int[]> customers = new ArrayList<>();

    /** The last name under which an item was sold. */
    final Map<Integer, Integer> names = new HashMap<>();

    private OrderItems append(OrderItems other) {
        baskets.addAll(other.baskets);
        customers.addAll(other.customers);
        names.putAll(other.names);
        return this;
    }

    /**
     * Gathers the items of known customers' orders. The cut is in the fold, for who a buyer is may
     * be learnt after the purchase.
     */
    static final class Gathering implements Fold<OrderItems> {
        private final long asOf;
        private final int item;
        private final int known;
        private final int key;
        private final int name;

        Gathering(Dictionary words, String attribute, long asOf) {
            this.asOf = asOf;
            this.item = words.code(Kinds.ORDER_ITEM);
            this.known = words.code(Kinds.CUSTOMER_KNOWN);
            this.key = words.code(attribute);
            this.name = words.code("name");
        }

        @Override
        public OrderItems newAccumulator() {
            return new OrderItems();
        }

        @Override
        public void accept(Timeline timeline, OrderItems into) {
            boolean counted = false;
            Map<Long, List<Integer>> orders = new TreeMap<>();
            while (timeline.next()) {
                if (timeline.kind() == known) {
                    counted = true;
                } else if (timeline.kind() == item && timeline.occurredAt() <= asOf) {
                    int code = key == Dictionary.NONE ? Dictionary.NONE : timeline.text(key);
                    if (code != Dictionary.NONE) {
                        orders.computeIfAbsent(timeline.subjectHash(), _ -> new ArrayList<>())
                                .add(code);
                        named(timeline, code, into);
                    }
                }
            }
            if (!counted || orders.isEmpty()) {
                return;
            }
            orders.values().forEach(items -> into.baskets.add(once(items)));
            into.customers.add(once(orders.values().stream().flatMap(List::stream).toList()));
        }

        private void named(Timeline timeline, int code, OrderItems into) {
            int called = name == Dictionary.NONE ? Dictionary.NONE : timeline.text(name);
            if (called != Dictionary.NONE) {
                into.names.put(code, called);
            }
        }

        private static int[] once(List<Integer> items) {
            return items.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        }

        @Override
        public Set<String> kinds() {
            return Set.of(Kinds.ORDER_ITEM, Kinds.CUSTOMER_KNOWN);
        }

        @Override
        public OrderItems merge(OrderItems left, OrderItems right) {
            return left.append(right);
        }
    }
}
