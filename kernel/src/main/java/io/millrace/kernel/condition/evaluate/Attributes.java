package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Property;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.SealedDates;
import io.millrace.kernel.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** Reads one property of the current fact. */
sealed interface Attributes {
    void read(Timeline fact, Cell into);

    static Attributes of(Property property, Codes codes) {
        return switch (property) {
            case Property.Named(String name) -> new Named(codes.of(name), codes);
            case Property.Amount(String currency) -> new Amount(codes.of(currency));
            case Property.Subject _ -> new Subject();
            case Property.Source _ -> new Source();
            case Property.Kind _ -> new Kind();
        };
    }

    record Named(Codes.Code name, Codes codes) implements Attributes {
        @Override
        public void read(Timeline fact, Cell into) {
            int attribute = name.value;
            int text = fact.text(attribute);
            if (text != Dictionary.NONE) {
                into.set(Cell.TEXT, text);
                return;
            }
            double real = fact.real(attribute);
            if (!Double.isNaN(real)) {
                number(fact, attribute, real, into);
            } else if (fact.flag(attribute, true) == fact.flag(attribute, false)) {
                into.set(Cell.FLAG, fact.flag(attribute, false) ? 1 : 0);
            } else {
                sealed(fact.sealed(attribute), into);
            }
        }

        private void sealed(@Nullable String sealed, Cell into) {
            if (sealed == null) {
                into.set(Cell.NOTHING, 0);
                return;
            }
            long day = codes.dateUnder(sealed);
            if (day == SealedDates.NONE) {
                into.set(Cell.SEALED, 0);
            } else {
                into.set(Cell.SEALED_DATE, day);
            }
        }

        private static void number(Timeline fact, int attribute, double real, Cell into) {
            long whole = fact.whole(attribute, 0);
            if (whole == fact.whole(attribute, 1)) {
                into.whole(whole);
            } else {
                into.real(real);
            }
        }
    }

    record Amount(Codes.Code currency) implements Attributes {
        @Override
        public void read(Timeline fact, Cell into) {
            if (currency.is(fact.currency())) {
                into.whole(fact.amount());
            } else {
                into.set(Cell.NOTHING, 0);
            }
        }
    }

    /** By its hash alone; whoever needs the text asks the fact for it. */
    record Subject() implements Attributes {
        @Override
        public void read(Timeline fact, Cell into) {
            long hash = fact.subjectHash();
            into.set(hash == 0 ? Cell.NOTHING : Cell.SUBJECT, hash);
        }
    }

    record Source() implements Attributes {
        @Override
        public void read(Timeline fact, Cell into) {
            into.set(Cell.TEXT, fact.source());
        }
    }

    record Kind() implements Attributes {
        @Override
        public void read(Timeline fact, Cell into) {
            into.set(Cell.TEXT, fact.kind());
        }
    }
}
