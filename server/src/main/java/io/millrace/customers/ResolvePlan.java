package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list of claims changes, gathered before anything is written. */
final class ResolvePlan {
    final Map<ProfileId, Fresh> fresh = new LinkedHashMap<>();
    final List<Addition> additions = new ArrayList<>();
    final Map<ProfileId, Promotion> promotions = new LinkedHashMap<>();
    final List<Join> joins = new ArrayList<>();
    final Map<Sighting, Evidence> sightings = new LinkedHashMap<>();
    final Set<UUID> shared = new LinkedHashSet<>();
    final List<Candidate> candidates = new ArrayList<>();
    final Map<UUID, Evidence> evidence = new LinkedHashMap<>();
    final Map<UUID, String> addedBy = new HashMap<>();

    /** Settled without a row: an identity that says nothing about this profile. */
    final Set<Sighting> ignored = new HashSet<>();

    /** Grows with all that is new of who somebody is. */
    int extensions() {
        return additions.size() + promotions.size() + joins.size();
    }

    record Evidence(String source, Instant at) {}

    record Addition(UUID id, Normalised identity, ProfileId profile, Evidence evidence) {}

    record Promotion(Instant at, String source, String types) {}

    /**
     * The customer {@code member}, an anonymous visitor, becomes part of that of {@code parent}.
     */
    record Join(ProfileId member, ProfileId parent, ProfileId root, Evidence evidence) {}

    record Candidate(ProfileId one, ProfileId other, UUID identity, Evidence evidence) {}

    /** A profile that is made. */
    static final class Fresh {
        final ProfileId profile;
        final String source;
        Instant firstAt;
        Instant lastAt;
        @Nullable Instant knownAt;
        final Set<String> types = new LinkedHashSet<>();

        Fresh(ProfileId profile, Instant at, String source) {
            this.profile = profile;
            this.source = source;
            this.firstAt = at;
            this.lastAt = at;
        }

        void seen(Instant at, boolean identifying) {
            firstAt = at.isBefore(firstAt) ? at : firstAt;
            lastAt = at.isAfter(lastAt) ? at : lastAt;
            if (identifying && (knownAt == null || at.isBefore(knownAt))) {
                knownAt = at;
            }
        }
    }
}
