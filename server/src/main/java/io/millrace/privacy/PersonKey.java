package io.millrace.privacy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** What is left of one person's key. */
sealed interface PersonKey {
    /** The key itself, unwrapped. */
    record Usable(AesGcmJce cipher) implements PersonKey {}

    /** The person was erased. */
    record Destroyed() implements PersonKey {}

    int BYTES = 32;

    static byte[] random(SecureRandom random) {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        return secret;
    }

    static AesGcmJce cipher(byte[] secret) {
        try {
            return new AesGcmJce(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }
}
