package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import io.millrace.customers.CustomerFiles;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.StateFacts;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.model.portrait.TraitTable;
import io.millrace.shared.Label;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Each attribute that is not secret: the most frequent values of text, bands of numbers and dates;
 * of a birthday the age.
 */
@Component
class AttributeGroups implements GroupingMaker {
    private static final String PREFIX = "attribute.";
    private static final int MOST = 20;
    private static final int ISO_DATE = 10;
    private static final String BIRTHDAY = "birthday";

    /** The first year of each age group after the youngest. */
    private static final int[] AGES = {18, 25, 35, 45, 55, 65};

    private final Attributes attributes;

    AttributeGroups(Attributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public List<GroupingName> offered(Base base) {
        return attributes.readable().stream()
                .map(one ->
                        new GroupingName(
                                PREFIX + one.name(),
                                one.name().equals(BIRTHDAY) ? new Label("Age", "年龄") : one.label(),
                                "person",
                                false))
                .toList();
    }

    @Override
    public Grouping make(GroupingName name, Base base) {
        String attribute = name.key().substring(PREFIX.length());
        Optional<CustomerFiles.AttributeView> view =
                attributes.readable().stream()
                        .filter(one -> one.name().equals(attribute))
                        .findFirst();
        int place = base.query().attributes().indexOf(attribute);
        String type = view.map(CustomerFiles.AttributeView::type).orElse("text");
        GroupValue unknown = GroupValue.unknown(unset(attribute));
        if (place < 0) {
            return Grouping.single(name, List.of(unknown), base.size(), _ -> 0);
        }
        if (attribute.equals(BIRTHDAY)) {
            return ages(name, base, place);
        }
        return switch (type) {
            case "number" ->
                    BandValues.grouping(
                            name,
                            base,
                            numbers(base, place, AttributeGroups::number),
                            Numbers::plain,
                            unknown);
            case "date" ->
                    BandValues.grouping(
                            name,
                            base,
                            numbers(base, place, AttributeGroups::day),
                            day -> LocalDate.ofEpochDay((long) day).toString(),
                            unknown);
            default -> texts(name, base, place, attribute);
        };
    }

    private static Condition unset(String attribute) {
        return new Condition.None(
                List.of(new Condition.Attribute(attribute, new ValueTest.IsSet())));
    }

    private static Grouping texts(GroupingName name, Base base, int place, String attribute) {
        TraitTable people = base.people();
        List<Integer> codes = Counted.foremost(base.size(), row -> people.word(place, row), MOST);
        Map<Integer, Integer> places = Counted.places(codes);
        List<GroupValue> values = new ArrayList<>();
        for (int code : codes) {
            String word = base.words().word(code);
            values.add(
                    GroupValue.of(word, new Condition.Attribute(attribute, StateFacts.is(word))));
        }
        int other = values.size();
        values.add(GroupValue.other());
        values.add(GroupValue.unknown(unset(attribute)));
        return Grouping.single(
                name,
                values,
                base.size(),
                row -> {
                    int word = people.word(place, row);
                    return word < 0 ? other + 1 : places.getOrDefault(word, other);
                });
    }

    private static Grouping ages(GroupingName name, Base base, int place) {
        List<GroupValue> values = new ArrayList<>();
        values.add(GroupValue.of("a0", "Under " + AGES[0], AGES[0] + " 岁以下"));
        for (int i = 0; i < AGES.length; i++) {
            boolean last = i == AGES.length - 1;
            String span = last ? AGES[i] + "+" : AGES[i] + "–" + (AGES[i + 1] - 1);
            values.add(GroupValue.of("a" + AGES[i], span, span + " 岁"));
        }
        values.add(GroupValue.unknown(unset(BIRTHDAY)));
        var days = numbers(base, place, AttributeGroups::day);
        LocalDate today = base.today();
        int unknown = values.size() - 1;
        return Grouping.single(
                name,
                values,
                base.size(),
                row -> {
                    double day = days.applyAsDouble(row);
                    return Double.isNaN(day)
                            ? unknown
                            : age(
                                    Period.between(LocalDate.ofEpochDay((long) day), today)
                                            .getYears());
                });
    }

    private static int age(int years) {
        int group = 0;
        while (group < AGES.length && years >= AGES[group]) {
            group++;
        }
        return group;
    }

    /** Reads a word as a number; NaN if it is none. */
    @FunctionalInterface
    private interface Parsed {
        double of(String word);
    }

    /** Each word is read once. */
    private static java.util.function.IntToDoubleFunction numbers(
            Base base, int place, Parsed parsed) {
        Map<Integer, Double> read = new HashMap<>();
        return row -> {
            int word = base.people().word(place, row);
            return word < 0
                    ? Double.NaN
                    : read.computeIfAbsent(word, code -> parsed.of(base.words().word(code)));
        };
    }

    private static double number(String word) {
        try {
            double number = Double.parseDouble(word);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private static double day(String word) {
        try {
            return word.length() < ISO_DATE
                    ? Double.NaN
                    : LocalDate.parse(word.substring(0, ISO_DATE)).toEpochDay();
        } catch (DateTimeException none) {
            return Double.NaN;
        }
    }
}
