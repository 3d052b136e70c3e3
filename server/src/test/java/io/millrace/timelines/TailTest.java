package io.millrace.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailTest {
    @TempDir static Path folder;
    static World world;

    @BeforeAll
    static void start() {
        world = new World(folder);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void deliversWhatAnEarlierTransactionCommitsLater() throws Exception {
        ProfileId early = world.profile();
        ProfileId late = world.profile();
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> first =
                    threads.submit(() ->
                            world.transactions.executeWithoutResult(status -> {
                                world.timelines().append(world.orders(early, 3));
                                appended.countDown();
                                await(mayCommit);
                            }));
            await(appended);
            world.append(world.orders(late, 2));
            Map<UUID, List<String>> between = world.told();
            // The second is not held back by the first, which is still running.
            assertThat(between.get(late.value())).hasSize(2);
            assertThat(between).doesNotContainKey(early.value());
            mayCommit.countDown();
            first.get();
        }
        Map<UUID, List<String>> after = world.told();
        assertThat(after.get(early.value())).hasSize(3);
        assertThat(after.get(late.value())).hasSize(2);
    }

    @Test
    void missesNothingOfManyTransactionsThatCommitInAnyOrder() throws Exception {
        ProfileId profile = world.profile();
        List<Future<Integer>> appenders = new ArrayList<>();
        int expected = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (int appender = 0; appender < 5; appender++) {
                Random random = new Random(appender);
                appenders.add(threads.submit(() -> appendAtRandom(profile, random)));
            }
            for (Future<Integer> appender : appenders) {
                expected += appender.get();
            }
        }
        assertThat(world.told().get(profile.value())).hasSize(expected).doesNotHaveDuplicates();
    }

    private static int appendAtRandom(ProfileId profile, Random random) {
        int appended = 0;
        for (int round = 0; round < 30; round++) {
            boolean commit = random.nextInt(4) > 0;
            int first = 1 + random.nextInt(5);
            int second = 1 + random.nextInt(5);
            world.transactions.executeWithoutResult(status -> {
                world.timelines().append(world.orders(profile, first));
                Thread.yield();
                world.timelines().append(world.orders(profile, second));
                if (!commit) {
                    status.setRollbackOnly();
                }
            });
            appended += commit ? first + second : 0;
        }
        return appended;
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() {
        ProfileId profile = world.profile();
        world.append(world.orders(profile, 2));
        Map<UUID, List<String>> before = world.told();
        world.stop();
        world.append(world.orders(profile, 3));
        world.start();
        Map<UUID, List<String>> after = world.told();
        assertThat(after.get(profile.value())).hasSize(5).containsAll(before.get(profile.value()));
    }

    @Test
    void growsItsVersionWithEveryCommit() {
        world.timelines().catchUp();
        long before = world.timelines().version();
        world.append(world.orders(world.profile(), 1));
        world.timelines().catchUp();
        assertThat(world.timelines().version()).isGreaterThan(before);
    }

    @Test
    void tellsHowFreshItIs() {
        world.append(world.orders(world.profile(), 1));
        world.timelines().catchUp();
        Timelines.Freshness freshness = world.timelines().freshness();
        assertThat(freshness.rebuilding()).isFalse();
        assertThat(freshness.facts()).isPositive();
        assertThat(freshness.profiles()).isPositive();
        assertThat(freshness.segments()).isPositive();
        assertThat(freshness.lastFactAt()).isAfterOrEqualTo(World.START);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
