package io.millrace.models.scores;

import io.millrace.models.response.Responses;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts who answers how to deals. */
@Component
final class CountedResponses implements ResponsePages {
    private final ResponseModel model;
    private final Responses responses;
    private final Tables tables;
    private final Scores scores;
    private final Workspace workspace;
    private final Clock clock;

    CountedResponses(
            ResponseModel model,
            Responses responses,
            Tables tables,
            Scores scores,
            Workspace workspace,
            Clock clock) {
        this.model = model;
        this.responses = responses;
        this.tables = tables;
        this.scores = scores;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public Page page(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        ScoreColumns table = tables.of(model, instant);
        return new Page(
                instant,
                scores.latest(ResponseModel.KEY, instant).orElse(null),
                workspace.settings().currency(),
                responses.demands(instant),
                table.size(),
                Opening.of(PagesOfScores.everybody(ResponseModel.KEY, "class")),
                Arrays.stream(Responses.Kind.values()).map(kind -> counted(table, kind)).toList(),
                map(table));
    }

    private static int[] rows(ScoreColumns table, String kind) {
        int place = table.place("class");
        return IntStream.range(0, table.size())
                .filter(row -> kind.equals(table.text(place, row)))
                .toArray();
    }

    private static String is(String kind) {
        return Clauses.is(ResponseModel.KEY, "class", kind);
    }

    private static Kind counted(ScoreColumns table, Responses.Kind of) {
        String kind = ResponseModel.word(of);
        int[] rows = rows(table, kind);
        int share = table.place("share");
        int spent = table.place("spent");
        return new Kind(
                kind,
                rows.length,
                Arrays.stream(rows)
                        .mapToDouble(row -> table.number(share, row))
                        .average()
                        .orElse(0),
                Math.round(Arrays.stream(rows).mapToDouble(row -> table.number(spent, row)).sum()),
                Opening.of(is(kind)));
    }

    private static List<Cell> map(ScoreColumns table) {
        double[] edges = Bins.spent(table, table.place("spent"));
        return Arrays.stream(Responses.Kind.values())
                .filter(kind -> kind != Responses.Kind.UNKNOWN)
                .flatMap(kind -> cells(table, ResponseModel.word(kind), edges).stream())
                .toList();
    }

    private static List<Cell> cells(ScoreColumns table, String kind, double[] edges) {
        int figure = table.place("spent");
        int[] customers = new int[edges.length];
        double[] spent = new double[edges.length];
        for (int row : rows(table, kind)) {
            int bin = Bins.of(edges, table.number(figure, row));
            customers[bin]++;
            spent[bin] += table.number(figure, row);
        }
        List<Cell> cells = new ArrayList<>();
        for (int bin = 0; bin < edges.length; bin++) {
            double below = Bins.below(edges, bin);
            cells.add(
                    new Cell(
                            kind,
                            edges[bin],
                            Double.isInfinite(below) ? null : (Double) below,
                            customers[bin],
                            Math.round(spent[bin]),
                            Opening.of(
                                    Clauses.all(
                                            is(kind),
                                            Clauses.within(
                                                    ResponseModel.KEY,
                                                    "spent",
                                                    Bins.from(edges, bin),
                                                    below)))));
        }
        return cells;
    }
}
