package io.millrace.audiences.lists;

import io.millrace.audiences.live.ListMembers;
import io.millrace.audiences.live.NameKind;
import io.millrace.audiences.live.NamedCustomers;
import io.millrace.audiences.live.NamedCustomers.Named;
import io.millrace.jobs.Jobs;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tries all lines of a list again that wait: customers may have come meanwhile. */
@Component
final class AgainWork implements Jobs.Work {
    static final String KIND = "audience.fill-again";
    private static final int AT_ONCE = 10_000;

    private final FillTable fills;
    private final LineTable lines;
    private final NamedCustomers customers;
    private final ListMembers members;
    private final JsonMapper json;

    AgainWork(
            FillTable fills,
            LineTable lines,
            NamedCustomers customers,
            ListMembers members,
            JsonMapper json) {
        this.fills = fills;
        this.lines = lines;
        this.customers = customers;
        this.members = members;
        this.json = json;
    }

    record Input(UUID audience) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        UUID audience = json.readValue(run.input(), Input.class).audience();
        long total = lines.count(audience);
        long tried = 0;
        long found = 0;
        UUID fill = LineTable.FIRST;
        long line = 0;
        while (true) {
            run.step(tried, Math.max(total, tried), Map.of("found", found), null);
            List<LineTable.Row> rows = lines.waiting(audience, fill, line, AT_ONCE);
            if (rows.isEmpty()) {
                return;
            }
            List<LineTable.Row> known = tryAll(audience, rows);
            found += lines.close(known, "found");
            tried += rows.size();
            fill = rows.getLast().fill();
            line = rows.getLast().line();
        }
    }

    /** Answers those in which somebody was found, who is on the list (or off it) now. */
    private List<LineTable.Row> tryAll(UUID audience, List<LineTable.Row> rows) {
        Map<NameKind, List<LineTable.Row>> byKind = new EnumMap<>(NameKind.class);
        rows.forEach(row -> byKind.computeIfAbsent(row.kind(), _ -> new ArrayList<>()).add(row));
        TreeSet<ProfileId> adding = new TreeSet<>();
        TreeSet<ProfileId> removing = new TreeSet<>();
        Map<UUID, Boolean> removals = new HashMap<>();
        List<LineTable.Row> known = new ArrayList<>();
        byKind.forEach((kind, some) -> {
            List<Named> found =
                    customers.find(some.stream().map(LineTable.Row::text).toList(), kind);
            for (int i = 0; i < some.size(); i++) {
                if (found.get(i) instanceof Named.Known(ProfileId customer)) {
                    boolean off = removals.computeIfAbsent(some.get(i).fill(), this::removes);
                    (off ? removing : adding).add(customer);
                    known.add(some.get(i));
                }
            }
        });
        boolean there = members.add(audience, adding) && members.remove(audience, removing);
        return there ? known : List.of();
    }

    private boolean removes(UUID fill) {
        return fills.find(fill).map(FillTable.Row::removing).orElse(false);
    }
}
