package io.millrace.customers.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the files lie: readable by the owner only. */
@Component
final class ExportFolder {
    private final Path folder;

    ExportFolder(@Value("${millrace.data}") Path data) {
        this.folder = data.toAbsolutePath().resolve("exports").resolve("lists");
    }

    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    private Path draft(UUID id) {
        return folder.resolve(id + ".draft");
    }

    OutputStream begin(UUID id) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = draft(id);
        Files.deleteIfExists(draft);
        return Files.newOutputStream(
                Files.createFile(
                        draft,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------"))));
    }

    void keep(UUID id) throws IOException {
        Files.move(draft(id), path(id), StandardCopyOption.REPLACE_EXISTING);
    }

    /** True if there was a file. */
    boolean delete(UUID id) {
        try {
            boolean draft = Files.deleteIfExists(draft(id));
            return Files.deleteIfExists(path(id)) || draft;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
