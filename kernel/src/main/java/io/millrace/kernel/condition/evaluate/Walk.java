package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Leads one customer's facts to the listeners that want their kind. */
final class Walk {
    private static final Listener[] NOBODY = {};

    private final List<Listener> listeners = new ArrayList<>();
    private Listener[][] byKind = {};
    private Listener[] others = NOBODY;
    private boolean any;
    private long earliest;
    private long following;

    void add(Listener listener) {
        listeners.add(listener);
    }

    List<Listener> listeners() {
        return listeners;
    }

    /** Sorts the listeners by the codes that are known by now. */
    void route() {
        byKind = new Listener[0][];
        others = listeners.stream().filter(Listener::every).toArray(Listener[]::new);
        for (Listener listener : listeners) {
            for (Codes.Code kind : listener.kinds()) {
                if (!listener.every() && kind.value != Dictionary.NONE) {
                    route(kind.value, listener);
                }
            }
        }
    }

    private void route(int kind, Listener listener) {
        if (kind >= byKind.length) {
            Listener[][] longer = new Listener[kind + 1][];
            Arrays.fill(longer, others);
            System.arraycopy(byKind, 0, longer, 0, byKind.length);
            byKind = longer;
        }
        Listener[] before = byKind[kind];
        Listener[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = listener;
        byKind[kind] = after;
    }

    /**
     * Passes all facts once.
     *
     * @param closely also look at the facts after the instant
     */
    void pass(Timeline timeline, long asOf, boolean closely) {
        begin(timeline);
        for (int i = 0; i < listeners.size(); i++) {
            begin(listeners.get(i), asOf, closely);
        }
        while (timeline.next()) {
            long at = timeline.occurredAt();
            if (at > asOf) {
                if (closely) {
                    future(timeline);
                }
                return;
            }
            see(at);
            for (Listener listener : of(timeline.kind())) {
                listener.accept(timeline, at);
            }
        }
    }

    /** The same for some listeners only. */
    void pass(Timeline timeline, long asOf, boolean closely, Chosen chosen) {
        begin(timeline);
        for (int i = 0; i < chosen.size(); i++) {
            begin(chosen.get(i), asOf, closely);
        }
        while (timeline.next()) {
            long at = timeline.occurredAt();
            if (at > asOf) {
                if (closely) {
                    future(timeline);
                }
                return;
            }
            see(at);
            int kind = timeline.kind();
            int wanting = chosen.size(kind);
            if (wanting > 0) {
                Listener[] some = chosen.of(kind);
                for (int i = 0; i < wanting; i++) {
                    some[i].accept(timeline, at);
                }
            }
            for (int i = 0; i < chosen.others(); i++) {
                chosen.other(i).accept(timeline, at);
            }
        }
    }

    private void begin(Timeline timeline) {
        timeline.rewind();
        any = false;
        following = Verdict.NEVER;
    }

    private static void begin(Listener listener, long asOf, boolean closely) {
        listener.future = Verdict.NEVER;
        listener.begin(asOf, closely);
    }

    private void see(long at) {
        if (!any) {
            any = true;
            earliest = at;
        }
    }

    private void future(Timeline timeline) {
        following = timeline.occurredAt();
        do {
            long at = timeline.occurredAt();
            for (Listener listener : of(timeline.kind())) {
                if (listener.future == Verdict.NEVER && listener.concerns(timeline)) {
                    listener.future = at;
                }
            }
        } while (timeline.next());
    }

    private Listener[] of(int kind) {
        return kind < byKind.length ? byKind[kind] : others;
    }

    /** True if the customer had a fact at or before the instant. */
    boolean any() {
        return any;
    }

    /** The customer's first fact of any kind, if any. */
    long earliest() {
        return earliest;
    }

    /** The first fact after the instant, or never. */
    long following() {
        return following;
    }
}
