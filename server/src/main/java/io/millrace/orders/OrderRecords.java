package io.millrace.orders;

import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders of one person. An erasure leaves the figures, whose profile is nobody any more, and takes
 * every text that somebody wrote by hand: names of lines that are no catalogue's.
 */
@Component
final class OrderRecords implements PersonalData {
    private final JdbcClient jdbc;

    OrderRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String store() {
        return "orders";
    }

    @Override
    public List<Section> export(Set<ProfileId> profiles) {
        List<List<Field>> orders =
                jdbc.sql(
                                """
                                select * from orders.orders where profile = any(:profiles::uuid[])
                                order by at, number
                                """)
                        .param("profiles", OrderReading.uuids(profiles))
                        .query((row, n) ->
                                fields(
                                        row.getString("number"),
                                        OrderStore.instant(row, "at").toString(),
                                        row.getString("currency"),
                                        row.getLong("total"),
                                        row.getLong("net"),
                                        row.getString("status")))
                        .list();
        List<List<Field>> lines =
                jdbc.sql(
                                """
                                select l.* from orders.lines l
                                join orders.orders o on o.number = l.order_number
                                where o.profile = any(:profiles::uuid[])
                                order by o.at, l.order_number, l.position
                                """)
                        .param("profiles", OrderReading.uuids(profiles))
                        .query((row, n) ->
                                List.of(
                                        new Field("order", row.getString("order_number")),
                                        new Field("sku", text(row.getString("sku"))),
                                        new Field("name", text(row.getString("name"))),
                                        new Field("quantity", row.getString("quantity")),
                                        new Field("amountMicros", row.getString("amount_micros"))))
                        .list();
        return List.of(new Section("orders", orders), new Section("orderLines", lines));
    }

    private static List<Field> fields(
            String number, String at, String currency, long total, long net, String status) {
        return List.of(
                new Field("number", number),
                new Field("at", at),
                new Field("currency", currency),
                new Field("total", Long.toString(total)),
                new Field("net", Long.toString(net)),
                new Field("status", status));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public long erase(Set<ProfileId> profiles) {
        return blank("lines", profiles) + blank("refund_lines", profiles);
    }

    private long blank(String table, Set<ProfileId> profiles) {
        return jdbc.sql(
                        "update orders."
                                + table
                                + """
                                 l set name = null from orders.orders o
                                where o.number = l.order_number and l.sku is null
                                    and l.name is not null and o.profile = any(:profiles::uuid[])
                                """)
                .param("profiles", OrderReading.uuids(profiles))
                .update();
    }
}
