package io.millrace.kernel.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a store: their names, what is read at the start, what is left over. */
final class StoreFolder {
    /** A store as it was found. */
    record Found(StoreState state, WordsFile words, long nextFile) {}

    private static final String SEGMENT = ".segment";
    private static final String WORDS = ".words";

    private final Path directory;
    private long nextFile;

    StoreFolder(Path directory, long nextFile) {
        this.directory = directory;
        this.nextFile = nextFile;
    }

    synchronized Path newSegment() {
        return directory.resolve(nextFile++ + SEGMENT);
    }

    synchronized WordsFile newWords() {
        return WordsFile.create(directory, nextFile++ + WORDS);
    }

    /** Makes a state the one that the next start finds. */
    synchronized void commit(StoreState state, WordsFile words) throws IOException {
        Manifest.of(state, nextFile, words.state()).write(directory);
    }

    /** Everything is verified here. An empty folder is an empty store: null. */
    static @Nullable Found find(Path directory) throws IOException, DamagedFileException {
        Files.createDirectories(directory);
        if (!Files.exists(directory.resolve(Manifest.NAME))) {
            if (!files(directory).isEmpty()) {
                throw new DamagedFileException("the manifest is missing");
            }
            return null;
        }
        Manifest manifest = Manifest.read(directory);
        Words words = new Words();
        WordsFile file = WordsFile.load(directory, manifest.words(), words);
        List<SortedRun> runs = new ArrayList<>();
        for (List<Manifest.Entry> entries : manifest.runs()) {
            List<Segment> segments = new ArrayList<>();
            for (Manifest.Entry entry : entries) {
                Segment segment = Segment.open(directory.resolve(entry.name()));
                if (segment.checksum() != entry.checksum()) {
                    throw new DamagedFileException("not the segment it was: " + entry.name());
                }
                segments.add(segment);
            }
            runs.add(new SortedRun(segments));
        }
        StoreState state = new StoreState(runs, words, manifest.watermark());
        return new Found(state, file, manifest.nextFile());
    }

    /** Deletes what no manifest names: half-written files, and segments that were merged away. */
    void sweep(StoreState state, WordsFile words) throws IOException {
        Set<String> kept = new HashSet<>(Set.of(words.state().name()));
        for (Segment segment : state.segments()) {
            kept.add(segment.name());
        }
        for (Path file : files(directory)) {
            if (!kept.contains(file.getFileName().toString())) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Deletes every file of a store, the manifest first. */
    static void empty(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.deleteIfExists(directory.resolve(Manifest.NAME));
        for (Path file : files(directory)) {
            Files.delete(file);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> isOurs(file.getFileName().toString())).toList();
        }
    }

    private static boolean isOurs(String name) {
        return name.endsWith(SEGMENT) || name.endsWith(WORDS) || name.endsWith(".tmp");
    }
}
