package io.millrace.audiences.live;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.evaluate.Led;
import io.millrace.kernel.condition.evaluate.Verdict;
import io.millrace.shared.SortedProfiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * All memberships in memory: a bit each, beside what is written. Changed only after what it says
 * has committed, by one writer at a time; read by anybody.
 */
@Component
final class Roster {
    /** No instant. */
    static final long UNKNOWN = 0;

    private final Map<UUID, Slot> slots = new LinkedHashMap<>();

    /** Asked of every customer in scans by several threads, so it is read without the lock. */
    private volatile Set<UUID> erased = Set.of();

    private CustomerNumbers numbers = new CustomerNumbers();
    private long[] dues = new long[0];

    /** When each customer's first fact happened, as far as anybody has looked. */
    private long[] firsts = new long[0];

    private long generation;

    /** Forgets everything, before it is loaded. */
    synchronized void clear() {
        slots.clear();
        erased = Set.of();
        numbers = new CustomerNumbers();
        dues = new long[0];
        firsts = new long[0];
        generation++;
    }

    synchronized void add(Slot slot) {
        slots.put(slot.id, slot);
        generation++;
    }

    synchronized void remove(UUID slot) {
        slots.remove(slot);
        generation++;
    }

    /** Tells that a slot has another condition, or is followed now. */
    synchronized void changed() {
        generation++;
    }

    /** Grows when slots come, go, or ask something else. */
    synchronized long generation() {
        return generation;
    }

    synchronized Optional<Slot> slot(UUID id) {
        return Optional.ofNullable(slots.get(id));
    }

    /** All that are followed. */
    synchronized List<Slot> followed() {
        return slots.values().stream().filter(slot -> slot.followed).toList();
    }

    synchronized List<Slot> all() {
        return List.copyOf(slots.values());
    }

    /** Reads under the lock; the function must be short. */
    synchronized <T> T read(Function<CustomerNumbers, T> reader) {
        return reader.apply(numbers);
    }

    synchronized int number(UUID customer) {
        return numbers.of(customer);
    }

    synchronized UUID customer(int number) {
        return numbers.customer(number);
    }

    boolean isErased(long high, long low) {
        Set<UUID> known = erased;
        return !known.isEmpty() && known.contains(new UUID(high, low));
    }

    synchronized void erase(Collection<UUID> profiles) {
        Set<UUID> more = new HashSet<>(erased);
        more.addAll(profiles);
        erased = more;
    }

    /** When time can change something about a customer, in microseconds. */
    synchronized long due(int number) {
        return number < dues.length && dues[number] != 0 ? dues[number] : Verdict.NEVER;
    }

    synchronized void due(int number, long micros) {
        if (number >= dues.length) {
            dues = Arrays.copyOf(dues, Math.max(number + 1, dues.length * 2));
        }
        dues[number] = micros;
    }

    synchronized void first(int number, long micros) {
        if (number >= firsts.length) {
            firsts = Arrays.copyOf(firsts, Math.max(number + 1, firsts.length * 2));
        }
        firsts[number] = micros;
    }

    synchronized void first(long high, long low, long micros) {
        first(numbers.of(high, low), micros);
    }

    /** Forgets when first facts happened. */
    synchronized void forgetFirsts() {
        Arrays.fill(firsts, UNKNOWN);
    }

    /** Whether a fact of then can be the first that happened to the customer. */
    synchronized boolean mayBeFirst(int number, long micros) {
        return number >= firsts.length || firsts[number] == UNKNOWN || micros <= firsts[number];
    }

    /**
     * The places of the slots whose answer about a customer the facts can change; those which they
     * can only confirm are left out.
     */
    synchronized int[] open(Panel panel, Led led, int number) {
        int[] open = new int[led.size()];
        int count = 0;
        for (int i = 0; i < open.length; i++) {
            Slot slot = panel.slots.get(led.condition(i));
            boolean confirmed =
                    slot.target == null
                            && switch (led.effect(i)) {
                                case HELPS -> slot.members.contains(number);
                                case HURTS -> !slot.members.contains(number);
                                case EITHER -> false;
                            };
            open[count] = led.condition(i);
            count += confirmed ? 0 : 1;
        }
        return Arrays.copyOf(open, count);
    }

    /** The customers who have a timer. */
    synchronized RoaringBitmap timed() {
        RoaringBitmap timed = new RoaringBitmap();
        for (int number = 0; number < dues.length; number++) {
            if (due(number) != Verdict.NEVER) {
                timed.add(number);
            }
        }
        return timed;
    }

    /**
     * The slot of another stage of the same scheme in which the customer is; null if there is none.
     */
    synchronized @Nullable Staged otherStage(Staged staged, int number) {
        for (Slot slot : slots.values()) {
            Staged other = slot.staged;
            if (other != null
                    && other.scheme.equals(staged.scheme)
                    && !other.stage.equals(staged.stage)
                    && slot.members.contains(number)) {
                return other;
            }
        }
        return null;
    }

    synchronized boolean has(Slot slot, int number) {
        return slot.members.contains(number);
    }

    synchronized int size(UUID audience) {
        Slot slot = slots.get(audience);
        return slot == null ? 0 : slot.members.getCardinality();
    }

    synchronized void set(Slot slot, int number, boolean in) {
        set(slot.members, number, in);
        slot.revision++;
    }

    synchronized void aim(Slot slot, int number, boolean in) {
        if (slot.target != null) {
            set(slot.target, number, in);
        }
    }

    /** Lets a slot follow a condition, aiming at these members. */
    synchronized void begin(Slot slot, Condition condition, RoaringBitmap members) {
        slot.become(condition);
        if (slot.tried()) {
            slot.members.clear();
            slot.members.or(members);
        } else {
            slot.target = members;
        }
        slot.followed = true;
        slot.error = null;
        slot.revision++;
        slots.put(slot.id, slot);
        generation++;
    }

    /** Lets a slot be followed no more, because its condition cannot be asked. */
    synchronized void stop(Slot slot, String error) {
        slot.followed = false;
        slot.error = error;
        generation++;
    }

    /** Aims at more members of a list. */
    synchronized void aim(Slot slot, Collection<UUID> more) {
        RoaringBitmap target = slot.members.clone();
        more.forEach(customer -> target.add(numbers.of(customer)));
        slot.target = target;
    }

    /** Aims at fewer members of a list. */
    synchronized void aimWithout(Slot slot, Collection<UUID> fewer) {
        RoaringBitmap target = slot.members.clone();
        fewer.forEach(customer -> target.remove(numbers.of(customer)));
        slot.target = target;
    }

    /** What is not written yet of what a slot aims at. */
    synchronized int[] missing(Slot slot) {
        RoaringBitmap target = slot.target;
        return target == null ? new int[0] : RoaringBitmap.xor(target, slot.members).toArray();
    }

    /** All that the slot aims at is written. */
    synchronized void written(Slot slot) {
        slot.target = null;
    }

    /** What would come of making a tried condition the live one. */
    synchronized ChangeTable.Difference difference(Slot live, Slot tried) {
        return new ChangeTable.Difference(
                RoaringBitmap.andNotCardinality(tried.members, live.members),
                RoaringBitmap.andNotCardinality(live.members, tried.members),
                RoaringBitmap.andCardinality(live.members, tried.members));
    }

    /** A copy of who is in it, or would be. */
    synchronized RoaringBitmap members(Slot slot) {
        return slot.members.clone();
    }

    private static void set(RoaringBitmap bits, int number, boolean in) {
        if (in) {
            bits.add(number);
        } else {
            bits.remove(number);
        }
    }

    /** The customers of a set of bits, sorted. */
    synchronized SortedProfiles profiles(RoaringBitmap bits) {
        int[] ordered = bits.toArray();
        List<UUID> ids = new ArrayList<>(ordered.length);
        for (int number : ordered) {
            ids.add(numbers.customer(number));
        }
        return SortedProfiles.of(ids);
    }
}
