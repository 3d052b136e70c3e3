package io.millrace.kernel.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which profiles are one customer: member profile to root profile. A profile that the map does not
 * name is a customer of its own. A customer is known by its root's id.
 */
public final class CustomerMap {
    /** Every profile is a customer of its own. */
    public static final CustomerMap NONE = of(Map.of());

    private final UUID[] members;
    private final UUID[] rootOfMember;
    private final UUID[] roots;
    private final List<List<UUID>> profiles;

    private CustomerMap(TreeMap<UUID, UUID> rootByMember, TreeMap<UUID, List<UUID>> byRoot) {
        this.members = rootByMember.keySet().toArray(new UUID[0]);
        this.rootOfMember = rootByMember.values().toArray(new UUID[0]);
        this.roots = byRoot.keySet().toArray(new UUID[0]);
        this.profiles = byRoot.values().stream().map(List::copyOf).toList();
    }

    /**
     * @param rootByMember flat: a root is nobody's member (a root that names itself is allowed)
     */
    public static CustomerMap of(Map<UUID, UUID> rootByMember) {
        TreeMap<UUID, UUID> sorted = new TreeMap<>(Uuids.ORDER);
        TreeMap<UUID, List<UUID>> byRoot = new TreeMap<>(Uuids.ORDER);
        rootByMember.forEach((member, root) -> {
            if (member.equals(root)) {
                return;
            }
            if (!root.equals(rootByMember.getOrDefault(root, root))) {
                throw new IllegalArgumentException("a root is nobody's member: " + root);
            }
            sorted.put(member, root);
        });
        sorted.forEach((member, root) ->
                byRoot.computeIfAbsent(root, r -> new ArrayList<>(List.of(r))).add(member));
        return new CustomerMap(sorted, byRoot);
    }

    /** The customer to which a profile belongs. */
    public UUID rootOf(UUID profile) {
        int at = Arrays.binarySearch(members, profile, Uuids.ORDER);
        return at < 0 ? profile : rootOfMember[at];
    }

    /** All profiles of the customer with this root, the root first. */
    public List<UUID> profilesOf(UUID root) {
        int at = Arrays.binarySearch(roots, root, Uuids.ORDER);
        return at < 0 ? List.of(root) : profiles.get(at);
    }

    boolean isEmpty() {
        return roots.length == 0;
    }

    UUID[] members() {
        return members;
    }

    UUID[] roots() {
        return roots;
    }

    /** The root itself and its members. */
    List<UUID> profilesOf(int root) {
        return profiles.get(root);
    }
}
