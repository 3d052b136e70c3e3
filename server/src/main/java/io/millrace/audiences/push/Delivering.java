package io.millrace.audiences.push;

import io.millrace.privacy.ProductSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends what one subscription waits for, in order. What was sent and not yet written down when the
 * process ended is sent again under the same id.
 */
@Component
final class Delivering {
    static final int MOST_ATTEMPTS = 12;
    static final int MOST_FAILURES = 30;
    private static final int AT_ONCE = 50;
    private static final int GONE = 410;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final PushTable pushes;
    private final DeliveryTable deliveries;
    private final Letters letters;
    private final ProductSecrets secrets;
    private final Post post;
    private final Clock clock;

    Delivering(
            PushTable pushes,
            DeliveryTable deliveries,
            Letters letters,
            ProductSecrets secrets,
            Post post,
            Clock clock) {
        this.pushes = pushes;
        this.deliveries = deliveries;
        this.letters = letters;
        this.secrets = secrets;
        this.post = post;
        this.clock = clock;
    }

    static String purpose(UUID push) {
        return "push:" + push;
    }

    /** Until nothing is due, or the receiver does not take it. */
    void deliver(UUID push) throws InterruptedException {
        boolean more = true;
        while (more) {
            Optional<PushTable.Receiver> receiver = pushes.active(push);
            more = receiver.isPresent() && some(receiver.get());
        }
    }

    private boolean some(PushTable.Receiver receiver) throws InterruptedException {
        Signature signature =
                new Signature(secrets.open(purpose(receiver.id()), receiver.secret()));
        List<DeliveryTable.Row> next = deliveries.next(receiver.id(), AT_ONCE);
        for (DeliveryTable.Row delivery : next) {
            if (delivery.due().isAfter(clock.instant()) || !taken(receiver, signature, delivery)) {
                return false;
            }
        }
        return !next.isEmpty();
    }

    private boolean taken(
            PushTable.Receiver receiver, Signature signature, DeliveryTable.Row delivery)
            throws InterruptedException {
        Pushes.Answer answer =
                post.send(
                        receiver.url(),
                        signature,
                        delivery.id().toString(),
                        letters.of(receiver, delivery));
        Instant now = clock.instant();
        if (answer.taken()) {
            deliveries.tried(delivery.id(), "delivered", now, now, answer);
            pushes.succeeded(receiver.id());
            return true;
        }
        int attempts = delivery.attempts() + 1;
        boolean givenUp = attempts >= MOST_ATTEMPTS;
        Instant due = now.plus(pause(delivery.event(), attempts));
        deliveries.tried(delivery.id(), givenUp ? "failed" : "planned", now, due, answer);
        Integer status = answer.status();
        pushes.failed(receiver.id(), status != null && status == GONE ? 1 : MOST_FAILURES);
        return false;
    }

    /** Doubles with each attempt, a fifth more or less, so that receivers are not hit at once. */
    static Duration pause(UUID event, int attempts) {
        long doubled = FIRST_PAUSE.toMillis() << Math.min(attempts - 1, 20);
        long plain = Math.min(doubled, LONGEST_PAUSE.toMillis());
        double share =
                new SplittableRandom(event.getLeastSignificantBits() + attempts).nextDouble();
        return Duration.ofMillis((long) (plain * (0.8 + 0.4 * share)));
    }

    Pushes.Answer ping(PushTable.Row push) throws InterruptedException {
        Signature signature = new Signature(secrets.open(purpose(push.id()), push.secret()));
        Instant now = clock.instant();
        return post.send(
                push.url(),
                signature,
                "ping-" + push.id() + "-" + now.toEpochMilli(),
                letters.ping(push.audience(), now));
    }
}
