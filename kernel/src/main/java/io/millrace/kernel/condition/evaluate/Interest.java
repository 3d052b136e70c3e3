package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Selection;

/** Facts that can change a condition's answer, and in which direction. */
record Interest(Selection facts, Effect effect) {
    Interest opposite() {
        return new Interest(facts, effect.opposite());
    }
}
