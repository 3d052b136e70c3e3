package io.millrace.models.satisfaction;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every contact of a known customer with the service by an instant, customer by customer. */
final class ServiceFold implements Fold<List<ServiceFold.Contact>> {
    /**
     * @param satisfaction 1 to 5, NaN if it was not asked
     */
    record Contact(UUID customer, long at, boolean complaint, double satisfaction) {}

    private final long asOf;
    private final int known;
    private final int contact;
    private final int type;
    private final int complaint;
    private final int satisfaction;

    ServiceFold(Dictionary words, long asOf) {
        this.asOf = asOf;
        this.known = words.code(Kinds.CUSTOMER_KNOWN);
        this.contact = words.code(Kinds.SERVICE_CONTACT);
        this.type = words.code("type");
        this.complaint = words.code("complaint");
        this.satisfaction = words.code("satisfaction");
    }

    @Override
    public List<Contact> newAccumulator() {
        return new ArrayList<>();
    }

    @Override
    public void accept(Timeline timeline, List<Contact> into) {
        boolean counted = false;
        int before = into.size();
        while (timeline.next()) {
            counted |= timeline.kind() == known;
            if (timeline.kind() == contact && timeline.occurredAt() <= asOf) {
                int word = type == Dictionary.NONE ? Dictionary.NONE : timeline.text(type);
                into.add(
                        new Contact(
                                new UUID(timeline.customerHigh(), timeline.customerLow()),
                                timeline.occurredAt(),
                                word != Dictionary.NONE && word == complaint,
                                satisfaction == Dictionary.NONE
                                        ? Double.NaN
                                        : timeline.real(satisfaction)));
            }
        }
        if (!counted) {
            into.subList(before, into.size()).clear();
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Kinds.SERVICE_CONTACT, Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public List<Contact> merge(List<Contact> left, List<Contact> right) {
        left.addAll(right);
        return left;
    }
}
