package io.millrace.customers;

import io.millrace.customers.CustomerFiles.AttributeView;
import io.millrace.privacy.Privacy;
import io.millrace.shared.DataLevel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The door to the standard variables, and which of them the brand uses. */
final class ChosenVariables implements Variables {
    private final CustomerParts parts;
    private final CustomerFiles files;
    private final Relevelling relevelling;
    private final Privacy privacy;

    ChosenVariables(
            CustomerParts parts, CustomerFiles files, Relevelling relevelling, Privacy privacy) {
        this.parts = parts;
        this.files = files;
        this.relevelling = relevelling;
        this.privacy = privacy;
    }

    @Override
    public List<Variable> all() {
        Map<String, Long> customers = new HashMap<>();
        for (AttributeView one : files.attributes()) {
            customers.put(one.name(), one.customers());
        }
        Set<String> on = on();
        return StandardVariables.ALL.stream()
                .map(one ->
                        new Variable(
                                one,
                                on.contains(one.name()),
                                customers.getOrDefault(one.name(), 0L)))
                .toList();
    }

    Set<String> on() {
        return new HashSet<>(
                parts.jdbc
                        .sql("select name from customers.variables")
                        .query((row, number) -> row.getString("name"))
                        .list());
    }

    @Override
    public boolean turn(String name, boolean on, String by) {
        Optional<Standard> standard =
                StandardVariables.ALL.stream().filter(one -> one.name().equals(name)).findFirst();
        standard.ifPresent(one -> parts.transactions.executeWithoutResult(_ -> turn(one, on, by)));
        return standard.isPresent();
    }

    private void turn(Standard standard, boolean on, String by) {
        parts.jdbc
                .sql(
                        on
                                ? "insert into customers.variables values (:name)"
                                        + " on conflict do nothing"
                                : "delete from customers.variables where name = :name")
                .param("name", standard.name())
                .update();
        var known = parts.catalogue.find(standard.name());
        if (on && !standard.derived() && (known == null || !known.declared())) {
            parts.catalogue.declare(
                    standard.name(),
                    standard.label().en(),
                    standard.label().zh(),
                    standard.type(),
                    DataLevel.INTERNAL,
                    by);
            relevelling.begin(standard.name());
        }
        privacy.audit(by, on ? "variable.on" : "variable.off", standard.name(), Map.of());
    }
}
