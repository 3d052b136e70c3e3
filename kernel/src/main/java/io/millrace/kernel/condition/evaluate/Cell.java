package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value in place, so that reading one for each fact makes no objects. */
final class Cell {
    static final byte NOTHING = 0;
    static final byte SEALED = 1;

    /** Sealed; the payload is its epoch day, which only questions about dates may use. */
    static final byte SEALED_DATE = 2;

    /** The payload is a dictionary code. */
    static final byte TEXT = 3;

    /** The payload is the subject's hash; the text is there only where it was asked for. */
    static final byte SUBJECT = 4;

    static final byte WHOLE = 5;
    static final byte REAL = 6;
    static final byte FLAG = 7;

    byte type;
    long payload;
    @Nullable String text;

    void set(byte newType, long newPayload) {
        type = newType;
        payload = newPayload;
        text = null;
    }

    void set(Cell other) {
        type = other.type;
        payload = other.payload;
        text = other.text;
    }

    void whole(long number) {
        set(WHOLE, number);
    }

    void real(double number) {
        set(REAL, Double.doubleToRawLongBits(number));
    }

    boolean isReadable() {
        return type > SEALED_DATE;
    }

    boolean isSealed() {
        return type == SEALED || type == SEALED_DATE;
    }

    boolean isText() {
        return type == TEXT || type == SUBJECT;
    }

    boolean isNumber() {
        return type == WHOLE || type == REAL;
    }

    /** Of a number. */
    double number() {
        return type == WHOLE ? payload : Double.longBitsToDouble(payload);
    }

    /** Of a text. */
    String text(Codes codes) {
        return text != null ? text : type == TEXT ? codes.word(payload) : "";
    }

    /** Negative, zero or positive: two numbers by their order. */
    static int compare(Cell left, Cell right) {
        if (left.type == WHOLE && right.type == WHOLE) {
            return Long.compare(left.payload, right.payload);
        }
        double one = left.number();
        double other = right.number();
        return one < other ? -1 : one > other ? 1 : 0;
    }

    /** Reads this as a number, plain decimal text included; false if it is none. */
    boolean toNumber(Codes codes, Cell into) {
        if (isNumber()) {
            into.set(this);
            return true;
        }
        return isText() && PlainNumbers.parse(text(codes), into);
    }

    Optional<Value> value(Codes codes) {
        return switch (type) {
            case TEXT, SUBJECT -> Optional.of(new Value.Text(text(codes)));
            case WHOLE -> Optional.of(new Value.Whole(payload));
            case REAL -> Optional.of(new Value.Real(number()));
            case FLAG -> Optional.of(new Value.Flag(payload != 0));
            default -> Optional.empty();
        };
    }
}
