package io.millrace.kernel.model;

import java.util.Map;

/**
 * What an RFM table is asked for.
 *
 * @param asOf microseconds since 1970 UTC; facts that occurred later do not count
 * @param currency the reporting currency, ISO 4217
 * @param ratesMillionths for each other currency how many minor units of the reporting currency
 *     1,000,000 of its minor units are; facts in a currency without a rate are excluded from money
 *     and counted
 * @param knownOnly true leaves out customers without a {@code customer.known} fact within the cut
 *     of the scan (at any time: who a buyer is may be learnt after the purchase)
 * @param withCost true sums the attribute {@code cost}; without it no profit is known
 */
public record RfmQuery(
        long asOf,
        String currency,
        Map<String, Long> ratesMillionths,
        boolean knownOnly,
        boolean withCost) {
    public RfmQuery {
        ratesMillionths = Map.copyOf(ratesMillionths);
    }

    /** With cost. */
    public RfmQuery(
            long asOf, String currency, Map<String, Long> ratesMillionths, boolean knownOnly) {
        this(asOf, currency, ratesMillionths, knownOnly, true);
    }
}
