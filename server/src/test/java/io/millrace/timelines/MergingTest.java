package io.millrace.timelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergingTest {
    @TempDir static Path folder;
    static World world;

    @BeforeAll
    static void start() {
        world = new World(folder);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void countsAMembersFactsToItsRootAndExactlyBack() {
        ProfileId root = world.profile();
        ProfileId member = world.profile();
        world.append(world.orders(root, 2));
        world.append(world.orders(member, 3));
        Map<UUID, List<String>> before = world.told();

        join(member, root);
        Map<UUID, List<String>> merged = world.told();
        assertThat(merged.get(root.value())).hasSize(5);
        assertThat(merged).doesNotContainKey(member.value());

        separate(member);
        assertThat(world.told()).isEqualTo(before);
    }

    @Test
    void takesAChainApartWhereItIsCut() {
        ProfileId top = world.profile();
        ProfileId middle = world.profile();
        ProfileId end = world.profile();
        for (ProfileId profile : List.of(top, middle, end)) {
            world.append(world.orders(profile, 1));
        }
        join(end, middle);
        join(middle, top);
        assertThat(world.told().get(top.value())).hasSize(3);
        separate(middle);
        assertThat(world.told().get(top.value())).hasSize(1);
        assertThat(world.told().get(middle.value())).hasSize(2);
    }

    @Test
    void showsAMergeAtOnce() {
        ProfileId root = world.profile();
        ProfileId member = world.profile();
        world.append(world.orders(root, 1));
        world.append(world.orders(member, 1));
        world.timelines().catchUp();
        long before = world.timelines().version();
        join(member, root);
        assertThat(world.timelines().version()).isGreaterThan(before);
        assertThat(world.parts.columns().view().customers().rootOf(member.value()))
                .isEqualTo(root.value());
    }

    @Test
    void doesNotShowAMergeThatWasRolledBack() {
        ProfileId root = world.profile();
        ProfileId member = world.profile();
        world.transactions.executeWithoutResult(status -> {
            world.timelines().join(member, root);
            status.setRollbackOnly();
        });
        assertThat(world.parts.columns().view().customers().rootOf(member.value()))
                .isEqualTo(member.value());
    }

    @Test
    void refusesARing() {
        ProfileId one = world.profile();
        ProfileId other = world.profile();
        join(one, other);
        assertThatThrownBy(() -> join(other, one)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void join(ProfileId member, ProfileId root) {
        world.transactions.executeWithoutResult(status -> world.timelines().join(member, root));
    }

    private static void separate(ProfileId member) {
        world.transactions.executeWithoutResult(status -> world.timelines().separate(member));
    }
}
