package io.millrace.intake.files;

import io.millrace.intake.files.Pipeline.Reading;
import io.millrace.shared.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of orders: what is missing or unreadable is said with its field. */
final class OrderRows {
    private static final int NAME_CHARS = 200;
    private static final int TEXT_CHARS = 2_000;
    private static final int SHOWN_CHARS = 60;

    private final ImportPlan plan;
    private final DateText dates;
    private final NumberText numbers;
    private final Map<String, Boolean> currencies = new HashMap<>();

    OrderRows(ImportPlan plan) {
        this.plan = plan;
        this.dates = new DateText(plan.dateOrder(), plan.zone());
        this.numbers = new NumberText(plan.decimalComma());
    }

    Reading read(Rows.Row row) {
        String order = Texts.identifier(plan.cell(row, "order"));
        if (order.isEmpty()) {
            return rejected(row, "order", "imports.missing");
        }
        String when = plan.cell(row, "at");
        if (when.isEmpty()) {
            return rejected(row, "at", "imports.missing");
        }
        Instant at = dates.instant(when);
        if (at == null) {
            return rejected(row, "at", "imports.date-unreadable", shown(when));
        }
        String tooLong = tooLong(row);
        if (tooLong != null) {
            return rejected(row, tooLong, "imports.text-too-long");
        }
        String currency = currency(row);
        if (currency == null) {
            return rejected(row, "currency", "imports.missing");
        }
        if (!currencies.computeIfAbsent(currency, OrderRows::exists)) {
            return rejected(row, "currency", "imports.unknown-currency", shown(currency));
        }
        Figures figures = new Figures();
        RowError wrong = figures.read(row);
        return wrong != null
                ? new Reading.Rejected(wrong)
                : new Reading.Taken(staged(row, order, at, currency, figures));
    }

    private StagedRow staged(
            Rows.Row row, String order, Instant at, String currency, Figures figures) {
        return new StagedRow(
                row.number(),
                order,
                Texts.orNull(Texts.identifier(plan.cell(row, "customer"))),
                Texts.orNull(plan.cell(row, "email")),
                Texts.orNull(plan.phones().of(plan.cell(row, "phone"))),
                ChronoUnit.MICROS.between(Instant.EPOCH, at),
                Texts.orNull(Texts.identifier(plan.cell(row, "sku"))),
                Texts.orNull(plan.cell(row, "name")),
                Texts.orNull(plan.cell(row, "category")),
                figures.quantity,
                figures.price,
                figures.amount,
                figures.cost,
                currency,
                Texts.orNull(plan.cell(row, "channel")),
                Texts.orNull(plan.cell(row, "store")),
                Cells.of(plan, row));
    }

    private @Nullable String tooLong(Rows.Row row) {
        for (String field : new String[] {"order", "customer", "sku", "email", "phone"}) {
            if (plan.cell(row, field).length() > NAME_CHARS) {
                return field;
            }
        }
        for (String field : new String[] {"name", "category", "channel", "store"}) {
            if (plan.cell(row, field).length() > TEXT_CHARS) {
                return field;
            }
        }
        return null;
    }

    private @Nullable String currency(Rows.Row row) {
        String given = plan.cell(row, "currency");
        return given.isEmpty() ? plan.currency() : given.toUpperCase(Locale.ROOT);
    }

    static boolean exists(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String shown(String text) {
        return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "…" : text;
    }

    static Reading rejected(Rows.Row row, String field, String code, String... arguments) {
        return new Reading.Rejected(RowError.of(row.number(), field, code, arguments));
    }

    /** The numbers of a row; its amount is negative where something is given back. */
    private final class Figures {
        private long quantity;
        private long price;
        private long amount;
        private @Nullable Long cost;

        @Nullable RowError read(Rows.Row row) {
            long pieces = number(row, "quantity", Money.MICROS);
            long unit = number(row, "price", NumberText.NONE);
            long whole = number(row, "amount", NumberText.NONE);
            long off = number(row, "discount", 0);
            long unitCost = number(row, "cost", NumberText.NONE);
            for (String field : new String[] {"quantity", "price", "amount", "discount", "cost"}) {
                String text = plan.cell(row, field);
                if (!text.isEmpty() && numbers.micros(text) == NumberText.NONE) {
                    return RowError.of(
                            row.number(), field, "imports.number-unreadable", shown(text));
                }
            }
            if (unit == NumberText.NONE && whole == NumberText.NONE) {
                String field = plan.has("price") ? "price" : "amount";
                return RowError.of(row.number(), field, "imports.missing");
            }
            if (pieces % Money.MICROS != 0) {
                String text = shown(plan.cell(row, "quantity"));
                return RowError.of(row.number(), "quantity", "imports.quantity-not-whole", text);
            }
            quantity = pieces / Money.MICROS;
            cost = unitCost == NumberText.NONE ? null : (Long) unitCost;
            return figure(row, unit, whole, off);
        }

        private @Nullable RowError figure(Rows.Row row, long unit, long whole, long off) {
            if (whole == NumberText.NONE) {
                long most = Long.MAX_VALUE / 1_000_000 / Math.max(1, Math.abs(quantity));
                if (Math.abs(unit) > most * 1_000) {
                    return RowError.of(row.number(), "price", "imports.number-too-large");
                }
                amount = quantity * unit - Long.signum(quantity) * off;
            } else {
                amount = quantity < 0 ? -Math.abs(whole) : whole;
            }
            if (quantity < 0 && amount > 0) {
                return RowError.of(row.number(), "price", "imports.sign-contradiction");
            }
            price = unit != NumberText.NONE ? unit : quantity == 0 ? amount : amount / quantity;
            return null;
        }

        private long number(Rows.Row row, String field, long otherwise) {
            String text = plan.cell(row, field);
            return text.isEmpty() ? otherwise : numbers.micros(text);
        }
    }
}
