package io.millrace.kernel.model;

import java.util.Arrays;

/**
 * Where the eight types part, in whole numbers: {@code x > mean} of whole numbers is {@code x >
 * floor(mean)}, and {@code x < mean} is {@code x < ceil(mean)}; so nothing is lost to rounding.
 */
record TypeSplit(
        RfmRules.Monetary measure,
        long recencyBelow,
        long frequencyAbove,
        long monetaryAbove,
        RfmScores.Parting parting) {

    static TypeSplit of(RfmTable table, RfmRules rules) {
        RfmRules.Monetary measure = rules.monetary();
        return switch (rules.types()) {
            case RfmRules.Types.Mean mean -> mean(table, measure);
            case RfmRules.Types.Median median -> median(table, measure);
            case RfmRules.Types.Fixed fixed ->
                    new TypeSplit(
                            measure,
                            fixed.recencyDays(),
                            fixed.frequency(),
                            fixed.monetary(),
                            new RfmScores.Parting(
                                    fixed.recencyDays(), fixed.frequency(), fixed.monetary()));
        };
    }

    byte[] types(RfmTable table) {
        byte[] types = new byte[table.size()];
        for (int row = 0; row < types.length; row++) {
            boolean recent = table.frequency(row) > 0 && table.recencyDays(row) < recencyBelow;
            boolean frequent = table.frequency(row) > frequencyAbove;
            boolean big = monetary(table, row, measure) > monetaryAbove;
            types[row] = (byte) CustomerType.of(recent, frequent, big).ordinal();
        }
        return types;
    }

    private static TypeSplit mean(RfmTable table, RfmRules.Monetary measure) {
        long recency = 0;
        long frequency = 0;
        long monetary = 0;
        int buyers = 0;
        for (int row = 0; row < table.size(); row++) {
            if (table.frequency(row) > 0) {
                recency += table.recencyDays(row);
                buyers++;
            }
            frequency += table.frequency(row);
            monetary += monetary(table, row, measure);
        }
        return fraction(
                measure,
                recency,
                Math.max(1, buyers),
                frequency,
                monetary,
                Math.max(1, table.size()));
    }

    private static TypeSplit median(RfmTable table, RfmRules.Monetary measure) {
        int size = table.size();
        long[] recencies = new long[size];
        long[] frequencies = new long[size];
        long[] monetaries = new long[size];
        int buyers = 0;
        for (int row = 0; row < size; row++) {
            if (table.frequency(row) > 0) {
                recencies[buyers++] = table.recencyDays(row);
            }
            frequencies[row] = table.frequency(row);
            monetaries[row] = monetary(table, row, measure);
        }
        return fraction(
                measure,
                new OrderStatistics(Arrays.copyOf(recencies, buyers)).twiceMedian(),
                2,
                new OrderStatistics(frequencies).twiceMedian(),
                new OrderStatistics(monetaries).twiceMedian(),
                2);
    }

    private static TypeSplit fraction(
            RfmRules.Monetary measure,
            long recency,
            long ofRecency,
            long frequency,
            long monetary,
            long of) {
        return new TypeSplit(
                measure,
                Math.ceilDiv(recency, ofRecency),
                Math.floorDiv(frequency, of),
                Math.floorDiv(monetary, of),
                new RfmScores.Parting(
                        (double) recency / ofRecency,
                        (double) frequency / of,
                        (double) monetary / of));
    }

    private static long monetary(RfmTable table, int row, RfmRules.Monetary measure) {
        long total = table.monetary(row);
        if (measure == RfmRules.Monetary.TOTAL) {
            return total;
        }
        int orders = table.frequency(row);
        return orders == 0 ? 0 : Math.floorDiv(2 * total + orders, 2L * orders);
    }
}
