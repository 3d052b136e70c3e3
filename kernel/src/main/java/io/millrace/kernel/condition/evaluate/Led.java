package io.millrace.kernel.condition.evaluate;

import java.util.Arrays;

/**
 * The conditions that some facts of one customer can matter to, by their places, and what all these
 * facts together can do to each.
 */
public final class Led {
    private static final Effect[] EFFECTS = Effect.values();

    private final byte[] effects;
    private final int[] places;
    private int size;

    Led(int conditions) {
        effects = new byte[conditions];
        places = new int[conditions];
    }

    public void clear() {
        for (int i = 0; i < size; i++) {
            effects[places[i]] = 0;
        }
        size = 0;
    }

    void add(int condition, Effect effect) {
        byte known = effects[condition];
        if (known == 0) {
            places[size++] = condition;
            effects[condition] = (byte) (effect.ordinal() + 1);
        } else {
            effects[condition] = (byte) (EFFECTS[known - 1].and(effect).ordinal() + 1);
        }
    }

    /** All conditions, in whichever direction. */
    public void addAll() {
        for (int i = 0; i < effects.length; i++) {
            add(i, Effect.EITHER);
        }
    }

    public int size() {
        return size;
    }

    /** The place of a condition. */
    public int condition(int number) {
        return places[number];
    }

    public Effect effect(int number) {
        return EFFECTS[effects[places[number]] - 1];
    }

    /** The places of the conditions; a copy. */
    public int[] conditions() {
        return Arrays.copyOf(places, size);
    }
}
