package io.millrace.audiences.live;

import io.millrace.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Finds the conditions that cannot be asked, so that one of them holds up its own audience and no
 * other. An audience that failed is not followed until it is evaluated again.
 */
@Component
final class Culprits {
    /** A panel cannot be asked: one of its conditions throws. */
    static final class Thrown extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private final transient Panel panel;
        private final transient Consumer<Panel> again;

        Thrown(RuntimeException cause, Panel panel, Consumer<Panel> again) {
            super(cause);
            this.panel = panel;
            this.again = again;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Culprits.class);

    private final AudienceTable audiences;
    private final ChangeTable changes;
    private final Roster roster;

    Culprits(AudienceTable audiences, ChangeTable changes, Roster roster) {
        this.audiences = audiences;
        this.changes = changes;
        this.roster = roster;
    }

    /**
     * Asks a panel.
     *
     * @param again asks another one the same
     */
    static <T> T asked(Panel panel, Supplier<T> asking, Consumer<Panel> again) {
        try {
            return asking.get();
        } catch (DataAccessException | TransactionException | Refusal | CancellationException out) {
            throw out;
        } catch (RuntimeException bug) {
            throw new Thrown(bug, panel, again);
        }
    }

    /**
     * Lets the audiences fail whose conditions throw when they are asked alone.
     *
     * @throws Thrown if none of them does
     */
    void exclude(Thrown thrown) {
        List<Slot> found = new ArrayList<>();
        for (Slot slot : thrown.panel.slots) {
            try {
                thrown.again.accept(new Panel(List.of(slot), false));
            } catch (Thrown its) {
                found.add(slot);
                fail(slot, its.getCause() == null ? its : its.getCause());
            }
        }
        if (found.isEmpty()) {
            throw thrown;
        }
    }

    private void fail(Slot slot, Throwable cause) {
        log.error("An audience cannot be evaluated: {}", slot.audience, cause);
        if (slot.tried()) {
            changes.state(slot.id, "discarded", null);
            roster.remove(slot.id);
        } else {
            audiences.state(List.of(slot.audience), "failed", cause.toString());
            roster.stop(slot, cause.toString());
        }
    }
}
