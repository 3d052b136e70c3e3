package io.millrace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = Patience.stopped();
    private final Submission submission = new Submission(List.of(), List.of());

    private void pass(int ticks) {
        for (int i = 0; i < ticks; i++) {
            patience.tick();
        }
    }

    @Test
    void endsTheWaitOfARequestWhoseGroupDoesNotComeToAnEnd() {
        patience.begin(submission);

        pass(Patience.TICKS);
        assertThat(submission.fates()).isNotDone();

        pass(1);
        assertThat(submission.fates()).isCompletedExceptionally();
    }

    @Test
    void keepsCommittersFromARequestForWhichNobodyWaits() {
        patience.begin(submission);
        pass(Patience.TICKS + 1);

        assertThat(submission.take()).isFalse();
    }

    @Test
    void leavesWhatWasAnsweredAsItIs() {
        patience.begin(submission);
        submission.fates().complete(List.of());
        patience.end(submission);
        pass(Patience.TICKS + 1);

        assertThat(submission.fates()).isCompletedWithValue(List.of());
    }
}
