package io.millrace.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under the index key, cut to 128 bits. */
final class BlindIndex {
    private static final String ALGORITHM = "HmacSHA256";

    private final ThreadLocal<Mac> mac;

    BlindIndex(byte[] key) {
        var secret = new SecretKeySpec(key, ALGORITHM);
        mac = ThreadLocal.withInitial(() -> keyed(secret));
    }

    UUID of(String space, String normalised) {
        var hmac = mac.get();
        hmac.update(space.getBytes(StandardCharsets.UTF_8));
        hmac.update((byte) 0);
        var digest = ByteBuffer.wrap(hmac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static Mac keyed(SecretKeySpec secret) {
        try {
            var hmac = Mac.getInstance(ALGORITHM);
            hmac.init(secret);
            return hmac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available", e);
        }
    }
}
