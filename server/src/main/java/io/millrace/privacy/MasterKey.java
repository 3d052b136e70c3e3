package io.millrace.privacy;

import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The one secret from which the keys that wrap and that index are derived. 256 bits. */
final class MasterKey {
    private static final int BYTES = 32;

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalStateException(
                    "the master key must be 32 bytes in Base64, it has " + secret.length);
        }
        this.secret = secret;
    }

    static MasterKey of(byte[] secret) {
        return new MasterKey(secret.clone());
    }

    /** Takes the key that the environment gives, else the file's; makes the file if need be. */
    static MasterKey load(@Nullable String given, Path file) {
        if (given != null && !given.isBlank()) {
            return new MasterKey(decoded(given, "MILLRACE_MASTER_KEY"));
        }
        try {
            if (!Files.exists(file)) {
                generate(file);
            }
            return new MasterKey(decoded(Files.readString(file), file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the master key", e);
        }
    }

    /** A key for one purpose. */
    byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf(
                    "HMACSHA256",
                    secret,
                    new byte[0],
                    purpose.getBytes(StandardCharsets.UTF_8),
                    BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is not available", e);
        }
    }

    private static byte[] decoded(String text, String where) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where + " is not Base64", e);
        }
    }

    private static void generate(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, owner);
        try (var out = java.nio.channels.FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            out.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(secret)));
            out.force(true);
        }
        try {
            // A link never replaces: of two processes that start at once, one key wins.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // The other process was first; its key is the key.
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
