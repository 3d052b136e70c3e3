package io.millrace.orders;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The fingerprint by which the same content of an order is known again. The lines count as a bag:
 * the same lines in another sequence are the same order.
 */
final class Content {
    /** The content of a number under which nothing was placed: a credit note. */
    static final UUID NONE = new UUID(0, 0);

    private final MessageDigest digest;

    private Content() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    static UUID of(Orders.Command.Place place) {
        return new Content().hash(place);
    }

    /** A fact's natural key from its text, e.g. {@code order|1001|completed}. */
    static UUID key(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private UUID hash(Orders.Command.Place place) {
        ByteBuffer head =
                digest(
                        place.currency()
                                + '\u001f'
                                + place.total()
                                + '\u001f'
                                + place.cost()
                                + '\u001f'
                                + place.channel()
                                + '\u001f'
                                + place.store());
        long high = head.getLong();
        long low = head.getLong();
        for (Orders.Line line : place.lines()) {
            ByteBuffer each = digest(text(line));
            high += each.getLong();
            low += each.getLong();
        }
        return new UUID(high, low);
    }

    private static String text(Orders.Line line) {
        return line.sku()
                + '\u001f'
                + line.name()
                + '\u001f'
                + line.category()
                + '\u001f'
                + line.quantity()
                + '\u001f'
                + line.unitPriceMicros()
                + '\u001f'
                + line.amountMicros()
                + '\u001f'
                + line.unitCostMicros();
    }

    private ByteBuffer digest(String text) {
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
