package io.millrace.timelines;

import io.millrace.kernel.timeline.CustomerMap;
import io.millrace.shared.ProfileId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which profiles were merged into which. Kept as they were told, one parent a profile, and followed
 * to the root when read: so a chain comes apart where it is cut, with both ends as they were.
 */
final class Bindings {
    private record Binding(UUID member, UUID root) {}

    private final JdbcClient jdbc;

    Bindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws IllegalArgumentException if {@code root} already belongs to {@code member}
     */
    void join(ProfileId member, ProfileId root) {
        if (member.equals(root) || leadsTo(root, member)) {
            throw new IllegalArgumentException(root + " cannot be the root of " + member);
        }
        bind(member, root);
    }

    void separate(ProfileId member) {
        bind(member, member);
    }

    private void bind(ProfileId member, ProfileId root) {
        jdbc.sql(
                        """
                        with told as (
                            insert into timelines.rebound (profile)
                            select :member::uuid union select :root::uuid
                            union select root from timelines.bindings where member = :member
                        )
                        insert into timelines.bindings (member, root) values (:member, :root)
                        on conflict (member) do update
                        set root = excluded.root, tx = pg_current_xact_id()
                        """)
                .param("member", member.value())
                .param("root", root.value())
                .update();
    }

    private boolean leadsTo(ProfileId from, ProfileId to) {
        return jdbc.sql(
                        """
                        with recursive up (profile) as (
                            select :from::uuid
                            union
                            select b.root from up join timelines.bindings b on b.member = up.profile
                        )
                        select exists (select from up where profile = :to)
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .query(Boolean.class)
                .single();
    }

    /** All there are, lone profiles as their own root. */
    Map<UUID, UUID> all() {
        return read("true");
    }

    /** Profiles whose customer may be another one, by what became visible. */
    List<UUID> rebound(String visible) {
        return jdbc.sql("select distinct profile from timelines.rebound where " + visible)
                .query((row, number) -> row.getObject("profile", UUID.class))
                .list();
    }

    /** What has become visible since. */
    Map<UUID, UUID> changed(CommitSnapshot since) {
        return read(since.unseen());
    }

    private Map<UUID, UUID> read(String condition) {
        Map<UUID, UUID> parents = new HashMap<>();
        jdbc.sql("select member, root from timelines.bindings where " + condition)
                .query(Binding.class)
                .list()
                .forEach(binding -> parents.put(binding.member(), binding.root()));
        return parents;
    }

    /** The customers that these parents make. */
    static CustomerMap customers(Map<UUID, UUID> parents) {
        Map<UUID, UUID> roots = new HashMap<>(parents.size() * 2);
        for (UUID member : parents.keySet()) {
            UUID root = rootOf(member, parents);
            if (!root.equals(member)) {
                roots.put(member, root);
            }
        }
        return CustomerMap.of(roots);
    }

    private static UUID rootOf(UUID member, Map<UUID, UUID> parents) {
        UUID root = member;
        for (int steps = 0; steps <= parents.size(); steps++) {
            UUID up = parents.getOrDefault(root, root);
            if (up.equals(root)) {
                return root;
            }
            root = up;
        }
        // Two joins that crossed in the same instant made a ring: each stays on its own.
        return member;
    }
}
