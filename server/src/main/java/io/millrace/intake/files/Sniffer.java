package io.millrace.intake.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at an uploaded file: how it is written, what its columns are called and hold. */
final class Sniffer {
    private static final int SAMPLE_BYTES = 1 << 18;
    private static final int DIALECT_ROWS = 200;
    private static final int SAMPLES = 5;
    private static final int SAMPLE_CHARS = 120;
    private static final long MOST_ROWS = 300_000;
    private static final int MOST_COLUMNS = 1_000;

    private final Limits limits;
    private final Instant now;

    Sniffer(Limits limits, Instant now) {
        this.limits = limits;
        this.now = now;
    }

    /**
     * @param rows about how many rows of data there are
     */
    record Sniffed(Dialect dialect, List<SniffedColumn> columns, long rows, long sampled) {
        List<String> headers() {
            return columns.stream().map(SniffedColumn::name).toList();
        }
    }

    record SniffedColumn(String name, List<String> samples, Imports.@Nullable Dates dates) {}

    Sniffed sniff(Path file) throws IOException {
        if (SourceBytes.ole(file)) {
            throw new UnreadableFile(ImportProblem.UNKNOWN_FORMAT);
        }
        if (SourceBytes.zipped(file)) {
            Dialect excel = new Dialect(Dialect.XLSX, "UTF-8", ',', '"', 0);
            try (Rows rows = ExcelRows.open(file, excel, limits)) {
                return columns(rows, excel, -1);
            }
        }
        Charsets.Found found;
        try (InputStream in = SourceBytes.open(file, limits)) {
            found = Charsets.detect(in);
        }
        byte[] sample;
        try (InputStream in = SourceBytes.open(file, limits)) {
            sample = in.readNBytes(SAMPLE_BYTES);
        }
        if (sample.length == 0) {
            throw new UnreadableFile(ImportProblem.EMPTY_FILE);
        }
        Dialect dialect = delimiter(sample, found.charset().name());
        try (Rows rows = CsvRows.open(file, dialect, limits)) {
            return columns(rows, dialect, found.lines());
        }
    }

    static Rows open(Path file, Dialect dialect, Limits limits) throws IOException {
        return dialect.excel()
                ? ExcelRows.open(file, dialect, limits)
                : CsvRows.open(file, dialect, limits);
    }

    /** The separator under which most rows have the same, and the largest, number of cells. */
    private Dialect delimiter(byte[] sample, String charset) throws IOException {
        Dialect best = new Dialect(Dialect.CSV, charset, ',', '"', 0);
        double bestScore = 0;
        for (char delimiter : new char[] {',', ';', '\t', '|'}) {
            Dialect candidate = best.withDelimiter(delimiter);
            double score = score(sample, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private double score(byte[] sample, Dialect dialect) throws IOException {
        Map<Integer, Integer> widths = new HashMap<>();
        int count = 0;
        try (Rows rows = CsvRows.of(new ByteArrayInputStream(sample), dialect, limits)) {
            for (Rows.Row row = rows.next(); row != null; row = rows.next()) {
                widths.merge(row.cells().length, 1, Integer::sum);
                if (++count == DIALECT_ROWS) {
                    break;
                }
            }
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            if (width.getKey() > 1) {
                double share = width.getValue() / (double) count;
                best = Math.max(best, share * share * (1 + Math.log(width.getKey())));
            }
        }
        return best;
    }

    private Sniffed columns(Rows rows, Dialect dialect, long lines) throws IOException {
        Rows.Row first = rows.next();
        if (first == null) {
            throw new UnreadableFile(ImportProblem.EMPTY_FILE);
        }
        if (first.cells().length > MOST_COLUMNS) {
            throw new UnreadableFile(ImportProblem.UNKNOWN_FORMAT);
        }
        boolean header = header(first);
        List<String> names = names(first, header);
        List<Gathered> gathered = new ArrayList<>();
        names.forEach(name -> gathered.add(new Gathered(now)));
        long sampled = 0;
        Rows.Row row = header ? rows.next() : first;
        while (row != null && sampled < MOST_ROWS) {
            sampled++;
            for (int i = 0; i < gathered.size(); i++) {
                gathered.get(i).add(row.cell(i));
            }
            row = rows.next();
        }
        List<SniffedColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Gathered each = gathered.get(i);
            columns.add(new SniffedColumn(names.get(i), List.copyOf(each.samples), each.dates()));
        }
        long before = header ? first.number() : first.number() - 1;
        long total = row == null ? sampled : Math.max(sampled, lines - before);
        return new Sniffed(dialect.withHeaderRows((int) before), columns, total, sampled);
    }

    private static boolean header(Rows.Row first) {
        int known = 0;
        for (String cell : first.cells()) {
            if (HeaderWords.known(cell)) {
                known++;
            } else if (!cell.isBlank() && Character.isDigit(cell.strip().charAt(0))) {
                return known > 0;
            }
        }
        return known > 0 || new HashSet<>(List.of(first.cells())).size() == first.cells().length;
    }

    private static List<String> names(Rows.Row first, boolean header) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < first.cells().length; i++) {
            String given = header ? Texts.clean(first.cells()[i]) : "";
            String base = given.isEmpty() ? "Column " + (i + 1) : given;
            String name = base;
            for (int again = 2; !taken.add(name); again++) {
                name = base + " (" + again + ")";
            }
            names.add(name);
        }
        return names;
    }

    /** What one column showed. */
    private static final class Gathered {
        private final Set<String> samples = new LinkedHashSet<>();
        private final DateEvidence dates;
        private long values;
        private boolean stillDates = true;

        Gathered(Instant now) {
            dates = new DateEvidence(now);
        }

        void add(String cell) {
            if (cell.isBlank()) {
                return;
            }
            values++;
            if (samples.size() < SAMPLES) {
                String clean = Texts.clean(cell);
                samples.add(
                        clean.length() > SAMPLE_CHARS ? clean.substring(0, SAMPLE_CHARS) : clean);
            }
            if (stillDates) {
                dates.add(cell);
                stillDates = values % 1_000 != 100 || dates.dates();
            }
        }

        Imports.@Nullable Dates dates() {
            if (!stillDates || !dates.dates()) {
                return null;
            }
            DateEvidence.Found found = dates.found();
            return new Imports.Dates(found.order().pattern(), found.ambiguous());
        }
    }
}
