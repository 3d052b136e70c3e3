package io.millrace.models.scores;

import io.millrace.models.PageSettings;
import io.millrace.shared.FieldProblem;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the scores of wallets. */
@Component
final class CountedWallets implements WalletPages {
    private static final double[] SHARES = {0, 0.2, 0.4, 0.6, 0.8};
    private static final List<String> METHODS = List.of("survey", "rule", "average");

    private final WalletModel model;
    private final Tables tables;
    private final WalletGroups groups;
    private final Scores scores;
    private final PageSettings settings;
    private final Gathering gathering;
    private final Workspace workspace;
    private final Clock clock;

    CountedWallets(
            WalletModel model,
            Tables tables,
            WalletGroups groups,
            Scores scores,
            PageSettings settings,
            Gathering gathering,
            Workspace workspace,
            Clock clock) {
        this.model = model;
        this.tables = tables;
        this.groups = groups;
        this.scores = scores;
        this.settings = settings;
        this.gathering = gathering;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public Page page(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        ScoreColumns table = tables.of(model, instant);
        double[] rooms = Bins.money(table, table.place("headroom"), gathering.minor());
        return new Page(
                instant,
                scores.latest(WalletModel.KEY, instant).orElse(null),
                workspace.settings().currency(),
                settings(),
                table.size(),
                Opening.of(PagesOfScores.everybody(WalletModel.KEY, "share")),
                sum(table, "category"),
                sum(table, "own"),
                METHODS.stream().map(method -> known(table, method)).toList(),
                Bins.count(table, WalletModel.KEY, "headroom", rooms),
                map(table));
    }

    private static long sum(ScoreColumns table, String figure) {
        int place = table.place(figure);
        return Math.round(
                IntStream.range(0, table.size()).mapToDouble(i -> table.number(place, i)).sum());
    }

    private static Known known(ScoreColumns table, String method) {
        int place = table.place("method");
        int room = table.place("headroom");
        int[] rows =
                IntStream.range(0, table.size())
                        .filter(row -> method.equals(table.text(place, row)))
                        .toArray();
        double sum = Arrays.stream(rows).mapToDouble(row -> table.number(room, row)).sum();
        return new Known(
                method,
                rows.length,
                Math.round(sum),
                Opening.of(Clauses.is(WalletModel.KEY, "method", method)));
    }

    private static List<Cell> map(ScoreColumns table) {
        int share = table.place("share");
        int own = table.place("own");
        int room = table.place("headroom");
        double[] parts = Bins.spent(table, own);
        int[] customers = new int[SHARES.length * parts.length];
        double[] rooms = new double[customers.length];
        for (int row = 0; row < table.size(); row++) {
            int cell =
                    Bins.of(SHARES, table.number(share, row)) * parts.length
                            + Bins.of(parts, table.number(own, row));
            customers[cell]++;
            rooms[cell] += table.number(room, row);
        }
        List<Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < customers.length; cell++) {
            int s = cell / parts.length;
            int o = cell % parts.length;
            double shareBelow = Bins.below(SHARES, s);
            double ownBelow = Bins.below(parts, o);
            cells.add(
                    new Cell(
                            SHARES[s],
                            finite(shareBelow),
                            parts[o],
                            finite(ownBelow),
                            customers[cell],
                            Math.round(rooms[cell]),
                            Opening.of(
                                    Clauses.all(
                                            Clauses.within(
                                                    WalletModel.KEY,
                                                    "share",
                                                    Bins.from(SHARES, s),
                                                    shareBelow),
                                            Clauses.within(
                                                    WalletModel.KEY,
                                                    "own",
                                                    Bins.from(parts, o),
                                                    ownBelow)))));
        }
        return cells;
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    @Override
    public Optional<Group> group(String selection, @Nullable Instant asOf) {
        return groups.of(selection, AsOf.orThisMinute(asOf, clock));
    }

    @Override
    public WalletSettings settings() {
        return settings.read(WalletModel.SETTINGS, WalletSettings.class, WalletSettings.DEFAULT);
    }

    @Override
    public Change change(WalletSettings changed) {
        List<FieldProblem> problems = changed.problems();
        if (!problems.isEmpty()) {
            return new Change.Invalid(problems);
        }
        settings.write(WalletModel.SETTINGS, changed);
        return new Change.Done(changed);
    }
}
