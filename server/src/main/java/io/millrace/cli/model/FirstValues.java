package io.millrace.cli.model;

import io.millrace.kernel.model.lifetime.Covariates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some columns say in the row of each customer's first purchase; of rows of the same time, the
 * first by the alphabet, so that the order of the rows changes nothing.
 */
final class FirstValues {
    private final List<String> names;
    private final int[] columns;
    private final Map<String, String> words = new HashMap<>();
    private long[] since = new long[1024];
    private final List<String[]> values = new ArrayList<>();

    FirstValues(List<String> names, int[] columns) {
        this.names = names;
        this.columns = columns;
    }

    int[] columns() {
        return columns;
    }

    /** Customers are numbered by first appearance. */
    void see(int customer, long seconds, String[] fields) {
        if (customer == since.length) {
            since = Arrays.copyOf(since, customer * 2);
        }
        String[] said = new String[columns.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = words.computeIfAbsent(fields[columns[i]].strip(), word -> word);
        }
        if (customer == values.size()) {
            values.add(said);
            since[customer] = seconds;
        } else if (seconds < since[customer]
                || seconds == since[customer] && Arrays.compare(said, values.get(customer)) < 0) {
            values.set(customer, said);
            since[customer] = seconds;
        }
    }

    /**
     * @param places each customer's new number by the old one
     */
    Covariates coded(int[] places) {
        List<Covariates.Attribute> attributes = new ArrayList<>();
        for (int column = 0; column < columns.length; column++) {
            List<@Nullable String> of = new ArrayList<>(Collections.nCopies(places.length, ""));
            for (int customer = 0; customer < places.length; customer++) {
                of.set(places[customer], values.get(customer)[column]);
            }
            attributes.add(new Covariates.Attribute(names.get(column), of));
        }
        return Covariates.of(attributes);
    }
}
