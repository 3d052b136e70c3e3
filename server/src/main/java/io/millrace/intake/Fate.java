package io.millrace.intake;

import org.jspecify.annotations.Nullable;

/** What became of an item. */
sealed interface Fate {
    record Accepted() implements Fate {}

    record Duplicate() implements Fate {}

    /**
     * @param waitsFor the order that is missing, if that is the reason
     */
    record Refused(Flaw flaw, @Nullable String waitsFor) implements Fate {
        Refused(Flaw flaw) {
            this(flaw, null);
        }
    }

    Fate ACCEPTED = new Accepted();
    Fate DUPLICATE = new Duplicate();
}
