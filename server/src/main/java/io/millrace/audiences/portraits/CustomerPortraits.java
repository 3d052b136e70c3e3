package io.millrace.audiences.portraits;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.model.RfmTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Portraits and combinations over one scan of all customers. */
@Component
class CustomerPortraits implements Portraits {
    private final Bases bases;
    private final Groupings groupings;
    private final Chosen chosen;
    private final Keeping keeping;
    private final Clauses clauses;
    private final Origins origins;

    CustomerPortraits(
            Bases bases,
            Groupings groupings,
            Chosen chosen,
            Keeping keeping,
            Clauses clauses,
            Origins origins) {
        this.bases = bases;
        this.groupings = groupings;
        this.chosen = chosen;
        this.keeping = keeping;
        this.clauses = clauses;
        this.origins = origins;
    }

    @Override
    public List<GroupingName> groupings() {
        return groupings.offered(bases.of(null));
    }

    @Override
    public Portrayed portray(Sought sought) {
        long began = System.nanoTime();
        Base base = bases.of(sought.asOf());
        List<String> keys =
                sought.groupings().isEmpty()
                        ? groupings.offered(base).stream().map(GroupingName::key).toList()
                        : sought.groupings();
        List<Grouping> asked = new ArrayList<>();
        for (String key : keys) {
            Optional<Grouping> one = groupings.find(key, base);
            if (one.isEmpty()) {
                return new Portrayed.Unknown(key);
            }
            asked.add(one.get());
        }
        Chosen.Found some = chosen.rows(sought.in(), base, sought.asOf());
        Chosen.Found against = chosen.rows(sought.against(), base, sought.asOf());
        String unknown = some.unknown() == null ? against.unknown() : some.unknown();
        return unknown == null
                ? new Portrayed.Done(
                        new Portraying(base, sought, some.rows(), against.rows())
                                .portrait(asked, millisSince(began)))
                : new Portrayed.Unknown(unknown);
    }

    @Override
    public Combined combine(Crossing crossing) {
        long began = System.nanoTime();
        Base base = bases.of(crossing.asOf());
        Optional<Grouping> rows = groupings.find(crossing.rows(), base);
        Optional<Grouping> columns = groupings.find(crossing.columns(), base);
        String third = crossing.layers();
        Optional<Grouping> layers = third == null ? Optional.empty() : groupings.find(third, base);
        Chosen.Found among = chosen.rows(crossing.in(), base, crossing.asOf());
        if (rows.isEmpty() || columns.isEmpty() || third != null && layers.isEmpty()) {
            return new Combined.Unknown(
                    rows.isEmpty()
                            ? crossing.rows()
                            : columns.isEmpty() ? crossing.columns() : String.valueOf(third));
        }
        String unknown = among.unknown();
        if (unknown != null) {
            return new Combined.Unknown(unknown);
        }
        Combining combining =
                new Combining(
                        base,
                        crossing,
                        rows.get(),
                        columns.get(),
                        layers.orElse(null),
                        revenue(base, crossing.days()));
        return new Combined.Done(combining.matrix(among.rows(), millisSince(began)));
    }

    /** What a customer's net revenue grew by within the period. */
    private IntToLongFunction revenue(Base base, int days) {
        if (days <= 0) {
            return base::revenue;
        }
        RfmTable before = bases.ordersBy(base.asOf().minus(Duration.ofDays(days)));
        int[] rows = Base.rows(base.people(), before);
        return row -> base.revenue(row) - (rows[row] < 0 ? 0 : before.monetary(rows[row]));
    }

    @Override
    public Kept keep(Crossing crossing, List<Place> cells, String name, String by) {
        Base base = bases.of(crossing.asOf());
        List<String> keys = new ArrayList<>(List.of(crossing.rows(), crossing.columns()));
        if (crossing.layers() != null) {
            keys.add(crossing.layers());
        }
        List<Grouping> axes = new ArrayList<>();
        for (String key : keys) {
            Optional<Grouping> axis = groupings.find(key, base);
            if (axis.isEmpty()) {
                return new Kept.Unknown(key);
            }
            axes.add(axis.get());
        }
        Chosen.Found among = chosen.rows(crossing.in(), base, crossing.asOf());
        String unknown = among.unknown();
        if (unknown != null) {
            return new Kept.Unknown(unknown);
        }
        MarkedCells marked = MarkedCells.of(axes, cells);
        String missing = marked.unknown();
        if (missing != null) {
            return new Kept.Unknown(missing);
        }
        BitSet rows = marked.rows(among.rows());
        Condition said = crossing.asOf() == null ? condition(marked, crossing.in(), base) : null;
        Condition condition =
                said == null || !keeping.saysTheSame(said, rows.cardinality()) ? null : said;
        return condition == null
                ? list(base, rows, name, new Origins.Made(crossing.in(), base.asOf(), by))
                : keeping.live(name, null, condition, rows.cardinality(), by);
    }

    private Kept list(Base base, BitSet rows, String name, Origins.Made made) {
        Kept kept = keeping.list(name, null, base.profiles(rows), made.by());
        if (kept instanceof Kept.Done(String id, _, _, int customers)) {
            origins.keep(UUID.fromString(id), made, customers);
        }
        return kept;
    }

    /** Null if there is something in it that no condition says. */
    private @Nullable Condition condition(MarkedCells marked, List<String> in, Base base) {
        Condition cells = marked.condition();
        Condition among = clauses.of(in, base);
        if (cells == null || among == null) {
            return null;
        }
        return in.isEmpty() ? cells : new Condition.All(List.of(among, cells));
    }

    @Override
    public Kept keep(List<String> in, @Nullable Instant asOf, String name, String by) {
        Base base = bases.of(asOf);
        Chosen.Found found = chosen.rows(in, base, asOf);
        String unknown = found.unknown();
        if (unknown != null) {
            return new Kept.Unknown(unknown);
        }
        Condition said = asOf == null && !in.isEmpty() ? clauses.of(in, base) : null;
        Condition condition =
                said == null || !keeping.saysTheSame(said, found.rows().cardinality())
                        ? null
                        : said;
        return condition == null
                ? list(base, found.rows(), name, new Origins.Made(in, base.asOf(), by))
                : keeping.live(name, null, condition, found.rows().cardinality(), by);
    }

    private static long millisSince(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
