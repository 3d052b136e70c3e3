package io.millrace.bench.folds;

import io.millrace.kernel.model.CustomerType;
import io.millrace.kernel.model.LifecycleTable;
import io.millrace.kernel.model.Pareto;
import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.model.RfmTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeSet;
import java.util.UUID;

/** Both sides' results, customer by customer and point by point. */
final class SameResults {
    private SameResults() {}

    static void check(KernelSide ours, DuckSide duck, DuckSide.Curve curve) throws SQLException {
        RfmScores scores = ours.scores();
        RfmTable table = scores.table();
        LifecycleTable stages = ours.stages();
        int row = 0;
        int customer = 0;
        try (ResultSet theirs = duck.rows()) {
            for (; theirs.next(); customer++) {
                UUID id = theirs.getObject(1, UUID.class);
                same("customer", id, stages.customer(customer));
                same("stage of " + id, theirs.getInt(12), stages.stage(customer));
                if (theirs.getBoolean(2)) {
                    row(theirs, scores, row++, id);
                }
            }
        }
        same("customers", customer, stages.size());
        same("scored", row, table.size());
        curve(ours.pareto(), ours, curve);
    }

    private static void row(ResultSet theirs, RfmScores scores, int row, UUID id)
            throws SQLException {
        RfmTable table = scores.table();
        same("scored customer", id, table.customer(row));
        same("recency of " + id, theirs.getInt(3), table.recencyDays(row));
        same("frequency of " + id, theirs.getInt(4), table.frequency(row));
        same("monetary of " + id, theirs.getLong(5), table.monetary(row));
        same("R of " + id, theirs.getInt(6), scores.r(row));
        same("F of " + id, theirs.getInt(7), scores.f(row));
        same("M of " + id, theirs.getInt(8), scores.m(row));
        int type =
                (theirs.getBoolean(11) ? 0 : 4)
                        + (theirs.getBoolean(9) ? 0 : 2)
                        + (theirs.getBoolean(10) ? 0 : 1);
        same("type of " + id, CustomerType.values()[type], scores.type(row));
    }

    private static void curve(Pareto pareto, KernelSide ours, DuckSide.Curve curve) {
        same("revenue of the top fifth", curve.topFifth(), ours.topFifth());
        same("customers for 80 %", curve.customersFor80(), ours.customersFor80());
        double under = 2 * curve.sumOfSums().doubleValue() - pareto.amount();
        close("gini", under / ((double) pareto.amount() * pareto.customers()) - 1, ours.gini());
        Object[] sums = (Object[]) curve.sums();
        TreeSet<Integer> places = new TreeSet<>();
        for (int step = 0; step <= 200; step++) {
            int place = (int) ((long) pareto.customers() * step / 200);
            places.add(place);
            places.add(place + 1);
        }
        places.removeIf(place -> place < 1 || place > pareto.customers());
        same("points", sums.length, places.size());
        int at = 0;
        for (int place : places) {
            same("curve at " + place, sums[at++], pareto.amountOfTop(place));
        }
    }

    private static void close(String what, double theirs, double ours) {
        if (!(Math.abs(theirs - ours) < 1e-9)) {
            throw new IllegalStateException(what + ": DuckDB " + theirs + ", Millrace " + ours);
        }
    }

    private static void same(String what, Object theirs, Object ours) {
        if (!theirs.equals(ours)) {
            throw new IllegalStateException(what + ": DuckDB " + theirs + ", Millrace " + ours);
        }
    }
}
