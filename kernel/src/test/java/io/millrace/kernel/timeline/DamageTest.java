package io.millrace.kernel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.property.FastFolder;
import io.millrace.kernel.property.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, the store says so instead of answering wrongly. */
class DamageTest {
    @TempDir(factory = FastFolder.class)
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        TimelineStore store = ((Opening.Opened) TimelineStore.open(folder, 8)).store();
        RandomGenerator random = Property.random(3);
        for (int i = 1; i <= 3; i++) {
            List<Fact> facts = new ArrayList<>();
            for (int j = 0; j < 12; j++) {
                facts.add(RandomFacts.next(random));
            }
            store.apply(facts, i);
        }
        Files.writeString(folder.resolve("notes.txt"), "not ours");
    }

    @Test
    void anyChangedByteIsFound() throws IOException {
        for (Path file : ours()) {
            byte[] good = Files.readAllBytes(file);
            for (int at = 0; at < good.length; at++) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) (1 << (at % 8));
                Files.write(file, bad);
                assertThat(TimelineStore.open(folder))
                        .as("%s at %d", file.getFileName(), at)
                        .isInstanceOf(Opening.Damaged.class);
            }
            Files.write(file, good);
        }
        assertThat(TimelineStore.open(folder)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void anyMissingTailIsFound() throws IOException {
        for (Path file : ours()) {
            byte[] good = Files.readAllBytes(file);
            for (int length = 0; length < good.length; length += 7) {
                Files.write(file, Arrays.copyOf(good, length));
                assertThat(TimelineStore.open(folder))
                        .as("%s cut to %d", file.getFileName(), length)
                        .isInstanceOf(Opening.Damaged.class);
            }
            Files.write(file, good);
        }
    }

    @Test
    void anyMissingFileIsFound() throws IOException {
        for (Path file : ours()) {
            byte[] good = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(TimelineStore.open(folder)).isInstanceOf(Opening.Damaged.class);
            Files.write(file, good);
        }
    }

    @Test
    void anExchangedSegmentIsFound() throws IOException {
        List<Path> segments =
                ours().stream().filter(file -> file.toString().endsWith(".segment")).toList();
        Files.write(segments.get(0), Files.readAllBytes(segments.get(1)));
        assertThat(TimelineStore.open(folder)).isInstanceOf(Opening.Damaged.class);
    }

    @Test
    void anUnfinishedWriteIsSweptAway() throws IOException {
        Path half = folder.resolve("99.segment.tmp");
        Path unnamed = folder.resolve("98.segment");
        Files.write(half, new byte[100]);
        Files.write(unnamed, new byte[100]);
        Opening opening = TimelineStore.open(folder);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        assertThat(((Opening.Opened) opening).store().watermark()).isEqualTo(3);
        assertThat(half).doesNotExist();
        assertThat(unnamed).doesNotExist();
        assertThat(folder.resolve("notes.txt")).exists();
    }

    @Test
    void aTornAppendToTheDictionaryIsIgnored() throws IOException {
        Path words =
                ours().stream()
                        .filter(file -> file.toString().endsWith(".words"))
                        .findFirst()
                        .orElseThrow();
        Files.write(words, new byte[] {0, 0, 0, 9, 'x'}, StandardOpenOption.APPEND);
        Opening opening = TimelineStore.open(folder);
        TimelineStore store = ((Opening.Opened) opening).store();
        store.apply(List.of(RandomFacts.next(Property.random(77))), 4);
        assertThat(TimelineStore.open(folder)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void aRebuildReplacesWhatIsDamaged() throws IOException {
        Files.write(folder.resolve("MANIFEST"), new byte[3]);
        BulkWriter writer = TimelineStore.rebuild(folder);
        assertThat(TimelineStore.open(folder)).isInstanceOf(Opening.Opened.class);
        Fact fact = RandomFacts.next(Property.random(5));
        writer.add(fact);
        writer.finish(9);
        TimelineStore store = ((Opening.Opened) TimelineStore.open(folder)).store();
        assertThat(store.watermark()).isEqualTo(9);
        assertThat(store.snapshot().rows()).isEqualTo(1);
    }

    private List<Path> ours() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith("notes.txt")).sorted().toList();
        }
    }
}
