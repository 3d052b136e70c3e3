package io.millrace.kernel.condition.evaluate;

import java.time.LocalDate;

/** The date that an attribute holds at present. */
record DateTrack(FactTrack track, Question question, Codes codes, Cell cell) {
    static final long NO_DATE = Long.MIN_VALUE;

    /** The epoch day, or {@link #NO_DATE} where there is no readable date. */
    long day(long asOf) {
        question.find(track.gauge, asOf, cell);
        if (cell.type == Cell.SEALED_DATE) {
            return cell.payload;
        }
        return cell.isText()
                ? IsoDates.parse(cell.text(codes)).map(LocalDate::toEpochDay).orElse(NO_DATE)
                : NO_DATE;
    }
}
