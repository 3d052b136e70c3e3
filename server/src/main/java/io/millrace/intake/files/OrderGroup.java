package io.millrace.intake.files;

import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Line;
import io.millrace.shared.Money;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one order number: what was bought, and what was given back. */
final class OrderGroup {
    final String number;
    final Claims.Who who;
    final List<StagedRow> bought = new ArrayList<>();
    final List<StagedRow> returned = new ArrayList<>();
    final String currency;
    @Nullable ProfileId profile;

    private OrderGroup(String number, Claims.Who who, String currency) {
        this.number = number;
        this.who = who;
        this.currency = currency;
    }

    /** Puts rows of one number together; rows that contradict the others are rejected. */
    static OrderGroup of(ImportPlan plan, List<StagedRow> rows, Applied into) {
        StagedRow first = rows.getFirst();
        StagedRow named = rows.stream().filter(row -> !row.anonymous()).findFirst().orElse(first);
        String currency = first.currency() == null ? "" : first.currency();
        OrderGroup group = new OrderGroup(first.key(), Claims.Who.of(named), currency);
        for (StagedRow row : rows) {
            if (plan.wholeOrders() && row != first) {
                into.reject(
                        RowError.of(
                                row.row(),
                                "order",
                                "imports.duplicate-row",
                                Long.toString(first.row())));
            } else if (!currency.equals(row.currency())) {
                into.reject(RowError.of(row.row(), "currency", "imports.two-currencies", currency));
            } else if (!row.anonymous() && !Claims.Who.of(row).equals(group.who)) {
                into.reject(
                        RowError.of(
                                row.row(),
                                "customer",
                                "imports.two-customers",
                                Long.toString(named.row())));
            } else {
                (row.amount() < 0 || row.quantity() < 0 ? group.returned : group.bought).add(row);
            }
        }
        return group;
    }

    boolean empty() {
        return bought.isEmpty() && returned.isEmpty();
    }

    List<StagedRow> rows() {
        List<StagedRow> rows = new ArrayList<>(bought);
        rows.addAll(returned);
        return rows;
    }

    /** When the first of it happened. */
    Instant at() {
        return at(rows());
    }

    private static Instant at(List<StagedRow> rows) {
        long micros = rows.stream().mapToLong(StagedRow::at).min().orElse(0);
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    long boughtMicros() {
        return bought.stream().mapToLong(StagedRow::amount).sum();
    }

    /** Positive: what was given back. */
    long returnedMicros() {
        return -returned.stream().mapToLong(StagedRow::amount).sum();
    }

    long rounded(long micros) {
        return Money.roundMicros(micros, Money.microsPerMinor(currency));
    }

    Command.Place place(ImportPlan plan) {
        StagedRow first = bought.getFirst();
        return new Command.Place(
                number,
                profile,
                at(bought),
                currency,
                null,
                null,
                first.channel(),
                first.store(),
                bought.stream().map(row -> line(row, 1)).toList(),
                plan.source(),
                plan.historical());
    }

    /** A credit note if nothing was bought under this number; else a refund of the order. */
    Command.Refund refund(ImportPlan plan) {
        return new Command.Refund(
                number,
                number,
                profile,
                at(returned),
                currency,
                null,
                returned.stream().map(row -> line(row, -1)).toList(),
                bought.isEmpty(),
                plan.source(),
                plan.historical());
    }

    private static Line line(StagedRow row, int sign) {
        return new Line(
                row.sku(),
                row.name(),
                row.category(),
                sign < 0 ? Math.abs(row.quantity()) : row.quantity(),
                sign < 0 ? Math.abs(row.price()) : row.price(),
                sign * row.amount(),
                row.cost());
    }
}
