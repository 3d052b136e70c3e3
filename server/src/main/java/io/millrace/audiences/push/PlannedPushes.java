package io.millrace.audiences.push;

import io.millrace.audiences.live.Movements;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Plans what is to be told, in the transaction that writes the movement. */
@Component
final class PlannedPushes implements Movements {
    private final PushTable pushes;
    private final DeliveryTable deliveries;
    private final Wake wake;
    private final Clock clock;

    PlannedPushes(PushTable pushes, DeliveryTable deliveries, Wake wake, Clock clock) {
        this.pushes = pushes;
        this.deliveries = deliveries;
        this.wake = wake;
        this.clock = clock;
    }

    @Override
    public void moved(List<Movement> movements) {
        List<Movement> news = movements.stream().filter(one -> !one.first()).toList();
        if (news.isEmpty() || !pushes.any() || deliveries.plan(news, clock.instant()) == 0) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake.call();
                    }
                });
    }
}
