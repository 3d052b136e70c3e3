package io.millrace.timelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders in which generations of the columnar store lie beside each other, so that a new one
 * can be written while the old one is read. A small file says which one counts, and of which fact
 * log it was made.
 */
final class StoreFolders {
    /** The store that counts. */
    record Current(UUID log, long generation) {}

    private static final String CURRENT = "current";
    private static final String PREFIX = "generation-";

    private final Path root;

    StoreFolders(Path root) {
        this.root = root;
    }

    Path folder(long generation) {
        return root.resolve(PREFIX + generation);
    }

    /** Null if there is none, or if what there is cannot be understood. */
    @Nullable Current current() {
        try {
            String[] words = Files.readString(root.resolve(CURRENT)).strip().split(" ", -1);
            return new Current(UUID.fromString(words[0]), Long.parseLong(words[1]));
        } catch (NoSuchFileException none) {
            return null;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException torn) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A generation that no folder has yet. */
    long next() {
        return generations().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
    }

    /** Lets a finished store count from now on, and deletes all others. */
    void use(UUID log, long generation) {
        Path draft = root.resolve(CURRENT + ".draft");
        try {
            Files.createDirectories(root);
            write(draft, log + " " + generation + "\n");
            Files.move(
                    draft,
                    root.resolve(CURRENT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            for (long other : generations()) {
                if (other != generation) {
                    delete(folder(other));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How many files the store in use consists of. */
    long segments(long generation) {
        try (Stream<Path> files = Files.list(folder(generation))) {
            return files.filter(file -> file.toString().endsWith(".segment")).count();
        } catch (IOException gone) {
            return 0;
        }
    }

    private List<Long> generations() {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(PREFIX + "\\d{1,18}"))
                    .map(name -> Long.parseLong(name.substring(PREFIX.length())))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
