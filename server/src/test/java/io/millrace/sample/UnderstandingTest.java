package io.millrace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.audiences.Audiences;
import io.millrace.insights.Insights;
import io.millrace.kernel.model.Pareto;
import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.model.RfmTable;
import io.millrace.models.Models;
import io.millrace.orders.Orders;
import io.millrace.sample.brand.SampleBrand;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of a small brand, each against plain SQL or against another figure. */
class UnderstandingTest {
    private static final Instant END = Instant.parse("2026-06-30T12:00:00Z");
    private static final Instant MIDDLE = Instant.parse("2026-01-15T00:00:00Z");
    private static final House HOUSE = House.open();

    @BeforeAll
    static void load() {
        HOUSE.load(new SampleBrand(11, 500, END).lives().toList());
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void everyCustomerWasLastSeenWhenTheirLastFactOccurred() {
        await().untilAsserted(() -> assertThat(seenTooEarly()).isZero());
    }

    /** A minute apart is not worth a new row, see Activity. */
    private static long seenTooEarly() {
        return HOUSE.jdbc()
                .sql(
                        """
                        select count(*) from customers.profiles p
                        where p.last_at + interval '1 minute' < (
                            select max(f.occurred_at) from timelines.facts f
                            join customers.profiles member on member.id = f.profile
                            where member.root = p.id
                        )
                        """)
                .query(Long.class)
                .single();
    }

    private record Naive(long frequency, long monetary, long recency) {}

    @Test
    void rfmEqualsPlainSqlOverTheFactLog() {
        for (Instant asOf : List.of(MIDDLE, END)) {
            RfmTable table = HOUSE.get(Models.class).figures(asOf).table();
            Map<UUID, Naive> folded = new TreeMap<>();
            for (int row = 0; row < table.size(); row++) {
                folded.put(
                        table.customer(row),
                        new Naive(
                                table.frequency(row), table.monetary(row), table.recencyDays(row)));
            }
            assertThat(folded).isNotEmpty().isEqualTo(naive(asOf));
        }
    }

    @Test
    void theGridAndTheTypesAddUpToTheCustomersWhoOrdered() {
        Models.Rfm rfm = HOUSE.get(Models.class).rfm(END);
        int scored = rfm.figures().table().size();

        assertThat(rfm.scores().cells()).hasSize(25);
        assertThat(rfm.scores().cells().stream().mapToInt(RfmScores.Cell::customers).sum())
                .isEqualTo(scored);
        assertThat(
                        rfm.scores().typeTotals().stream()
                                .mapToInt(RfmScores.TypeTotal::customers)
                                .sum())
                .isEqualTo(scored);
        assertThat(scored + rfm.figures().unscored()).isEqualTo(500);
    }

    @Test
    void everyCellTypeAndRegionOpensExactlyItsCustomers() {
        for (Instant asOf : List.of(MIDDLE, END)) {
            Models.Rfm rfm = HOUSE.get(Models.class).rfm(asOf);
            rfm.scores()
                    .cells()
                    .forEach(cell ->
                            assertThat(
                                            HOUSE.opened(
                                                    "in=rfm.cell:%d-%d&asOf=%s"
                                                            .formatted(cell.r(), cell.fm(), asOf)))
                                    .hasSize(cell.customers()));
            rfm.scores()
                    .typeTotals()
                    .forEach(total ->
                            assertThat(
                                            HOUSE.opened(
                                                    "in=rfm.type:%s&asOf=%s"
                                                            .formatted(total.type().key(), asOf)))
                                    .hasSize(total.customers()));
            rfm.scores()
                    .regionTotals()
                    .forEach(total ->
                            assertThat(
                                            HOUSE.opened(
                                                    "in=rfm.region:%s&asOf=%s"
                                                            .formatted(total.region().key(), asOf)))
                                    .hasSize(total.customers()));
            assertThat(HOUSE.opened("in=rfm.all:unscored&asOf=" + asOf))
                    .hasSize(rfm.figures().unscored());
        }
    }

    @Test
    void stagesAddUpToTheKnownCustomersAndOpenThem() {
        Audiences audiences = HOUSE.get(Audiences.class);
        Models models = HOUSE.get(Models.class);
        for (Instant asOf : List.of(MIDDLE, END)) {
            for (Audiences.SchemeName scheme : audiences.schemes()) {
                Audiences.Stages stages = audiences.stages(scheme.key(), asOf).orElseThrow();

                assertThat(stages.customers()).isEqualTo(models.figures(asOf).customers());
                for (Audiences.Stage stage : stages.stages()) {
                    String open =
                            "in=stage.%s:%s&asOf=%s".formatted(scheme.key(), stage.key(), asOf);
                    assertThat(HOUSE.opened(open)).hasSize(stage.customers());
                }
                assertThat(stages.stages().stream().mapToLong(Audiences.Stage::revenue).sum())
                        .isEqualTo(
                                models.rfm(asOf).scores().cells().stream()
                                        .mapToLong(RfmScores.Cell::revenue)
                                        .sum());
            }
        }
    }

    @Test
    void migrationsRowsAndColumnsAreTheStagesOfBothDates() {
        Audiences audiences = HOUSE.get(Audiences.class);
        for (Audiences.SchemeName scheme : audiences.schemes()) {
            Audiences.Moves moves = audiences.moves(scheme.key(), MIDDLE, END).orElseThrow();

            assertThat(sums(moves, true)).isEqualTo(counts(scheme.key(), MIDDLE));
            assertThat(sums(moves, false)).isEqualTo(counts(scheme.key(), END));
            assertThat(moves.links())
                    .anyMatch(link -> link.from().equals(Audiences.NOT_YET))
                    .allSatisfy(link ->
                            assertThat(
                                            HOUSE.opened(
                                                    "in=stage.%s.moved:%s>%s@%s..%s"
                                                            .formatted(
                                                                    scheme.key(),
                                                                    link.from(),
                                                                    link.to(),
                                                                    MIDDLE,
                                                                    END)))
                                    .hasSize(link.customers()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, Insights.PERIOD_DAYS, 365})
    void everyNumberOfTheOverviewOpensItsCustomers(int days) {
        Insights.Overview overview = HOUSE.get(Insights.class).overview(END, days);

        assertThat(overview.changes()).hasSize(6);
        for (Insights.Change change : overview.changes()) {
            assertThat(HOUSE.opened(change.open())).as(change.key()).hasSize((int) change.value());
        }
        for (Insights.Figure figure :
                List.of(
                        overview.customers(),
                        overview.newCustomers(),
                        overview.activeCustomers())) {
            assertThat(figure.open()).isNotNull();
            assertThat(HOUSE.opened(String.valueOf(figure.open()))).hasSize((int) figure.value());
        }
        assertThat(overview.customers().value() - overview.customers().previous())
                .isEqualTo(overview.newCustomers().value());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, Insights.PERIOD_DAYS, 365})
    void theOrdersOfAPeriodAreThoseThatTheOrderListCallsSold(int days) {
        for (Instant asOf : List.of(MIDDLE, END)) {
            Insights.Overview overview = HOUSE.get(Insights.class).overview(asOf, days);
            Instant from = asOf.minus(days, ChronoUnit.DAYS).plus(1, ChronoUnit.MICROS);
            Orders.OrderQuery sold =
                    new Orders.OrderQuery(null, null, from, null, false, "sold", asOf, false);

            assertThat(HOUSE.get(Orders.class).list(sold, null, 1, true).total())
                    .isEqualTo(overview.orders().value());
        }
    }

    @Test
    void theMonthsOfTheOverviewAddUpToPlainSql() {
        Insights.Overview overview = HOUSE.get(Insights.class).overview(END, Insights.PERIOD_DAYS);
        long revenue = overview.revenueByMonth().stream().mapToLong(Insights.Month::revenue).sum();
        long orders = overview.revenueByMonth().stream().mapToLong(Insights.Month::orders).sum();

        Map<UUID, Naive> naive = naive(END);
        Instant from = END.atZone(ZoneOffset.UTC).minusMonths(23).toInstant();
        assertThat(from).isBefore(END);
        assertThat(overview.revenueByMonth()).hasSize(24);
        assertThat(revenue).isEqualTo(naive.values().stream().mapToLong(Naive::monetary).sum());
        assertThat(orders).isEqualTo(naive.values().stream().mapToLong(Naive::frequency).sum());
    }

    @Test
    void theSpreadsSharesAndTiersOpenTheirCustomers() {
        for (Pareto.Measure measure : Pareto.Measure.values()) {
            Insights.Spread spread = HOUSE.get(Insights.class).spread(measure, END);

            assertThat(spread.customers()).isPositive();
            for (Insights.Top top : spread.top()) {
                assertThat(HOUSE.opened(top.open())).hasSize(top.customers());
            }
            for (Insights.Tier tier : spread.pyramid()) {
                assertThat(HOUSE.opened(tier.open())).hasSize(tier.customers());
            }
            assertThat(spread.pyramid().stream().mapToLong(Insights.Tier::amount).sum())
                    .isEqualTo(spread.amount());
        }
    }

    private static Map<String, Integer> counts(String scheme, Instant asOf) {
        return HOUSE.get(Audiences.class).stages(scheme, asOf).orElseThrow().stages().stream()
                .filter(stage -> stage.customers() > 0)
                .collect(Collectors.toMap(Audiences.Stage::key, Audiences.Stage::customers));
    }

    private static Map<String, Integer> sums(Audiences.Moves moves, boolean from) {
        Map<String, Integer> sums =
                moves.links().stream()
                        .collect(
                                Collectors.toMap(
                                        link -> from ? link.from() : link.to(),
                                        Audiences.Move::customers,
                                        Integer::sum));
        sums.remove(Audiences.NOT_YET);
        return sums;
    }

    private static Map<UUID, Naive> naive(Instant asOf) {
        Map<UUID, Naive> naive = new TreeMap<>();
        HOUSE.jdbc()
                .sql(
                        """
                        with f as (
                            select p.root as customer, k.name as kind, f.subject, f.amount,
                                   f.occurred_at
                            from timelines.facts f
                            join timelines.kinds k on k.id = f.kind
                            join customers.profiles p on p.id = f.profile
                            where f.occurred_at <= :asOf
                              and k.name in ('order.completed', 'order.adjusted',
                                             'order.refunded', 'order.cancelled')),
                        stands as (
                            select * from f where kind = 'order.completed' and not exists (
                                select 1 from f c where c.kind = 'order.cancelled'
                                  and c.customer = f.customer and c.subject = f.subject))
                        select f.customer, sum(f.amount) as monetary,
                               (select count(*) from stands s where s.customer = f.customer)
                                   as frequency,
                               coalesce((select extract(epoch from
                                       cast(:asOf as timestamptz) - max(s.occurred_at))
                                   from stands s where s.customer = f.customer), -86400) as age
                        from f group by f.customer
                        """)
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    naive.put(
                            row.getObject("customer", UUID.class),
                            new Naive(
                                    row.getLong("frequency"),
                                    row.getLong("monetary"),
                                    (long) Math.floor(row.getDouble("age") / 86_400)));
                });
        return naive;
    }
}
