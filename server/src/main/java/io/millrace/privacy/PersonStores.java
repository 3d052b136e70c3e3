package io.millrace.privacy;

import io.millrace.privacy.Privacy.StoreExport;
import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every store that holds data of persons, in the order in which an erasure goes through them: who
 * the person was first, so that nothing new arrives for them meanwhile.
 */
final class PersonStores {
    private final Supplier<Stream<PersonalData>> all;

    PersonStores(Supplier<Stream<PersonalData>> all) {
        this.all = all;
    }

    List<PersonalData> all() {
        return all.get().toList();
    }

    List<StoreExport> export(Set<ProfileId> profiles) {
        return all().stream()
                .map(store -> new StoreExport(store.store(), store.export(profiles)))
                .toList();
    }
}
