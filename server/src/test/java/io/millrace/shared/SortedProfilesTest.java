package io.millrace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortedProfilesTest {
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    @Test
    void behavesLikeATreeSetOfTheSameIds() {
        TreeSet<ProfileId> expected = new TreeSet<>(profiles(500));
        SortedProfiles set = sorted(expected);

        assertThat(set).containsExactlyElementsOf(expected);
        assertThat(set).isEqualTo(expected);
        assertThat(set.first()).isEqualTo(expected.first());
        assertThat(set.last()).isEqualTo(expected.last());
        for (ProfileId bound : profiles(50)) {
            assertThat(set.headSet(bound)).containsExactlyElementsOf(expected.headSet(bound));
            assertThat(set.tailSet(bound)).containsExactlyElementsOf(expected.tailSet(bound));
        }
    }

    @Test
    void containsItsOwnIdsAndNoOthers() {
        TreeSet<ProfileId> inside = new TreeSet<>(profiles(100));
        SortedProfiles set = sorted(inside);

        assertThat(inside).allMatch(set::contains);
        assertThat(profiles(100)).noneMatch(set::contains);
    }

    private static SortedProfiles sorted(TreeSet<ProfileId> ids) {
        List<UUID> rows = ids.stream().map(ProfileId::value).toList();
        return SortedProfiles.of(
                rows.size(),
                n -> n,
                row -> rows.get(row).getMostSignificantBits(),
                row -> rows.get(row).getLeastSignificantBits());
    }

    private List<ProfileId> profiles(int number) {
        return Stream.generate(() -> new ProfileId(new UUID(random.nextLong(), random.nextLong())))
                .limit(number)
                .toList();
    }
}
