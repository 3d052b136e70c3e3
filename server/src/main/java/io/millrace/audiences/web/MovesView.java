package io.millrace.audiences.web;

import io.millrace.audiences.Audiences;
import java.time.Instant;
import java.util.List;

/** {@code GET /stages/migration}; each link says how to open the customers behind it. */
record MovesView(
        String scheme,
        Instant from,
        Instant to,
        List<Audiences.StageName> stages,
        List<Link> links,
        Totals totals,
        long version) {

    record Link(String from, String to, int customers, String open) {}

    /** Customers at each end. */
    record Totals(int from, int to) {}

    static MovesView of(Audiences.Moves moves) {
        return new MovesView(
                moves.scheme(),
                moves.from(),
                moves.to(),
                moves.stages(),
                moves.links().stream().map(link -> link(moves, link)).toList(),
                new Totals(moves.before(), moves.after()),
                moves.version());
    }

    private static Link link(Audiences.Moves moves, Audiences.Move move) {
        String open =
                "in=stage.%s.moved:%s>%s@%s..%s"
                        .formatted(
                                moves.scheme(), move.from(), move.to(), moves.from(), moves.to());
        return new Link(move.from(), move.to(), move.customers(), open);
    }
}
