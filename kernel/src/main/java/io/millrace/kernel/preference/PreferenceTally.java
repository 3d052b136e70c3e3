package io.millrace.kernel.preference;

import io.millrace.kernel.preference.Habit.Choice;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds one customer's habits from the facts that it is shown, in their order. For one thread.
 *
 * <p>Of what is bought, each purchase counts once for each thing chosen in it, whatever it cost:
 * one expensive piece is no favourite, and currencies need no rates. A cancelled order counts
 * nothing, nor does a thing of which all pieces came back. Of time, a purchase weighs 1 and a
 * response to a campaign 3 (somebody who unsubscribes does not respond), in the zone of the
 * customer's attribute {@code timezone} as far as it is readable; an order at midnight sharp bears
 * a day and no hour.
 */
public final class PreferenceTally {
    public static final int DAYS = 7;
    public static final int HOURS = 24;

    private final PreferenceWords words;
    private final ZoneId zone;
    private final Map<Integer, ZoneId> zones = new HashMap<>();
    private final Counts counts = new Counts();
    private final LineSums categories = new LineSums();
    private final LineSums bands = new LineSums();
    private final Moments moments = new Moments();
    private int orders;
    private long[] orderHashes = new long[16];
    private long[] orderedAt = new long[16];
    private int[] stores = new int[16];
    private int[] channels = new int[16];
    private int cancelled;
    private long[] cancelledHashes = new long[4];
    private int ownZone = Dictionary.NONE;

    /**
     * @param zone of customers who have none of their own
     */
    public PreferenceTally(Dictionary dictionary, ZoneId zone) {
        this.words = new PreferenceWords(dictionary);
        this.zone = zone;
    }

    /** The kinds of fact that change a preference. */
    public static Set<String> kinds(Preference preference) {
        return switch (preference) {
            case CATEGORY, PRICE_BAND ->
                    Set.of(Kinds.ORDER_ITEM, Kinds.ORDER_ITEM_REFUNDED, Kinds.ORDER_CANCELLED);
            case STORE, CHANNEL -> Set.of(Kinds.ORDER_COMPLETED, Kinds.ORDER_CANCELLED);
            case WEEKDAY, HOUR ->
                    Set.of(
                            Kinds.ORDER_COMPLETED,
                            Kinds.ORDER_CANCELLED,
                            Kinds.CAMPAIGN_RESPONDED,
                            Kinds.PROFILE_CHANGED);
        };
    }

    /** Forgets the last customer. */
    public void begin() {
        words.refresh();
        categories.clear();
        bands.clear();
        moments.clear();
        orders = 0;
        cancelled = 0;
        ownZone = Dictionary.NONE;
    }

    /** Takes the current fact; of a kind that tells nothing, it does nothing. */
    public void take(Timeline fact) {
        int kind = fact.kind();
        if (kind == words.item) {
            line(fact, 1);
        } else if (kind == words.itemRefunded) {
            line(fact, -1);
        } else if (kind == words.completed) {
            order(fact);
        } else if (kind == words.cancelled) {
            cancelledHashes = room(cancelledHashes, cancelled);
            cancelledHashes[cancelled++] = fact.subjectHash();
        } else if (kind == words.responded) {
            int response = fact.text(words.response);
            if (response == Dictionary.NONE || response != words.unsubscribed) {
                moments.add(fact.occurredAt(), Moments.RESPONSE, 0);
            }
        } else if (kind == words.changed
                && words.zone != Dictionary.NONE
                && fact.text(words.attribute) == words.zone) {
            ownZone = fact.text(words.value);
        }
    }

    /** What the facts taken so far tell. */
    public Habit habit(Preference preference) {
        counts.clear();
        int known =
                switch (preference) {
                    case CATEGORY -> lines(categories);
                    case PRICE_BAND -> lines(bands);
                    case STORE -> orders(stores);
                    case CHANNEL -> orders(channels);
                    case WEEKDAY -> moments(false);
                    case HOUR -> moments(true);
                };
        int total = counts.total();
        List<Choice> choices = new ArrayList<>(counts.size());
        for (int row : ranked(preference)) {
            int weight = counts.weight(row);
            choices.add(
                    new Choice(
                            name(preference, counts.choice(row)),
                            weight,
                            weight / (double) total,
                            counts.lastAt(row)));
        }
        return new Habit(preference, known, choices);
    }

    /** The weight of each hour of each weekday, Monday first: day × {@link #HOURS} + hour. */
    public List<Integer> week() {
        Integer[] week = new Integer[DAYS * HOURS];
        Arrays.fill(week, 0);
        ZoneId own = ownZone();
        for (int row = 0; row < moments.size(); row++) {
            int hour = moments.hour(row, own, zone);
            if (hour >= 0 && !isCancelled(moments.order(row))) {
                week[moments.weekday(row, own) * HOURS + hour] += moments.weight(row);
            }
        }
        return List.of(week);
    }

    private List<Integer> ranked(Preference preference) {
        List<Integer> rows = new ArrayList<>(counts.size());
        for (int row = 0; row < counts.size(); row++) {
            rows.add(row);
        }
        Comparator<Integer> order =
                Comparator.<Integer>comparingInt(counts::weight)
                        .thenComparingLong(counts::lastAt)
                        .reversed();
        boolean words =
                preference == Preference.CATEGORY
                        || preference == Preference.STORE
                        || preference == Preference.CHANNEL;
        rows.sort(
                words
                        ? order.thenComparing(row -> name(preference, counts.choice(row)))
                        : order.thenComparingInt(counts::choice));
        return rows;
    }

    private String name(Preference preference, int choice) {
        return switch (preference) {
            case CATEGORY, STORE, CHANNEL -> words.word(choice);
            case PRICE_BAND -> PriceBands.name(choice);
            case WEEKDAY -> Moments.DAYS.get(choice);
            case HOUR -> Integer.toString(choice);
        };
    }

    private int lines(LineSums lines) {
        int known = 0;
        for (int row = 0; row < lines.size(); row++) {
            if (lines.pieces(row) <= 0 || isCancelled(lines.order(row))) {
                continue;
            }
            if (lines.choice(row) == LineSums.ALL) {
                known++;
            } else {
                counts.add(lines.choice(row), 1, lines.lastAt(row));
            }
        }
        return known;
    }

    private int orders(int[] of) {
        int known = 0;
        for (int order = 0; order < orders; order++) {
            if (of[order] != Dictionary.NONE && !isCancelled(orderHashes[order])) {
                counts.add(of[order], 1, orderedAt[order]);
                known++;
            }
        }
        return known;
    }

    private int moments(boolean hours) {
        int known = 0;
        ZoneId own = ownZone();
        for (int row = 0; row < moments.size(); row++) {
            int choice = hours ? moments.hour(row, own, zone) : moments.weekday(row, own);
            if (choice >= 0 && !isCancelled(moments.order(row))) {
                counts.add(choice, moments.weight(row), moments.at(row));
                known++;
            }
        }
        return known;
    }

    private void line(Timeline fact, int sign) {
        long pieces = sign * Math.abs(fact.whole(words.quantity, 1));
        int category = fact.text(words.category);
        if (category != Dictionary.NONE) {
            categories.add(fact.subjectHash(), category, pieces, fact.occurredAt());
        }
        int band = PriceBands.of(fact.real(words.price));
        if (band >= 0) {
            bands.add(fact.subjectHash(), band, pieces, fact.occurredAt());
        }
    }

    private void order(Timeline fact) {
        orderHashes = room(orderHashes, orders);
        orderedAt = room(orderedAt, orders);
        if (orders == stores.length) {
            stores = Arrays.copyOf(stores, orders * 2);
            channels = Arrays.copyOf(channels, orders * 2);
        }
        orderHashes[orders] = fact.subjectHash();
        orderedAt[orders] = fact.occurredAt();
        stores[orders] = fact.text(words.store);
        channels[orders++] = fact.text(words.channel);
        moments.add(fact.occurredAt(), Moments.PURCHASE, fact.subjectHash());
    }

    private boolean isCancelled(long order) {
        for (int i = 0; i < cancelled; i++) {
            if (cancelledHashes[i] == order && order != 0) {
                return true;
            }
        }
        return false;
    }

    private ZoneId ownZone() {
        return ownZone == Dictionary.NONE
                ? zone
                : zones.computeIfAbsent(ownZone, code -> read(words.word(code)));
    }

    private ZoneId read(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return zone;
        }
    }

    private static long[] room(long[] array, int size) {
        return size < array.length ? array : Arrays.copyOf(array, size * 2);
    }
}
