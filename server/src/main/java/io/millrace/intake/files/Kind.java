package io.millrace.intake.files;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the rows of a file are. */
public enum Kind {
    ORDERS(
            List.of(
                    "order",
                    "at",
                    "customer",
                    "email",
                    "phone",
                    "sku",
                    "name",
                    "category",
                    "quantity",
                    "price",
                    "amount",
                    "discount",
                    "cost",
                    "currency",
                    "channel",
                    "store"),
            Set.of("order", "at")),
    CUSTOMERS(
            List.of("customer", "email", "phone", "name", "gender", "birthday", "city"), Set.of()),
    PRODUCTS(
            List.of("sku", "name", "category", "brand", "price", "cost", "currency"),
            Set.of("sku")),
    EVENTS(
            List.of("event", "customer", "email", "phone", "anonymous", "at", "messageId", "order"),
            Set.of("event", "at"));

    /** Prefix of a mapping that fills an attribute of the customer, or a property of the event. */
    static final String ATTRIBUTE = "attribute.";

    private final List<String> fields;
    private final Set<String> required;

    Kind(List<String> fields, Set<String> required) {
        this.fields = fields;
        this.required = required;
    }

    List<String> fields() {
        return fields;
    }

    Set<String> required() {
        return required;
    }

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if there is no such kind
     */
    @JsonCreator
    public static Kind of(String key) {
        return valueOf(key.strip().toUpperCase(Locale.ROOT));
    }
}
