package io.millrace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.jobs.Jobs;
import io.millrace.models.Models;
import io.millrace.timelines.Timelines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadAndRemoveTest {
    /**
     * What stays behind on purpose: histories of work, and words without a meaning of their own.
     */
    private static final List<String> STAY =
            List.of(
                    "jobs.",
                    "workspace.",
                    "access.",
                    "timelines.kinds",
                    "timelines.sources",
                    "timelines.withdrawals",
                    "customers.attributes",
                    "public.");

    private final House house = House.open();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void loadsThroughTheDoorsAndLeavesNothingWhenItGoes() {
        Map<String, Long> before = rows();
        Sample sample = house.get(Sample.class);

        Jobs.Job loaded = started(sample.load(300, 5L));

        assertThat(loaded.state()).isEqualTo(Jobs.State.DONE);
        assertThat(loaded.counts()).containsEntry("customers", 300L);
        assertThat(house.get(Models.class).figures(null).customers()).isEqualTo(300);
        assertThat(sample.state().loaded()).isTrue();
        assertThat(sample.load(10, 1L)).isInstanceOf(Sample.Loading.AlreadyThere.class);

        Jobs.Job removed = removed(sample.remove());

        assertThat(removed.state()).isEqualTo(Jobs.State.DONE);
        assertThat(house.get(Models.class).figures(null).customers()).isZero();
        assertThat(house.get(Timelines.class).freshness().facts()).isZero();
        assertThat(rows()).isEqualTo(before);
        assertThat(sample.state().loaded()).isFalse();
        assertThat(sample.remove()).isInstanceOf(Sample.Removal.NothingThere.class);
    }

    @Test
    void canBeLoadedAgainAfterItWent() {
        Sample sample = house.get(Sample.class);
        started(sample.load(50, 5L));
        removed(sample.remove());

        Jobs.Job again = started(sample.load(50, 5L));

        assertThat(again.state()).isEqualTo(Jobs.State.DONE);
        assertThat(house.get(Models.class).figures(null).customers()).isEqualTo(50);
    }

    private Jobs.Job started(Sample.Loading loading) {
        return house.waitFor(((Sample.Loading.Started) loading).job());
    }

    private Jobs.Job removed(Sample.Removal removal) {
        return house.waitFor(((Sample.Removal.Started) removal).job());
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        List<String> tables = new ArrayList<>();
        house.jdbc()
                .sql(
                        """
                        select table_schema || '.' || table_name
                        from information_schema.tables
                        where table_type = 'BASE TABLE'
                          and table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .query(row -> {
                    tables.add(row.getString(1));
                });
        for (String table : tables) {
            if (STAY.stream().noneMatch(table::startsWith)) {
                rows.put(
                        table,
                        house.jdbc()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single());
            }
        }
        return rows;
    }
}
