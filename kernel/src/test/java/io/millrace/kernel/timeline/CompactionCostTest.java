package io.millrace.kernel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.property.FastFolder;
import io.millrace.kernel.property.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionCostTest {
    @TempDir(factory = FastFolder.class)
    Path folder;

    @Test
    void manySmallDeltasStayFewRuns() {
        TimelineStore store = ((Opening.Opened) TimelineStore.open(folder)).store();
        RandomGenerator random = Property.random(2);
        for (int i = 1; i <= 200; i++) {
            store.apply(facts(random, i, 40), i);
            store.compact();
            assertThat(store.snapshot().state().runs().size()).isLessThan(16);
        }
        assertThat(store.snapshot().rows()).isEqualTo(8_000);
        store.compactFully();
        assertThat(store.snapshot().state().runs()).hasSize(1);
    }

    @Test
    void readersAndAWriterGoOnDuringACompaction() throws Exception {
        TimelineStore store = ((Opening.Opened) TimelineStore.open(folder, 64)).store();
        RandomGenerator random = Property.random(4);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> compacting =
                    threads.submit(() -> {
                        for (int i = 0; i < 60; i++) {
                            store.compactFully();
                        }
                    });
            Future<?> reading =
                    threads.submit(() -> {
                        for (int i = 0; i < 60; i++) {
                            Snapshot snapshot = store.snapshot();
                            long count = 0;
                            for (FactCursor all = snapshot.facts(); all.next(); ) {
                                count++;
                            }
                            assertThat(count).isEqualTo(snapshot.watermark() * 20);
                        }
                    });
            for (int i = 1; i <= 60; i++) {
                store.apply(facts(random, i, 20), i);
            }
            compacting.get();
            reading.get();
        }
        TimelineStore again = ((Opening.Opened) TimelineStore.open(folder)).store();
        assertThat(again.watermark()).isEqualTo(60);
        assertThat(again.snapshot().rows()).isEqualTo(1_200);
    }

    private static List<Fact> facts(RandomGenerator random, long batch, int count) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Fact fact = RandomFacts.next(random);
            facts.add(
                    new Fact(
                            new UUID(batch, i),
                            fact.profile(),
                            fact.kind(),
                            fact.occurredAt(),
                            fact.recordedAt(),
                            fact.subject(),
                            fact.amount(),
                            fact.currency(),
                            fact.attributes(),
                            fact.source(),
                            fact.historical()));
        }
        return facts;
    }
}
