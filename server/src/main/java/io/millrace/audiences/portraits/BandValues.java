package io.millrace.audiences.portraits;

import io.millrace.kernel.model.portrait.Bands;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntToDoubleFunction;

/** Groups by a number: so many bands, each with about as many customers. */
final class BandValues {
    static final int FIVE = 5;

    private BandValues() {}

    /**
     * @param number of a row; NaN for who has none
     * @param shown a number as it is written
     */
    static Grouping grouping(
            Portraits.GroupingName name,
            Base base,
            IntToDoubleFunction number,
            DoubleFunction<String> shown,
            GroupValue none) {
        double[] numbers = new double[base.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = number.applyAsDouble(row);
        }
        Bands bands = Bands.of(numbers, FIVE);
        List<GroupValue> values = new ArrayList<>();
        for (int band = 0; band < bands.size(); band++) {
            String from = shown.apply(bands.from()[band]);
            String to = shown.apply(bands.to()[band]);
            String text = from.equals(to) ? from : from + " – " + to;
            values.add(GroupValue.of("b" + (band + 1), text, text));
        }
        values.add(none);
        int last = values.size() - 1;
        return Grouping.single(
                name,
                values,
                numbers.length,
                row -> bands.of(numbers[row]) < 0 ? last : bands.of(numbers[row]));
    }
}
