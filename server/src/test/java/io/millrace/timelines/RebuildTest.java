package io.millrace.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.shared.ProfileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildTest {
    @TempDir Path folder;
    World world;
    Map<UUID, List<String>> before;

    @BeforeEach
    void start() {
        world = new World(folder);
        for (int i = 0; i < 20; i++) {
            ProfileId profile = world.profile();
            world.append(world.orders(profile, 5));
            world.append(world.orders(profile, 5));
        }
        before = world.told();
        assertThat(before).hasSize(20);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void buildsTheSameStoreWhenItsFolderIsGone() throws IOException {
        world.stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        world.start();
        assertThat(world.told()).isEqualTo(before);
    }

    @Test
    void buildsTheSameStoreWhenOneByteOfItHasChanged() throws IOException {
        world.stop();
        for (Path segment : segments()) {
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length / 2] ^= 1;
            Files.write(segment, bytes);
        }
        world.start();
        assertThat(world.told()).isEqualTo(before);
    }

    @Test
    void buildsTheSameStoreWhenItsFilesVanishUnderway() throws IOException {
        ProfileId another = world.profile();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
        world.append(world.orders(another, 1));
        before.putAll(world.told());
        assertThat(before).hasSize(21);
        assertThat(segments()).isNotEmpty();
    }

    @Test
    void doesNotTakeAStoreThatWasMadeOfAnotherLog() {
        world.stop();
        world.database.jdbc().sql("update timelines.log set id = gen_random_uuid()").update();
        world.database.jdbc().sql("delete from timelines.facts").update();
        world.start();
        assertThat(world.told()).isEmpty();
    }

    @Test
    void adoptsALogWhoseTransactionsAreThoseOfAnotherServer() {
        world.stop();
        world.database.jdbc().sql("update timelines.facts set tx = '9000000000'::xid8").update();
        world.start();
        assertThat(world.told()).isEqualTo(before);
        world.append(world.orders(world.profile(), 1));
        assertThat(world.told()).hasSize(21);
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".segment")).toList();
        }
    }
}
