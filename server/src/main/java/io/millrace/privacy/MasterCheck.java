package io.millrace.privacy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices a wrong master key before anything is written under it. */
final class MasterCheck {
    private static final byte[] BINDING = "master".getBytes(StandardCharsets.UTF_8);

    private final JdbcClient jdbc;
    private final AesGcmJce wrapping;

    MasterCheck(JdbcClient jdbc, AesGcmJce wrapping) {
        this.jdbc = jdbc;
        this.wrapping = wrapping;
    }

    /**
     * @throws IllegalStateException if this database was written under another master key
     */
    void verify() {
        try {
            var sealed = Base64.getEncoder().encodeToString(wrapping.encrypt(BINDING, BINDING));
            jdbc.sql(
                            """
                            insert into privacy.master_check (sealed) values (:sealed)
                            on conflict do nothing
                            """)
                    .param("sealed", sealed)
                    .update();
            var kept =
                    jdbc.sql("select sealed from privacy.master_check")
                            .query(String.class)
                            .single();
            wrapping.decrypt(Base64.getDecoder().decode(kept), BINDING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the master key is not the one under which this database was written", e);
        }
    }
}
