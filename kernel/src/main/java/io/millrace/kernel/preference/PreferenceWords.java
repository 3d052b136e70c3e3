package io.millrace.kernel.preference;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Kinds;

/** The codes that a tally reads, in one dictionary that may still grow. */
final class PreferenceWords {
    static final String TIME_ZONE = "timezone";

    private final Dictionary dictionary;
    private int size = -1;
    int completed;
    int cancelled;
    int item;
    int itemRefunded;
    int responded;
    int changed;
    int category;
    int price;
    int quantity;
    int store;
    int channel;
    int response;
    int unsubscribed;
    int attribute;
    int value;
    int zone;

    PreferenceWords(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Looks for words that came since. */
    void refresh() {
        if (size == dictionary.size()) {
            return;
        }
        size = dictionary.size();
        completed = dictionary.code(Kinds.ORDER_COMPLETED);
        cancelled = dictionary.code(Kinds.ORDER_CANCELLED);
        item = dictionary.code(Kinds.ORDER_ITEM);
        itemRefunded = dictionary.code(Kinds.ORDER_ITEM_REFUNDED);
        responded = dictionary.code(Kinds.CAMPAIGN_RESPONDED);
        changed = dictionary.code(Kinds.PROFILE_CHANGED);
        category = dictionary.code("category");
        price = dictionary.code("price");
        quantity = dictionary.code("quantity");
        store = dictionary.code("store");
        channel = dictionary.code("channel");
        response = dictionary.code("response");
        unsubscribed = dictionary.code("unsubscribed");
        attribute = dictionary.code("attribute");
        value = dictionary.code("value");
        zone = dictionary.code(TIME_ZONE);
    }

    String word(int code) {
        return dictionary.word(code);
    }
}
