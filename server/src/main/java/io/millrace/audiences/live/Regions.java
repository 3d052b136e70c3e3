package io.millrace.audiences.live;

import io.millrace.shared.SortedProfiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Set operations over memberships as they are now. */
@Component
final class Regions implements AudienceSets {
    private static final String BETWEEN = "_";
    private static final String BUT_NOT = "!";

    private final Roster roster;

    Regions(Roster roster) {
        this.roster = roster;
    }

    @Override
    public Optional<List<Region>> regions(List<UUID> audiences) {
        List<RoaringBitmap> members = members(audiences);
        if (members == null) {
            return Optional.empty();
        }
        List<Region> regions = new ArrayList<>();
        for (int mask = 1; mask < 1 << audiences.size(); mask++) {
            List<UUID> in = new ArrayList<>();
            List<UUID> out = new ArrayList<>();
            for (int i = 0; i < audiences.size(); i++) {
                ((mask & 1 << i) == 0 ? out : in).add(audiences.get(i));
            }
            int customers = region(members, mask).getCardinality();
            regions.add(new Region(in, out, customers, selection(in, out)));
        }
        return Optional.of(regions);
    }

    private @Nullable List<RoaringBitmap> members(List<UUID> audiences) {
        List<RoaringBitmap> members = new ArrayList<>();
        for (UUID audience : audiences) {
            Optional<Slot> slot = roster.slot(audience).filter(one -> !one.tried());
            if (slot.isEmpty()) {
                return null;
            }
            members.add(roster.members(slot.get()));
        }
        return members;
    }

    private static RoaringBitmap region(List<RoaringBitmap> members, int mask) {
        RoaringBitmap region = members.get(Integer.numberOfTrailingZeros(mask)).clone();
        for (int i = 0; i < members.size(); i++) {
            if ((mask & 1 << i) == 0) {
                region.andNot(members.get(i));
            } else {
                region.and(members.get(i));
            }
        }
        return region;
    }

    private static String selection(List<UUID> in, List<UUID> out) {
        String text = "audience.region:" + joined(in);
        return out.isEmpty() ? text : text + BUT_NOT + joined(out);
    }

    private static String joined(List<UUID> audiences) {
        return audiences.stream().map(UUID::toString).collect(Collectors.joining(BETWEEN));
    }

    /** Whom a selection names; empty if it names no region. */
    Optional<SortedProfiles> select(String value) {
        String[] sides = value.split(BUT_NOT, 2);
        try {
            List<UUID> in = ids(sides[0]);
            List<UUID> all = new ArrayList<>(in);
            if (sides.length == 2) {
                all.addAll(ids(sides[1]));
            }
            List<RoaringBitmap> members = all.size() > MOST ? null : members(all);
            return members == null
                    ? Optional.empty()
                    : Optional.of(roster.profiles(region(members, (1 << in.size()) - 1)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static List<UUID> ids(String text) {
        return Arrays.stream(text.split(BETWEEN)).map(UUID::fromString).toList();
    }
}
