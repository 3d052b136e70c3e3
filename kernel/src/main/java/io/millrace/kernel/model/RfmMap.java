package io.millrace.kernel.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A named map from scores to segments: the first segment that a customer's scores lie in, in the
 * order given, so that every customer is in exactly one. Editable: a map is plain data.
 *
 * @param name how the map is known
 * @param segments in the order in which they are tried
 * @param otherwise the segment of scores that none of them holds
 */
public record RfmMap(String name, List<Segment> segments, String otherwise) {
    private static final Range ANY = new Range(1, 5);

    /** What the R package rfm (0.3.0) names: R, F and M each; 10 of 125 cells are left over. */
    public static final RfmMap RFM_R =
            new RfmMap(
                    "rfm-r",
                    List.of(
                            each("champions", 5, 5, 5, 5, 5, 5),
                            each("potential-loyalists", 3, 5, 3, 5, 2, 5),
                            each("loyal", 2, 4, 2, 4, 2, 4),
                            each("promising", 3, 4, 1, 3, 3, 5),
                            each("new", 4, 5, 1, 3, 1, 5),
                            each("cannot-lose", 1, 2, 3, 4, 4, 5),
                            each("at-risk", 1, 2, 2, 5, 4, 5),
                            each("need-attention", 1, 3, 3, 5, 3, 5),
                            each("about-to-sleep", 2, 3, 1, 3, 1, 4),
                            each("lost", 1, 1, 1, 5, 1, 5)),
                    "others");

    /** Eleven groups of R and FM as Putler names them; they overlap, so their order decides. */
    public static final RfmMap ELEVEN =
            new RfmMap(
                    "eleven",
                    List.of(
                            pair("champions", 4, 5, 4, 5),
                            pair("loyal", 2, 5, 3, 5),
                            pair("potential-loyalists", 3, 5, 1, 3),
                            pair("new", 4, 5, 0, 1),
                            pair("promising", 3, 4, 0, 1),
                            pair("need-attention", 2, 3, 2, 3),
                            pair("about-to-sleep", 2, 3, 0, 2),
                            pair("at-risk", 0, 2, 2, 5),
                            pair("cannot-lose", 0, 1, 4, 5),
                            pair("hibernating", 1, 2, 1, 2),
                            pair("lost", 0, 2, 0, 2)),
                    "others");

    /** The ten regions of {@link RfmRegion}: a true partition of R and FM. */
    public static final RfmMap GRID = grid();

    public RfmMap {
        segments = List.copyOf(segments);
    }

    /** Scores from one to another, both included. */
    public record Range(int from, int to) {
        public Range {
            if (from > to) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }

        boolean holds(int score) {
            return from <= score && score <= to;
        }
    }

    /** A customer is in it if all four scores lie in their ranges. */
    public record Segment(String key, Range r, Range f, Range m, Range fm) {
        boolean holds(int ofR, int ofF, int ofM) {
            return r.holds(ofR) && f.holds(ofF) && m.holds(ofM) && fm.holds((ofF + ofM + 1) / 2);
        }
    }

    /** The segment of three scores of 1 to 5. */
    public String of(int r, int f, int m) {
        for (Segment segment : segments) {
            if (segment.holds(r, f, m)) {
                return segment.key();
            }
        }
        return otherwise;
    }

    /** The segments that hold these scores, whatever their order: more than one is an overlap. */
    public List<String> all(int r, int f, int m) {
        List<String> keys = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.holds(r, f, m)) {
                keys.add(segment.key());
            }
        }
        return keys;
    }

    private static Segment each(String key, int r, int toR, int f, int toF, int m, int toM) {
        return new Segment(key, new Range(r, toR), new Range(f, toF), new Range(m, toM), ANY);
    }

    private static Segment pair(String key, int r, int toR, int fm, int toFm) {
        return new Segment(key, new Range(r, toR), ANY, ANY, new Range(fm, toFm));
    }

    private static RfmMap grid() {
        List<Segment> segments = new ArrayList<>();
        for (int r = 1; r <= 5; r++) {
            for (int fm = 1; fm <= 5; fm++) {
                segments.add(pair(RfmRegion.of(r, fm).key(), r, r, fm, fm));
            }
        }
        return new RfmMap("grid", segments, "others");
    }
}
