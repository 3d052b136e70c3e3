package io.millrace.audiences.portraits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.audiences.portraits.Portraits.GroupingName;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.StateFacts;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.model.preference.PreferenceFold;
import io.millrace.kernel.model.preference.PreferenceTable;
import io.millrace.kernel.preference.Preference;
import io.millrace.shared.Label;
import io.millrace.timelines.Timelines;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What customers like best and when they are reached, where enough is known to say so. */
@Component
class PreferenceGroups implements GroupingMaker {
    private static final String PREFIX = "prefers.";
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final long ROWS_KEPT = 2_500_000;

    private static final Map<Preference, Label> NAMES =
            Map.of(
                    Preference.CATEGORY, new Label("Favourite category", "偏好品类"),
                    Preference.STORE, new Label("Favourite store", "偏好门店"),
                    Preference.CHANNEL, new Label("Favourite channel", "偏好渠道"),
                    Preference.PRICE_BAND, new Label("Price band", "价格带偏好"),
                    Preference.WEEKDAY, new Label("Best weekday", "最佳触达星期"),
                    Preference.HOUR, new Label("Best hour", "最佳触达时段"));

    private static final List<String> WEEK =
            List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final List<Label> WEEKDAYS =
            List.of(
                    new Label("Monday", "星期一"),
                    new Label("Tuesday", "星期二"),
                    new Label("Wednesday", "星期三"),
                    new Label("Thursday", "星期四"),
                    new Label("Friday", "星期五"),
                    new Label("Saturday", "星期六"),
                    new Label("Sunday", "星期日"));

    private record Key(Instant asOf, long version, ZoneId zone) {}

    private final Timelines timelines;
    private final Cache<Key, PreferenceTable> tables =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, PreferenceTable>weigher((_, table) -> 100 + table.size())
                    .build();

    PreferenceGroups(Timelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public List<GroupingName> offered(Base base) {
        return EnumSet.allOf(Preference.class).stream()
                .map(one ->
                        new GroupingName(
                                PREFIX + one.key(),
                                NAMES.getOrDefault(one, new Label(one.key(), one.key())),
                                "buying",
                                false))
                .toList();
    }

    @Override
    public Grouping make(GroupingName name, Base base) {
        Preference preference = Preference.of(name.key().substring(PREFIX.length())).orElseThrow();
        String[] words = words(base, preference);
        Map<String, Integer> counts = new HashMap<>();
        for (String word : words) {
            if (!word.isEmpty()) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        List<String> shown =
                counts.keySet().stream()
                        .sorted(
                                Comparator.comparing((String word) -> -counts.getOrDefault(word, 0))
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(MarkGroups.MOST)
                        .toList();
        if (preference.isTime()) {
            shown = shown.stream().sorted(Comparator.comparing(PreferenceGroups::order)).toList();
        }
        return grouping(name, preference, words, shown);
    }

    private static Grouping grouping(
            GroupingName name, Preference preference, String[] words, List<String> shown) {
        List<GroupValue> values = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (String word : shown) {
            places.put(word, values.size());
            values.add(
                    new GroupValue(
                            word,
                            label(preference, word),
                            new Condition.Prefers(preference, StateFacts.is(word))));
        }
        int other = values.size();
        values.add(GroupValue.other());
        values.add(
                GroupValue.unknown(
                        new Condition.None(
                                List.of(
                                        new Condition.Prefers(
                                                preference, new ValueTest.IsSet())))));
        return Grouping.single(
                name,
                values,
                words.length,
                row -> words[row].isEmpty() ? other + 1 : places.getOrDefault(words[row], other));
    }

    /** Each customer's favourite; empty where too little is known. */
    private String[] words(Base base, Preference preference) {
        PreferenceTable table =
                tables.get(new Key(base.asOf(), base.version(), base.zone()), _ -> compute(base));
        Map<UUID, Integer> rows = new HashMap<>();
        IntStream.range(0, table.size()).forEach(row -> rows.put(table.customer(row), row));
        String[] words = new String[base.size()];
        for (int row = 0; row < words.length; row++) {
            Integer at = rows.get(base.people().customer(row));
            words[row] =
                    at == null
                            ? ""
                            : table.favourite(at, preference)
                                    .map(PreferenceTable.Favourite::value)
                                    .orElse("");
        }
        return words;
    }

    private PreferenceTable compute(Base base) {
        return timelines
                .fold(
                        words ->
                                new PreferenceFold(
                                        words,
                                        EnumSet.allOf(Preference.class),
                                        base.people().asOf(),
                                        base.zone()),
                        END_OF_TIME)
                .value()
                .table();
    }

    /** Days in the order of the week, hours of the day. */
    private static int order(String word) {
        int day = WEEK.indexOf(word);
        return day >= 0 ? day : Integer.parseInt(word);
    }

    private static Label label(Preference preference, String word) {
        if (preference == Preference.WEEKDAY && WEEK.contains(word)) {
            return WEEKDAYS.get(WEEK.indexOf(word));
        }
        return preference == Preference.HOUR
                ? new Label(word + ":00", word + " 时")
                : new Label(word, word);
    }
}
