package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Property;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.Arrays;
import java.util.stream.Stream;

/** Which values of tags stand, each with the weekdays of its schedule. */
final class TagTrack extends Listener {
    private static final String DAYS = "MON,TUE,WED,THU,FRI,SAT,SUN";
    private static final byte STANDS = (byte) 0x80;

    private final Selector selector;
    private final Codes codes;
    private final Codes.Code added;
    private final Attributes value;
    private final Attributes days;
    private final Keys keys = new Keys();
    private final Cell cell = new Cell();
    private byte[] states = new byte[8];

    TagTrack(Selector selector, Codes codes) {
        super(Stream.of(selector));
        this.selector = selector;
        this.codes = codes;
        this.added = codes.of(Kinds.TAG_ADDED);
        this.value = Attributes.of(new Property.Named("value"), codes);
        this.days = Attributes.of(new Property.Named("days"), codes);
    }

    @Override
    void begin(long asOf, boolean closely) {
        keys.clear();
    }

    @Override
    void accept(Timeline fact, long at) {
        if (!selector.passes(fact)) {
            return;
        }
        value.read(fact, cell);
        if (!cell.isReadable()) {
            return;
        }
        int place = keys.place(cell);
        if (place >= states.length) {
            states = Arrays.copyOf(states, place * 2);
        }
        states[place] = added.is(fact.kind()) ? (byte) (STANDS | schedule(fact)) : 0;
    }

    @Override
    boolean concerns(Timeline fact) {
        return selector.passes(fact);
    }

    /** How many values stand. */
    int standing() {
        int standing = 0;
        for (int i = 0; i < keys.size(); i++) {
            standing += states[i] == 0 ? 0 : 1;
        }
        return standing;
    }

    /** The weekdays of all schedules together: bit 0 is Monday. */
    int weekdays() {
        int all = 0;
        for (int i = 0; i < keys.size(); i++) {
            all |= states[i] & 0x7f;
        }
        return all;
    }

    private int schedule(Timeline fact) {
        days.read(fact, cell);
        int mask = 0;
        if (cell.isText()) {
            String text = cell.text(codes);
            for (int i = 0; i + 3 <= text.length(); i += 4) {
                int day = DAYS.indexOf(text.substring(i, i + 3));
                mask |= day < 0 || day % 4 != 0 ? 0 : 1 << (day / 4);
            }
        }
        return mask;
    }
}
