package io.millrace.orders;

import io.millrace.orders.Orders.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What hangs on orders: their lines, refunds and corrections. */
@Component
final class OrderParts {
    private static final String LINE_COLUMNS =
            "sku, name, category, quantity, unit_price_micros, amount_micros, unit_cost_micros";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderParts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Fills in the current lines and the refunds of these orders. */
    void load(Map<String, OrderState> states) {
        if (states.isEmpty()) {
            return;
        }
        String[] numbers = states.keySet().toArray(String[]::new);
        lines(numbers).forEach((number, lines) -> OrderStore.state(states, number).lines = lines);
        refunds(numbers)
                .forEach((number, all) -> OrderStore.state(states, number).refunds.addAll(all));
    }

    Map<String, List<Line>> lines(String[] numbers) {
        Map<String, List<Line>> found = new HashMap<>();
        jdbc.sql(
                        "select order_number, "
                                + LINE_COLUMNS
                                + """
                                 from orders.lines where order_number = any(:numbers)
                                order by order_number, position
                                """)
                .param("numbers", numbers)
                .query(row -> {
                    found.computeIfAbsent(row.getString(1), n -> new ArrayList<>()).add(line(row));
                });
        return found;
    }

    Map<String, List<OrderState.RefundRow>> refunds(String[] numbers) {
        record Key(String number, String refund) {}
        Map<Key, List<Line>> lines = new HashMap<>();
        jdbc.sql(
                        "select order_number, refund, "
                                + LINE_COLUMNS
                                + """
                                 from orders.refund_lines where order_number = any(:numbers)
                                order by order_number, refund, position
                                """)
                .param("numbers", numbers)
                .query(row -> {
                    Key key = new Key(row.getString(1), row.getString(2));
                    lines.computeIfAbsent(key, k -> new ArrayList<>()).add(line(row));
                });
        Map<String, List<OrderState.RefundRow>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select * from orders.refunds where order_number = any(:numbers)
                        order by order_number, at, refund
                        """)
                .param("numbers", numbers)
                .query(row -> {
                    Key key = new Key(row.getString("order_number"), row.getString("refund"));
                    found.computeIfAbsent(key.number(), n -> new ArrayList<>())
                            .add(refund(row, lines.getOrDefault(key, List.of())));
                });
        return found;
    }

    private static OrderState.RefundRow refund(ResultSet row, List<Line> lines)
            throws SQLException {
        return new OrderState.RefundRow(
                row.getString("refund"),
                OrderStore.instant(row, "at"),
                row.getLong("amount"),
                row.getObject("cost", Long.class),
                row.getLong("rounding_micros"),
                row.getString("source"),
                row.getBoolean("historical"),
                lines);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("sku"),
                row.getString("name"),
                row.getString("category"),
                row.getLong("quantity"),
                row.getLong("unit_price_micros"),
                row.getLong("amount_micros"),
                row.getObject("unit_cost_micros", Long.class));
    }

    /** Writes everything that the commands added to these orders. */
    void write(Collection<OrderState> states) {
        List<LineAt> lines = new ArrayList<>();
        List<LineAt> refundLines = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        for (OrderState state : states) {
            if (state.linesReplaced) {
                gather(lines, state.number, "", state.lines);
                if (state.existing) {
                    replaced.add(state.number);
                }
            }
            for (OrderState.RefundRow refund : state.newRefunds) {
                gather(refundLines, state.number, refund.refund(), refund.lines());
            }
        }
        delete(replaced);
        writeLines(lines, "insert into orders.lines (order_number, ", "select order_number, ");
        writeRefunds(states);
        writeLines(
                refundLines,
                "insert into orders.refund_lines (order_number, refund, ",
                "select order_number, refund, ");
        writeAdjustments(states);
    }

    void delete(List<String> numbers) {
        if (!numbers.isEmpty()) {
            jdbc.sql("delete from orders.lines where order_number = any(:numbers)")
                    .param("numbers", numbers.toArray(String[]::new))
                    .update();
        }
    }

    private record LineAt(String number, String refund, int position, Line line) {}

    private static void gather(List<LineAt> into, String number, String refund, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            into.add(new LineAt(number, refund, i + 1, lines.get(i)));
        }
    }

    private void writeLines(List<LineAt> lines, String insert, String select) {
        if (lines.isEmpty()) {
            return;
        }
        String columns = "position, " + LINE_COLUMNS;
        String sql =
                insert
                        + columns
                        + ") "
                        + select
                        + columns
                        + """
                         from unnest(
                            :number::text[], :refund::text[], :position::integer[], :sku::text[],
                            :name::text[], :category::text[], :quantity::bigint[],
                            :price::bigint[], :amount::bigint[], :cost::bigint[])
                            as given (order_number, refund, position, sku, name, category,
                                quantity, unit_price_micros, amount_micros, unit_cost_micros)
                        """;
        jdbc.sql(sql)
                .param("number", OrderStore.texts(lines, LineAt::number))
                .param("refund", OrderStore.texts(lines, LineAt::refund))
                .param("position", lines.stream().map(LineAt::position).toArray(Integer[]::new))
                .param("sku", OrderStore.texts(lines, at -> at.line().sku()))
                .param("name", OrderStore.texts(lines, at -> at.line().name()))
                .param("category", OrderStore.texts(lines, at -> at.line().category()))
                .param("quantity", OrderStore.wholes(lines, at -> at.line().quantity()))
                .param("price", OrderStore.wholes(lines, at -> at.line().unitPriceMicros()))
                .param("amount", OrderStore.wholes(lines, at -> at.line().amountMicros()))
                .param("cost", OrderStore.wholes(lines, at -> at.line().unitCostMicros()))
                .update();
    }

    private record Of<T>(String number, T row) {}

    private void writeRefunds(Collection<OrderState> states) {
        List<Of<OrderState.RefundRow>> rows = new ArrayList<>();
        for (OrderState state : states) {
            state.newRefunds.forEach(row -> rows.add(new Of<>(state.number, row)));
        }
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into orders.refunds (order_number, refund, at, amount, cost,
                            rounding_micros, source, historical)
                        select * from unnest(
                            :number::text[], :refund::text[], :at::timestamptz[],
                            :amount::bigint[], :cost::bigint[], :rounding::bigint[],
                            :source::text[], :historical::boolean[])
                        """)
                .param("number", OrderStore.texts(rows, Of::number))
                .param("refund", OrderStore.texts(rows, of -> of.row().refund()))
                .param("at", OrderStore.texts(rows, of -> of.row().at()))
                .param("amount", OrderStore.wholes(rows, of -> of.row().amount()))
                .param("cost", OrderStore.wholes(rows, of -> of.row().cost()))
                .param("rounding", OrderStore.wholes(rows, of -> of.row().roundingMicros()))
                .param("source", OrderStore.texts(rows, of -> of.row().source()))
                .param(
                        "historical",
                        rows.stream().map(of -> of.row().historical()).toArray(Boolean[]::new))
                .update();
    }

    private void writeAdjustments(Collection<OrderState> states) {
        List<Of<OrderState.AdjustmentRow>> rows = new ArrayList<>();
        for (OrderState state : states) {
            state.newAdjustments.forEach(row -> rows.add(new Of<>(state.number, row)));
        }
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into orders.adjustments
                        select * from unnest(
                            :number::text[], :ordinal::integer[], :at::timestamptz[],
                            :difference::bigint[], :total::bigint[], :cost::bigint[],
                            :rounding::bigint[], :content::uuid[], :content_at::timestamptz[],
                            :channel::text[], :store::text[], :lines::jsonb[], :source::text[])
                        """)
                .param("number", OrderStore.texts(rows, Of::number))
                .param(
                        "ordinal",
                        rows.stream().map(of -> of.row().ordinal()).toArray(Integer[]::new))
                .param("at", OrderStore.texts(rows, of -> of.row().at()))
                .param("difference", OrderStore.wholes(rows, of -> of.row().difference()))
                .param("total", OrderStore.wholes(rows, of -> of.row().totalBefore()))
                .param("cost", OrderStore.wholes(rows, of -> of.row().costBefore()))
                .param("rounding", OrderStore.wholes(rows, of -> of.row().roundingBefore()))
                .param("content", OrderStore.texts(rows, of -> of.row().contentBefore()))
                .param("content_at", OrderStore.texts(rows, of -> of.row().contentAtBefore()))
                .param("channel", OrderStore.texts(rows, of -> of.row().channelBefore()))
                .param("store", OrderStore.texts(rows, of -> of.row().storeBefore()))
                .param("lines", OrderStore.texts(rows, of -> toJson(of.row().linesBefore())))
                .param("source", OrderStore.texts(rows, of -> of.row().source()))
                .update();
    }

    private String toJson(List<Line> lines) {
        return json.writeValueAsString(lines);
    }

    List<Line> fromJson(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }
}
