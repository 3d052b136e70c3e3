package io.millrace.kernel.model.basket;

/** What one customer had bought before a visit, as places, the latest first. */
final class Owned {
    private final ItemHistories histories;
    private final int[] places;
    private final int[] stamps;
    private final int[] times;
    private final int[] list;
    private int stamp;
    private int size;
    private int last;

    Owned(ItemHistories histories, int[] places, int count) {
        this.histories = histories;
        this.places = places;
        this.stamps = new int[count];
        this.times = new int[count];
        this.list = new int[count];
    }

    /**
     * @param visit the first one that does not count; the end of the row's visits for all of them
     */
    void recall(int row, int visit) {
        stamp++;
        size = 0;
        last = 0;
        for (int earlier = visit - 1; earlier >= histories.from(row); earlier--) {
            for (int line = histories.lineFrom(earlier); line < histories.lineTo(earlier); line++) {
                int place = places[histories.item(line)];
                if (place >= 0) {
                    add(place);
                }
            }
            last = earlier == visit - 1 ? size : last;
        }
    }

    private void add(int place) {
        if (stamps[place] != stamp) {
            stamps[place] = stamp;
            times[place] = 0;
            list[size++] = place;
        }
        times[place]++;
    }

    boolean has(int place) {
        return stamps[place] == stamp;
    }

    /** On how many days it was bought. */
    int times(int place) {
        return has(place) ? times[place] : 0;
    }

    /** Different products. */
    int size() {
        return size;
    }

    /** How many of them are of the last visit; they come first. */
    int last() {
        return last;
    }

    int place(int index) {
        return list[index];
    }
}
