package io.millrace.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Changes.Position;
import io.millrace.timelines.Changes.Touched;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingChangesTest {
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

    private static Changes since(Position position) {
        world.timelines().catchUp();
        return world.timelines().changes(position);
    }

    private static Position here() {
        world.timelines().catchUp();
        return world.timelines().changes(null).until();
    }

    /** Answers when it happened, microseconds. */
    private static long append(ProfileId profile, String kind) {
        Fact fact = world.fact(profile, kind, 0);
        world.append(List.of(NewFact.of(fact, UUID.randomUUID())));
        return Micros.of(fact.occurredAt());
    }

    private static Touched whole(ProfileId profile) {
        return new Touched(profile, Set.of(), Long.MAX_VALUE, true);
    }

    @Test
    void asksForEverythingAtTheVeryBeginningAndInAnotherLog() {
        assertThat(world.timelines().changes(null).everything()).isTrue();
        assertThat(since(new Position(UUID.randomUUID() + "/5:5:")).everything()).isTrue();
    }

    @Test
    void namesEachTouchedCustomerOnceWithTheKindsThatCame() {
        ProfileId ann = world.profile();
        ProfileId ben = world.profile();
        append(ben, "event.old");
        Position before = here();
        long first = append(ann, "event.a");
        append(ann, "event.b");
        append(ann, "event.a");
        long only = append(ben, "event.c");

        Changes changes = since(before);

        assertThat(changes.everything()).isFalse();
        assertThat(changes.touched())
                .containsExactlyInAnyOrder(
                        new Touched(ann, Set.of("event.a", "event.b"), first, false),
                        new Touched(ben, Set.of("event.c"), only, false));
        assertThat(since(changes.until()).none()).isTrue();
    }

    @Test
    void tellsWhatALongTransactionBringsAfterOthersHaveCommitted() throws Exception {
        ProfileId slow = world.profile();
        ProfileId quick = world.profile();
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Position before = here();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> transaction =
                    threads.submit(() ->
                            world.transactions.executeWithoutResult(status -> {
                                world.timelines()
                                        .append(
                                                List.of(
                                                        NewFact.of(
                                                                world.fact(slow, "event.s", 0),
                                                                UUID.randomUUID())));
                                appended.countDown();
                                await(go);
                            }));
            appended.await();
            append(quick, "event.q");
            Changes first = since(before);
            assertThat(first.touched()).extracting(Touched::customer).containsExactly(quick);

            go.countDown();
            transaction.get();
            Changes second = since(first.until());
            assertThat(second.touched()).extracting(Touched::customer).containsExactly(slow);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void touchesBothCustomersOfAMergeAndOfItsUndoing() {
        ProfileId member = world.profile();
        ProfileId root = world.profile();
        append(member, "event.m");
        append(root, "event.r");
        Position before = here();

        world.transactions.executeWithoutResult(_ -> world.timelines().join(member, root));
        Changes merged = since(before);
        assertThat(merged.touched()).containsExactlyInAnyOrder(whole(member), whole(root));

        world.transactions.executeWithoutResult(_ -> world.timelines().separate(member));
        assertThat(since(merged.until()).touched())
                .containsExactlyInAnyOrder(whole(member), whole(root));
    }

    @Test
    void namesTheRootOfAMergedProfile() {
        ProfileId member = world.profile();
        ProfileId root = world.profile();
        append(member, "event.m");
        world.transactions.executeWithoutResult(_ -> world.timelines().join(member, root));
        Position before = here();
        long then = append(member, "event.n");

        assertThat(since(before).touched())
                .containsExactly(new Touched(root, Set.of("event.n"), then, false));
    }

    @Test
    void asksForEverythingWhenASourceIsTakenOut() {
        append(world.profile(), "event.x");
        Position before = here();
        world.transactions.executeWithoutResult(_ -> world.timelines().removeSource("test"));

        assertThat(since(before).everything()).isTrue();
    }

    @Test
    void touchesThePersonWhoIsErased() {
        ProfileId person = world.profile();
        append(person, "event.x");
        Position before = here();
        world.parts.erasure().erase(Set.of(person));

        assertThat(since(before).touched()).contains(whole(person));
    }

    @Test
    void wakesWhoeverFollows() {
        AtomicInteger woken = new AtomicInteger();
        world.timelines().whenChanged(woken::incrementAndGet);
        append(world.profile(), "event.w");

        Awaitility.await().until(() -> woken.get() > 0);
    }
}
