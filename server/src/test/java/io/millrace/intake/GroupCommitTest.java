package io.millrace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.intake.Intake.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class GroupCommitTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void takesEachEventOnceWhenManySendTheSame() throws Exception {
        List<Callable<Intake.Receipt>> senders = new ArrayList<>();
        for (int sender = 0; sender < 16; sender++) {
            senders.add(() -> {
                Intake.Receipt last = null;
                for (int i = 0; i < 20; i++) {
                    last = world.batch(World.track("m" + i, "ann", "E", "{}"));
                }
                return last;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Intake.Receipt> sent : threads.invokeAll(senders)) {
                assertThat(sent.get().rejected()).isZero();
            }
        }

        assertThat(world.facts.count()).isEqualTo(20);
    }

    @Test
    void losesOnlyTheItemThatTheDatabaseRefuses() {
        world.facts.breaksOn = fact -> fact.kind().equals("event.Poison");

        var receipt =
                world.batch(
                        World.track("1", "ann", "E", "{}"),
                        World.track("2", "ann", "Poison", "{}"),
                        World.track("3", "ann", "E", "{}"),
                        World.track("4", "ann", "Campaign Sent", "{}"));

        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.errors())
                .extracting(Intake.Rejection::code)
                .containsExactly("intake.not-stored", "intake.no-campaign");
        assertThat(world.facts.count()).isEqualTo(2);
        assertThat(world.waiting()).isEqualTo(2);
    }

    @Test
    void acknowledgesNothingWhileTheDatabaseIsAwayAndTakesItAfterwards() {
        String event = World.track("1", "ann", "E", "{}");
        world.facts.outage = new TransientDataAccessResourceException("gone");
        assertThat(world.intake.accept(World.request(World.KEY, "track", event)))
                .isInstanceOf(Answer.Unavailable.class);
        assertThat(world.facts.count()).isZero();

        world.facts.outage = null;
        assertThat(world.batch(event).accepted()).isEqualTo(1);
    }
}
