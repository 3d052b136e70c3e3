package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Misuse;
import java.util.function.Function;

/** Numbers and words of the command line. */
final class Numbers {
    private Numbers() {}

    static double decimal(
            Arguments arguments, String option, double otherwise, double least, double most)
            throws Misuse {
        String text = arguments.option(option).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new Misuse(option + " wants a number, not \"" + text + "\"");
        }
        throw new Misuse("%s must be %s to %s, not %s".formatted(option, least, most, text));
    }

    static int whole(Arguments arguments, String option, int otherwise, int least, int most)
            throws Misuse {
        double value = decimal(arguments, option, otherwise, least, most);
        if (value != Math.rint(value)) {
            throw new Misuse(option + " wants a whole number");
        }
        return (int) value;
    }

    static <T> T word(
            Arguments arguments,
            String option,
            String otherwise,
            Function<String, T> meaning,
            String allowed)
            throws Misuse {
        String text = arguments.option(option).orElse(otherwise);
        try {
            return meaning.apply(text);
        } catch (IllegalArgumentException unknown) {
            throw new Misuse("%s is %s, not \"%s\"".formatted(option, allowed, text));
        }
    }
}
