package io.millrace.intake.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where uploaded files lie: readable by the owner only. */
@Component
final class Disk {
    private final Path folder;

    Disk(@Value("${millrace.data}") Path data) {
        this.folder = data.toAbsolutePath().resolve("uploads");
    }

    record Written(Path path, long bytes, String sha256) {}

    Written write(UUID id, InputStream bytes) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path path = folder.resolve(id.toString());
        MessageDigest digest = sha256();
        try (OutputStream out =
                new DigestOutputStream(
                        Files.newOutputStream(
                                Files.createFile(
                                        path,
                                        PosixFilePermissions.asFileAttribute(
                                                PosixFilePermissions.fromString("rw-------")))),
                        digest)) {
            long count = bytes.transferTo(out);
            return new Written(path, count, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }
}
