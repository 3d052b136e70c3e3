package io.millrace.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order while its commands are carried out: what its row says, and what is to be written. */
final class OrderState {
    final String number;

    /** True if the row was there before. */
    final boolean existing;

    boolean changed;
    @Nullable UUID profile;
    boolean placed;
    Instant at = Instant.EPOCH;
    Instant contentAt = Instant.EPOCH;
    UUID content = Content.NONE;
    String currency = "";
    long total;
    long refunded;
    long cancelled;
    @Nullable Instant cancelledAt;
    @Nullable String cancelledBy;
    @Nullable Long cost;

    /** What the goods had cost that came back so far; the cost above is without it. */
    long costReturned;

    long roundingMicros;
    @Nullable String channel;
    @Nullable String store;
    int lineCount;
    int adjustments;
    String source = "";
    boolean historical;

    /** The current lines; of an existing order only if they were asked for. */
    List<Orders.Line> lines = List.of();

    boolean linesReplaced;
    final Set<String> refundNumbers = new HashSet<>();

    /** Those that were there before; with their lines only if they were asked for. */
    final List<RefundRow> refunds = new ArrayList<>();

    final List<RefundRow> newRefunds = new ArrayList<>();
    final List<AdjustmentRow> newAdjustments = new ArrayList<>();

    OrderState(String number, boolean existing) {
        this.number = number;
        this.existing = existing;
    }

    /** True if the number has a row, or will have one. */
    boolean exists() {
        return existing || changed;
    }

    long left() {
        return total - refunded - cancelled;
    }

    String status() {
        if (!placed) {
            return "credit-note";
        }
        if (cancelledAt != null) {
            return "cancelled";
        }
        if (refunded == 0) {
            return "completed";
        }
        return left() == 0 ? "refunded" : "partly-refunded";
    }

    void replaceLines(List<Orders.Line> replacement) {
        lines = replacement;
        lineCount = replacement.size();
        linesReplaced = true;
    }

    void add(RefundRow refund) {
        refundNumbers.add(refund.refund());
        newRefunds.add(refund);
        refunded = Math.addExact(refunded, refund.amount());
        Long back = refund.cost();
        costReturned = Math.addExact(costReturned, back == null ? 0 : back);
        Long known = cost;
        if (placed && back != null && known != null) {
            cost = known - back;
        }
        changed = true;
    }

    /**
     * @param cost what the returned goods had cost, minor units, positive; null if unknown
     */
    record RefundRow(
            String refund,
            Instant at,
            long amount,
            @Nullable Long cost,
            long roundingMicros,
            String source,
            boolean historical,
            List<Orders.Line> lines) {}

    /** What an order was before a correction, and by how much that changed its total. */
    record AdjustmentRow(
            int ordinal,
            Instant at,
            long difference,
            long totalBefore,
            @Nullable Long costBefore,
            long roundingBefore,
            UUID contentBefore,
            Instant contentAtBefore,
            @Nullable String channelBefore,
            @Nullable String storeBefore,
            List<Orders.Line> linesBefore,
            String source) {}
}
