package io.millrace.kernel.model;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Timeline;
import java.util.Arrays;

/** Amounts of facts in the reporting currency; each is converted by itself and rounded half up. */
public final class Reporting {
    private static final long SAME = 1_000_000;

    private final int currency;
    private final long[] rates;

    public Reporting(Dictionary dictionary, RfmQuery query) {
        this.currency = dictionary.code(query.currency());
        this.rates = rates(dictionary, query);
    }

    /** True if there is a rate for the current fact's money, or it moves none. */
    boolean convertible(Timeline timeline) {
        return timeline.amount() == 0 || rate(timeline.currency()) != 0;
    }

    /** The current fact's amount, 0 where no rate is known. */
    public long amount(Timeline timeline) {
        return converted(timeline.amount(), rate(timeline.currency()));
    }

    /** In millionths; 0 where none is known. */
    long rate(int of) {
        if (of == currency) {
            return SAME;
        }
        return of >= 0 && of < rates.length ? rates[of] : 0;
    }

    static long converted(long amount, long rate) {
        if (rate == SAME) {
            return amount;
        }
        long rest = Math.floorMod(amount, SAME) * rate;
        return Math.floorDiv(amount, SAME) * rate + Math.floorDiv(rest + SAME / 2, SAME);
    }

    private static long[] rates(Dictionary dictionary, RfmQuery query) {
        long[] rates = {};
        for (var rate : query.ratesMillionths().entrySet()) {
            int code = dictionary.code(rate.getKey());
            if (code != Dictionary.NONE) {
                rates = Arrays.copyOf(rates, Math.max(rates.length, code + 1));
                rates[code] = rate.getValue();
            }
        }
        return rates;
    }
}
