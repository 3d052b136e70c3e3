package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.timeline.SubjectHash;
import io.millrace.kernel.timeline.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A {@link ValueTest} ready to be asked; keeps scratch cells, so one thread at a time. */
abstract sealed class Check {
    final Codes codes;
    private final Cell number = new Cell();

    private Check(Codes codes) {
        this.codes = codes;
    }

    static Check of(ValueTest test, Codes codes) {
        return switch (test) {
            case ValueTest.IsSet _ -> new IsSet(codes);
            case ValueTest.Equals(Value value) -> new AnyOf(List.of(value), codes);
            case ValueTest.OneOf(List<Value> values) -> new AnyOf(values, codes);
            case ValueTest.Compares(Comparison comparison, Value value) ->
                    new Relation(comparison, value, codes);
            case ValueTest.Dated(Comparison comparison, LocalDate date) ->
                    new Dated(comparison, date.toEpochDay(), codes);
            default -> new Spelling(test, codes);
        };
    }

    /** What the test says of a value. */
    Truth of(Cell cell) {
        return cell.isReadable() ? known(cell) : Truth.UNKNOWN;
    }

    /** False if no subject with this hash can pass. */
    boolean possible(long subjectHash) {
        return true;
    }

    abstract Truth known(Cell cell);

    private static final class IsSet extends Check {
        IsSet(Codes codes) {
            super(codes);
        }

        @Override
        Truth of(Cell cell) {
            return Truth.of(cell.type != Cell.NOTHING);
        }

        @Override
        Truth known(Cell cell) {
            return Truth.TRUE;
        }
    }

    private static final class AnyOf extends Check {
        private final Literal[] literals;

        AnyOf(List<Value> values, Codes codes) {
            super(codes);
            literals =
                    values.stream().map(value -> Literal.of(value, codes)).toArray(Literal[]::new);
        }

        @Override
        Truth known(Cell cell) {
            for (Literal literal : literals) {
                if (literal.matches(cell, this)) {
                    return Truth.TRUE;
                }
            }
            return Truth.FALSE;
        }

        @Override
        boolean possible(long subjectHash) {
            for (Literal literal : literals) {
                if (literal.possible(subjectHash)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** One value that is asked for. */
    private record Literal(Value value, Codes.Code code, Cell number, long hash) {
        static Literal of(Value value, Codes codes) {
            Cell cell = new Cell();
            String text = value instanceof Value.Text(String named) ? named : "";
            fill(value, cell);
            return new Literal(value, codes.of(text), cell, SubjectHash.of(text));
        }

        boolean matches(Cell cell, Check check) {
            return switch (value) {
                case Value.Text(String text) ->
                        cell.type == Cell.TEXT
                                ? code.is((int) cell.payload)
                                : cell.type == Cell.SUBJECT && text.equals(cell.text);
                case Value.Flag(boolean flag) ->
                        cell.type == Cell.FLAG
                                ? (cell.payload != 0) == flag
                                : cell.isText()
                                        && cell.text(check.codes).equals(Boolean.toString(flag));
                default ->
                        cell.toNumber(check.codes, check.number)
                                && Cell.compare(check.number, number) == 0;
            };
        }

        /** A subject that reads as a number or a flag is not told by its hash. */
        boolean possible(long subjectHash) {
            return !(value instanceof Value.Text) || subjectHash == hash;
        }
    }

    private static final class Relation extends Check {
        private final Comparison comparison;
        private final Cell named = new Cell();

        Relation(Comparison comparison, Value value, Codes codes) {
            super(codes);
            this.comparison = comparison;
            fill(value, named);
        }

        @Override
        Truth known(Cell cell) {
            Cell measured = super.number;
            return cell.toNumber(codes, measured)
                    ? Truth.of(comparison.holds(Cell.compare(measured, named), 0))
                    : Truth.UNKNOWN;
        }
    }

    private static final class Dated extends Check {
        private final Comparison comparison;
        private final long day;

        Dated(Comparison comparison, long day, Codes codes) {
            super(codes);
            this.comparison = comparison;
            this.day = day;
        }

        @Override
        Truth of(Cell cell) {
            return cell.type == Cell.SEALED_DATE
                    ? Truth.of(comparison.holds(cell.payload, day))
                    : super.of(cell);
        }

        @Override
        Truth known(Cell cell) {
            Optional<LocalDate> date =
                    cell.isText() ? IsoDates.parse(cell.text(codes)) : Optional.empty();
            return date.map(found -> Truth.of(comparison.holds(found.toEpochDay(), day)))
                    .orElse(Truth.UNKNOWN);
        }
    }

    private static final class Spelling extends Check {
        private final ValueTest test;

        Spelling(ValueTest test, Codes codes) {
            super(codes);
            this.test = test;
        }

        @Override
        Truth known(Cell cell) {
            if (!cell.isText()) {
                return Truth.UNKNOWN;
            }
            String text = cell.text(codes);
            return Truth.of(
                    switch (test) {
                        case ValueTest.Contains(String part) -> text.contains(part);
                        case ValueTest.StartsWith(String part) -> text.startsWith(part);
                        case ValueTest.Includes(String item) -> includes(text, item);
                        default -> throw new IllegalStateException("no spelling: " + test);
                    });
        }

        private static boolean includes(String text, String item) {
            for (int at = text.indexOf(item); at >= 0; at = text.indexOf(item, at + 1)) {
                int end = at + item.length();
                if ((at == 0 || text.charAt(at - 1) == ',')
                        && (end == text.length() || text.charAt(end) == ',')) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void fill(Value value, Cell cell) {
        switch (value) {
            case Value.Whole(long number) -> cell.whole(number);
            case Value.Real(double number) -> cell.real(number);
            default -> cell.set(Cell.NOTHING, 0);
        }
    }
}
