package io.millrace.catalog;

import io.millrace.shared.Money;
import io.millrace.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
final class JdbcCatalog implements Catalog {
    // The row is only written when it would change: products come again with every order.
    private static final String LEARN =
            """
            insert into catalog.products as p (
                sku, name, category, brand, price, cost, currency, source, created_at, updated_at)
            select g.*, :now::timestamptz, :now::timestamptz
            from unnest(:sku::text[], :name::text[], :category::text[], :brand::text[],
                :price::bigint[], :cost::bigint[], :currency::text[], :source::text[])
                as g (sku, name, category, brand, price, cost, currency, source)
            order by g.sku collate "C"
            on conflict (sku) do update
            set name = coalesce(excluded.name, p.name),
                category = coalesce(excluded.category, p.category),
                brand = coalesce(excluded.brand, p.brand),
                price = coalesce(excluded.price, p.price),
                cost = coalesce(excluded.cost, p.cost),
                currency = coalesce(excluded.currency, p.currency),
                updated_at = excluded.updated_at
            where (coalesce(excluded.name, p.name), coalesce(excluded.category, p.category),
                    coalesce(excluded.brand, p.brand), coalesce(excluded.price, p.price),
                    coalesce(excluded.cost, p.cost), coalesce(excluded.currency, p.currency))
                is distinct from (p.name, p.category, p.brand, p.price, p.cost, p.currency)
            """;

    private static final String RESTRICTED =
            """
            from catalog.products
            where (:category::text is null or category = :category)
              and (:text::text is null or sku ilike :text || '%' escape '!'
                or name ilike '%' || :text || '%' escape '!')
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ObjectProvider<ProductSales> sales;

    JdbcCatalog(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock,
            ObjectProvider<ProductSales> sales) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.sales = sales;
    }

    @Override
    public void learn(Collection<Product> products) {
        Map<String, Product> bySku = new TreeMap<>();
        for (Product product : products) {
            bySku.merge(product.sku(), product, JdbcCatalog::later);
        }
        if (bySku.isEmpty()) {
            return;
        }
        List<Product> distinct = List.copyOf(bySku.values());
        jdbc.sql(LEARN)
                .param("sku", distinct.stream().map(Product::sku).toArray(String[]::new))
                .param("name", distinct.stream().map(Product::name).toArray(String[]::new))
                .param("category", distinct.stream().map(Product::category).toArray(String[]::new))
                .param("brand", distinct.stream().map(Product::brand).toArray(String[]::new))
                .param("price", distinct.stream().map(Product::price).toArray(Long[]::new))
                .param("cost", distinct.stream().map(Product::cost).toArray(Long[]::new))
                .param("currency", distinct.stream().map(Product::currency).toArray(String[]::new))
                .param("source", distinct.stream().map(Product::source).toArray(String[]::new))
                .param("now", clock.instant().toString())
                .update();
    }

    private static Product later(Product first, Product second) {
        return new Product(
                first.sku(),
                either(second.name(), first.name()),
                either(second.category(), first.category()),
                either(second.brand(), first.brand()),
                either(second.price(), first.price()),
                either(second.cost(), first.cost()),
                either(second.currency(), first.currency()),
                second.source());
    }

    private static <T> @Nullable T either(@Nullable T preferred, @Nullable T otherwise) {
        return preferred == null ? otherwise : preferred;
    }

    @Override
    public Map<String, Product> products(Set<String> skus) {
        Map<String, Product> found = HashMap.newHashMap(skus.size());
        jdbc.sql("select * from catalog.products where sku = any(:skus)")
                .param("skus", skus.toArray(String[]::new))
                .query(JdbcCatalog::product)
                .list()
                .forEach(product -> found.put(product.sku(), product));
        return found;
    }

    @Override
    public void learnPlaces(Set<String> channels, Set<String> stores) {
        learnPlaces("channel", channels);
        learnPlaces("store", stores);
    }

    private void learnPlaces(String kind, Set<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into catalog.places (kind, code, first_seen_at)
                        select :kind, code, :now::timestamptz from unnest(:codes::text[]) code
                        order by code collate "C"
                        on conflict do nothing
                        """)
                .param("kind", kind)
                .param("codes", codes.toArray(String[]::new))
                .param("now", clock.instant().toString())
                .update();
    }

    @Override
    public void forgetPlaces(Set<String> channels, Set<String> stores) {
        jdbc.sql(
                        """
                        delete from catalog.places
                        where (kind = 'channel' and code = any(:channels::text[]))
                           or (kind = 'store' and code = any(:stores::text[]))
                        """)
                .param("channels", channels.toArray(String[]::new))
                .param("stores", stores.toArray(String[]::new))
                .update();
    }

    @Override
    public Page<Listing> list(
            ProductQuery query, @Nullable String cursor, int limit, boolean withTotal) {
        List<Product> found =
                restricted(
                                jdbc.sql(
                                        "select * "
                                                + RESTRICTED
                                                + """
                                                 and (:after::text is null or sku > :after)
                                                order by sku limit :limit
                                                """),
                                query)
                        .param("after", cursor)
                        .param("limit", limit + 1)
                        .query(JdbcCatalog::product)
                        .list();
        boolean more = found.size() > limit;
        List<Product> items = more ? found.subList(0, limit) : found;
        Long total =
                withTotal
                        ? restricted(jdbc.sql("select count(*) " + RESTRICTED), query)
                                .query(Long.class)
                                .single()
                        : null;
        return new Page<>(listings(items), more ? items.getLast().sku() : null, total);
    }

    private static JdbcClient.StatementSpec restricted(
            JdbcClient.StatementSpec sql, ProductQuery query) {
        return sql.param("category", query.category()).param("text", pattern(query.text()));
    }

    private static @Nullable String pattern(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private List<Listing> listings(List<Product> products) {
        Set<String> skus = new HashSet<>();
        products.forEach(product -> skus.add(product.sku()));
        Map<String, ProductSales.Sold> sold = new HashMap<>();
        sales.orderedStream().forEach(each -> sold.putAll(each.of(skus)));
        return products.stream().map(p -> listing(p, sold.get(p.sku()))).toList();
    }

    private static Listing listing(Product product, ProductSales.@Nullable Sold sold) {
        return new Listing(
                product.sku(),
                product.name(),
                product.category(),
                product.brand(),
                money(product.price(), product.currency()),
                money(product.cost(), product.currency()),
                sold == null ? 0 : sold.units(),
                sold == null ? null : sold.revenue(),
                product.source());
    }

    private static @Nullable Money money(@Nullable Long amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    @Override
    public Optional<Listing> change(String sku, Change change) {
        return transactions.execute(status -> {
            Product known = products(Set.of(sku)).get(sku);
            if (known == null) {
                return Optional.<Listing>empty();
            }
            learn(
                    List.of(
                            new Product(
                                    sku,
                                    change.name(),
                                    change.category(),
                                    change.brand(),
                                    change.price(),
                                    change.cost(),
                                    change.currency(),
                                    known.source())));
            return Optional.of(listings(List.copyOf(products(Set.of(sku)).values())).getFirst());
        });
    }

    @Override
    public List<Category> categories() {
        return jdbc.sql(
                        """
                        select category, count(*) from catalog.products
                        where category is not null group by category order by category
                        """)
                .query((row, n) -> new Category(row.getString(1), row.getLong(2)))
                .list();
    }

    @Override
    public List<Place> channels() {
        return places("channel");
    }

    @Override
    public List<Place> stores() {
        return places("store");
    }

    private List<Place> places(String kind) {
        return jdbc.sql("select code, name from catalog.places where kind = :kind order by code")
                .param("kind", kind)
                .query((row, n) -> new Place(row.getString("code"), row.getString("name")))
                .list();
    }

    @Override
    public long forget(String source) {
        return jdbc.sql("delete from catalog.products where source = :source")
                .param("source", source)
                .update();
    }

    private static Product product(ResultSet row, int ignored) throws SQLException {
        return new Product(
                row.getString("sku"),
                row.getString("name"),
                row.getString("category"),
                row.getString("brand"),
                row.getObject("price", Long.class),
                row.getObject("cost", Long.class),
                row.getString("currency"),
                row.getString("source"));
    }
}
