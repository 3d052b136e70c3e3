package io.millrace.orders;

import io.millrace.catalog.Catalog;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The channels and stores of orders that are being taken back. */
record PlacesOfTakenBack(Set<String> channels, Set<String> stores) {

    static PlacesOfTakenBack of(JdbcClient jdbc) {
        PlacesOfTakenBack places = new PlacesOfTakenBack(new HashSet<>(), new HashSet<>());
        jdbc.sql(
                        """
                        select distinct channel, store
                        from orders.orders join taken_back using (number)
                        """)
                .query(row -> {
                    places.channels.add(row.getString("channel"));
                    places.stores.add(row.getString("store"));
                });
        places.channels.remove(null);
        places.stores.remove(null);
        return places;
    }

    void forgetUnnamed(JdbcClient jdbc, Catalog catalog) {
        catalog.forgetPlaces(unnamed(channels, "channel", jdbc), unnamed(stores, "store", jdbc));
    }

    private static Set<String> unnamed(Set<String> codes, String column, JdbcClient jdbc) {
        return codes.stream()
                .filter(code ->
                        !jdbc.sql(
                                        "select exists (select 1 from orders.orders where "
                                                + column
                                                + " = :code)")
                                .param("code", code)
                                .query(Boolean.class)
                                .single())
                .collect(Collectors.toSet());
    }
}
