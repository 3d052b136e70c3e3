package io.millrace.privacy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Secrets under a key that is derived from the master key. */
final class MasterSealing implements ProductSecrets {
    private final AesGcmJce cipher;

    MasterSealing(AesGcmJce cipher) {
        this.cipher = cipher;
    }

    @Override
    public String seal(String purpose, String clear) {
        try {
            byte[] sealed = cipher.encrypt(bytes(clear), bytes(purpose));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + purpose, e);
        }
    }

    @Override
    public String open(String purpose, String sealed) {
        try {
            byte[] clear = cipher.decrypt(Base64.getUrlDecoder().decode(sealed), bytes(purpose));
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("not sealed for " + purpose, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
