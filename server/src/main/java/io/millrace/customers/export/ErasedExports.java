package io.millrace.customers.export;

import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who is erased may be in any file that lies here still, so all of them go. */
@Component
final class ErasedExports implements PersonalData {
    private final ExportTable table;
    private final ExportFolder folder;
    private final Clock clock;

    ErasedExports(ExportTable table, ExportFolder folder, Clock clock) {
        this.table = table;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public String store() {
        return "customer-files";
    }

    @Override
    public List<Section> export(Set<ProfileId> profiles) {
        return List.of();
    }

    @Override
    public long erase(Set<ProfileId> profiles) {
        long gone = 0;
        for (UUID id : table.remove(clock.instant().plus(Duration.ofDays(1)))) {
            gone += folder.delete(id) ? 1 : 0;
        }
        return gone;
    }
}
