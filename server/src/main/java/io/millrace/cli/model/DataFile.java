package io.millrace.cli.model;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A table in a text file, however it is written: plain or gzipped, in any charset, with any
 * delimiter or with columns that are only spaced apart.
 *
 * @param delimiter a space for columns that are spaced apart
 */
record DataFile(Path path, Charset charset, char delimiter) {
    static final char SPACED = ' ';
    static final Set<String> OPTIONS = Set.of("--charset", "--delimiter");
    private static final int LONGEST_FIELD = 1 << 20;
    private static final int MOST_FIELDS = 20_000;
    private static final int SAMPLE = 50;

    /** Takes one row after the other. */
    interface Sink {
        /** {@code false} ends the reading. */
        boolean row(long line, String[] fields) throws Failed;
    }

    static DataFile open(String name, Arguments arguments) throws Misuse, Failed, IOException {
        Path path = Path.of(name);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new Misuse("cannot read " + path);
        }
        Charset charset = charset(path, arguments);
        String given = arguments.option("--delimiter").orElse("");
        char delimiter = given.isEmpty() ? sniffed(path, charset) : delimiter(given);
        return new DataFile(path, charset, delimiter);
    }

    void read(Sink sink) throws IOException, Failed {
        if (delimiter == SPACED) {
            readSpaced(sink);
            return;
        }
        try (Reader text = text(path, charset);
                CsvReader<String[]> rows =
                        CsvReader.builder()
                                .fieldSeparator(delimiter)
                                .allowExtraFields(true)
                                .allowMissingFields(true)
                                .allowExtraCharsAfterClosingQuote(true)
                                .allowUnclosedQuote(true)
                                .maxBufferSize(LONGEST_FIELD * 2)
                                .build(
                                        StringArrayHandler.of(handler ->
                                                handler.maxFields(MOST_FIELDS)
                                                        .maxFieldSize(LONGEST_FIELD)
                                                        .maxRecordSize(LONGEST_FIELD)),
                                        text)) {
            long line = 0;
            for (String[] fields : rows) {
                if (!sink.row(++line, line == 1 ? unmarked(fields) : fields)) {
                    return;
                }
            }
        } catch (de.siegmar.fastcsv.reader.CsvParseException malformed) {
            throw new Failed("model.file-unreadable", path + ": " + malformed.getMessage());
        }
    }

    private void readSpaced(Sink sink) throws IOException, Failed {
        try (BufferedReader reader = new BufferedReader(text(path, charset))) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String trimmed = line.strip();
                if (!trimmed.isEmpty() && !sink.row(number, unmarked(trimmed.split("\\s+")))) {
                    return;
                }
            }
        }
    }

    List<String[]> first(int rows) throws IOException, Failed {
        List<String[]> first = new ArrayList<>();
        read((line, fields) -> first.add(fields) && first.size() < rows);
        return first;
    }

    String delimiterName() {
        return switch (delimiter) {
            case '\t' -> "tab";
            case SPACED -> "space";
            default -> String.valueOf(delimiter);
        };
    }

    private static String[] unmarked(String[] fields) {
        if (fields.length > 0 && fields[0].startsWith("\uFEFF")) {
            fields[0] = fields[0].substring(1);
        }
        return fields;
    }

    private static Reader text(Path path, Charset charset) throws IOException {
        return new InputStreamReader(bytes(path), charset);
    }

    /** Gzip is known by its first two bytes, whatever the file is called. */
    static InputStream bytes(Path path) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        raw.mark(2);
        boolean zipped = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        return zipped ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
    }

    private static Charset charset(Path path, Arguments arguments) throws Misuse, IOException {
        String given = arguments.option("--charset").orElse("");
        if (given.isEmpty()) {
            return CharsetGuess.of(path);
        }
        try {
            return Charset.forName(given);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new Misuse("--charset " + given + " is not a charset this Java knows");
        }
    }

    private static char delimiter(String given) throws Misuse {
        return switch (given) {
            case "tab", "\\t", "\t" -> '\t';
            case "space", " " -> SPACED;
            case "comma" -> ',';
            case "semicolon" -> ';';
            default -> {
                if (given.length() != 1 || given.equals("\"")) {
                    throw new Misuse("--delimiter is one character, tab or space");
                }
                yield given.charAt(0);
            }
        };
    }

    /** The character that parts the first lines into the most columns, the same in nearly all. */
    private static char sniffed(Path path, Charset charset) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(text(path, charset))) {
            for (String line = reader.readLine();
                    line != null && lines.size() < SAMPLE;
                    line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        }
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {'\t', ';', '|', ','}) {
            int count = steady(lines, candidate);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        if (most == 0 && !lines.isEmpty() && spaced(lines)) {
            return SPACED;
        }
        return best;
    }

    /** How often the delimiter occurs outside quotes, if in nearly all lines equally often. */
    private static int steady(List<String> lines, char delimiter) {
        int[] counts = lines.stream().mapToInt(line -> count(line, delimiter)).sorted().toArray();
        if (counts.length == 0) {
            return 0;
        }
        int middle = counts[counts.length / 2];
        int same = 0;
        for (int count : counts) {
            same += count == middle ? 1 : 0;
        }
        return same * 10 >= counts.length * 8 ? middle : 0;
    }

    private static int count(String line, char delimiter) {
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == delimiter ? 1 : 0;
        }
        return count;
    }

    private static boolean spaced(List<String> lines) {
        int columns = lines.getLast().strip().split("\\s+").length;
        return columns > 1
                && lines.stream()
                                .filter(line -> line.strip().split("\\s+").length == columns)
                                .count()
                        >= lines.size() - 1;
    }
}
