package io.millrace.audiences.live;

import io.millrace.shared.SortedProfiles;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who is in audiences now, for whoever follows them. */
public interface Members {
    /** Empty while nobody is sure: at the start, while everybody is evaluated or a change comes. */
    Optional<Now> of(UUID audience);

    /**
     * @param revision another one whenever the members are others
     */
    record Now(long revision, SortedProfiles members) {}

    /** By the roster. */
    @Component
    final class OfRoster implements Members {
        private final Roster roster;

        OfRoster(Roster roster) {
            this.roster = roster;
        }

        @Override
        public Optional<Now> of(UUID audience) {
            return roster.slot(audience)
                    .filter(slot -> slot.followed && slot.target == null)
                    .map(slot -> new Now(slot.revision, roster.profiles(roster.members(slot))));
        }
    }
}
